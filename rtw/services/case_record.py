"""Everything the records hold about one case, as values of the domain: what match and plan begin with."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, joinedload

from job_profiles.profile import JobProfile
from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.accommodation.given_figures import figure_given
from rtw.domain.accommodation.kinds import Circumstance, Setting
from rtw.domain.accommodation.values import Accommodation
from rtw.domain.assessment.operation import Operation, PatientFacts
from rtw.domain.gap import Override
from rtw.domain.hands import Side
from rtw.domain.matching.gaps import GapOverride
from rtw.domain.plan import AccommodationStatus, ChosenAccommodation
from rtw.domain.planning import CaseFindings
from rtw.knowledge.load import Knowledge, knowledge
from rtw.services.actor import Actor
from rtw.services.operations import operations_of, patient_facts, treated_sides
from rtw.services.permission import NotFoundError, Permission, require
from rtw.services.visits import Visit, visits_of
from rtw.store import codec
from rtw.store.assessments import OverrideRow
from rtw.store.cases import Case
from rtw.store.jobs import JobVersion
from rtw.store.people import User
from rtw.store.plans import AccommodationRow

# Every page of a case asks these: each is built, and its place in SQLAlchemy's own cache found, only once.
_CASE = (
    select(Case, JobVersion.number, codec.stored_text(JobVersion.profile))
    .outerjoin(JobVersion, JobVersion.id == Case.job_version_id)
    .where(Case.id == bindparam("case_id"), Case.clinic_id == bindparam("clinic_id"))
    .options(joinedload(Case.patient))
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
        return tuple(visit.counted for visit in self.visits if visit.is_signed)

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
    effect = ChosenEffect(entry, tasks, given)
    status, figure = AccommodationStatus(row.status), figure_given(effect)
    chosen = ChosenAccommodation(entry.id, tasks, row.owner, row.due, status, text, figure=figure)
    return CaseAccommodation(chosen, effect)
