"""What left the clinic: frozen snapshots and their files, as they were that day."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload, undefer

from reports.snapshot import digest, report_of
from reports.types import EmployerReport
from rtw.domain.plan import Recipient
from rtw.services.actor import Actor
from rtw.services.permission import NotFoundError, Permission, case_for
from rtw.services.releases.snapshots import stored_bytes
from rtw.store.releases import Release, ReleaseFile


@dataclass(frozen=True, slots=True)
class SentFile:
    """One file of a release, without its bytes."""

    id: int
    filename: str
    media_type: str


@dataclass(frozen=True, slots=True)
class SentRelease:
    """One release in a list."""

    id: int
    plan_number: int
    recipient: Recipient
    released_by: str
    released_on: date
    files: tuple[SentFile, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A release as it was frozen. `is_unaltered`: its fingerprint is that of the day it left."""

    release: SentRelease
    report: EmployerReport
    sha256: str
    is_unaltered: bool


def sent_releases(session: Session, case_id: int) -> tuple[SentRelease, ...]:
    """List what left for a case, newest first. The caller has asked for permission."""
    query = select(Release).where(Release.case_id == case_id).options(selectinload(Release.files))
    return tuple(_sent(row) for row in session.scalars(query.order_by(Release.id.desc())))


def snapshot_of(session: Session, actor: Actor, case_id: int, release_id: int) -> Snapshot:
    """Return one release as it was frozen."""
    case_for(session, actor, Permission.SEE_CLINICAL, case_id)
    query = select(Release).where(Release.id == release_id, Release.case_id == case_id)
    row = session.scalar(query.options(undefer(Release.snapshot), selectinload(Release.files)))
    if row is None:
        raise NotFoundError(f"release {release_id}")
    data = stored_bytes(row.snapshot)
    return Snapshot(_sent(row), report_of(data), row.sha256, digest(data) == row.sha256)


def sent_file(session: Session, actor: Actor, case_id: int, file_id: int) -> ReleaseFile:
    """Return a file as it was made on the day of its release."""
    case_for(session, actor, Permission.SEE_CLINICAL, case_id)
    query = select(ReleaseFile).join(Release, Release.id == ReleaseFile.release_id)
    query = query.where(ReleaseFile.id == file_id, Release.case_id == case_id)
    found = session.scalar(query.options(undefer(ReleaseFile.data)))
    if found is None:
        raise NotFoundError(f"file {file_id}")
    return found


def _sent(row: Release) -> SentRelease:
    files = tuple(SentFile(file.id, file.filename, file.media_type) for file in row.files)
    return SentRelease(
        row.id, row.plan_number, Recipient(row.recipient), row.released_by, row.released_on, files
    )
