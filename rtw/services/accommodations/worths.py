"""What accommodations are worth in days, as the case's plan has it, and which plan that was."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

from rtw.domain.accommodation.values import Accommodation
from rtw.domain.optimise.worth import Worth
from rtw.domain.why import Why
from rtw.services.case_record import CaseRecord
from rtw.services.plans.ground import NotPlannableError, ground_of
from rtw.services.plans.working import KeptPlan, WorkingPlan, kept_plan
from rtw.services.plans.worth_panel import worth_panel
from rtw.store import codec
from rtw.store.plans import PlanVersionRow


@dataclass(frozen=True, slots=True)
class KnownWorths:
    """Days by accommodation. `plan` is what they were computed for; `is_stale`: its limits have changed."""

    plan: str
    is_stale: bool
    worths: tuple[Worth, ...]

    def of(self, accommodation_id: str) -> Worth | None:
        """Return what an accommodation is worth; None where it was not priced."""
        return next((worth for worth in self.worths if worth.name == accommodation_id), None)

    def panel(self, entry: Accommodation) -> Why | None:
        """Say how its worth was found; None where it was not priced."""
        found = self.of(entry.id)
        plan = f"{self.plan}, whose limits have changed since" if self.is_stale else self.plan
        return worth_panel(entry.name, found, plan) if found else None


def known_worths(session: Session, record: CaseRecord, today: date) -> KnownWorths | None:
    """Return the worths of the plan in the making, else of the newest signed one; None without either."""
    kept = kept_plan(session, record.case_id)
    if kept.plan.worths:
        return KnownWorths("the plan in the making", _is_stale(record, kept, today), kept.plan.worths)
    query = select(PlanVersionRow).where(PlanVersionRow.case_id == record.case_id)
    query = query.options(undefer(PlanVersionRow.working)).order_by(PlanVersionRow.number.desc()).limit(1)
    row = session.scalar(query)
    worths = codec.load(WorkingPlan, row.working).worths if row is not None and row.working else ()
    return KnownWorths(f"plan {row.number}", is_stale=False, worths=worths) if row and worths else None


def _is_stale(record: CaseRecord, kept: KeptPlan, today: date) -> bool:
    try:
        return kept.plan.computed_for != ground_of(record, kept, today).fingerprint
    except NotPlannableError:
        return True
