"""The page of a release: consent, approvals, what will be seen, what is withheld, and the one button."""

from io import BytesIO
from pathlib import PurePath

from flask import Blueprint, flash, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue

from job_profiles.problem import Problem
from reports import limit_wording, wording
from reports.change_wording import change_with_tasks
from reports.conditions import conditions_of, due_of
from reports.document_data import worked_bouts
from rtw.domain.case_progress import Step
from rtw.domain.plan import Recipient
from rtw.domain.schedule.wording import worked_holidays
from rtw.services import consents
from rtw.services.plans.versions import signed_version
from rtw.services.releases import approvals
from rtw.services.releases import release as service
from rtw.services.releases.desk import RECIPIENTS, release_page
from rtw.services.releases.papers import CLINIC_PAPERS, EMPLOYER_PAPERS, clinic_paper, preview
from rtw.services.releases.release_panels import release_panels
from rtw.services.releases.sent import sent_file, snapshot_of
from rtw.web.actor import current_actor
from rtw.web.case_frame import render_case
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.forms import Form, text
from rtw.web.release_forms import ConsentForm, PhysicianForm, TextForm, recipient_of

pages = Blueprint("releases", __name__, url_prefix="/cases/<int:case_id>/release")

_WORDS = "status released day limit tasks breaks full_duty away week standing hours no_limits"
for _word in _WORDS.split():
    pages.add_app_template_filter(getattr(wording, f"{_word}_text"), f"report_{_word}")
# The page is a paper too: limits, what waits for what, and by when, come from where the files take them.
for _word in ("hands", "limit_end", "late_review"):
    pages.add_app_template_filter(getattr(limit_wording, f"{_word}_text"), f"report_{_word}")
pages.add_app_template_filter(change_with_tasks, "report_change")
pages.add_app_template_filter(due_of, "report_due")
pages.add_app_template_filter(conditions_of, "report_conditions")
pages.add_app_template_filter(wording.closed_lines, "report_closed")
pages.add_app_template_filter(worked_bouts, "report_bouts")
pages.add_app_template_filter(worked_holidays, "worked_holidays")


@pages.get("")
def of_case(case_id: int) -> ResponseReturnValue:
    """Show what would leave, and what stands in the way."""
    return _page(case_id, recipient_of(request.args.get("to")))


def _page(case_id: int, recipient: Recipient, wrong: Form | None = None) -> str:
    shown = release_page(db.session(), current_actor(), case_id, recipient, today())
    desk = shown.desk
    physician = desk.case.physician_name if desk else ""
    known = {
        "consent_form": ConsentForm(formdata=None, given_on=today()),
        "physician_form": PhysicianForm(formdata=None, physician=physician, approved_on=today()),
        "text_form": TextForm(formdata=None, approved_by=current_actor().signature),
    }
    if wrong is not None:
        known[
            {ConsentForm: "consent_form", PhysicianForm: "physician_form"}.get(type(wrong), "text_form")
        ] = wrong
    papers = {"employer_papers": EMPLOYER_PAPERS, "clinic_papers": CLINIC_PAPERS, "recipients": RECIPIENTS}
    panels = release_panels(desk.signed) if desk else None
    context = {
        "page": shown,
        "desk": desk,
        "panels": panels,
        "recipient": recipient,
        "wrong": wrong,
    }
    return render_case("releases/of_case.html", case_id, Step.RELEASE, **context, **known, **papers)


def _answer(
    case_id: int, recipient: Recipient, form: Form, problem: Problem | None, field: str, done: str
) -> ResponseReturnValue:
    """Go back to the page, or show what was wrong with what was entered."""
    if problem is not None:
        form.place(problem, field)
    if form.errors:
        return _page(case_id, recipient, form), 422
    flash(done)
    return redirect(url_for("releases.of_case", case_id=case_id, to=recipient.value), 303)


