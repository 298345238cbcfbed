"""A job profile as a sheet to go on with in the browser."""

from collections.abc import Iterator
from dataclasses import replace

from job_profiles.profile import Demand, JobProfile, Task
from rtw.services.jobs.sheet import JobSheet, SheetRow
from rtw.services.jobs.sheet_cells import amount_of, hours_text, plain

KEPT_SCALE = "kept"
"""The choice of letters that leaves them the hours they had in the version before."""


def sheet_of(profile: JobProfile) -> JobSheet:
    """Return a profile as a sheet to go on with."""
    rows = [row for t, task in enumerate(profile.tasks) for row in _rows_of(t, task)]
    return JobSheet(
        title=profile.title,
        shift_hours=plain(profile.shift.hours_per_day),
        days_per_week=plain(profile.shift.days_per_week),
        scale=KEPT_SCALE if profile.frequency_scale else "",
        rows=tuple(rows),
    )


def _rows_of(index: int, task: Task) -> Iterator[SheetRow]:
    """Yield a row per demand; a task without demands keeps a row of its own."""
    head = SheetRow(
        task=task.name,
        essential={True: "yes", False: "no", None: ""}[task.essential],
        task_hours=hours_text(task.hours_per_day, task.hours_range),
    )
    if not task.demands:
        yield head
    for d, demand in enumerate(task.demands):
        yield replace(head, base=f"{index}.{d}", **cells_of(demand))


def cells_of(demand: Demand) -> dict[str, str]:
    """Return the cells of a demand."""
    amount, unit = amount_of(demand)
    by_letter = demand.frequency_band and demand.hours_per_day is None
    bout = demand.longest_bout_h
    return {
        "kind": demand.kind.value,
        "hand": demand.hand.value if demand.hand else "",
        "amount": amount,
        "unit": unit,
        "hours": "" if by_letter else hours_text(demand.hours_per_day, demand.hours_range),
        "rate": plain(demand.efforts_per_minute),
        "seconds": plain(demand.seconds_per_effort),
        "letter": demand.frequency_band or "",
        "tool": demand.tool or "",
        "quality": demand.quality.value if demand.quality else "",
        "bout": plain(bout * 60) if bout is not None else "",
    }
