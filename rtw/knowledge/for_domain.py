"""From knowledge to the typed figures the formulas of the domain take; they never load it themselves."""

from collections.abc import Set

from job_profiles.kinds import DemandKind
from rtw.domain.accommodation.fitting import lowered_kinds
from rtw.domain.accommodation.kinds import Circumstance, Setting
from rtw.domain.assessed_capacity import CapacityCoefficients, MonofilamentBand
from rtw.domain.assessment.operation import Procedure
from rtw.domain.assessment.strength_tests import StrengthTestRule
from rtw.domain.exposure.mae import MaeCoefficients
from rtw.domain.figure import Verified
from rtw.domain.matching.coefficients import MatchCoefficients, SensationGate, VibrationLimits, WoundGate
from rtw.domain.measurement import AmountUnit, StrengthError
from rtw.domain.measurement_property import DETECTABLE, IMPORTANT, MeasurementProperty
from rtw.domain.measures.followed import TEST_OF
from rtw.domain.recovery.growth import RecoveryBand, RecoveryPoint
from rtw.domain.schedule.values import BreakRule
from rtw.knowledge.load import Knowledge
from rtw.knowledge.types.recovery import RecoveryFigure, StrengthGate


def match_coefficients(
    knowledge: Knowledge,
    settings: Set[Setting] = frozenset(),
    circumstances: Set[Circumstance] = frozenset(),
) -> MatchCoefficients:
    """Everything matching takes; what may be accommodated depends on the place and the person."""
    return MatchCoefficients(
        mae=mae_coefficients(knowledge),
        vibration=vibration_limits(knowledge),
        sensation_gates=sensation_gates(knowledge),
        wound_gates=wound_gates(knowledge),
        accommodated=lowered_kinds(knowledge.catalogue, settings, circumstances),
    )


def sensation_gates(knowledge: Knowledge) -> tuple[SensationGate, ...]:
    """Which work needs a hand that feels."""
    rules = knowledge.gates.feeling
    return tuple(SensationGate(r.kind, r.within_from, r.marginal_from, r.source) for r in rules)


def wound_gates(knowledge: Knowledge) -> tuple[WoundGate, ...]:
    """Which work needs closed skin."""
    return tuple(WoundGate(rule.kind, rule.sufficient, rule.source) for rule in knowledge.gates.skin)


def vibration_limits(knowledge: Knowledge) -> VibrationLimits:
    """Daily vibration values for healthy workers."""
    vibration = knowledge.vibration
    source = vibration.action_value.source
    return VibrationLimits(vibration.action_value.value, vibration.limit_value.value, source)


def break_rule(knowledge: Knowledge) -> BreakRule:
    """Supplementary breaks as the trial gave them."""
    minutes, after = knowledge.breaks.minutes, knowledge.breaks.after_minutes
    return BreakRule(round(after.value), round(minutes.value), "published rule", minutes.source)


def mae_coefficients(knowledge: Knowledge) -> MaeCoefficients:
    """Coefficients of maximum acceptable effort."""
    return knowledge.mae.plain


def capacity_coefficients(knowledge: Knowledge) -> CapacityCoefficients:
    """Figures behind a capacity. For tip and palmar pinch, and for motion, no error was found."""
    return CapacityCoefficients(
        strength_errors=strength_errors(knowledge),
        monofilaments=monofilament_bands(knowledge),
        strength_tests=strength_test_rules(knowledge),
    )


def strength_errors(knowledge: Knowledge) -> tuple[StrengthError, ...]:
    """Error of measuring each strength, in newton; of a published range its larger end."""
    rows = ((kind, strength_error(knowledge, kind)) for kind in TEST_OF)
    newtons = AmountUnit.KILOGRAM_FORCE.newtons
    return tuple(StrengthError(kind, row.source, row.high * newtons) for kind, row in rows if row is not None)


def strength_error(knowledge: Knowledge, kind: DemandKind) -> MeasurementProperty | None:
    """Find the published error of a strength: its detectable change, else the smallest important one."""
    if kind not in TEST_OF:
        return None
    found = (measurement_error(knowledge, TEST_OF[kind], statistic) for statistic in (DETECTABLE, IMPORTANT))
    return next((row for row in found if row is not None), None)


def measurement_error(
    knowledge: Knowledge, measure: str, statistic: str = DETECTABLE
) -> MeasurementProperty | None:
    """Find the property of a measure that a change must exceed, the largest where several are published."""
    rows = [r for r in knowledge.measurement.rows if r.measure == measure and r.statistic == statistic]
    return max(rows, key=lambda row: row.high, default=None)


def monofilament_bands(knowledge: Knowledge) -> tuple[MonofilamentBand, ...]:
    """Filament numbers of each grade of touch, best first; the grade without filaments is left out."""
    return tuple(
        MonofilamentBand(row.grade, row.from_size, row.to_size)
        for row in knowledge.touch.rows
        if row.from_size is not None and row.to_size is not None
    )


def strength_gate(knowledge: Knowledge, procedure: Procedure) -> StrengthGate | None:
    """Find the latest published week for a procedure: where protocols disagree the cautious one counts."""
    dated = [g for g in knowledge.strength_gates.rows if g.procedure is procedure and g.weeks is not None]
    return max(dated, key=lambda gate: gate.weeks or 0.0, default=None)


def strength_test_rules(knowledge: Knowledge) -> tuple[StrengthTestRule, ...]:
    """Give one rule for each procedure with a published week; without one only the surgeon opens the test."""
    gates = (strength_gate(knowledge, procedure) for procedure in Procedure)
    return tuple(
        StrengthTestRule(gate.procedure, gate.weeks, gate.source)
        for gate in gates
        if gate is not None and gate.weeks is not None
    )


def recovery_bands(knowledge: Knowledge) -> tuple[RecoveryBand, ...]:
    """Bands of published recovery, by procedure and strength, where at least two weeks are known."""
    rows = [row for row in knowledge.recovery.rows if row.band_week is not None]
    keys = dict.fromkeys((procedure, row.measure) for row in rows for procedure in row.cohort.procedures)
    bands = (
        _band(procedure, DemandKind(measure), [r for r in rows if _is_of(r, procedure, measure)])
        for procedure, measure in keys
    )
    return tuple(band for band in bands if len(band.points) > 1)


def _is_of(row: RecoveryFigure, procedure: Procedure, measure: str) -> bool:
    return row.measure == measure and procedure in row.cohort.procedures


def _band(procedure: Procedure, kind: DemandKind, rows: list[RecoveryFigure]) -> RecoveryBand:
    """Spread of all cohorts at each week that rests on more than unread figures.

    The lower edge never falls later and the upper never earlier: a later, poorer cohort tells of the
    spread between studies, not of hands that grew weaker.
    """
    weeks = sorted({row.band_week for row in rows if row.verified is not Verified.NO and row.band_week})
    points = (
        RecoveryPoint(
            week=week,
            lower=min(_share(row) for row in rows if row.band_week in weeks and (row.band_week or 0) >= week),
            upper=max(_share(row) for row in rows if row.band_week in weeks and (row.band_week or 0) <= week),
        )
        for week in weeks
    )
    sources = dict.fromkeys(row.source for row in rows if row.verified is not Verified.NO)
    return RecoveryBand(procedure, kind, tuple(points), next(iter(sources), ""))


def _share(row: RecoveryFigure) -> float:
    return (row.percent_of_preop or 0.0) / 100.0
