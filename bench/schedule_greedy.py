"""The rival: a greedy ramp that fills each day in the order of the tasks and never looks ahead."""

from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.checker import check_week
from rtw.domain.schedule.edits import add_half_hours, blank_schedule, remove_task
from rtw.domain.schedule.values import Schedule


def greedy_ramp(brief: ScheduleBrief) -> Schedule:
    """Essential tasks first, on every day as much as no rule forbids, week after week."""
    schedule = blank_schedule(brief)
    order = sorted(brief.tasks, key=lambda need: not need.essential)
    for week in range(1, brief.weeks + 1):
        for weekday in brief.offer.workdays:
            for need in order:
                schedule = _fill(schedule, brief, week, weekday, need.name, need.full)
            schedule = _without_short_day(schedule, brief, week, weekday)
    return schedule


def _without_short_day(schedule: Schedule, brief: ScheduleBrief, week: int, weekday: int) -> Schedule:
    found = schedule.week(week)
    hours = sum(day.half_hours for day in found.days if day.weekday == weekday) if found else 0
    if brief.min_day is None or hours >= brief.min_day.half_hours:
        return schedule
    for need in brief.tasks:
        schedule = remove_task(schedule, week, weekday, need.name)
    return schedule


def _fill(
    schedule: Schedule, brief: ScheduleBrief, week: int, weekday: int, task: str, most: int
) -> Schedule:
    """Take the largest amount of a task that the checker passes, a short day being allowed for the moment."""
    for amount in range(most, 0, -1):
        tried = add_half_hours(schedule, week, weekday, task, amount)
        if not [v for v in check_week(tried, brief, week) if v.breach != "short_day"]:
            return tried
    return schedule
