"""Plans: seen, put in words, signed and thrown away."""

from flask import flash, g, redirect, request, url_for
from flask.typing import ResponseReturnValue

from rtw.domain.case_progress import Step
from rtw.services import drafts
from rtw.services.plans import acts, sign
from rtw.services.plans.before_signing import warnings_of
from rtw.services.plans.ground import load_ground
from rtw.services.plans.versions import signed_version
from rtw.web import plan_limits, plan_schedule
from rtw.web.actor import current_actor
from rtw.web.case_frame import render_case
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.forms import form_with_draft, text
from rtw.web.plan_forms import SignForm, WordsForm, known_words
from rtw.web.plan_page import back_to_plan, pages, shown_plan, working_plan
from rtw.web.plan_panels import signed_panels, unsigned_panels
from rtw.web.plan_stale import status_of

PARTS = (plan_limits, plan_schedule)
"""Modules with more pages of plans: importing them puts these under `pages`."""


@pages.get("")
def of_case(case_id: int) -> ResponseReturnValue:
    """Show the plan in the making."""
    return shown_plan(case_id, request.args.get("week", type=int))


@pages.route("/words", methods=["GET", "POST"])
def words(case_id: int) -> ResponseReturnValue:
    """Write what goes with the plan: the range of full duty, a note, a reason."""
    ground = load_ground(db.session(), current_actor(), case_id, today())
    key = f"plan-words-{case_id}"
    form = form_with_draft(WordsForm, key, **known_words(ground.plan))
    if form.validate_on_submit() and g.plan_changed is None:
        acts.keep_words(db.session(), current_actor(), case_id, form.words(), today())
        drafts.discard_draft(db.session(), current_actor(), key)
        return back_to_plan(case_id)
    context = {"form": form, "draft_key": key, "ground": ground}
    return render_case("plans/words.html", case_id, Step.PLAN, **context), status_of(form.errors)


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
    shown = working_plan(case_id)
    problems = sign.why_not_signed(shown, today())
    context = {"page": shown, "form": form, "problems": problems, "panels": unsigned_panels(shown)}
    context["warnings"] = warnings_of(shown)
    answer = render_case("plans/sign.html", case_id, Step.PLAN, **context)
    return answer, status_of(form.errors)


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
        return back_to_plan(case_id)
    ground = load_ground(db.session(), current_actor(), case_id, today())
    return render_case("plans/throw_away.html", case_id, Step.PLAN, ground=ground)
