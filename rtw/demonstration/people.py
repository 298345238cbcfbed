"""The demonstration clinic and one account for each role. All invented, with a password anybody may know."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtw.demonstration.done import done
from rtw.services.actor import Actor, actor_of
from rtw.services.people import Letterhead, NewUser, add_user, change_letterhead, clinic_named
from rtw.store.cases import Case
from rtw.store.people import Role, User

PASSWORD: Final = "demonstration clinic"  # noqa: S105
"""Printed when the clinic is loaded; it guards nothing but invented people."""

LETTERHEAD: Final = Letterhead(
    "Harbour Hand Clinic (demonstration)",
    "1 Quay Street\nHarbourtown",
    "+1 555 0100",
    "clinic@harbour.example",
    "functional_only",
)


@dataclass(frozen=True, slots=True)
class Account:
    """One account of the demonstration, and what its owner does there."""

    email: str
    name: str
    role: Role
    does: str
    credentials: str = ""


THERAPIST: Final = Account(
    "therapist@harbour.example", "Elin Brandt", Role.THERAPIST, "sees patients, makes plans", "OTR/L, CHT"
)
ADMINISTRATOR: Final = Account(
    "administrator@harbour.example", "Jonas Reuter", Role.ADMINISTRATOR, "manages accounts and letterhead"
)
CASE_MANAGER: Final = Account(
    "manager@harbour.example", "Priya Raman", Role.CASE_MANAGER, "follows cases of an insurer"
)
EMPLOYER: Final = Account(
    "employer@northgate.example", "Lars Nyström", Role.EMPLOYER, "stands for Northgate Mutual Insurance"
)
PATIENT: Final = Account("patient@harbour.example", "Marit Solberg", Role.PATIENT, "is the clerk")
ACCOUNTS: Final = (THERAPIST, ADMINISTRATOR, CASE_MANAGER, EMPLOYER, PATIENT)


def is_loaded(session: Session) -> bool:
    """Whether the demonstration clinic is there already."""
    return session.scalar(select(User.id).where(User.email == THERAPIST.email)) is not None


def add_accounts(session: Session) -> tuple[Actor, int]:
    """Found the clinic with its accounts; returns the therapist, and the case manager's number."""
    clinic_id = clinic_named(session, LETTERHEAD.name).id
    users = {account: _add(session, clinic_id, account) for account in ACCOUNTS}
    change_letterhead(session, actor_of(users[ADMINISTRATOR]), LETTERHEAD)
    return actor_of(users[THERAPIST]), users[CASE_MANAGER].id


def tie_accounts(session: Session, case_id: int) -> None:
    """Tie the employer's and the patient's account to those of a case."""
    case = session.get_one(Case, case_id)
    _user(session, EMPLOYER).employer_id = case.employer_id
    _user(session, PATIENT).patient_id = case.patient_id
    session.flush()


def _add(session: Session, clinic_id: int, account: Account) -> User:
    new = NewUser(account.email, account.name, account.role, PASSWORD, account.credentials)
    return done(add_user(session, None, clinic_id, new))


def _user(session: Session, account: Account) -> User:
    return session.scalars(select(User).where(User.email == account.email)).one()
