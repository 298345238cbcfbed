"""Hours written once for a task are the task's, however the sheet writes them once."""

import pytest

from job_profiles.answers import Answers
from job_profiles.grid.cells import CellValue, Merge, Sheet
from job_profiles.read import read_sheets

HEAD: tuple[CellValue, ...] = ("Task", "What the hands do", "Hours per day", "Force (N)", "Hand")
BODY: tuple[tuple[CellValue, ...], ...] = (
    ("Wheel truing", "Power grip", 4, 40, "Right"),
    (None, "Key pinch", None, 9, "Right"),
    ("Brakes", "Power grip", 2, 50, "Left"),
    (None, "Tip pinch", None, 8, "Left"),
    ("Sweeping", "Power grip", 1.5, 30, "Right"),
)


def _sheet(*merged: str) -> Sheet:
    columns = [HEAD.index(name) for name in merged]
    merges = tuple(Merge(first, column, first + 1, column) for first in (3, 5) for column in columns)
    return Sheet("Job", (("Shift", "7.5 h", None, None, None), (None,) * 5, HEAD, *BODY), merges=merges)


@pytest.mark.parametrize("merged", [(), ("Task",), ("Hours per day",), ("Task", "Hours per day")])
def test_hours_beside_the_first_row_or_merged_are_the_task_s(merged: tuple[str, ...]) -> None:
    tasks = read_sheets([_sheet(*merged)]).profiles[0].tasks
    assert [(task.name, task.hours_per_day) for task in tasks] == [
        ("Wheel truing", 4),
        ("Brakes", 2),
        ("Sweeping", 1.5),
    ]


def test_hours_of_every_row_stay_the_demands_own() -> None:
    rows = tuple((task or "Wheel truing", *rest[:1], 1, *rest[2:]) for task, *rest in BODY)
    sheet = Sheet("Job", (("Shift", "7.5 h", None, None, None), (None,) * 5, HEAD, *rows))
    assert all(task.hours_per_day is None for task in read_sheets([sheet]).profiles[0].tasks)


def test_given_hours_over_the_shift_are_told_though_they_stand_in_no_cell() -> None:
    bare = Sheet(
        "Job",
        (
            ("Job title", "Baker", None),
            ("Shift", "8 h", None),
            ("Task", "Demand", "Force (N)"),
            ("Shaping", "Power grip", 40),
            ("Packing", "Key pinch", 9),
        ),
    )
    hours = (("Baker › Shaping", 6.0), ("Baker › Packing", 4.0))
    over = [
        p for p in read_sheets([bare], Answers(task_hours=hours)).problems if p.code == "tasks-over-shift"
    ]
    assert [(problem.sheet, problem.cell, problem.found) for problem in over] == [("Job", None, "10")]
