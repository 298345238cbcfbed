"""Two therapists on one plan: whether it changed since a page was opened, by whom and when."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtw.services.actor import Actor
from rtw.services.permission import Permission, case_for
from rtw.store.people import User
from rtw.store.plans import PlanDraft
from rtw.store.records import AuditLine

_SUBJECTS = ("working plan", "plan version")
"""What the record of acts calls a plan in the making, and one that was signed."""


@dataclass(frozen=True, slots=True)
class ChangedSince:
    """The last change of a plan: who made it, what it was and when; None where the record does not say.

    `revision` is the one the plan is at now; empty where no plan is in the making any more.
    """

    by: str | None
    action: str | None
    at: datetime | None
    revision: str = ""


def changed_since(session: Session, actor: Actor, case_id: int, seen: str) -> ChangedSince | None:
    """Return the last change of a case's plan if it is no longer at the revision `seen`.

    Signing and throwing away count: the draft that was seen is gone.
    """
    case_for(session, actor, Permission.PLAN, case_id)
    current = session.scalar(select(PlanDraft.revision).where(PlanDraft.case_id == case_id)) or ""
    return None if current == seen else replace(last_change(session, case_id), revision=current)


def last_change(session: Session, case_id: int) -> ChangedSince:
    """Return the last change of a case's plan."""
    columns = select(User.name, AuditLine.action, AuditLine.at).outerjoin(User, User.id == AuditLine.user_id)
    query = columns.where(AuditLine.case_id == case_id, AuditLine.subject.in_(_SUBJECTS))
    found = session.execute(query.order_by(AuditLine.id.desc()).limit(1)).first()
    return ChangedSince(*found) if found else ChangedSince(None, None, None)
