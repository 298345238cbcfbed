"""From what a visit measured to what matching reads: strengths and limits, each with where it came from.

Here the clinical becomes functional. What has expired, or was not measured, is left out: it is missing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from job_profiles.kinds import POSTURE_KINDS, STRENGTH_KINDS, DemandKind
from rtw.domain.assessment.assessment import (
    Assessment,
    CarriedOver,
    Measure,
    SafeLoad,
    StatedLimit,
    Tolerance,
)
from rtw.domain.assessment.copy_forward import without_expired, without_preoperative
from rtw.domain.assessment.findings import HandFindings, Motion, Zone, ZoneSensation
from rtw.domain.assessment.operation import Operation, PatientFacts
from rtw.domain.assessment.part_keys import bout_part, day_part, limit_part, load_part, motion_part
from rtw.domain.assessment.strength_tests import StrengthTestRule, strength_holds
from rtw.domain.assessment.taken_trials import trials_taken
from rtw.domain.capacity import (
    NO_ERROR_KNOWN,
    Basis,
    Capacity,
    HandState,
    Limit,
    Quantity,
    Sensation,
    Strength,
)
from rtw.domain.dates import day_in_words
from rtw.domain.hands import Side
from rtw.domain.measurement import StrengthError, Trials, standard_deviation
from rtw.domain.measures.followed import TEST_OF

_LEAST_N = 0.01
"""Trials that differ by less read alike: only the arithmetic of their units differs."""

POSTURE_MOTIONS: dict[DemandKind, tuple[Motion, ...]] = {
    DemandKind.WRIST_FLEXION: (Motion.WRIST_FLEXION,),
    DemandKind.WRIST_EXTENSION: (Motion.WRIST_EXTENSION,),
    DemandKind.WRIST_DEVIATION: (Motion.RADIAL_DEVIATION, Motion.ULNAR_DEVIATION),
    DemandKind.FOREARM_ROTATION: (Motion.PRONATION, Motion.SUPINATION),
    DemandKind.ELBOW_FLEXION: (Motion.ELBOW_FLEXION,),
}
"""The motions a posture needs; with two, a demand does not say which way it goes."""

AMOUNT_KINDS = STRENGTH_KINDS | {
    DemandKind.LIFTING,
    DemandKind.CARRYING,
    DemandKind.PUSHING,
    DemandKind.PULLING,
}
"""Kinds for which the statement "this hand is unaffected" replaces no measurement of strength or load."""


@dataclass(frozen=True, slots=True)
class MonofilamentBand:
    """Filament numbers (both ends included) that stand for one grade of feeling."""

    grade: Sensation
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class CapacityCoefficients:
    """Figures that stand behind a capacity.

    `working_zones` must all be tested before a hand counts as feeling: a convention, not a finding.
    `angle_error_deg` is the half-width of error of a goniometer; 0 with no source where none is published.
    """

    strength_errors: tuple[StrengthError, ...] = ()
    monofilaments: tuple[MonofilamentBand, ...] = ()
    strength_tests: tuple[StrengthTestRule, ...] = ()
    angle_error_deg: float = 0.0
    angle_error_source: str | None = None
    working_zones: tuple[Zone, ...] = (Zone.THUMB, Zone.INDEX, Zone.LITTLE)


def capacity_of(
    assessments: Iterable[Assessment],
    patient: PatientFacts,
    operations: Iterable[Operation],
    restrictions: Iterable[StatedLimit],
    coefficients: CapacityCoefficients,
    on: date,
) -> Capacity:
    """Turn the latest visit on or before `on` into a capacity; `restrictions` are the surgeon's of the case.

    An older visit never fills what the latest left blank: only what was copied forward, with its date,
    counts. What was measured on a hand before its operation is left out. Limits keep their dates and
    are filtered by whoever reads them on a day.
    """
    visits = sorted((visit for visit in assessments if visit.on <= on), key=lambda visit: visit.on)
    treated = tuple(operations)
    holds = strength_holds(treated, coefficients.strength_tests)
    surgeon = tuple(_stated(limit, Basis.SURGEON, None) for limit in restrictions)
    if not visits:
        return Capacity(on, patient.dominant, limits=surgeon, holds=holds)
    visit = without_preoperative(without_expired(visits[-1], on), treated, on)
    return Capacity(
        on=on,
        dominant=patient.dominant,
        strengths=tuple(_strengths(visit, coefficients)),
        limits=(*_limits(visit, coefficients), *surgeon),
        hands=tuple(_state(hand, coefficients) for hand in visit.hands),
        holds=holds,
    )


def _strengths(visit: Assessment, coefficients: CapacityCoefficients) -> Iterator[Strength]:
    for hand in visit.hands:
        for kind in TEST_OF:
            trials, mark = trials_taken(visit, kind, hand.side)
            if trials is None or trials.mean_n is None:
                continue
            error_n, source = _strength_error(kind, trials, visit, coefficients)
            taken, until = (mark.measured_on, mark.until) if mark else (visit.on, None)
            yield Strength(kind, hand.side, trials.mean_n, error_n, taken, until, source)


def _strength_error(
    kind: DemandKind, trials: Trials, visit: Assessment, coefficients: CapacityCoefficients
) -> tuple[float, str]:
    """Take the published error; where there is none the spread of the trials is the least that is known.

    Trials that read alike are not without error: they agree to the last decimal that was read, no further.
    """
    mean_n = trials.mean_n or 0.0
    published = next((e for e in coefficients.strength_errors if e.kind is kind), None)
    if published is not None:
        return published.at(mean_n), published.source
    spread, read = standard_deviation(trials.newtons) or 0.0, _reading_error(kind, trials, visit)
    if spread >= max(read, _LEAST_N):
        return min(mean_n, spread), "spread of the trials"
    return (min(mean_n, read), "last decimal of the reading") if read else (0.0, NO_ERROR_KNOWN)


def _reading_error(kind: DemandKind, trials: Trials, visit: Assessment) -> float:
    """Give how finely the gauge was read, by the test of either hand: a 5 beside a 3.2 is a 5.0."""
    tested = [other for hand in visit.hands if (other := hand.trials(kind)) and other.unit is trials.unit]
    known = [read for each in tested if (read := each.reading_error_n) is not None]
    return min(known) if known and trials.reading_error_n is not None else 0.0


def _limits(visit: Assessment, coefficients: CapacityCoefficients) -> Iterator[Limit]:
    for entry in visit.tolerances:
        yield from _tolerance(entry, visit)
    for load in visit.safe_loads:
        yield _safe_load(load, visit)
    for hand in visit.hands:
        yield from _postures(hand, visit, coefficients)
        if hand.unaffected:
            yield from _unaffected(hand, visit)
    for stated in visit.therapist_limits:
        said = visit.taken_on(Measure.THERAPIST_LIMITS, None, limit_part(stated))
        yield _stated(stated, Basis.CLINICIAN, said)
    for stated in visit.surgeon_restrictions:
        said = visit.taken_on(Measure.SURGEON_RESTRICTIONS, None, limit_part(stated))
        yield _stated(stated, Basis.SURGEON, said)


def _taken(
    visit: Assessment, measure: Measure, side: Side | None, part: str
) -> tuple[CarriedOver | None, date]:
    """Give the mark of one finding, where it was copied, and the day it was really taken."""
    return visit.carried(measure, side, part), visit.taken_on(measure, side, part)


def _tolerance(entry: Tolerance, visit: Assessment) -> Iterator[Limit]:
    """Tolerated minutes are the patient's report; they become hours a day and hours at a stretch."""
    kind, side = entry.kind, entry.side
    asked = (
        (Quantity.HOURS_PER_DAY, entry.day_min, day_part(kind, side)),
        (Quantity.BOUT_H, entry.bout_min, bout_part(kind, side)),
    )
    for quantity, minutes, part in asked:
        if minutes is not None:
            mark, taken = _taken(visit, Measure.TOLERANCES, None, part)
            origin, until = f"tolerated, as reported on {day_in_words(taken)}", mark.until if mark else None
            yield Limit(entry.kind, entry.side, quantity, minutes / 60.0, Basis.PATIENT, origin, until=until)


