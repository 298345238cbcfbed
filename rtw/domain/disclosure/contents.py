"""The parts of a report, each stripped to what an employer applies."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reports.enums import Meanwhile, Weekday
from reports.ladders import Ladder, protective
from reports.types import (
    BoutLimit,
    Breaks,
    CatalogueSentence,
    ClosedTask,
    FullDutyRange,
    ReportAccommodation,
    ReportDay,
    ReportRestriction,
    ReportWeek,
    TaskTime,
    TimeAway,
    Words,
)
from rtw.domain.disclosure.free_text import Gatekeeper, task_namer
from rtw.domain.disclosure.handed_over import handed_over
from rtw.domain.disclosure.profiles import DisclosureProfile
from rtw.domain.disclosure.vocabulary import actor_of, progress_of, report_restriction, rung_of
from rtw.domain.plan import Plan
from rtw.domain.schedule.values import BreakRule, TaskHours, Week
from rtw.domain.schedule.wording import worked_holidays

Namer = Callable[[str], Words]

_JOB_AWAITS_APPROVAL = CatalogueSentence("unnamed-job", "Job (title awaits approval)")


@dataclass(frozen=True, slots=True)
class Contents:
    """What a report says of the work itself."""

    job: Words
    full_duty: FullDutyRange | None
    weeks: tuple[ReportWeek, ...]
    bouts: tuple[BoutLimit, ...]
    breaks: Breaks | None
    restrictions: tuple[ReportRestriction, ...]
    accommodations: tuple[ReportAccommodation, ...]
    away: tuple[TimeAway, ...]
    closed: tuple[ClosedTask, ...]
    holidays: tuple[date, ...]


def contents_of(plan: Plan, profile: DisclosureProfile, gate: Gatekeeper, today: date) -> Contents:
    """Strip every part of the plan. What lies in the past is left out."""
    namer = task_namer(gate, _task_names(plan))
    weeks = tuple(_week(w, namer) for w in plan.schedule.weeks if w.monday + timedelta(days=6) >= today)
    return Contents(
        job=gate.name(gate.disclosure.job_title, _JOB_AWAITS_APPROVAL),
        full_duty=_full_duty(plan, profile) if profile.shows_full_duty else None,
        weeks=weeks,
        bouts=_bouts(plan, namer),
        breaks=_breaks(plan.schedule.breaks),
        restrictions=_restrictions(plan, today),
        accommodations=_accommodations(plan, gate, namer),
        away=_away(plan, today) if profile.shows_treatment_times else (),
        closed=_closed(plan, namer, today),
        holidays=tuple(day for day in worked_holidays(plan.schedule) if day >= today),
    )


def _task_names(plan: Plan) -> list[str]:
    """Name every task the plan speaks of, in the order it does."""
    worked = [entry.task for week in plan.schedule.weeks for day in week.days for entry in day.tasks]
    served = [task for chosen in plan.accommodations for task in chosen.tasks]
    closed = (closed.task for closed in plan.closed_tasks)
    return [*worked, *(bout.task for bout in plan.schedule.bouts), *served, *closed]


def _week(week: Week, namer: Namer) -> ReportWeek:
    """Keep dates, tasks and hours; what binds the week stays behind."""
    days = tuple(
        ReportDay(
            on=week.monday + timedelta(days=day.weekday),
            tasks=tuple(_task_time(entry, namer) for entry in day.tasks if entry.half_hours),
        )
        for day in sorted(week.days, key=lambda d: d.weekday)
    )
    return ReportWeek(week.index, week.monday, days)


def _task_time(entry: TaskHours, namer: Namer) -> TaskTime:
    return TaskTime(namer(entry.task), protective(Ladder.HOURS_PER_DAY, entry.hours))


def _bouts(plan: Plan, namer: Namer) -> tuple[BoutLimit, ...]:
    """Give the longest stretch of tasks that are worked, or that a change at work serves."""
    worked = {entry.task for week in plan.schedule.weeks for day in week.days for entry in day.tasks}
    served = {task for chosen in plan.accommodations if chosen.status.is_live for task in chosen.tasks}
    return tuple(
        BoutLimit(namer(bout.task), protective(Ladder.BOUT_MIN, bout.max_minutes))
        for bout in plan.schedule.bouts
        if bout.task in worked | served
    )


def _breaks(rule: BreakRule) -> Breaks | None:
    """State the rule of breaks; a rule without minutes asks for none."""
    if rule.minutes <= 0:
        return None
    after = protective(Ladder.BOUT_MIN, rule.after_minutes)
    return Breaks(after, protective(Ladder.REST_MIN, rule.minutes))


def _restrictions(plan: Plan, today: date) -> tuple[ReportRestriction, ...]:
    """Keep what is or will be in force. Of equal limits one is shown, and of rivals the strictest.

    Two limits on one activity for the same days would tell that two people set them. What ends with the
    review has no end of its own: it stays until it is reviewed.
    """
    strictest: dict[tuple[object, ...], ReportRestriction] = {}
    for restriction in plan.restrictions:
        if restriction.ends_on is None or restriction.ends_on >= today:
            shown = replace(report_restriction(restriction), until=restriction.ends_on)
            key = (shown.activity, shown.hands, shown.limit.ladder, shown.since, shown.until)
            known = strictest.get(key)
            if known is None or shown.limit.value < known.limit.value:
                strictest[key] = shown
    return tuple(sorted((r for r in strictest.values() if not _permits(r)), key=_order))


def _closed(plan: Plan, namer: Namer, today: date) -> tuple[ClosedTask, ...]:
    """Name the tasks that are not to be done, those handed to a colleague last; nothing tells why."""
    ends = ((each, None if each.until == plan.review_on else each.until) for each in plan.closed_tasks)
    closed = (
        ClosedTask(namer(each.task), each.since, until, plan.review_on)
        for each, until in ends
        if until is None or until >= today
    )
    handed = (
        ClosedTask(namer(task), None, None, plan.review_on, Meanwhile.COLLEAGUE) for task in handed_over(plan)
    )
    return (*closed, *handed)


def _permits(restriction: ReportRestriction) -> bool:
    return restriction.limit.ladder is Ladder.PERMITTED and restriction.limit.value > 0


def _order(restriction: ReportRestriction) -> tuple[str, str, str, date]:
    return (
        restriction.activity.label,
        restriction.hands.value,
        restriction.limit.ladder.value,
        restriction.since,
    )


def _accommodations(plan: Plan, gate: Gatekeeper, namer: Namer) -> tuple[ReportAccommodation, ...]:
    return tuple(
        ReportAccommodation(
            what=gate.accommodation(chosen),
            tasks=tuple(namer(task) for task in chosen.tasks),
            owner=actor_of(chosen.owner),
            due=chosen.due,
            progress=progress_of(chosen.status),
            relied_on_by=tuple(namer(task) for task in chosen.relied_on_by),
            figure=rung_of(chosen.figure.quantity, chosen.figure.value) if chosen.figure else None,
        )
        for chosen in plan.accommodations
        if chosen.status.is_live
    )


def _away(plan: Plan, today: date) -> tuple[TimeAway, ...]:
    return tuple(
        TimeAway(Weekday(t.weekday), t.starts, t.ends, t.since, t.until)
        for t in plan.treatment_times
        if t.until is None or t.until >= today
    )


def _full_duty(plan: Plan, profile: DisclosureProfile) -> FullDutyRange | None:
    """Widen the expected day to a range: a single day would be read as a promise."""
    spread = timedelta(weeks=profile.full_duty_spread_weeks)
    if plan.expected_full_duty:
        earliest, latest = plan.expected_full_duty
        return FullDutyRange(earliest, latest if latest > earliest else earliest + spread)
    number = plan.schedule.full_duty_week
    week = plan.schedule.week(number) if number is not None else None
    return FullDutyRange(week.monday, week.monday + spread) if week else None
