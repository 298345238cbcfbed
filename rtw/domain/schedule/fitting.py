"""Keeping the hours of a schedule when the brief around it changes: dates, bouts and breaks anew."""

from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.edits import blank_schedule, set_half_hours, with_full_duty_week
from rtw.domain.schedule.values import Schedule


def fitted(schedule: Schedule, brief: ScheduleBrief) -> Schedule:
    """Put the hours of a schedule, week by week, into the frame of a brief.

    Weeks beyond the last one and tasks the job no longer has are left out; whether the rest still keeps
    every limit is the checker's to say.
    """
    tasks = {need.name for need in brief.tasks}
    fitting = blank_schedule(brief)
    for week in schedule.weeks:
        for day in week.days if week.index <= brief.weeks else ():
            for entry in day.tasks:
                if entry.task in tasks:
                    fitting = set_half_hours(fitting, week.index, day.weekday, entry.task, entry.half_hours)
    return with_full_duty_week(fitting, brief)
