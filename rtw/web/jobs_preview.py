"""A demand sheet before it counts: uploaded, looked at, questioned, confirmed or discarded."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from job_profiles.problem import Problem, Severity
from rtw.services.cases import case_header
from rtw.services.jobs import previews
from rtw.services.jobs.catalogue import job_versions, jobs
from rtw.services.jobs.confirming import Choices, Confirmed, RowId, confirm, suggested_jobs
from rtw.services.jobs.previews import Preview
from rtw.web.actor import current_actor
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.job_forms import EmployerChoice, FileForm, file_form
from rtw.web.jobs import as_file

pages = Blueprint("jobs_preview", __name__, url_prefix="/jobs/previews")

ROWS_SHOWN = 400  # rows of one job that a page draws; all are read, and all count
_NEW_JOB, _NOT_TAKEN = "new", "no"


@pages.route("/new", methods=["GET", "POST"])
def new() -> ResponseReturnValue:
    """Take a demand sheet: for a case, for a job that gets a new version, or for any employer."""
    case_id, job_id = request.args.get("case", None, int), request.args.get("job", None, int)
    employer_id, about = _whose(case_id, job_id)
    form = file_form(current_actor(), employer_id)
    if form.validate_on_submit():
        made = _upload(form, employer_id, case_id, job_id)
        if not isinstance(made, Problem):
            return redirect(url_for("jobs_preview.show", preview_id=made), 303)
        form.place(made, "file")
    page = render_template("jobs/upload.html", form=form, about=about, case_id=case_id, job_id=job_id)
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


@pages.get("/<int:preview_id>")
def show(preview_id: int) -> ResponseReturnValue:
    """Show what was read: questions, findings, and every job with its demands."""
    return _page(previews.preview(db.session(), current_actor(), preview_id))


def _page(shown: Preview, problem: Problem | None = None, wrong: tuple[str, ...] = ()) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    row = previews.preview_row(session, actor, shown.id)
    page = render_template(
        "jobs/preview.html",
        preview=shown,
        problem=problem,
        wrong=wrong,
        asked=request.form,
        flagged=_flagged(shown),
        suggested=suggested_jobs(session, actor, row, shown.reading),
        jobs_there=jobs(session, actor, employer_id=shown.employer_id),
        severities=(Severity.ERROR, Severity.WARNING, Severity.NOTE),
        rows_shown=ROWS_SHOWN,
    )
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
    """Read the sheet again with what was answered."""
    given = {name.removeprefix("q:"): _said(name) for name in request.form if name.startswith("q:")}
    if not request.form.get("take_back"):
        given = {key: value for key, value in given.items() if value}
    wrong = previews.answer(db.session(), current_actor(), preview_id, given)
    if wrong:
        db.session.commit()  # the other answers count, though the page has an error on it
        return _page(previews.preview(db.session(), current_actor(), preview_id), wrong=wrong)
    return redirect(url_for("jobs_preview.show", preview_id=preview_id), 303)


def _said(name: str) -> str:
    """Return the answer to a question; `leave open` stands beside its field under the same name."""
    return next((value for value in reversed(request.form.getlist(name)) if value.strip()), "")


@pages.post("/<int:preview_id>/confirm")
def confirmed(preview_id: int) -> ResponseReturnValue:
    """Make the chosen jobs count."""
    made = confirm(db.session(), current_actor(), preview_id, _choices(), today())
    if isinstance(made, Problem):
        return _page(previews.preview(db.session(), current_actor(), preview_id), problem=made)
    count = len(made.versions)
    flash("The job is confirmed." if count == 1 else f"{count} jobs are confirmed.")
    return redirect(_after(made), 303)


def _after(made: Confirmed) -> str:
    if made.case_id is not None:
        return url_for("jobs.of_case", case_id=made.case_id)
    if len(made.versions) == 1:
        job_id, number = made.versions[0]
        return url_for("jobs.version", job_id=job_id, number=number)
    return url_for("jobs.index")


def _choices() -> Choices:
    form = request.form
    taken = {
        _count(name.removeprefix("job-")): None if value == _NEW_JOB else _count(value)
        for name, value in form.items()
        if name.startswith("job-") and value != _NOT_TAKEN
    }
    return Choices(
        mark=form.get("mark", ""),
        jobs=taken,
        left_out=frozenset(_row_id(value) for value in form.getlist("left_out")),
        accepts_findings=form.get("accepts_findings") == "yes",
        for_case=form.get("for_case", None, int),
    )


def _row_id(value: str) -> RowId:
    parts = [_count(part) for part in value.split(".")]
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else abort(400)


def _count(text: str) -> int:
    """Read a number that this page wrote into its own form; anything else was not sent by it."""
    return int(text) if text.isascii() and text.isdecimal() else abort(400)


@pages.get("/<int:preview_id>/corrected")
def corrected(preview_id: int) -> ResponseReturnValue:
    """Hand out the employer's file with the findings marked in it."""
    return as_file(*previews.corrected(db.session(), current_actor(), preview_id))


@pages.route("/<int:preview_id>/discard", methods=["GET", "POST"])
def discard(preview_id: int) -> ResponseReturnValue:
    """Forget a file, after asking."""
    shown = previews.preview(db.session(), current_actor(), preview_id)
    if request.method == "GET":
        return render_template("jobs/discard.html", preview=shown)
    previews.discard(db.session(), current_actor(), preview_id)
    flash(f"{shown.filename} is discarded.")
    if shown.case_id is not None:
        return redirect(url_for("jobs.of_case", case_id=shown.case_id), 303)
    return redirect(url_for("jobs.index"), 303)
