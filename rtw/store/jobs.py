"""Jobs of employers: the stored bytes, and what was read from them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, String, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from rtw.store.base import Base, now


class Job(Base):
    """A job profile over its versions."""

    __tablename__ = "job_profiles"

    id: Mapped[int] = mapped_column(primary_key=True)
    clinic_id: Mapped[int] = mapped_column(ForeignKey("clinics.id"), index=True)
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("employers.id"), index=True)
    title: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(default=now)

    versions: Mapped[list["JobVersion"]] = relationship(
        back_populates="job", foreign_keys="JobVersion.job_profile_id", order_by="JobVersion.number"
    )


class JobVersion(Base):
    """One version of a job profile.

    `source_bytes` is exactly what was confirmed (None: written in the browser). `profile` is what this
    `reader_version` read from it; a newer reader makes a new version. `left_out` lists the problems of
    rows that were left out by choice; `copied_from_id` is the version it was copied from. Once `locked`
    (a signed plan uses it) nothing in it may change.
    """

    __tablename__ = "job_versions"
    __table_args__ = (Index("uq_job_versions_number", "job_profile_id", "number", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    job_profile_id: Mapped[int] = mapped_column(ForeignKey("job_profiles.id"))
    number: Mapped[int]
    source_bytes: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    filename: Mapped[str | None] = mapped_column(String(255))
    sheet: Mapped[str | None] = mapped_column(String(255))
    sha256: Mapped[str | None] = mapped_column(String(64))
    reader_version: Mapped[str | None] = mapped_column(String(40))
    profile: Mapped[dict[str, Any]]
    problems: Mapped[list[Any]] = mapped_column(default=list)
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    left_out: Mapped[list[Any]] = mapped_column(default=list)
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    confirmed_on: Mapped[date | None] = mapped_column(index=True)
    copied_from_id: Mapped[int | None] = mapped_column(ForeignKey("job_versions.id"))
    locked: Mapped[bool] = mapped_column(default=False, active_history=True)
    created_at: Mapped[datetime] = mapped_column(default=now)

    job: Mapped[Job] = relationship(back_populates="versions", foreign_keys=[job_profile_id])


class ImportPreview(Base):
    """An uploaded workbook before anybody confirmed it; the bytes are what will be confirmed.

    Its number is never given again: an old page about one employer's sheet must not act on another's.
    `recalled`: at the upload, answers about an earlier file of this layout were taken over.
    """

    __tablename__ = "import_previews"
    __table_args__ = ({"sqlite_autoincrement": True},)

    id: Mapped[int] = mapped_column(primary_key=True)
    clinic_id: Mapped[int] = mapped_column(ForeignKey("clinics.id"))
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("employers.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("cases.id"), index=True)
    job_profile_id: Mapped[int | None] = mapped_column(ForeignKey("job_profiles.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    filename: Mapped[str] = mapped_column(String(255))
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    sha256: Mapped[str] = mapped_column(String(64))
    sheet: Mapped[str | None] = mapped_column(String(255))
    layout: Mapped[str | None] = mapped_column(String(255))
    answers: Mapped[dict[str, Any]] = mapped_column(default=dict)
    reading: Mapped[dict[str, Any] | None]
    recalled: Mapped[bool] = mapped_column(default=False, server_default=false())
    uploaded_on: Mapped[date]
    created_at: Mapped[datetime] = mapped_column(default=now)


class RememberedAnswers(Base):
    """What a person answered about an employer's layout, so that she is asked once."""

    __tablename__ = "remembered_answers"
    __table_args__ = (Index("uq_remembered_answers_layout", "employer_id", "layout", unique=True),)

    id: Mapped[int] = mapped_column(primary_key=True)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id"))
    layout: Mapped[str] = mapped_column(String(255))
    answers: Mapped[dict[str, Any]]
    answered_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    updated_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)
