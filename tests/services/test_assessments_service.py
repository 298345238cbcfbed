from dataclasses import replace
from datetime import timedelta

import pytest
from a_clinic import TODAY, new_case, new_user
from a_measured_hand import (
    FIRST_VISIT,
    KGF,
    OPERATED_ON,
    SECOND_VISIT,
    measure,
    sign_one,
    treat,
    visit_value,
)
from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind
from job_profiles.problem import Problem
from rtw.domain.assessment.assessment import Assessment, Measure
from rtw.domain.assessment.findings import HandFindings, Motion, MotionFinding
from rtw.domain.assessment.operation import (
    Approach,
    Nerve,
    Operation,
    PatientFacts,
    Procedure,
    Sex,
    SlowsHealing,
)
from rtw.domain.hands import Side
from rtw.services.actor import Actor, actor_of
from rtw.services.assessments import (
    EARLY_TEST,
    EMPTY,
    begin_visit,
    discard_visit,
    questions_about,
    save_visit,
    sign_visit,
    strength_holds_of,
    visit_before,
    visit_in,
)
from rtw.services.audit import history
from rtw.services.case_record import case_record
from rtw.services.cases import case_header
from rtw.services.permission import NotAllowedError, NotFoundError
from rtw.services.progress import progress_of
from rtw.services.strength_figures import strength_figures
from rtw.services.treatments import change_treatment, treatment
from rtw.store.assessments import AssessmentRow
from rtw.store.cases import Case
from rtw.store.people import Role

DAY = timedelta(days=1)


def test_an_empty_visit_is_not_signed(session: Session, therapist: Actor, case: Case) -> None:
    begun = begin_visit(session, therapist, case.id, TODAY)
    refused = sign_visit(session, therapist, case.id, begun.id, TODAY)
    assert refused is not None
    assert refused.code == EMPTY
    save_visit(
        session, therapist, case.id, begun.id, replace(begun.assessment, notes="Rang to say all is well.")
    )
    assert sign_visit(session, therapist, case.id, begun.id, TODAY) is None


def test_a_first_visit_begins_empty_and_is_gone_on_with(
    session: Session, therapist: Actor, case: Case
) -> None:
    begun = begin_visit(session, therapist, case.id, TODAY)
    assert begun.assessment == Assessment(TODAY, therapist.signature)
    assert begin_visit(session, therapist, case.id, TODAY + DAY).id == begun.id


def test_the_next_visit_begins_with_what_is_still_valid(
    session: Session, therapist: Actor, case: Case
) -> None:
    measure(session, therapist, case)
    begun = begin_visit(session, therapist, case.id, TODAY)
    assert begun.number == 3
    assert begun.assessment.taken_on(Measure.GRIP, Side.RIGHT) == SECOND_VISIT
    assert begun.assessment.pain_work is None
    assert begun.assessment.surgeon_restrictions == visit_value(TODAY).surgeon_restrictions


def test_only_signed_visits_count(session: Session, therapist: Actor, case: Case) -> None:
    measure(session, therapist, case)
    begun = begin_visit(session, therapist, case.id, TODAY)
    save_visit(session, therapist, case.id, begun.id, visit_value(TODAY, grip=30.0))
    record = case_record(session, therapist, case.id)
    findings = record.findings()
    assert findings is not None
    assert [visit.on for visit in findings.assessments] == [FIRST_VISIT, SECOND_VISIT]
    assert record.begun is not None
    assert record.begun.id == begun.id
    assert visit_before(record, record.begun) == record.last_signed


def test_a_signed_visit_never_changes(session: Session, therapist: Actor, case: Case) -> None:
    treat(session, therapist, case)
    signed = sign_one(session, therapist, case, visit_value(SECOND_VISIT))
    for act in (
        lambda: save_visit(session, therapist, case.id, signed.id, visit_value(TODAY)),
        lambda: sign_visit(session, therapist, case.id, signed.id, TODAY),
        lambda: discard_visit(session, therapist, case.id, signed.id),
    ):
        with pytest.raises(NotFoundError):
            act()
    read = visit_in(case_record(session, therapist, case.id), signed.id)
    assert read.assessment == replace(visit_value(SECOND_VISIT), assessor=therapist.signature)
    assert read.signed_by == therapist.name


def test_strength_tested_too_early_needs_a_word(session: Session, therapist: Actor, case: Case) -> None:
    treat(session, therapist, case, on=TODAY - 14 * DAY)
    begun = begin_visit(session, therapist, case.id, TODAY)
    save_visit(session, therapist, case.id, begun.id, visit_value(TODAY))
    problem = sign_visit(session, therapist, case.id, begun.id, TODAY)
    assert problem is not None
    assert problem.code == EARLY_TEST
    assert case_record(session, therapist, case.id).last_signed is None
    assert sign_visit(session, therapist, case.id, begun.id, TODAY, early_tests_allowed=True) is None
    fields = {change.field for act in history(session, therapist, case.id) for change in act.changes}
    assert "allowed_early" in fields


