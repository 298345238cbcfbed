"""What a person was typing: kept as she types, given back when she returns."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from rtw.services.actor import Actor
from rtw.services.permission import Permission, require
from rtw.store.records import FormDraft

MAX_FIELDS = 3000  # far more than the largest form here; a guard, not a limit people meet


def save_draft(session: Session, actor: Actor, form_key: str, data: dict[str, Any]) -> datetime:
    """Keep the form as far as it was typed; it replaces what was kept before."""
    require(actor, Permission.OWN_ACCOUNT)
    if len(data) > MAX_FIELDS:
        raise ValueError("more fields than any form has")
    row = _row(session, actor, form_key)
    if row is None:
        row = FormDraft(user_id=actor.id, form_key=form_key, data=data)
        session.add(row)
    row.data = data
    session.flush()
    return row.updated_at


def saved_draft(session: Session, actor: Actor, form_key: str) -> FormDraft | None:
    """Return what the person typed into this form and did not send."""
    require(actor, Permission.OWN_ACCOUNT)
    return _row(session, actor, form_key)


def discard_draft(session: Session, actor: Actor, form_key: str) -> None:
    """Forget it: the form was sent, or the person chose to begin anew."""
    require(actor, Permission.OWN_ACCOUNT)
    session.execute(delete(FormDraft).where(FormDraft.user_id == actor.id, FormDraft.form_key == form_key))


def _row(session: Session, actor: Actor, form_key: str) -> FormDraft | None:
    return session.scalar(
        select(FormDraft).where(FormDraft.user_id == actor.id, FormDraft.form_key == form_key)
    )
