"""A demand sheet written in the browser: from a template, from scratch, or as the next version of a job."""

from secrets import token_hex
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.questions import schemes
from rtw.services.cases import case_header
from rtw.services.jobs import writing
from rtw.services.jobs.catalogue import job_versions, version_content
from rtw.services.jobs.sheet import MAX_ROWS, JobSheet, sheet_from_data
from rtw.services.jobs.sheet_cells import UNITS_OFFERED, CellProblem
from rtw.services.jobs.sheet_from_profile import KEPT_SCALE, sheet_of
from rtw.services.jobs.sheet_profile import SheetReading
from rtw.services.jobs.template_jobs import template_jobs, template_sheet
from rtw.services.jobs.writing import Overtaken, Seen, Target, Written
from rtw.services.jobs.writing_panel import writing_panel
from rtw.store.jobs import JobVersion
from rtw.web.actor import current_actor
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.job_forms import EmployerChoice
from rtw.web.jobs import in_frame
from rtw.web.wording import moment

pages = Blueprint("jobs_editor", __name__, url_prefix="/jobs")

COLUMNS = {
    "task": "Task",
    "essential": "Essential",
    "task_hours": "Task hours",
    "kind": "Demand",
    "hand": "Hand",
    "amount": "Amount",
    "unit": "Unit",
    "hours": "Hours a day",
    "rate": "Times a minute",
    "seconds": "Seconds each",
    "letter": "Letter",
    "tool": "Tool",
    "quality": "How known",
    "bout": "Minutes at a stretch",
}
_SAVES = {"save", "save-anyway"}
_LISTS = {
    "essential": (("yes", "Yes"), ("no", "No")),
    "kind": tuple((kind.value, kind.label) for kind in DemandKind),
    "hand": tuple((hand.value, hand.label) for hand in Hand),
    "unit": tuple((unit, unit) for unit in UNITS_OFFERED),
    "letter": tuple((letter, letter) for letter in "NSROFVC"),
    "quality": tuple((quality.value, quality.label) for quality in Quality),
}


@pages.get("/write")
def choose() -> ResponseReturnValue:
    """Choose a template job to begin with."""
    return render_template(
        "jobs/choose.html", templates=template_jobs(), case_id=request.args.get("case", None, int)
    )


@pages.route("/write/<template_id>", methods=["GET", "POST"])
def write(template_id: str) -> ResponseReturnValue:
    """Write a new job, beginning with a template."""
    case_id = request.args.get("case", None, int)
    begin = template_sheet(template_id)
    key = f"job-sheet:{template_id}:{case_id or 'new'}"
    if case_id is not None:
        case = case_header(db.session(), current_actor(), case_id, today()).case
        return _sheet_page(key, begin, Target(case.employer_id, case_id=case_id), case.employer_name)
    return _sheet_page(key, begin, Target(), None)


@pages.route("/<int:job_id>/versions/<int:number>/edit", methods=["GET", "POST"])
def edit(job_id: int, number: int) -> ResponseReturnValue:
    """Change a job; what is saved is its next version."""
    job = job_versions(db.session(), current_actor(), job_id).job
    begin = sheet_of(version_content(db.session(), current_actor(), job_id, number).profile)
    if len(begin.rows) > MAX_ROWS:
        return render_template(
            "jobs/too_long.html", job=job, number=number, rows=len(begin.rows), most=MAX_ROWS
        )
    case_id = request.args.get("case", None, int)
    target = Target(job.employer_id, job_id, number, case_id)
    key = f"job-sheet:{job_id}:{number}:{case_id or 'no-case'}"
    return _sheet_page(key, begin, target, job.employer_name or "")


def _sheet_page(key: str, begin: JobSheet, target: Target, employer: str | None) -> ResponseReturnValue:
    """Show the sheet, do one thing to it, or save it. `employer` None: it is asked for."""
    act = request.form.get("do", "keep")
    if request.method == "GET":
        shown = writing.written(db.session(), current_actor(), key, begin)
        return _page(key, shown, target, employer, _employer_form(shown, employer))
    other = writing.other_window(db.session(), current_actor(), key, _sent())
    if other is not None:
        flash(
            f"This sheet was changed in another window of yours, {moment(other)}. What stood in this window "
            "is kept below; “Undo” brings back the other."
        )
    if act in _SAVES and other is None:
        return _save(key, target, employer, all_the_same=act == "save-anyway")
    writing.change(db.session(), current_actor(), key, _sent(), "keep" if act in _SAVES else act)
    return redirect(_here(act), 303)


