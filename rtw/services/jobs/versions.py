"""Versions of a job: made, attached to cases, copied; never changed once made."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem
from job_profiles.profile import JobProfile
from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.employers import employer
from rtw.services.jobs.catalogue import version_row
from rtw.services.permission import NotFoundError, Permission, case_for, require
from rtw.store import codec
from rtw.store.jobs import Job, JobVersion


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The file a version was read from, and how."""

    data: bytes
    filename: str
    sha256: str
    reader_version: str
    answers: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version to be made. Without a `source` it was written in the browser."""

    profile: JobProfile
    source: SourceFile | None = None
    problems: tuple[Problem, ...] = ()
    left_out: tuple[Problem, ...] = ()
    copied_from_id: int | None = None


def add_job(
    session: Session, actor: Actor, employer_id: int | None, new: NewVersion, today: date
) -> JobVersion:
    """Add a job with its first version."""
    require(actor, Permission.EDIT_JOBS)
    if employer_id is not None:
        employer(session, actor, employer_id)
    job = Job(clinic_id=actor.clinic_id, employer_id=employer_id, title=new.profile.title[:200])
    session.add(job)
    session.flush()
    return _add(session, actor, job, 1, new, today)


def add_version(session: Session, actor: Actor, job_id: int, new: NewVersion, today: date) -> JobVersion:
    """Add the next version of a job; the versions before it stay as they are."""
    require(actor, Permission.EDIT_JOBS)
    job = session.get(Job, job_id)
    if job is None or job.clinic_id != actor.clinic_id:
        raise NotFoundError(f"job {job_id}")
    last = session.scalar(select(func.max(JobVersion.number)).where(JobVersion.job_profile_id == job_id)) or 0
    job.title = new.profile.title[:200]
    return _add(session, actor, job, last + 1, new, today)


def _add(session: Session, actor: Actor, job: Job, number: int, new: NewVersion, today: date) -> JobVersion:
    source = new.source
    row = JobVersion(
        job_profile_id=job.id,
        number=number,
        source_bytes=source.data if source else None,
        filename=source.filename if source else None,
        sha256=source.sha256 if source else None,
        reader_version=source.reader_version if source else None,
        answers=source.answers if source else {},
        profile=codec.dump(new.profile),
        problems=[codec.dump(problem) for problem in new.problems],
        left_out=[codec.dump(problem) for problem in new.left_out],
        confirmed_by_id=actor.id,
        confirmed_on=today,
        copied_from_id=new.copied_from_id,
    )
    session.add(row)
    session.flush()
    audit.record(session, actor, "confirmed", f"job version {number}", row.id, after={"job": job.title})
    return row


def attach(session: Session, actor: Actor, case_id: int, job_id: int, number: int) -> None:
    """Let a case work towards this version of a job."""
    case = case_for(session, actor, Permission.EDIT_CASES, case_id)
    version = version_row(session, actor, job_id, number)
    before = case.job_version_id
    if before == version.id:
        return
    case.job_version_id = version.id
    audit.record(
        session,
        actor,
        "chose",
        f"job version {number}",
        version.id,
        case_id=case.id,
        before={"job_version_id": before},
        after={"job_version_id": version.id},
    )
    session.flush()


def copy_to_employer(
    session: Session, actor: Actor, job_id: int, number: int, employer_id: int, today: date
) -> JobVersion:
    """Begin a job of another employer with what this version holds."""
    origin = version_row(session, actor, job_id, number)
    profile = codec.load(JobProfile, origin.profile)
    return add_job(session, actor, employer_id, NewVersion(profile, copied_from_id=origin.id), today)
