from dataclasses import replace

import pytest
from a_clinic import TODAY
from a_plannable_case import make_plannable
from sqlalchemy.orm import Session

from rtw.domain.plan import AccommodationStatus, ChosenAccommodation, Owner, Plan
from rtw.domain.why import Origin
from rtw.knowledge.load import knowledge
from rtw.services.actor import Actor
from rtw.services.plans import acts, sign
from rtw.services.plans.schedule_panels import signed_hours_panel
from rtw.services.plans.versions import SignedVersion, signed_version
from rtw.services.releases.release_panels import changes_panel, limits_panel, release_panels
from rtw.store.cases import Case

MOUSE = "slanted_mouse"


@pytest.fixture
def signed(session: Session, therapist: Actor, case: Case) -> SignedVersion:
    make_plannable(session, case)
    acts.compute(session, therapist, case.id, TODAY)
    sign.sign(session, therapist, case.id, "", TODAY)
    return signed_version(session, therapist, case.id)


def test_every_restriction_of_the_plan_is_told_exactly_and_as_it_is_read(signed: SignedVersion) -> None:
    plan = signed.plan
    assert plan.restrictions
    limits = limits_panel(plan)
    assert len(limits.steps) == len(plan.restrictions)
    told = limits.inputs[: len(plan.restrictions)]
    assert [given.where for given in told] == [each.origin for each in plan.restrictions]
    assert all("→ “" in step for step in limits.steps)


def test_stretches_and_breaks_stand_with_the_restrictions(signed: SignedVersion) -> None:
    schedule = signed.plan.schedule
    names = {given.name: given.value for given in limits_panel(signed.plan).inputs}
    for bout in schedule.bouts:
        assert names[f"Stretch of {bout.task}"] == f"{bout.max_minutes} min"
    breaks = schedule.breaks
    assert names["Breaks"] == f"{breaks.minutes} min after {breaks.after_minutes} min"
    assert {piece.source for piece in limits_panel(signed.plan).coefficients} == {breaks.source}


def test_hours_are_those_of_the_plan_that_was_signed(signed: SignedVersion) -> None:
    hours = release_panels(signed).hours
    assert hours.subject == "Hours of signed plan 1"
    (made_from,) = (given.value for given in hours.inputs if given.name == "Made from")
    assert made_from == "version 1 of the job, visit 1, the knowledge base as it is today"


def test_a_plan_made_before_the_knowledge_changed_says_so(signed: SignedVersion) -> None:
    before = replace(signed.plan.made_from, knowledge_version="0" * 64)
    panel = signed_hours_panel(None, signed.plan.schedule.breaks, before)
    assert "the knowledge base as it was then, which has changed since" in str(panel.inputs)
    assert "0000" not in str(panel.inputs)


@pytest.mark.parametrize(("ending", "origin"), [("", Origin.PUBLISHED), (" Today.", Origin.CLINICIAN)])
def test_a_sentence_is_published_only_as_the_catalogue_has_it(
    signed: SignedVersion, ending: str, origin: Origin
) -> None:
    plan = _with_mouse(signed.plan, ending)
    changes = changes_panel(plan)
    assert [given.origin for given in changes.inputs] == [origin]
    mouse = knowledge().catalogue.find(MOUSE)
    assert mouse is not None
    assert set(changes.sources) == set(mouse.sources)


def test_what_was_declined_is_not_explained(signed: SignedVersion) -> None:
    plan = _with_mouse(signed.plan, "")
    declined = replace(plan.accommodations[0], status=AccommodationStatus.DECLINED)
    assert changes_panel(replace(plan, accommodations=(declined,))).inputs == ()


def _with_mouse(plan: Plan, ending: str) -> Plan:
    mouse = knowledge().catalogue.find(MOUSE)
    assert mouse is not None
    chosen = ChosenAccommodation(
        MOUSE, (), Owner.EMPLOYER, None, AccommodationStatus.AGREED, mouse.employer_text + ending
    )
    return replace(plan, accommodations=(chosen,))
