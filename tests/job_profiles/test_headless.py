"""Tables without headings: read where every column says itself what it holds, refused everywhere else."""

import pytest

from job_profiles.grid.cells import Sheet
from job_profiles.problem import Severity
from job_profiles.read import read_sheets


def reading_of(*rows):
    width = max(len(row) for row in rows)
    return read_sheets([Sheet("Sheet1", tuple((*row, *[None] * (width - len(row))) for row in rows))])


def errors(reading):
    return {p.code for p in reading.problems if p.severity is Severity.ERROR}


def test_amounts_within_the_names_of_demands_are_read():
    reading = reading_of(("Fill bags", "Power grip 120 N"), ("Sew bags", "Key pinch 20 N"))
    found = [(t.name, d.kind.value, d.force_n) for p in reading.profiles for t in p.tasks for d in t.demands]
    assert found == [("Fill bags", "power_grip", 120), ("Sew bags", "key_pinch", 20)]
    assert "headings-missing" in {p.code for p in reading.problems}


@pytest.mark.parametrize(
    "rows",
    [
        (("Fill bags", "Power grip", "R", 60), ("Sew bags", "Key pinch", "L", 20)),
        (("Fill bags", "Power grip", "60 N", "30 N"), ("Sew bags", "Key pinch", "20 N", "10 N")),
        (("Fill bags", "Power grip", "60 N"), ("Sew bags", "Whistling", "20 N")),
        (("Power grip", "Fill bags", "60 N"), ("Key pinch", "Sew bags", "20 N")),
        (("Fill bags", "Typing 4 h", "Power grip 120 N"), ("Sew bags", "Typing 1 h", "Lifting 5 kg")),
    ],
    ids=["no unit", "two amounts", "an unknown demand", "demand first", "demands across"],
)
def test_what_could_be_two_things_is_refused(rows):
    reading = reading_of(*rows)
    assert reading.profiles == ()
    assert "no-demands" in errors(reading)
