"""The exposure of a case: its job on the patient's own hands, and beside it on those of a healthy worker."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from job_profiles.kinds import DemandKind
from job_profiles.profile import JobProfile
from rtw.domain.assessed_capacity import capacity_of
from rtw.domain.assessment.operation import PatientFacts, Sex
from rtw.domain.capacity import Capacity, Strength
from rtw.domain.hands import Side
from rtw.domain.job_exposure.healthy import AgainstHealthy, against_healthy
from rtw.domain.job_exposure.job import JobExposure, job_exposure
from rtw.domain.job_exposure.lifts import LiftExposure, lift_exposures
from rtw.domain.job_exposure.lines import LineCoefficients
from rtw.domain.job_exposure.vibration import HandVibration, hand_vibrations
from rtw.domain.measurement import AmountUnit
from rtw.domain.measures.followed import TEST_OF
from rtw.domain.measures.norm import age_on
from rtw.knowledge.for_domain import capacity_coefficients
from rtw.knowledge.load import Knowledge, knowledge
from rtw.knowledge.types.norms import Norm
from rtw.services.case_record import CaseRecord

AUTHORITY: Final = "mathiowetz_1985"
"""The one authority with all four strengths for each hand: a job is compared within one set of norms."""


@dataclass(frozen=True, slots=True)
class HealthyStrength:
    """The norm that stands for a healthy hand: mean strength in newton, and the row it is from."""

    side: Side
    kind: DemandKind
    mean_n: float
    norm: Norm


@dataclass(frozen=True, slots=True)
class CaseExposure:
    """Exposure of the case's job on a day. `no_norm` says why there is no comparison with healthy hands."""

    profile: JobProfile
    capacity: Capacity
    exposure: JobExposure
    healthy: tuple[AgainstHealthy, ...]
    strengths: tuple[HealthyStrength, ...]
    no_norm: str | None
    vibration: tuple[HandVibration, ...] = ()
    lifts: tuple[LiftExposure, ...] = ()


def case_exposure(record: CaseRecord, on: date) -> CaseExposure | None:
    """Compute the exposure of a case's job as it stands; None while there is no job."""
    found = record.findings()
    if found is None:
        return None
    coefficients = capacity_coefficients(knowledge())
    capacity = capacity_of(found.assessments, found.patient, found.operations, (), coefficients, on)
    return exposure_of(found.profile, capacity, found.patient)


def exposure_of(profile: JobProfile, capacity: Capacity, patient: PatientFacts) -> CaseExposure:
    """Compute the exposure of a job for a patient with this capacity, on the capacity's own day."""
    known = knowledge()
    c, modifiers = line_coefficients(known), known.strength_modifiers
    healthy, norms, no_norm = compared_with_healthy(profile, capacity, patient)
    return CaseExposure(
        profile=profile,
        capacity=capacity,
        exposure=job_exposure(profile, capacity, c, modifiers),
        healthy=healthy,
        strengths=norms,
        no_norm=no_norm,
        vibration=hand_vibrations(profile, capacity.dominant, known.vibration),
        lifts=lift_exposures(profile, known.rnle),
    )


def compared_with_healthy(
    profile: JobProfile, capacity: Capacity, patient: PatientFacts
) -> tuple[tuple[AgainstHealthy, ...], tuple[HealthyStrength, ...], str | None]:
    """Compare a job for these hands and for healthy ones; with the norms taken, or why there are none."""
    known = knowledge()
    norms, no_norm = healthy_strengths(known, patient, capacity.on)
    if not norms:
        return (), (), no_norm
    c, healthy = line_coefficients(known), _capacity(norms, capacity.on)
    return against_healthy(profile, capacity, healthy, c, known.strength_modifiers), norms, no_norm


def line_coefficients(known: Knowledge) -> LineCoefficients:
    """Return the coefficients of the models that a job's lines take."""
    floor = known.tlv_hal.counts_above_percent
    return LineCoefficients(known.rsi, known.duet, known.hal, known.effort_scale, floor)


def healthy_strengths(
    known: Knowledge, patient: PatientFacts, on: date
) -> tuple[tuple[HealthyStrength, ...], str | None]:
    """Find the mean strengths of healthy people of that sex and age, or say why there are none."""
    if patient.sex is None or patient.born is None:
        return (), "Sex and date of birth are needed to compare with healthy people."
    age = age_on(patient.born, on)
    found = tuple(_norms(known, patient.sex, age))
    return found, None if found else f"No norm is held for this sex at {age} years."


def _norms(known: Knowledge, sex: Sex, age: int) -> Iterator[HealthyStrength]:
    rows = [row for table in known.norms for row in table.rows if row.source == AUTHORITY and row.sex is sex]
    in_age = [r for r in rows if r.age_from <= age and (r.age_to is None or age <= r.age_to)]
    for kind, test in TEST_OF.items():
        for side in Side:
            row = next((r for r in in_age if r.test == test and r.hand.value == side.value), None)
            if row is not None:
                yield HealthyStrength(side, kind, row.mean * AmountUnit(row.unit).newtons, row)


def _capacity(norms: tuple[HealthyStrength, ...], on: date) -> Capacity:
    """Take the mean strengths as those of a healthy worker's hands."""
    strengths = tuple(
        Strength(each.kind, each.side, each.mean_n, 0.0, on, None, each.norm.source) for each in norms
    )
    return Capacity(on, None, strengths)
