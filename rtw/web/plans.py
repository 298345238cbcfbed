"""The page of a plan: settings, computing, the week grid, switches, restrictions, words, signature."""

from flask import Blueprint, flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm.exc import StaleDataError

from job_profiles.problem import Problem
from rtw.domain.case_progress import Step
from rtw.domain.schedule.values import Schedule, Week
from rtw.domain.schedule.wording import week_in_words
from rtw.services import drafts
from rtw.services.citations import citations
from rtw.services.permission import NotFoundError
from rtw.services.plans import acts, sign, switches
from rtw.services.plans.before_signing import warnings_of
from rtw.services.plans.ground import Ground, NotPlannableError, load_ground
from rtw.services.plans.page import PlanPage, plan_page
from rtw.services.plans.reassessed import why_not_opened
from rtw.services.plans.revision import changed_since, last_change
from rtw.services.plans.schedule_panels import usual_panel
from rtw.services.plans.versions import signed_version
from rtw.web.actor import current_actor
from rtw.web.case_frame import render_case
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.forms import form_with_draft, text
from rtw.web.plan_chart import dose_chart
from rtw.web.plan_forms import (
    SettingsForm,
    SignForm,
    WordsForm,
    known_settings,
    known_words,
    usual_settings,
    with_defaults_of,
)
from rtw.web.plan_grid import Typed, grid, typed_hours
from rtw.web.plan_hours import TypedTaskHours, hour_fields, typed_task_hours
from rtw.web.plan_panels import plan_panels, signed_panels, unsigned_panels
from rtw.web.restriction_rows import KINDS, UNITS, read_rows, row_of, typed_rows

pages = Blueprint("plans", __name__, url_prefix="/cases/<int:case_id>/plan")


@pages.app_template_filter("said")
def _said(schedule: Schedule, week: Week) -> str:
    """Say a week as a supervisor would."""
    return week_in_words(schedule, week)


@pages.errorhandler(NotPlannableError)
def _not_plannable(_error: NotPlannableError) -> ResponseReturnValue:
    """Send her to the page that says what a plan waits for."""
    case_id = (request.view_args or {}).get("case_id")
    return redirect(url_for("plans.of_case", case_id=case_id), 303)


_KEEPS_WHAT_WAS_TYPED = (
    "plans.settings",
    "plans.hours",
    "plans.edit_week",
    "plans.restrictions",
    "plans.words",
    "plans.sign_off",
)
"""Pages that show what was typed again, when the plan has changed since they were opened."""


@pages.before_request
def _refuse_what_is_stale() -> ResponseReturnValue | None:
    """Change nothing for a page that was opened before somebody else's last change, and say whose it was.

    What was typed stays on the page with the revision it was typed on (`g.plan_seen`), so that the next cell
    is refused too. `over` names the revision she chose to put hers in place of.
    """
    g.plan_changed, g.plan_seen = None, request.values.get("revision")
    case_id, seen = (request.view_args or {}).get("case_id", 0), request.values.get("over") or g.plan_seen
    if request.method == "POST" and seen is not None:
        g.plan_changed = changed_since(db.session(), current_actor(), case_id, seen)
    if g.plan_changed is None or request.endpoint in _KEEPS_WHAT_WAS_TYPED:
        return None
    return _page(case_id, request.form.get("week", type=int)), 409


@pages.errorhandler(StaleDataError)
def _at_the_same_moment(_error: StaleDataError) -> ResponseReturnValue:
    """Two saved at the same moment; the second is told."""
    db.session().rollback()
    case_id = (request.view_args or {})["case_id"]
    g.plan_changed = last_change(db.session(), case_id)
    return _page(case_id, request.form.get("week", type=int)), 409


def _wrong(errors: object) -> int:
    """Choose the status of a form that was not taken: changed by somebody else, wrong, or not sent yet."""
    if g.plan_changed is not None:
        return 409
    return 422 if errors else 200


@pages.get("")
def of_case(case_id: int) -> ResponseReturnValue:
    """Show the plan in the making."""
    return _page(case_id, request.args.get("week", type=int))


def _page(
    case_id: int, week: int | None, typed: Typed | None = None, task_hours: TypedTaskHours | None = None
) -> str:
    shown = plan_page(db.session(), current_actor(), case_id, today())
    working = shown.working
    return render_case(
        "plans/of_case.html",
        case_id,
        Step.PLAN,
        plans=shown,
        page=working,
        weeks=grid(working, week, typed) if working else (),
        open_week=week,
        typed=typed,
        task_hours=task_hours,
        hour_fields=hour_fields(working.ground, task_hours) if working else (),
        figure=dose_chart(working.uses) if working else None,
        panels=plan_panels(working) if working else None,
        cited=citations(),
    )


