"""Everything the records hold about one case, as values of the domain: what match and plan begin with."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, joinedload

from job_profiles.profile import JobProfile
from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.accommodation.fitting import circumstances_of
from rtw.domain.accommodation.kinds import Circumstance, Setting
from rtw.domain.accommodation.values import Accommodation
from rtw.domain.assessed_capacity import CapacityCoefficients, capacity_of
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.operation import Operation, PatientFacts, SlowsHealing
from rtw.domain.gap import Override
from rtw.domain.hands import Side
from rtw.domain.matching.gaps import GapOverride
from rtw.domain.plan import AccommodationStatus, ChosenAccommodation
from rtw.domain.planning import CaseFindings, Figures
from rtw.knowledge.for_domain import capacity_coefficients, match_coefficients, recovery_bands
from rtw.knowledge.for_recovery import recovery_model
from rtw.knowledge.load import Knowledge, knowledge
from rtw.services.actor import Actor
from rtw.services.off_scale import sieved
from rtw.services.permission import NotFoundError, Permission, require
from rtw.store import codec
from rtw.store.assessments import AssessmentRow, OverrideRow
from rtw.store.cases import Case
from rtw.store.jobs import JobVersion
from rtw.store.operations import OperationRow
from rtw.store.people import User
from rtw.store.plans import AccommodationRow

# Every page of a case asks these: each is built, and its place in SQLAlchemy's own cache found, only once.
_CASE = (
    select(Case, JobVersion.number, codec.stored_text(JobVersion.profile))
    .outerjoin(JobVersion, JobVersion.id == Case.job_version_id)
    .where(Case.id == bindparam("case_id"), Case.clinic_id == bindparam("clinic_id"))
    .options(joinedload(Case.patient))
)
_OPERATIONS = (
    select(OperationRow)
    .where(OperationRow.case_id.in_(bindparam("case_ids", expanding=True)))
    .order_by(OperationRow.id)
)
_VISITS = (
    select(
        AssessmentRow.id,
        AssessmentRow.number,
        codec.stored_text(AssessmentRow.data),
        AssessmentRow.signed_on,
        User.name,
    )
    .outerjoin(User, User.id == AssessmentRow.signed_by_id)
    .where(AssessmentRow.case_id == bindparam("case_id"))
    .order_by(AssessmentRow.number)
)
_OVERRIDES = (
    select(OverrideRow, User.name)
    .join(User, User.id == OverrideRow.by_id)
    .where(
        OverrideRow.case_id == bindparam("case_id"),
        OverrideRow.job_version_id == bindparam("job_version_id"),
        OverrideRow.withdrawn_on.is_(None),
    )
    .order_by(OverrideRow.id.desc())
)
_ACCOMMODATIONS = (
    select(AccommodationRow)
    .where(AccommodationRow.case_id == bindparam("case_id"))
    .order_by(AccommodationRow.id)
)


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit as recorded. `number` counts from 1 within a case; `signed_by` is None until it is signed."""

    id: int
    number: int
    assessment: Assessment
    signed_on: date | None
    signed_by: str | None

    @property
    def on(self) -> date:
        """The day of the visit."""
        return self.assessment.on

    @property
    def is_signed(self) -> bool:
        """Whether it counts for match and plan, and never changes again."""
        return self.signed_on is not None


@dataclass(frozen=True, slots=True)
class KeptOverride:
    """A therapist's verdict in force, with the record it can be withdrawn by and the day it was made."""

    id: int
    made_on: date
    override: GapOverride


