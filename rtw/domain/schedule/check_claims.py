"""What a schedule says of itself: stretches, breaks, the week of full duty; and what a plan must achieve."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from rtw.domain.schedule.brief import ScheduleBrief, TaskNeed
from rtw.domain.schedule.check_days import closed_on, treatment_hours
from rtw.domain.schedule.checked_day import CheckedDay, checked_days, in_hours, words_of
from rtw.domain.schedule.values import Schedule
from rtw.domain.schedule.violation import Breach, Violation


def check_claims(schedule: Schedule, brief: ScheduleBrief) -> Iterator[Violation]:
    """Claims of the schedule that are not so, and requirements that it misses."""
    yield from _check_bouts(schedule, brief)
    rule, own = brief.breaks, schedule.breaks
    if own.after_minutes > rule.after_minutes or own.minutes < rule.minutes:
        words = (
            f"Breaks: {rule.minutes} min after at most {rule.after_minutes} min are required ({rule.origin})."
        )
        yield Violation(Breach.BREAKS, words)
    reached = full_duty_from(schedule, brief)
    if schedule.full_duty_week is not None and brief.handed_over:
        words = f"It is not full duty without essential tasks: {', '.join(brief.handed_over)}."
        yield Violation(Breach.CLAIM, words, schedule.full_duty_week)
    if schedule.full_duty_week is not None and (reached is None or reached > schedule.full_duty_week):
        words = f"Full duty is not reached from week {schedule.full_duty_week} on."
        yield Violation(Breach.CLAIM, words, schedule.full_duty_week)
    yield from _check_requirement(schedule, brief, reached)


def _check_bouts(schedule: Schedule, brief: ScheduleBrief) -> Iterator[Violation]:
    planned = {bout.task: bout.max_minutes for bout in schedule.bouts}
    for need in brief.tasks:
        most = need.longest_bout_minutes
        if most is not None and (need.name not in planned or planned[need.name] > most):
            words = f"{need.name}: stretches of at most {most} min are required."
            yield Violation(Breach.BOUT, words, task=need.name, ground=need.bout_ground)


def _check_requirement(schedule: Schedule, brief: ScheduleBrief, reached: int | None) -> Iterator[Violation]:
    needed = brief.requirement
    if not any(day.hours for day in checked_days(schedule) if day.week <= needed.begin_by_week):
        words = f"No task is worked up to week {needed.begin_by_week}: {needed.ground.words}."
        yield Violation(Breach.REQUIREMENT, words, needed.begin_by_week, ground=needed.ground)
    by_week = needed.full_duty_by_week
    if by_week is not None and (reached is None or reached > by_week):
        why = _why_not_full(schedule, brief, min(by_week, brief.weeks))
        words = f"Full duty is not reached by week {by_week}, as was required, because {why}."
        yield Violation(Breach.REQUIREMENT, words, by_week, ground=needed.ground)


def _why_not_full(schedule: Schedule, brief: ScheduleBrief, week: int) -> str:
    """Say what keeps a week from full duty: shut tasks first, then a short offer, then short days."""
    days = _offered_days(brief, week)
    if not days:
        return "no work is offered in that week"
    shut = [need.name for need in brief.tasks if not all(_is_open(need, on, brief) for on in days)]
    if shut:
        return f"these tasks are shut: {', '.join(shut)}"
    asked = in_hours(sum(need.full for need in brief.tasks))
    offered = in_hours(brief.offer.half_hours_per_day)
    if offered < asked:
        return f"the employer offers {words_of(offered)} a day and full duty takes {words_of(asked)}"
    worked = {day.on: day.hours for day in checked_days(schedule)}
    least = min(worked.get(on, Fraction(0)) for on in days)
    if least < asked:
        return f"a day of that week holds {words_of(least)} of the {words_of(asked)} of full duty"
    return "a later week falls short of it again"


def full_duty_from(schedule: Schedule, brief: ScheduleBrief) -> int | None:
    """Find the first week from which every task left stands at full hours on every day work is offered."""
    worked = {day.on: day for day in checked_days(schedule)}
    last = first = None
    for week in range(brief.weeks, 0, -1):
        days = _offered_days(brief, week)
        if days and not all(_is_full(worked.get(on), on, brief) for on in days):
            break
        if days:
            last = last or week
        first = week if last is not None else None
    return first


def _offered_days(brief: ScheduleBrief, week: int) -> list[date]:
    ordinals = (brief.start.toordinal() + 7 * (week - 1) + weekday for weekday in brief.offer.workdays)
    days = (date.fromordinal(ordinal) for ordinal in ordinals)
    return [on for on in days if on not in brief.offer.closed_on]


def _is_full(day: CheckedDay | None, on: date, brief: ScheduleBrief) -> bool:
    if not all(_is_open(need, on, brief) for need in brief.tasks):
        return False
    asked = in_hours(sum(need.full for need in brief.tasks))
    if in_hours(brief.offer.half_hours_per_day) < asked:
        return False
    away = treatment_hours(on, brief)
    room = max(Fraction(0), in_hours(brief.offer.half_hours_per_day) - away)
    target = min(asked, room)
    if brief.min_day is not None and target < in_hours(brief.min_day.half_hours):
        target = Fraction(0) if away else asked
    return (day.hours if day else Fraction(0)) >= target


def _is_open(need: TaskNeed, on: date, brief: ScheduleBrief) -> bool:
    if not (need.offered_from or date.min) <= on <= (need.offered_until or date.max):
        return False
    return not any(gate.task == need.name and closed_on(gate, on) for gate in brief.gates)
