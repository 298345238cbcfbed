"""The second of two steps: what was seen in the preview becomes versions of jobs."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem, Severity
from job_profiles.profile import Demand, JobProfile
from job_profiles.read import Reading
from rtw.services.actor import Actor
from rtw.services.jobs.previews import mark_of, preview_row
from rtw.services.jobs.versions import NewVersion, SourceFile, add_job, add_version, attach
from rtw.store import codec
from rtw.store.jobs import ImportPreview, Job, JobVersion

READER_VERSION = "3"
"""Stands beside what was read; raise it when the same bytes would be read otherwise."""

RowId = tuple[int, int, int]
"""Profile, task and demand of a row, each counted from 0."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What a person chose in the preview.

    `jobs`: index of a profile → job it becomes a version of (None: a new job); profiles not named are left
    out. `left_out`: rows taken out by hand. `accepts_findings`: she confirms although errors are listed.
    `for_case`: index of the profile the case works towards.
    """

    mark: str
    jobs: dict[int, int | None]
    left_out: frozenset[RowId] = frozenset()
    accepts_findings: bool = False
    for_case: int | None = None


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What came of it: (job, version number) each, and the case that works towards one of them."""

    versions: tuple[tuple[int, int], ...]
    case_id: int | None


def confirm(
    session: Session, actor: Actor, preview_id: int, choices: Choices, today: date
) -> Confirmed | Problem:
    """Make immutable versions of the chosen profiles out of exactly what the preview showed."""
    row = preview_row(session, actor, preview_id)
    reading = codec.load(Reading, row.reading)
    if (wrong := _refusal(row, reading, choices)) is not None:
        return wrong
    made = {
        index: _confirm_one(session, actor, row, reading, index, choices, today)
        for index in sorted(choices.jobs)
    }
    if row.case_id is not None and (chosen := made.get(_for_case(choices))) is not None:
        attach(session, actor, row.case_id, chosen.job_profile_id, chosen.number)
    case_id = row.case_id
    session.delete(row)
    session.flush()
    return Confirmed(tuple((v.job_profile_id, v.number) for v in made.values()), case_id)


def _for_case(choices: Choices) -> int:
    return min(choices.jobs) if choices.for_case is None else choices.for_case


def _refusal(row: ImportPreview, reading: Reading, choices: Choices) -> Problem | None:
    if choices.mark != mark_of(row):
        message = "The sheet was read anew meanwhile, with other answers."
        return _no("preview-changed", message, "Look at it again, then confirm.")
    if not choices.jobs:
        return _no("nothing-chosen", "No job is chosen.", "Tick at least one job, or discard the file.")
    if any(index not in range(len(reading.profiles)) for index in choices.jobs):
        return _no("nothing-chosen", "The chosen job is not in the file.", "Choose a job that is listed.")
    has_errors = any(problem.severity is Severity.ERROR for problem in reading.problems)
    if has_errors and not choices.accepts_findings:
        message = "The sheet has errors, and you have not said that you confirm in spite of them."
        return _no(
            "findings-not-accepted", message, "Read the list above the button, and tick the box there."
        )
    return None


def _no(code: str, message: str, advice: str) -> Problem:
    return Problem(Severity.ERROR, code, message, advice)


def _confirm_one(
    session: Session,
    actor: Actor,
    row: ImportPreview,
    reading: Reading,
    index: int,
    choices: Choices,
    today: date,
) -> JobVersion:
    kept, dropped = without_rows(reading.profiles[index], index, choices.left_out)
    errors = tuple(problem for problem in reading.problems if problem.severity is Severity.ERROR)
    source = SourceFile(row.data, row.filename, row.sha256, READER_VERSION, row.answers)
    new = NewVersion(kept, source, reading.problems, (*errors, *dropped))
    job_id = choices.jobs[index]
    if job_id is None:
        return add_job(session, actor, row.employer_id, new, today)
    return add_version(session, actor, job_id, new, today)


def without_rows(
    profile: JobProfile, index: int, left_out: frozenset[RowId]
) -> tuple[JobProfile, tuple[Problem, ...]]:
    """Take rows out of a profile; returns the rest, and a line for each row that is gone."""
    tasks, dropped = [], []
    for t, task in enumerate(profile.tasks):
        gone = [d for d in range(len(task.demands)) if (index, t, d) in left_out]
        dropped += [_left_out(task.name, task.demands[d]) for d in gone]
        kept = tuple(demand for d, demand in enumerate(task.demands) if d not in gone)
        tasks.append(replace(task, demands=kept))
    return replace(profile, tasks=tuple(tasks)), tuple(dropped)


def _left_out(task: str, demand: Demand) -> Problem:
    return Problem(
        Severity.NOTE,
        "left-out-by-choice",
        f"{demand.kind.label} in “{task}” was left out by choice.",
        "Nothing is known about it for this job now; that is not the same as none.",
        demand.sheet,
        demand.cell,
        demand.as_written,
    )


def suggested_jobs(session: Session, actor: Actor, row: ImportPreview, reading: Reading) -> dict[int, int]:
    """Suggest for each profile the job it is a new version of: the one uploaded for, or the same title."""
    if row.job_profile_id is not None and len(reading.profiles) == 1:
        return {0: row.job_profile_id}
    query = select(func.lower(Job.title).label("title"), Job.id).where(
        Job.clinic_id == actor.clinic_id, Job.employer_id == row.employer_id
    )
    known = {one.title: one.id for one in session.execute(query)}
    found = {i: known.get(p.title[:200].lower()) for i, p in enumerate(reading.profiles)}
    return {index: job_id for index, job_id in found.items() if job_id is not None}
