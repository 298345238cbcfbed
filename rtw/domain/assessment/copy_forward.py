"""Begin a visit with what is still valid from the last one, each part marked with its date and expiry."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from rtw.domain.assessment.assessment import Assessment, CarriedOver, Measure
from rtw.domain.assessment.findings import HandFindings
from rtw.domain.assessment.operation import Operation
from rtw.domain.hands import Side

HAND_FIELDS: dict[Measure, tuple[str, ...]] = {
    Measure.GRIP: ("grip",),
    Measure.TIP_PINCH: ("tip_pinch",),
    Measure.KEY_PINCH: ("key_pinch",),
    Measure.PALMAR_PINCH: ("palmar_pinch",),
    Measure.NINE_HOLE_PEG: ("nine_hole_peg_s",),
    Measure.BOX_AND_BLOCK: ("box_and_block",),
    Measure.MOTION: ("motion",),
    Measure.MUSCLE_POWER: ("thumb_abductor_mrc", "first_interosseous_mrc"),
    Measure.SENSATION: ("sensation",),
    Measure.SWELLING: ("swelling", "wrist_circumference_cm"),
    Measure.UNAFFECTED: ("unaffected",),
    Measure.WOUND: ("wound",),
    Measure.TENDERNESS: ("scar_tenderness", "pillar_tenderness"),
}
"""Which fields of a hand make up a measure."""

VISIT_FIELDS: dict[Measure, tuple[str, ...]] = {
    Measure.NIGHT_WAKING: ("night_waking_per_week",),
    Measure.PAIN: ("pain_rest", "pain_work"),
    Measure.TOLERANCES: ("tolerances",),
    Measure.SAFE_LOADS: ("safe_loads",),
    Measure.DIFFICULTY: ("difficulties",),
    Measure.THERAPIST_LIMITS: ("therapist_limits",),
    Measure.SURGEON_RESTRICTIONS: ("surgeon_restrictions",),
}
"""Which fields of a visit make up a measure."""

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
    hands = tuple(_copied_hand(hand, marks) for hand in previous.hands)
    fields = _fields(previous, VISIT_FIELDS, {mark.measure for mark in marks if mark.side is None})
    return Assessment(
        on=today, assessor=assessor or previous.assessor, hands=hands, carried_over=marks, **fields
    )


def retaken(assessment: Assessment, measure: Measure, side: Side | None) -> Assessment:
    """Take the mark off a measure that was measured anew at this visit."""
    kept = tuple(m for m in assessment.carried_over if (m.measure, m.side) != (measure, side))
    return replace(assessment, carried_over=kept)


def without_expired(assessment: Assessment, day: date) -> Assessment:
    """Blank every copied part that may no longer be used on `day`: it is missing, not old."""
    expired = {(mark.measure, mark.side) for mark in assessment.carried_over if mark.expired_on(day)}
    return _without(assessment, expired)


def without_preoperative(assessment: Assessment, operations: Iterable[Operation], day: date) -> Assessment:
    """Blank what was taken before an operation done by `day`: it describes a hand that is no more.

    What is asked of both hands together (tolerances, safe loads) goes with an operation on either.
    Limits and restrictions stay.
    """
    done = [(op.side, op.on) for op in operations if op.is_surgery and op.on is not None and op.on <= day]
    outdated = {
        (measure, side)
        for measure, side, _ in _parts(assessment)
        if measure not in STANDING
        and any(side in (None, cut) and assessment.taken_on(measure, side) < on for cut, on in done)
    }
    return _without(assessment, outdated)


def _without(assessment: Assessment, parts: set[tuple[Measure, Side | None]]) -> Assessment:
    hands = tuple(_blanked_hand(hand, parts) for hand in assessment.hands)
    blank = Assessment(on=assessment.on, assessor=assessment.assessor)
    empty = _fields(blank, VISIT_FIELDS, {measure for measure, side in parts if side is None})
    return replace(assessment, hands=hands, **empty)


def _marks(previous: Assessment, today: date, days: dict[Measure, int]) -> Iterator[CarriedOver]:
    """Mark every part of `previous` that holds something and is still valid today."""
    for measure, side, holder in _parts(previous):
        if not _filled(holder, measure):
            continue
        taken = previous.taken_on(measure, side)
        if measure in STANDING:
            yield CarriedOver(measure, side, taken, None)
        elif measure in days:
            mark = CarriedOver(measure, side, taken, taken + timedelta(days=days[measure]))
            if not mark.expired_on(today):
                yield mark


def _parts(visit: Assessment) -> Iterator[tuple[Measure, Side | None, HandFindings | Assessment]]:
    for hand in visit.hands:
        for measure in HAND_FIELDS:
            yield measure, hand.side, hand
    for measure in VISIT_FIELDS:
        yield measure, None, visit


def _filled(holder: HandFindings | Assessment, measure: Measure) -> bool:
    names = (HAND_FIELDS if isinstance(holder, HandFindings) else VISIT_FIELDS)[measure]
    values = (getattr(holder, name) for name in names)
    return any(value is not None and value is not False and value != () for value in values)


def _copied_hand(hand: HandFindings, marks: tuple[CarriedOver, ...]) -> HandFindings:
    measures = {mark.measure for mark in marks if mark.side is hand.side}
    return HandFindings(hand.side, **_fields(hand, HAND_FIELDS, measures))


def _blanked_hand(hand: HandFindings, parts: set[tuple[Measure, Side | None]]) -> HandFindings:
    measures = {measure for measure, side in parts if side is hand.side}
    return replace(hand, **_fields(HandFindings(hand.side), HAND_FIELDS, measures))


def _fields(
    holder: HandFindings | Assessment, names: dict[Measure, tuple[str, ...]], measures: set[Measure]
) -> dict[str, Any]:
    """Collect the values of all fields that belong to `measures`."""
    return {name: getattr(holder, name) for m, fields in names.items() if m in measures for name in fields}
