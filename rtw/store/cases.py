"""A case: one patient's way back to one job."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from rtw.store.base import Base, closed_set, now
from rtw.store.jobs import JobVersion
from rtw.store.people import Employer, Patient, User


class CaseStatus(StrEnum):
    """Whether anybody works on the case."""

    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """The status as a person reads it."""
        return self.value.capitalize()


class Case(Base):
    """A case. What was done to its hands stands in `operations` alone.

    `treatment_note` are earlier words that name no known procedure; it and `physician_name` are clinical
    and never leave. `settings` are what is particular about the place (values of `Setting`),
    `circumstances` what is about the person (values of `Circumstance`).
    """

    __tablename__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True)
    clinic_id: Mapped[int] = mapped_column(ForeignKey("clinics.id"), index=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patients.id"), index=True)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id"), index=True)
    therapist_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    case_manager_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    job_version_id: Mapped[int | None] = mapped_column(ForeignKey("job_versions.id"))
    job_title: Mapped[str] = mapped_column(String(200), default="")
    status: Mapped[CaseStatus] = mapped_column(closed_set(CaseStatus), default=CaseStatus.OPEN)
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    treatment_note: Mapped[str] = mapped_column(Text, default="")
    physician_name: Mapped[str] = mapped_column(String(200), default="")
    settings: Mapped[list[Any]] = mapped_column(default=list)
    circumstances: Mapped[list[Any]] = mapped_column(default=list)
    created_at: Mapped[datetime] = mapped_column(default=now)

    patient: Mapped[Patient] = relationship()
    employer: Mapped[Employer] = relationship()
    therapist: Mapped[User] = relationship(foreign_keys=[therapist_id])
    job_version: Mapped[JobVersion | None] = relationship()

    @property
    def reference(self) -> str:
        """The number people say and print; it names no one."""
        return f"C-{self.id:04d}"