def test_the_surgeons_leave_is_asked_for_once(session: Session, therapist: Actor, case: Case) -> None:
    treat(session, therapist, case, on=TODAY - 14 * DAY)
    begun = begin_visit(session, therapist, case.id, TODAY)
    save_visit(session, therapist, case.id, begun.id, visit_value(TODAY))
    assert sign_visit(session, therapist, case.id, begun.id, TODAY, early_tests_allowed=True) is None
    (hold,) = strength_holds_of(case_record(session, therapist, case.id))
    assert hold.until == TODAY
    assert "the surgeon's own date" in hold.reason
    later = TODAY + 7 * DAY
    again = begin_visit(session, therapist, case.id, later)
    save_visit(session, therapist, case.id, again.id, visit_value(later))
    assert sign_visit(session, therapist, case.id, again.id, later) is None


def test_until_the_treatment_is_entered_no_strength_may_be_tested(
    session: Session, therapist: Actor, case: Case
) -> None:
    holds = strength_holds_of(case_record(session, therapist, case.id))
    assert {hold.side for hold in holds if hold.holds_on(TODAY)} == set(Side)
    treat(session, therapist, case, on=OPERATED_ON)
    held = strength_holds_of(case_record(session, therapist, case.id))
    assert [hold.side for hold in held] == [Side.RIGHT]
    assert held[0].holds_on(OPERATED_ON + DAY)
    assert not held[0].holds_on(OPERATED_ON + 365 * DAY)


def test_a_visit_begun_can_be_discarded(session: Session, therapist: Actor, case: Case) -> None:
    begun = begin_visit(session, therapist, case.id, TODAY)
    discard_visit(session, therapist, case.id, begun.id)
    assert case_record(session, therapist, case.id).visits == ()


def test_a_surprising_change_is_asked_about(session: Session, therapist: Actor, case: Case) -> None:
    measure(session, therapist, case)
    record = case_record(session, therapist, case.id)
    strange = visit_value(TODAY, grip=40.0)
    codes = {problem.code for problem in questions_about(record, strange, record.last_signed)}
    assert codes == {"large-change"}
    assert questions_about(record, visit_value(TODAY, grip=19.0), record.last_signed) == ()


@pytest.mark.parametrize(("degrees", "asked"), [(75.0, False), (150.0, True)])
def test_a_slip_of_the_keyboard_in_a_motion_is_asked_about(
    session: Session, therapist: Actor, case: Case, degrees: float, asked: bool
) -> None:
    treat(session, therapist, case)
    record = case_record(session, therapist, case.id)
    hand = HandFindings(Side.RIGHT, motion=(MotionFinding(Motion.WRIST_EXTENSION, degrees),))
    questions = questions_about(record, Assessment(TODAY, "A. Therapist", hands=(hand,)), None)
    assert [question.code for question in questions] == ["unusual-motion"] * asked


def test_figures_compare_hands_and_visits(session: Session, therapist: Actor, case: Case) -> None:
    measure(session, therapist, case)
    last = case_record(session, therapist, case.id).last_signed
    figures = strength_figures(visit_value(TODAY, grip=20.0), last, KGF)
    grip = next(f for f in figures if (f.kind, f.side) == (DemandKind.POWER_GRIP, Side.RIGHT))
    assert grip.mean is not None
    assert grip.variation is not None
    assert grip.of_other is not None
    assert grip.since is not None
    assert (grip.mean.words, grip.variation.words) == ("20.0 kgf", "varies 5 %")
    assert [given.value for given in grip.mean.why.inputs] == ["19 kgf", "20 kgf", "21 kgf"]
    assert grip.variation.why.steps == ("1.00 / 20.00 × 100 = 5.0 %",)
    assert grip.of_other.words == "69 % of the other hand"
    assert grip.of_other.why.steps == ("20.0 / 29.0 × 100 = 69 %",)
    assert (grip.since.shown.words, grip.since.step.before.on) == ("+2.0 kgf", SECOND_VISIT)
    assert grip.since.step.words == "within measurement error"
    assert grip.since.shown.why.sources == ("bohannon_2019",)


def test_a_sound_hand_is_not_held_against_the_treated_one(
    session: Session, therapist: Actor, case: Case
) -> None:
    def shares(*treated: Side) -> list[bool]:
        figures = strength_figures(visit_value(TODAY, grip=20.0), None, KGF, treated)
        return [f.of_other is not None for f in figures if f.kind is DemandKind.POWER_GRIP]

    assert shares(Side.RIGHT) == [False, True]
    assert shares() == shares(Side.LEFT, Side.RIGHT) == [True, True]


