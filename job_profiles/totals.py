"""The total that a sheet writes below its tasks, held against the hours of the tasks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from job_profiles.draft import JobDraft, TotalDraft
from job_profiles.problem import Problem, Severity
from job_profiles.profile import JobProfile, Range, Task
from job_profiles.question import Pairs
from job_profiles.vocabulary.words import fold

_ROUNDING_H: Final = 0.1
_ROUNDED: Final = 0.02
"""A total may miss the sum of its tasks by this, in hours or as a share of it, as people round them."""

_NAMED: Final = 8


_NO_SUM: Final = re.compile(
    r"^(?:average|mean|max|min|durchschnitt|mittel|moyenne|promedio|media|whole shift)"
)


def adds_up(name: str) -> bool:
    """Tell whether a row of that name adds up the rows above it, unlike an average or a maximum."""
    return _NO_SUM.match(fold(name)) is None


@dataclass(frozen=True, slots=True)
class _Sum:
    """Least and most hours of some tasks, and the names of those whose hours are not known."""

    least: float
    most: float
    unknown: tuple[str, ...]

    def agrees_with(self, hours: float) -> bool:
        slack = max(_ROUNDING_H, _ROUNDED * hours)
        return self.least - slack <= hours and (bool(self.unknown) or hours <= self.most + slack)


def totals_against_tasks(job: JobDraft, profile: JobProfile, _pairs: Pairs) -> Iterator[Problem]:
    """Warn at a total that the tasks above it do not come to; say where it cannot be told."""
    for total in job.totals:
        sums = [_sum(tasks) for tasks in _above(job, profile, total) if tasks]
        if not sums:
            continue
        if not any(one.agrees_with(total.hours) for one in sums):
            yield _disagrees(total, sums[0])
        elif sums[0].unknown:
            yield _open(total, sums[0])


def _above(job: JobDraft, profile: JobProfile, total: TotalDraft) -> tuple[list[Task], ...]:
    """Return the tasks named above a total on its sheet: all of them, and those since the total before it."""
    rows = {
        task.name: _row(task.name_cell)
        for task in job.tasks.values()
        if task.name_sheet == total.sheet and task.name_cell
    }
    here = _row(total.cell)
    before = max(
        (_row(t.cell) for t in job.totals if t.sheet == total.sheet and _row(t.cell) < here), default=0
    )
    return tuple(
        [task for task in profile.tasks if since < rows.get(task.name, 0) < here]
        for since in dict.fromkeys((0, before))
    )


def _row(cell: str) -> int:
    return int(re.sub(r"\D", "", cell) or 0)


def _sum(tasks: list[Task]) -> _Sum:
    spans = [(task.name, _hours(task)) for task in tasks]
    known = [span for _, span in spans if span is not None]
    unknown = tuple(name for name, span in spans if span is None)
    return _Sum(sum(low for low, _ in known), sum(high for _, high in known), unknown)


def _hours(task: Task) -> Range | None:
    """Return least and most hours of a task, or of what it asks for longest where it has none itself."""
    if task.hours_per_day is not None:
        return task.hours_per_day, task.hours_per_day
    if task.hours_range is not None:
        return task.hours_range
    spans = [_span(d.hours_per_day, d.hours_range) for d in task.demands]
    return max((span for span in spans if span is not None), default=None)


def _span(hours: float | None, low_high: Range | None) -> Range | None:
    return (hours, hours) if hours is not None else low_high


def _disagrees(total: TotalDraft, tasks: _Sum) -> Problem:
    made = f"{round(tasks.least, 2):g}"
    made += f" to {round(tasks.most, 2):g}" if tasks.most - tasks.least > _ROUNDING_H else ""
    return Problem(
        Severity.WARNING,
        "total-disagrees",
        f"The total says {round(total.hours, 2):g} h, the tasks come to {made} h{_without(tasks)}.",
        "Correct the total or the hours of the tasks; the hours of the tasks count.",
        total.sheet,
        total.cell,
        total.found,
    )


def _open(total: TotalDraft, tasks: _Sum) -> Problem:
    return Problem(
        Severity.NOTE,
        "total-open",
        f"The total says {round(total.hours, 2):g} h, the tasks come to {round(tasks.least, 2):g} h"
        f"{_without(tasks)}; whether it agrees cannot be told.",
        "Give the hours of the tasks that have none.",
        total.sheet,
        total.cell,
        total.found,
    )


def _without(tasks: _Sum) -> str:
    return f" without {', '.join(tasks.unknown[:_NAMED])}" if tasks.unknown else ""
