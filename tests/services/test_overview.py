from datetime import timedelta

import pytest
from a_clinic import MONDAY, REVIEW, TODAY, a_plan, sign_plan
from sqlalchemy.orm import Session

from rtw.services.actor import Actor
from rtw.services.overview import Overview, overview, week_of
from rtw.store.cases import Case


def test_without_a_plan_nothing_is_said(session: Session, therapist: Actor, case: Case) -> None:
    assert overview(session, therapist, case.id, TODAY) == Overview()


def test_the_newest_plan_is_shown_as_it_was_signed(session: Session, therapist: Actor, case: Case) -> None:
    for number in (1, 2):
        sign_plan(session, therapist, case, number, a_plan())
    shown = overview(session, therapist, case.id, MONDAY + timedelta(days=8))
    assert (shown.plan, shown.plan_number) == (a_plan(), 2)
    assert shown.week is not None
    assert shown.week.hours == 2
    assert not shown.is_provisional


def test_after_the_review_date_the_plan_permits_nothing(
    session: Session, therapist: Actor, case: Case
) -> None:
    sign_plan(session, therapist, case, 1, a_plan())
    assert not overview(session, therapist, case.id, REVIEW).is_provisional
    assert overview(session, therapist, case.id, REVIEW + timedelta(days=1)).is_provisional


@pytest.mark.parametrize(("days", "index"), [(-30, 1), (0, 1), (6, 1), (7, 2), (13, 2), (14, None)])
def test_today_lies_in_one_week_of_the_plan(days: int, index: int | None) -> None:
    week = week_of(a_plan(), MONDAY + timedelta(days=days))
    assert (week.index if week else None) == index
