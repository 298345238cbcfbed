"""Sources are named as people say them, and no two alike."""

import pytest

from rtw.documents.citing import short_name, short_names
from rtw.knowledge.load import knowledge


@pytest.mark.parametrize(
    ("citation", "name"),
    [
        ("Potvin 2012, Human Factors 54(2):175-188", "Potvin 2012"),
        ("Shechtman and Taylor 2000; rapid exchange grip", "Shechtman and Taylor 2000"),
        ("Garg, Moore and Kapellusch 2017, Ergonomics 60(7):912-922", "Garg, Moore and Kapellusch 2017"),
        ("Waters, Putz-Anderson and Garg, NIOSH 94-110, revised", "Waters, Putz-Anderson and Garg"),
        ("Directive 2002/44/EC on vibration, with ISO 5349-1:2001", "Directive 2002/44/EC on vibration"),
        ("Survey of employers 2019-2022, over 3,500", "Survey of employers 2019-2022"),
        ("EN 1005-2, manual handling of machinery", "EN 1005-2"),
        ("Test–retest of pinch", "Test–retest of pinch"),
    ],
)
def test_a_source_goes_by_authors_and_year(citation: str, name: str) -> None:
    assert short_name(citation) == name


def test_sources_of_one_name_are_told_apart() -> None:
    named = short_names(
        (("b", "Lee 2001; peg"), ("a", "Lee 2001; grip"), ("c", "Textbook, b"), ("d", "Textbook, a"))
    )
    assert named == {"a": "Lee 2001a", "b": "Lee 2001b", "c": "Textbook (b)", "d": "Textbook (a)"}


def test_every_source_of_the_knowledge_has_a_name_of_its_own_and_none_is_an_id() -> None:
    named = short_names((source.id, source.citation) for source in knowledge().sources)
    assert len(set(named.values())) == len(named)
    assert not any("_" in name for name in named.values())
