"""A clinic to test with: the day, its people and a case."""

from datetime import date

from playwright.sync_api import Page
from sqlalchemy.orm import Session

from rtw.services.actor import Actor
from rtw.services.cases import CaseDetails, NewCase, PatientDetails, open_case
from rtw.services.people import NewUser, add_user, clinic_named
from rtw.store.cases import Case
from rtw.store.people import Role, User

TODAY = date(2026, 3, 9)
PASSWORD = "three plain words"


def new_user(session: Session, role: Role, clinic: str = "Hand clinic") -> User:
    """Add a person of this role; her address is the role's name."""
    mark = "" if clinic == "Hand clinic" else ".elsewhere"
    new = NewUser(f"{role.value}{mark}@clinic.example", f"Anna {role.label}", role, PASSWORD, "OTR/L")
    user = add_user(session, None, clinic_named(session, clinic).id, new)
    assert isinstance(user, User)
    return user


def new_case(session: Session, actor: Actor, family_name: str = "Lopez", today: date = TODAY) -> Case:
    """Open a case of a right hand, three weeks after its operation."""
    details = CaseDetails(
        job_title="Data-entry clerk",
        procedure="Carpal tunnel release",
        right_affected=True,
        operated_right_on=date(2026, 2, 16),
    )
    case = open_case(
        session, actor, NewCase(PatientDetails("Maria", family_name), "Northside Insurance", details), today
    )
    assert isinstance(case, Case)
    return case


def sign_in_page(page: Page, role: Role = Role.THERAPIST) -> None:
    """Sign in as a person does."""
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(f"{role.value}@clinic.example")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
