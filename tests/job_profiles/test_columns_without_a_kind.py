"""Columns of wide tables that name no demand: joined where one reading is left, else asked, and answered."""

import pytest

from job_profiles.answers import Answers
from job_profiles.grid.cells import Sheet
from job_profiles.problem import Severity
from job_profiles.read import read_sheets

OPEN = (
    ("Task", "Hours per day", "Grip (N)", "Lifting (kg)", "Reps/min"),
    ("Fill", 3, 40, 5, 6),
    ("Tape", 2, 30, None, 9),
)


def reading_of(*rows, answers=None):
    width = max(len(row) for row in rows)
    sheet = Sheet("Job", tuple((*row, *[None] * (width - len(row))) for row in rows))
    return read_sheets([sheet], answers or Answers())


def rates(reading):
    return [
        (d.kind.value, d.hand and d.hand.value, d.efforts_per_minute)
        for p in reading.profiles
        for t in p.tasks
        for d in t.demands
    ]


def codes(reading):
    return {p.code for p in reading.problems}


@pytest.mark.parametrize(
    ("headings", "row", "expected"),
    [
        (("Grip (N)", "Reps/min", "Cold"), (40, 6, "x"), [("power_grip", None, 6), ("cold", None, None)]),
        (("Grip (N)", "Reps/min", "Lifting (kg)", "Reps/min"), (40, 6, 5, 2),
         [("power_grip", None, 6), ("lifting", None, 2)]),
        (("Grip R (N)", "Reps/min", "Grip L (N)", "Reps/min"), (40, 6, 30, 2),
         [("power_grip", "right", 6), ("power_grip", "left", 2)]),
        (("Grip R (N)", "Grip L (N)", "Times per hour"), (40, None, 60), [("power_grip", "right", 1)]),
    ],
)  # fmt: skip
def test_a_rate_beside_the_one_demand_it_can_belong_to_is_read(headings, row, expected):
    reading = reading_of(("Task", "Hours per day", *headings), ("Fill", 3, *row))
    assert rates(reading) == expected
    assert "joined-column" in codes(reading)
    assert "unjoined-column" not in codes(reading)


@pytest.mark.parametrize(
    ("headings", "row", "unread"),
    [
        (("Grip R (N)", "Grip L (N)", "Reps/min", "Seconds per effort"), (None, None, 6, 1), ["E3", "F3"]),
        (("Grip (N)", "Reps/min", "Lifting (kg)", "Reps/min"), (None, 6, 5, 2), ["D3"]),
        (("Grip (N)", "Reps/min", "Cold"), ("-", "-", "x"), []),
        (("Grip (N)", "Reps/min", "Cold"), (None, 0, "x"), []),
        (("Grip (N)", "Grip reps/min", "Cold"), (None, 6, "x"), []),
    ],
)
def test_how_often_without_the_demand_that_it_counts_is_told_at_its_cell(headings, row, unread):
    full = (40, 30, 5, 2)[: len(headings)]
    reading = reading_of(("Task", "Hours per day", *headings), ("Fill", 3, *full), ("Toss", 2, *row))
    assert [p.cell for p in reading.problems if p.code == "count-without-demand"] == unread


def test_a_rate_that_may_belong_to_two_demands_is_asked_with_answers():
    reading = reading_of(*OPEN)
    assert {rate for *_, rate in rates(reading)} == {None}
    (asked,) = [p for p in reading.problems if p.code == "unjoined-column-question"]
    assert (asked.asks, asked.cell) == ("columns/Job!E", "E1")
    assert [c.value for c in asked.choices] == ["Power grip", "Lifting", "every demand", "ignored"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Power grip", [("power_grip", None, 6), ("lifting", None, None), ("power_grip", None, 9)]),
        ("Lifting", [("power_grip", None, None), ("lifting", None, 6), ("power_grip", None, None)]),
        ("every demand", [("power_grip", None, 6), ("lifting", None, 6), ("power_grip", None, 9)]),
        ("ignored", [("power_grip", None, None), ("lifting", None, None), ("power_grip", None, None)]),
    ],
)
def test_every_answer_has_its_effect_and_ends_the_question(answer, expected):
    reading = reading_of(*OPEN, answers=Answers(columns=(("Job!E", answer),)))
    found = [one for one in rates(reading) if one[2] is not None or one in expected]
    assert [one for one in expected if one[2] is not None] == [one for one in found if one[2] is not None]
    assert "unjoined-column" not in codes(reading)


def test_a_slip_in_a_column_of_open_demand_is_told_at_its_cell():
    reading = reading_of(
        ("Task", "Hours per day", "Grip (N)", "Lifting (kg)", "How often"),
        ("Fill", 3, 40, 5, "O"),
        ("Tape", 2, 30, 3, "Freqently"),
        ("Pack", 2, 30, 3, "Zlt"),
    )
    errors = [(p.code, p.cell, p.found) for p in reading.problems if p.severity is Severity.ERROR]
    assert errors == [("text-in-number", "E4", "Zlt")]


def test_a_rate_beside_a_column_that_is_not_understood_is_not_given_away():
    reading = reading_of(
        ("Task", "Hours per day", "Zorgel (N)", "Reps/min", "Lifting (kg)"), ("Fill", 3, 40, 6, 5)
    )
    assert rates(reading) == [("lifting", None, None)]


@pytest.mark.parametrize(
    ("cells", "kinds"),
    [
        (("wet", "cold", "hot"), ["wet_or_soiled", "cold", "heat"]),
        (("dry", "none", "no"), []),
        (("trocken", "froid", "frío"), ["cold"]),
        (("x", "room temperature", "nein"), ["wet_or_soiled"]),
    ],
)
def test_conditions_told_in_words(cells, kinds):
    reading = reading_of(
        ("Task", "Hours per day", "Grip (N)", "Wet work", "Cold", "Heat"), ("Fill", 3, 40, *cells)
    )
    found = [d.kind.value for p in reading.profiles for t in p.tasks for d in t.demands]
    grave = {p.code for p in reading.problems if p.severity is Severity.ERROR}
    assert found == ["power_grip", *kinds]
    assert grave == set()


def test_two_weights_of_one_kind_are_two_demands():
    reading = reading_of(
        ("Task", "Hours", "Floor to waist lift (kg)", "Waist to shoulder lift (kg)"), ("Load", 3, 20, 10)
    )
    found = [(d.cell, d.load_kg) for p in reading.profiles for t in p.tasks for d in t.demands]
    assert found == [("C2", 20), ("D2", 10)]
