"""The independent check of any schedule, solved or written by hand, against its brief.

It shares no code with the solver's model: dates, sums and caps are worked out here once more, in exact
fractions, so that a mistake in one is caught by the other.
"""

from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.check_claims import check_claims
from rtw.domain.schedule.check_days import check_day
from rtw.domain.schedule.check_doses import check_daily_doses, check_weekly_doses
from rtw.domain.schedule.check_weeks import check_growth, check_rests, check_week_hours
from rtw.domain.schedule.checked_day import checked_days, form_problems
from rtw.domain.schedule.values import Schedule
from rtw.domain.schedule.violation import Violation


def check(schedule: Schedule, brief: ScheduleBrief) -> tuple[Violation, ...]:
    """Name every rule the schedule breaks, in order of date; empty for a schedule that keeps them all."""
    malformed = form_problems(schedule, brief)
    if malformed:
        return malformed
    found = [v for week in schedule.weeks for v in check_week(schedule, brief, week.index)]
    return (*found, *check_claims(schedule, brief))


def check_week(schedule: Schedule, brief: ScheduleBrief, index: int) -> tuple[Violation, ...]:
    """Find what one week of a well-formed schedule breaks (weeks count from 1)."""
    earlier = [day for day in checked_days(schedule) if day.week <= index]
    days = [day for day in earlier if day.week == index]
    by_day = (v for day in days for v in (*check_day(day, brief), *check_daily_doses(day, brief)))
    return (
        *by_day,
        *check_weekly_doses(days, brief),
        *check_week_hours(days, brief),
        *check_growth(days, earlier, brief),
        *check_rests(days, brief),
    )
