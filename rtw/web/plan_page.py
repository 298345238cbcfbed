"""The start page of a plan, where every act on it leads back to."""

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from rtw.domain.case_progress import Step
from rtw.domain.plan import Restriction
from rtw.domain.schedule.values import Schedule, Week
from rtw.domain.schedule.wording import week_in_words
from rtw.services.citations import citations
from rtw.services.plans.ground import NotPlannableError
from rtw.services.plans.limit_panels import sent_words
from rtw.services.plans.page import PlanPage, plan_page
from rtw.web.actor import current_actor
from rtw.web.case_frame import render_case
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.plan_chart import dose_chart
from rtw.web.plan_grid import Typed, grid
from rtw.web.plan_hours import TypedTaskHours, hour_fields
from rtw.web.plan_panels import plan_panels

pages = Blueprint("plans", __name__, url_prefix="/cases/<int:case_id>/plan")
"""All pages of plans; the modules that `rtw.web.plans` names add theirs."""


@pages.app_template_filter("said")
def _said(schedule: Schedule, week: Week) -> str:
    """Say a week as a supervisor would."""
    return week_in_words(schedule, week)


@pages.app_template_filter("sent")
def _sent(restriction: Restriction) -> str | None:
    """Say how the employer reads a restriction, where that is stricter than it stands."""
    return sent_words(restriction)


@pages.errorhandler(NotPlannableError)
def _not_plannable(_error: NotPlannableError) -> ResponseReturnValue:
    """Send her to the page that says what a plan waits for."""
    case_id = (request.view_args or {}).get("case_id")
    return redirect(url_for("plans.of_case", case_id=case_id), 303)


def shown_plan(
    case_id: int, week: int | None, typed: Typed | None = None, task_hours: TypedTaskHours | None = None
) -> str:
    """Show the plan with one week opened; `typed`, `task_hours`: what was sent and could not be taken."""
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


def back_to_plan(case_id: int, week: int | None = None) -> ResponseReturnValue:
    """Lead back to the plan after an act, to the week it was done in."""
    place = f"week-{week}" if week else None  # without scripts the page opens at the week, not at its top
    return redirect(url_for("plans.of_case", case_id=case_id, week=week, _anchor=place), 303)


def working_plan(case_id: int) -> PlanPage:
    """Return the plan in the making; NotPlannableError where there is none."""
    shown = plan_page(db.session(), current_actor(), case_id, today()).working
    if shown is None:
        raise NotPlannableError
    return shown