@pages.post("/consent/<to>")
def consent(case_id: int, to: str) -> ResponseReturnValue:
    """Record the patient's consent for a recipient."""
    form, recipient, problem = ConsentForm(), recipient_of(to), None
    if form.validate_on_submit():
        given = form.consent(recipient)
        problem = consents.record_consent(db.session(), current_actor(), case_id, given, today())
    field = "until" if problem and problem.code == "consent-ends-early" else "given_on"
    return _answer(case_id, recipient, form, problem, field, "The consent is recorded.")


@pages.post("/consent/<to>/<int:consent_id>/withdraw")
def withdraw(case_id: int, to: str, consent_id: int) -> ResponseReturnValue:
    """Write down that the patient took a consent back."""
    consents.withdraw_consent(db.session(), current_actor(), case_id, consent_id, today())
    flash("The consent is withdrawn from today. What left before stays on record.")
    return redirect(url_for("releases.of_case", case_id=case_id, to=recipient_of(to).value), 303)


@pages.post("/physician/<to>")
def physician(case_id: int, to: str) -> ResponseReturnValue:
    """Record the physician's approval of the signed plan."""
    form, problem = PhysicianForm(), None
    if form.validate_on_submit() and form.approved_on.data:
        name, day = text(form.physician), form.approved_on.data
        problem = approvals.approve_by_physician(db.session(), current_actor(), case_id, name, day, today())
    return _answer(case_id, recipient_of(to), form, problem, "approved_on", "The approval is recorded.")


@pages.post("/text/<to>")
def approve_text(case_id: int, to: str) -> ResponseReturnValue:
    """Record who lets a text leave."""
    form, problem = TextForm(), None
    if form.validate_on_submit():
        words, name = form.approval()
        problem = approvals.approve_text(db.session(), current_actor(), case_id, words, name, today())
    return _answer(case_id, recipient_of(to), form, problem, "approved_by", "The text is approved.")


@pages.post("/send/<to>")
def send(case_id: int, to: str) -> ResponseReturnValue:
    """Release the plan: freeze the snapshot, make the files."""
    recipient = recipient_of(to)
    sent = service.release(db.session(), current_actor(), case_id, recipient, today())
    if isinstance(sent, tuple):
        return _page(case_id, recipient), 422
    flash(
        f"Plan {sent.plan_number} is released to the {recipient.label.lower()}. Its files are frozen below."
    )
    return redirect(url_for("releases.of_case", case_id=case_id, to=recipient.value), 303)


@pages.get("/preview/<to>/<name>")
def draft(case_id: int, to: str, name: str) -> ResponseReturnValue:
    """Hand out a paper of the recipient, marked as a draft."""
    return _download(*preview(db.session(), current_actor(), case_id, recipient_of(to), name, today()))


@pages.get("/clinic/<name>")
def clinic(case_id: int, name: str) -> ResponseReturnValue:
    """Hand out a paper that stays with clinic or patient."""
    return _download(*clinic_paper(db.session(), current_actor(), case_id, name, today()))


@pages.get("/file/<int:file_id>")
def file(case_id: int, file_id: int) -> ResponseReturnValue:
    """Hand out a file as it left."""
    found = sent_file(db.session(), current_actor(), case_id, file_id)
    return _download(found.filename, found.data)


def _download(filename: str, data: bytes) -> ResponseReturnValue:
    media_type = service.MEDIA_TYPES[PurePath(filename).suffix]
    return send_file(BytesIO(data), mimetype=media_type, as_attachment=True, download_name=filename)


@pages.get("/snapshot/<int:release_id>")
def snapshot(case_id: int, release_id: int) -> ResponseReturnValue:
    """Show a release as it was frozen."""
    shown = snapshot_of(db.session(), current_actor(), case_id, release_id)
    signed = signed_version(db.session(), current_actor(), case_id, shown.release.plan_number)
    panels = release_panels(signed)
    return render_case("releases/snapshot.html", case_id, Step.RELEASE, snapshot=shown, panels=panels)
