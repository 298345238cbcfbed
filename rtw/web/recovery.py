"""The recovery of a case: strength over the weeks against published cohorts, and days to work."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from rtw.domain.case_progress import Step
from rtw.domain.recovery.job_class import JobClass
from rtw.services.evidence.line import measure_words
from rtw.services.overview import overview
from rtw.services.recovery.days import case_days
from rtw.services.recovery.days_panels import days_words
from rtw.services.recovery.of_case import case_recovery
from rtw.web.actor import current_actor
from rtw.web.case_frame import render_case
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.recovery_page import recovery_page

pages = Blueprint("recovery", __name__, url_prefix="/cases/<int:case_id>/recovery")

pages.add_app_template_global(case_days, "days_to_work_of")
pages.add_app_template_filter(days_words, "days_words")
pages.add_app_template_filter(measure_words, "measure_in_words")


@pages.get("")
def of_case(case_id: int) -> ResponseReturnValue:
    """Show what was measured, what may be expected, and when people like this one went back."""
    shown = overview(db.session(), current_actor(), case_id, today())
    asked = request.args.get("job", "")
    chosen = JobClass(asked) if asked in set(JobClass) else None
    return render_case(
        "recovery/index.html",
        case_id,
        Step.ASSESSMENT,
        page=recovery_page(case_recovery(shown.record, today())),
        days=case_days(shown.record, shown.plan.schedule if shown.plan else None, chosen),
        record=shown.record,
        classes=tuple(JobClass),
    )
