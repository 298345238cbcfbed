"""Hours of a week in the letterhead: worked out with the days, asked without them, never taken for a day."""

import pytest

from job_profiles.grid.cells import Sheet
from job_profiles.read import read_sheets

TABLE = (("Task", "Demand", "Hand", "Force (N)", "Reps per minute"), ("Fill", "Power grip", "Right", 40, 3))


def reading_of(*letterhead):
    rows = [*letterhead, (None,), *TABLE]
    return read_sheets([Sheet("Job", tuple((*row, *[None] * (5 - len(row))) for row in rows))])


@pytest.mark.parametrize(
    ("key", "value", "days", "hours"),
    [
        ("Hours", "37.5 h/week", ("Days per week", 5), 7.5),
        ("Hours per week", 40, ("Days per week", 4), 10),
        ("Wochenarbeitszeit", "38,5 Std.", ("Arbeitstage pro Woche", 5), 7.7),
        ("Heures par semaine", 35, ("Jours par semaine", 5), 7),
        ("Jornada semanal", "40 h semanales", ("Días por semana", 5), 8),
    ],
)
def test_hours_of_a_week_and_its_days_give_the_shift(key, value, days, hours):
    reading = reading_of(("Job", "Packer"), (key, value), days)
    assert reading.profiles[0].shift.hours_per_day == pytest.approx(hours)
    (note,) = [p for p in reading.problems if p.code == "shift-derived"]
    assert note.cell == "B2"


def test_without_the_days_it_is_asked_with_a_proposal():
    reading = reading_of(("Job", "Packer"), ("Hours", "12 h/week"))
    assert reading.profiles[0].shift.hours_per_day is None
    (asked,) = [p for p in reading.problems if p.code == "shift-unknown"]
    assert "12 h a week: on five days 2.4 h each" in asked.advice


@pytest.mark.parametrize("value", ["7.5 h (37.5 h/week)", "7.5 h, 5 days per week", "7.5"])
def test_hours_of_a_day_stay_hours_of_a_day(value):
    assert reading_of(("Job", "Packer"), ("Hours", value)).profiles[0].shift.hours_per_day == 7.5
