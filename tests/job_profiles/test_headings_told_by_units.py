"""Headings that only ask *how long* or *how many*: the units of their cells say what they hold."""

import pytest

from job_profiles.grid.cells import Sheet
from job_profiles.read import read_sheets


def reading_of(heading, *values):
    rows = [
        ("Job title", "Packer", None, None, None),
        (None,) * 5,
        ("Task", "Demand", "Hand", "Force", heading),
        *((f"Task {value}", "Power grip", "R", "20 N", value) for value in values),
    ]
    return read_sheets([Sheet("Job", tuple(rows))])


def told(reading):
    demands = [d for task in reading.profiles[0].tasks for d in task.demands]
    return [(d.hours_per_day, d.seconds_per_effort, d.efforts_per_minute) for d in demands]


@pytest.mark.parametrize(
    ("heading", "values", "wanted"),
    [
        ("How long", ("3 h", "45 s"), [(3, None, None), (None, 45, None)]),
        ("Wie lange", ("3 Std.", "5 s"), [(3, None, None), (None, 5, None)]),
        ("Combien de temps", ("45 min", "20 s"), [(0.75, None, None), (None, 20, None)]),
        ("Cuánto tiempo", ("3 h", "500 ms"), [(3, None, None), (None, 0.5, None)]),
        ("Dauer", ("4 s", "6 s"), [(None, 4, None), (None, 6, None)]),
        ("How many", ("30 per hour", "4 per min"), [(None, None, 0.5), (None, None, 4)]),
        ("How many", ("30 per hour", "3 h"), [(None, None, 0.5), (3, None, None)]),
        ("Wie viele", ("30 pro Stunde", "4 pro Min"), [(None, None, 0.5), (None, None, 4)]),
        ("Combien", ("30 par heure", "4 par min"), [(None, None, 0.5), (None, None, 4)]),
        ("Cuántas", ("30 por hora", "3 h"), [(None, None, 0.5), (3, None, None)]),
    ],
)
def test_units_settle_what_the_heading_leaves_open(heading, values, wanted):
    reading = reading_of(heading, *values)
    assert told(reading) == wanted
    assert not [p for p in reading.problems if p.cell and p.cell.startswith("E")]


@pytest.mark.parametrize(
    ("heading", "values"),
    [("How many", (20, 4)), ("Cuántos", (20, 4)), ("How many", ("30 per hour", 4))],
)
def test_numbers_without_units_are_asked_about(heading, values):
    reading = reading_of(heading, *values)
    assert told(reading) == [(None, None, None)] * 2
    assert "unknown-heading-question" in {p.code for p in reading.problems}


def test_seconds_are_no_hours_where_the_heading_speaks_of_the_day():
    reading = reading_of("Duration per day", "45 s", "3 h")
    assert told(reading) == [(None, None, None), (3, None, None)]
    assert [p.cell for p in reading.problems if p.code == "seconds-of-a-cycle"] == ["E4"]
