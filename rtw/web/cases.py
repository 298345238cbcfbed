"""The caseload, and the frame of a case."""

from dataclasses import asdict

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from job_profiles.problem import Problem
from rtw.domain.case_progress import Step
from rtw.services import cases, drafts
from rtw.services.employers import employers
from rtw.services.overview import overview as overview_of
from rtw.services.overview_panels import overview_panels
from rtw.services.people import colleagues
from rtw.store.cases import CaseStatus
from rtw.store.people import Role
from rtw.web.actor import current_actor
from rtw.web.case_forms import NEW, CaseForm, NewCaseForm, StatusForm
from rtw.web.case_frame import STEP_ENDPOINTS, render_case
from rtw.web.clock import today
from rtw.web.course_chart import overview_chart
from rtw.web.database import db
from rtw.web.forms import choices, form_with_draft
from rtw.web.paging import page_of

pages = Blueprint("cases", __name__, url_prefix="/cases")

_NEW_CASE = "case-new"


@pages.get("")
def caseload() -> ResponseReturnValue:
    """List cases with what each needs next; a search looks through all of them."""
    search = request.args.get("q", "").strip()
    whole_clinic, closed = request.args.get("whose") == "clinic", request.args.get("closed") == "1"
    rows = cases.caseload(
        db.session(), current_actor(), today(), whole_clinic=whole_clinic, search=search, closed=closed
    )
    page = page_of(rows, request.args.get("page", 1, int))
    return render_template(
        "cases/caseload.html",
        page=page,
        search=search,
        whole_clinic=whole_clinic,
        closed=closed,
        today=today(),
        step_endpoints=STEP_ENDPOINTS,
    )


@pages.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Open a case."""
    form = form_with_draft(NewCaseForm, _NEW_CASE)
    _fill_choices(form)
    if form.validate_on_submit():
        opened = cases.open_case(db.session(), current_actor(), form.new_case(), today())
        if not isinstance(opened, Problem):
            drafts.discard_draft(db.session(), current_actor(), _NEW_CASE)
            flash("The case is open. Next: what does the job demand?")
            return redirect(url_for("cases.overview", case_id=opened.id), 303)
        form.place(opened, "number")
    return render_template("cases/new.html", form=form, draft_key=_NEW_CASE), 422 if form.errors else 200


def _fill_choices(form: CaseForm) -> None:
    session, actor = db.session(), current_actor()
    managers = colleagues(session, actor, Role.CASE_MANAGER)
    form.case_manager_id.choices = choices((NEW, "None yet"), *managers)
    if isinstance(form, NewCaseForm):
        known = cases.patients(session, actor)
        named = [(p.id, f"{p.family_name}, {p.given_name} ({p.number})") for p in known]
        form.patient_id.choices = choices((NEW, "A new patient"), *named)
        places = [(e.id, e.name) for e in employers(session, actor)]
        form.employer_id.choices = choices((NEW, "A new employer"), *places)


@pages.get("/<int:case_id>")
def overview(case_id: int) -> ResponseReturnValue:
    """Answer the three questions: can they work, how much, what stops more."""
    shown = overview_of(db.session(), current_actor(), case_id, today())
    context = {"overview": shown, "panels": overview_panels(shown), "chart": overview_chart(shown)}
    return render_case("cases/overview.html", case_id, Step.OVERVIEW, **context)


@pages.route("/<int:case_id>/edit", methods=["GET", "POST"])
def edit(case_id: int) -> ResponseReturnValue:
    """Change what heads the case."""
    details = cases.case_details(db.session(), current_actor(), case_id)
    key = f"case-{case_id}"
    known = asdict(details) | {"case_manager_id": details.case_manager_id or NEW}
    form = form_with_draft(CaseForm, key, **known)
    _fill_choices(form)
    if form.validate_on_submit():
        cases.change_case(db.session(), current_actor(), case_id, form.details())
        drafts.discard_draft(db.session(), current_actor(), key)
        flash("The case is changed.")
        return redirect(url_for("cases.overview", case_id=case_id), 303)
    page = render_case("cases/edit.html", case_id, Step.OVERVIEW, form=form, draft_key=key)
    return page, 422 if form.errors else 200


@pages.route("/<int:case_id>/status", methods=["GET", "POST"])
def status(case_id: int) -> ResponseReturnValue:
    """Pause, close or reopen the case."""
    form = StatusForm()
    if form.validate_on_submit():
        cases.set_status(db.session(), current_actor(), case_id, CaseStatus(form.status.data), today())
        flash(f"The case is {CaseStatus(form.status.data).label.lower()} now.")
        return redirect(url_for("cases.overview", case_id=case_id), 303)
    return render_case("cases/status.html", case_id, Step.OVERVIEW, form=form), 422 if form.errors else 200
