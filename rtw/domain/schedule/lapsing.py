"""What is no longer known on a later day: the end of a limit is a forecast, and never a permission.

While a surgeon's limit holds it says what the hand may do. Once it has ended, what nobody measured is
unknown again, and the task stays shut until a reassessment is signed. So it is from the day on which a
hand is to be operated on: what was found before says nothing of it after.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rtw.domain.assessment.operation import Operation
from rtw.domain.capacity import Basis, Capacity, Limit
from rtw.domain.dates import day_in_words
from rtw.domain.exposure.mae import MaeCoefficients
from rtw.domain.gap import JobMatch
from rtw.domain.hands import Side
from rtw.domain.schedule.brief import Gate, GateKind, ScheduleBrief
from rtw.domain.schedule.gates_from_match import gates_of
from rtw.domain.schedule.settings import PlanSettings

_CLINICIANS = (Basis.SURGEON, Basis.CLINICIAN)
_UNKNOWN = (GateKind.NOT_MEASURED, GateKind.NOT_STATED)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Lapse:
    """A day from which something known today is known no more; `words` say since when."""

    day: date
    words: str


def lapses_of(
    capacity: Capacity, operations: Iterable[Operation], settings: PlanSettings
) -> tuple[Lapse, ...]:
    """Name the days within the schedule on which a clinician's limit has ended or a hand is operated on."""
    end = settings.start + timedelta(weeks=settings.weeks)
    ended = (limit.until for limit in capacity.limits if limit.basis in _CLINICIANS and limit.until)
    found = {
        until + _A_DAY: f"once the limit until {day_in_words(until)} has ended"
        for until in ended
        if until >= capacity.on
    }
    coming = (op.on for op in operations if op.is_surgery and op.on is not None and op.on > capacity.on)
    found |= {on: f"from the operation of {day_in_words(on)} on" for on in coming}
    return tuple(Lapse(day, found[day]) for day in sorted(found) if day < end)


def without_lapsed(capacity: Capacity, day: date, operations: Iterable[Operation]) -> Capacity:
    """Give what is known today, with the clinicians' limits of another day.

    Nothing measured lapses, but on a hand operated on until then: there only what the surgeon says counts.
    """
    operated = {
        op.side for op in operations if op.is_surgery and op.on is not None and capacity.on < op.on <= day
    }
    limits = (_as_on(limit, day) for limit in capacity.limits)
    return replace(
        capacity,
        strengths=tuple(strength for strength in capacity.strengths if strength.side not in operated),
        limits=tuple(limit for limit in limits if limit and _outlasts(limit, operated)),
        hands=tuple(hand for hand in capacity.hands if hand.side not in operated),
    )


def _outlasts(limit: Limit, operated: set[Side]) -> bool:
    """Whether a limit says something of a hand after its operation: what both did together does not."""
    if limit.basis is Basis.SURGEON or not operated:
        return True
    return limit.side is not None and limit.side not in operated


def _as_on(limit: Limit, day: date) -> Limit | None:
    if limit.basis not in _CLINICIANS:
        return limit
    return replace(limit, since=None, until=None) if limit.holds_on(day) else None


def with_lapses(
    brief: ScheduleBrief,
    lapsed: Iterable[tuple[Lapse, JobMatch]],
    capacity: Capacity,
    mae: MaeCoefficients,
    settings: PlanSettings,
) -> ScheduleBrief:
    """Shut from its day on what cannot be said then; `lapsed` holds the match of each day a limit is gone."""
    known = (*brief.gates, *brief.unplaced_gates)
    new: dict[tuple[object, ...], Gate] = {}
    for lapse, match in lapsed:
        for gate in gates_of(match, capacity, mae, settings):
            if gate.kind in _UNKNOWN and not _stands(gate, known):
                new.setdefault((gate.task, gate.kind, gate.side, gate.ground), _from(lapse, gate, known))
    placed = {task.name for task in brief.tasks}
    return replace(
        brief,
        gates=(*brief.gates, *(gate for gate in new.values() if gate.task in placed)),
        unplaced_gates=(*brief.unplaced_gates, *(g for g in new.values() if g.task not in placed)),
    )


def _stands(gate: Gate, known: Iterable[Gate]) -> bool:
    """Whether the task is shut for the same reason from the start."""
    return any(replace(gate, opened=other.opened) == other for other in known)


def _from(lapse: Lapse, gate: Gate, known: tuple[Gate, ...]) -> Gate:
    """Shut the task on from the restriction that ends before: what was shut until then does not open."""
    words, eve = f"{gate.ground.words} {lapse.words}", lapse.day - _A_DAY
    begins = [other.since for other in known if other.task == gate.task and other.until == eve]
    since = None if None in begins else min((begin for begin in begins if begin), default=lapse.day)
    return replace(gate, ground=replace(gate.ground, words=words), since=since)
