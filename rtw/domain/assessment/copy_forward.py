"""Begin a visit with what is still valid from the last one, each part marked with its date and expiry."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from rtw.domain.assessment.assessment import Assessment, CarriedOver, Measure
from rtw.domain.assessment.findings import HandFindings
from rtw.domain.assessment.operation import Operation
from rtw.domain.assessment.parts import HAND_FIELDS, VISIT_FIELDS, Holder, holder_of, parts_of, with_parts
from rtw.domain.hands import Side

Findings = Mapping[tuple[Measure, Side | None], Collection[str]]
"""Keys of findings, by measure and hand; the hand is None for what concerns the whole person."""

STANDING = frozenset({Measure.THERAPIST_LIMITS, Measure.SURGEON_RESTRICTIONS})
"""Limits that stay until somebody lifts them: to let them lapse by age would loosen the plan."""


@dataclass(frozen=True, slots=True)
class CopyValidity:
    """Days a measure stays usable after the day it was taken.

    A measure not listed is never copied, except limits and restrictions, which always are.
    """

    measure: Measure
    days: int
    source: str | None = None


def copy_forward(
    previous: Assessment, today: date, validity: tuple[CopyValidity, ...], assessor: str | None = None
) -> Assessment:
    """Begin today's assessment with the parts of `previous` that are still valid.

    Each copied part keeps the day it was really taken: copying a copy never makes it younger. Notes
    are not copied.
    """
    marks = tuple(_marks(previous, today, {entry.measure: entry.days for entry in validity}))
    hands = tuple(HandFindings(hand.side) for hand in previous.hands)
    begun = Assessment(on=today, assessor=assessor or previous.assessor, hands=hands, carried_over=marks)
    for measure, side, holder in _parts(previous):
        keys = [key for key in parts_of(holder, measure) if begun.carried(measure, side, key)]
        begun = _with(begun, side, with_parts(measure, holder, keys, holder_of(begun, side)))
    return with_untouched(begun, begun, _copied(begun))


def _copied(begun: Assessment) -> Findings:
    return {(measure, side): tuple(parts_of(holder, measure)) for measure, side, holder in _parts(begun)}


def retaken(assessment: Assessment, measure: Measure, side: Side | None) -> Assessment:
    """Take the mark off a measure that was measured anew at this visit."""
    kept = tuple(m for m in assessment.carried_over if (m.measure, m.side) != (measure, side))
    return replace(assessment, carried_over=kept)


def with_untouched(entered: Assessment, stored: Assessment, untouched: Findings) -> Assessment:
    """Keep the copied findings that nobody touched as they were taken, each with its own day.

    `untouched`: by measure and hand, keys of the copied findings left alone; all others are of today.
    """
    value = entered
    for (measure, side), keys in untouched.items():
        fields = with_parts(measure, holder_of(stored, side), keys, holder_of(value, side))
        value = _with(value, side, fields)
    narrowed = (_narrowed(value, mark, untouched) for mark in stored.carried_over)
    return replace(value, carried_over=tuple(mark for mark in narrowed if mark is not None))


def _narrowed(value: Assessment, mark: CarriedOver, untouched: Findings) -> CarriedOver | None:
    """Leave on a mark only what was not touched; None where that is nothing."""
    held = parts_of(holder_of(value, mark.side), mark.measure)
    kept = untouched.get((mark.measure, mark.side), ())
    left = [key for key in held if key in kept and mark.covers(key)]
    return replace(mark, parts=_named(left, held)) if left else None


def _named(keys: Collection[str], held: Collection[str]) -> tuple[str, ...]:
    """Name the findings of a mark; none by name where it is all of them."""
    return () if len(keys) == len(held) else tuple(keys)


def without_expired(assessment: Assessment, day: date) -> Assessment:
    """Blank every copied part that may no longer be used on `day`: it is missing, not old."""

    def is_expired(measure: Measure, side: Side | None, key: str) -> bool:
        mark = assessment.carried(measure, side, key)
        return mark is not None and mark.expired_on(day)

    return _without(assessment, is_expired)


def without_preoperative(assessment: Assessment, operations: Iterable[Operation], day: date) -> Assessment:
    """Blank what was taken before an operation done by `day`: it describes a hand that is no more.

    What is asked of both hands together (tolerances, safe loads) goes with an operation on either.
    Limits and restrictions stay.
    """
    done = [(op.side, op.on) for op in operations if op.is_surgery and op.on is not None and op.on <= day]

    def is_outdated(measure: Measure, side: Side | None, key: str) -> bool:
        taken = assessment.taken_on(measure, side, key)
        return measure not in STANDING and any(side in (None, cut) and taken < on for cut, on in done)

    return _without(assessment, is_outdated)


def _without(assessment: Assessment, is_gone: Callable[[Measure, Side | None, str], bool]) -> Assessment:
    value = assessment
    for measure, side, holder in _parts(assessment):
        keys = list(parts_of(holder, measure))
        kept = [key for key in keys if not is_gone(measure, side, key)]
        if len(kept) < len(keys):
            value = _with(value, side, with_parts(measure, holder, kept, _blank(holder)))
    return value


def _marks(previous: Assessment, today: date, days: dict[Measure, int]) -> Iterator[CarriedOver]:
    """Mark what `previous` holds and is still valid today: one mark for each day of a measure."""
    for measure, side, holder in _parts(previous):
        by_day = defaultdict(list)
        for key in parts_of(holder, measure):
            by_day[previous.taken_on(measure, side, key)].append(key)
        for taken, keys in sorted(by_day.items()):
            mark = _mark(measure, side, taken, days)
            if mark is not None and not mark.expired_on(today):
                yield replace(mark, parts=tuple(keys))


def _mark(measure: Measure, side: Side | None, taken: date, days: dict[Measure, int]) -> CarriedOver | None:
    if measure in STANDING:
        return CarriedOver(measure, side, taken, None)
    return (
        CarriedOver(measure, side, taken, taken + timedelta(days=days[measure])) if measure in days else None
    )


def _parts(visit: Assessment) -> Iterator[tuple[Measure, Side | None, Holder]]:
    for hand in visit.hands:
        for measure in HAND_FIELDS:
            yield measure, hand.side, hand
    for measure in VISIT_FIELDS:
        yield measure, None, visit


def _blank(holder: Holder) -> Holder:
    return HandFindings(holder.side) if isinstance(holder, HandFindings) else Assessment(holder.on, "")


def _with(visit: Assessment, side: Side | None, fields: dict[str, Any]) -> Assessment:
    """Put fields into a hand that the visit holds; `side` None: into the visit itself."""
    if side is None:
        return replace(visit, **fields)
    hands = tuple(replace(hand, **fields) if hand.side is side else hand for hand in visit.hands)
    return replace(visit, hands=hands)
