"""From published courses, norms and errors to what recovery is expected from."""

from collections.abc import Iterator
from dataclasses import replace
from math import sqrt
from statistics import NormalDist, median
from typing import Final

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.operation import Procedure
from rtw.domain.figure import Verified
from rtw.domain.measurement import AmountUnit
from rtw.domain.measurement_property import DETECTABLE, MeasurementProperty
from rtw.domain.measures.followed import TEST_OF
from rtw.domain.recovery.assumption import RecoveryAssumptions
from rtw.domain.recovery.model import MeasureError, NormSpread, ProcedurePrior, RecoveryModel
from rtw.domain.recovery.prior import CohortPoint, RecoveryPrior, Scale, Spread, prior_nodes, scatter
from rtw.domain.scores.definition import ScoreDefinition
from rtw.knowledge.for_domain import measurement_error, strength_error
from rtw.knowledge.load import Knowledge
from rtw.knowledge.types.recovery import RecoveryFigure

OTHER_HAND: Final = "% of the other hand"


def recovery_model(knowledge: Knowledge) -> RecoveryModel:
    """Everything recovery is expected from. Figures not read in their source are shown and not counted."""
    norms = tuple(_norm_spreads(knowledge))
    spreads = strength_spreads(knowledge, norms)
    return RecoveryModel(
        published=(*_strengths(knowledge, spreads), *_scores(knowledge)),
        unpublished=tuple(RecoveryPrior(m, Scale.RATIO, (), spread) for m, spread in spreads.items()),
        errors=(*_strength_errors(knowledge), *_score_errors(knowledge)),
        norms=norms,
        assumptions=knowledge.recovery_assumptions,
    )


def strength_spreads(knowledge: Knowledge, norms: tuple[NormSpread, ...]) -> dict[str, Spread]:
    """Spread of each strength: scatter between cohorts pooled over all, and that of patients as of norms."""
    said = knowledge.recovery_assumptions
    rows = [row for row in knowledge.recovery.rows if _is_counted(row)]
    groups: dict[tuple[str, str, float | None], list[float]] = {}
    for row in rows:
        key = (row.cohort.value, row.measure, row.band_week)
        groups.setdefault(key, []).append(Scale.RATIO.of(_share(row)))
    cohorts, degrees = scatter(groups.values())
    kept, times = said.kept_per_doubling.value, said.patients_as_norms.value
    return {each.measure: Spread(cohorts, degrees, times * each.share, kept) for each in norms}


def _norm_spreads(knowledge: Knowledge) -> Iterator[NormSpread]:
    authority = knowledge.recovery_assumptions.patients_as_norms.rests_on
    for kind, test in TEST_OF.items():
        rows = [
            r for t in knowledge.norms for r in t.rows if r.test == test and r.source == authority and r.sd
        ]
        if rows:
            share = median((row.sd or 0.0) / row.mean for row in rows)
            worst = max((row.verified for row in rows), key=list(Verified).index)
            yield NormSpread(kind.value, share, len(rows), rows[0].source, worst)


def _strengths(knowledge: Knowledge, spreads: dict[str, Spread]) -> Iterator[ProcedurePrior]:
    for procedure in Procedure:
        for measure, spread in spreads.items():
            points = tuple(_points(knowledge, procedure, measure))
            nodes = prior_nodes(points, Scale.RATIO, spread)
            if points:
                known = nodes if len(nodes) > 1 else ()
                prior = RecoveryPrior(measure, Scale.RATIO, known, spread, points)
                yield ProcedurePrior(procedure, prior)


def _points(knowledge: Knowledge, procedure: Procedure, measure: str) -> Iterator[CohortPoint]:
    """Take what cohorts of a procedure reached after operation, in shares of before or of the other hand."""
    for row in knowledge.recovery.rows:
        of_other = row.unit == OTHER_HAND and row.value is not None
        if row.measure != measure or procedure not in row.cohort.procedures or row.week == 0:
            continue
        if of_other or row.percent_of_preop:
            share = (row.value or 0.0) / 100.0 if of_other else _share(row)
            at = row.band_week if _is_counted(row) else None
            yield _point(row, share, at, of_other_hand=of_other)