def _safe_load(load: SafeLoad, visit: Assessment) -> Limit:
    mark, taken = _taken(visit, Measure.SAFE_LOADS, None, load_part(load.kind, load.side))
    origin, until = f"done safely on {day_in_words(taken)}", mark.until if mark else None
    return Limit(load.kind, load.side, load.quantity, load.value, Basis.MEASURED, origin, until=until)


def _postures(hand: HandFindings, visit: Assessment, coefficients: CapacityCoefficients) -> Iterator[Limit]:
    for kind in sorted(POSTURE_KINDS):
        motions = POSTURE_MOTIONS[kind]
        degrees = [value for m in motions if (value := hand.degrees(m)) is not None]
        if len(degrees) < len(motions):
            continue
        # Of motions of several days the oldest dates the limit: none of them is younger.
        found = [_taken(visit, Measure.MOTION, hand.side, motion_part(m, None)) for m in motions]
        mark, taken = min(found, key=lambda each: each[1])
        yield Limit(
            kind=kind,
            side=hand.side,
            quantity=Quantity.ANGLE_DEG,
            value=min(degrees),
            basis=Basis.MEASURED,
            origin=f"active motion measured on {day_in_words(taken)}",
            error=coefficients.angle_error_deg,
            until=mark.until if mark else None,
            source=coefficients.angle_error_source,
            value_high=max(degrees) if len(degrees) > 1 else None,
        )


