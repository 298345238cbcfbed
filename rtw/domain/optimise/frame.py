"""A brief laid out day by day: what is open on each workday, how long it is, what a full day holds."""

from dataclasses import dataclass
from datetime import date, timedelta

from rtw.domain.schedule.brief import Dose, Gate, HoursCap, ScheduleBrief, TaskNeed, TimeAway


@dataclass(frozen=True, slots=True)
class Frame:
    """One offered workday. Amounts in half-hours; `most` and `full` run parallel to the brief's tasks.

    `room` is the longest the day may be by offer, treatment and hours caps; `most` is 0 for a task
    that is closed that day. `full_total` is what a full day comes to, or None where it cannot be
    one because a task that opens later is still closed.
    """

    week: int
    weekday: int
    day: date
    away: int
    offered: int
    room: int
    most: tuple[int, ...]
    full_total: int | None
    doses: tuple[int, ...]


def frames_of(brief: ScheduleBrief) -> tuple[Frame, ...]:
    """Every workday the employer offers, in order of date. `week` counts from 0."""
    days = [(w, d) for w in range(brief.weeks) for d in sorted(brief.offer.workdays)]
    dated = [(w, d, brief.start + timedelta(weeks=w, days=d)) for w, d in days]
    offered = [entry for entry in dated if entry[2] not in brief.offer.closed_on]
    last_open = {task.name: _last_open(brief, task, offered) for task in brief.tasks}
    return tuple(_frame(brief, w, d, day, last_open) for w, d, day in offered)


def never_open(brief: ScheduleBrief, frames: tuple[Frame, ...]) -> tuple[str, ...]:
    """Tasks that are closed to the last day: with one of them there is no full duty."""
    if not frames:
        return tuple(task.name for task in brief.tasks)
    return tuple(task.name for task, most in zip(brief.tasks, frames[-1].most, strict=True) if most == 0)


def _frame(
    brief: ScheduleBrief, week: int, weekday: int, day: date, last_open: dict[str, date | None]
) -> Frame:
    away = sum(time.half_hours for time in brief.away if _falls_on(time, day))
    offered = max(0, brief.offer.half_hours_per_day - away)
    most = tuple(task.full if task_is_open(brief, task, day) else 0 for task in brief.tasks)
    later = any(
        m == 0 and (last := last_open[t.name]) is not None and last > day
        for m, t in zip(most, brief.tasks, strict=True)
    )
    caps = [cap.daily[week] for cap in brief.hours_caps if cap.daily and cap_holds(cap, day)]
    return Frame(
        week=week,
        weekday=weekday,
        day=day,
        away=away,
        offered=offered,
        room=max(0, min([offered, *caps])),
        most=most,
        full_total=None if later else _full_total(brief, sum(most), away),
        doses=tuple(i for i, dose in enumerate(brief.doses) if cap_holds(dose, day)),
    )


def _full_total(brief: ScheduleBrief, asked: int, away: int) -> int | None:
    """Say what a full day comes to. Treatment excuses hours, even a whole day; a short offer does not."""
    if brief.offer.half_hours_per_day < asked:
        return None
    total = max(0, min(asked, brief.offer.half_hours_per_day - away))
    least = brief.min_day.half_hours if brief.min_day else 1
    if total >= least:
        return total
    return 0 if away else None


def _last_open(brief: ScheduleBrief, task: TaskNeed, offered: list[tuple[int, int, date]]) -> date | None:
    return max((day for _, _, day in offered if task_is_open(brief, task, day)), default=None)


def task_is_open(brief: ScheduleBrief, task: TaskNeed, day: date) -> bool:
    """Whether the employer offers the task that day and no gate shuts it."""
    early = task.offered_from is not None and day < task.offered_from
    late = task.offered_until is not None and day > task.offered_until
    return not early and not late and not any(g.task == task.name and _shuts(g, day) for g in brief.gates)


def _shuts(gate: Gate, day: date) -> bool:
    begun = gate.since is None or gate.since <= day
    lifted = gate.until is not None and day > gate.until
    signed = gate.opened is not None and day >= gate.opened.on
    return begun and not lifted and not signed


def cap_holds(cap: HoursCap | Dose, day: date) -> bool:
    """Whether a cap is in force that day."""
    return (cap.since is None or cap.since <= day) and (cap.until is None or day <= cap.until)


def _falls_on(time: TimeAway, day: date) -> bool:
    if time.on is not None:
        return time.on == day
    in_span = (time.since is None or time.since <= day) and (time.until is None or day <= time.until)
    return in_span and time.weekday == day.weekday()
