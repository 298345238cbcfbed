"""Amounts under *Right* and *Left* are demands of those hands, also beside a column that names the hand."""

import pytest

from job_profiles.grid.cells import Sheet
from job_profiles.kinds import Hand
from job_profiles.problem import Severity
from job_profiles.read import read_sheets

HEAD = ("Task", "Task hours", "Physical demand", "Hand", "Right", "Left")


def reading_of(*rows):
    width = max(len(r) for r in rows)
    return read_sheets([Sheet("Job", tuple((*r, *[None] * (width - len(r))) for r in rows))])


def told(reading):
    return [
        (d.hand, d.force_n or d.load_kg, d.cell) for p in reading.profiles for t in p.tasks for d in t.demands
    ]


@pytest.mark.parametrize("said", ["both", "each", "R + L", None])
@pytest.mark.parametrize(("right", "left"), [("40 N", "25 N"), ("40 N", "40 N")])
def test_each_column_is_the_demand_of_its_hand(said, right, left):
    reading = reading_of(HEAD, ("Sweep", "1 h", "Pushing", said, right, left))
    assert told(reading) == [
        (Hand.RIGHT, 40, "E2"),
        (Hand.LEFT, float(left.split()[0]), "F2"),
    ]
    assert not [p for p in reading.problems if p.code in {"hand-differs", "value-not-used", "shared-or-each"}]


def test_a_weight_and_a_force_of_two_hands_are_two_demands():
    reading = reading_of(HEAD, ("Restrain a dog", "1 h", "Pushing", "both", "8 kg", "60 N"))
    assert [(hand, round(n, 1), cell) for hand, n, cell in told(reading)] == [
        (Hand.RIGHT, 78.5, "E2"),
        (Hand.LEFT, 60, "F2"),
    ]


@pytest.mark.parametrize(
    ("said", "right", "left", "hands"),
    [
        ("right", "40 N", "25 N", [Hand.RIGHT, Hand.LEFT]),
        ("right", None, "25 N", [Hand.LEFT]),
        ("both", "40 N", None, [Hand.RIGHT]),
        ("both", "40 N", "-", [Hand.RIGHT]),
        ("dominant", "40 N", "25 N", [Hand.RIGHT, Hand.LEFT]),
        ("two-handed", "40 N", "25 N", [Hand.RIGHT, Hand.LEFT]),
    ],
)
def test_where_hand_and_columns_differ_the_columns_count_and_it_is_told(said, right, left, hands):
    reading = reading_of(HEAD, ("Sweep", "1 h", "Pushing", said, right, left))
    assert [hand for hand, *_ in told(reading)] == hands
    assert [(p.cell, p.severity) for p in reading.problems if p.code == "hand-differs"] == [
        ("D2", Severity.WARNING)
    ]


@pytest.mark.parametrize(
    ("said", "right", "left", "hand"),
    [
        ("right", "40 N", None, Hand.RIGHT),
        ("R", "40 N", "-", Hand.RIGHT),
        ("left", "0", "25 N", Hand.LEFT),
        ("dominant", "40 N", None, Hand.DOMINANT),
    ],
)
def test_where_they_agree_nothing_is_told(said, right, left, hand):
    reading = reading_of(HEAD, ("Sweep", "1 h", "Pushing", said, right, left))
    assert [found for found, *_ in told(reading)] == [hand]
    assert not [p for p in reading.problems if p.code == "hand-differs"]


def test_what_is_no_hand_beside_two_amounts_is_an_error_at_its_cell():
    reading = reading_of(HEAD, ("Sweep", "1 h", "Pushing", "sometimes", "40 N", "25 N"))
    assert len(told(reading)) == 2
    assert [p.cell for p in reading.problems if p.code == "unknown-hand"] == ["D2"]


def test_one_amount_of_a_column_of_both_hands_goes_to_the_hand_that_is_named():
    head = ("Task", "Task hours", "Physical demand", "Hand", "Force R / L (N)")
    reading = reading_of(
        head, ("Sweep", "1 h", "Pushing", "left", "60 N"), ("Mop", "1 h", "Pushing", "both", "90/70")
    )
    assert told(reading) == [(Hand.LEFT, 60, "E2"), (Hand.RIGHT, 90, "E3"), (Hand.LEFT, 70, "E3")]
