"""Keeping a form as it is typed."""

from typing import Any

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from rtw.services import drafts
from rtw.web.actor import current_actor
from rtw.web.database import db
from rtw.web.wording import moment

pages = Blueprint("drafts", __name__, url_prefix="/drafts")

_NEVER_KEPT = ("csrf_token", "password")


@pages.post("/<path:key>")
def save(key: str) -> ResponseReturnValue:
    """Keep what stands in the form now; the answer is shown beside its button."""
    kept_at = drafts.save_draft(db.session(), current_actor(), key, _typed())
    return f"Draft kept, {moment(kept_at)}"


def keep_refused(key: str) -> None:
    """Keep what was typed into a form that was sent and refused; of what else was done nothing stays.

    The page of a refusal is rolled back, so this is committed at once: who leaves it and comes back must find
    what she typed last, not what the browser kept before.
    """
    db.session.rollback()
    drafts.save_draft(db.session(), current_actor(), key, _typed())
    db.session.commit()


def _typed() -> dict[str, Any]:
    return {
        name: values if len(values) > 1 else values[0]
        for name, values in request.form.lists()
        if not any(word in name for word in _NEVER_KEPT)
    }


@pages.post("/discard/<path:key>")
def discard(key: str) -> ResponseReturnValue:
    """Forget the draft, and show the form anew."""
    drafts.discard_draft(db.session(), current_actor(), key)
    back = request.form.get("back", "/")
    return redirect(back if back.startswith("/") and not back.startswith(("//", "/\\")) else "/", 303)