def _back(case_id: int, week: int | None = None) -> ResponseReturnValue:
    place = f"week-{week}" if week else None  # without scripts the page opens at the week, not at its top
    return redirect(url_for("plans.of_case", case_id=case_id, week=week, _anchor=place), 303)


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
        return _back(case_id)
    context = {"form": form, "ground": ground, "draft_key": key, "usual": usual_panel(), **usual_settings()}
    shown = render_case("plans/settings.html", case_id, Step.PLAN, **context)
    return shown, _wrong(form.errors)


@pages.post("/hours")
def hours(case_id: int) -> ResponseReturnValue:
    """Keep how many hours a day each task takes, where the sheet does not say or says too much."""
    ground = load_ground(db.session(), current_actor(), case_id, today())
    typed = typed_task_hours(request.form, ground.findings.profile)
    if typed.errors or g.plan_changed is not None:
        return _page(case_id, None, task_hours=typed), _wrong(typed.errors)
    acts.keep_task_hours(db.session(), current_actor(), case_id, typed.hours, today())
    return _back(case_id)


@pages.post("/compute")
def compute(case_id: int) -> ResponseReturnValue:
    """Find the best schedule within the limits."""
    acts.compute(db.session(), current_actor(), case_id, today())
    return _back(case_id)


@pages.post("/blank")
def blank(case_id: int) -> ResponseReturnValue:
    """Begin a schedule by hand."""
    acts.begin_blank(db.session(), current_actor(), case_id, today())
    return _back(case_id, 1)


@pages.post("/again")
def again(case_id: int) -> ResponseReturnValue:
    """Begin from the newest signed plan."""
    acts.begin_again(db.session(), current_actor(), case_id, today())
    return _back(case_id)


@pages.post("/week/<int:week>")
def edit_week(case_id: int, week: int) -> ResponseReturnValue:
    """Change the hours of one week."""
    ground = load_ground(db.session(), current_actor(), case_id, today())
    if not 1 <= week <= ground.brief.weeks:
        raise NotFoundError(f"week {week}")
    typed = typed_hours(request.form, ground.brief)
    if typed.errors or g.plan_changed is not None:
        return _page(case_id, week, typed), _wrong(typed.errors)
    acts.edit_week(db.session(), current_actor(), case_id, week, typed.cells, today())
    return _back(case_id, week)


@pages.post("/week/<int:week>/copy")
def copy_week(case_id: int, week: int) -> ResponseReturnValue:
    """Repeat a week in the weeks after it."""
    ground = load_ground(db.session(), current_actor(), case_id, today())
    through = request.form.get("through", ground.brief.weeks, int)
    if not 1 <= week < through <= ground.brief.weeks:
        raise NotFoundError(f"weeks {week} to {through}")
    acts.copy_forward(db.session(), current_actor(), case_id, week, through, today())
    return _back(case_id, week)


@pages.post("/undo")
def undo(case_id: int) -> ResponseReturnValue:
    """Take the last step back."""
    acts.undo(db.session(), current_actor(), case_id, today())
    return _back(case_id, request.form.get("week", type=int))


@pages.post("/redo")
def redo(case_id: int) -> ResponseReturnValue:
    """Make the step that was taken back once more."""
    acts.redo(db.session(), current_actor(), case_id, today())
    return _back(case_id, request.form.get("week", type=int))


@pages.post("/switch/<accommodation_id>")
def switch(case_id: int, accommodation_id: str) -> ResponseReturnValue:
    """Switch an accommodation on or off, and compute anew where a computed schedule stood."""
    session, actor = db.session(), current_actor()
    shown = plan_page(session, actor, case_id, today()).working
    if request.form.get("to") == "on":
        switches.switch_on(session, actor, case_id, accommodation_id, today())
    else:
        switches.switch_off(session, actor, case_id, accommodation_id)
    if shown is not None and shown.is_computed:
        acts.compute(session, actor, case_id, today())
    return _back(case_id)


@pages.route("/gates", methods=["GET", "POST"])
def gates(case_id: int) -> ResponseReturnValue:
    """Open the gates of a task by signature, after asking, or shut them again."""
    session, task = db.session(), request.values.get("task", "")
    if request.method == "GET":
        ground = load_ground(session, current_actor(), case_id, today())
        return _opening(ground, task, why_not_opened(session, ground, task))
    if request.form.get("to") != "open":
        acts.close_gate(session, current_actor(), case_id, task, today())
        return _back(case_id)
    refused = acts.open_gate(session, current_actor(), case_id, task, today())
    if refused is None:
        return _back(case_id)
    return _opening(load_ground(session, current_actor(), case_id, today()), task, refused), 422


