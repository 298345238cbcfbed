"""What cannot be, what is unlikely and what contradicts itself in a job, every finding at its cell."""

from collections.abc import Iterator
from functools import cache
from operator import attrgetter
from typing import Final

from job_profiles.counted_twice import tools_on_two_sheets
from job_profiles.draft import DemandDraft, JobDraft, TaskDraft
from job_profiles.kinds import STRENGTH_KINDS, DemandKind
from job_profiles.problem import Problem, Severity
from job_profiles.profile import Demand, JobProfile, Task
from job_profiles.vocabulary.words import table


@cache
def _bounds() -> dict[str, tuple[float, float]]:
    return {name: (float(b["odd"]), float(b["impossible"])) for name, b in table("plausible").items()}


_PINCHES = STRENGTH_KINDS - {DemandKind.POWER_GRIP}
_BODY = frozenset({DemandKind.PUSHING, DemandKind.PULLING, DemandKind.LIFTING, DemandKind.CARRYING})
_KEYS = frozenset({DemandKind.KEYBOARDING, DemandKind.MOUSING, DemandKind.TOUCHSCREEN})


def _figure(value: float) -> str:
    """Return a number as one reads it aloud: two places, small ones three digits."""
    return f"{round(value, 2):g}" if abs(value) >= 1 else f"{value:.3g}"


