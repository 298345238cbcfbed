"""Rows that only title a group of tasks are no tasks."""

import pytest

from job_profiles.grid.cells import Sheet, parse_range
from job_profiles.read import read_sheets

HEADINGS = ("Task", "Hours per day", "Demand", "Force")


def reading_of(*rows, merges=()):
    width = max(len(row) for row in rows)
    filled = tuple((*row, *[None] * (width - len(row))) for row in rows)
    return read_sheets([Sheet("Job", filled, merges=tuple(map(parse_range, merges)))])


def tasks(reading):
    return [t.name for p in reading.profiles for t in p.tasks]


def titles(reading):
    return [p.cell for p in reading.problems if p.code == "section-title"]


@pytest.mark.parametrize(
    ("names", "merges"),
    [
        (("AT THE BENCH", "MACHINES"), ()),
        (("At the bench", "Machines"), ("A2:D2", "A4:D4")),
        (("At the bench:", "Machines:"), ()),
    ],
)
def test_titles_of_groups_are_told_and_are_no_tasks(names, merges):
    reading = reading_of(
        HEADINGS,
        (names[0],),
        ("Fill", 3, "Grip", "5 N"),
        (names[1],),
        ("Tape", 2, "Pinch", "6 N"),
        merges=merges,
    )
    assert tasks(reading) == ["Fill", "Tape"]
    assert [t.hours_per_day for t in reading.profiles[0].tasks] == [3, 2]
    assert titles(reading) == ["A2", "A4"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Fill", 3, "Grip", "5 N"), ("Sweep",), ("Tape", 2, "Pinch", "6 N")],
        [("FILL", 3, "Grip", "5 N"), ("SWEEP",), ("TAPE", 2, "Pinch", "6 N")],
        [("Fill", 3, "Grip", "5 N"), ("Tape", 2, "Pinch", "6 N"), ("SWEEP",)],
    ],
)
def test_a_task_with_nothing_but_its_name_stays_a_task(rows):
    reading = reading_of(HEADINGS, *rows)
    assert len(tasks(reading)) == 3
    assert titles(reading) == []


def test_a_name_above_rows_without_names_is_their_task():
    reading = reading_of(
        ("Task", "Demand", "Force"),
        ("CUTTING",),
        (None, "Grip", "5 N"),
        (None, "Pinch", "6 N"),
        ("Tape", "Grip", "6 N"),
    )
    assert tasks(reading) == ["CUTTING", "Tape"]
    assert len(reading.profiles[0].tasks[0].demands) == 2
