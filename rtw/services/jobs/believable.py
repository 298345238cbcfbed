"""What cannot be is told, shown as it was written, and never counts: a load of −12 kg would fit any hand."""

from dataclasses import replace
from typing import Any

from job_profiles.checks import is_impossible
from job_profiles.profile import Demand, JobProfile, Shift, Task

_FIGURES = (
    "force_n",
    "load_kg",
    "angle_deg",
    "ahv_m_s2",
    "torque_n_m",
    "hours_per_day",
    "efforts_per_minute",
    "seconds_per_effort",
    "duty_cycle",
    "percent_mvc",
)
_HOURS_OF_A_DAY = 24.0
_DAYS_OF_A_WEEK = 7.0


def believable(profile: JobProfile) -> JobProfile:
    """Return the profile with every impossible figure left open; what was written stays beside it."""
    shift = Shift(
        _within(profile.shift.hours_per_day, _HOURS_OF_A_DAY),
        _within(profile.shift.days_per_week, _DAYS_OF_A_WEEK),
    )
    longest = shift.hours_per_day or _HOURS_OF_A_DAY
    return replace(profile, shift=shift, tasks=tuple(_task(task, longest) for task in profile.tasks))


def _within(value: float | None, most: float) -> float | None:
    return value if value is not None and 0 < value <= most else None


def _task(task: Task, longest_h: float) -> Task:
    """Leave the hours open of a task that would last longer than the shift."""
    hours = task.hours_per_day
    known = hours if hours is not None and 0 <= hours <= longest_h + 0.01 else None
    return replace(task, hours_per_day=known, demands=tuple(_demand(demand) for demand in task.demands))


def _demand(demand: Demand) -> Demand:
    opened: dict[str, Any] = {}
    for name in _FIGURES:
        value = getattr(demand, name)
        if value is not None and is_impossible(name, demand.kind, value):
            opened[name] = None
    if "load_kg" in opened:
        opened["load_range_kg"] = None
    return replace(demand, **opened) if opened else demand
