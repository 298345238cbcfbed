"""Clinics, who signs in, patients and employers."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from rtw.domain.assessment.operation import Sex
from rtw.domain.disclosure.profiles import FUNCTIONAL_ONLY
from rtw.domain.hands import Side
from rtw.store.base import Base, closed_set, now


class Role(StrEnum):
    """What a person who signs in is to the clinic."""

    THERAPIST = "therapist"
    CASE_MANAGER = "case_manager"
    EMPLOYER = "employer"
    PATIENT = "patient"
    ADMINISTRATOR = "administrator"

    @property
    def label(self) -> str:
        """The role as a person reads it."""
        return self.value.replace("_", " ").capitalize()


class Clinic(Base):
    """A clinic: its letterhead, and the disclosure profile of the place it works in."""

    __tablename__ = "clinics"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(200), unique=True)
    address: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    disclosure_profile: Mapped[str] = mapped_column(String(60), default=FUNCTIONAL_ONLY.name)


class Patient(Base):
    """A patient. `number` is the clinic's own, printed on clinical pages.

    `slows_healing` are values of `SlowsHealing`, `other_conditions` the therapist's own words.
    """

    __tablename__ = "patients"
    __table_args__ = (Index("uq_patients_clinic_number", "clinic_id", "number", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    clinic_id: Mapped[int] = mapped_column(ForeignKey("clinics.id"))
    number: Mapped[str] = mapped_column(String(40))
    given_name: Mapped[str] = mapped_column(String(120))
    family_name: Mapped[str] = mapped_column(String(120), index=True)
    born_on: Mapped[date | None]
    dominant_side: Mapped[Side | None] = mapped_column(closed_set(Side))
    sex: Mapped[Sex | None] = mapped_column(closed_set(Sex))
    slows_healing: Mapped[list[Any]] = mapped_column(default=list)
    other_conditions: Mapped[str] = mapped_column(Text, default="")
    phone: Mapped[str] = mapped_column(String(60), default="")
    email: Mapped[str] = mapped_column(String(200), default="")
    created_at: Mapped[datetime] = mapped_column(default=now)

    @property
    def name(self) -> str:
        """The name as it is spoken."""
        return f"{self.given_name} {self.family_name}"


class Employer(Base):
    """An employer, and whom to call there."""

    __tablename__ = "employers"
    __table_args__ = (Index("uq_employers_clinic_name", "clinic_id", "name", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    clinic_id: Mapped[int] = mapped_column(ForeignKey("clinics.id"))
    name: Mapped[str] = mapped_column(String(200))
    address: Mapped[str] = mapped_column(Text, default="")
    contact_name: Mapped[str] = mapped_column(String(200), default="")
    contact_email: Mapped[str] = mapped_column(String(200), default="")
    contact_phone: Mapped[str] = mapped_column(String(60), default="")


class User(Base):
    """A person who signs in. An employer's or a patient's account is tied to that employer or patient."""

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    clinic_id: Mapped[int] = mapped_column(ForeignKey("clinics.id"), index=True)
    email: Mapped[str] = mapped_column(String(200), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    credentials: Mapped[str] = mapped_column(String(80), default="")
    role: Mapped[Role] = mapped_column(closed_set(Role))
    password_hash: Mapped[str] = mapped_column(String(200))
    totp_secret: Mapped[str | None] = mapped_column(String(64))
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("employers.id"))
    patient_id: Mapped[int | None] = mapped_column(ForeignKey("patients.id"))
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime] = mapped_column(default=now)

    clinic: Mapped[Clinic] = relationship()