@dataclass(frozen=True, slots=True)
class CaseAccommodation:
    """An accommodation of the case in the catalogue's and the plan's words; `counts`: it is not declined."""

    chosen: ChosenAccommodation
    effect: ChosenEffect

    @property
    def accommodation(self) -> Accommodation:
        """The entry of the catalogue."""
        return self.effect.accommodation

    @property
    def counts(self) -> bool:
        """Whether match and plan reckon with it."""
        return self.chosen.status.is_live


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """One case. `visits` and their numbers ascend; `profile` is None until a job is confirmed."""

    case_id: int
    job_version_id: int | None
    job_version_number: int | None
    profile: JobProfile | None
    patient: PatientFacts
    operations: tuple[Operation, ...]
    visits: tuple[Visit, ...]
    overrides: tuple[KeptOverride, ...]
    accommodations: tuple[CaseAccommodation, ...]
    settings: frozenset[Setting]
    circumstances: frozenset[Circumstance]

    @property
    def signed_visits(self) -> tuple[Visit, ...]:
        """The visits that count, without entries that cannot be."""
        return tuple(_counted(visit) for visit in self.visits if visit.is_signed)

    @property
    def last_signed(self) -> Visit | None:
        """The newest visit that counts."""
        return self.signed_visits[-1] if self.signed_visits else None

    @property
    def begun(self) -> Visit | None:
        """The visit that is being written, if there is one."""
        return next((visit for visit in self.visits if not visit.is_signed), None)

    @property
    def treated_sides(self) -> tuple[Side, ...]:
        """The hands that were treated, left before right."""
        return treated_sides(self.operations)

    @property
    def chosen_effects(self) -> tuple[ChosenEffect, ...]:
        """What the chosen accommodations change, declined and ended ones left out."""
        return tuple(entry.effect for entry in self.accommodations if entry.counts)

    @property
    def chosen_accommodations(self) -> tuple[ChosenAccommodation, ...]:
        """The chosen accommodations as a plan holds them, declined and ended ones left out."""
        return tuple(entry.chosen for entry in self.accommodations if entry.counts)

    def findings(self) -> CaseFindings | None:
        """Return what planning takes; None while there is no job. Unsigned visits do not count."""
        if self.profile is None:
            return None
        return CaseFindings(
            profile=self.profile,
            patient=self.patient,
            operations=self.operations,
            assessments=tuple(visit.assessment for visit in self.signed_visits),
            chosen=self.chosen_effects,
            overrides=tuple(kept.override for kept in self.overrides),
        )


def _counted(visit: Visit) -> Visit:
    return replace(visit, assessment=sieved(visit.assessment).counted)


def treated_sides(operations: Sequence[Operation]) -> tuple[Side, ...]:
    """Name the hands these operations treated, left before right."""
    return tuple(side for side in Side if any(operation.side is side for operation in operations))


def case_record(session: Session, actor: Actor, case_id: int) -> CaseRecord:
    """Read one case of the actor's clinic. Raises NotFoundError for any other."""
    require(actor, Permission.SEE_CLINICAL)
    found = session.execute(_CASE, {"case_id": case_id, "clinic_id": actor.clinic_id}).one_or_none()
    if found is None:
        raise NotFoundError(f"case {case_id}")
    case, version_number, profile = found
    return CaseRecord(
        case_id=case.id,
        job_version_id=case.job_version_id,
        job_version_number=version_number,
        profile=codec.read(JobProfile, profile) if profile is not None else None,
        patient=patient_facts(case),
        operations=operations_of(session, case_id),
        visits=visits_of(session, case_id),
        overrides=_overrides(session, case),
        accommodations=_accommodations(session, case_id, knowledge()),
        settings=frozenset(Setting(name) for name in case.settings),
        circumstances=frozenset(Circumstance(name) for name in case.circumstances),
    )


def figures_for(record: CaseRecord) -> Figures:
    """Return all published figures that match and plan take, for the place and the person of this case.

    What bears on the person is what the therapist ticked, and what the last signed visit found.
    """
    last = record.last_signed
    found = _found(last.assessment, record.patient, record.operations) if last else frozenset()
    return _figures(record.settings, record.circumstances | found)


# The knowledge of a process never changes, and there are few sets of settings and circumstances.
@lru_cache(maxsize=64)
def _figures(settings: frozenset[Setting], circumstances: frozenset[Circumstance]) -> Figures:
    return Figures(
        match=match_coefficients(knowledge(), settings, circumstances),
        capacity=_capacity_coefficients(),
        recovery=recovery_bands(knowledge()),
        expected=recovery_model(knowledge()),
    )


