"""Accommodations of a case: what is suggested, what ticking changes, choosing and taking out again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from a_clinic import TODAY, new_case, new_user
from a_plannable_case import VISIT, make_plannable
from sqlalchemy import Engine, event, select
from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind
from rtw.domain.accommodation.kinds import Category, Circumstance, CostBand, Evidence, Setting
from rtw.domain.capacity import Wound
from rtw.domain.plan import AccommodationStatus, Owner
from rtw.domain.verdicts import Verdict
from rtw.knowledge.load import knowledge
from rtw.services.accommodations import catalogue, choosing
from rtw.services.accommodations.catalogue import Wanted
from rtw.services.accommodations.choosing import Choice
from rtw.services.accommodations.page import CasePage, Help, case_page, choice_page
from rtw.services.accommodations.standing import Standing, case_standing
from rtw.services.accommodations.trying import Tried, comparing, effect_of
from rtw.services.actor import Actor, actor_of
from rtw.services.permission import NotAllowedError, NotFoundError
from rtw.store.cases import Case
from rtw.store.people import Role
from rtw.store.plans import AccommodationRow
from rtw.store.records import AuditLine

CAP = "task_hours_cap"
TWO_HOURS = Tried(CAP, (("hours", 2.0),))
CHOICE = Choice(
    ("Enter claims",),
    (("hours", 2.0),),
    Owner.SUPERVISOR,
    date(2026, 4, 1),
    AccommodationStatus.PROPOSED,
    "Limit this work to 2 hours a day.",
)


@pytest.fixture
def ready(session: Session, case: Case) -> int:
    """A case with a job and a signed visit."""
    make_plannable(session, case)
    return case.id


def _page(session: Session, actor: Actor, case_id: int, *tried: Tried) -> CasePage:
    return case_page(session, actor, case_id, TODAY, tried)


def _help(session: Session, actor: Actor, case_id: int, *tried: Tried) -> Help:
    found = _page(session, actor, case_id, *tried).help
    assert found is not None
    return found


def _standing(session: Session, actor: Actor, case_id: int) -> Standing:
    _, standing = case_standing(session, actor, case_id, TODAY)
    assert standing is not None
    return standing


def _row(session: Session, case_id: int) -> AccommodationRow | None:
    session.expire_all()
    return session.scalar(select(AccommodationRow).where(AccommodationRow.case_id == case_id))


@contextmanager
def _counted(engine: Engine) -> Iterator[list[str]]:
    statements: list[str] = []

    def note(_c: object, _u: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


# The catalogue


def test_without_wishes_everything_is_found_by_name(therapist: Actor) -> None:
    found = catalogue.find(therapist, Wanted())
    names = [entry.name.casefold() for entry in found.offered]
    assert len(names) == found.total == len(knowledge().catalogue.accommodations)
    assert names == sorted(names)


def test_each_wish_narrows_and_together_they_all_hold(therapist: Actor) -> None:
    wanted = Wanted("", DemandKind.KEYBOARDING, Category.WORKSTATION, CostBand.LOW, Evidence.TRIAL)
    found = catalogue.find(therapist, wanted).offered
    assert "forearm_support" in {entry.id for entry in found}
    for entry in found:
        assert (entry.category, entry.cost, entry.evidence) == (wanted.category, wanted.cost, wanted.evidence)
        assert any(effect.covers(DemandKind.KEYBOARDING) for effect in entry.effects)


def test_what_only_makes_a_demand_harder_is_no_help_with_it(therapist: Actor) -> None:
    found = catalogue.find(therapist, Wanted(kind=DemandKind.POWER_GRIP)).offered
    assert "warm_gloves" not in {entry.id for entry in found}


def test_looking_for_something_harmful_says_so(therapist: Actor) -> None:
    found = catalogue.find(therapist, Wanted("anti-vibration gloves"))
    assert [advice.name for advice in found.advised_against] == ["Anti-vibration gloves"]
    page = catalogue.advice_page(therapist, found.advised_against[0].id)
    assert page.advice.reason
    assert {finding.source for finding in page.advice.findings} <= set(page.sources)


def test_every_entry_and_every_advice_has_its_page_with_all_sources(therapist: Actor) -> None:
    known = knowledge().catalogue
    for entry in known.accommodations:
        assert set(entry.sources) <= set(catalogue.entry_page(therapist, entry.id).sources)
    for advice in known.not_recommended:
        page = catalogue.advice_page(therapist, advice.id)
        assert [entry.id for entry in page.instead] == list(advice.instead)


def test_what_is_not_in_the_catalogue_is_not_found(therapist: Actor) -> None:
    with pytest.raises(NotFoundError):
        catalogue.entry_page(therapist, "magic_ring")
    with pytest.raises(NotFoundError):
        catalogue.advice_page(therapist, CAP)


# Suggestions


def test_suggestions_follow_from_the_gaps_in_order_of_evidence(
    session: Session, therapist: Actor, ready: int
) -> None:
    found = _help(session, therapist, ready)
    ranks = [offer.entry.evidence.rank for offer in found.offers]
    assert ranks == sorted(ranks)
    assert len(ranks) > 3
    assert all("Enter claims" in offer.suggestion.reason for offer in found.offers)
    assert [gap.gap.kind for gap in found.gaps] == [DemandKind.KEYBOARDING]
    assert len(found.gaps[0].helped_by) == len(found.offers)


def test_without_job_or_signed_visit_there_is_nothing_to_suggest(
    session: Session, therapist: Actor, case: Case
) -> None:
    assert _page(session, therapist, case.id).help is None


def test_ticking_says_which_verdicts_change_and_changes_nothing(
    session: Session, therapist: Actor, ready: int
) -> None:
    shown = _help(session, therapist, ready, TWO_HOURS).preview
    (change,) = shown.change.gaps
    assert (change.kind, change.before, change.after) == (
        DemandKind.KEYBOARDING,
        Verdict.EXCEEDS,
        Verdict.WITHIN,
    )
    assert not shown.unanswered
    assert _row(session, ready) is None


def test_the_preview_is_what_the_plan_will_reckon_with(
    session: Session, therapist: Actor, ready: int
) -> None:
    standing = _standing(session, therapist, ready)
    before = standing.with_chosen((effect_of(standing, TWO_HOURS),))
    choosing.choose_tried(session, therapist, standing, [TWO_HOURS], TODAY)
    session.expire_all()
    assert _standing(session, therapist, ready).adapted() == before


def test_a_figure_that_is_missing_changes_nothing_and_is_asked_for(
    session: Session, therapist: Actor, ready: int
) -> None:
    shown = _help(session, therapist, ready, Tried(CAP)).preview
    assert shown.is_empty
    assert [(entry.id, ask.name) for entry, ask in shown.unanswered] == [(CAP, "hours")]


def test_an_effect_nobody_measured_changes_no_verdict(session: Session, therapist: Actor, ready: int) -> None:
    shown = _help(session, therapist, ready, Tried("forearm_support")).preview
    assert shown.tried
    assert shown.is_empty


def test_the_place_of_work_sets_aside_what_does_not_fit(
    session: Session, therapist: Actor, ready: int
) -> None:
    before = {offer.entry.id for offer in _help(session, therapist, ready).offers}
    assert "speech_recognition" in before
    choosing.change_place(session, therapist, ready, [Setting.OPEN_PLAN], [Circumstance.VOICE_PROBLEM])
    session.expire_all()
    after = _help(session, therapist, ready)
    aside = {one.accommodation.id: one.why for one in after.set_aside}
    assert "speech_recognition" in aside
    assert "speech_recognition" not in {offer.entry.id for offer in after.offers}
    assert all(aside.values())


def test_a_wound_seen_at_the_visit_counts_without_being_ticked(
    session: Session, therapist: Actor, case: Case
) -> None:
    open_hand = replace(VISIT.hands[1], wound=Wound.SUTURES)
    make_plannable(session, case, visit=replace(VISIT, hands=(VISIT.hands[0], open_hand)))
    assert _help(session, therapist, case.id).found == {Circumstance.OPEN_WOUND}


# Comparing


def test_options_stand_side_by_side_with_what_each_alone_changes(
    session: Session, therapist: Actor, ready: int
) -> None:
    standing = _standing(session, therapist, ready)
    key = standing.open_gaps(standing.suggestions())[0].key
    found = comparing(standing, key, [Tried("halve_task"), Tried("forearm_support")])
    assert [option.chosen.accommodation.id for option in found.options] == ["halve_task", "forearm_support"]
    halved, support = found.options
    assert (halved.before, halved.after) == (3.5, 1.75)
    assert support.after is None
    assert found.effects[0].gaps
    assert not found.effects[1].gaps
    assert len(comparing(standing, key).options) == 3


def test_only_options_for_this_gap_are_compared(session: Session, therapist: Actor, ready: int) -> None:
    standing = _standing(session, therapist, ready)
    key = standing.open_gaps(standing.suggestions())[0].key
    with pytest.raises(NotFoundError):
        comparing(standing, key, [Tried("person_hoist")])
    with pytest.raises(NotFoundError):
        comparing(standing, "9.9.left")


def test_figures_given_while_comparing_count(session: Session, therapist: Actor, ready: int) -> None:
    standing = _standing(session, therapist, ready)
    key = standing.open_gaps(standing.suggestions())[0].key
    (asked,) = comparing(standing, key, [Tried(CAP)]).options
    (given,) = comparing(standing, key, [TWO_HOURS]).options
    assert (asked.after, given.after) == (None, 2.0)


# Choosing


def test_what_is_chosen_counts_and_is_no_longer_offered(
    session: Session, therapist: Actor, ready: int
) -> None:
    standing = _standing(session, therapist, ready)
    assert choosing.choose_tried(session, therapist, standing, [TWO_HOURS], TODAY) == ()
    session.expire_all()
    page = _page(session, therapist, ready)
    (one,) = page.live
    assert (one.accommodation.id, one.chosen.tasks) == (CAP, ("Enter claims",))
    assert one.chosen.employer_text == one.accommodation.employer_text
    assert page.help is not None
    assert CAP not in {offer.entry.id for offer in page.help.offers}
    assert page.help.gaps[0].now is not None
    assert page.help.gaps[0].now.verdict is Verdict.WITHIN
    assert not page.help.needed
    assert page.help.spare


@pytest.mark.parametrize("hours", [-1.0, 13.0])
def test_a_figure_that_cannot_be_is_refused(
    session: Session, therapist: Actor, ready: int, hours: float
) -> None:
    wrong = replace(CHOICE, given=(("hours", hours),))
    (problem,) = choosing.choose(session, therapist, ready, CAP, wrong, TODAY)
    assert (problem.code, problem.asks) == ("figure-out-of-bounds", "hours")
    standing = _standing(session, therapist, ready)
    assert choosing.choose_tried(session, therapist, standing, [Tried(CAP, wrong.given)], TODAY)
    assert _row(session, ready) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Let them type as tolerated.", "vague-wording"),
        ("Limit typing after the carpal tunnel release.", "clinical-wording"),
    ],
)
def test_words_an_employer_cannot_use_are_refused(
    session: Session, therapist: Actor, ready: int, text: str, code: str
) -> None:
    problems = choosing.choose(session, therapist, ready, CAP, replace(CHOICE, employer_text=text), TODAY)
    assert code in {problem.code for problem in problems}
    assert all(problem.advice for problem in problems)
    assert _row(session, ready) is None


def test_a_choice_is_kept_as_made_and_can_be_changed(session: Session, therapist: Actor, ready: int) -> None:
    assert not choosing.choose(session, therapist, ready, CAP, CHOICE, TODAY)
    later = replace(CHOICE, status=AccommodationStatus.IN_PLACE, tasks=())
    assert not choosing.choose(session, therapist, ready, CAP, later, TODAY)
    session.expire_all()
    shown = choice_page(session, therapist, ready, CAP, TODAY)
    assert shown.is_chosen
    assert shown.choice == later
    lines = session.scalars(select(AuditLine).where(AuditLine.subject == "accommodation")).all()
    assert [line.action for line in lines] == ["chosen", "changed"]
    assert lines[1].after == {"status": "in_place", "tasks": []}


def test_the_catalogues_own_sentence_is_not_copied(session: Session, therapist: Actor, ready: int) -> None:
    own = catalogue.entry_of(CAP).employer_text
    choosing.choose(session, therapist, ready, CAP, replace(CHOICE, employer_text=f" {own} "), TODAY)
    row = _row(session, ready)
    assert row is not None
    assert row.employer_text == ""


@pytest.mark.parametrize("status", [AccommodationStatus.PROPOSED, AccommodationStatus.AGREED])
def test_taking_out_is_undone_to_the_last_detail(
    session: Session, therapist: Actor, ready: int, status: AccommodationStatus
) -> None:
    choice = replace(CHOICE, status=status)
    choosing.choose(session, therapist, ready, CAP, choice, TODAY)
    choosing.take_out(session, therapist, ready, CAP)
    session.expire_all()
    page = _page(session, therapist, ready)
    assert not page.live
    assert len(page.over) == (status is not AccommodationStatus.PROPOSED)
    choosing.put_back(session, therapist, ready, CAP)
    session.expire_all()
    assert choice_page(session, therapist, ready, CAP, TODAY).choice == choice


def test_what_was_never_chosen_cannot_be_taken_out_or_put_back(
    session: Session, therapist: Actor, ready: int
) -> None:
    with pytest.raises(NotFoundError):
        choosing.take_out(session, therapist, ready, CAP)
    with pytest.raises(NotFoundError):
        choosing.put_back(session, therapist, ready, CAP)


def test_what_was_declined_is_taken_up_again_from_that_day(
    session: Session, therapist: Actor, ready: int
) -> None:
    declined = replace(CHOICE, status=AccommodationStatus.DECLINED)
    choosing.choose(session, therapist, ready, CAP, declined, date(2026, 1, 5))
    assert not _page(session, therapist, ready).live
    choosing.choose(session, therapist, ready, CAP, CHOICE, TODAY)
    row = _row(session, ready)
    assert row is not None
    assert (row.status, row.chosen_on) == (AccommodationStatus.PROPOSED, TODAY)


# Who may, and how much it costs


def test_another_clinics_case_is_not_found(session: Session, therapist: Actor, ready: int) -> None:
    stranger = actor_of(new_user(session, Role.THERAPIST, "Elsewhere"))
    new_case(session, stranger)
    with pytest.raises(NotFoundError):
        case_page(session, stranger, ready, TODAY)
    with pytest.raises(NotFoundError):
        choosing.choose(session, stranger, ready, CAP, CHOICE, TODAY)


def test_a_case_manager_may_look_things_up_but_not_choose(session: Session, ready: int) -> None:
    manager = actor_of(new_user(session, Role.CASE_MANAGER))
    assert catalogue.find(manager, Wanted()).offered
    with pytest.raises(NotAllowedError):
        choosing.choose(session, manager, ready, CAP, CHOICE, TODAY)
    with pytest.raises(NotAllowedError):
        case_page(session, manager, ready, TODAY)


def test_the_page_takes_few_queries(session: Session, engine: Engine, therapist: Actor, ready: int) -> None:
    session.expire_all()
    with _counted(engine) as statements:
        case_page(session, therapist, ready, TODAY, [TWO_HOURS])
    assert 0 < len(statements) <= 7
