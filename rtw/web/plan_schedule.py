"""What the schedule of a plan holds: computed, written by hand, with or without a change at work."""

from flask import g, request
from flask.typing import ResponseReturnValue

from rtw.services.permission import NotFoundError
from rtw.services.plans import acts, switches
from rtw.services.plans.ground import load_ground
from rtw.services.plans.page import plan_page
from rtw.web.actor import current_actor
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.plan_grid import typed_hours
from rtw.web.plan_hours import typed_task_hours
from rtw.web.plan_page import back_to_plan, pages, shown_plan
from rtw.web.plan_stale import status_of


@pages.post("/hours")
def hours(case_id: int) -> ResponseReturnValue:
    """Keep how many hours a day each task takes, where the sheet does not say or says too much."""
    ground = load_ground(db.session(), current_actor(), case_id, today())
    typed = typed_task_hours(request.form, ground.findings.profile)
    if typed.errors or g.plan_changed is not None:
        return shown_plan(case_id, None, task_hours=typed), status_of(typed.errors)
    acts.keep_task_hours(db.session(), current_actor(), case_id, typed.hours, today())
    return back_to_plan(case_id)


@pages.post("/compute")
def compute(case_id: int) -> ResponseReturnValue:
    """Find the best schedule within the limits."""
    acts.compute(db.session(), current_actor(), case_id, today())
    return back_to_plan(case_id)


@pages.post("/blank")
def blank(case_id: int) -> ResponseReturnValue:
    """Begin a schedule by hand."""
    acts.begin_blank(db.session(), current_actor(), case_id, today())
    return back_to_plan(case_id, 1)


@pages.post("/again")
def again(case_id: int) -> ResponseReturnValue:
    """Begin from the newest signed plan."""
    acts.begin_again(db.session(), current_actor(), case_id, today())
    return back_to_plan(case_id)


@pages.post("/week/<int:week>")
def edit_week(case_id: int, week: int) -> ResponseReturnValue:
    """Change the hours of one week."""
    ground = load_ground(db.session(), current_actor(), case_id, today())
    if not 1 <= week <= ground.brief.weeks:
        raise NotFoundError(f"week {week}")
    typed = typed_hours(request.form, ground.brief)
    if typed.errors or g.plan_changed is not None:
        return shown_plan(case_id, week, typed), status_of(typed.errors)
    acts.edit_week(db.session(), current_actor(), case_id, week, typed.cells, today())
    return back_to_plan(case_id, week)


@pages.post("/week/<int:week>/copy")
def copy_week(case_id: int, week: int) -> ResponseReturnValue:
    """Repeat a week in the weeks after it."""
    ground = load_ground(db.session(), current_actor(), case_id, today())
    through = request.form.get("through", ground.brief.weeks, int)
    if not 1 <= week < through <= ground.brief.weeks:
        raise NotFoundError(f"weeks {week} to {through}")
    acts.copy_forward(db.session(), current_actor(), case_id, week, through, today())
    return back_to_plan(case_id, week)


@pages.post("/undo")
def undo(case_id: int) -> ResponseReturnValue:
    """Take the last step back."""
    acts.undo(db.session(), current_actor(), case_id, today())
    return back_to_plan(case_id, request.form.get("week", type=int))


@pages.post("/redo")
def redo(case_id: int) -> ResponseReturnValue:
    """Make the step that was taken back once more."""
    acts.redo(db.session(), current_actor(), case_id, today())
    return back_to_plan(case_id, request.form.get("week", type=int))


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
    return back_to_plan(case_id)
