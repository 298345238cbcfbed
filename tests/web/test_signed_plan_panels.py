"""What stands behind a signed plan: the solver's proof only for hours that are still the solver's own."""

from dataclasses import replace

import pytest
from a_clinic import TODAY
from a_plannable_case import make_plannable
from sqlalchemy.orm import Session

from rtw.domain.plan import Plan, PlanVersion
from rtw.services.actor import Actor
from rtw.services.plans import acts
from rtw.services.plans.page import plan_page
from rtw.services.plans.versions import SignedVersion
from rtw.services.plans.working import WorkingPlan
from rtw.store.cases import Case
from rtw.web.plan_panels import signed_panels


@pytest.fixture
def signed(session: Session, therapist: Actor, case: Case) -> SignedVersion:
    """A plan as the solver laid it out, with its answer."""
    make_plannable(session, case)
    acts.compute(session, therapist, case.id, TODAY)
    page = plan_page(session, therapist, case.id, TODAY).working
    assert page is not None
    version = PlanVersion(page.plan, 1, therapist.signature, TODAY)
    return SignedVersion(1, version, 1, 1, "", is_unaltered=True, working=page.ground.plan)


def _with_an_hour_by_hand(plan: Plan) -> Plan:
    first, *others = plan.schedule.weeks
    weeks = (replace(first, days=first.days[1:]), *others)
    return replace(plan, schedule=replace(plan.schedule, weeks=weeks))


def test_hours_of_the_solver_show_its_proof(signed: SignedVersion) -> None:
    outcome, hours = signed.working.outcome, signed_panels(signed).hours
    assert outcome is not None
    assert hours.result == outcome.status.label
    assert len(hours.steps) == len(outcome.reached) > 0


def test_hours_changed_by_hand_before_signing_claim_no_proof(signed: SignedVersion) -> None:
    by_hand = replace(signed, version=replace(signed.version, plan=_with_an_hour_by_hand(signed.plan)))
    assert by_hand.working.outcome is not None
    hours = signed_panels(by_hand).hours
    assert "set by hand" in hours.result
    assert hours.steps == ()


def test_a_plan_signed_without_an_answer_claims_no_proof(signed: SignedVersion) -> None:
    assert signed_panels(replace(signed, working=WorkingPlan())).hours.steps == ()
