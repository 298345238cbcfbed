"""The measures of a case over time: against norms, the other hand and the patient's own earlier visits."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from rtw.domain.case_progress import Step
from rtw.services.case_record import case_record
from rtw.services.measures.norm_choice import authority_choices, choose_norms, norm_choices
from rtw.services.measures.of_case import case_measures
from rtw.web.actor import current_actor
from rtw.web.case_frame import render_case
from rtw.web.database import db
from rtw.web.measure_charts import measure_pictures

pages = Blueprint("measures", __name__, url_prefix="/cases/<int:case_id>/measures")


@pages.get("")
def of_case(case_id: int) -> ResponseReturnValue:
    """Show every measure of the signed visits."""
    record = case_record(db.session(), current_actor(), case_id)
    chosen = norm_choices(db.session(), case_id)
    measures = case_measures(record, chosen)
    return render_case(
        "measures/index.html",
        case_id,
        Step.ASSESSMENT,
        record=record,
        measures=measures,
        pictures=measure_pictures(measures),
        choices=authority_choices(chosen),
    )


@pages.post("/norms")
def norms(case_id: int) -> ResponseReturnValue:
    """Remember whose norms count in this case."""
    choose_norms(db.session(), current_actor(), case_id, request.form)
    flash("The norms are remembered for this case.")
    return redirect(url_for("measures.of_case", case_id=case_id), 303)
