"""A plan that changed since its page was opened: nothing is saved over a change nobody saw."""

from flask import g, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm.exc import StaleDataError

from rtw.services.plans.revision import changed_since, last_change
from rtw.web.actor import current_actor
from rtw.web.database import db
from rtw.web.plan_page import pages, shown_plan

_KEEPS_WHAT_WAS_TYPED = (
    "plans.settings",
    "plans.hours",
    "plans.edit_week",
    "plans.restrictions",
    "plans.words",
    "plans.sign_off",
)
"""Pages that show what was typed again, when the plan has changed since they were opened."""


@pages.before_request
def _refuse_what_is_stale() -> ResponseReturnValue | None:
    """Change nothing for a page that was opened before somebody else's last change, and say whose it was.

    What was typed stays on the page with the revision it was typed on (`g.plan_seen`), so that the next cell
    is refused too. `over` names the revision she chose to put hers in place of.
    """
    g.plan_changed, g.plan_seen = None, request.values.get("revision")
    case_id, seen = (request.view_args or {}).get("case_id", 0), request.values.get("over") or g.plan_seen
    if request.method == "POST" and seen is not None:
        g.plan_changed = changed_since(db.session(), current_actor(), case_id, seen)
    if g.plan_changed is None or request.endpoint in _KEEPS_WHAT_WAS_TYPED:
        return None
    return shown_plan(case_id, request.form.get("week", type=int)), 409


@pages.errorhandler(StaleDataError)
def _at_the_same_moment(_error: StaleDataError) -> ResponseReturnValue:
    """Two saved at the same moment; the second is told."""
    db.session().rollback()
    case_id = (request.view_args or {})["case_id"]
    g.plan_changed = last_change(db.session(), case_id)
    return shown_plan(case_id, request.form.get("week", type=int)), 409


def status_of(errors: object) -> int:
    """Choose the status of a form that was not taken: changed by somebody else, wrong, or not sent yet."""
    if g.plan_changed is not None:
        return 409
    return 422 if errors else 200
