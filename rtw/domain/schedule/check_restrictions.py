"""Whether a schedule stays within the restrictions that the plan itself prints.

A plan whose hours contradict its own restrictions is sent back, and rightly. This compares the two
documents as an employer would, demand by demand, without the brief: every limit as it leaves, on its rung.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from job_profiles.kinds import Hand
from job_profiles.profile import JobProfile, Task
from rtw.domain.capacity import Quantity
from rtw.domain.disclosure.vocabulary import sent_value
from rtw.domain.hands import BOTH_SIDES, Side, sides_of
from rtw.domain.matching.asked import REFERENCE_DAY_H, Asked, asked_of
from rtw.domain.matching.wording import amount
from rtw.domain.plan import Restriction
from rtw.domain.schedule.checked_day import CheckedDay, checked_days
from rtw.domain.schedule.values import Schedule
from rtw.domain.schedule.violation import Breach, Violation

TINY = 1e-9
"""Slack for figures that were converted from other units."""


@dataclass(frozen=True, slots=True)
class _Worked:
    """A demand of a task that stands on a day, and the hours the day gives it on one hand."""

    task: str
    asked: Asked
    hours: float


def check_restrictions(
    schedule: Schedule,
    profile: JobProfile,
    restrictions: tuple[Restriction, ...],
    dominant: Side | None,
) -> tuple[Violation, ...]:
    """Find where a schedule of this job goes beyond a restriction in force on that day.

    `profile` is the job with the accommodations of the plan taken in.
    """
    return tuple(
        violation
        for day in checked_days(schedule)
        for restriction in restrictions
        if restriction.holds_on(day.on)
        for violation in _check(schedule, profile, day, restriction, dominant)
    )


def _check(
    schedule: Schedule, profile: JobProfile, day: CheckedDay, limit: Restriction, dominant: Side | None
) -> Iterator[Violation]:
    by_side = [
        list(_worked(profile, day, limit, side, dominant))
        for side in BOTH_SIDES
        if limit.side in (None, side)
    ]
    if limit.quantity in (Quantity.HOURS_PER_DAY, Quantity.A8_M_S2):
        yield from _check_sum(day, limit, by_side)
        return
    worked = {item.task: item for items in by_side for item in items if item.hours > 0}
    for item in worked.values():
        found = _found(schedule, item, limit)
        if found is not None:
            yield _violation(day, limit, found, item.task)


def _worked(
    profile: JobProfile, day: CheckedDay, limit: Restriction, side: Side, dominant: Side | None
) -> Iterator[_Worked]:
    amounts = dict(day.amounts)
    for task in (task for task in profile.tasks if task.name in amounts):
        for index, demand in enumerate(task.demands):
            vibrates = limit.quantity is Quantity.A8_M_S2 and bool(demand.ahv_m_s2)
            other_hand = demand.hand is Hand.EITHER and limit.side is not None
            concerns = (demand.kind is limit.kind or vibrates) and not other_hand
            if concerns and side in sides_of(demand.hand, dominant):
                asked = asked_of(profile, task, index, side)
                yield _Worked(task.name, asked, float(amounts[task.name]) * _share(task, asked))


def _share(task: Task, asked: Asked) -> float:
    """Part of the task's time that the demand takes; all of it where nothing is said."""
    hours, _ = asked.hours()
    whole = task.hours_per_day or (task.hours_range[1] if task.hours_range else None)
    return 1.0 if hours is None or not whole else min(1.0, hours[1] / whole)


def _check_sum(day: CheckedDay, limit: Restriction, by_side: list[list[_Worked]]) -> Iterator[Violation]:
    energy = limit.quantity is Quantity.A8_M_S2
    for items in by_side:
        total = sum(_part(item, energy=energy) for item in items)
        reached = total**0.5 if energy else total
        if reached > _sent(limit) + TINY:
            yield _violation(day, limit, amount(reached, limit.quantity), items[0].task)
            return


def _part(item: _Worked, *, energy: bool) -> float:
    magnitude = item.asked.demand.ahv_m_s2 or 0.0
    return magnitude**2 * item.hours / REFERENCE_DAY_H if energy else item.hours


def _sent(limit: Restriction) -> float:
    return sent_value(limit.quantity, limit.value)


def _found(schedule: Schedule, item: _Worked, limit: Restriction) -> str | None:
    """Say what stands against the restriction: an amount over it, or one that nobody knows."""
    most = _sent(limit)
    if limit.quantity is Quantity.PERMITTED or most == 0:
        return "work of this kind" if most == 0 else None
    if limit.quantity is Quantity.BOUT_H:
        longest = _longest_stretch(schedule, item)
        return amount(longest, limit.quantity) if longest > most + TINY else None
    required = item.asked.required(limit.quantity)
    if required is None:
        return "an amount nobody has stated"
    return amount(required[1], limit.quantity) if required[1] > most + TINY else None


def _longest_stretch(schedule: Schedule, item: _Worked) -> float:
    """Give the longest stretch in hours: as the employer reads it if the plan bounds it, else as stated."""
    told = [
        sent_value(Quantity.BOUT_H, bout.max_minutes / 60)
        for bout in schedule.bouts
        if bout.task == item.task
    ]
    stated = item.asked.demand.longest_bout_h
    return min([*told, *([] if stated is None else [stated])], default=item.hours)


def _rule(limit: Restriction) -> str:
    """Say the limit as it leaves, and that it was stepped down; nothing at all is no amount."""
    most = _sent(limit)
    stepped = abs(most - limit.value) > TINY
    exact = f" ({amount(limit.value, limit.quantity)} steps down to it)" if stepped else ""
    return f"at most {amount(most, limit.quantity)}{exact}" if most else f"not at all{exact}"


def _violation(day: CheckedDay, limit: Restriction, found: str, task: str) -> Violation:
    side = f", {limit.side.label.lower()}" if limit.side else ""
    rule = f"{limit.kind.label}{side}: {_rule(limit)}"
    words = f"{day.named}: {task} holds {found} against the plan's own restriction. {rule}."
    return Violation(Breach.RESTRICTION, words, day.week, day.on, task, limit.side, limit=rule)