CHECKED = (
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


_FIGURES: Final = attrgetter(*CHECKED)


@cache
def _bound(name: str, kind: DemandKind) -> tuple[float, float]:
    if name == "force_n":
        group = (
            "pinch"
            if kind in _PINCHES
            else "grip"
            if kind is DemandKind.POWER_GRIP
            else "body"
            if kind in _BODY
            else "other"
        )
        return _bounds()[f"force_n_{group}"]
    if name == "efforts_per_minute" and kind in _KEYS:
        return _bounds()["efforts_per_minute_keys"]
    return _bounds()[name]


def is_impossible(name: str, kind: DemandKind, value: float) -> bool:
    """Tell whether no hand and no day can have this figure of a demand (`force_n`, `hours_per_day`, …)."""
    return value < 0 or value > most_possible(name, kind)


def most_possible(name: str, kind: DemandKind) -> float:
    """Give the most a demand of this kind can have of a figure; none can have less than 0."""
    return _bound(name, kind)[1]


def is_impossible_of_shift(name: str, value: float) -> bool:
    """Tell whether no working day or week can have this figure (`shift_hours`, `days_per_week`)."""
    return value <= 0 or value > most_possible_of_shift(name)


def most_possible_of_shift(name: str) -> float:
    """Give the most a working day or week can have of a figure; each has more than 0."""
    return _bounds()[name][1]


def is_unusual(name: str, kind: DemandKind, value: float) -> bool:
    """Tell whether a figure is so high that one would look twice; an impossible one is unusual too."""
    return value < 0 or value > _bound(name, kind)[0]


def check_job(job: JobDraft, profile: JobProfile) -> Iterator[Problem]:
    """Yield everything wrong or odd in a job, drafts and profile side by side."""
    yield from _shift(job)
    for task in profile.tasks:
        yield from _task(job.tasks[task.name], task, job)
    yield from _sum(job, profile)
    yield from _scale_of_tasks(job, profile)
    yield from tools_on_two_sheets(profile)


def _shift(job: JobDraft) -> Iterator[Problem]:
    for name, value in (("shift_hours", job.shift_hours), ("days_per_week", job.days_per_week)):
        odd, _ = _bounds()[name]
        if value is not None and is_impossible_of_shift(name, value):
            yield Problem(
                Severity.ERROR,
                "impossible-shift",
                f"{_figure(value)} is no possible {name.replace('_', ' ')}.",
                "Check the shift.",
                job.sheet,
                job.shift_cell if name == "shift_hours" else None,
                _figure(value),
            )
        elif value is not None and value > odd:
            yield Problem(
                Severity.WARNING,
                "odd-shift",
                f"{_figure(value)} {name.replace('_', ' ')} is unusual.",
                "Check the shift.",
                job.sheet,
                job.shift_cell,
                _figure(value),
            )


def _task(draft: TaskDraft, task: Task, job: JobDraft) -> Iterator[Problem]:
    yield from _hours_of_task(draft, task, job)
    seen: dict[tuple[object, ...], DemandDraft] = {}
    longest = min((h for h in (job.shift_hours, task.hours_per_day) if h), default=24.0)
    for one, demand in zip(draft.demands, task.demands, strict=True):
        yield from _demand(one, demand)
        if demand.frequency_band is not None:
            yield from _against_band(one, demand, task)
        if demand.hours_per_day is not None and demand.hours_per_day > longest:
            yield from _longer(one, demand, task, job)
        if demand.load_kg is not None and demand.force_n is not None:
            yield from _weight_of_force(one, demand)
        same = _SAME_IF(demand)
        if same in seen:
            yield _twice(seen[same], demand)
        else:
            seen[same] = one


def _hours_of_task(draft: TaskDraft, task: Task, job: JobDraft) -> Iterator[Problem]:
    hours = task.hours_per_day
    if hours is not None and (hours < 0 or hours > 24):
        yield Problem(
            Severity.ERROR,
            "impossible-value",
            f"{_figure(hours)} hours in a day are not possible.",
            "Check the hours of the task.",
            draft.sheet,
            draft.hours_cell,
            _figure(hours),
        )
    elif hours is not None and job.shift_hours and hours > job.shift_hours + 0.01:
        yield Problem(
            Severity.ERROR,
            "task-longer-than-shift",
            f"The task takes {_figure(hours)} h, the shift {_figure(job.shift_hours)} h.",
            "Check the hours of the task.",
            draft.sheet,
            draft.hours_cell,
            _figure(hours),
        )


_ROUNDED: Final = 1.02


def _longer(draft: DemandDraft, demand: Demand, task: Task, job: JobDraft) -> Iterator[Problem]:
    """Yield that a demand lasts longer than its task, or than the shift."""
    hours = demand.hours_per_day
    if hours is None or not 0 <= hours <= 24:
        return
    for code, what, most in (
        ("longer-than-shift", "the shift", job.shift_hours),
        ("longer-than-task", f"the task “{task.name}”", task.hours_per_day),
    ):
        if most and hours > most * _ROUNDED + 0.01:
            cell, found = draft.place("hours_per_day")
            yield Problem(
                Severity.ERROR if code == "longer-than-shift" else Severity.WARNING,
                code,
                f"{demand.kind.label} takes {_figure(hours)} h, {what} {_figure(most)} h.",
                "Check the hours.",
                demand.sheet,
                cell,
                found,
            )
            return


def _weight_of_force(draft: DemandDraft, demand: Demand) -> Iterator[Problem]:
    """Say that the weight of a lift was worked out from the force that the sheet gives."""
    if demand.load_kg is None or "load_kg" in draft.facts or "load_kg" in draft.given:
        return
    cell, found = draft.place("force_n")
    yield Problem(
        Severity.NOTE,
        "weight-of-force",
        f"The lift is given as a force; it holds {_figure(round(demand.load_kg, 1))} kg at rest.",
        "Nothing needs doing if the weight is right.",
        demand.sheet,
        cell,
        found,
    )


def _demand(draft: DemandDraft, demand: Demand) -> Iterator[Problem]:
    for name, value in zip(CHECKED, _FIGURES(demand), strict=True):
        if value is None:
            continue
        odd, impossible = _bound(name, demand.kind)
        if 0 <= value <= odd:
            continue
        severity = Severity.ERROR if value < 0 or value > impossible else Severity.WARNING
        yield _unlikely(draft, demand, name, value, severity)


def _unlikely(draft: DemandDraft, demand: Demand, name: str, value: float, severity: Severity) -> Problem:
    what = (
        name.rsplit("_", 1)[0].replace("_", " ")
        if name.endswith(("_n", "_kg", "_deg"))
        else name.replace("_", " ")
    )
    cell, found = draft.place(name)
    word = "cannot be" if severity is Severity.ERROR else "is unusually high"
    code = "impossible-value" if severity is Severity.ERROR else "implausible-value"
    return Problem(
        severity,
        code,
        f"{demand.kind.label}: {what} of {_figure(value)} {word}.",
        "Check the number and its unit.",
        demand.sheet,
        cell,
        found,
    )


def _against_band(draft: DemandDraft, demand: Demand, task: Task) -> Iterator[Problem]:
    """Return a letter that stands for more hours than the task, or the demand itself, lasts."""
    if demand.hours_range is None or demand.frequency_band is None:
        return
    hours = task.hours_per_day
    if hours is None or demand.hours_range[0] <= hours + 0.25 or demand.hours_range[0] <= hours * 1.1:
        return
    cell, _ = draft.place("band")
    yield Problem(
        Severity.ERROR if demand.hours_range[0] > 2 * hours else Severity.WARNING,
        "band-against-hours",
        f"{demand.frequency_band} stands for {demand.hours_range[0]:.1f} h and more, "
        f"but the task “{task.name}” lasts {_figure(hours)} h.",
        "Correct the letter or the hours.",
        demand.sheet,
        cell,
        demand.frequency_band,
    )


_SAME_IF: Final = attrgetter(
    "kind",
    "hand",
    "force_n",
    "load_kg",
    "angle_deg",
    "torque_n_m",
    "ahv_m_s2",
    "hours_per_day",
    "hours_range",
    "efforts_per_minute",
    "tool",
)
"""What two rows of a task must share to be one demand that is written twice."""


def _twice(first: DemandDraft, demand: Demand) -> Problem:
    return Problem(
        Severity.WARNING,
        "duplicate",
        f"The same demand stands at {_elsewhere(first, demand)} already.",
        "Remove one of the two, or tell them apart.",
        demand.sheet,
        demand.cell,
        demand.as_written,
    )


def _elsewhere(other: DemandDraft, demand: Demand) -> str:
    return other.cell if other.sheet == demand.sheet else f"{other.sheet}!{other.cell}"


def _scale_of_tasks(job: JobDraft, profile: JobProfile) -> Iterator[Problem]:
    """Say that letters count the time of each task, where the legend says so."""
    lettered = [d for t in profile.tasks for d in t.demands if d.frequency_band]
    if job.scale is None or not job.scale.of_task or not lettered:
        return
    yield Problem(
        Severity.NOTE,
        "letters-of-task",
        "The legend counts the time of each task, not the shift; the hours follow from those of the task.",
        "Nothing needs doing if that is right.",
        lettered[0].sheet,
        lettered[0].cell,
        lettered[0].frequency_band,
    )


def _sum(job: JobDraft, profile: JobProfile) -> Iterator[Problem]:
    """Hours of all tasks against the shift; impossible ones left out."""
    if not job.shift_hours:
        return
    hours = [
        (t, p.hours_per_day)
        for t, p in ((job.tasks[p.name], p) for p in profile.tasks)
        if p.hours_per_day is not None and 0 <= p.hours_per_day <= 24
    ]
    total = sum(h for _, h in hours)
    if total <= job.shift_hours * 1.02 + 0.01 or len(hours) < 2:
        return
    cells = [t.hours_cell for t in job.tasks.values() if t.hours_cell]
    severity = Severity.ERROR if total > job.shift_hours * 1.1 else Severity.WARNING
    yield Problem(
        severity,
        "tasks-over-shift",
        f"The tasks add up to {_figure(total)} h, the shift has {_figure(job.shift_hours)} h.",
        "Correct the hours of the tasks or of the shift.",
        hours[0][0].sheet,
        f"{cells[0]}:{cells[-1]}" if cells else None,  # hours a person gave stand in no cell
        _figure(total),
    )
