"""What appears beside strengths while they are typed, and how they went from visit to visit."""

from dataclasses import dataclass
from datetime import date

from job_profiles.kinds import DemandKind
from rtw.domain.assessed_capacity import STRENGTH_MEASURES
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.findings import HandFindings
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, StrengthError, TrialSummary, summarise
from rtw.knowledge.for_domain import strength_errors
from rtw.knowledge.load import knowledge
from rtw.services.case_record import Visit

STRENGTHS = (DemandKind.POWER_GRIP, DemandKind.TIP_PINCH, DemandKind.KEY_PINCH, DemandKind.PALMAR_PINCH)
"""The four strengths in the order they are usually tested."""


@dataclass(frozen=True, slots=True)
class StrengthFigure:
    """One strength of one hand: its summary, the unit it reads in, and the day it is compared with.

    `rung` is the handle position that counts, where grip was tested at several.
    """

    kind: DemandKind
    side: Side
    unit: AmountUnit
    summary: TrialSummary
    compared_with: date | None
    error_source: str | None
    rung: int | None = None

    def in_unit(self, newtons: float | None) -> float | None:
        """Turn newton into the unit it was entered in."""
        return None if newtons is None else newtons / self.unit.newtons


def strength_figures(value: Assessment, before: Visit | None, unit: AmountUnit) -> tuple[StrengthFigure, ...]:
    """Summarise each strength of each hand against the other hand and the visit before."""
    errors = {error.kind: error for error in strength_errors(knowledge())}
    return tuple(
        _figure(value, before, kind, side, unit, errors.get(kind)) for kind in STRENGTHS for side in Side
    )


def _figure(
    value: Assessment,
    before: Visit | None,
    kind: DemandKind,
    side: Side,
    unit: AmountUnit,
    error: StrengthError | None,
) -> StrengthFigure:
    now, other = value.hand(side).trials(kind), value.hand(side.other).trials(kind)
    measure = STRENGTH_MEASURES[kind]
    earlier = before.assessment if before and not value.carried(measure, side) else None
    last = earlier.hand(side).trials(kind) if earlier else None
    if now is None:
        empty = TrialSummary(0, None, None, None, None, None)
        return StrengthFigure(kind, side, unit, empty, None, None)
    taken = earlier.taken_on(measure, side) if earlier and last else None
    source = error.source if error else None
    rung = _rung_that_counts(value.hand(side)) if kind is DemandKind.POWER_GRIP else None
    return StrengthFigure(kind, side, unit, summarise(now, other, last, error), taken, source, rung)


def _rung_that_counts(hand: HandFindings) -> int | None:
    """Name the strongest rung where more than one was tested."""
    tested = [grip for grip in hand.grip if grip.trials.entered]
    strongest = hand.strongest_grip()
    return strongest.rung if strongest and len(tested) > 1 else None
