"""What stands behind the entries of a visit, its questions, and the first day of a strength test."""

from a_clinic import TODAY
from a_measured_hand import OPERATED_ON, measure, visit_value
from sqlalchemy.orm import Session

from rtw.domain.why import Origin
from rtw.services.actor import Actor
from rtw.services.assessments import strength_holds_of
from rtw.services.case_record import case_record
from rtw.services.progress import progress_of
from rtw.services.visit_panels import findings_panel, hold_panel, person_panel, questions_panel, visits_panel
from rtw.store.cases import Case


def test_a_list_of_visits_opens_to_its_trials(session: Session, therapist: Actor, case: Case) -> None:
    measure(session, therapist, case)
    visits = case_record(session, therapist, case.id).signed_visits
    given = [each.value for each in visits_panel(progress_of(visits), visits).inputs]
    assert "17 / 18 / 19 kgf" in given
    assert any(value.endswith(" / 3") for value in given)


def test_an_entry_says_whose_it_is_and_who_signed(session: Session, therapist: Actor, case: Case) -> None:
    measure(session, therapist, case)
    visit = case_record(session, therapist, case.id).signed_visits[-1]
    found, told = findings_panel(visit), person_panel(visit)
    assert f"signed by {visit.signed_by}" in found.inputs[0].where
    assert {each.origin for each in told.inputs} == {Origin.PATIENT, Origin.MEASURED, Origin.CLINICIAN}
    assert told.formula is None


def test_a_strength_test_waits_by_a_published_week(session: Session, therapist: Actor, case: Case) -> None:
    measure(session, therapist, case)
    record = case_record(session, therapist, case.id)
    hold = strength_holds_of(record)[0]
    why = hold_panel(record, hold)
    assert str(OPERATED_ON.year) in why.inputs[0].value
    assert why.sources == (hold.source,)
    assert f"week {why.coefficients[0].value.removeprefix('week ')}" in hold.reason


def test_limits_of_questions_are_conventions_or_published(
    session: Session, therapist: Actor, case: Case
) -> None:
    measure(session, therapist, case)
    why = questions_panel(case_record(session, therapist, case.id), visit_value(TODAY))
    assert {each.origin for each in why.inputs} == {Origin.ASSUMED}
    motions = {found.motion for hand in visit_value(TODAY).hands for found in hand.motion}
    assert len(why.coefficients) >= len(motions) > 0
