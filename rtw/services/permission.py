"""Who may do what. Whatever is not written here is denied."""

from enum import StrEnum

from sqlalchemy.orm import Session

from rtw.services.actor import Actor
from rtw.store.cases import Case
from rtw.store.people import Role


class Permission(StrEnum):
    """Something a role may be allowed to do."""

    OWN_ACCOUNT = "own_account"
    SEE_CASES = "see_cases"
    EDIT_CASES = "edit_cases"
    SEE_CLINICAL = "see_clinical"
    ASSESS = "assess"
    PLAN = "plan"
    RELEASE = "release"
    SEE_JOBS = "see_jobs"
    EDIT_JOBS = "edit_jobs"
    SEE_KNOWLEDGE = "see_knowledge"
    EDIT_CLINIC = "edit_clinic"
    MANAGE_PEOPLE = "manage_people"

    @property
    def label(self) -> str:
        """The permission as it stands in "You may not …"."""
        return _LABELS[self]


_LABELS = {
    Permission.OWN_ACCOUNT: "use an account",
    Permission.SEE_CASES: "see cases",
    Permission.EDIT_CASES: "change cases",
    Permission.SEE_CLINICAL: "see clinical records",
    Permission.ASSESS: "enter or sign assessments",
    Permission.PLAN: "make or sign plans",
    Permission.RELEASE: "release documents",
    Permission.SEE_JOBS: "see job profiles",
    Permission.EDIT_JOBS: "change job profiles",
    Permission.SEE_KNOWLEDGE: "see the knowledge base",
    Permission.EDIT_CLINIC: "change the clinic's letterhead",
    Permission.MANAGE_PEOPLE: "manage who signs in",
}

ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.THERAPIST: frozenset(Permission) - {Permission.MANAGE_PEOPLE},
    Role.CASE_MANAGER: frozenset({Permission.OWN_ACCOUNT, Permission.SEE_KNOWLEDGE}),
    Role.EMPLOYER: frozenset({Permission.OWN_ACCOUNT}),
    Role.PATIENT: frozenset({Permission.OWN_ACCOUNT}),
    Role.ADMINISTRATOR: frozenset(
        {
            Permission.OWN_ACCOUNT,
            Permission.SEE_KNOWLEDGE,
            Permission.EDIT_CLINIC,
            Permission.MANAGE_PEOPLE,
        }
    ),
}


class NotAllowedError(Exception):
    """The person's role does not allow the act."""

    def __init__(self, permission: Permission) -> None:
        super().__init__(f"not allowed to {permission.label}")
        self.permission = permission


class NotFoundError(Exception):
    """There is no such record, or none this person may know of; the two look alike on purpose."""


def may(actor: Actor, permission: Permission) -> bool:
    """Whether the person's role has the permission."""
    return permission in ALLOWED.get(actor.role, frozenset())


def require(actor: Actor, permission: Permission) -> None:
    """Go on only when the person has the permission."""
    if not may(actor, permission):
        raise NotAllowedError(permission)


def case_for(session: Session, actor: Actor, permission: Permission, case_id: int) -> Case:
    """Return the case when the person may do this with it.

    Therapists of one clinic stand in for each other, so a case is open to all of them, and every
    change is kept with its author. A case of another clinic is not found.
    """
    require(actor, permission)
    case = session.get(Case, case_id)
    if case is None or case.clinic_id != actor.clinic_id:
        raise NotFoundError(f"case {case_id}")
    return case