@cache
def _capacity_coefficients() -> CapacityCoefficients:
    return capacity_coefficients(knowledge())


# The same visit is looked at on every page of its case; equal findings speak for equal circumstances.
@lru_cache(maxsize=64)
def _found(
    assessment: Assessment, patient: PatientFacts, operations: tuple[Operation, ...]
) -> frozenset[Circumstance]:
    capacity = capacity_of((assessment,), patient, operations, (), _capacity_coefficients(), assessment.on)
    return circumstances_of(capacity, treated_sides(operations))


def patient_facts(case: Case) -> PatientFacts:
    """Take from a patient's record what bears on the hand."""
    patient = case.patient
    return PatientFacts(
        dominant=patient.dominant_side,
        sex=patient.sex,
        born=patient.born_on,
        slows_healing=tuple(SlowsHealing(name) for name in patient.slows_healing),
        other_conditions=patient.other_conditions or None,
    )


def operations_of(session: Session, case_id: int) -> tuple[Operation, ...]:
    """Read the treated hands of a case, in the order they were treated."""
    return operations_of_cases(session, [case_id]).get(case_id, ())


def operations_of_cases(session: Session, case_ids: Sequence[int]) -> dict[int, tuple[Operation, ...]]:
    """Read the treated hands of many cases in one query, each in the order they were treated.

    One whose day is missing stands last, as it may be the latest; of one day they stand as entered.
    """
    found = _operations_as_entered(session, case_ids)
    return {key: tuple(sorted(each, key=lambda o: (o.on or date.max, o.side))) for key, each in found.items()}


def operations_as_entered(session: Session, case_id: int) -> tuple[Operation, ...]:
    """Read the treated hands of a case in the order somebody wrote them down."""
    return tuple(_operations_as_entered(session, [case_id]).get(case_id, ()))


def _operations_as_entered(session: Session, case_ids: Sequence[int]) -> dict[int, list[Operation]]:
    found: dict[int, list[Operation]] = {}
    for row in session.scalars(_OPERATIONS, {"case_ids": case_ids}):
        done = Operation(
            row.side, row.procedure, row.done_on, row.nerve, row.approach, row.strength_test_from
        )
        found.setdefault(row.case_id, []).append(done)
    return found


def visits_of(session: Session, case_id: int) -> tuple[Visit, ...]:
    """Read the visits of a case, oldest first."""
    return tuple(
        Visit(visit_id, number, codec.read(Assessment, text), signed_on, signed_by)
        for visit_id, number, text, signed_on, signed_by in session.execute(_VISITS, {"case_id": case_id})
    )


def _overrides(session: Session, case: Case) -> tuple[KeptOverride, ...]:
    """Read the overrides in force; one made for another version of the job is not carried over."""
    rows = session.execute(_OVERRIDES, {"case_id": case.id, "job_version_id": case.job_version_id})
    return tuple(KeptOverride(row.id, row.made_on, _override(row, name)) for row, name in rows)


def _override(row: OverrideRow, by: str) -> GapOverride:
    return GapOverride(row.task, row.demand_index, row.kind, row.side, Override(row.verdict, row.reason, by))


def _accommodations(session: Session, case_id: int, known: Knowledge) -> tuple[CaseAccommodation, ...]:
    """Read what was chosen; an entry that left the catalogue is left out, its row stays."""
    rows = session.scalars(_ACCOMMODATIONS, {"case_id": case_id})
    found = ((row, known.catalogue.find(row.accommodation_id)) for row in rows)
    return tuple(_accommodation(row, entry) for row, entry in found if entry is not None)


def _accommodation(row: AccommodationRow, entry: Accommodation) -> CaseAccommodation:
    tasks = tuple(row.tasks)
    given = tuple((name, float(value)) for name, value in row.given.items())
    text = row.employer_text or entry.employer_text
    chosen = ChosenAccommodation(entry.id, tasks, row.owner, row.due, AccommodationStatus(row.status), text)
    return CaseAccommodation(chosen, ChosenEffect(entry, tasks, given))
