"""A demand sheet before it counts: uploaded, looked at, questioned, confirmed or discarded."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from job_profiles.problem import Problem, Severity
from job_profiles.profile import JobProfile
from rtw.services.cases import case_header
from rtw.services.jobs import previews
from rtw.services.jobs.answering import what_is_expected
from rtw.services.jobs.carrying import carried
from rtw.services.jobs.catalogue import job_versions, jobs
from rtw.services.jobs.confirming import Confirmed, confirm, suggested_jobs
from rtw.services.jobs.demand_panel import preview_panel
from rtw.services.jobs.previews import Preview
from rtw.services.jobs.questions import anchor_of
from rtw.services.jobs.returned import take_returned
from rtw.web.actor import current_actor
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.job_forms import EmployerChoice, FileForm, file_form
from rtw.web.jobs import as_file, in_frame
from rtw.web.preview_forms import (
    Sent,
    answers_in,
    choices_in,
    draft_key,
    forget,
    keep,
    keep_returned,
    kept,
    rows_in,
    scale_in,
)

pages = Blueprint("jobs_preview", __name__, url_prefix="/jobs/previews")

ROWS_SHOWN = 400  # rows of one job that a page draws; all are read, and all count


@pages.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Take a demand sheet: for a case, for a job that gets a new version, or for any employer."""
    case_id, job_id = request.args.get("case", None, int), request.args.get("job", None, int)
    employer_id, about = _whose(case_id, job_id)
    form = file_form(current_actor(), employer_id)
    if form.validate_on_submit():
        made = _upload(form, employer_id, case_id, job_id)
        if not isinstance(made, Problem):
            _take_returned(made)
            return redirect(url_for("jobs_preview.show", preview_id=made), 303)
        form.place(made, "file")
    page = in_frame("jobs/upload.html", case_id, form=form, about=about, job_id=job_id)
    return page, 422 if form.errors else 200


def _whose(case_id: int | None, job_id: int | None) -> tuple[int | None, str]:
    """Return the employer where it is known, and what the sheet is for."""
    if case_id is not None:
        case = case_header(db.session(), current_actor(), case_id, today()).case
        return case.employer_id, f"{case.patient_name} at {case.employer_name}"
    if job_id is not None:
        job = job_versions(db.session(), current_actor(), job_id).job
        return job.employer_id, f"a new version of {job.title}"
    return None, ""


def _upload(
    form: FileForm, employer_id: int | None, case_id: int | None, job_id: int | None
) -> int | Problem:
    if employer_id is None and isinstance(form, EmployerChoice):
        employer_id = form.chosen_employer(current_actor())
    sent = form.upload(employer_id or 0, case_id, job_id)
    return previews.upload(db.session(), current_actor(), sent, today())


def _take_returned(preview_id: int) -> None:
    """Take the answers of a corrected workbook that came back, and say so."""
    found = take_returned(db.session(), current_actor(), preview_id)
    taken, left = len(found.taken), len(found.not_taken)
    if left:
        keep_returned(_preview(preview_id), found)
    if taken or left:
        words = f"The employer's list of corrections came back. Answers taken from it: {taken}."
        flash(words + (f" Not taken: {left}, told below with what was written." if left else ""))


@pages.get("/<int:preview_id>")
def show(preview_id: int) -> ResponseReturnValue:
    """Show what was read: questions, findings, and every job with its demands."""
    return _page(_preview(preview_id))


def _preview(preview_id: int) -> Preview:
    return previews.preview(db.session(), current_actor(), preview_id)


def _page(
    shown: Preview, problem: Problem | None = None, wrong: tuple[str, ...] = (), sent: Sent | None = None
) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    row = previews.preview_row(session, actor, shown.id)
    context = {
        "preview": shown,
        "panel": preview_panel(shown),
        "problem": problem,
        "wrong": wrong,
        "expected": what_is_expected,
        "anchor_of": anchor_of,
        "asked": sent if sent is not None else kept(shown),
        "draft_key": draft_key(shown.id),
        "flagged": _flagged(shown),
        "suggested": suggested_jobs(session, actor, row, shown.reading),
        "jobs_there": jobs(session, actor, employer_id=shown.employer_id),
        "severities": (Severity.ERROR, Severity.WARNING, Severity.NOTE),
        "rows_shown": ROWS_SHOWN,
    }
    page = in_frame("jobs/preview.html", shown.case_id, **context)
    return page, 422 if problem or wrong else 200


