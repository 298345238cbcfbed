"""Signing in, and what a person does with her own account."""

from datetime import datetime
from typing import Final

import pyotp
from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem, Severity
from rtw.services import audit, passwords
from rtw.services.actor import Actor, actor_of
from rtw.services.permission import Permission, require
from rtw.store.people import User


def sign_in(session: Session, email: str, password: str, code: str, now: datetime) -> Actor | None:
    """Return who signs in, or None. A wrong address, password or code look the same from outside.

    `code` is the six digits of the authenticator for accounts that have one; others ignore it.
    """
    user = session.scalar(select(User).where(func.lower(User.email) == email.strip().lower()))
    known = passwords.matches(user.password_hash if user else None, password)
    if user is None or not known or not user.active or not _code_fits(user, code, now):
        clinic_id = user.clinic_id if user else None
        audit.record(session, None, "refused", "sign-in", user.id if user else None, clinic_id=clinic_id)
        return None
    audit.record(session, actor_of(user), "signed in", "account", user.id)
    return actor_of(user)


def _code_fits(user: User, code: str, now: datetime) -> bool:
    if user.totp_secret is None:
        return True
    return pyotp.TOTP(user.totp_secret).verify(code.replace(" ", ""), for_time=now, valid_window=1)


_SIGNED_IN: Final = select(
    User.id,
    User.name,
    User.role,
    User.clinic_id,
    User.credentials,
    User.employer_id,
    User.patient_id,
    User.password_hash,
).where(User.id == bindparam("user_id"), User.active)
"""Every request asks for it: its columns come at a third of what the whole account costs."""


def signed_in(session: Session, user_id: int) -> tuple[Actor, str] | None:
    """Return who a session cookie stands for, while her account is active, and the hash of her password."""
    row = session.connection().execute(_SIGNED_IN, {"user_id": user_id}).one_or_none()
    return (Actor(*row[:-1]), row.password_hash) if row is not None else None


def change_password(session: Session, actor: Actor, present: str, new: str) -> Problem | None:
    """Change one's own password; other devices are signed out by it."""
    require(actor, Permission.OWN_ACCOUNT)
    user = session.get_one(User, actor.id)
    if not passwords.matches(user.password_hash, present):
        return _mistake("present-password-wrong", "This is not your present password.", "Enter it again.")
    if len(new) < passwords.MIN_LENGTH:
        advice = f"Use at least {passwords.MIN_LENGTH} characters; a few words in a row are good."
        return _mistake("password-too-short", "The new password is too short.", advice)
    user.password_hash = passwords.hash_password(new)
    audit.record(session, actor, "changed", "password", user.id)
    session.flush()
    return None


def _mistake(code: str, message: str, advice: str) -> Problem:
    return Problem(Severity.ERROR, code, message, advice)
