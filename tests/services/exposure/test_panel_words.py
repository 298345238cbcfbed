"""How exposure is written reads as a sentence, whichever end of a span is open."""

from math import inf

import pytest

from rtw.domain.hands import Side
from rtw.domain.job_exposure.healthy import AgainstHealthy
from rtw.services.exposure.panels.words import hard_words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (2.0, 2.0, "1 × as hard"),
        (2.0, 3.0, "1 to 1.5 × as hard"),
        (2.62, inf, "1.31 × as hard or more; at worst beyond this hand's strength"),
        (inf, inf, "beyond this hand's strength"),
    ],
)
def test_how_hard_a_job_is_reads_as_words(low: float, high: float, words: str) -> None:
    found = AgainstHealthy(Side.RIGHT, low, low, high, healthy=2.0, counted=1, left_out=0)
    assert hard_words(found) == words