def _unaffected(hand: HandFindings, visit: Assessment) -> Iterator[Limit]:
    """Take the therapist's word that nothing limits this hand: a permission for all that is no amount."""
    said = visit.taken_on(Measure.UNAFFECTED, hand.side)
    origin = f"therapist: {hand.side.label.lower()} unaffected, {day_in_words(said)}"
    for kind in DemandKind:
        if kind not in AMOUNT_KINDS:
            yield Limit(kind, hand.side, Quantity.PERMITTED, 1.0, Basis.CLINICIAN, origin)


def _stated(limit: StatedLimit, basis: Basis, visit_on: date | None) -> Limit:
    day = limit.since or visit_on
    words = basis.label if day is None else f"{basis.label} of {day_in_words(day)}"
    origin = f"{words}: {limit.reason}" if limit.reason else words
    return Limit(
        limit.kind,
        limit.side,
        limit.quantity,
        limit.value,
        basis,
        origin,
        since=limit.since,
        until=limit.until,
    )


def _state(hand: HandFindings, coefficients: CapacityCoefficients) -> HandState:
    return HandState(hand.side, sensation_of(hand.sensation, coefficients), hand.wound)


def sensation_of(zones: tuple[ZoneSensation, ...], coefficients: CapacityCoefficients) -> Sensation | None:
    """Give the worst grade felt in any tested zone, once all working zones are tested.

    A zone below normal counts at once; a normal finding in one finger says nothing of the others.
    """
    grades = {zone.zone: grade for zone in zones if (grade := grade_of(zone, coefficients)) is not None}
    worst = min(grades.values(), default=None)
    if worst is None or worst <= Sensation.LOSS_OF_PROTECTIVE:
        return worst
    return worst if all(zone in grades for zone in coefficients.working_zones) else None


def grade_of(zone: ZoneSensation, coefficients: CapacityCoefficients) -> Sensation | None:
    """Give the grade of one zone: as entered, or from the filament; None where the number fits no band."""
    if zone.grade is not None or zone.monofilament is None:
        return zone.grade
    size = zone.monofilament
    return next((band.grade for band in coefficients.monofilaments if band.low <= size <= band.high), None)
