"""The catalogue as it ships: broad enough, honest about effects, and fit for an employer to read."""

import re

import pytest

from reports.vague import vague_findings
from rtw.domain.accommodation.kinds import Category, Change, EffectBasis
from rtw.domain.accommodation.values import Accommodation
from rtw.knowledge.load import knowledge

CLINICAL = (
    "carpal|cubital|radial tunnel|nerve|surgery|surgical|operat\\w+|post-?op\\w*|wound|scar|splint|orthosis|"
    "diagnos\\w+|syndrome|disorder\\w*|therap\\w+|treatment|patient|clinic\\w*|pain\\w*|numb|numbness|tingl\\w+|"
    "sensation|swelling|inflam\\w+|tendon\\w*|ulnar|median|symptom\\w*|injur\\w+|disab\\w+|rehab\\w*|"
    "grip strength|weak\\w*|medic\\w+|recover\\w*|heal|heals|healing"
)

ENTRIES = knowledge().catalogue.accommodations


def test_there_are_at_least_forty_in_every_asked_category() -> None:
    assert len(ENTRIES) >= 40
    assert {entry.category for entry in ENTRIES} == set(Category)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_employer_text_is_plain_concrete_and_not_clinical(entry: Accommodation) -> None:
    text = entry.employer_text
    assert vague_findings(text) == ()
    assert not re.search(rf"\b({CLINICAL})\b", text, re.IGNORECASE)
    assert text[0].isupper()
    assert text.endswith(".")
    assert len(text.split()) <= 30


def test_texts_begin_with_what_to_do() -> None:
    verbs = {entry.employer_text.split()[0] for entry in ENTRIES}
    doing = {
        "Provide",
        "Fit",
        "Place",
        "Cover",
        "Pad",
        "Set",
        "Mount",
        "Hang",
        "Have",
        "Fill",
        "Pack",
        "Give",
    }
    doing |= {"Schedule", "Change", "Limit", "Store", "Replace", "Stop", "Allow", "Install", "Assign"}
    doing |= {"Arrange", "Check", "Give", "Start"}
    assert verbs <= doing, verbs - doing


def test_texts_and_names_are_their_own() -> None:
    assert len({entry.employer_text for entry in ENTRIES}) == len(ENTRIES)
    assert len({entry.name for entry in ENTRIES}) == len(ENTRIES)


def test_no_effect_is_claimed_without_figure_or_arithmetic() -> None:
    for entry in ENTRIES:
        for effect in entry.effects:
            if effect.change.needs_amount and effect.amount is not None:
                assert effect.figure is not None or effect.basis is EffectBasis.ARITHMETIC, entry.id
            assert effect.explanation


@pytest.mark.parametrize(
    "accommodation_id",
    ["tool_balancer", "torque_reaction_arm", "ratchet_driver", "electric_opener", "trackball"],
)
def test_where_no_effect_size_was_found_none_is_given(accommodation_id: str) -> None:
    entry = knowledge().catalogue.find(accommodation_id)
    assert entry is not None
    assert {effect.basis for effect in entry.effects} == {EffectBasis.NOT_KNOWN}


def test_advice_against_something_is_never_also_an_offer() -> None:
    offered = {entry.id for entry in ENTRIES}
    for advice in knowledge().catalogue.not_recommended:
        assert advice.id not in offered
        assert set(advice.instead) <= offered


def test_gloves_of_any_sort_say_what_they_cost_in_grip() -> None:
    for accommodation_id in ("padded_palm_gloves", "warm_gloves", "waterproof_gloves"):
        entry = knowledge().catalogue.find(accommodation_id)
        assert entry is not None
        assert any(e.adverse and e.change is Change.MULTIPLY and e.amount == 1.3 for e in entry.effects)
