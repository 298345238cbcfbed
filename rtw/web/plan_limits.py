"""What a plan has to keep to: its settings, the gates of its tasks, the employer's restrictions."""

from flask import g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from job_profiles.problem import Problem
from rtw.domain.case_progress import Step
from rtw.services import drafts
from rtw.services.plans import acts
from rtw.services.plans.ground import Ground, load_ground
from rtw.services.plans.reassessed import why_not_opened
from rtw.services.plans.schedule_panels import usual_panel
from rtw.web.actor import current_actor
from rtw.web.case_frame import render_case
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.forms import form_with_draft
from rtw.web.plan_forms import SettingsForm, known_settings, usual_settings, with_defaults_of
from rtw.web.plan_page import back_to_plan, pages, working_plan
from rtw.web.plan_stale import status_of
from rtw.web.restriction_rows import KINDS, UNITS, read_rows, row_of, typed_rows


@pages.route("/settings", methods=["GET", "POST"])
def settings(case_id: int) -> ResponseReturnValue:
    """Set what a schedule has to go by."""
    ground = load_ground(db.session(), current_actor(), case_id, today())
    key = f"plan-settings-{case_id}"
    known = known_settings(with_defaults_of(ground.plan, ground.settings))
    form = form_with_draft(SettingsForm, key, **known)
    if form.validate_on_submit() and g.plan_changed is None:
        acts.set_up(db.session(), current_actor(), case_id, form.setup(ground.settings), today())
        drafts.discard_draft(db.session(), current_actor(), key)
        if request.form.get("then") == "compute":
            acts.compute(db.session(), current_actor(), case_id, today())
        return back_to_plan(case_id)
    context = {"form": form, "ground": ground, "draft_key": key, "usual": usual_panel(), **usual_settings()}
    shown = render_case("plans/settings.html", case_id, Step.PLAN, **context)
    return shown, status_of(form.errors)


@pages.route("/gates", methods=["GET", "POST"])
def gates(case_id: int) -> ResponseReturnValue:
    """Open the gates of a task by signature, after asking, or shut them again."""
    session, task = db.session(), request.values.get("task", "")
    if request.method == "GET":
        ground = load_ground(session, current_actor(), case_id, today())
        return _opening(ground, task, why_not_opened(session, ground, task))
    if request.form.get("to") != "open":
        acts.close_gate(session, current_actor(), case_id, task, today())
        return back_to_plan(case_id)
    refused = acts.open_gate(session, current_actor(), case_id, task, today())
    if refused is None:
        return back_to_plan(case_id)
    return _opening(load_ground(session, current_actor(), case_id, today()), task, refused), 422


def _opening(ground: Ground, task: str, problem: Problem | None) -> str:
    context = {"ground": ground, "task": task, "problem": problem, "visit": ground.record.last_signed}
    return render_case("plans/open_task.html", ground.record.case_id, Step.PLAN, **context)


@pages.route("/restrictions", methods=["GET", "POST"])
def restrictions(case_id: int) -> ResponseReturnValue:
    """Change the restrictions an employer must keep to, or go back to those proposed."""
    shown = working_plan(case_id)
    ground = shown.ground
    rows = [row_of(index, each) for index, each in enumerate(shown.restrictions)]
    if request.method == "POST":
        typed = typed_rows(request.form, shown.restrictions)
        rows, found = read_rows(typed, shown.restrictions, ground.brief.start, ground.review_on)
        if not any(row.wrong for row in rows) and g.plan_changed is None:
            acts.keep_restrictions(db.session(), current_actor(), case_id, found, today())
            return back_to_plan(case_id)
    context = {"rows": rows, "units": UNITS, "page": shown, "kinds": KINDS}
    answer = render_case("plans/restrictions.html", case_id, Step.PLAN, **context)
    return answer, status_of(request.method == "POST")


@pages.post("/restrictions/restore")
def restore_restrictions(case_id: int) -> ResponseReturnValue:
    """Go back to the restrictions that follow from the limits."""
    acts.keep_restrictions(db.session(), current_actor(), case_id, None, today())
    return redirect(url_for("plans.restrictions", case_id=case_id), 303)
