"""Clinics and the people who sign in."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem, Severity
from rtw.domain.disclosure.profiles import profile_named
from rtw.services import audit, passwords
from rtw.services.actor import Actor
from rtw.services.permission import Permission, require
from rtw.store.people import Clinic, Role, User


@dataclass(frozen=True, slots=True)
class NewUser:
    """What an account needs. `credentials` are printed after the name ("OTR/L, CHT")."""

    email: str
    name: str
    role: Role
    password: str
    credentials: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The clinic as it heads letters."""

    name: str
    address: str
    phone: str
    email: str
    disclosure_profile: str


def clinic_named(session: Session, name: str) -> Clinic:
    """Find the clinic of that name, or found it."""
    clinic = session.scalar(select(Clinic).where(Clinic.name == name))
    if clinic is None:
        clinic = Clinic(name=name)
        session.add(clinic)
        session.flush()
    return clinic


def add_user(session: Session, actor: Actor | None, clinic_id: int, new: NewUser) -> User | Problem:
    """Give a person an account. `actor` None: the person at the server's own command line."""
    if actor is not None:
        require(actor, Permission.MANAGE_PEOPLE)
        clinic_id = actor.clinic_id
    problem = _why_not(session, new)
    if problem is not None:
        return problem
    user = User(
        clinic_id=clinic_id,
        email=new.email.strip().lower(),
        name=new.name.strip(),
        role=new.role,
        credentials=new.credentials.strip(),
        password_hash=passwords.hash_password(new.password),
    )
    session.add(user)
    session.flush()
    audit.record(
        session, actor, "added", "account", user.id, clinic_id=clinic_id, after={"role": new.role.value}
    )
    return user


def _why_not(session: Session, new: NewUser) -> Problem | None:
    if "@" not in new.email.strip("@ "):
        return Problem(Severity.ERROR, "email-invalid", "This is not an e-mail address.", "Write name@place.")
    if len(new.password) < passwords.MIN_LENGTH:
        advice = f"Use at least {passwords.MIN_LENGTH} characters; a few words in a row are good."
        return Problem(Severity.ERROR, "password-too-short", "The password is too short.", advice)
    taken = session.scalar(select(User.id).where(func.lower(User.email) == new.email.strip().lower()))
    if taken is not None:
        message = f"There is an account for {new.email} already."
        return Problem(Severity.ERROR, "email-taken", message, "Use another address.", found=new.email)
    return None


def users(session: Session, actor: Actor) -> tuple[User, ...]:
    """List the accounts of the actor's clinic by name."""
    require(actor, Permission.MANAGE_PEOPLE)
    return tuple(session.scalars(select(User).where(User.clinic_id == actor.clinic_id).order_by(User.name)))


def colleagues(session: Session, actor: Actor, role: Role) -> tuple[tuple[int, str], ...]:
    """List (id, name) of the clinic's active people of one role, for choosing from."""
    require(actor, Permission.SEE_CASES)
    rows = session.execute(
        select(User.id, User.name)
        .where(User.clinic_id == actor.clinic_id, User.role == role, User.active)
        .order_by(User.name)
    )
    return tuple((row.id, row.name) for row in rows)


def letterhead(session: Session, clinic_id: int) -> Letterhead:
    """Return what heads the clinic's letters."""
    clinic = session.get_one(Clinic, clinic_id)
    return Letterhead(
        clinic.name, clinic.address, clinic.phone, clinic.email, profile_named(clinic.disclosure_profile).name
    )


def change_letterhead(session: Session, actor: Actor, new: Letterhead) -> None:
    """Change the letterhead and the disclosure profile of the actor's clinic."""
    require(actor, Permission.EDIT_CLINIC)
    clinic = session.get_one(Clinic, actor.clinic_id)
    before = {name: getattr(clinic, name) for name in Letterhead.__slots__}
    after = {name: getattr(new, name) for name in Letterhead.__slots__}
    for name, value in after.items():
        setattr(clinic, name, value)
    audit.record(session, actor, "changed", "letterhead", clinic.id, before=before, after=after)
    session.flush()
