"""The frame around every page of a case: its header and its steps."""

from typing import Any

from flask import render_template

from rtw.domain.case_progress import Step
from rtw.services.cases import case_header
from rtw.web.actor import current_actor
from rtw.web.clock import today
from rtw.web.database import db

STEP_ENDPOINTS = {
    Step.OVERVIEW: "cases.overview",
    Step.JOB: "jobs.of_case",
    Step.ASSESSMENT: "assessments.of_case",
    Step.MATCH: "matches.of_case",
    Step.PLAN: "plans.of_case",
    Step.RELEASE: "releases.of_case",
    Step.HISTORY: "history.of_case",
}


def render_case(template: str, case_id: int, step: Step, **context: Any) -> str:
    """Render a page of a case; the template extends `cases/frame.html` and fills `block step`."""
    header = case_header(db.session(), current_actor(), case_id, today())
    return render_template(
        template, header=header, step=step, step_endpoints=STEP_ENDPOINTS, today=today(), **context
    )