def _opening(ground: Ground, task: str, problem: Problem | None) -> str:
    context = {"ground": ground, "task": task, "problem": problem, "visit": ground.record.last_signed}
    return render_case("plans/open_task.html", ground.record.case_id, Step.PLAN, **context)


@pages.route("/restrictions", methods=["GET", "POST"])
def restrictions(case_id: int) -> ResponseReturnValue:
    """Change the restrictions an employer must keep to, or go back to those proposed."""
    shown = _working(case_id)
    ground = shown.ground
    rows = [row_of(index, each) for index, each in enumerate(shown.restrictions)]
    if request.method == "POST":
        typed = typed_rows(request.form, shown.restrictions)
        rows, found = read_rows(typed, shown.restrictions, ground.brief.start, ground.review_on)
        if not any(row.wrong for row in rows) and g.plan_changed is None:
            acts.keep_restrictions(db.session(), current_actor(), case_id, found, today())
            return _back(case_id)
    context = {"rows": rows, "units": UNITS, "page": shown, "kinds": KINDS}
    answer = render_case("plans/restrictions.html", case_id, Step.PLAN, **context)
    return answer, _wrong(request.method == "POST")


@pages.post("/restrictions/restore")
def restore_restrictions(case_id: int) -> ResponseReturnValue:
    """Go back to the restrictions that follow from the limits."""
    acts.keep_restrictions(db.session(), current_actor(), case_id, None, today())
    return redirect(url_for("plans.restrictions", case_id=case_id), 303)


def _working(case_id: int) -> PlanPage:
    shown = plan_page(db.session(), current_actor(), case_id, today()).working
    if shown is None:
        raise NotPlannableError
    return shown


@pages.route("/words", methods=["GET", "POST"])
def words(case_id: int) -> ResponseReturnValue:
    """Write what goes with the plan: the range of full duty, a note, a reason."""
    ground = load_ground(db.session(), current_actor(), case_id, today())
    key = f"plan-words-{case_id}"
    form = form_with_draft(WordsForm, key, **known_words(ground.plan))
    if form.validate_on_submit() and g.plan_changed is None:
        acts.keep_words(db.session(), current_actor(), case_id, form.words(), today())
        drafts.discard_draft(db.session(), current_actor(), key)
        return _back(case_id)
    context = {"form": form, "draft_key": key, "ground": ground}
    return render_case("plans/words.html", case_id, Step.PLAN, **context), _wrong(form.errors)


@pages.route("/sign", methods=["GET", "POST"])
def sign_off(case_id: int) -> ResponseReturnValue:
    """Look the plan through once more, and sign it."""
    form = SignForm()
    if form.validate_on_submit() and g.plan_changed is None:
        signed = sign.sign(db.session(), current_actor(), case_id, text(form.reason), today())
        if not isinstance(signed, tuple):
            flash(f"Plan {signed.number} is signed and will not change any more. Next: who may see it?")
            return redirect(url_for("releases.of_case", case_id=case_id), 303)
        for problem in signed:
            form.place(problem, "reason")
    shown = _working(case_id)
    problems = sign.why_not_signed(shown, today())
    context = {"page": shown, "form": form, "problems": problems, "panels": unsigned_panels(shown)}
    context["warnings"] = warnings_of(shown)
    answer = render_case("plans/sign.html", case_id, Step.PLAN, **context)
    return answer, _wrong(form.errors)


@pages.get("/versions/<int:number>")
def version(case_id: int, number: int) -> ResponseReturnValue:
    """Show a signed plan as it was signed."""
    shown = signed_version(db.session(), current_actor(), case_id, number)
    panels = signed_panels(shown)
    return render_case("plans/version.html", case_id, Step.PLAN, version=shown, panels=panels)


@pages.route("/throw-away", methods=["GET", "POST"])
def throw_away(case_id: int) -> ResponseReturnValue:
    """Throw the plan in the making away, after asking."""
    if request.method == "POST":
        acts.throw_away(db.session(), current_actor(), case_id)
        flash("The plan in the making is thrown away. Signed plans stay as they are.")
        return _back(case_id)
    ground = load_ground(db.session(), current_actor(), case_id, today())
    return render_case("plans/throw_away.html", case_id, Step.PLAN, ground=ground)
