"""Long layouts that do not fit one table of plain columns."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import layout_columns as col
from drawn_pages import Page, Rendering
from layout_words import PLAIN
from letterheads import bare_pairs, spread_pairs, stacked_pairs
from long_layouts import UNIT_COLUMN, LongLayout

from job_profiles.profile import JobProfile, Task

CYCLE_S = 45


def cycles(job: JobProfile) -> Rendering:
    """Cycle time in seconds and efforts per cycle instead of a rate."""
    columns = (
        col.task_name(PLAIN),
        col.Column("Cycle time (s)", lambda _x: CYCLE_S),
        col.demand_kind(PLAIN),
        col.hand(PLAIN),
        col.amount("Amount", col.SI_UNITS),
        col.unit("Unit", col.SI_UNITS),
        col.rate("Efforts per cycle", _per_cycle),
    )
    whole = tuple(
        replace(
            t, demands=tuple(replace(d, efforts_per_minute=_whole(d.efforts_per_minute)) for d in t.demands)
        )
        for t in job.tasks
    )
    return LongLayout(columns, letterhead=stacked_pairs)(replace(job, tasks=whole))


def _whole(per_minute: float | None) -> float | None:
    """The rate that whole efforts per cycle come to."""
    return None if per_minute is None else _per_cycle(per_minute) * 60 / CYCLE_S


def _per_cycle(per_minute: float) -> int:
    return max(1, round(per_minute * CYCLE_S / 60))


def hour_ranges(job: JobProfile) -> Rendering:
    """Hours of each demand as a range `1-2 h`."""

    def low_high(x: col.Line) -> tuple[float, float]:
        hours = x.demand.hours_per_day or 0
        return (hours / 2, hours)

    ranged = tuple(
        replace(
            t,
            demands=tuple(
                replace(d, hours_range=((d.hours_per_day or 0) / 2, d.hours_per_day or 0)) for d in t.demands
            ),
        )
        for t in job.tasks
    )
    columns = (
        col.task_name(PLAIN),
        col.demand_kind(PLAIN),
        col.hand(PLAIN),
        col.amount_with_unit("Value", col.SI_UNITS),
        col.Column(
            "Time per day", lambda x: f"{low_high(x)[0]:g}-{low_high(x)[1]:g} h", tells=("hours_range",)
        ),
    )
    return LongLayout(columns, letterhead=bare_pairs)(replace(job, tasks=ranged))


def hidden_demands(job: JobProfile) -> Rendering:
    """The demand table on a hidden sheet behind a cover sheet that holds job and shift."""
    cover, table = Page("Cover"), Page("Data", hidden=True)
    stacked_pairs(cover, job, PLAIN)
    cover.put(7, 0, "See the next sheet for the demands.")
    lines = col.lines_of([job])
    col.write_table(table, 0, UNIT_COLUMN.columns, lines)
    tasks = col.told_tasks(table, 1, UNIT_COLUMN.columns, lines)
    return Rendering((cover, table), (col.told_job(job, tasks, UNIT_COLUMN.columns),))


def task_cards(job: JobProfile) -> Rendering:
    """Each task as a small card on one sheet: name, hours, essential, then its own table."""
    page = Page("Tasks")
    row = bare_pairs(page, job, PLAIN)
    columns = (
        col.demand_kind(PLAIN),
        col.hand(PLAIN),
        col.amount_with_unit("Amount", col.SI_UNITS),
        col.rate("Per minute", float),
    )
    made = []
    for task in job.tasks:
        page.put_row(row, ("Task", task.name))
        page.put_row(
            row + 1, ("Hours per day", task.hours_per_day, "Essential", "yes" if task.essential else "no")
        )
        lines = [col.Line(job, task, d) for d in task.demands]
        told = col.told_tasks(page, row + 3, columns, lines)[0]
        made.append(replace(told, essential=task.essential, hours_per_day=task.hours_per_day))
        row = col.write_table(page, row + 2, columns, lines) + 1
    return Rendering((page,), (col.told_job(job, tuple(made), columns),))


PRINTED = (
    col.task_name(PLAIN),
    col.task_hours(PLAIN),
    col.demand_kind(PLAIN),
    col.hand(PLAIN),
    col.amount_with_unit("Amount", col.SI_UNITS),
    col.rate("Times per minute", float),
)


def _by_task(job: JobProfile) -> list[list[col.Line]]:
    lines = col.lines_of([job])
    return [[x for x in lines if x.task is task] for task in job.tasks]


def headings_repeated(job: JobProfile) -> Rendering:
    """The heading row again above each task, as printed lists have it."""
    page = Page("List")
    tasks: list[Task] = []
    row = bare_pairs(page, job, PLAIN)
    for lines in _by_task(job):
        tasks += col.told_tasks(page, row + 1, PRINTED, lines)
        row = col.write_table(page, row, PRINTED, lines)
    return Rendering((page,), (col.told_job(job, tuple(tasks), PRINTED),))


def blank_rows_between(job: JobProfile) -> Rendering:
    """A blank row after each task, all under one heading row."""
    page = Page("List")
    tasks: list[Task] = []
    row = stacked_pairs(page, job, PLAIN)
    page.put_row(row, tuple(c.heading for c in PRINTED))
    row += 1
    for lines in _by_task(job):
        tasks += col.told_tasks(page, row, PRINTED, lines)
        row = col.write_rows(page, row, PRINTED, lines) + 1
    return Rendering((page,), (col.told_job(job, tuple(tasks), PRINTED),))


def task_in_a_band(job: JobProfile) -> Rendering:
    """One heading row; each task is a merged band above its demands, without hours."""
    page = Page("List")
    columns = PRINTED[2:]
    tasks: list[Task] = []
    row = spread_pairs(page, job, PLAIN)
    page.put_row(row, tuple(c.heading for c in columns))
    row += 1
    for number, lines in enumerate(_by_task(job), 1):
        page.put(row, 0, f"Task {number}: {lines[0].task.name}")
        page.merge(row, 0, row, len(columns) - 1)
        tasks += col.told_tasks(page, row + 1, columns, lines)
        row = col.write_rows(page, row + 1, columns, lines)
    return Rendering((page,), (col.told_job(job, tuple(tasks), columns),))


def numbers_as_text(job: JobProfile) -> Rendering:
    """Every number of the table is text, some with blanks around it."""
    drawn = UNIT_COLUMN(job)
    page = drawn.pages[0]
    for place, value in tuple(page.cells.items()):
        if place[0] > 6 and isinstance(value, int | float):
            page.cells[place] = f"{value:g}\u00a0" if place[0] % 2 else f" {value:g}"
    return drawn


OTHER_LONG_LAYOUTS: Final[dict[str, Callable[[JobProfile], Rendering]]] = {
    "long, cycle time": cycles,
    "long, ranges of hours": hour_ranges,
    "long, hidden sheet": hidden_demands,
    "task cards on one sheet": task_cards,
    "long, headings repeated": headings_repeated,
    "long, blank rows between tasks": blank_rows_between,
    "long, task in a band": task_in_a_band,
    "long, numbers as text": numbers_as_text,
}