def _point(
    row: RecoveryFigure, value: float, counted_at: float | None, *, of_other_hand: bool = False
) -> CohortPoint:
    return CohortPoint(
        row.week,
        value,
        row.n,
        row.source,
        row.verified,
        row.cohort.label,
        counted_at,
        of_other_hand,
        row.note,
    )


def _is_counted(row: RecoveryFigure) -> bool:
    return row.band_week is not None and row.verified is not Verified.NO


def _share(row: RecoveryFigure) -> float:
    return (row.percent_of_preop or 0.0) / 100.0


def _scores(knowledge: Knowledge) -> Iterator[ProcedurePrior]:
    """Scores of which cohorts report: one cohort each, so no scatter between cohorts can be seen."""
    for definition in knowledge.scores:
        for procedure in Procedure:
            rows = [
                row
                for row in knowledge.recovery.rows
                if row.measure == definition.id.value
                and procedure in row.cohort.procedures
                and row.value is not None
                and row.verified is not Verified.NO
            ]
            if any(row.week > 0 for row in rows):
                yield ProcedurePrior(
                    procedure, _score_prior(definition, rows, knowledge.recovery_assumptions)
                )


def _score_prior(
    definition: ScoreDefinition, rows: list[RecoveryFigure], said: RecoveryAssumptions
) -> RecoveryPrior:
    """Follow a score: one week makes no course, and without a row from before nothing is said of before."""
    whole = said.score_spread.value * (definition.high - definition.low)
    level = whole * sqrt(said.score_kept.value)
    own = whole * sqrt(1.0 - said.score_kept.value)
    spread = Spread(0.0, 0, own, said.kept_per_doubling.value)
    after = [row for row in rows if row.week > 0]
    is_course = len({row.week for row in after}) > 1
    points = tuple(_point(row, row.value or 0.0, row.week if is_course else None) for row in after)
    before = next((row.value for row in rows if row.week == 0), None) if is_course else None
    return RecoveryPrior(
        measure=definition.id.value,
        scale=Scale.POINTS,
        nodes=prior_nodes(points, Scale.POINTS, spread),
        spread=spread,
        points=points,
        before=before,
        level=None if before is None else level,
        low=definition.low,
        high=definition.high,
    )


def _strength_errors(knowledge: Knowledge) -> Iterator[MeasureError]:
    """Errors of the strengths; tip and palmar pinch borrow from key pinch, as the assumption says."""
    times = knowledge.recovery_assumptions.pinch_error_as_key.value
    key = _own_error(knowledge, DemandKind.KEY_PINCH)
    for kind in TEST_OF:
        own = _own_error(knowledge, kind)
        if own is not None:
            yield own
        elif key is not None:
            lent = replace(key, deviation=times * key.deviation, change=times * key.change)
            yield replace(lent, measure=kind.value, borrowed_from=DemandKind.KEY_PINCH.label)


def _own_error(knowledge: Knowledge, kind: DemandKind) -> MeasureError | None:
    """Find the detectable change of a strength; without one the smallest important change stands in."""
    found = strength_error(knowledge, kind)
    if found is None:
        return None
    times = 1.0 if found.is_error else knowledge.recovery_assumptions.important_as_detectable.value
    return _error(knowledge, kind.value, times * found.high * AmountUnit.KILOGRAM_FORCE.newtons, found)


def _score_errors(knowledge: Knowledge) -> Iterator[MeasureError]:
    for definition in knowledge.scores:
        found = measurement_error(knowledge, definition.measure, DETECTABLE)
        if found is not None:
            yield _error(knowledge, definition.id.value, found.high, found)


def _error(knowledge: Knowledge, measure: str, change: float, found: MeasurementProperty) -> MeasureError:
    """Work out the error of one measurement: a change between two has √2 times the error of either."""
    confidence = knowledge.recovery_assumptions.confidence(measure)
    deviation = change / (NormalDist().inv_cdf((1.0 + confidence) / 2.0) * sqrt(2.0))
    return MeasureError(
        measure, deviation, change, confidence, found.source, found.verified, is_stand_in=not found.is_error
    )
