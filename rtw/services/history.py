"""The history of a case: what was signed, what left, and every act with its author."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from rtw.services.actor import Actor
from rtw.services.audit import Act, history
from rtw.services.plans.page import SignedPlan, signed_plans
from rtw.services.releases.sent import SentRelease, sent_releases


@dataclass(frozen=True, slots=True)
class CaseHistory:
    """Acts, signed plans and releases of a case, each newest first."""

    acts: tuple[Act, ...]
    signed: tuple[SignedPlan, ...]
    sent: tuple[SentRelease, ...]


def case_history(session: Session, actor: Actor, case_id: int) -> CaseHistory:
    """Return what the page of a case's history shows."""
    acts = history(session, actor, case_id)  # asks for permission
    return CaseHistory(acts, signed_plans(session, case_id), sent_releases(session, case_id))
