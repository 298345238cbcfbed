"""One case as a file: everything a plan is made from, in the shapes of the domain.

The job is the profile document of its own (`schema profile`); all else is read by declared type.
"""

from dataclasses import dataclass, field
from datetime import date

from job_profiles.kinds import DemandKind
from job_profiles.problem import Problem
from job_profiles.profile import JobProfile
from rtw.domain.accommodation.kinds import Circumstance, Setting
from rtw.domain.assessment.assessment import Assessment, StatedLimit
from rtw.domain.assessment.operation import Operation, PatientFacts
from rtw.domain.capacity import Capacity
from rtw.domain.disclosure.values import ClinicCard, ContactCard, Withheld
from rtw.domain.gap import JobMatch
from rtw.domain.hands import Side
from rtw.domain.optimise.outcome import Outcome, SolveStatus
from rtw.domain.plan import (
    AccommodationStatus,
    Consent,
    Owner,
    PhysicianApproval,
    PlanVersion,
    TreatmentTime,
)
from rtw.domain.schedule.violation import Violation
from rtw.domain.schedule.wishes import ScheduleWishes
from rtw.domain.verdicts import Verdict

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """A number the catalogue asks for when an accommodation is chosen (`name` as the catalogue has it)."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class ChosenInCase:
    """An accommodation that is part of the plan; `tasks` empty: the whole job.

    Without `employer_text` the catalogue's own sentence is used.
    """

    accommodation_id: str
    tasks: tuple[str, ...] = ()
    owner: Owner = Owner.EMPLOYER
    due: date | None = None
    status: AccommodationStatus = AccommodationStatus.AGREED
    given: tuple[GivenFigure, ...] = ()
    employer_text: str | None = None


@dataclass(frozen=True, slots=True)
class OverrideInCase:
    """A therapist's own verdict on one demand (`index` counts the task's demands from 0) of one hand."""

    task: str
    index: int
    kind: DemandKind
    side: Side
    verdict: Verdict
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class ReleaseInCase:
    """The therapist's word that the plan may leave, and the exact free texts she approves."""

    approved_by: str
    approved_texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One case. `job_from_employer`: title and tasks stand in the employer's own sheet."""

    schema_version: str
    reference: str
    worker: str
    clinic: ClinicCard
    contact: ContactCard
    job: JobProfile
    job_from_employer: bool = True
    disclosure_profile: str = "functional_only"
    workplace: tuple[Setting, ...] = ()
    patient: PatientFacts = field(default_factory=PatientFacts)
    diagnosis: str | None = None
    medication: str | None = None
    clinical_notes: str | None = None
    operations: tuple[Operation, ...] = ()
    surgeon_restrictions: tuple[StatedLimit, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    overrides: tuple[OverrideInCase, ...] = ()
    accommodations: tuple[ChosenInCase, ...] = ()
    wishes: ScheduleWishes = field(default_factory=ScheduleWishes)
    treatment_times: tuple[TreatmentTime, ...] = ()
    review_on: date | None = None
    expected_full_duty: tuple[date, date] | None = None
    employer_note: str | None = None
    reason: str | None = None
    consents: tuple[Consent, ...] = ()
    physician_approval: PhysicianApproval | None = None
    release: ReleaseInCase | None = None


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A planned case: what was matched, solved and checked, and what stands in the way of a release.

    Clinical throughout. `match` is the job as it stands, `adapted_match` with the accommodations.
    """

    schema_version: str
    status: SolveStatus
    version: PlanVersion
    outcome: Outcome
    violations: tuple[Violation, ...]
    capacity: Capacity
    match: JobMatch
    adapted_match: JobMatch
    releasable: bool
    withheld: tuple[Withheld, ...]
    refusals: tuple[Problem, ...]
