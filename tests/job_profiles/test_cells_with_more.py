"""Cells that say more than one amount: what stands behind it is read or told, never guessed."""

import pytest

from job_profiles.by_unit import Place
from job_profiles.kinds import DemandKind, Hand
from job_profiles.measures import measure
from job_profiles.problem import Severity
from job_profiles.vocabulary.kind_words import hand_of, kind_of, meaning_of_d, near_hand

WEIGHT = Place("amount", DemandKind.LIFTING)
HOURS = Place("hours", DemandKind.KEYBOARDING)
OFTEN = Place("rate", DemandKind.POWER_GRIP)


@pytest.mark.parametrize(
    ("text", "place", "facts"),
    [
        ("10 kg x 30/hr", WEIGHT, {"load_kg": 10, "efforts_per_minute": 0.5}),
        ("10 kg, 6/min", WEIGHT, {"load_kg": 10, "efforts_per_minute": 6}),
        ("10 kg occasionally", WEIGHT, {"load_kg": 10, "band": "O"}),
        ("10 kg (22 lb)", WEIGHT, {"load_kg": 10}),
        ("8 kg typical, 20 kg max", WEIGHT, {"load_kg": 20}),
        ("frequently (30/hr)", OFTEN, {"efforts_per_minute": 0.5, "band": "F"}),
        ("300 pcs/hr", OFTEN, {"efforts_per_minute": 5}),
        ("1 1/2 h", HOURS, {"hours_per_day": 1.5}),
    ],
)
def test_what_stands_behind_the_amount_is_read(text, place, facts):
    read = dict(measure(text, place).facts)
    assert read.pop("band", None) == facts.pop("band", None)
    assert read == pytest.approx(facts)


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("40/30 lb", WEIGHT, "text-in-number"),
        ("2 x 10 kg", WEIGHT, "two-numbers"),
        ("10 kg x 2", WEIGHT, "two-numbers"),
        ("30 min x 4", HOURS, "two-numbers"),
        ("20 min per hour", HOURS, "share-of-hour"),
        ("5 h/week", HOURS, "counted-by-week"),
        ("3 times per week", OFTEN, "counted-by-week"),
        ("10 h wöchentlich", HOURS, "counted-by-week"),
    ],
)
def test_what_could_mislead_is_an_error_without_a_value(text, place, code):
    reading = measure(text, place)
    assert reading.facts == ()
    assert [(c.code, c.severity) for c in reading.complaints] == [(code, Severity.ERROR)]


def test_an_open_weight_says_that_it_may_be_more():
    reading = measure("75+ lbs", WEIGHT)
    assert dict(reading.facts) == pytest.approx({"load_kg": 34.019}, rel=1e-3)
    assert [c.code for c in reading.complaints] == ["lower-bound-used"]


@pytest.mark.parametrize(
    ("text", "hand"),
    [
        ("b/l", Hand.BOTH), ("Right hand only", Hand.RIGHT), ("2-handed", Hand.BOTH),
        ("bras gauche", Hand.LEFT),
        ("one-handed", Hand.EITHER), ("brazo derecho", Hand.RIGHT), ("mostly right", None),
    ],
)  # fmt: skip
def test_hands_as_people_write_them(text, hand):
    assert hand_of(text)[0] is hand


@pytest.mark.parametrize(
    ("text", "near"), [("Rigth", "right"), ("boht", "both"), ("letf", "left"), ("banana", None), ("Lx", None)]
)
def test_a_misspelt_hand_gets_a_proposal(text, near):
    assert near_hand(text) == near


@pytest.mark.parametrize(
    ("beside", "hand"),
    [
        ({"d", "g"}, Hand.RIGHT), ({"d", "i"}, Hand.RIGHT), ({"d", "nd"}, Hand.DOMINANT),
        ({"d", "main"}, Hand.RIGHT), ({"d"}, None), ({"d", "hand"}, None),
    ],
)  # fmt: skip
def test_a_lone_d_means_what_stands_beside_it(beside, hand):
    assert meaning_of_d(beside) is hand


@pytest.mark.parametrize(
    ("label", "kinds"),
    [
        ("Gripping / pinching", ["power_grip", "key_pinch"]),
        ("Keyboard/mouse", ["keyboarding", "mousing"]),
        ("Wrist flexion/extension", ["wrist_flexion", "wrist_extension"]),
        ("Pinch (tip or key)", ["tip_pinch", "key_pinch"]),
        ("Hot/cold", ["heat", "cold"]),
        ("Power grip\nKey pinch", ["power_grip", "key_pinch"]),
    ],
)
def test_a_label_of_several_demands_names_them_all(label, kinds):
    word = kind_of(label)
    assert word is not None
    assert word.listed
    assert [kind.value for kind in word.kinds] == kinds


@pytest.mark.parametrize(
    "label", ["Push / pull", "Lifting and carrying", "Sharp or moving parts", "Grip (R/L)"]
)
def test_a_phrase_of_ours_is_no_list(label):
    word = kind_of(label)
    assert word is not None
    assert not word.listed
