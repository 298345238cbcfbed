"""Employers of a clinic's patients."""

from dataclasses import asdict, dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.permission import NotFoundError, Permission, require
from rtw.store.people import Employer


@dataclass(frozen=True, slots=True)
class EmployerDetails:
    """An employer and whom to call there."""

    name: str
    address: str = ""
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""


def employers(session: Session, actor: Actor) -> tuple[Employer, ...]:
    """List the clinic's employers by name."""
    require(actor, Permission.SEE_CASES)
    query = select(Employer).where(Employer.clinic_id == actor.clinic_id).order_by(Employer.name)
    return tuple(session.scalars(query))


def employer(session: Session, actor: Actor, employer_id: int) -> Employer:
    """Return one employer of the actor's clinic."""
    require(actor, Permission.SEE_CASES)
    found = session.get(Employer, employer_id)
    if found is None or found.clinic_id != actor.clinic_id:
        raise NotFoundError(f"employer {employer_id}")
    return found


def employer_named(session: Session, actor: Actor, name: str) -> Employer:
    """Find the clinic's employer of that name whatever its capitals, or add it."""
    require(actor, Permission.EDIT_CASES)
    found = session.scalar(
        select(Employer).where(
            Employer.clinic_id == actor.clinic_id, func.lower(Employer.name) == name.strip().lower()
        )
    )
    if found is not None:
        return found
    added = Employer(clinic_id=actor.clinic_id, name=name.strip())
    session.add(added)
    session.flush()
    audit.record(session, actor, "added", "employer", added.id, after={"name": added.name})
    return added


def change_employer(session: Session, actor: Actor, employer_id: int, new: EmployerDetails) -> None:
    """Change an employer's name, address and contact."""
    require(actor, Permission.EDIT_CASES)
    found = employer(session, actor, employer_id)
    after = asdict(new)
    before = {name: getattr(found, name) for name in after}
    for name, value in after.items():
        setattr(found, name, value)
    audit.record(session, actor, "changed", "employer", found.id, before=before, after=after)
    session.flush()
