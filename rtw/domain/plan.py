"""A plan: schedule, restrictions and accommodations, and the acts that let it leave the clinic.

A `Plan` is what a therapist works on. A `PlanVersion` is a plan she signed; it never changes again.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from job_profiles.kinds import DemandKind
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.hands import Side
from rtw.domain.schedule.values import Schedule


class Owner(StrEnum):
    """Who brings an accommodation about."""

    EMPLOYER = "employer"
    SUPERVISOR = "supervisor"
    WORKER = "worker"
    THERAPIST = "therapist"
    CASE_MANAGER = "case_manager"

    @property
    def label(self) -> str:
        """The owner as a person reads it."""
        return self.value.replace("_", " ").capitalize()


class AccommodationStatus(StrEnum):
    """How far an accommodation has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    ORDERED = "ordered"
    IN_PLACE = "in_place"
    DECLINED = "declined"
    ENDED = "ended"

    @property
    def label(self) -> str:
        """The status as a person reads it."""
        return self.value.replace("_", " ").capitalize()

    @property
    def is_live(self) -> bool:
        """Whether it still belongs in a plan that is handed out."""
        return self not in (AccommodationStatus.DECLINED, AccommodationStatus.ENDED)


class Recipient(StrEnum):
    """To whom a document may go; consent is given for each alone."""

    EMPLOYER = "employer"
    CASE_MANAGER = "case_manager"
    INSURER = "insurer"
    PATIENT = "patient"

    @property
    def label(self) -> str:
        """The recipient as a person reads it."""
        return self.value.replace("_", " ").capitalize()


class ConsentScope(StrEnum):
    """How much a patient agreed to pass on."""

    FUNCTIONAL = "functional"
    FUNCTIONAL_AND_REASON = "functional_and_reason"

    @property
    def label(self) -> str:
        """The scope as a person reads it."""
        return {
            "functional": "What I can do, hours and dates",
            "functional_and_reason": "The same, and the reason in words I agreed to",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Restriction:
    """At most `value` of `quantity`, from `since` to `until` (both included; None: until reviewed).

    0 means "not at all". `basis` and `origin` are clinical: they say where the limit came from, and
    never leave the clinic. `side` None: both hands together.
    """

    kind: DemandKind
    side: Side | None
    quantity: Quantity
    value: float
    since: date
    until: date | None
    review_on: date
    basis: Basis
    origin: str

    @property
    def named(self) -> str:
        """What it is on, and for which hand: `Lifting, both hands together`."""
        return f"{self.kind.label}, {self.side.label.lower() if self.side else 'both hands together'}"

    def holds_on(self, day: date) -> bool:
        """Whether the restriction is in force on `day` (both ends included)."""
        return self.since <= day and (self.until is None or day <= self.until)

    @property
    def ends_on(self) -> date | None:
        """Its own last day. None where only the review ends it: a review that comes late ends nothing."""
        return None if self.until == self.review_on else self.until


@dataclass(frozen=True, slots=True)
class GivenLimit:
    """A figure that the therapist gave with an accommodation, as the limit it sets."""

    quantity: Quantity
    value: float


@dataclass(frozen=True, slots=True)
class ChosenAccommodation:
    """An accommodation that is part of the plan.

    `accommodation_id` is its id in the knowledge base. `employer_text` leaves only when it is the
    catalogue's own sentence, or approved by name. No tasks: it serves the whole job. `due` is the day it has
    to be in place by; it then lasts until a review changes it. `relied_on_by` are the tasks whose hours
    in the plan hold only with it, while it is not in place. `figure` is the limit given with it, if one was.
    """

    accommodation_id: str
    tasks: tuple[str, ...]
    owner: Owner
    due: date | None
    status: AccommodationStatus
    employer_text: str
    relied_on_by: tuple[str, ...] = ()
    figure: GivenLimit | None = None


@dataclass(frozen=True, slots=True)
class TreatmentTime:
    """A weekly time away for treatment, as clock times; what the treatment is stays in the clinic."""

    weekday: int
    starts: time
    ends: time
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """The versions of everything a plan was made from."""

    job_version: int
    assessment_version: int
    knowledge_version: str


@dataclass(frozen=True, slots=True)
class ClosedTask:
    """A task not to be done for now, both days included. `until` None: until a reassessment opens it."""

    task: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What the therapist proposes. `review_on` is the next review: what lies after is a forecast.

    `expected_full_duty` is the therapist's own (earliest, latest) range, where she gives one.
    `employer_note` and `reason` are free text: they need approval by name before they leave.
    `assumptions` say which of the hours nobody stated; they stay in the clinic. `closed_tasks` are named
    to the employer; why they are closed is not.
    """

    schedule: Schedule
    restrictions: tuple[Restriction, ...]
    accommodations: tuple[ChosenAccommodation, ...]
    review_on: date
    made_from: MadeFrom
    treatment_times: tuple[TreatmentTime, ...] = ()
    expected_full_duty: tuple[date, date] | None = None
    employer_note: str | None = None
    reason: str | None = None
    assumptions: tuple[str, ...] = ()
    closed_tasks: tuple[ClosedTask, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A signed plan. `number` counts from 1 within a case; 0 is a draft nobody has signed."""

    plan: Plan
    number: int
    signed_by: str | None
    signed_on: date | None

    @property
    def is_signed(self) -> bool:
        """Whether the therapist has put her name to it."""
        return self.number > 0 and self.signed_by is not None and self.signed_on is not None


@dataclass(frozen=True, slots=True)
class Consent:
    """The patient's recorded agreement that `recipient` may get what `scope` covers."""

    recipient: Recipient
    scope: ConsentScope
    given_on: date
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the consent is in force on `day` (both ends included)."""
        return self.given_on <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class PhysicianApproval:
    """The physician's agreement to one numbered plan version. The name stays in the clinic."""

    approved_by: str
    approved_on: date
    plan_number: int


@dataclass(frozen=True, slots=True)
class TextApproval:
    """A person's word that exactly this text may leave."""

    text: str
    approved_by: str
    approved_on: date


@dataclass(frozen=True, slots=True)
class Approvals:
    """What has been signed off for one release. `released_by` None: a preview, marked as a draft."""

    released_by: str | None = None
    texts: tuple[TextApproval, ...] = ()
    physician: PhysicianApproval | None = None

    def of_text(self, text: str) -> TextApproval | None:
        """Find the approval of exactly this text, if there is one."""
        return next((a for a in self.texts if a.text == text), None)
