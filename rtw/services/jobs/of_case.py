"""The job a case works towards, and what else there is to choose from."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtw.services.actor import Actor
from rtw.services.jobs.catalogue import JobSummary, VersionContent, VersionSummary, content_of, job_versions
from rtw.services.jobs.catalogue import jobs as all_jobs
from rtw.services.jobs.waiting import Waiting, waiting
from rtw.services.permission import Permission, case_for
from rtw.store.jobs import JobVersion


@dataclass(frozen=True, slots=True)
class JobOfCase:
    """What the job step of a case shows; `job`, `version` and `content` are None until a job is chosen.

    `others` are the employer's further jobs; `newer` is the newest version where the case has an older one.
    """

    employer_id: int
    job: JobSummary | None
    version: VersionSummary | None
    content: VersionContent | None
    newer: VersionSummary | None
    others: tuple[JobSummary, ...]
    waiting: tuple[Waiting, ...]


def job_of_case(session: Session, actor: Actor, case_id: int) -> JobOfCase:
    """Return the job of a case, and the ways to another one."""
    case = case_for(session, actor, Permission.SEE_CLINICAL, case_id)
    waits = waiting(session, actor, case_id)
    known = all_jobs(session, actor, employer_id=case.employer_id)
    row = session.scalar(select(JobVersion).where(JobVersion.id == case.job_version_id))
    if row is None:
        return JobOfCase(case.employer_id, None, None, None, None, known, waits)
    found = job_versions(session, actor, row.job_profile_id)
    version = next(v for v in found.versions if v.id == row.id)
    newer = found.newest if found.newest.number > version.number else None
    others = tuple(job for job in known if job.id != found.job.id)
    return JobOfCase(case.employer_id, found.job, version, content_of(row), newer, others, waits)
