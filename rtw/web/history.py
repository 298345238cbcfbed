"""What was signed, what left, what was done with a case, and by whom."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from rtw.domain.case_progress import Step
from rtw.services.history import RECORD, case_history
from rtw.web.actor import current_actor
from rtw.web.case_frame import render_case
from rtw.web.database import db

pages = Blueprint("history", __name__)


@pages.get("/cases/<int:case_id>/history")
def of_case(case_id: int) -> ResponseReturnValue:
    """Show versions, releases and every act on the case, newest first."""
    shown = case_history(db.session(), current_actor(), case_id)
    return render_case("cases/history.html", case_id, Step.HISTORY, history=shown, record_panel=RECORD)
