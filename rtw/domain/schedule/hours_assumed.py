"""Hours a schedule reckons with though nobody stated them: shared out, rounded, or other than the shift's."""

from collections.abc import Iterator
from dataclasses import replace

from job_profiles.profile import JobProfile, Task
from rtw.domain.schedule.assumption import Assumption, AssumptionKind
from rtw.domain.schedule.settings import PlanSettings
from rtw.domain.schedule.task_needs import (
    full_day,
    longest_day,
    stated_hours,
    tasks_with_hours,
    working_day,
)
from rtw.domain.schedule.values import BLOCK_H

_ROUNDING_H = 0.25
"""Tasks and shift that differ by less differ only by rounding to half hours (convention)."""

_MINUTE_H = 1 / 60


def with_task_hours(profile: JobProfile, hours: tuple[tuple[str, float], ...]) -> JobProfile:
    """Put the therapist's hours a day in place of the sheet's, before any accommodation changes them."""
    own = dict(hours)
    return replace(profile, tasks=tuple(_with_own(task, own.get(task.name)) for task in profile.tasks))


def _with_own(task: Task, hours: float | None) -> Task:
    return task if hours is None else replace(task, hours_per_day=hours, hours_range=None)


def hours_assumed(job: JobProfile, planned: JobProfile, settings: PlanSettings) -> tuple[Assumption, ...]:
    """List what a schedule assumes about hours; empty where sheet or therapist state them all.

    `job` is the job as it stands, `planned` the same with the accommodations: a day that an accommodation
    makes shorter is no assumption.
    """
    return (*_shared_out(planned, settings), *_against_shift(job, settings), *_rounded(planned, settings))


def _rounded(profile: JobProfile, settings: PlanSettings) -> Iterator[Assumption]:
    """Tell which tasks are planned longer or shorter than the job asks, by a minute or more."""
    blocks, stated = full_day(profile, settings), stated_hours(profile)
    shares_shift = _is_longer_than_day(profile, settings)
    amiss = {
        name: (float(hours), blocks[name] * BLOCK_H)
        for name, hours in stated.items()
        if hours is not None and name in blocks
    }
    told = {
        name: (asked, placed)
        for name, (asked, placed) in amiss.items()
        if placed > asked + _MINUTE_H or (placed < asked - _MINUTE_H and not shares_shift)
    }
    if told:
        each = "; ".join(f"{name}, {_span(h)} in the job, at {_span(p)}" for name, (h, p) in told.items())
        words = f"Tasks are planned in whole half hours a day, which full duty counts: {each}."
        if not shares_shift and any(placed > asked for asked, placed in told.values()):
            words += f" {_day_kept(sum(blocks.values()) * BLOCK_H, profile, settings)}"
        yield Assumption(AssumptionKind.ROUNDED, words, "", tuple(told))


def _day_kept(placed: float, profile: JobProfile, settings: PlanSettings) -> str:
    """Say what the rounded tasks come to: the day stays, so what one task gains another one gives."""
    asked = float(sum(tasks_with_hours(profile, settings).values()))
    if abs(placed - asked) <= _ROUNDING_H + _MINUTE_H:
        return f"The day as a whole stays, {placed:g} h for {asked:.3g} h: what one task gains, others give."
    return (
        f"The day as a whole comes to {placed:g} h, {asked:.3g} h in the job: "
        "each task takes half an hour at least."
    )


def _is_longer_than_day(profile: JobProfile, settings: PlanSettings) -> bool:
    """Whether the tasks share a day that is shorter than they are, which is told already."""
    longest = longest_day(profile, settings)
    told = float(sum(tasks_with_hours(profile, settings).values()))
    return longest is not None and told > longest * BLOCK_H + _ROUNDING_H


def _span(hours: float) -> str:
    return f"{round(hours * 60)} min" if hours < 1.0 else f"{hours:.3g} h"


def _shared_out(profile: JobProfile, settings: PlanSettings) -> Iterator[Assumption]:
    stated = stated_hours(profile)
    silent = tuple(name for name, amount in stated.items() if amount is None)
    if not silent:
        return
    names, each = _listed(silent), float(tasks_with_hours(profile, settings)[silent[0]])
    words = f"No hours are stated for {names}: planned at {each:.2g} h a day"
    words += " each, " if len(silent) > 1 else ", "
    words += _whence(profile, settings, each * len(silent))
    asked = f"each of {names}" if len(silent) > 1 else names
    yield Assumption(
        AssumptionKind.SHARED_OUT, f"{words}.", f"How many hours a day does {asked} take?", silent
    )


def _whence(profile: JobProfile, settings: PlanSettings, taken: float) -> str:
    day, is_named = working_day(profile, settings)
    known = float(sum(amount for amount in stated_hours(profile).values() if amount is not None))
    whole = f"the shift of {float(day):g} h" if is_named else f"a day of {float(day):g} h (convention)"
    if taken > float(day) - known + _ROUNDING_H:
        return f"the least there is, because the other tasks fill {whole}"
    return f"an equal share of what {whole} leaves"


def _against_shift(profile: JobProfile, settings: PlanSettings) -> Iterator[Assumption]:
    """Tell a full day that is longer or shorter than the shift, where the sheet names one."""
    shift = profile.shift.hours_per_day
    if shift is None or not profile.tasks:
        return
    told = float(sum(tasks_with_hours(profile, settings).values()))
    whole = sum(full_day(profile, settings).values()) * BLOCK_H
    longest = (longest_day(profile, settings) or 0) * BLOCK_H
    names = tuple(task.name for task in profile.tasks)
    planned = f"full duty is planned at {whole:g} h a day"
    if told > shift + _ROUNDING_H or whole > shift + _ROUNDING_H:
        words = (
            f"The tasks add up to {told:.3g} h, the shift has {shift:g} h: {_fitted(whole, shift, longest)}."
        )
        asked = "Which tasks take less time, or are done side by side? Or is the day longer than the shift?"
        yield Assumption(AssumptionKind.OVER_SHIFT, words, asked, names)
    elif told < shift - _ROUNDING_H:
        words = f"The tasks fill {told:.3g} of the {shift:g} h of the shift: {planned}."
        asked = "What is done in the rest of the shift, or which tasks take longer?"
        yield Assumption(AssumptionKind.UNDER_SHIFT, words, asked, names)


def _fitted(whole: float, shift: float, longest: float) -> str:
    """Say how tasks that are longer than the shift are planned."""
    planned = f"full duty is planned at {whole:g} h a day"
    if whole > longest:
        return f"{planned}, which no day holds, as there are more tasks than half hours"
    if whole > shift + _ROUNDING_H:
        return f"{planned}, as you set the hours the employer offers"
    return f"they share it in proportion, and {planned}"


def _listed(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
