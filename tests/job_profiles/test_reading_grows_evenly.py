"""Four times as much of anything takes about four times as long, never sixteen times."""

import time

import pytest

from job_profiles.grid.cells import Sheet
from job_profiles.read import read_sheets

HEAD = ("Task", "Demand", "Hand", "Force (N)")
SHEETS = {
    "tasks that differ": lambda n: [HEAD, *((f"Task {i} of {n}", "Power grip", "R", 40) for i in range(n))],
    "keys that name a demand": lambda n: [
        ("Required grip force:", f"{i % 50} lb", None, None) for i in range(n)
    ],
    "headings without rows": lambda n: [HEAD] * n,
    "small tables": lambda n: [HEAD, ("A", "Power grip", "R", 3), (None,) * 4] * (n // 3),
    "keys of nothing": lambda n: [(f"Key {i} of {n}:", f"value {i}", None, None) for i in range(n)],
    "jobs": lambda n: [
        row
        for i in range(n // 4)
        for row in (
            ("Job title:", f"Job {i} of {n}", None, None),
            HEAD,
            ("A", "Key pinch", "L", 3),
            (None,) * 4,
        )
    ],
    "long texts": lambda n: [
        HEAD,
        *(("A" * 900 + str(i), "grip " * 200, "R ", "12 " * 300) for i in range(n // 40)),
    ],
}


def cpu_s(rows):
    """Processor time of the quickest of three readings: what else the machine does slows some of them."""
    sheet = Sheet("Job", tuple(rows))
    return min(_once(sheet) for _ in range(3))


def _once(sheet):
    begun = time.process_time()
    read_sheets([sheet])
    return time.process_time() - begun


@pytest.mark.parametrize("name", SHEETS)
def test_time_grows_with_the_sheet_not_with_its_square(name):
    few = cpu_s(SHEETS[name](1000))
    assert cpu_s(SHEETS[name](4000)) < 10 * max(few, 0.03)
