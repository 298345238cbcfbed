"""Signed plans as they were signed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, undefer

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
    query = select(PlanVersionRow, User).join(User, User.id == PlanVersionRow.signed_by_id)
    query = query.where(PlanVersionRow.case_id == case_id).options(undefer(PlanVersionRow.working))
    if number is not None:
        query = query.where(PlanVersionRow.number == number)
    found = session.execute(query.order_by(PlanVersionRow.number.desc()).limit(1)).first()
    if found is None:
        raise NotFoundError(f"plan {number} of case {case_id}")
    row, user = found
    version = PlanVersion(codec.load(Plan, row.data), row.number, actor_of(user).signature, row.signed_on)
    same = codec.fingerprint(row.data) == row.sha256
    working = codec.load(WorkingPlan, row.working) if row.working else WorkingPlan()
    return SignedVersion(row.id, version, row.job_version_id, row.assessment_id, row.sha256, same, working)
