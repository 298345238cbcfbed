"""Changing a schedule by hand: every function gives a new schedule and leaves the judging to the checker."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from rtw.domain.schedule.brief import ScheduleBrief, TimeAway
from rtw.domain.schedule.check_claims import full_duty_from
from rtw.domain.schedule.values import BLOCK_H, Bout, Day, Schedule, TaskHours, Week


def blank_schedule(brief: ScheduleBrief) -> Schedule:
    """Make a schedule without work, for a therapist to write by hand; treatment times are in place."""
    weeks = tuple(_blank_week(brief, index) for index in range(1, brief.weeks + 1))
    limited = ((need.name, need.longest_bout_minutes) for need in brief.tasks)
    bouts = tuple(Bout(name, minutes) for name, minutes in limited if minutes is not None)
    return Schedule(weeks, None, bouts, brief.breaks)


def set_half_hours(schedule: Schedule, week: int, weekday: int, task: str, half_hours: int) -> Schedule:
    """Put a task at so many half hours on a day; 0 takes it off. A day not there yet is added."""
    if half_hours < 0:
        raise ValueError("A task cannot have less than no time")
    return _with_week(schedule, week, lambda found: _set_in_week(found, weekday, task, half_hours))


def add_half_hours(schedule: Schedule, week: int, weekday: int, task: str, half_hours: int) -> Schedule:
    """Add half hours of a task to a day, or take some off (not below none)."""
    there = half_hours_at(schedule, week, weekday, task)
    return set_half_hours(schedule, week, weekday, task, max(0, there + half_hours))


def remove_task(schedule: Schedule, week: int, weekday: int, task: str) -> Schedule:
    """Take a task off a day."""
    return set_half_hours(schedule, week, weekday, task, 0)


def move_half_hours(
    schedule: Schedule, task: str, source: tuple[int, int], target: tuple[int, int], half_hours: int
) -> Schedule:
    """Move half hours of a task from one (week, weekday) to another; no more than stand there."""
    moved = min(half_hours, half_hours_at(schedule, *source, task))
    return add_half_hours(add_half_hours(schedule, *source, task, -moved), *target, task, moved)


def copy_week_forward(schedule: Schedule, week: int, through: int) -> Schedule:
    """Repeat the work of a week in every later week up to `through`; treatment times stay where they are."""
    pattern = {day.weekday: day.tasks for day in _week_of(schedule, week).days}
    for later in range(week + 1, through + 1):
        schedule = _with_week(schedule, later, lambda found: _with_pattern(found, pattern))
    return schedule


def with_full_duty_week(schedule: Schedule, brief: ScheduleBrief) -> Schedule:
    """State the week of full duty anew after editing: what the hours come to, never what was claimed."""
    return replace(schedule, full_duty_week=None if brief.handed_over else full_duty_from(schedule, brief))


def half_hours_at(schedule: Schedule, week: int, weekday: int, task: str) -> int:
    """Count the half hours of a task on a day; 0 where it does not stand."""
    days = (day for day in _week_of(schedule, week).days if day.weekday == weekday)
    return sum(day.half_hours_of(task) for day in days)


def _week_of(schedule: Schedule, index: int) -> Week:
    week = schedule.week(index)
    if week is None:
        raise ValueError(f"The schedule has no week {index}")
    return week


def _with_week(schedule: Schedule, index: int, change: Callable[[Week], Week]) -> Schedule:
    changed = change(_week_of(schedule, index))
    weeks = tuple(changed if week.index == index else week for week in schedule.weeks)
    return replace(schedule, weeks=weeks)


def _set_in_week(week: Week, weekday: int, task: str, half_hours: int) -> Week:
    days = {day.weekday: day for day in week.days}
    day = days.get(weekday, Day(weekday))
    days[weekday] = replace(day, tasks=_set_in_day(day, task, half_hours))
    return replace(week, days=tuple(days[key] for key in sorted(days)), binds=())


def _set_in_day(day: Day, task: str, half_hours: int) -> tuple[TaskHours, ...]:
    there = any(entry.task == task for entry in day.tasks)
    entries = day.tasks if there else (*day.tasks, TaskHours(task, 0))
    changed = (TaskHours(task, half_hours) if entry.task == task else entry for entry in entries)
    return tuple(entry for entry in changed if entry.half_hours)


def _with_pattern(week: Week, pattern: dict[int, tuple[TaskHours, ...]]) -> Week:
    days = {day.weekday: day for day in week.days}
    weekdays = sorted(days.keys() | pattern.keys())
    filled = (replace(days.get(key, Day(key)), tasks=pattern.get(key, ())) for key in weekdays)
    return replace(week, days=tuple(filled), binds=())


def _blank_week(brief: ScheduleBrief, index: int) -> Week:
    monday = brief.start + timedelta(weeks=index - 1)
    days = tuple(
        Day(weekday, away_h=_away_h(brief, index, weekday)) for weekday in sorted(brief.offer.workdays)
    )
    return Week(index, monday, days)


def _away_h(brief: ScheduleBrief, index: int, weekday: int) -> float:
    on = brief.start + timedelta(weeks=index - 1, days=weekday)
    if on in brief.offer.closed_on:
        return 0.0
    return sum(time.half_hours for time in brief.away if _is_on(time, on)) * BLOCK_H


def _is_on(time: TimeAway, on: date) -> bool:
    if time.on is not None:
        return time.on == on
    begun = time.since is None or time.since <= on
    return begun and (time.until is None or on <= time.until) and time.weekday == on.weekday()
