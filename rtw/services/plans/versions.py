"""Signed plans as they were signed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, defer

from rtw.domain.plan import Plan, PlanVersion
from rtw.services.actor import Actor, actor_of
from rtw.services.permission import NotFoundError, Permission, case_for
from rtw.services.plans.working import WorkingPlan
from rtw.store import codec
from rtw.store.people import User
from rtw.store.plans import PlanVersionRow


@dataclass(frozen=True, slots=True)
class SignedVersion:
    """One signed plan with the records it stands on; `is_unaltered`: it is what was signed, to the letter."""

    id: int
    version: PlanVersion
    job_version_id: int
    assessment_id: int
    sha256: str
    is_unaltered: bool
    working: WorkingPlan

    @property
    def plan(self) -> Plan:
        """The plan itself."""
        return self.version.plan

    @property
    def signed_on(self) -> date | None:
        """The day it was signed."""
        return self.version.signed_on


def signed_version(session: Session, actor: Actor, case_id: int, number: int | None = None) -> SignedVersion:
    """Return one signed plan of a case, the newest where no number is given. Raises NotFoundError."""
    case_for(session, actor, Permission.SEE_CLINICAL, case_id)
    texts = (codec.stored_text(PlanVersionRow.data), codec.stored_text(PlanVersionRow.working))
    query = select(PlanVersionRow, User, *texts).join(User, User.id == PlanVersionRow.signed_by_id)
    query = query.where(PlanVersionRow.case_id == case_id).options(defer(PlanVersionRow.data))
    if number is not None:
        query = query.where(PlanVersionRow.number == number)
    found = session.execute(query.order_by(PlanVersionRow.number.desc()).limit(1)).first()
    if found is None:
        raise NotFoundError(f"plan {number} of case {case_id}")
    row, user, plan, kept = found
    version = PlanVersion(codec.read(Plan, plan), row.number, actor_of(user).signature, row.signed_on)
    same = codec.stored_fingerprint(plan) == row.sha256
    working = codec.read(WorkingPlan, kept) if kept is not None else WorkingPlan()
    return SignedVersion(row.id, version, row.job_version_id, row.assessment_id, row.sha256, same, working)
