"""The first page of a case: can they work, how much, what stops more."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtw.domain.plan import Plan
from rtw.domain.schedule.values import Week
from rtw.services.actor import Actor
from rtw.services.permission import Permission, case_for
from rtw.store import codec
from rtw.store.plans import PlanVersionRow


@dataclass(frozen=True, slots=True)
class Overview:
    """The newest signed plan as of today; all None where no plan is signed.

    `week` is the week of the plan that today lies in: the first one before the plan begins, None after
    its last. `is_provisional`: the next review has passed, so the plan no longer permits anything.
    """

    plan: Plan | None = None
    plan_number: int | None = None
    week: Week | None = None
    is_provisional: bool = False


def overview(session: Session, actor: Actor, case_id: int, today: date) -> Overview:
    """Return what the first page of a case shows."""
    case_for(session, actor, Permission.SEE_CLINICAL, case_id)
    query = select(PlanVersionRow).where(PlanVersionRow.case_id == case_id)
    row = session.scalars(query.order_by(PlanVersionRow.number.desc()).limit(1)).first()
    if row is None:
        return Overview()
    plan = codec.load(Plan, row.data)
    return Overview(plan, row.number, week_of(plan, today), is_provisional=plan.review_on < today)


def week_of(plan: Plan, today: date) -> Week | None:
    """Find the week of the plan that `today` lies in; before it begins, the first."""
    weeks = plan.schedule.weeks
    if weeks and today < weeks[0].monday:
        return weeks[0]
    return next((w for w in weeks if w.monday <= today < w.monday + timedelta(days=7)), None)
