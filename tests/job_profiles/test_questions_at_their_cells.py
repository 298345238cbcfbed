"""What nothing measures takes no weight, and what is asked of a task stands at the cell of the task."""

import pytest

from job_profiles.by_unit import Place
from job_profiles.grid.cells import Sheet
from job_profiles.kinds import WITHOUT_AMOUNT, DemandKind
from job_profiles.measures import measure
from job_profiles.problem import Severity
from job_profiles.read import read_sheets


def sheet(name, *rows):
    width = max(len(r) for r in rows)
    return Sheet(name, tuple((*r, *[None] * (width - len(r))) for r in rows))


def cells(reading, code):
    return [(p.sheet, p.cell) for p in reading.problems if p.code == code]


@pytest.mark.parametrize("kind", sorted(WITHOUT_AMOUNT | {DemandKind.WRIST_FLEXION}))
@pytest.mark.parametrize("role", ["amount", "load", "force", "kind"])
@pytest.mark.parametrize("text", ["4 kg", "10 lb"])
def test_what_has_no_weight_is_not_asked_whether_it_is_a_force(kind, role, text):
    reading = measure(text, Place(role, kind))
    assert reading.facts == ()
    assert [(c.code, c.severity) for c in reading.complaints] == [("unit-does-not-fit", Severity.ERROR)]


def test_a_weight_beside_wet_hands_is_an_error_at_its_cell():
    reading = read_sheets(
        [
            sheet(
                "Job",
                ("Task", "Task hours", "Physical demand", "Hand", "Amount"),
                ("Mop", "2 h", "Wet work", "both", "4 kg"),
                ("Lift", "1 h", "Lifting", "both", "5 kg"),
            )
        ]
    )
    assert cells(reading, "unit-does-not-fit") == [("Job", "E2")]
    assert cells(reading, "force-or-weight") == []
    wet = reading.profiles[0].tasks[0].demands[0]
    assert (wet.kind, wet.load_kg, wet.force_n) == (DemandKind.WET_OR_SOILED, None, None)


def test_hours_are_asked_at_the_task_that_has_none():
    reading = read_sheets(
        [
            sheet(
                "Job",
                ("Task", "Task hours", "Physical demand", "Hand", "Amount"),
                ("Fill", "2 h", "Power grip", "right", "40 N"),
                ("Scale", None, "Power grip", "right", "20 N"),
            )
        ]
    )
    assert cells(reading, "task-hours-unknown") == [("Job", "A3")]
    assert cells(reading, "essential-unknown") == [("Job", "A2")]


def test_a_task_named_on_one_sheet_is_asked_about_there_though_its_hours_stand_on_another():
    reading = read_sheets(
        [
            sheet("Demands", (None, None, None, None), ("Task", "Physical demand", "Hand", "Amount"),
                  ("Fill", "Power grip", "right", "40 N"), ("Scale", "Power grip", "right", "20 N")),
            sheet("Hours", ("Task", "Task hours"), ("Scale", "2 h"), ("Fill", "3 h")),
        ]
    )  # fmt: skip
    assert cells(reading, "essential-unknown") == [("Demands", "A3")]
