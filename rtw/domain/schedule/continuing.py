"""Going on with a plan after its first weeks: what was reached is where the next one begins."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from rtw.domain.schedule.brief import RestRule
from rtw.domain.schedule.values import Schedule
from rtw.domain.schedule.wishes import ScheduleWishes


@dataclass(frozen=True, slots=True)
class Continued:
    """A schedule and its wishes from a later Monday on; weeks are numbered anew from 1."""

    wishes: ScheduleWishes
    schedule: Schedule


def continued(wishes: ScheduleWishes, schedule: Schedule, today: date) -> Continued:
    """Let a plan go on from the Monday after today; one that has not begun stays as it is.

    The longest day planned so far is the longest first day of what follows: nobody starts over, and
    nobody leaps ahead. Rules that count weeks count the weeks that are left.
    """
    begun = [week for week in schedule.weeks if week.monday <= today]
    if not begun:
        return Continued(wishes, schedule)
    monday = today + timedelta(days=7 - today.weekday())
    past = len([week for week in schedule.weeks if week.monday < monday])
    left = schedule.weeks[past:]
    renumbered = tuple(replace(week, index=place) for place, week in enumerate(left, start=1))
    reached = max((day.hours for week in schedule.weeks[:past] for day in week.days), default=0.0)
    by_week = wishes.full_duty_by_week
    going_on = replace(
        wishes,
        start=monday,
        first_day_hours=reached or wishes.first_day_hours,
        rests=tuple(_later(rest, past) for rest in wishes.rests if rest.last > past),
        full_duty_by_week=max(1, by_week - past) if by_week is not None else None,
    )
    return Continued(going_on, replace(schedule, weeks=renumbered, full_duty_week=None))


def _later(rest: RestRule, past: int) -> RestRule:
    return replace(rest, first=max(1, rest.first - past), last=rest.last - past)
