"""The assessment step of a case: visits, the form of a visit, signing."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from job_profiles.problem import Problem
from rtw.domain.case_progress import Step
from rtw.domain.measurement import AmountUnit
from rtw.services import assessments, drafts
from rtw.services.case_record import CaseRecord, case_record
from rtw.services.off_scale import sieved, unsignable
from rtw.services.progress import progress_of
from rtw.services.score_figures import taken_scores
from rtw.services.visit_figures import visit_figures
from rtw.services.visit_panels import (
    findings_panel,
    hold_panel,
    person_panel,
    questions_panel,
    touch_panel,
    visits_panel,
)
from rtw.services.visits import Visit
from rtw.web.actor import current_actor
from rtw.web.assessment_form.lists import FORM_LISTS
from rtw.web.assessment_form.page import VisitPage, visit_page
from rtw.web.assessment_form.reading import FormUnits, VisitReading, read_visit, texts_of_visit, units_in
from rtw.web.assessment_form.summary import TOUCH_WORDS, summary_of
from rtw.web.case_frame import render_case
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.drafts import keep_refused
from rtw.web.progress_chart import progress_chart

pages = Blueprint("assessments", __name__, url_prefix="/cases/<int:case_id>/assessment")

_UNITS = "units"  # remembered per browser: a clinic has one kind of gauge


@pages.get("")
def of_case(case_id: int) -> ResponseReturnValue:
    """List the visits, with how strength and pain went."""
    record = case_record(db.session(), current_actor(), case_id)
    progress = progress_of(record.signed_visits)
    return render_case(
        "assessments/index.html",
        case_id,
        Step.ASSESSMENT,
        record=record,
        holds=[(hold, hold_panel(record, hold)) for hold in assessments.strength_holds_of(record)],
        progress=progress,
        visits_panel=visits_panel(progress, record.visits),
        chart=progress_chart(progress),
    )


@pages.post("/begin")
def begin(case_id: int) -> ResponseReturnValue:
    """Begin a visit, or go on with the one begun."""
    visit = assessments.begin_visit(db.session(), current_actor(), case_id, today())
    return redirect(url_for("assessments.visit", case_id=case_id, visit_id=visit.id), 303)


@pages.route("/<int:visit_id>", methods=["GET", "POST"])
def visit(case_id: int, visit_id: int) -> ResponseReturnValue:
    """Fill in a visit; a signed one is only read."""
    record = case_record(db.session(), current_actor(), case_id)
    found = assessments.visit_in(record, visit_id)
    if found.is_signed:
        return _signed(record, found)
    if request.method == "GET":
        return _form(record, found)
    reading = read_visit(request.form, found.assessment, record.profile)
    if reading.value.on > today():
        reading.errors["on"] = "Date of the visit: this day has not come yet. Check the year."
    _remember(reading.units)
    if reading.errors:
        keep_refused(draft_key(visit_id))
        return _page(_page_of(record, found, request.form, reading), case_id), 422
    return _saved(case_id, visit_id, reading)


def _form(record: CaseRecord, found: Visit) -> ResponseReturnValue:
    """Show what was typed and not sent, else what is stored."""
    draft = drafts.saved_draft(db.session(), current_actor(), draft_key(found.id))
    texts = {name: value for name, value in draft.data.items() if isinstance(value, str)} if draft else None
    if texts is None:
        texts = texts_of_visit(found.assessment, record.profile, _usual_units(found))
    reading = read_visit(texts, found.assessment, record.profile)
    figures = visit_figures(record, found, reading.value, reading.units.strength)
    kept_at = draft.updated_at if draft else None
    return _page(visit_page(record, found, texts, {}, figures, reading.value, kept_at), record.case_id)


def _page_of(record: CaseRecord, found: Visit, texts: Mapping[str, str], reading: VisitReading) -> VisitPage:
    figures = visit_figures(record, found, reading.value, reading.units.strength)
    return visit_page(record, found, texts, reading.errors, figures, reading.value)


def _page(page: VisitPage, case_id: int) -> str:
    key = draft_key(page.visit.id)
    return render_case(
        "assessments/edit.html",
        case_id,
        Step.ASSESSMENT,
        page=page,
        draft_key=key,
        lists=FORM_LISTS,
        touch_words=TOUCH_WORDS,
        touch_panel=touch_panel(),
        questions_panel=page.questions_panel,
    )


def _saved(case_id: int, visit_id: int, reading: VisitReading) -> ResponseReturnValue:
    assessments.save_visit(db.session(), current_actor(), case_id, visit_id, reading.value)
    drafts.discard_draft(db.session(), current_actor(), draft_key(visit_id))
    if sieved(reading.value).off_scale:
        flash("The visit is saved. It cannot be signed yet: see what cannot be.")
    elif request.form.get("then") == "sign":
        return redirect(url_for("assessments.sign", case_id=case_id, visit_id=visit_id), 303)
    else:
        flash("The visit is saved. It counts for the match once it is signed.")
    return redirect(url_for("assessments.visit", case_id=case_id, visit_id=visit_id), 303)


def draft_key(visit_id: int) -> str:
    """Name the draft of a visit's form."""
    return f"visit-{visit_id}"


