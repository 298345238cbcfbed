"""What the employer answered, as a new version of the job: figures marked stated, all else as it was."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from job_profiles.checks import CHECKED, is_impossible
from job_profiles.kinds import Hand, Quality
from job_profiles.problem import Problem, Severity
from job_profiles.profile import Demand, JobProfile, Task
from rtw.domain.asked_figure import AskedFigure
from rtw.services.actor import Actor
from rtw.services.case_record import CaseRecord
from rtw.services.jobs.versions import NewVersion, add_version, attach
from rtw.services.permission import NotFoundError, Permission, case_for, require
from rtw.store.assessments import OverrideRow
from rtw.store.jobs import JobVersion

_ROUNDING_H = 0.01  # minutes are turned into hours; a rounding is no contradiction


@dataclass(frozen=True, slots=True)
class EmployerAnswer:
    """One figure of a demand in its own unit (hours, shares, SI), the hand, or whether a machine paces it."""

    task: str
    index: int
    figure: AskedFigure
    value: float | Hand | bool


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer that cannot be, with what is wrong."""

    answer: EmployerAnswer
    problem: Problem


def keep_answers(
    session: Session, actor: Actor, record: CaseRecord, answers: tuple[EmployerAnswer, ...], today: date
) -> JobVersion | tuple[Refused, ...]:
    """Make the next version of the case's job with these answers. Refused ones: nothing was kept.

    The version the case has stays as it is: a plan may stand on it. The therapist's own verdicts stand on
    the same demands in the new version, so they are taken along. Raises NotFoundError without a job, or
    for a demand the job does not have.
    """
    require(actor, Permission.EDIT_JOBS)
    case_for(session, actor, Permission.EDIT_CASES, record.case_id)
    version = session.get(JobVersion, record.job_version_id) if record.job_version_id else None
    if version is None or record.profile is None:
        raise NotFoundError(f"job of case {record.case_id}")
    refused = tuple(found for answer in answers if (found := _refused(record.profile, answer)))
    if refused or not answers:
        return refused
    profile = answered(record.profile, answers)
    new = NewVersion(profile, copied_from_id=version.id)
    made = add_version(session, actor, version.job_profile_id, new, today)
    attach(session, actor, record.case_id, made.job_profile_id, made.number)
    _take_overrides_along(session, record.case_id, version.id, made.id)
    return made


def answered(profile: JobProfile, answers: tuple[EmployerAnswer, ...]) -> JobProfile:
    """Put answers in their demands; each demand that got one counts as stated."""
    tasks = tuple(_answered_task(task, answers) for task in profile.tasks)
    return replace(profile, tasks=tasks)


def _answered_task(task: Task, answers: tuple[EmployerAnswer, ...]) -> Task:
    mine = [answer for answer in answers if answer.task == task.name]
    demands = tuple(
        _answered_demand(demand, [answer for answer in mine if answer.index == index])
        for index, demand in enumerate(task.demands)
    )
    return replace(task, demands=demands)


def _answered_demand(demand: Demand, answers: list[EmployerAnswer]) -> Demand:
    """Put the figures in; hours that are known take the place of the letter that stood for them."""
    if not answers:
        return demand
    made: dict[str, Any] = {answer.figure.value: answer.value for answer in answers}
    if AskedFigure.HOURS.value in made:
        made |= {"hours_range": None, "frequency_band": None}
    return replace(demand, **made, quality=Quality.STATED)


def _refused(profile: JobProfile, answer: EmployerAnswer) -> Refused | None:
    task = next((task for task in profile.tasks if task.name == answer.task), None)
    if task is None or not 0 <= answer.index < len(task.demands):
        raise NotFoundError(f"demand {answer.index} of {answer.task}")
    if isinstance(answer.value, Hand | bool):
        return None
    message = _what_is_wrong(profile, task, answer, answer.value)
    if message is None:
        return None
    advice = "Check the number and its unit."
    return Refused(answer, Problem(Severity.ERROR, "impossible-value", message, advice))


def _what_is_wrong(profile: JobProfile, task: Task, answer: EmployerAnswer, value: float) -> str | None:
    name, kind = answer.figure.value, task.demands[answer.index].kind
    what = f"{answer.task}, {kind.label.lower()}"
    if answer.figure in (AskedFigure.HOURS, AskedFigure.LONGEST_BOUT):
        most = task.hours_per_day or (task.hours_range or (0, 0))[1] or profile.shift.hours_per_day or 24.0
        if not 0 <= value <= most + _ROUNDING_H:
            return f"{what}: {value * 60:g} min is longer than the {most * 60:g} min there are."
        return None
    if name in CHECKED and is_impossible(name, kind, value):
        return f"{what}: this {answer.figure.noun} cannot be."
    return None


def _take_overrides_along(session: Session, case_id: int, old_id: int, new_id: int) -> None:
    query = select(OverrideRow).where(
        OverrideRow.case_id == case_id,
        OverrideRow.job_version_id == old_id,
        OverrideRow.withdrawn_on.is_(None),
    )
    for row in session.scalars(query).all():
        session.add(
            OverrideRow(
                case_id=case_id,
                job_version_id=new_id,
                task=row.task,
                demand_index=row.demand_index,
                kind=row.kind,
                side=row.side,
                verdict=row.verdict,
                reason=row.reason,
                by_id=row.by_id,
                made_on=row.made_on,
            )
        )
    session.flush()