def _flagged(shown: Preview) -> dict[tuple[str, str], Problem]:
    """Return the gravest finding by (sheet, cell), and by (sheet, row) where its cell is no demand's own.

    Where demands stand side by side in a row, a finding marks its own; where a row is one demand, that one.
    """
    tasks = (task for profile in shown.reading.profiles for task in profile.tasks)
    own = {(demand.sheet, demand.cell) for task in tasks for demand in task.demands}
    found: dict[tuple[str, str], Problem] = {}
    for severity in (Severity.ERROR, Severity.WARNING):
        for problem in shown.found(severity):
            if problem.sheet and problem.cell:
                cell = problem.cell
                where = cell if (problem.sheet, cell) in own else cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                found.setdefault((problem.sheet, where), problem)
    return found


@pages.post("/<int:preview_id>/answers")
def answer(preview_id: int) -> ResponseReturnValue:
    """Read the sheet again with what was answered, and keep what else was chosen."""
    wrong = _answer(preview_id)
    if wrong:
        db.session.commit()  # the other answers count, though the page has an error on it
        return _page(_preview(preview_id), wrong=wrong)
    back = request.form.get("take_back", "")
    at = f"{anchor_of(back)}-frame" if back else "questions-title"
    return redirect(url_for("jobs_preview.show", preview_id=preview_id, _anchor=at), 303)


def _answer(preview_id: int) -> tuple[str, ...]:
    """Read the sheet again with the answers of the form; returns the keys of those that are none."""
    before = _preview(preview_id).reading.profiles
    given, scale = answers_in(request.form), scale_in(request.form)
    wrong = previews.answer(db.session(), current_actor(), preview_id, given, scale)
    _keep(preview_id, before, [name for name in request.form if _is_wrong(name, wrong)])
    return wrong


def _is_wrong(name: str, wrong: tuple[str, ...]) -> bool:
    """Whether a field holds an answer that was none; what was typed there is shown again."""
    of_scale = name.startswith("band:") or name == "scale_basis"
    return name.removeprefix("q:") in wrong or (of_scale and "frequency_scale" in wrong)


def _keep(preview_id: int, before: tuple[JobProfile, ...], typed: list[str] | None = None) -> None:
    shown = _preview(preview_id)
    keep(shown, request.form, carried(before, shown.reading.profiles, rows_in(request.form)), typed or [])


@pages.post("/<int:preview_id>/sheets")
def sheets(preview_id: int) -> ResponseReturnValue:
    """Read only the sheets that are ticked."""
    before = _preview(preview_id)
    names = tuple(request.form.getlist("sheet"))
    problem = previews.choose_sheets(db.session(), current_actor(), preview_id, names)
    if problem is not None:
        return _page(before, problem=problem)
    _keep(preview_id, before.reading.profiles)
    return redirect(url_for("jobs_preview.show", preview_id=preview_id, _anchor="sheets-title"), 303)


@pages.post("/<int:preview_id>/confirm")
def confirmed(preview_id: int) -> ResponseReturnValue:
    """Make the chosen jobs count; answers that were typed and not read yet are read and shown first."""
    choices = choices_in(request.form)
    if answers_in(request.form):
        return _answered_first(preview_id)
    made = confirm(db.session(), current_actor(), preview_id, choices, today())
    if isinstance(made, Problem):
        return _page(_preview(preview_id), problem=made, sent=request.form)
    forget(preview_id)
    count = len(made.versions)
    flash("The job is confirmed." if count == 1 else f"{count} jobs are confirmed.")
    return redirect(_after(made), 303)


def _answered_first(preview_id: int) -> ResponseReturnValue:
    """Read answers that came with the confirmation: what is confirmed must have been seen."""
    wrong = _answer(preview_id)
    db.session.commit()
    message = "Answers were typed that had not been read yet. They are read now."
    problem = Problem(Severity.ERROR, "answers-not-seen", message, "Look at the demands again, then confirm.")
    return _page(_preview(preview_id), problem=problem, wrong=wrong)


def _after(made: Confirmed) -> str:
    if made.case_id is not None:
        return url_for("jobs.of_case", case_id=made.case_id)
    if len(made.versions) == 1:
        job_id, number = made.versions[0]
        return url_for("jobs.version", job_id=job_id, number=number)
    return url_for("jobs.index")


@pages.get("/<int:preview_id>/corrected")
def corrected(preview_id: int) -> ResponseReturnValue:
    """Hand out the employer's file with the findings marked in it."""
    return as_file(*previews.corrected(db.session(), current_actor(), preview_id))


@pages.route("/<int:preview_id>/discard", methods=["GET", "POST"])
def discard(preview_id: int) -> ResponseReturnValue:
    """Forget a file, after asking."""
    shown = previews.preview(db.session(), current_actor(), preview_id)
    if request.method == "GET":
        return in_frame("jobs/discard.html", shown.case_id, preview=shown)
    previews.discard(db.session(), current_actor(), preview_id)
    forget(preview_id)
    flash(f"{shown.filename} is discarded.")
    if shown.case_id is not None:
        return redirect(url_for("jobs.of_case", case_id=shown.case_id), 303)
    return redirect(url_for("jobs.index"), 303)
