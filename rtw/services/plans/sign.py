"""Signing a plan: from then on it is a numbered version that never changes."""

from dataclasses import replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem, Severity
from rtw.domain.schedule.violation import Breach
from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.permission import Permission, case_for
from rtw.services.plans.before_signing import warnings_of
from rtw.services.plans.ground import Ground, load_ground
from rtw.services.plans.page import PlanPage, page_of
from rtw.services.plans.working import WorkingPlan, forget_plan
from rtw.services.visits import Visit
from rtw.store import codec
from rtw.store.jobs import JobVersion
from rtw.store.plans import PlanVersionRow


def why_not_signed(page: PlanPage, today: date) -> tuple[Problem, ...]:
    """List what keeps a plan from being signed; broken limits need the therapist's own reason."""
    found = []
    if page.schedule is None or not any(week.half_hours for week in page.schedule.weeks):
        found.append(_problem("no-work", "The schedule holds no work.", "Compute it, or write it by hand."))
    if page.ground.review_on <= today:
        advice = "Set a later review date in the settings."
        found.append(_problem("review-passed", "The review date has passed.", advice))
    if any(violation.breach in NEVER_SIGNED for violation in page.violations):
        message = "The schedule asks for what cannot be, or what the plan itself forbids."
        advice = "Put those days right, open a shut task by a signature, or change the restriction."
        found.append(_problem("not-possible", message, advice))
    return tuple(found)


NEVER_SIGNED = frozenset({Breach.NOT_A_SCHEDULE, Breach.NOT_OFFERED, Breach.CLOSED_TASK, Breach.RESTRICTION})
"""No reason makes these a plan: more hours than a day has, a shut task, against its own restriction."""


def sign(
    session: Session, actor: Actor, case_id: int, reason: str, today: date
) -> PlanVersionRow | tuple[Problem, ...]:
    """Sign the working plan. `reason` is why it may go beyond limits, needed only where it does.

    The job version it was made from is locked, and the working plan is gone.
    """
    case_for(session, actor, Permission.PLAN, case_id)
    ground = load_ground(session, actor, case_id, today)
    page = page_of(ground)
    problems = why_not_signed(page, today)
    if page.violations and not reason.strip():
        advice = "Put them right, or write why the plan may go beyond them."
        problems = (*problems, _problem("limits-broken", "The plan goes beyond its limits.", advice))
    if problems:
        return problems
    row = _version(session, actor, page, today)
    _lock_job(session, ground)
    forget_plan(session, case_id)
    after = {"number": row.number, "sha256": row.sha256, "beyond limits": reason.strip() or None}
    audit.record(session, actor, "signed", "plan version", row.id, case_id=case_id, after=after)
    session.flush()
    return row


def _finished(ground: Ground, page: PlanPage) -> WorkingPlan:
    """Return the working plan without its steps; a proof stays only where the hours are the solver's.

    What she was warned of stays with it: who releases it reads the same, though job and hands moved on.
    """
    outcome = ground.plan.outcome if page.is_computed else None
    return replace(ground.plan, outcome=outcome, done=(), taken_back=(), warned=warnings_of(page))


def _version(session: Session, actor: Actor, page: PlanPage, today: date) -> PlanVersionRow:
    ground, plan = page.ground, page.plan
    case_id, data = ground.record.case_id, codec.dump(plan)
    newest = session.scalar(select(func.max(PlanVersionRow.number)).where(PlanVersionRow.case_id == case_id))
    row = PlanVersionRow(
        case_id=case_id,
        number=(newest or 0) + 1,
        data=data,
        sha256=codec.fingerprint(data),
        working=codec.dump(_finished(ground, page)),
        job_version_id=_known(ground.record.job_version_id),
        assessment_id=_visit(ground).id,
        knowledge_version=plan.made_from.knowledge_version,
        review_on=plan.review_on,
        signed_by_id=actor.id,
        signed_on=today,
    )
    session.add(row)
    session.flush()
    return row


def _lock_job(session: Session, ground: Ground) -> None:
    version = session.get(JobVersion, ground.record.job_version_id)
    if version is not None and not version.locked:
        version.locked = True


def _visit(ground: Ground) -> Visit:
    visit = ground.record.last_signed
    if visit is None:
        raise ValueError("a plan stands on a signed visit")
    return visit


def _known(number: int | None) -> int:
    if number is None:
        raise ValueError("a plan stands on a job")
    return number


def _problem(code: str, message: str, advice: str) -> Problem:
    return Problem(Severity.ERROR, code, message, advice)
