"""Which trials of a strength count, and whether they are of this visit or copied from an earlier one."""

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import Assessment, CarriedOver, Measure
from rtw.domain.assessment.findings import GripAtRung
from rtw.domain.assessment.part_keys import keys_of_item
from rtw.domain.assessment.parts import parts_of
from rtw.domain.hands import Side
from rtw.domain.measurement import Trials

_MEASURES = {
    DemandKind.POWER_GRIP: Measure.GRIP,
    DemandKind.TIP_PINCH: Measure.TIP_PINCH,
    DemandKind.KEY_PINCH: Measure.KEY_PINCH,
    DemandKind.PALMAR_PINCH: Measure.PALMAR_PINCH,
}


def trials_taken(visit: Assessment, kind: DemandKind, side: Side) -> tuple[Trials | None, CarriedOver | None]:
    """Give the trials that count for a strength, and their mark where they were copied.

    Grip counts at its strongest rung; but beside trials of this visit no copied rung counts: a hand that has
    become weaker would show its old strength.
    """
    if kind is DemandKind.POWER_GRIP:
        grip, mark = grip_taken(visit, side)
        return grip.trials if grip else None, mark
    trials = visit.hand(side).trials(kind)
    return trials, visit.carried(_MEASURES[kind], side) if trials else None


def new_trials(visit: Assessment, kind: DemandKind, side: Side) -> Trials | None:
    """Give the trials of a strength that were taken at this very visit; None where there are none."""
    trials, mark = trials_taken(visit, kind, side)
    return None if mark else trials


def is_any_tested(visit: Assessment, side: Side) -> bool:
    """Whether any grip or pinch of a hand was taken at this very visit."""
    hand = visit.hand(side)
    found = ((measure, key) for measure in _MEASURES.values() for key in parts_of(hand, measure))
    return any(visit.carried(measure, side, key) is None for measure, key in found)


def grip_taken(visit: Assessment, side: Side) -> tuple[GripAtRung | None, CarriedOver | None]:
    """Give the grip that counts, at its rung, and its mark where it was copied."""
    marked = _marked(visit, side)
    is_new = any(place == 0 and mark is None for place, _, mark in marked)
    counted = [(grip, mark) for _, grip, mark in marked if not (is_new and mark)]
    return max(counted, key=lambda each: each[0].trials.mean_n or 0.0, default=(None, None))


def new_grips(visit: Assessment, side: Side) -> tuple[GripAtRung, ...]:
    """Give what was tested of grip at this very visit, at each rung."""
    return tuple(grip for _, grip, mark in _marked(visit, side) if mark is None)


def _marked(visit: Assessment, side: Side) -> list[tuple[int, GripAtRung, CarriedOver | None]]:
    """Give every grip that has trials: its place in the list, and its mark where it was copied."""
    return [
        (place, grip, visit.carried(Measure.GRIP, side, key))
        for place, grip in enumerate(visit.hand(side).grip)
        if grip.trials.entered
        for key in keys_of_item(grip, place)
    ]
