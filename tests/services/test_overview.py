from datetime import timedelta

import pytest
from a_clinic import MONDAY, REVIEW, TODAY, a_plan, new_user, sign_plan
from a_plannable_case import make_plannable
from sqlalchemy.orm import Session

from rtw.domain.optimise.worth import Earliest, Worth
from rtw.services.actor import Actor, actor_of
from rtw.services.case_record import case_record
from rtw.services.matches import case_match
from rtw.services.overview import best_help, overview, week_of
from rtw.services.permission import NotFoundError
from rtw.services.plans import acts, sign
from rtw.services.plans.switches import switch_on
from rtw.store.cases import Case
from rtw.store.people import Role


def test_without_job_and_visit_nothing_is_claimed(session: Session, therapist: Actor, case: Case) -> None:
    shown = overview(session, therapist, case.id, TODAY)
    assert (shown.match, shown.plan, shown.help, shown.draft_since, shown.moments) == (None,) * 4 + ((),)


def test_before_any_plan_the_match_answers(session: Session, therapist: Actor, case: Case) -> None:
    make_plannable(session, case)
    shown = overview(session, therapist, case.id, TODAY)
    assert shown.match is not None
    assert shown.plan is None
    assert shown.help is not None
    assert set(shown.help.tasks) <= {task.task.name for task in shown.match.adapted.tasks}
    assert [moment.words for moment in shown.moments] == ["Visit 1"]


def test_what_is_chosen_is_not_offered_again(session: Session, therapist: Actor, case: Case) -> None:
    make_plannable(session, case)
    first = overview(session, therapist, case.id, TODAY).help
    assert first is not None
    switch_on(session, therapist, case.id, first.accommodation.id, TODAY)
    second = overview(session, therapist, case.id, TODAY).help
    assert second is None or second.accommodation.id != first.accommodation.id


def test_handing_over_essential_work_is_not_what_helps_most(
    session: Session, therapist: Actor, case: Case
) -> None:
    make_plannable(session, case)
    record = case_record(session, therapist, case.id)
    match = case_match(record, TODAY)
    days = Worth("hand_over_task", Earliest(2, (), proven=True), 77, at_least=True, opens=())
    help_ = best_help(record, match, (days,))
    assert help_ is not None
    assert help_.accommodation.id != "hand_over_task"


def test_a_draft_is_shown_as_a_draft_and_claims_what_was_proven(
    session: Session, therapist: Actor, case: Case
) -> None:
    make_plannable(session, case)
    acts.compute(session, therapist, case.id, TODAY)
    draft = overview(session, therapist, case.id, TODAY)
    assert draft.plan is not None
    assert draft.plan.is_draft
    assert draft.plan.duty.endswith(("Proven best within these limits.", "not proven best."))
    sign.sign(session, therapist, case.id, "", TODAY)
    signed = overview(session, therapist, case.id, TODAY)
    assert signed.plan is not None
    assert (signed.plan.number, signed.plan.duty) == (1, draft.plan.duty)
    words = [moment.words for moment in signed.moments]
    assert words == ["Visit 1", "Plan 1 signed", "Review of plan 1"]


def test_the_newest_plan_is_shown_as_it_was_signed(session: Session, therapist: Actor, case: Case) -> None:
    for number in (1, 2):
        sign_plan(session, therapist, case, number, a_plan())
    plan = overview(session, therapist, case.id, MONDAY + timedelta(days=8)).plan
    assert plan is not None
    assert (plan.schedule, plan.number) == (a_plan().schedule, 2)
    assert plan.week is not None
    assert plan.week.hours == 2
    assert not plan.is_provisional
    assert "not proven" in plan.duty


def test_after_the_review_date_the_plan_permits_nothing(
    session: Session, therapist: Actor, case: Case
) -> None:
    sign_plan(session, therapist, case, 1, a_plan())
    for days, is_provisional in ((0, False), (1, True)):
        plan = overview(session, therapist, case.id, REVIEW + timedelta(days=days)).plan
        assert plan is not None
        assert plan.is_provisional is is_provisional


def test_another_clinic_finds_nothing(session: Session, case: Case) -> None:
    stranger = actor_of(new_user(session, Role.THERAPIST, "Another clinic"))
    with pytest.raises(NotFoundError):
        overview(session, stranger, case.id, TODAY)


@pytest.mark.parametrize(("days", "index"), [(-30, 1), (0, 1), (6, 1), (7, 2), (13, 2), (14, None)])
def test_today_lies_in_one_week_of_the_plan(days: int, index: int | None) -> None:
    week = week_of(a_plan().schedule, MONDAY + timedelta(days=days))
    assert (week.index if week else None) == index


def test_a_plan_that_has_not_begun_is_ahead_and_says_from_when(
    session: Session, therapist: Actor, case: Case
) -> None:
    sign_plan(session, therapist, case, 1, a_plan())
    for day, is_ahead in ((MONDAY - timedelta(days=2), True), (MONDAY, False)):
        plan = overview(session, therapist, case.id, day).plan
        assert plan is not None
        assert plan.is_ahead is is_ahead
