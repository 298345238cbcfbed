from datetime import date, timedelta

import pytest
from a_clinic import TODAY, new_case, new_user
from sqlalchemy.orm import Session

from job_profiles.problem import Problem
from rtw.domain.assessment.operation import Operation, Procedure
from rtw.domain.case_progress import Step, StepState
from rtw.domain.hands import Side
from rtw.domain.plan import Recipient
from rtw.services.actor import Actor, actor_of
from rtw.services.audit import history
from rtw.services.cases import (
    CaseDetails,
    NewCase,
    PatientDetails,
    add_patient,
    case_details,
    case_header,
    caseload,
    change_case,
    open_case,
    set_status,
)
from rtw.services.permission import NotAllowedError, NotFoundError
from rtw.store.assessments import AssessmentRow
from rtw.store.cases import Case, CaseStatus
from rtw.store.jobs import ImportPreview, Job, JobVersion
from rtw.store.people import Role
from rtw.store.plans import PlanDraft, PlanVersionRow
from rtw.store.releases import Release

DAY = timedelta(days=1)


def _next(session: Session, actor: Actor, case: Case, today: date = TODAY) -> tuple[Step, date] | None:
    session.flush()
    needs = case_header(session, actor, case.id, today).needs
    return (needs[0].step, needs[0].since) if needs else None


def _confirm_job(session: Session, case: Case, on: date) -> JobVersion:
    version = JobVersion(number=1, profile={}, confirmed_on=on)
    session.add(Job(clinic_id=case.clinic_id, title="Clerk, data entry", versions=[version]))
    session.flush()
    case.job_version_id = version.id
    return version


def _visit(session: Session, actor: Actor, case: Case, number: int, on: date) -> AssessmentRow:
    visit = AssessmentRow(case_id=case.id, number=number, visit_on=on, data={}, author_id=actor.id)
    session.add(visit)
    session.flush()
    return visit


def _plan(
    session: Session, actor: Actor, case: Case, job: JobVersion, visit: AssessmentRow, on: date
) -> None:
    row = PlanVersionRow(
        case_id=case.id,
        number=1,
        data={},
        sha256="",
        job_version_id=job.id,
        assessment_id=visit.id,
        knowledge_version="1",
        review_on=on + 14 * DAY,
        signed_by_id=actor.id,
        signed_on=on,
    )
    session.add(row)
    session.flush()


def _release(session: Session, case: Case, number: int, on: date, recipient: Recipient) -> None:
    row = Release(
        clinic_id=case.clinic_id,
        case_id=case.id,
        plan_number=number,
        recipient=recipient,
        disclosure_profile="strict",
        snapshot={},
        sha256="",
        released_by="A",
        released_on=on,
    )
    session.add(row)


def test_a_case_says_at_each_step_what_it_needs_and_since_when(
    session: Session, therapist: Actor, case: Case
) -> None:
    assert _next(session, therapist, case) == (Step.JOB, TODAY)
    preview = ImportPreview(
        clinic_id=case.clinic_id,
        case_id=case.id,
        user_id=therapist.id,
        filename="a.xlsx",
        data=b"",
        sha256="",
        uploaded_on=TODAY + DAY,
    )
    session.add(preview)
    assert _next(session, therapist, case) == (Step.JOB, TODAY + DAY)
    session.delete(preview)
    job = _confirm_job(session, case, TODAY + 2 * DAY)
    assert _next(session, therapist, case) == (Step.ASSESSMENT, TODAY)
    visit = _visit(session, therapist, case, 1, TODAY + 3 * DAY)
    assert _next(session, therapist, case) == (Step.ASSESSMENT, TODAY + 3 * DAY)
    visit.signed_on = TODAY + 3 * DAY
    assert _next(session, therapist, case) == (Step.MATCH, TODAY + 3 * DAY)
    draft = PlanDraft(case_id=case.id, data={}, begun_on=TODAY + 4 * DAY, updated_by_id=therapist.id)
    session.add(draft)
    assert _next(session, therapist, case) == (Step.PLAN, TODAY + 4 * DAY)
    session.delete(draft)
    _plan(session, therapist, case, job, visit, TODAY + 5 * DAY)
    assert _next(session, therapist, case) == (Step.RELEASE, TODAY + 5 * DAY)


def test_after_release_a_case_rests_until_review_or_change(
    session: Session, therapist: Actor, case: Case
) -> None:
    job, visit = _confirm_job(session, case, TODAY), _visit(session, therapist, case, 1, TODAY)
    visit.signed_on = TODAY
    _plan(session, therapist, case, job, visit, TODAY)
    _release(session, case, 1, TODAY, Recipient.PATIENT)
    assert _next(session, therapist, case) == (Step.RELEASE, TODAY)
    _release(session, case, 1, TODAY, Recipient.EMPLOYER)
    assert _next(session, therapist, case) is None
    review = TODAY + 14 * DAY
    assert _next(session, therapist, case, review) == (Step.ASSESSMENT, review)
    again = _visit(session, therapist, case, 2, review)
    again.signed_on = review
    assert _next(session, therapist, case, review) == (Step.PLAN, review)
    states = case_header(session, therapist, case.id, review).steps
    assert states[Step.RELEASE] is StepState.DONE
    assert states[Step.PLAN] is StepState.NEEDS_YOU


