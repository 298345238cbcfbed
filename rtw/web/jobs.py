"""The jobs of all employers: found, looked at, compared, attached to cases."""

from typing import Any

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from job_profiles.template_workbook import template_workbook
from rtw.domain.case_progress import Step
from rtw.services.jobs import catalogue, versions
from rtw.services.jobs.comparison import compare
from rtw.services.jobs.demand_panel import version_panel
from rtw.services.jobs.of_case import job_of_case
from rtw.services.jobs.waiting import waiting
from rtw.web.actor import current_actor
from rtw.web.case_frame import render_case
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.job_forms import EmployerChoice, FileForm
from rtw.web.job_words import WORDS
from rtw.web.paging import page_of

pages = Blueprint("jobs", __name__)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

for _name, _filter in WORDS.items():
    pages.add_app_template_filter(_filter, _name)


def as_file(data: bytes, name: str, mimetype: str = _XLSX) -> Response:
    """Hand out bytes as a file to keep; never shown in the browser, whatever they hold."""
    answer = Response(data, mimetype=mimetype)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    return answer


def in_frame(template: str, case_id: int | None, **context: Any) -> str:
    """Render a page of jobs under the banner of its case, where it was reached from one."""
    if case_id is None:
        return render_template(template, **context)
    return render_case(template, case_id, Step.JOB, **context)


@pages.get("/jobs")
def index() -> ResponseReturnValue:
    """List all jobs, and the files that wait to be confirmed."""
    search = request.args.get("q", "").strip()
    found = catalogue.jobs(db.session(), current_actor(), search)
    page = page_of(found, request.args.get("page", 1, int))
    waits = () if search else waiting(db.session(), current_actor())
    return render_template("jobs/index.html", page=page, search=search, waiting=waits)


@pages.get("/jobs/template.xlsx")
def blank_template() -> ResponseReturnValue:
    """Hand out the blank demand sheet."""
    return as_file(template_workbook(), "demand-sheet.xlsx")


@pages.get("/jobs/<int:job_id>")
def newest(job_id: int) -> ResponseReturnValue:
    """Show the newest version of a job."""
    job = catalogue.job_versions(db.session(), current_actor(), job_id)
    return redirect(url_for("jobs.version", job_id=job_id, number=job.newest.number), 302)


@pages.get("/jobs/<int:job_id>/versions/<int:number>")
def version(job_id: int, number: int) -> ResponseReturnValue:
    """Show one version of a job."""
    job = catalogue.job_versions(db.session(), current_actor(), job_id)
    content = catalogue.version_content(db.session(), current_actor(), job_id, number)
    shown = next(v for v in job.versions if v.number == number)
    panel = version_panel(content.profile, shown)
    return render_template("jobs/version.html", job=job, version=shown, content=content, panel=panel)


@pages.get("/jobs/<int:job_id>/versions/<int:number>/original")
def original(job_id: int, number: int) -> ResponseReturnValue:
    """Hand out the file a version was read from, byte for byte."""
    data, name = catalogue.original_file(db.session(), current_actor(), job_id, number)
    return as_file(data, name, "application/octet-stream")


@pages.get("/jobs/<int:job_id>/versions/<int:number>/corrected")
def corrected(job_id: int, number: int) -> ResponseReturnValue:
    """Hand out the employer's file with the findings marked in it."""
    return as_file(*catalogue.corrected_file(db.session(), current_actor(), job_id, number))


@pages.get("/jobs/<int:job_id>/compare")
def comparison(job_id: int) -> ResponseReturnValue:
    """Show what changed between two versions; without a choice, between the two newest."""
    job = catalogue.job_versions(db.session(), current_actor(), job_id)
    new = request.args.get("new", job.newest.number, int)
    old = request.args.get("old", max(1, new - 1), int)
    profiles = {
        n: catalogue.version_content(db.session(), current_actor(), job_id, n).profile for n in (old, new)
    }
    changes = compare(profiles[old], profiles[new])
    panels = {v.number: version_panel(profiles[v.number], v) for v in job.versions if v.number in profiles}
    return render_template("jobs/compare.html", job=job, old=old, new=new, changes=changes, panels=panels)


@pages.route("/jobs/<int:job_id>/versions/<int:number>/copy", methods=["GET", "POST"])
def copy(job_id: int, number: int) -> ResponseReturnValue:
    """Begin a job of another employer with what this version holds."""
    job = catalogue.job_versions(db.session(), current_actor(), job_id)
    form = EmployerChoice()
    form.offer_employers(current_actor())
    if form.validate_on_submit():
        employer_id = form.chosen_employer(current_actor())
        made = versions.copy_to_employer(db.session(), current_actor(), job_id, number, employer_id, today())
        flash("The job is copied. Change what is different there.")
        return redirect(url_for("jobs_editor.edit", job_id=made.job_profile_id, number=1), 303)
    return render_template("jobs/copy.html", form=form, job=job, number=number), 422 if form.errors else 200


@pages.get("/cases/<int:case_id>/job")
def of_case(case_id: int) -> ResponseReturnValue:
    """Show what the job of a case demands, or the ways to find out."""
    shown = job_of_case(db.session(), current_actor(), case_id)
    panel = version_panel(shown.content.profile, shown.version) if shown.content and shown.version else None
    return render_case("jobs/of_case.html", case_id, Step.JOB, shown=shown, panel=panel, form=FileForm())


@pages.post("/cases/<int:case_id>/job")
def attach(case_id: int) -> ResponseReturnValue:
    """Let the case work towards a version of a job."""
    job_id, number = request.form.get("job", 0, int), request.form.get("number", 0, int)
    versions.attach(db.session(), current_actor(), case_id, job_id, number)
    flash(f"The case works towards version {number} of this job now.")
    return redirect(url_for("jobs.of_case", case_id=case_id), 303)
