"""A clinic to test with: the day, its people and a case."""

from datetime import date, timedelta

from playwright.sync_api import Page
from sqlalchemy.orm import Session

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.plan import MadeFrom, Plan
from rtw.domain.schedule.values import BreakRule, Day, Schedule, TaskHours, Week
from rtw.services.actor import Actor
from rtw.services.cases import CaseDetails, NewCase, PatientDetails, open_case
from rtw.services.people import NewUser, add_user, clinic_named
from rtw.store.assessments import AssessmentRow
from rtw.store.cases import Case
from rtw.store.codec import dump, fingerprint
from rtw.store.jobs import Job, JobVersion
from rtw.store.people import Role, User
from rtw.store.plans import PlanVersionRow

TODAY = date(2026, 3, 9)
PASSWORD = "three plain words"
MONDAY = TODAY
REVIEW = MONDAY + timedelta(days=14)


def new_user(session: Session, role: Role, clinic: str = "Hand clinic") -> User:
    """Add a person of this role; her address is the role's name."""
    mark = "" if clinic == "Hand clinic" else ".elsewhere"
    new = NewUser(f"{role.value}{mark}@clinic.example", f"Anna {role.label}", role, PASSWORD, "OTR/L")
    user = add_user(session, None, clinic_named(session, clinic).id, new)
    assert isinstance(user, User)
    return user


def new_case(session: Session, actor: Actor, family_name: str = "Lopez", today: date = TODAY) -> Case:
    """Open a case whose treatment nobody has entered yet."""
    details = CaseDetails(job_title="Data-entry clerk")
    case = open_case(
        session, actor, NewCase(PatientDetails("Maria", family_name), "Northside Insurance", details), today
    )
    assert isinstance(case, Case)
    return case


def sign_in_page(page: Page, role: Role = Role.THERAPIST) -> None:
    """Sign in as a person does, and wait for the caseload."""
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(f"{role.value}@clinic.example")
    page.get_by_label("Password").fill(PASSWORD)
    with page.expect_navigation(url="**/cases", wait_until="load"):
        page.get_by_role("button", name="Sign in").click()


def a_plan() -> Plan:
    """Plan two weeks of filing, one hour and then two on Mondays; the review follows them."""
    weeks = tuple(
        Week(n, MONDAY + timedelta(weeks=n - 1), (Day(0, (TaskHours("Filing", 2 * n),)),)) for n in (1, 2)
    )
    schedule = Schedule(weeks, 2, (), BreakRule(60, 5, "convention"))
    return Plan(schedule, (), (), REVIEW, MadeFrom(1, 1, "1"))


def sign_plan(session: Session, actor: Actor, case: Case, number: int, plan: Plan) -> None:
    """Keep a plan as signed today, from a job and a visit of its own."""
    job = JobVersion(number=1, profile={})
    taken = dump(Assessment(TODAY, actor.signature))
    visit = AssessmentRow(case_id=case.id, number=number, visit_on=TODAY, data=taken, author_id=actor.id)
    session.add_all([Job(clinic_id=case.clinic_id, title="Clerk", versions=[job]), visit])
    session.flush()
    row = PlanVersionRow(
        case_id=case.id,
        number=number,
        data=dump(plan),
        sha256=fingerprint(dump(plan)),
        job_version_id=job.id,
        assessment_id=visit.id,
        knowledge_version="1",
        review_on=plan.review_on,
        signed_by_id=actor.id,
        signed_on=TODAY,
    )
    session.add(row)
    session.flush()
