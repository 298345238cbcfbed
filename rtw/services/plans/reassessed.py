"""Whether a shut task may be opened: by a signed reassessment after the signed plan, never by a forecast."""

from datetime import date
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem, Severity
from rtw.domain.dates import day_in_words
from rtw.domain.schedule.brief import GateKind
from rtw.services.plans.ground import Ground
from rtw.store.plans import PlanVersionRow

_NEVER_OPENED: Final = (GateKind.DATED, GateKind.RESTRICTED)


def openable_tasks(ground: Ground) -> tuple[str, ...]:
    """List the shut tasks that a signed reassessment may open.

    A dated restriction waits for its date, and one of the plan's own is changed on the plan.
    """
    shut = (gate for gate in ground.brief.gates if gate.opened is None)
    return tuple(dict.fromkeys(gate.task for gate in shut if gate.kind not in _NEVER_OPENED))


def why_not_opened(session: Session, ground: Ground, task: str) -> Problem | None:
    """Say why a task stays shut; None where a visit after the newest signed plan is signed."""
    if task not in openable_tasks(ground):
        advice = "See on the plan what holds it, and what helps."
        return _problem("not-openable", f"{task} is not a shut task that a reassessment can open.", advice)
    planned, visit = _plan_signed_on(session, ground.record.case_id), ground.record.last_signed
    if planned is None:
        advice = "Sign the plan with this task shut, reassess at its review, then open it."
        return _problem("no-plan-yet", "No plan is signed yet, so nothing has been reassessed.", advice)
    if visit is None or visit.on <= planned:
        words = f"No visit after the plan of {day_in_words(planned)} is signed."
        return _problem("not-reassessed", words, "Assess again and sign the visit, then open the task.")
    return None


def _plan_signed_on(session: Session, case_id: int) -> date | None:
    query = select(func.max(PlanVersionRow.signed_on)).where(PlanVersionRow.case_id == case_id)
    return session.scalar(query)


def _problem(code: str, message: str, advice: str) -> Problem:
    return Problem(Severity.ERROR, code, message, advice)
