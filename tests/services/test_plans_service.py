"""A plan in the making: settings, the solver, edits by hand, switches, signing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from a_clinic import TODAY
from a_plannable_case import CLERK, VISIT, make_plannable
from sqlalchemy import select
from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.hands import Side
from rtw.domain.optimise.outcome import SolveStatus
from rtw.domain.plan import AccommodationStatus, Plan, Restriction
from rtw.domain.restrictions import BY_HAND
from rtw.domain.schedule.brief import RestRule
from rtw.domain.schedule.edits import half_hours_at
from rtw.domain.schedule.settings import EmployerOffer
from rtw.domain.schedule.violation import Breach
from rtw.domain.schedule.wishes import ScheduleWishes
from rtw.services.actor import Actor
from rtw.services.plans import acts, sign, switches
from rtw.services.plans.acts import PlanSetup, PlanWords
from rtw.services.plans.page import PlanPage, plan_page
from rtw.services.plans.working import kept_plan
from rtw.store import codec
from rtw.store.assessments import AssessmentRow
from rtw.store.cases import Case
from rtw.store.frozen import FrozenRecordError, guard
from rtw.store.jobs import JobVersion
from rtw.store.plans import AccommodationRow, PlanDraft, PlanVersionRow
from rtw.store.records import AuditLine

MONDAY = date(2026, 3, 16)


@pytest.fixture
def plannable(session: Session, case: Case) -> int:
    make_plannable(session, case)
    return case.id


def _page(session: Session, actor: Actor, case_id: int) -> PlanPage:
    page = plan_page(session, actor, case_id, TODAY).working
    assert page is not None
    return page


def test_without_job_or_visit_the_page_says_what_it_waits_for(
    session: Session, therapist: Actor, case: Case
) -> None:
    shown = plan_page(session, therapist, case.id, TODAY)
    assert shown.working is None
    assert shown.start.lacks_job
    assert shown.start.lacks_visit


def test_computing_keeps_a_checked_schedule_and_its_proof(
    session: Session, therapist: Actor, plannable: int
) -> None:
    acts.compute(session, therapist, plannable, TODAY)
    page = _page(session, therapist, plannable)
    assert page.schedule is not None
    assert page.schedule.weeks[0].monday == MONDAY
    assert page.is_computed
    assert not page.violations
    assert page.ground.plan.outcome is not None
    assert page.ground.plan.outcome.status is SolveStatus.PROVEN_OPTIMAL
    assert any("Keyboard use, right hand" in bind.limit for bind in page.schedule.weeks[0].binds)


def test_an_edit_over_the_limit_is_shown_at_once_and_can_be_taken_back(
    session: Session, therapist: Actor, plannable: int
) -> None:
    acts.compute(session, therapist, plannable, TODAY)
    before = _page(session, therapist, plannable).schedule
    acts.edit_week(session, therapist, plannable, 1, [(0, "Enter claims", 10)], TODAY)
    edited = _page(session, therapist, plannable)
    assert not edited.is_computed
    assert {v.on for v in edited.violations} >= {MONDAY}
    acts.undo(session, therapist, plannable, TODAY)
    assert _page(session, therapist, plannable).schedule == before
    acts.redo(session, therapist, plannable, TODAY)
    assert _page(session, therapist, plannable).schedule == edited.schedule


def test_a_schedule_is_written_by_hand_without_the_solver(
    session: Session, therapist: Actor, plannable: int
) -> None:
    acts.begin_blank(session, therapist, plannable, TODAY)
    cells = [(weekday, "Telephone", 3) for weekday in range(5)] + [(0, "Answer mail", 2)]
    acts.edit_week(session, therapist, plannable, 1, cells, TODAY)
    acts.copy_forward(session, therapist, plannable, 1, 3, TODAY)
    page = _page(session, therapist, plannable)
    assert page.schedule is not None
    assert [half_hours_at(page.schedule, week, 0, "Answer mail") for week in (1, 2, 3, 4)] == [2, 2, 2, 0]
    assert page.ground.plan.outcome is None
    acts.undo(session, therapist, plannable, TODAY)
    shown = _page(session, therapist, plannable).schedule
    assert shown is not None
    assert half_hours_at(shown, 2, 0, "Answer mail") == 0


def test_a_plan_begun_this_week_does_not_move_to_the_next(
    session: Session, therapist: Actor, plannable: int
) -> None:
    acts.compute(session, therapist, plannable, TODAY)
    later = plan_page(session, therapist, plannable, date(2026, 3, 18)).working
    assert later is not None
    assert later.ground.brief.start == MONDAY


def test_new_settings_keep_the_hours_and_say_that_the_proof_is_old(
    session: Session, therapist: Actor, plannable: int
) -> None:
    acts.compute(session, therapist, plannable, TODAY)
    wishes = ScheduleWishes(start=MONDAY, weeks=6, offer=EmployerOffer(hours_per_day=3.0))
    acts.set_up(session, therapist, plannable, PlanSetup(wishes), TODAY)
    page = _page(session, therapist, plannable)
    assert page.schedule is not None
    assert len(page.schedule.weeks) == 6
    assert page.schedule.weeks[0].half_hours > 0
    assert page.is_stale
    assert page.violations, "four hours are more than the three on offer"


def test_no_plan_names_what_collides_and_keeps_what_stood(
    session: Session, therapist: Actor, plannable: int
) -> None:
    acts.compute(session, therapist, plannable, TODAY)
    wishes = ScheduleWishes(start=MONDAY, shortest_day_hours=6.0, first_day_hours=2.0, day_grows_by_hours=0.0)
    acts.set_up(session, therapist, plannable, PlanSetup(wishes), TODAY)
    acts.compute(session, therapist, plannable, TODAY)
    page = _page(session, therapist, plannable)
    outcome = page.ground.plan.outcome
    assert outcome is not None
    assert outcome.status is SolveStatus.NO_PLAN
    assert outcome.conflicts
    assert outcome.conflicts[0].advice
    assert page.schedule is not None
    assert not page.is_computed


def test_a_switch_changes_the_limits_and_has_its_worth(
    session: Session, therapist: Actor, plannable: int
) -> None:
    acts.compute(session, therapist, plannable, TODAY)
    before = _page(session, therapist, plannable)
    switch = next(s for s in before.switches if s.accommodation.id == "halve_task")
    assert not switch.is_on
    assert switch.worth is not None
    switches.switch_on(session, therapist, plannable, "halve_task", TODAY)
    after = _page(session, therapist, plannable)
    assert after.is_stale
    assert next(s for s in after.switches if s.accommodation.id == "halve_task").is_on
    switches.switch_off(session, therapist, plannable, "halve_task")
    assert _page(session, therapist, plannable).is_computed


def test_what_was_agreed_ends_stays_on_record_and_comes_back_as_it_was(
    session: Session, therapist: Actor, plannable: int
) -> None:
    switches.switch_on(session, therapist, plannable, "forearm_support", TODAY)
    row = session.scalars(select(AccommodationRow)).one()
    row.status = AccommodationStatus.AGREED
    switches.switch_off(session, therapist, plannable, "forearm_support")
    assert session.scalars(select(AccommodationRow)).one().status is AccommodationStatus.ENDED
    switches.switch_on(session, therapist, plannable, "forearm_support", TODAY)
    assert session.scalars(select(AccommodationRow)).one().status is AccommodationStatus.AGREED


def test_restrictions_are_proposed_edited_and_restored(
    session: Session, therapist: Actor, plannable: int
) -> None:
    page = _page(session, therapist, plannable)
    assert page.restrictions_are_proposed
    typing = next(
        r
        for r in page.restrictions
        if (r.kind, r.side, r.quantity) == (DemandKind.KEYBOARDING, Side.RIGHT, Quantity.HOURS_PER_DAY)
    )
    own = (replace(typing, value=1.0),)
    acts.compute(session, therapist, plannable, TODAY)
    acts.keep_restrictions(session, therapist, plannable, own, TODAY)
    edited = _page(session, therapist, plannable)
    assert edited.restrictions == own
    assert edited.violations, "the hours go beyond the plan's own restriction"
    acts.keep_restrictions(session, therapist, plannable, None, TODAY)
    assert _page(session, therapist, plannable).restrictions_are_proposed


def _typed(page: PlanPage, hours: float) -> Restriction:
    """Write the tolerated hours at the keyboard down to these by hand."""
    typing = next(
        r
        for r in page.restrictions
        if (r.kind, r.side, r.quantity) == (DemandKind.KEYBOARDING, Side.RIGHT, Quantity.HOURS_PER_DAY)
    )
    return replace(typing, value=hours, until=None, basis=Basis.CLINICIAN, origin=BY_HAND)


def test_what_a_person_wrote_is_a_limit_of_the_solver(
    session: Session, therapist: Actor, plannable: int
) -> None:
    acts.compute(session, therapist, plannable, TODAY)
    own = _typed(_page(session, therapist, plannable), 1.2)
    acts.keep_restrictions(session, therapist, plannable, (own,), TODAY)
    before = _page(session, therapist, plannable)
    assert before.is_stale
    assert {each.breach for each in before.violations} == {Breach.RESTRICTION}, "each is said once"
    acts.compute(session, therapist, plannable, TODAY)
    after = _page(session, therapist, plannable)
    assert after.violations == ()
    assert after.is_computed
    acts.edit_week(session, therapist, plannable, 1, [(0, "Enter claims", 4)], TODAY)
    found = next(v for v in _page(session, therapist, plannable).violations if v.breach is Breach.RESTRICTION)
    assert found.on == MONDAY
    assert "at most 1 h a day (1.2 h a day steps down to it)" in found.sentence


def test_a_new_plan_takes_over_what_was_written_by_hand(
    session: Session, therapist: Actor, plannable: int
) -> None:
    own = _typed(_page(session, therapist, plannable), 1.0)
    over = replace(own, kind=DemandKind.PUSHING, until=date(2026, 3, 20))
    acts.keep_restrictions(session, therapist, plannable, (own, over), TODAY)
    acts.compute(session, therapist, plannable, TODAY)
    assert isinstance(sign.sign(session, therapist, plannable, "", TODAY), PlanVersionRow)
    later = date(2026, 4, 3)
    acts.begin_again(session, therapist, plannable, later)
    page = plan_page(session, therapist, plannable, later).working
    assert page is not None
    (carried,) = [r for r in page.restrictions if r.origin.startswith(BY_HAND)]
    assert carried.origin == f"{BY_HAND}, carried over from plan 1"
    assert (carried.value, carried.since) == (1.0, page.ground.brief.start)
    assert len(page.restrictions) > 1, "the others are proposed anew"
    (left,) = page.ground.plan.not_carried
    assert left.startswith("Pushing, right hand: at most 1 h a day (ended")
    acts.compute(session, therapist, plannable, later)
    computed = plan_page(session, therapist, plannable, later).working
    assert computed is not None
    assert computed.violations == ()
    acts.keep_restrictions(session, therapist, plannable, None, later)
    shown = plan_page(session, therapist, plannable, later).working
    assert shown is not None
    assert not [r for r in shown.restrictions if r.origin.startswith(BY_HAND)]
    assert shown.ground.plan.not_carried == ()


def test_signing_freezes_a_version_locks_the_job_and_ends_the_draft(
    session: Session, therapist: Actor, plannable: int
) -> None:
    guard()
    acts.compute(session, therapist, plannable, TODAY)
    acts.keep_words(session, therapist, plannable, PlanWords(employer_note="Call before changes."), TODAY)
    row = sign.sign(session, therapist, plannable, "", TODAY)
    assert isinstance(row, PlanVersionRow)
    plan = codec.load(Plan, row.data)
    assert (row.number, plan.made_from.job_version, plan.made_from.assessment_version) == (1, 1, 1)
    assert plan.employer_note == "Call before changes."
    assert row.sha256 == codec.fingerprint(row.data)
    assert session.scalars(select(JobVersion)).one().locked
    assert session.scalar(select(PlanDraft)) is None
    row.review_on = date(2027, 1, 1)
    with pytest.raises(FrozenRecordError):
        session.flush()


def test_a_plan_beyond_its_limits_is_signed_only_with_a_reason(
    session: Session, therapist: Actor, plannable: int
) -> None:
    acts.compute(session, therapist, plannable, TODAY)
    acts.edit_week(session, therapist, plannable, 1, [(0, "Enter claims", 6)], TODAY)
    contradicting = sign.sign(session, therapist, plannable, "Agreed", TODAY)
    assert isinstance(contradicting, tuple)
    assert [problem.code for problem in contradicting] == ["not-possible"]
    acts.keep_restrictions(session, therapist, plannable, (), TODAY)
    refused = sign.sign(session, therapist, plannable, " ", TODAY)
    assert isinstance(refused, tuple)
    assert [problem.code for problem in refused] == ["limits-broken"]
    row = sign.sign(session, therapist, plannable, "Agreed with the surgeon for one day", TODAY)
    assert isinstance(row, PlanVersionRow)
    line = session.scalars(select(AuditLine).where(AuditLine.action == "signed")).one()
    assert line.after is not None
    assert line.after["beyond limits"] == "Agreed with the surgeon for one day"


def test_no_reason_makes_a_day_longer_than_it_is(session: Session, therapist: Actor, plannable: int) -> None:
    acts.compute(session, therapist, plannable, TODAY)
    acts.keep_restrictions(session, therapist, plannable, (), TODAY)
    acts.edit_week(session, therapist, plannable, 1, [(0, "Enter claims", 30)], TODAY)
    refused = sign.sign(session, therapist, plannable, "Wanted by the patient", TODAY)
    assert isinstance(refused, tuple)
    assert [problem.code for problem in refused] == ["not-possible"]


def test_nothing_is_signed_without_work_or_after_its_review(
    session: Session, therapist: Actor, plannable: int
) -> None:
    setup = PlanSetup(ScheduleWishes(), review_on=TODAY)
    acts.set_up(session, therapist, plannable, setup, TODAY)
    refused = sign.sign(session, therapist, plannable, "", TODAY)
    assert isinstance(refused, tuple)
    assert [problem.code for problem in refused] == ["no-work", "review-passed"]


def _reassess(session: Session, case: Case, on: date) -> None:
    """Sign the same findings at a later visit."""
    signed = {"author_id": case.therapist_id, "signed_by_id": case.therapist_id, "signed_on": on}
    data = codec.dump(replace(VISIT, on=on))
    session.add(AssessmentRow(case_id=case.id, number=2, visit_on=on, data=data, **signed))
    session.flush()


def test_a_gate_opens_only_by_signature_and_shuts_again(
    session: Session, therapist: Actor, case: Case
) -> None:
    heavy = replace(CLERK.tasks[3].demands[0], load_kg=20.0)
    profile = replace(CLERK, tasks=(*CLERK.tasks[:3], replace(CLERK.tasks[3], demands=(heavy,))))
    make_plannable(session, case, profile)
    assert _page(session, therapist, case.id).can_be_opened == ("Sort post",)
    refused = acts.open_gate(session, therapist, case.id, "Sort post", TODAY)
    assert refused is not None
    assert refused.code == "no-plan-yet"
    acts.compute(session, therapist, case.id, TODAY)
    assert isinstance(sign.sign(session, therapist, case.id, "", TODAY), PlanVersionRow)
    acts.begin_again(session, therapist, case.id, TODAY)
    refused = acts.open_gate(session, therapist, case.id, "Sort post", TODAY)
    assert refused is not None
    assert refused.code == "not-reassessed"
    later = TODAY + timedelta(days=7)
    _reassess(session, case, later)
    forged = acts.open_gate(session, therapist, case.id, "Type", later)
    assert forged is not None
    assert forged.code == "not-openable"
    assert acts.open_gate(session, therapist, case.id, "Sort post", later) is None
    page = _page(session, therapist, case.id)
    assert page.opened_tasks == ("Sort post",)
    assert page.shut == ()
    opened = kept_plan(session, case.id).plan.wishes.openings[0].opened
    assert (opened.on, opened.by) == (later, therapist.signature)
    acts.close_gate(session, therapist, case.id, "Sort post", TODAY)
    assert _page(session, therapist, case.id).can_be_opened == ("Sort post",)


def test_settings_survive_being_kept(session: Session, therapist: Actor, plannable: int) -> None:
    ground = _page(session, therapist, plannable).ground.brief.offer.ground
    rest = RestRule("rest-days", 1, 4, ground, max_days=3)
    wishes = ScheduleWishes(start=MONDAY, rests=(rest,), full_duty_by_week=8)
    acts.set_up(session, therapist, plannable, PlanSetup(wishes), TODAY)
    assert kept_plan(session, plannable).plan.wishes == wishes
    acts.throw_away(session, therapist, plannable)
    assert kept_plan(session, plannable).begun_on is None


def test_the_next_plan_goes_on_from_what_was_reached(
    session: Session, therapist: Actor, plannable: int
) -> None:
    acts.compute(session, therapist, plannable, TODAY)
    sign.sign(session, therapist, plannable, "", TODAY)
    later = date(2026, 3, 26)
    acts.begin_again(session, therapist, plannable, later)
    page = plan_page(session, therapist, plannable, later).working
    assert page is not None
    assert page.schedule is not None
    assert page.schedule.weeks[0].monday == date(2026, 3, 30)
    assert page.schedule.weeks[0].hours == 20.0
    assert page.ground.plan.wishes.first_day_hours == 4.0
    assert page.is_stale
    acts.compute(session, therapist, plannable, later)
    assert plan_page(session, therapist, plannable, later).working is not None
