"""The exposure of a case: how hard the job is for each of the patient's hands, by published models."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from rtw.domain.case_progress import Step
from rtw.services.case_record import case_record
from rtw.services.exposure.of_case import case_exposure
from rtw.web.actor import current_actor
from rtw.web.case_frame import render_case
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.exposure_page import exposure_page

pages = Blueprint("exposure", __name__, url_prefix="/cases/<int:case_id>/exposure")


@pages.get("")
def of_case(case_id: int) -> ResponseReturnValue:
    """Show the exposure as of today."""
    record = case_record(db.session(), current_actor(), case_id)
    found = case_exposure(record, today())
    if found is None:
        return render_case("matches/no_job.html", case_id, Step.MATCH)
    return render_case("exposure/index.html", case_id, Step.MATCH, page=exposure_page(found), record=record)