def _sent() -> dict[str, Any]:
    """Return the form as the draft keeps it: one list per column."""
    skipped = {"csrf_token", "do"}
    return {
        name: values if len(values) > 1 else values[0]
        for name, values in request.form.lists()
        if name not in skipped
    }


def _here(act: str) -> str:
    """Return this page, at the row where the work goes on."""
    what, _, where = act.partition("-")
    at = str(int(where) + 1) if what == "add" and where.lstrip("-").isdecimal() else where
    arguments = {
        **(request.view_args or {}),
        **({"case": request.args["case"]} if "case" in request.args else {}),
    }
    focus = {"add": at, "above": at}.get(what, "undo" if what == "remove" else None)
    return url_for(request.endpoint or "", at=focus, **arguments)


def _employer_form(shown: Written, employer: str | None) -> EmployerChoice | None:
    if employer is not None:
        return None
    chosen, name = shown.employer
    form = EmployerChoice(formdata=MultiDict({"employer_id": chosen or "0", "employer_name": name}))
    form.offer_employers(current_actor())
    return form


def _save(key: str, target: Target, employer: str | None, *, all_the_same: bool) -> ResponseReturnValue:
    sheet = sheet_from_data(_sent())
    shown = Written(sheet, undo=0, is_draft=False, pasted=request.form.get("pasted", ""))
    form = None
    if employer is None:
        form = EmployerChoice()
        form.offer_employers(current_actor())
        if not form.validate_on_submit():
            _keep(key)
            return _page(key, shown, target, employer, form), 422
        target = Target(form.chosen_employer(current_actor()), case_id=target.case_id)
    seen = Seen(request.form.get("newest", None, int), all_the_same)
    made = writing.save(db.session(), current_actor(), key, sheet, target, today(), seen)
    if isinstance(made, SheetReading | Overtaken):
        _keep(key)
        return _page(key, shown, target, employer, form, made), 422
    flash(f"Version {made.number} is saved. Every row you wrote or changed counts as stated.")
    return redirect(_after(made, target), 303)


def _keep(key: str) -> None:
    """Keep what was typed although it was not saved: the page of a refusal is rolled back."""
    db.session.rollback()
    writing.change(db.session(), current_actor(), key, _sent(), "keep")
    db.session.commit()


def _after(made: JobVersion, target: Target) -> str:
    if target.case_id is not None:
        return url_for("jobs.of_case", case_id=target.case_id)
    return url_for("jobs.version", job_id=made.job_profile_id, number=made.number)


def _page(
    key: str,
    shown: Written,
    target: Target,
    employer: str | None,
    form: EmployerChoice | None,
    result: SheetReading | Overtaken | None = None,
) -> str:
    return in_frame(
        "jobs/sheet.html",
        target.case_id,
        key=key,
        shown=shown,
        sheet=shown.sheet,
        target=target,
        employer=employer,
        form=form,
        newest=_newest(target),
        page=token_hex(4),
        panel=writing_panel(shown.sheet, target.from_number),
        at=request.args.get("at", ""),
        **_offered(target),
        **_told(result),
    )


def _offered(target: Target) -> dict[str, Any]:
    """Return the columns of the sheet, and what may be chosen in them and above them."""
    kept = [(KEPT_SCALE, "as in the version before")] if target.job_id else []
    scales = [*kept, *((name, label) for name, (label, _) in schemes().items())]
    return {"columns": COLUMNS, "lists": _LISTS, "scales": scales}


def _told(result: SheetReading | Overtaken | None) -> dict[str, Any]:
    """Return what stands in the way of saving, in all and cell by cell."""
    problems = result.problems if isinstance(result, SheetReading) else ()
    return {
        "blocking": [found for found in problems if found.blocks],
        "questions": result.asked if isinstance(result, SheetReading) and not result.blocks else (),
        "overtaken": result if isinstance(result, Overtaken) else None,
        "told": {(each.row, each.column): each.problem for each in (*_blank(result), *reversed(problems))},
    }


def _newest(target: Target) -> int | None:
    """Return the newest version of the job: what is saved later was saved by somebody else meanwhile."""
    if target.job_id is None:
        return None
    return job_versions(db.session(), current_actor(), target.job_id).newest.number


def _blank(result: SheetReading | Overtaken | None) -> tuple[CellProblem, ...]:
    """Return the cells that are asked for; what is wrong in a cell stands before what is asked of it."""
    return result.left_blank if isinstance(result, SheetReading) else ()
