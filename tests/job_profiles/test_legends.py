"""A legend says how much of a day a letter stands for; a dash in it is no minus."""

import pytest

from job_profiles.grid.cells import CellValue, Sheet
from job_profiles.read import read_sheets

DASHES = ("–", "-", "—", "−", ":", "=")


def _job(*legend: tuple[CellValue, ...]) -> Sheet:
    rows: tuple[tuple[CellValue, ...], ...] = (
        ("Shift", "8 h"),
        ("Task", "Demand", "Hand", "Force (N)", "How often"),
        ("Pack", "Power grip", "Right", 30, "O"),
        ("Pack", "Key pinch", "Right", 9, "F"),
        (None,),
        ("Legend",),
        *legend,
    )
    return Sheet("Job", tuple((*row, *[None] * (5 - len(row))) for row in rows))


@pytest.mark.parametrize("dash", DASHES)
@pytest.mark.parametrize(
    ("occasionally", "frequently", "hours"),
    [
        ("up to 1/3 of the shift", "1/3 to 2/3", [(0, 8 / 3), (8 / 3, 16 / 3)]),
        ("0-33 %", "34-66 %", [(0, 2.64), (2.72, 5.28)]),
        ("up to 2 h", "2-5 h", [(0, 2), (2, 5)]),
    ],
)
def test_a_dash_before_a_figure_makes_nothing_negative(
    dash: str, occasionally: str, frequently: str, hours: list[tuple[float, float]]
) -> None:
    reading = read_sheets(
        [_job(("O", f"occasionally {dash} {occasionally}"), ("F", f"frequently {dash} {frequently}"))]
    )
    read = [demand.hours_range for task in reading.profiles[0].tasks for demand in task.demands]
    assert [pytest.approx(each) for each in hours] == read
