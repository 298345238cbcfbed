"""The jobs of all employers, each over its versions."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased

from job_profiles.corrected import corrected_workbook
from job_profiles.problem import Problem
from job_profiles.profile import JobProfile
from rtw.services.actor import Actor
from rtw.services.permission import NotFoundError, Permission, require
from rtw.store import codec
from rtw.store.cases import Case
from rtw.store.jobs import Job, JobVersion
from rtw.store.people import Employer, User

_from = aliased(JobVersion)
_from_job = aliased(Job)


@dataclass(frozen=True, slots=True)
class JobSummary:
    """A job in one line. `cases` counts the cases that work towards it, with any of its versions."""

    id: int
    title: str
    employer_id: int | None
    employer_name: str | None
    newest_number: int
    newest_on: date | None
    cases: int


@dataclass(frozen=True, slots=True)
class VersionSummary:
    """A version in one line. `filename` None: written in the browser. `locked`: a signed plan uses it."""

    id: int
    number: int
    confirmed_on: date | None
    confirmed_by: str | None
    filename: str | None
    sha256: str | None
    reader_version: str | None
    locked: bool
    copied_from: str | None


@dataclass(frozen=True, slots=True)
class JobVersions:
    """A job with its versions, newest first."""

    job: JobSummary
    versions: tuple[VersionSummary, ...]

    @property
    def newest(self) -> VersionSummary:
        """The version that new cases take."""
        return self.versions[0]


@dataclass(frozen=True, slots=True)
class VersionContent:
    """What a version holds: the profile, everything found in its file, and what was left out by choice."""

    profile: JobProfile
    problems: tuple[Problem, ...]
    left_out: tuple[Problem, ...]


def jobs(
    session: Session, actor: Actor, search: str = "", employer_id: int | None = None
) -> tuple[JobSummary, ...]:
    """List the clinic's jobs by title; `search` looks in titles and employers."""
    require(actor, Permission.SEE_JOBS)
    conditions = [Job.clinic_id == actor.clinic_id]
    if search.strip():
        conditions.append(_search(search.strip()))
    if employer_id is not None:
        conditions.append(Job.employer_id == employer_id)
    rows = session.execute(_jobs().where(*conditions).order_by(func.lower(Job.title), Job.id))
    return tuple(_summary(row) for row in rows)


def _search(text: str) -> ColumnElement[bool]:
    like = f"%{text.lower().replace('%', '').replace('_', '')}%"
    return or_(func.lower(Job.title).like(like), func.lower(Employer.name).like(like))


@cache
def _jobs() -> Select[Any]:
    """Select every job with its newest version and how many cases use it."""
    newest = select(func.max(JobVersion.number)).where(JobVersion.job_profile_id == Job.id)
    used = (
        select(func.count(Case.id))
        .join(JobVersion, JobVersion.id == Case.job_version_id)
        .where(JobVersion.job_profile_id == Job.id)
    )
    last_day = select(func.max(JobVersion.confirmed_on)).where(JobVersion.job_profile_id == Job.id)
    return select(
        Job.id,
        Job.title,
        Job.employer_id,
        Employer.name.label("employer_name"),
        newest.correlate(Job).scalar_subquery().label("newest_number"),
        last_day.correlate(Job).scalar_subquery().label("newest_on"),
        used.correlate(Job).scalar_subquery().label("cases"),
    ).outerjoin(Employer, Employer.id == Job.employer_id)


def _summary(row: Row[Any]) -> JobSummary:
    return JobSummary(
        row.id,
        row.title,
        row.employer_id,
        row.employer_name,
        row.newest_number or 0,
        row.newest_on,
        row.cases,
    )


def job_versions(session: Session, actor: Actor, job_id: int) -> JobVersions:
    """Return a job of the actor's clinic with its versions."""
    require(actor, Permission.SEE_JOBS)
    wanted = {"job_id": job_id, "clinic_id": actor.clinic_id}
    row = session.execute(_one_job(), wanted).one_or_none()
    if row is None:
        raise NotFoundError(f"job {job_id}")
    found = session.execute(_versions(), {"job_id": job_id})
    return JobVersions(_summary(row), tuple(_version(version) for version in found))


@cache
def _one_job() -> Select[Any]:
    return _jobs().where(Job.id == bindparam("job_id"), Job.clinic_id == bindparam("clinic_id"))


@cache
def _versions() -> Select[Any]:
    """Select the versions of a job, newest first, without what they hold."""
    columns: tuple[Any, ...] = (
        *(JobVersion.id, JobVersion.number, JobVersion.confirmed_on, JobVersion.filename),
        *(JobVersion.sha256, JobVersion.reader_version, JobVersion.locked),
        User.name.label("confirmed_by"),
        _from_job.title.label("from_title"),
        _from.number.label("from_number"),
    )
    return (
        select(*columns)
        .outerjoin(User, User.id == JobVersion.confirmed_by_id)
        .outerjoin(_from, _from.id == JobVersion.copied_from_id)
        .outerjoin(_from_job, _from_job.id == _from.job_profile_id)
        .where(JobVersion.job_profile_id == bindparam("job_id"))
        .order_by(JobVersion.number.desc())
    )


def _version(row: Row[Any]) -> VersionSummary:
    copied_from = f"{row.from_title}, version {row.from_number}" if row.from_title else None
    return VersionSummary(
        row.id,
        row.number,
        row.confirmed_on,
        row.confirmed_by,
        row.filename,
        row.sha256,
        row.reader_version,
        row.locked,
        copied_from,
    )


def version_row(session: Session, actor: Actor, job_id: int, number: int) -> JobVersion:
    """Return the row of a version of a job of the actor's clinic."""
    require(actor, Permission.SEE_JOBS)
    found = session.scalar(
        select(JobVersion)
        .join(Job, Job.id == JobVersion.job_profile_id)
        .where(Job.id == job_id, Job.clinic_id == actor.clinic_id, JobVersion.number == number)
    )
    if found is None:
        raise NotFoundError(f"job {job_id}, version {number}")
    return found


def version_content(session: Session, actor: Actor, job_id: int, number: int) -> VersionContent:
    """Return what a version holds."""
    return content_of(version_row(session, actor, job_id, number))


def content_of(row: JobVersion) -> VersionContent:
    """Take the values out of a version's row."""
    return VersionContent(
        codec.load(JobProfile, row.profile),
        tuple(codec.load(Problem, problem) for problem in row.problems),
        tuple(codec.load(Problem, problem) for problem in row.left_out),
    )


def original_file(session: Session, actor: Actor, job_id: int, number: int) -> tuple[bytes, str]:
    """Return the bytes that were confirmed, and the name they came under."""
    row = version_row(session, actor, job_id, number)
    data = session.scalar(select(JobVersion.source_bytes).where(JobVersion.id == row.id))
    if data is None:
        raise NotFoundError(f"file of job {job_id}, version {number}")
    return data, row.filename or "demand-sheet"


def corrected_file(session: Session, actor: Actor, job_id: int, number: int) -> tuple[bytes, str]:
    """Return the employer's own file with every finding marked in it."""
    data, filename = original_file(session, actor, job_id, number)
    row = version_row(session, actor, job_id, number)
    return corrected_workbook(data, filename, content_of(row).problems)
