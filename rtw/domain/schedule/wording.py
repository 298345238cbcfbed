"""A week as a supervisor would say it: "Mon/Wed/Fri 4 h, typing in bouts of at most 30 min"."""

from dataclasses import dataclass
from datetime import date, timedelta

from rtw.domain.schedule.values import BLOCK_H, Day, Schedule, TaskHours, Week

FIXED_HOLIDAYS = ((12, 25), (1, 1))
"""Public holidays by (month, day) that nearly every country keeps (convention). A hint, never a calendar."""

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class DayGroup:
    """Days of one week that are worked alike; `weekdays` ascend, 0 Monday."""

    weekdays: tuple[int, ...]
    tasks: tuple[TaskHours, ...]
    away_h: float

    @property
    def hours(self) -> float:
        """Hours of work on each of these days."""
        return sum(entry.half_hours for entry in self.tasks) * BLOCK_H


def day_groups(week: Week) -> tuple[DayGroup, ...]:
    """Group the worked days of a week by equal work and equal treatment time, in order of first day."""
    alike: dict[tuple[frozenset[TaskHours], float], list[Day]] = {}
    for day in sorted(week.days, key=lambda day: day.weekday):
        if day.tasks:
            alike.setdefault((frozenset(day.tasks), day.away_h), []).append(day)
    return tuple(
        DayGroup(tuple(day.weekday for day in days), days[0].tasks, days[0].away_h) for days in alike.values()
    )


def days_in_words(weekdays: tuple[int, ...]) -> str:
    """Name weekdays: `Mon to Fri` for a run of three or more, else `Mon/Wed/Fri`."""
    run = len(weekdays) > 2 and weekdays[-1] - weekdays[0] == len(weekdays) - 1
    if run:
        return f"{WEEKDAYS[weekdays[0]]} to {WEEKDAYS[weekdays[-1]]}"
    return "/".join(WEEKDAYS[weekday] for weekday in weekdays)


def worked_holidays(schedule: Schedule) -> tuple[date, ...]:
    """List the days of work that fall on a public holiday nearly everywhere; the plan knows no calendar."""
    worked = (
        week.monday + timedelta(days=day.weekday) for week in schedule.weeks for day in week.days if day.tasks
    )
    return tuple(day for day in worked if (day.month, day.day) in FIXED_HOLIDAYS)


def hours_in_words(hours: float) -> str:
    """Say hours without needless digits."""
    return f"{hours:g} h"


def week_in_words(schedule: Schedule, week: Week) -> str:
    """Say the week in one line: days and hours, then what has to be done in bouts."""
    groups = day_groups(week)
    if not groups:
        return "No work this week"
    days = "; ".join(_group_in_words(group, detailed=len(groups) > 1) for group in groups)
    return ", ".join((days, *_bouts_in_words(schedule, week)))


def tasks_in_words(group: DayGroup) -> str:
    """Name the tasks of a day with their hours, in the order of the schedule."""
    return ", ".join(f"{entry.task} {hours_in_words(entry.hours)}" for entry in group.tasks)


def week_in_lines(schedule: Schedule, week: Week) -> tuple[str, ...]:
    """Say the week for a pin-board: a line per kind of day with its tasks, bouts, breaks, the total."""
    groups = day_groups(week)
    if not groups:
        return ("No work this week",)
    lines = tuple(f"{_group_in_words(group, detailed=True)}: {tasks_in_words(group)}" for group in groups)
    bouts = tuple(f"{words[0].upper()}{words[1:]}" for words in _bouts_in_words(schedule, week))
    return (*lines, *bouts, breaks_in_words(schedule), f"Total {hours_in_words(week.hours)}")


def breaks_in_words(schedule: Schedule) -> str:
    """Say the break rule."""
    rule = schedule.breaks
    return f"A break of {rule.minutes} min after at most {rule.after_minutes} min, within working time"


def _group_in_words(group: DayGroup, *, detailed: bool) -> str:
    words = f"{days_in_words(group.weekdays)} {hours_in_words(group.hours)}"
    away = f" (away {hours_in_words(group.away_h)})" if group.away_h and detailed else ""
    return words + away


def _bouts_in_words(schedule: Schedule, week: Week) -> tuple[str, ...]:
    worked = {entry.task for day in week.days for entry in day.tasks}
    return tuple(
        f"{bout.task} in bouts of at most {bout.max_minutes} min"
        for bout in schedule.bouts
        if bout.task in worked
    )
