"""Visits, and the therapist's own verdicts."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from job_profiles.kinds import DemandKind
from rtw.domain.hands import Side
from rtw.domain.verdicts import Verdict
from rtw.store.base import Base, closed_set, now


class AssessmentRow(Base):
    """One visit. `data` is the `Assessment` value; once `signed_on` is set it never changes."""

    __tablename__ = "assessments"
    __table_args__ = (Index("uq_assessments_number", "case_id", "number", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"))
    number: Mapped[int]
    visit_on: Mapped[date]
    data: Mapped[dict[str, Any]]
    copied_from_id: Mapped[int | None] = mapped_column(ForeignKey("assessments.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    signed_on: Mapped[date | None] = mapped_column(active_history=True)
    created_at: Mapped[datetime] = mapped_column(default=now)
    updated_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)


class OverrideRow(Base):
    """A therapist's own verdict on one demand of one task on one hand, with her reason.

    It belongs to one version of the job; withdrawn ones stay for the record.
    """

    __tablename__ = "overrides"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id"), index=True)
    job_version_id: Mapped[int] = mapped_column(ForeignKey("job_versions.id"))
    task: Mapped[str] = mapped_column(String(255))
    demand_index: Mapped[int]
    kind: Mapped[DemandKind] = mapped_column(closed_set(DemandKind))
    side: Mapped[Side] = mapped_column(closed_set(Side))
    verdict: Mapped[Verdict] = mapped_column(closed_set(Verdict))
    reason: Mapped[str] = mapped_column(Text)
    by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_on: Mapped[date]
    withdrawn_on: Mapped[date | None]
