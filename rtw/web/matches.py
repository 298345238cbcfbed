"""The match step of a case: demand against capacity, and the therapist's own verdicts."""

from collections.abc import Mapping

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from job_profiles.kinds import DemandKind
from job_profiles.problem import Problem
from rtw.domain.case_progress import Step
from rtw.domain.hands import Side
from rtw.domain.verdicts import Verdict
from rtw.services import drafts, matches
from rtw.services.case_record import CaseRecord, case_record
from rtw.services.employer_answers import keep_answers
from rtw.services.match_panels import needed_panel, perceived_panel, verdict_panel
from rtw.services.matches import CaseMatch, GapPlace
from rtw.web.actor import current_actor
from rtw.web.case_frame import render_case
from rtw.web.clock import today
from rtw.web.database import db
from rtw.web.match_answers import asked_questions, read_answers, refused_by_field
from rtw.web.match_chart import match_chart
from rtw.web.match_page import match_page

pages = Blueprint("matches", __name__, url_prefix="/cases/<int:case_id>/match")


@pages.get("")
def of_case(case_id: int) -> ResponseReturnValue:
    """Show the match as of today."""
    record = case_record(db.session(), current_actor(), case_id)
    found = matches.case_match(record, today())
    if found is None:
        return render_case("matches/no_job.html", case_id, Step.MATCH)
    return _page(case_id, record, found, _kept_answers(case_id))


def _page(
    case_id: int,
    record: CaseRecord,
    found: CaseMatch,
    texts: Mapping[str, str],
    wrong: Mapping[str, str] | None = None,
) -> str:
    page = match_page(found)
    return render_case(
        "matches/index.html",
        case_id,
        Step.MATCH,
        page=page,
        record=record,
        chart=match_chart(page),
        whole=(verdict_panel(), needed_panel(record), perceived_panel(record)),
        questions=asked_questions(found, texts, wrong),
        wrong=wrong or {},
        draft_key=_draft_key(case_id),
    )


def _draft_key(case_id: int) -> str:
    return f"match-answers-{case_id}"


def _kept_answers(case_id: int) -> Mapping[str, str]:
    """Return what was typed of the employer's answers and not sent."""
    draft = drafts.saved_draft(db.session(), current_actor(), _draft_key(case_id))
    return draft.data if draft else {}


@pages.post("/answers")
def answer(case_id: int) -> ResponseReturnValue:
    """Keep what the employer answered as the next version of the job."""
    record, found = _matched(case_id)
    answers, wrong = read_answers(found, request.form)
    kept = () if wrong else keep_answers(db.session(), current_actor(), record, answers, today())
    if isinstance(kept, tuple):
        wrong |= refused_by_field(found, kept)
        shown = wrong or {"": "Nothing was filled in. Write at least one figure."}
        return _page(case_id, record, found, request.form, shown), 422
    drafts.discard_draft(db.session(), current_actor(), _draft_key(case_id))
    flash(f"Version {kept.number} of the job holds what the employer answered, marked as stated.")
    return redirect(url_for("matches.of_case", case_id=case_id, _anchor="questions"), 303)


@pages.get("/override")
def override(case_id: int) -> ResponseReturnValue:
    """Ask for the therapist's own verdict on one demand of one hand: in place, or on a page of its own."""
    _, found = _matched(case_id)
    return _form(case_id, found, _place(), None)


@pages.post("/override")
def keep_override(case_id: int) -> ResponseReturnValue:
    """Keep the therapist's own verdict with its reason."""
    record, found = _matched(case_id)
    place, reason = _place(), request.form.get("reason", "")
    found.gap(place) or abort(404)
    problem = matches.override_gap(db.session(), current_actor(), record, place, _verdict(), reason, today())
    if problem is not None:
        return _form(case_id, found, place, problem), 422
    flash("Your verdict stands, with its reason. The computed one is kept beside it.")
    return redirect(_back(case_id, found, place), 303)


def _form(case_id: int, found: CaseMatch, place: GapPlace, problem: Problem | None) -> str:
    gap = found.gap(place) or abort(404)
    context = {"gap": gap, "place": place, "problem": problem, "verdicts": tuple(Verdict)}
    if request.headers.get("HX-Request"):
        return render_template("matches/override_form.html", case_id=case_id, **context)
    return render_case("matches/override.html", case_id, Step.MATCH, **context)


@pages.post("/override/<int:override_id>/withdraw")
def withdraw(case_id: int, override_id: int) -> ResponseReturnValue:
    """Take the therapist's own verdict back."""
    record = case_record(db.session(), current_actor(), case_id)
    matches.withdraw_override(db.session(), current_actor(), record, override_id, today())
    flash("Your verdict is withdrawn; the computed one counts again. It can be entered anew at any time.")
    return redirect(url_for("matches.of_case", case_id=case_id), 303)


def _matched(case_id: int) -> tuple[CaseRecord, CaseMatch]:
    record = case_record(db.session(), current_actor(), case_id)
    return record, matches.case_match(record, today()) or abort(404)


def _place() -> GapPlace:
    """Read which gap is meant; an address nobody was given does not exist."""
    sent = request.values
    try:
        return GapPlace(sent["task"], int(sent["index"]), DemandKind(sent["kind"]), Side(sent["side"]))
    except (KeyError, ValueError):
        abort(404)


def _verdict() -> Verdict:
    try:
        return Verdict(request.form["verdict"])
    except ValueError:
        abort(400)


def _back(case_id: int, found: CaseMatch, place: GapPlace) -> str:
    names = [task.task.name for task in found.as_it_stands.tasks]
    anchor = f"gap-{names.index(place.task)}-{place.index}-{place.side.value}"
    return url_for("matches.of_case", case_id=case_id, _anchor=anchor)
