"""What left the clinic: frozen, and joined to nothing clinical.

An employer's page reads these two tables and no other. `case_id` is a bare number on purpose: without
a foreign key no query that starts here can walk into a patient's record by accident.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from rtw.domain.plan import Recipient
from rtw.store.base import Base, closed_set, now


class Release(Base):
    """A frozen snapshot for one recipient. `released_by` is a name as printed, not an account."""

    __tablename__ = "releases"

    id: Mapped[int] = mapped_column(primary_key=True)
    clinic_id: Mapped[int] = mapped_column(index=True)
    employer_id: Mapped[int | None] = mapped_column(index=True)
    case_id: Mapped[int] = mapped_column(index=True)
    plan_number: Mapped[int]
    recipient: Mapped[Recipient] = mapped_column(closed_set(Recipient))
    disclosure_profile: Mapped[str] = mapped_column(String(60))
    snapshot: Mapped[dict[str, Any]] = mapped_column(deferred=True)
    sha256: Mapped[str] = mapped_column(String(64))
    released_by: Mapped[str] = mapped_column(String(200))
    released_on: Mapped[date]
    created_at: Mapped[datetime] = mapped_column(default=now)

    files: Mapped[list["ReleaseFile"]] = relationship(order_by="ReleaseFile.id")


class ReleaseFile(Base):
    """One file of a release, as it was made that day."""

    __tablename__ = "release_files"

    id: Mapped[int] = mapped_column(primary_key=True)
    release_id: Mapped[int] = mapped_column(ForeignKey("releases.id"), index=True)
    filename: Mapped[str] = mapped_column(String(255))
    media_type: Mapped[str] = mapped_column(String(120))
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
