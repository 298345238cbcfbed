"""The README tells the truth about who to sign in as, and its picture is there and small."""

import re
from pathlib import Path

from rtw.demonstration.people import PASSWORD, THERAPIST

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MOST_BYTES = 200_000


def test_the_readme_names_the_account_that_is_loaded() -> None:
    assert f"`{THERAPIST.email}`, password `{PASSWORD}`" in README


def test_every_picture_of_the_readme_has_words_and_is_small() -> None:
    pictures = re.findall(r"!\[(.*?)\]\((.+?)\)", README)
    assert pictures
    for words, path in pictures:
        assert len(words) > 20
        assert 10_000 < (ROOT / path).stat().st_size < MOST_BYTES