def _remember(units: FormUnits) -> None:
    session[_UNITS] = {"unit": units.strength.value, "load_unit": units.load.value}


def _usual_units(found: Visit) -> FormUnits:
    """Begin with the units of the visit itself, else with those used last in this browser."""
    usual = units_in(session.get(_UNITS, {}))
    hands = found.assessment.hands
    trials = [t for hand in hands for t in (*(g.trials for g in hand.grip), hand.key_pinch) if t is not None]
    strength = trials[0].unit if trials else usual.strength
    loads = found.assessment.safe_loads
    load = loads[0].unit if loads else usual.load
    return FormUnits(strength, load if load is not AmountUnit.NEWTON else usual.load)


@pages.post("/<int:visit_id>/figures")
def figures(case_id: int, visit_id: int) -> ResponseReturnValue:
    """Work out what stands beside the fields, while they are typed."""
    record = case_record(db.session(), current_actor(), case_id)
    found = assessments.visit_in(record, visit_id)
    reading = read_visit(request.form, found.assessment, record.profile)
    page = _page_of(record, found, request.form, reading)
    return render_template(
        "assessments/figures.html", page=page, touch_words=TOUCH_WORDS, questions_panel=page.questions_panel
    )


def _signed(record: CaseRecord, found: Visit) -> ResponseReturnValue:
    return render_case(
        "assessments/signed.html",
        record.case_id,
        Step.ASSESSMENT,
        **_to_read(record, found),
    )


def _to_read(record: CaseRecord, found: Visit) -> dict[str, Any]:
    """Give what is read of a visit, signed or about to be."""
    return {
        "visit": found,
        "summary": summary_of(found.assessment),
        "findings_panel": findings_panel(found),
        "person_panel": person_panel(found),
        "scores": taken_scores(record, found),
    }


@pages.get("/<int:visit_id>/sign")
def sign(case_id: int, visit_id: int) -> ResponseReturnValue:
    """Look the visit through before signing it."""
    return _to_sign(case_id, visit_id, None)


@pages.post("/<int:visit_id>/sign")
def put_name(case_id: int, visit_id: int) -> ResponseReturnValue:
    """Sign the visit."""
    allowed = request.form.get("early_allowed") == "y"
    problem = assessments.sign_visit(
        db.session(), current_actor(), case_id, visit_id, today(), early_tests_allowed=allowed
    )
    if problem is not None:
        return _to_sign(case_id, visit_id, problem), 422
    flash("The visit is signed. The match now counts with it.")
    return redirect(url_for("assessments.of_case", case_id=case_id), 303)


def _to_sign(case_id: int, visit_id: int, problem: Problem | None) -> str:
    record = case_record(db.session(), current_actor(), case_id)
    found = assessments.visit_in(record, visit_id)
    before = assessments.visit_before(record, found)
    questions = assessments.questions_about(record, found.assessment, before)
    return render_case(
        "assessments/sign.html",
        case_id,
        Step.ASSESSMENT,
        **_to_read(record, found),
        questions=() if found.is_signed else questions,
        questions_panel=questions_panel(record, found.assessment),
        early=[question for question in questions if question.code == assessments.EARLY_TEST],
        problem=problem,
        impossible=None if found.is_signed else unsignable(found.assessment),
    )


@pages.route("/<int:visit_id>/discard", methods=["GET", "POST"])
def discard(case_id: int, visit_id: int) -> ResponseReturnValue:
    """Throw away a visit that was begun and not signed, after asking."""
    if request.method == "POST":
        assessments.discard_visit(db.session(), current_actor(), case_id, visit_id)
        drafts.discard_draft(db.session(), current_actor(), draft_key(visit_id))
        flash("The visit is discarded.")
        return redirect(url_for("assessments.of_case", case_id=case_id), 303)
    found = assessments.visit_in(case_record(db.session(), current_actor(), case_id), visit_id)
    return render_case("assessments/discard.html", case_id, Step.ASSESSMENT, visit=found)
