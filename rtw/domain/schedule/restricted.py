"""A brief that keeps the plan's own restrictions, each as it leaves: on the rung an employer reads.

A figure steps down on its way out. Hours that keep only the exact one would stand beside a limit they
break, so the schedule is made for what is sent, whether a person wrote it or it follows from the limits.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from math import floor

from job_profiles.kinds import Hand
from job_profiles.profile import Range, Task
from rtw.domain.capacity import Basis, Limit, Quantity
from rtw.domain.disclosure.vocabulary import is_stepped, sent_value
from rtw.domain.hands import BOTH_SIDES, sides_of
from rtw.domain.matching import wording
from rtw.domain.matching.asked import Asked, asked_of
from rtw.domain.plan import Restriction
from rtw.domain.schedule.brief import Dose, Gate, GateKind, Ground, Origin, ScheduleBrief, TaskNeed
from rtw.domain.schedule.doses_from_match import DoseInputs, doses_of_limits

_BY_SUM = (Quantity.HOURS_PER_DAY, Quantity.A8_M_S2)
_BY_TASK = (Quantity.BOUT_H, *_BY_SUM)
_TINY = 1e-9
"""Slack for figures that were converted from other units."""

_OWN = "the plan's own restriction"
_HELPS = "Change the restriction, or an accommodation"


def restricted(
    brief: ScheduleBrief, restrictions: tuple[Restriction, ...], inputs: DoseInputs
) -> ScheduleBrief:
    """Add what the restrictions forbid or bound beyond the limits of the hand; what is kept anyway adds none.

    `inputs` are those the doses of the brief were made from.
    """
    gates = tuple(dict.fromkeys(_gates(brief, restrictions, inputs)))
    limits = tuple(_as_limit(each) for each in restrictions if each.quantity in _BY_SUM)
    doses = (_led(dose) for dose in doses_of_limits(inputs, limits))
    placed = {need.name for need in brief.tasks}
    return replace(
        brief,
        tasks=tuple(_in_stretches(need, restrictions, inputs) for need in brief.tasks),
        gates=(*brief.gates, *(gate for gate in gates if gate.task in placed)),
        unplaced_gates=(*brief.unplaced_gates, *(gate for gate in gates if gate.task not in placed)),
        doses=(*brief.doses, *(dose for dose in doses if not _is_kept(dose, brief))),
    )


def _gates(brief: ScheduleBrief, restrictions: Iterable[Restriction], inputs: DoseInputs) -> Iterator[Gate]:
    known = (*brief.gates, *brief.unplaced_gates)
    for restriction in restrictions:
        for task in inputs.profile.tasks:
            words = next(_broken(restriction, task, inputs), None)
            if words is not None:
                ground = Ground(Origin.RESTRICTION, words, None, _HELPS)
                days = (restriction.since, restriction.until)
                gate = Gate(task.name, GateKind.RESTRICTED, restriction.side, ground, *days)
                if not any(_covers(other, gate) for other in known):
                    yield gate


def _covers(known: Gate, new: Gate) -> bool:
    """Whether the task is shut on all these days anyway."""
    begins, ends = known.since or date.min, known.until or date.max
    lasts = begins <= (new.since or date.min) and ends >= (new.until or date.max)
    return known.task == new.task and known.opened is None and lasts


def _broken(restriction: Restriction, task: Task, inputs: DoseInputs) -> Iterator[str]:
    """Say of each demand of the task that goes beyond the restriction what stands against it."""
    most = sent_value(restriction.quantity, restriction.value)
    if restriction.quantity is Quantity.PERMITTED and most:
        return
    for asked in _concerned(restriction, task, inputs):
        if most and restriction.quantity in _BY_TASK:
            continue
        required = asked.required(restriction.quantity)
        if most and required is not None and required[1] <= most + _TINY:
            continue
        yield f"{restriction.named}: {_asked(required, restriction, most)}, {_limit_words(restriction)}"


def _asked(required: Range | None, restriction: Restriction, most: float) -> str:
    if most == 0:
        return "asked"
    if required is None:
        return "an amount nobody stated asked"
    return f"{wording.amounts(required, restriction.quantity)} asked"


def _concerned(restriction: Restriction, task: Task, inputs: DoseInputs) -> Iterator[Asked]:
    """Give the demands a restriction speaks of; what either hand may do, the other one does."""
    for index, demand in enumerate(task.demands):
        sides = sides_of(demand.hand, inputs.capacity.dominant)
        other_hand = demand.hand is Hand.EITHER and restriction.side is not None
        reached = restriction.side is None or restriction.side in sides
        if demand.kind is restriction.kind and reached and not other_hand:
            side = restriction.side or next(iter(sides), BOTH_SIDES[0])
            asked = asked_of(inputs.profile, task, index, side)
            if not asked.is_never():
                yield asked


def _limit_words(restriction: Restriction) -> str:
    """Say the limit as it leaves, and the exact one where the two differ."""
    most, stepped = sent_value(restriction.quantity, restriction.value), _stepped_from(restriction)
    words = f"at most {wording.amount(most, restriction.quantity)}" if most else "not at all"
    return f"{words} by {_OWN} ({stepped})" if stepped else f"{words} by {_OWN}"


def _dose_words(restriction: Restriction) -> str:
    """Say whose a dose is. Hours a day stand beside their dose and are not said again; a share does not."""
    if restriction.quantity is not Quantity.HOURS_PER_DAY:
        return _limit_words(restriction)
    stepped = _stepped_from(restriction)
    return f"{_OWN}; {stepped}" if stepped else _OWN


def _stepped_from(restriction: Restriction) -> str | None:
    """Say the exact limit where it leaves as another one."""
    quantity, exact = restriction.quantity, restriction.value
    return f"{wording.amount(exact, quantity)} steps down to it" if is_stepped(quantity, exact) else None


def _as_limit(restriction: Restriction) -> Limit:
    """Write a restriction as a limit with days of its own."""
    return Limit(
        restriction.kind,
        restriction.side,
        restriction.quantity,
        sent_value(restriction.quantity, restriction.value),
        Basis.CLINICIAN,
        _dose_words(restriction),
        since=restriction.since,
        until=restriction.until,
    )


def _led(dose: Dose) -> Dose:
    ground = replace(dose.ground, origin=Origin.RESTRICTION, helps=_HELPS)
    return replace(dose, id=f"restriction-{dose.id}", ground=ground)


def _is_kept(dose: Dose, brief: ScheduleBrief) -> bool:
    """Whether a limit of the hand is as strict on the same work, on every day of this one."""
    return any(_as_strict(known, dose, brief.start) for known in brief.doses)


def _as_strict(known: Dose, new: Dose, start: date) -> bool:
    same = (known.kind, known.unit, known.per_minute) == (new.kind, new.unit, new.per_minute)
    if known.side not in (None, new.side) or not same or not _weighs(known, new):
        return False
    begins, ends = new.since or date.min, new.until or date.max
    lasts = (known.since or date.min) <= max(begins, start) and (known.until or date.max) >= ends
    weeks = range(max(0, (begins - start).days // 7), min(len(new.daily), (ends - start).days // 7 + 1))
    return lasts and all(known.daily[week] <= new.daily[week] for week in weeks)


def _weighs(known: Dose, new: Dose) -> bool:
    """Whether every task uses as much of the known dose as of the new one, in every week."""
    used = {weight.task: weight.per_half_hour for weight in known.weights}
    none = (0,) * len(new.daily)
    pairs = ((used.get(weight.task, none), weight.per_half_hour) for weight in new.weights)
    return all(a >= b for old, own in pairs for a, b in zip(old, own, strict=True))


def _in_stretches(need: TaskNeed, restrictions: Iterable[Restriction], inputs: DoseInputs) -> TaskNeed:
    """Bound the stretches of a task by the shortest that a restriction allows what it asks."""
    task = next(task for task in inputs.profile.tasks if task.name == need.name)
    for restriction in restrictions:
        most = sent_value(restriction.quantity, restriction.value)
        if restriction.quantity is Quantity.BOUT_H and most and _reaches(restriction, most, task, inputs):
            minutes = max(1, floor(most * 60 + _TINY))
            told = need.longest_bout_minutes
            if told is None or sent_value(Quantity.BOUT_H, told / 60) > most + _TINY:
                ground = Ground(Origin.RESTRICTION, _limit_words(restriction), None, _HELPS)
                need = replace(need, longest_bout_minutes=minutes, bout_ground=ground)
    return need


def _reaches(restriction: Restriction, most: float, task: Task, inputs: DoseInputs) -> bool:
    """Whether a stretch of the task can come up to the limit."""
    stated = (asked.demand.longest_bout_h for asked in _concerned(restriction, task, inputs))
    return any(longest is None or longest > most + _TINY for longest in stated)
