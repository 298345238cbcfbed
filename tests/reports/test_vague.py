"""Vague words are found, said better, and plain instructions are left alone."""

import pytest

from reports.vague import vague_findings, vague_phrases

REFUSED = [
    "Typing as tolerated",
    "to tolerance",
    "Light duty only",
    "modified duties",
    "Off until follow-up",
    "Review upon follow up",
    "Limited use of the right hand",
    "Avoid heavy lifting",
    "No repetitive work",
    "Breaks as needed",
    "PRN",
    "Stop in case of pain",
    "for 6 weeks",
    "in 2 - 3 weeks",
    "frequent breaks",
    "Increase gradually",
    "cannot work",
    "take it easy",
    "lifting, carrying etc.",
    "Return to be determined",
]
PLAIN = [
    "Typing 3 h a day, 30 min at a stretch",
    "Lifting with the right hand at most 2 kg (4 lb)",
    "5 min break after at most 30 min",
    "Painting of doors on Tuesdays",
    "Until 12 January 2027; review on 8 January 2027",
    "Rosa Brandt decides which orders are keyed first",
    "Lightweight trolley for post",
    "Spain desk, ext. 12",
]


@pytest.mark.parametrize("text", REFUSED)
def test_vague_text_is_refused_with_something_better(text: str) -> None:
    findings = vague_findings(text)
    assert findings
    for finding in findings:
        assert text[finding.start :].startswith(finding.found)
        assert not vague_findings(finding.instead.split("“")[1]), finding.instead


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_passes(text: str) -> None:
    assert vague_findings(text) == ()


def test_words_are_reported_once_and_in_order() -> None:
    found = [f.found for f in vague_findings("No heavy lifting, light duty, no heavy lifting as tolerated.")]
    assert found == ["No heavy lifting", "light duty", "no heavy lifting", "as tolerated"]


def test_every_phrase_is_found_by_its_own_name_or_pattern() -> None:
    assert len({phrase.name for phrase in vague_phrases()}) == len(vague_phrases()) >= 15
