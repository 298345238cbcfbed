"""Plans, the accommodations chosen for a case, and the agreements that let a plan leave."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from rtw.domain.plan import AccommodationStatus, ConsentScope, Owner, Recipient
from rtw.store.base import Base, closed_set, now


class PlanDraft(Base):
    """The plan a therapist works on; one per case.

    `revision` is new with every change, and never one that was: of two who change a draft at the same moment
    one is refused (StaleDataError), and a page that was opened before the last change can be told so.
    """

    __tablename__ = "plan_drafts"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), unique=True)
    data: Mapped[dict[str, Any]]
    begun_on: Mapped[date]
    updated_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)
    revision: Mapped[str] = mapped_column(String(32))

    __mapper_args__ = {"version_id_col": revision, "version_id_generator": lambda _before: uuid4().hex}  # noqa: RUF012


class PlanVersionRow(Base):
    """A signed plan: immutable. `sha256` is of the canonical JSON of `data`.

    `working` is what it was worked out with, settings and the solver's answer: the next plan begins from it.
    """

    __tablename__ = "plan_versions"
    __table_args__ = (Index("uq_plan_versions_number", "case_id", "number", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    number: Mapped[int]
    data: Mapped[dict[str, Any]]
    sha256: Mapped[str] = mapped_column(String(64))
    working: Mapped[dict[str, Any] | None] = mapped_column(deferred=True)
    job_version_id: Mapped[int] = mapped_column(ForeignKey("job_versions.id"))
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessments.id"))
    knowledge_version: Mapped[str] = mapped_column(String(80))
    review_on: Mapped[date]
    signed_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    signed_on: Mapped[date]
    created_at: Mapped[datetime] = mapped_column(default=now)


class AccommodationRow(Base):
    """An accommodation of a case through its life, from proposed to in place or declined.

    `given` holds the figures the catalogue asks for: name → number.
    """

    __tablename__ = "case_accommodations"
    __table_args__ = (
        Index("uq_case_accommodations_accommodation", "case_id", "accommodation_id", unique=True),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    accommodation_id: Mapped[str] = mapped_column(String(120))
    tasks: Mapped[list[Any]] = mapped_column(default=list)
    given: Mapped[dict[str, Any]] = mapped_column(default=dict)
    owner: Mapped[Owner] = mapped_column(closed_set(Owner))
    due: Mapped[date | None]
    status: Mapped[AccommodationStatus] = mapped_column(closed_set(AccommodationStatus))
    employer_text: Mapped[str] = mapped_column(Text, default="")
    chosen_on: Mapped[date]
    updated_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)


class ConsentRow(Base):
    """The patient's agreement for one recipient. Withdrawn: it ended, the record stays."""

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    recipient: Mapped[Recipient] = mapped_column(closed_set(Recipient))
    scope: Mapped[ConsentScope] = mapped_column(closed_set(ConsentScope))
    given_on: Mapped[date]
    until: Mapped[date | None]
    withdrawn_on: Mapped[date | None]
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))


class ApprovalKind(StrEnum):
    """What was approved."""

    PHYSICIAN = "physician"
    TEXT = "text"

    @property
    def label(self) -> str:
        """The kind as a person reads it."""
        return {"physician": "Physician's approval", "text": "Approved wording"}[self.value]


class ApprovalRow(Base):
    """A physician's agreement to a plan version, or a person's word that a text may leave."""

    __tablename__ = "approvals"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    plan_version_id: Mapped[int | None] = mapped_column(ForeignKey("plan_versions.id"))
    kind: Mapped[ApprovalKind] = mapped_column(closed_set(ApprovalKind))
    text: Mapped[str] = mapped_column(Text, default="")
    approved_by: Mapped[str] = mapped_column(String(200))
    approved_on: Mapped[date]
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
