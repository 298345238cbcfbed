"""The judge itself: a perfect reading passes every layout, and a spoilt one does not."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from drawn_pages import Cell, Page, Rendering, cell_text
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from job_layouts import ONE_JOB_ON_SHEETS, SEVERAL_JOBS
from long_layouts import LONG_LAYOUTS
from openpyxl.utils.cell import coordinate_to_tuple
from other_long_layouts import OTHER_LONG_LAYOUTS
from plausible_profiles import job_profiles, several_jobs
from python_calamine import CalamineWorkbook
from round_trip_law import area_of, differences
from wide_layouts import WIDE_LAYOUTS

from job_profiles.kinds import DemandKind
from job_profiles.problem import Problem
from job_profiles.profile import Demand, JobProfile

ONE_JOB: dict[str, Callable[[Any], Rendering]] = {
    **LONG_LAYOUTS,
    **OTHER_LONG_LAYOUTS,
    **WIDE_LAYOUTS,
    **ONE_JOB_ON_SHEETS,
}
once = settings(
    max_examples=2,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@dataclass(frozen=True, slots=True)
class PerfectReading:
    """A reading as the judge looks at one."""

    profiles: tuple[JobProfile, ...]
    problems: tuple[Problem, ...] = ()
    readable: bool = True


def as_read(drawn: Rendering, demand: Demand) -> Demand:
    """The demand with one address that holds something, and what it holds."""
    left, top, right, bottom = area_of(demand.cell or "")
    page = next(p for p in drawn.pages if p.name == demand.sheet)
    held = [
        (r, c) for r in range(top, bottom + 1) for c in range(left, right + 1) if (r - 1, c - 1) in page.cells
    ]
    row, column = held[0]
    cell = page.put(row - 1, column - 1, None)
    return replace(demand, cell=cell, as_written=cell_text(page.cells[row - 1, column - 1]))


def perfect(drawn: Rendering) -> PerfectReading:
    made = []
    for job in drawn.expected:
        tasks = (replace(t, demands=tuple(as_read(drawn, d) for d in t.demands)) for t in job.tasks)
        made.append(replace(job, tasks=tuple(tasks)))
    return PerfectReading(tuple(made))


def spoilt(reading: PerfectReading, change: Callable[[Demand], tuple[Demand, ...]]) -> PerfectReading:
    """The reading with the first demand of its first task changed."""
    job = reading.profiles[0]
    first = job.tasks[0]
    task = replace(first, demands=(*change(first.demands[0]), *first.demands[1:]))
    return replace(reading, profiles=(replace(job, tasks=(task, *job.tasks[1:])), *reading.profiles[1:]))


CHANGES: dict[str, Callable[[Demand], tuple[Demand, ...]]] = {
    "left out": lambda _d: (),
    "twice": lambda d: (d, d),
    "other kind": lambda d: (replace(d, kind=DemandKind.DRIVING),),
    "amount from nowhere": lambda d: (replace(d, torque_n_m=(d.torque_n_m or 1) * 1.02),),
    "other cell": lambda d: (replace(d, cell="ZZ900"),),
    "no address": lambda d: (replace(d, sheet=None, cell=None),),
    "other words": lambda d: (replace(d, as_written="-12345"),),
}


@pytest.mark.parametrize("name", ONE_JOB)
@given(data=st.data())
@once
def test_only_a_perfect_reading_passes(name: str, data: st.DataObject) -> None:
    drawn = ONE_JOB[name](data.draw(job_profiles()))
    reading = perfect(drawn)
    assert differences(drawn, reading) == []
    for change in CHANGES.values():
        assert differences(drawn, spoilt(reading, change))


@pytest.mark.parametrize("name", SEVERAL_JOBS)
@given(data=st.data())
@once
def test_a_job_too_few_is_noticed(name: str, data: st.DataObject) -> None:
    drawn = SEVERAL_JOBS[name](data.draw(several_jobs()))
    reading = perfect(drawn)
    assert differences(drawn, reading) == []
    assert differences(drawn, replace(reading, profiles=reading.profiles[1:]))


def as_float(value: Cell) -> str:
    """A cell as text, whole numbers like any other: files do not tell 4 from 4.0."""
    return cell_text(float(value) if isinstance(value, int) else value)


def shown(page: Page, drawn: Rendering) -> Iterator[tuple[int, int, str]]:
    """Text and numbers of the file as another library sees them; clock cells left aside."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(drawn.data))
    rows = book.get_sheet_by_name(page.name).to_python(skip_empty_area=False)
    for r, values in enumerate(rows):
        for c, value in enumerate(values):
            if isinstance(value, str | int | float) and value != "":
                yield r, c, as_float(value)


@pytest.mark.parametrize(
    "name", [n for n in ONE_JOB if "csv" not in n and "tsv" not in n and "clock" not in n]
)
@given(data=st.data())
@once
def test_a_file_holds_what_was_drawn(name: str, data: st.DataObject) -> None:
    drawn = ONE_JOB[name](data.draw(job_profiles()))
    for page in drawn.pages:
        expected = {(r, c, as_float(v)) for (r, c), v in page.cells.items()}
        assert set(shown(page, drawn)) == expected


def test_addresses_are_those_of_a_spreadsheet() -> None:
    page = Page("p")
    assert page.put(4, 1, "x") == "B5"
    assert coordinate_to_tuple("B5") == (5, 2)
