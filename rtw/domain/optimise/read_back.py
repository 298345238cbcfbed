"""From the solver's figures back to a schedule."""

from datetime import timedelta

from rtw.domain.optimise.frame import Frame
from rtw.domain.optimise.model import Model
from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.values import BLOCK_H, Bout, Day, Schedule, TaskHours, Week


def schedule_of(
    brief: ScheduleBrief, model: Model, amounts: dict[int, tuple[int, ...]], reached_week: int | None
) -> Schedule:
    """Build the schedule that these half-hours stand for; full duty only of the whole job, all of it open."""
    days = {
        (frame.week, frame.weekday): _day(brief, frame, amounts[place])
        for place, frame in enumerate(model.frames)
    }
    return Schedule(
        weeks=tuple(_week(brief, week, days) for week in range(brief.weeks)),
        full_duty_week=None if model.closed or brief.handed_over else reached_week,
        bouts=bouts_of(brief),
        breaks=brief.breaks,
    )


def bouts_of(brief: ScheduleBrief) -> tuple[Bout, ...]:
    """Give the longest stretch of every task that has one."""
    limited = ((task.name, task.longest_bout_minutes) for task in brief.tasks)
    return tuple(Bout(name, minutes) for name, minutes in limited if minutes is not None)


def _week(brief: ScheduleBrief, week: int, days: dict[tuple[int, int], Day]) -> Week:
    workdays = sorted(brief.offer.workdays)
    filled = tuple(days.get((week, weekday), Day(weekday)) for weekday in workdays)
    return Week(week + 1, brief.start + timedelta(weeks=week), filled)


def _day(brief: ScheduleBrief, frame: Frame, amounts: tuple[int, ...]) -> Day:
    pairs = zip(brief.tasks, amounts, strict=True)
    tasks = tuple(TaskHours(task.name, count) for task, count in pairs if count)
    return Day(frame.weekday, tasks, frame.away * BLOCK_H)
