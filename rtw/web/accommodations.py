"""Accommodations: the catalogue, and what a case makes of it."""

from collections.abc import Iterable
from urllib.parse import urlencode

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from job_profiles.kinds import DemandKind
from job_profiles.problem import Problem
from rtw.domain.accommodation.compare import MOST_OPTIONS
from rtw.domain.accommodation.kinds import Category, Circumstance, CostBand, Evidence, Setting
from rtw.domain.accommodation.wording import effect_words, name_in_sentence
from rtw.domain.case_progress import Step
from rtw.services import drafts
from rtw.services.accommodations import catalogue, choosing
from rtw.services.accommodations.catalogue_panels import advice_panel, entry_panel, names_panel
from rtw.services.accommodations.page import CasePage, case_page, choice_page
from rtw.services.accommodations.standing import case_standing
from rtw.services.accommodations.trying import asked_figures, comparing, figure_problems
from rtw.services.accommodations.worths import known_worths
from rtw.services.permission import NotFoundError
from rtw.services.plans.worth_panel import cost_panel
from rtw.web.accommodation_forms import PlaceForm, choice_form, figure_name, tried, wanted
from rtw.web.accommodation_panels import case_panels, choice_panels, compare_panels
from rtw.web.actor import current_actor
from rtw.web.case_frame import render_case
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.drafts import keep_refused
from rtw.web.paging import page_of

pages = Blueprint("accommodations", __name__)
pages.add_app_template_filter(effect_words, "effect_words")
pages.add_app_template_filter(asked_figures, "asked_figures")
pages.add_app_template_filter(name_in_sentence, "in_sentence")

OF_CASE = "/cases/<int:case_id>/accommodations"
_FILTERS = {"kind": DemandKind, "category": Category, "cost": CostBand, "evidence": Evidence}


@pages.get("/accommodations")
def index() -> ResponseReturnValue:
    """Search the catalogue; with `case` the way back into that case stays open."""
    sought = wanted()
    found = catalogue.find(current_actor(), sought)
    page = page_of(found.offered, request.args.get("page", 1, type=int))
    return render_template(
        "accommodations/index.html",
        wanted=sought,
        found=found,
        page=page,
        cost=cost_panel(),
        sizes=names_panel(page.rows),
        filters=_FILTERS,
        case=_case(),
    )


@pages.get("/accommodations/<accommodation_id>")
def entry(accommodation_id: str) -> ResponseReturnValue:
    """Show one accommodation with everything that is known of it."""
    found = catalogue.entry_page(current_actor(), accommodation_id)
    panel = entry_panel(found.entry)
    return render_template("accommodations/entry.html", found=found, panel=panel, case=_case())


@pages.get("/accommodations/not-recommended/<advice_id>")
def advice(advice_id: str) -> ResponseReturnValue:
    """Say why something is not recommended, and what to look at instead."""
    found = catalogue.advice_page(current_actor(), advice_id)
    panel = advice_panel(found.advice, found.instead)
    return render_template("accommodations/advice.html", found=found, panel=panel, case=_case())


@pages.get(OF_CASE)
def of_case(case_id: int) -> ResponseReturnValue:
    """Show what was chosen, what would help, and what the ticked ones would change."""
    ticked, unread = tried()
    return _render_case_page(
        case_id, case_page(db.session(), current_actor(), case_id, today(), ticked), unread
    )


@pages.post(OF_CASE)
def choose(case_id: int) -> ResponseReturnValue:
    """Choose everything that is ticked."""
    ticked, unread = tried()
    _, standing = case_standing(db.session(), current_actor(), case_id, today())
    if standing is None or not ticked:
        flash("Nothing was ticked.")
        return redirect(url_for(".of_case", case_id=case_id), 303)
    wrong = unread or _words(choosing.choose_tried(db.session(), current_actor(), standing, ticked, today()))
    if wrong:
        page = case_page(db.session(), current_actor(), case_id, today(), ticked)
        return _render_case_page(case_id, page, wrong), 422
    flash(f"Chosen: {', '.join(catalogue.entry_of(one.accommodation_id).name for one in ticked)}.")
    return redirect(url_for(".of_case", case_id=case_id), 303)


@pages.post(f"{OF_CASE}/changes")
def changes(case_id: int) -> ResponseReturnValue:
    """Say which verdicts change with what is ticked: at once, or on the page anew without scripts."""
    if "HX-Request" not in request.headers:
        return redirect(f"{url_for('.of_case', case_id=case_id)}?{_as_typed()}#changes", 303)
    ticked, unread = tried()
    page = case_page(db.session(), current_actor(), case_id, today(), ticked)
    wrong = (*unread, *_out_of_bounds())
    return render_template("accommodations/changes.html", help=page.help, wrong=wrong)


