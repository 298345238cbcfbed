"""The record of acts: written by services, read on a case's history."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtw.services.actor import Actor
from rtw.services.permission import Permission, case_for
from rtw.store.people import User
from rtw.store.records import AuditLine


@dataclass(frozen=True, slots=True)
class Change:
    """One field that changed."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the history: when, who, what, and the fields that changed."""

    at: datetime
    who: str
    action: str
    subject: str
    subject_id: int | None
    changes: tuple[Change, ...]


def record(
    session: Session,
    actor: Actor | None,
    action: str,
    subject: str,
    subject_id: int | None = None,
    *,
    case_id: int | None = None,
    clinic_id: int | None = None,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Write one line; `before` and `after` keep only the fields that differ.

    `action` is a past participle ("signed"), `subject` the noun ("plan version").
    """
    old, new = _differing(before, after)
    session.add(
        AuditLine(
            clinic_id=actor.clinic_id if actor else clinic_id,
            user_id=actor.id if actor else None,
            case_id=case_id,
            action=action,
            subject=subject,
            subject_id=subject_id,
            before=old,
            after=new,
        )
    )


def _differing(
    before: dict[str, Any] | None, after: dict[str, Any] | None
) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    if before is None or after is None:
        return before, after
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    return {key: before.get(key) for key in changed}, {key: after.get(key) for key in changed}


def history(session: Session, actor: Actor, case_id: int, limit: int = 200) -> tuple[Act, ...]:
    """List what was done with a case, newest first."""
    case_for(session, actor, Permission.SEE_CLINICAL, case_id)
    rows = session.execute(
        select(AuditLine, User.name)
        .outerjoin(User, User.id == AuditLine.user_id)
        .where(AuditLine.case_id == case_id)
        .order_by(AuditLine.id.desc())
        .limit(limit)
    )
    return tuple(_act(line, name) for line, name in rows)


def _act(line: AuditLine, name: str | None) -> Act:
    before, after = line.before or {}, line.after or {}
    changes = tuple(Change(key, before.get(key), after.get(key)) for key in {**before, **after})
    return Act(line.at, name or "The system", line.action, line.subject, line.subject_id, changes)
