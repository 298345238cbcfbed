"""A weight beside a force: what is held is a demand of its own, and no value is merged or lost in silence."""

import pytest

from job_profiles.answers import Answers
from job_profiles.grid.cells import Sheet
from job_profiles.kinds import DemandKind, Hand
from job_profiles.problem import Severity
from job_profiles.read import read_sheets

HEAD = (
    "Task",
    "min per day",
    "Reps per minute",
    "Load",
    "Grip / pinch force",
    "Hand",
    "Grip type",
    "Remarks",
)


def reading_of(*rows, answers=None):
    width = max(len(r) for r in rows)
    sheet = Sheet("Job", tuple((*r, *[None] * (width - len(r))) for r in rows))
    return read_sheets([sheet], answers) if answers else read_sheets([sheet])


def demands(reading):
    return [d for p in reading.profiles for t in p.tasks for d in t.demands]


def said(reading, code):
    return [p for p in reading.problems if p.code == code]


@pytest.mark.parametrize(
    ("load", "force", "newtons"),
    [("450 g", "12 kgf", 117.68), ("0.2 kg", "25 N", 25), ("150 g", "4 kg", 39.23), ("1 lb", "8 lb", 35.59)],
)
def test_the_force_column_gives_the_force_of_a_grip_and_the_weight_is_asked_about(load, force, newtons):
    reading = reading_of(
        HEAD,
        ("Raise a bowl", 40, 45, load, force, "R", "Power grip", None),
        ("File a rim", 30, 60, None, "20 N", "R", "Tip pinch", None),
    )
    first, second = demands(reading)
    assert first.force_n == pytest.approx(newtons, abs=0.01)
    assert (first.load_kg, first.cell, second.force_n) == (None, "E2", 20)
    assert [(p.cell, p.found) for p in said(reading, "load-not-read")] == [("D2", load)]
    (question,) = said(reading, "what-is-held")
    assert question.asks == "columns/Job!D"
    assert "Lifting" in {c.value for c in question.choices}


def test_the_order_of_the_columns_does_not_matter():
    reading = reading_of(
        ("Task", "Grip type", "Hand", "Pinch / grip force", "Weight"),
        ("Hold a torch", "Palmar pinch", "L", "10 N", "0.5 kg"),
        ("Turn a key", "Key pinch", "R", "8 N", None),
    )
    assert [d.force_n for d in demands(reading)] == [10, 8]
    assert [p.cell for p in said(reading, "load-not-read")] == ["E2"]


def test_a_force_written_under_load_beside_an_empty_force_is_the_force():
    reading = reading_of(HEAD, ("Crank", 20, 30, "180 N", None, "R", "Power grip", None))
    assert [(d.force_n, d.cell) for d in demands(reading)] == [(180, "D2")]


def test_two_forces_of_one_grip_are_never_merged_in_silence():
    reading = reading_of(HEAD, ("Crank", 20, 30, "180 N", "150 N", "R", "Power grip", None))
    assert [d.force_n for d in demands(reading)] == [150]
    assert [p.cell for p in said(reading, "value-not-used")] == ["D2"]


def test_a_lift_takes_its_weight_from_the_load_column():
    reading = reading_of(
        HEAD,
        ("Shelve", 20, 3, "9 kg", "40 N", "R", "Lifting", None),
        ("Shelve", 20, 3, "9 kg", "12 kg", "R", "Carrying", None),
    )
    lift, carry = demands(reading)
    assert (lift.load_kg, lift.force_n, carry.load_kg) == (9, 40, 9)
    assert [p.cell for p in said(reading, "value-not-used")] == ["E3"]


def test_the_answer_makes_the_weight_a_demand_of_the_same_hand():
    rows = (HEAD, ("Raise a bowl", 40, 45, "450 g", "12 kgf", "R", "Power grip", None))
    reading = reading_of(*rows, answers=Answers(columns=(("Job!D", "Tool use"),)))
    grip, tool = demands(reading)
    assert (grip.kind, grip.load_kg) == (DemandKind.POWER_GRIP, None)
    assert grip.force_n == pytest.approx(117.68, abs=0.01)
    assert (tool.kind, tool.hand, tool.load_kg, tool.force_n, tool.cell) == (
        DemandKind.TOOL_USE, Hand.RIGHT, 0.45, None, "D2",
    )  # fmt: skip
    assert not said(reading, "what-is-held")
    assert not said(reading, "load-not-read")