@pages.post(f"{OF_CASE}/place")
def place(case_id: int) -> ResponseReturnValue:
    """Keep what is particular about place and person."""
    form = PlaceForm()
    if form.validate_on_submit():
        settings, circumstances = form.chosen_settings(), form.chosen_circumstances()
        choosing.change_place(db.session(), current_actor(), case_id, settings, circumstances)
    return redirect(url_for(".of_case", case_id=case_id, _anchor="suggestions"), 303)


@pages.get(f"{OF_CASE}/compare/<key>")
def compare(case_id: int, key: str) -> ResponseReturnValue:
    """Set up to three options for one gap side by side."""
    _, standing = case_standing(db.session(), current_actor(), case_id, today())
    if standing is None:
        raise NotFoundError(f"gap {key}")
    wished, unread = tried("option")
    found = comparing(standing, key, wished[:MOST_OPTIONS])
    too_many = f"At most {MOST_OPTIONS} can be compared. Leave out some; the first {MOST_OPTIONS} are shown."
    wrong = (*unread, *_out_of_bounds("option"), *((too_many,) if len(wished) > MOST_OPTIONS else ()))
    worths = known_worths(db.session(), standing.record, today())
    words = {"found": found, "wrong": wrong, "most": MOST_OPTIONS, "typed": request.args, "worths": worths}
    panels = compare_panels(found, standing, worths)
    context = words | {"panels": panels, "figure_name": figure_name}
    page = render_case("accommodations/compare.html", case_id, Step.MATCH, **context)
    return page, 422 if wrong else 200


@pages.route(f"{OF_CASE}/<accommodation_id>", methods=["GET", "POST"])
def edit(case_id: int, accommodation_id: str) -> ResponseReturnValue:
    """Decide about one accommodation: tasks, figures, owner, date, status, words."""
    found = choice_page(db.session(), current_actor(), case_id, accommodation_id, today())
    key = f"accommodation-{case_id}-{accommodation_id}"
    form = choice_form(found, key)
    if form.validate_on_submit() and not form.asks_about_due(found.choice.due, today()):
        form.place_all(
            choosing.choose(db.session(), current_actor(), case_id, accommodation_id, form.choice(), today())
        )
    if form.is_submitted() and not form.errors:
        drafts.discard_draft(db.session(), current_actor(), key)
        flash(f"Kept: {found.entry.name}.")
        return redirect(url_for(".of_case", case_id=case_id), 303)
    if form.errors:
        keep_refused(key)
    context = {"found": found, "form": form, "draft_key": key, "panels": choice_panels(found)}
    page = render_case("accommodations/edit.html", case_id, Step.MATCH, **context)
    return page, 422 if form.errors else 200


@pages.post(f"{OF_CASE}/<accommodation_id>/take-out")
def take_out(case_id: int, accommodation_id: str) -> ResponseReturnValue:
    """Take an accommodation out; the page then offers to put it back."""
    choosing.take_out(db.session(), current_actor(), case_id, accommodation_id)
    return redirect(url_for(".of_case", case_id=case_id, taken_out=accommodation_id), 303)


@pages.post(f"{OF_CASE}/<accommodation_id>/put-back")
def put_back(case_id: int, accommodation_id: str) -> ResponseReturnValue:
    """Undo taking it out."""
    choosing.put_back(db.session(), current_actor(), case_id, accommodation_id)
    flash("It is back, as it was.")
    return redirect(url_for(".of_case", case_id=case_id), 303)


def _render_case_page(case_id: int, page: CasePage, wrong: Iterable[str]) -> str:
    form = PlaceForm(
        formdata=None, settings=list(page.record.settings), circumstances=list(page.record.circumstances)
    )
    taken_out = request.args.get("taken_out", "")
    return render_case(
        "accommodations/of_case.html",
        case_id,
        Step.MATCH,
        page=page,
        panels=case_panels(page),
        place_form=form,
        place_values={"settings": Setting, "circumstances": Circumstance},
        ticked=request.values.getlist("try"),
        typed=request.values,
        figure_name=figure_name,
        wrong=tuple(dict.fromkeys((*wrong, *_out_of_bounds()))),
        taken_out=catalogue.entry_of(taken_out) if taken_out else None,
    )


def _out_of_bounds(field: str = "try") -> tuple[str, ...]:
    ticked, _ = tried(field)
    entries = ((catalogue.entry_of(one.accommodation_id), one.given) for one in ticked)
    return _words(problem for entry, given in entries for problem in figure_problems(entry, given))


def _words(problems: Iterable[Problem]) -> tuple[str, ...]:
    return tuple(f"{problem.message} {problem.advice}" for problem in problems)


def _as_typed() -> str:
    """Write what was ticked and typed into an address; empty fields and the token stay out."""
    pairs = [(name, value) for name, value in request.form.items(multi=True) if value]
    return urlencode([pair for pair in pairs if pair[0] != "csrf_token"])


def _case() -> int | None:
    """Return the case somebody looks for help for, if she came from one."""
    return request.args.get("case", type=int)
