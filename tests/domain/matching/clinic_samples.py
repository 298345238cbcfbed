"""Coefficients and short builders shared by the tests of matching. Figures are the published ones."""

from datetime import date

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.capacity import Basis, Capacity, Limit, Quantity, Sensation, Strength
from rtw.domain.exposure.mae import MaeCoefficients
from rtw.domain.gap import Gap
from rtw.domain.hands import Side
from rtw.domain.matching.coefficients import (
    MatchCoefficients,
    SensationGate,
    VibrationLimits,
    WoundGate,
)
from rtw.domain.matching.match import match

TODAY = date(2026, 3, 2)
MAE = MaeCoefficients(0.24, 1 / 28800, 0.5, 0.0723, "potvin_2012")
COEFFICIENTS = MatchCoefficients(
    mae=MAE,
    vibration=VibrationLimits(2.5, 5.0, "directive_2002_44"),
    sensation_gates=tuple(
        SensationGate(kind, Sensation.DIMINISHED_LIGHT_TOUCH, Sensation.DIMINISHED_PROTECTIVE, "touch_grades")
        for kind in (DemandKind.SHARP_OR_MOVING, DemandKind.HEAT, DemandKind.TOUCH_DISCRIMINATION)
    ),
    wound_gates=(
        WoundGate(DemandKind.WET_OR_SOILED, sufficient=True, source="skin_rule"),
        WoundGate(DemandKind.CONTACT_STRESS, sufficient=False, source="skin_rule"),
        WoundGate(DemandKind.PALM_WEIGHT_BEARING, sufficient=False, source="skin_rule"),
        WoundGate(DemandKind.HAND_IMPACT, sufficient=False, source="skin_rule"),
    ),
)


def strength(kind: DemandKind, side: Side, mean_n: float, error_n: float = 0.0) -> Strength:
    return Strength(kind, side, mean_n, error_n, TODAY, None, "grip_error")


def limit(
    kind: DemandKind,
    quantity: Quantity,
    value: float,
    side: Side | None = Side.RIGHT,
    basis: Basis = Basis.CLINICIAN,
    error: float = 0.0,
) -> Limit:
    return Limit(kind, side, quantity, value, basis, "therapist's limit", error=error)


def capacity(*known: Strength | Limit, **fields: object) -> Capacity:
    strengths = tuple(entry for entry in known if isinstance(entry, Strength))
    limits = tuple(entry for entry in known if isinstance(entry, Limit))
    return Capacity(TODAY, Side.RIGHT, strengths, limits, **fields)  # type: ignore[arg-type]


def job(
    *demands: Demand, shift_h: float | None = 8.0, task_h: float | None = None, **task: object
) -> JobProfile:
    only = Task("Assembly", hours_per_day=task_h, demands=demands, **task)  # type: ignore[arg-type]
    return JobProfile("Assembler", shift=Shift(8.0), tasks=(only,))


def gaps(
    demand: Demand, able: Capacity, coefficients: MatchCoefficients = COEFFICIENTS, **task: object
) -> tuple[Gap, ...]:
    return match(job(demand, **task), able, coefficients).tasks[0].gaps


def right(
    demand: Demand, able: Capacity, coefficients: MatchCoefficients = COEFFICIENTS, **task: object
) -> Gap:
    """The gap of the right hand."""
    return next(gap for gap in gaps(demand, able, coefficients, **task) if gap.side is Side.RIGHT)


def grip(force_n: float | None = 80.0, hand: Hand | None = Hand.RIGHT, **fields: object) -> Demand:
    return Demand(DemandKind.POWER_GRIP, hand, force_n=force_n, **fields)  # type: ignore[arg-type]