def test_a_weight_without_a_named_demand_is_what_its_task_says():
    rows = (
        HEAD,
        ("Carrying trays to the kiln", 10, 2, "14 lbs", None, "both", None, None),
        ("Moving the bottle", 10, None, "35 kg", None, "both", None, "with trolley"),
        ("Crank", 20, 30, None, "180 N", "R", "Power grip", None),
    )
    reading = reading_of(*rows)
    carry, crank = demands(reading)
    assert (carry.kind, carry.efforts_per_minute) == (DemandKind.CARRYING, 2)
    assert carry.load_kg == pytest.approx(6.35, abs=0.01)
    assert crank.force_n == 180
    assert [p.cell for p in said(reading, "load-not-read")] == ["D3"]
    (question,) = said(reading, "what-is-held")
    answered = reading_of(*rows, answers=Answers(kinds=((question.asks.removeprefix("kinds/"), "lifting"),)))
    assert [(d.kind.value, d.load_kg) for d in demands(answered)][1] == ("lifting", 35)
    assert not said(answered, "what-is-held")


def test_a_weight_alone_beside_a_grip_is_asked_about_and_the_answer_counts():
    rows = (("Task", "Demand", "Hand", "Load"), ("Hold", "Power grip", "R", "500 g"))
    reading = reading_of(*rows)
    (question,) = said(reading, "force-or-weight")
    assert demands(reading)[0].force_n is None
    assert {c.value for c in question.choices} == {"g", "gf"}
    for answer, force, load in (("gf", 4.903325, None), ("g", None, 0.5)):
        answered = reading_of(*rows, answers=Answers(units=((question.asks.removeprefix("units/"), answer),)))
        assert [(d.force_n, d.load_kg) for d in demands(answered)] == [
            (pytest.approx(force) if force else None, load)
        ]
        assert not said(answered, "force-or-weight")


@pytest.mark.parametrize(
    ("heading", "value", "column"),
    [("min per day", "200 kg", "minutes"), ("Hours per day", "35 lb", "hours"), ("h/day", "20 N", "hours")],
)
def test_a_weight_in_a_column_of_times_is_an_error_at_its_cell(heading, value, column):
    reading = reading_of(
        ("Task", heading, "Demand", "Hand", "Force (N)"),
        ("Move a bottle", value, "Power grip", "R", 80),
        ("Crank", 2, "Power grip", "R", 90),
    )
    (problem,) = said(reading, "unit-does-not-fit")
    assert (problem.severity, problem.cell) == (Severity.ERROR, "B2")
    assert f"in a column of {column}" in problem.message
    assert not said(reading, "force-or-weight")
    assert [d.force_n for d in demands(reading)] == [80, 90]
    assert reading.profiles[0].tasks[1].hours_per_day is not None


def test_each_amount_has_the_unit_that_stands_beside_it():
    reading = reading_of(
        ("Task", "Demand", "Hand", "Load", "Unit", "Force", "Unit"),
        ("Hold", "Power grip", "R", 2, "kg", 25, "N"),
        ("Shelve", "Lifting", "R", 9, "lb", 40, "N"),
    )
    grip, lift = demands(reading)
    assert (grip.force_n, grip.load_kg, lift.force_n) == (25, None, 40)
    assert lift.load_kg == pytest.approx(4.08, abs=0.01)
    assert [p.cell for p in said(reading, "load-not-read")] == ["D2"]


def test_a_second_column_for_the_hand_is_told():
    reading = reading_of(
        ("Task", "Demand", "Hand", "Force (N)", "Hand used"),
        ("Hold", "Power grip", "R", 25, "L"),
        ("Turn", "Key pinch", "R", 12, "L"),
    )
    assert [d.hand for d in demands(reading)] == [Hand.RIGHT, Hand.RIGHT]
    assert [p.cell for p in said(reading, "text-column-not-read")] == ["E1"]
