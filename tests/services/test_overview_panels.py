from dataclasses import replace
from datetime import date, timedelta

import pytest
from a_clinic import MONDAY, TODAY, a_plan, sign_plan
from a_plannable_case import make_plannable
from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Task
from rtw.domain.assessment.operation import Sex
from rtw.domain.hands import Side
from rtw.domain.job_exposure.healthy import AgainstHealthy
from rtw.domain.why import Origin, entry
from rtw.services import overview_panels as panels_module
from rtw.services.actor import Actor
from rtw.services.exposure.case_panels import hand_panels
from rtw.services.exposure.of_case import exposure_of
from rtw.services.overview import Overview, overview
from rtw.services.overview_panels import HardHand, hardest_hand, overview_panels
from rtw.services.plans import acts
from rtw.services.plans.schedule_panels import GOALS
from rtw.services.week_panels import NOT_PROVEN
from rtw.store.cases import Case


def test_where_nothing_is_known_nothing_is_explained(session: Session, therapist: Actor, case: Case) -> None:
    found = overview_panels(overview(session, therapist, case.id, TODAY))
    assert found == panels_module.OverviewPanels(*(None,) * 7)


def test_computed_hours_name_goals_proof_and_what_they_were_made_from(
    session: Session, therapist: Actor, case: Case
) -> None:
    make_plannable(session, case)
    acts.compute(session, therapist, case.id, TODAY)
    shown = overview(session, therapist, case.id, TODAY)
    assert shown.plan is not None
    assert shown.plan.week is not None
    assert shown.plan.outcome is not None
    week = overview_panels(shown).week
    assert week is not None
    assert (week.formula, week.result) == (GOALS, f"{shown.plan.week.hours:g} h")
    assert f"{shown.plan.week.half_hours} half-hours = {shown.plan.week.hours:g} h" in week.steps
    assert len(week.steps) == 1 + len(shown.plan.outcome.reached)
    assert any("visit 1" in given.value for given in week.inputs)
    assert NOT_PROVEN not in week.cautions


def test_hours_laid_out_by_hand_are_the_therapists_own(
    session: Session, therapist: Actor, case: Case
) -> None:
    sign_plan(session, therapist, case, 1, a_plan())
    found = overview_panels(overview(session, therapist, case.id, MONDAY + timedelta(days=1))).schedule
    assert found is not None
    assert found.formula != GOALS
    assert NOT_PROVEN in found.cautions
    assert Origin.CLINICIAN in {given.origin for given in found.inputs}


def test_the_limits_shown_are_those_explained(session: Session, therapist: Actor, case: Case) -> None:
    make_plannable(session, case)
    acts.compute(session, therapist, case.id, TODAY)
    shown = overview(session, therapist, case.id, TODAY)
    assert shown.plan is not None
    assert shown.plan.week is not None
    assert shown.plan.week.binds
    binds = overview_panels(shown).binds
    assert binds is not None
    assert [given.value for given in binds.inputs] == [bind.limit for bind in shown.plan.week.binds]


def test_the_hard_hand_is_the_treated_one_as_on_the_exposure_page(
    session: Session, therapist: Actor, case: Case
) -> None:
    make_plannable(session, case)
    shown = _gripping(overview(session, therapist, case.id, TODAY))
    assert shown.match is not None
    assert shown.record.profile is not None
    hard = hardest_hand(shown)
    whole = exposure_of(shown.record.profile, shown.match.result.capacity, shown.record.patient)
    assert hard is not None
    assert (hard.found.side,) == shown.record.treated_sides
    assert hard.found in whole.healthy
    hand = next(each for each in whole.exposure.hands if each.side is hard.found.side)
    assert hand_panels(whole, hand).hard == hard.why


def test_of_two_treated_hands_the_harder_is_told_and_beyond_strength_is_hardest(
    session: Session, therapist: Actor, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_plannable(session, case)
    shown = _gripping(overview(session, therapist, case.id, TODAY))
    both = tuple(replace(shown.record.operations[0], side=side) for side in Side)
    shown = replace(shown, record=replace(shown.record, operations=both))
    why = entry("hard", "3 ×", Origin.CLINICIAN)
    left = HardHand(AgainstHealthy(Side.LEFT, 6.0, 6.0, 6.0, healthy=2.0, counted=1, left_out=0), why)
    right = replace(left, found=replace(left.found, side=Side.RIGHT, own=3.0))
    beyond = replace(right, found=replace(right.found, own=float("inf")))
    for hands, hardest in (((left, right), left), ((left, beyond), beyond)):
        monkeypatch.setattr(panels_module, "_hard_hands", lambda *_, hands=hands: hands)
        assert hardest_hand(shown) == hardest


def _gripping(shown: Overview) -> Overview:
    """Give the case a job with a grip, and a patient whose norms are known."""
    grip = Demand(
        DemandKind.POWER_GRIP, Hand.EACH, force_n=60.0, efforts_per_minute=3.0, seconds_per_effort=2.0
    )
    job = JobProfile("Packer", tasks=(Task("Pack", hours_per_day=4.0, demands=(grip,)),))
    patient = replace(shown.record.patient, sex=Sex.FEMALE, born=date(1985, 5, 1))
    return replace(shown, record=replace(shown.record, profile=job, patient=patient))
