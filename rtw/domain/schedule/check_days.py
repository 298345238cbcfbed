"""What one day must keep: open and offered tasks, room, least blocks, treatment times."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from rtw.domain.schedule.brief import Gate, Ground, Origin, ScheduleBrief, TaskNeed, TimeAway
from rtw.domain.schedule.checked_day import CheckedDay, in_hours, words_of
from rtw.domain.schedule.violation import Breach, Violation


def check_day(day: CheckedDay, brief: ScheduleBrief) -> Iterator[Violation]:
    """Find what a day breaks apart from doses and weekly rules."""
    needs = {need.name: need for need in brief.tasks}
    for task, hours in day.amounts:
        yield from _check_task(day, needs[task], hours, brief)
    yield from _check_offer(day, brief)
    yield from _check_treatment(day, brief)
    yield from _check_hours_caps(day, brief)
    least = brief.min_day
    if least is not None and 0 < day.hours < in_hours(least.half_hours):
        shortest = words_of(in_hours(least.half_hours))
        words = f"{day.named}: {words_of(day.hours)}, but a day has at least {shortest}."
        yield Violation(Breach.SHORT_DAY, words, day.week, day.on, ground=least.ground)


def _check_task(
    day: CheckedDay, need: TaskNeed, hours: Fraction, brief: ScheduleBrief
) -> Iterator[Violation]:
    yield from _check_closed(day, need, brief)
    if hours > in_hours(need.full):
        words = f"{day.named}: {need.name} {words_of(hours)}, {_asked(need)}."
        yield Violation(Breach.OVER_FULL, words, day.week, day.on, need.name)
    if hours < in_hours(need.min_block):
        least = words_of(in_hours(need.min_block))
        words = f"{day.named}: {need.name} {words_of(hours)}, at least {least} at a time."
        yield Violation(Breach.SHORT_BLOCK, words, day.week, day.on, need.name)
    begins, ends = need.offered_from or date.min, need.offered_until or date.max
    if not begins <= day.on <= ends:
        words = f"{day.named}: the employer does not offer {need.name} on that day."
        ground = Ground(Origin.EMPLOYER, f"{need.name} is not offered then", None, "Ask the employer")
        yield Violation(Breach.NOT_OFFERED, words, day.week, day.on, need.name, ground=ground)


def _asked(need: TaskNeed) -> str:
    """Say the hours of full duty; where they are rounded, never that the job asks them."""
    full = words_of(in_hours(need.full))
    return f"planned in half hours at most {full}" if need.is_rounded else f"the job asks {full}"


def _check_closed(day: CheckedDay, need: TaskNeed, brief: ScheduleBrief) -> Iterator[Violation]:
    """Say once that a task is shut, with everything that shuts it: each reason must go before it opens."""
    shut = [gate for gate in brief.gates if gate.task == need.name and closed_on(gate, day.on)]
    if not shut:
        return
    ground = _joined([gate.ground for gate in shut])
    sides = {gate.side for gate in shut}
    words = f"{day.named}: {need.name} is closed ({ground.words})."
    limit = f"{need.name} is closed: {ground.words}"
    side = sides.pop() if len(sides) == 1 else None
    yield Violation(Breach.CLOSED_TASK, words, day.week, day.on, need.name, side, ground, limit)


def _joined(grounds: list[Ground]) -> Ground:
    words = "; ".join(dict.fromkeys(ground.words for ground in grounds))
    helps = "; ".join(dict.fromkeys(ground.helps.rstrip(".") for ground in grounds if ground.helps))
    source = next((ground.source for ground in grounds if ground.source), None)
    return Ground(grounds[0].origin, words, source, helps or None)


def closed_on(gate: Gate, on: date) -> bool:
    """Whether a gate is shut on a date: begun, its dated end not passed, and not signed open."""
    if gate.since is not None and on < gate.since:
        return False
    if gate.until is not None and on > gate.until:
        return False
    return gate.opened is None or on < gate.opened.on


def _check_offer(day: CheckedDay, brief: ScheduleBrief) -> Iterator[Violation]:
    offer = brief.offer
    if day.hours and (day.on.weekday() not in offer.workdays or day.on in offer.closed_on):
        words = f"{day.named}: the employer offers no work on that day."
        yield Violation(Breach.NOT_OFFERED, words, day.week, day.on, ground=offer.ground)
    away = treatment_hours(day.on, brief)
    room = max(Fraction(0), in_hours(offer.half_hours_per_day) - away)
    if day.hours > room:
        beside = f" beside {words_of(away)} of treatment" if away else ""
        words = f"{day.named}: {words_of(day.hours)}, the employer's day has {words_of(room)}{beside}."
        yield Violation(Breach.NOT_OFFERED, words, day.week, day.on, ground=offer.ground)


def treatment_hours(on: date, brief: ScheduleBrief) -> Fraction:
    """Hours of treatment on a date."""
    return sum((in_hours(time.half_hours) for time in brief.away if _is_then(time, on)), Fraction(0))


def _is_then(time: TimeAway, on: date) -> bool:
    if time.on is not None:
        return on == time.on
    begins, ends = time.since or date.min, time.until or date.max
    return on.weekday() == time.weekday and begins <= on <= ends


def _check_treatment(day: CheckedDay, brief: ScheduleBrief) -> Iterator[Violation]:
    planned = treatment_hours(day.on, brief)
    open_day = day.on.weekday() in brief.offer.workdays and day.on not in brief.offer.closed_on
    if open_day and day.away_h != planned:
        words = (
            f"{day.named}: {words_of(planned)} of treatment are planned, the day says {words_of(day.away_h)}."
        )
        yield Violation(Breach.TREATMENT, words, day.week, day.on)


def _check_hours_caps(day: CheckedDay, brief: ScheduleBrief) -> Iterator[Violation]:
    for cap in brief.hours_caps:
        begins, ends = cap.since or date.min, cap.until or date.max
        if cap.daily is None or not begins <= day.on <= ends:
            continue
        most = in_hours(cap.daily[day.week - 1])
        if day.hours > most:
            words = f"{day.named}: {words_of(day.hours)}, at most {words_of(most)} ({cap.ground.words})."
            limit = f"At most {words_of(most)} a day ({cap.ground.words})"
            yield Violation(Breach.HOURS, words, day.week, day.on, ground=cap.ground, limit=limit)
