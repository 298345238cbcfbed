"""The independent check of any schedule, solved or written by hand, against its brief.

It shares no code with the solver's model: dates, sums and caps are worked out here once more, in exact
fractions, so that a mistake in one is caught by the other.
"""

from collections.abc import Iterator

from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.check_claims import check_claims
from rtw.domain.schedule.check_days import check_day
from rtw.domain.schedule.check_doses import check_daily_doses, check_weekly_doses
from rtw.domain.schedule.check_weeks import check_growth, check_rests, check_week_hours
from rtw.domain.schedule.checked_day import CheckedDay, checked_days, form_problems
from rtw.domain.schedule.values import Schedule
from rtw.domain.schedule.violation import Violation


def check(schedule: Schedule, brief: ScheduleBrief) -> tuple[Violation, ...]:
    """Name every rule the schedule breaks, in order of date; empty for a schedule that keeps them all."""
    malformed = form_problems(schedule, brief)
    if malformed:
        return malformed
    days = checked_days(schedule)
    found = [v for week in schedule.weeks for v in _check_week(days, brief, week.index)]
    return (*found, *check_claims(schedule, brief))


def check_week(schedule: Schedule, brief: ScheduleBrief, index: int) -> tuple[Violation, ...]:
    """Find what one week of a well-formed schedule breaks (weeks count from 1)."""
    return tuple(_check_week(checked_days(schedule), brief, index))


def _check_week(all_days: list[CheckedDay], brief: ScheduleBrief, index: int) -> Iterator[Violation]:
    earlier = [day for day in all_days if day.week < index]
    days = [day for day in all_days if day.week == index]
    for day in days:
        yield from check_day(day, brief)
        yield from check_daily_doses(day, brief)
    yield from check_weekly_doses(days, brief)
    yield from check_week_hours(days, brief)
    yield from check_growth(days, earlier, brief)
    yield from check_rests(days, earlier, brief)