def test_a_copied_figure_is_no_change_and_no_new_point(
    session: Session, therapist: Actor, case: Case
) -> None:
    measure(session, therapist, case)
    begun = begin_visit(session, therapist, case.id, TODAY)
    last = case_record(session, therapist, case.id).last_signed
    figures = strength_figures(begun.assessment, last, KGF)
    assert all(figure.since is None for figure in figures)
    sign_visit(session, therapist, case.id, begun.id, TODAY, early_tests_allowed=True)
    progress = progress_of(case_record(session, therapist, case.id).signed_visits)
    right = next(c for c in progress.courses if (c.kind, c.side) == (DemandKind.POWER_GRIP, Side.RIGHT))
    assert [(point.on, point.value) for point in right.points] == [
        (FIRST_VISIT, pytest.approx(12.0)),
        (SECOND_VISIT, pytest.approx(18.0)),
    ]
    assert [point.value for point in progress.pain_work] == [5.0, 3.0]


def test_treatment_comes_back_and_heads_the_case(session: Session, therapist: Actor, case: Case) -> None:
    known = treatment(session, therapist, case.id)
    assert known.operations == ()
    operations = (
        Operation(
            Side.LEFT, Procedure.CUBITAL_TUNNEL_IN_SITU, OPERATED_ON, Nerve.ULNAR, Approach.OPEN, TODAY
        ),
        Operation(Side.RIGHT, Procedure.CONSERVATIVE, SECOND_VISIT, Nerve.MEDIAN),
    )
    person = PatientFacts(Side.LEFT, Sex.MALE, None, (SlowsHealing.DIABETES,), "gout")
    change_treatment(session, therapist, case.id, operations, person)
    again = treatment(session, therapist, case.id)
    assert (again.operations, again.patient) == (operations, person)
    summary = case_header(session, therapist, case.id, TODAY).case
    assert (summary.operations, summary.hands) == (operations, "Both hands")
    told = summary.treatment(TODAY)
    assert told.startswith("Left hand: Cubital tunnel release in situ, ")
    assert "; Right hand: Conservative treatment, " in told


def test_another_clinic_and_other_roles_find_nothing(session: Session, therapist: Actor, case: Case) -> None:
    stranger = actor_of(new_user(session, Role.THERAPIST, "Another clinic"))
    begun = begin_visit(session, therapist, case.id, TODAY)
    other = new_case(session, therapist, "Berg")
    for act in (
        lambda: case_record(session, stranger, case.id),
        lambda: begin_visit(session, stranger, case.id, TODAY),
        lambda: treatment(session, stranger, case.id),
        lambda: save_visit(session, therapist, other.id, begun.id, visit_value(TODAY)),
    ):
        with pytest.raises(NotFoundError):
            act()
    patient = actor_of(new_user(session, Role.PATIENT))
    with pytest.raises(NotAllowedError):
        case_record(session, patient, case.id)
    with pytest.raises(NotAllowedError):
        begin_visit(session, patient, case.id, TODAY)


def test_a_visit_with_what_cannot_be_is_not_signed_until_it_is_changed(
    session: Session, therapist: Actor, case: Case
) -> None:
    treat(session, therapist, case)
    begun = begin_visit(session, therapist, case.id, TODAY)
    save_visit(session, therapist, case.id, begun.id, replace(visit_value(TODAY), pain_work=44.0))
    refused = sign_visit(session, therapist, case.id, begun.id, TODAY, early_tests_allowed=True)
    assert isinstance(refused, Problem)
    assert refused.code == "off-the-scale"
    assert "Pain at work: 44" in refused.message
    assert case_record(session, therapist, case.id).visits[0].assessment.pain_work == 44.0
    save_visit(session, therapist, case.id, begun.id, replace(visit_value(TODAY), pain_work=4.0))
    assert sign_visit(session, therapist, case.id, begun.id, TODAY, early_tests_allowed=True) is None


def test_what_cannot_be_of_a_visit_signed_long_ago_counts_for_nothing(
    session: Session, therapist: Actor, case: Case
) -> None:
    treat(session, therapist, case)
    begun = begin_visit(session, therapist, case.id, TODAY)
    save_visit(session, therapist, case.id, begun.id, replace(visit_value(TODAY), pain_work=44.0))
    row = session.get(AssessmentRow, begun.id)
    assert row is not None
    row.signed_by_id, row.signed_on = therapist.id, TODAY
    session.flush()
    record = case_record(session, therapist, case.id)
    assert record.last_signed is not None
    assert record.last_signed.assessment.pain_work is None
    assert record.visits[0].assessment.pain_work == 44.0