def test_the_caseload_puts_first_what_waits_longest(session: Session, therapist: Actor, case: Case) -> None:
    older = new_case(session, therapist, "Adams", TODAY - 10 * DAY)
    rows = caseload(session, therapist, TODAY, whole_clinic=False)
    assert [row.case.id for row in rows] == [older.id, case.id]
    set_status(session, therapist, older.id, CaseStatus.CLOSED, TODAY)
    assert [r.case.id for r in caseload(session, therapist, TODAY, whole_clinic=False)] == [case.id]
    closed = caseload(session, therapist, TODAY, whole_clinic=True, closed=True)
    assert [(r.case.id, r.needs) for r in closed] == [(older.id, ())]


def test_another_clinic_sees_and_finds_nothing(session: Session, case: Case) -> None:
    stranger = actor_of(new_user(session, Role.THERAPIST, "Another clinic"))
    assert caseload(session, stranger, TODAY, whole_clinic=True) == ()
    assert caseload(session, stranger, TODAY, whole_clinic=True, search="Lopez") == ()
    for act in (case_details, history):
        with pytest.raises(NotFoundError):
            act(session, stranger, case.id)
    with pytest.raises(NotFoundError):
        case_header(session, stranger, case.id, TODAY)


@pytest.mark.parametrize("role", [Role.EMPLOYER, Role.PATIENT, Role.CASE_MANAGER, Role.ADMINISTRATOR])
def test_other_roles_are_denied_before_anything_is_read(session: Session, case: Case, role: Role) -> None:
    actor = actor_of(new_user(session, role))
    new = NewCase(PatientDetails("A", "B"), "C", CaseDetails())
    with pytest.raises(NotAllowedError):
        caseload(session, actor, TODAY, whole_clinic=False)
    with pytest.raises(NotAllowedError):
        case_header(session, actor, case.id, TODAY)
    with pytest.raises(NotAllowedError):
        open_case(session, actor, new, TODAY)


def test_a_change_is_kept_with_what_it_was_before(session: Session, therapist: Actor, case: Case) -> None:
    change_case(session, therapist, case.id, CaseDetails(job_title="Typist"))
    act = history(session, therapist, case.id)[0]
    changed = {change.field: (change.before, change.after) for change in act.changes}
    assert (act.who, act.action) == (therapist.name, "changed")
    assert changed["job_title"] == ("Data-entry clerk", "Typist")
    assert "physician_name" not in changed


def test_patients_get_the_next_number_and_none_twice(session: Session, therapist: Actor, case: Case) -> None:
    added = add_patient(session, therapist, PatientDetails("Ida", "Moe"))
    assert not isinstance(added, Problem)
    assert added.number == "P-1002"
    again = add_patient(session, therapist, PatientDetails("Ida", "Moe", number="P-1002"))
    assert isinstance(again, Problem)
    assert again.code == "patient-number-taken"


def test_a_second_case_of_a_known_patient_and_employer_adds_neither(
    session: Session, therapist: Actor, case: Case
) -> None:
    new = NewCase(None, "NORTHSIDE insurance", CaseDetails(), patient_id=case.patient_id)
    second = open_case(session, therapist, new, TODAY)
    assert isinstance(second, Case)
    assert (second.patient_id, second.employer_id) == (case.patient_id, case.employer_id)


def test_the_time_since_surgery_is_counted_as_surgeons_do(
    session: Session, therapist: Actor, case: Case
) -> None:
    assert case_header(session, therapist, case.id, TODAY).case.hands == "Hand not stated"
    release = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, date(2026, 2, 16))
    new = NewCase(None, "Mill", CaseDetails(), patient_id=case.patient_id, operations=(release,))
    opened = open_case(session, therapist, new, TODAY)
    assert isinstance(opened, Case)
    cases = (
        (date(2026, 2, 15), "planned for 16 February 2026"),
        (date(2026, 2, 17), "1 day since"),
        (date(2026, 3, 1), "13 days since"),
        (date(2026, 3, 2), "2 weeks since"),
        (date(2026, 4, 6), "7 weeks since"),
    )
    for today, since in cases:
        header = case_header(session, therapist, opened.id, today).case
        assert header.hands == "Right hand"
        assert header.treatment(today) == f"Open carpal tunnel release, {since}"
