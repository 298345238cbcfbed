"""What cannot be is reported, and does not stay: a wrong value looks just as sure as a right one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from job_profiles.checks import CHECKED, is_impossible, is_impossible_of_shift
from job_profiles.draft import JobDraft, TaskDraft
from job_profiles.problem import Problem
from job_profiles.profile import Demand, JobProfile

_CODES: Final = frozenset({"impossible-value", "impossible-shift"})
HOURS_OF_A_DAY: Final = 24


def holds_impossible(problems: Sequence[Problem]) -> bool:
    """Tell whether something that cannot be was found in a job."""
    return any(p.code in _CODES for p in problems)


def clear_impossible(job: JobDraft) -> None:
    """Forget hours, days and shift that cannot be, before other values are worked out from them."""
    for name in ("shift_hours", "days_per_week"):
        value = getattr(job, name)
        if value is not None and is_impossible_of_shift(name, value):
            setattr(job, name, None)
    for task in job.tasks.values():
        _clear_task(task)


def _clear_task(task: TaskDraft) -> None:
    if not fits_a_day(task.hours):
        task.hours = None
    for draft in task.demands:
        for name in CHECKED:
            value = draft.facts.get(name)
            if isinstance(value, float) and is_impossible(name, draft.kind, value):
                del draft.facts[name]


def fits_a_day(hours: float | None) -> bool:
    """Tell whether a day can have these hours; none stated can."""
    return hours is None or 0 <= hours <= HOURS_OF_A_DAY


def without_impossible(profile: JobProfile) -> JobProfile:
    """Return the profile without figures of demands and tasks that no hand and no day can have."""
    tasks = tuple(
        replace(
            task,
            hours_per_day=task.hours_per_day if fits_a_day(task.hours_per_day) else None,
            demands=tuple(_without(demand) for demand in task.demands),
        )
        for task in profile.tasks
    )
    return replace(profile, tasks=tasks)


def _without(demand: Demand) -> Demand:
    changes: dict[str, Any] = {
        name: None
        for name in CHECKED
        if (value := getattr(demand, name)) is not None and is_impossible(name, demand.kind, value)
    }
    return replace(demand, **changes) if changes else demand
