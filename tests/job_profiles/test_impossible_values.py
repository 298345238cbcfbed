"""A value that cannot be is reported at its cell and is nowhere in the profile."""

import pytest

from job_profiles.grid.cells import Sheet
from job_profiles.read import read_sheets

HEAD = ("Task", "Task hours", "Demand", "Hand", "Force (N)", "Load (kg)", "Times per minute", "Hours per day")
GOOD = ("Fill", 2, "Power grip", "right", 40, None, 6, 1)


def reading_of(*rows):
    return read_sheets(
        [Sheet("Job", (("Job", "Packer", *[None] * 6), ("Shift", 8, *[None] * 6), HEAD, *rows))]
    )


@pytest.mark.parametrize(
    ("row", "cell", "field"),
    [
        (("Bag", 25, "Power grip", "right", 40, None, 6, 1), "B5", None),
        (("Bag", -1, "Power grip", "right", 40, None, 6, 1), "B5", None),
        (("Bag", 2, "Key pinch", "right", 900, None, 6, 1), "E5", "force_n"),
        (("Bag", 2, "Power grip", "right", -40, None, 6, 1), "E5", "force_n"),
        (("Bag", 2, "Lifting", "both", None, 900, 6, 1), "F5", "load_kg"),
        (("Bag", 2, "Power grip", "right", 40, None, -8, 1), "G5", "efforts_per_minute"),
        (("Bag", 2, "Power grip", "right", 40, None, 6, 28), "H5", "hours_per_day"),
    ],
)
def test_it_does_not_stay(row, cell, field):
    reading = reading_of(GOOD, row)
    assert [p.cell for p in reading.problems if p.code == "impossible-value"] == [cell]
    fill, bag = reading.profiles[0].tasks
    assert (fill.hours_per_day, fill.demands[0].force_n) == (2, 40)
    (demand,) = bag.demands
    if field is None:
        assert bag.hours_per_day is None
        assert (demand.force_n, demand.hours_per_day) == (40, 1)
    else:
        assert getattr(demand, field) is None
        assert bag.hours_per_day == 2


def test_a_rate_is_not_worked_out_from_hours_that_cannot_be():
    row = ("Bag", 25, "Power grip", "right", 40, None, "600 per shift", None)
    (demand,) = reading_of(GOOD, row).profiles[0].tasks[1].demands
    assert demand.efforts_per_minute == pytest.approx(600 / (8 * 60))


def test_a_shift_that_cannot_be_is_asked_for():
    rows = (("Job", "Packer", *[None] * 6), ("Shift", 28, *[None] * 6), HEAD, GOOD)
    reading = read_sheets([Sheet("Job", rows)])
    assert reading.profiles[0].shift.hours_per_day is None
    assert {"impossible-shift", "shift-unknown"} <= {p.code for p in reading.problems}
