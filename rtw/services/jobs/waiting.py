"""Uploaded files that nobody has confirmed yet."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from rtw.services.actor import Actor
from rtw.services.permission import Permission, require
from rtw.store.jobs import ImportPreview
from rtw.store.people import Employer


@dataclass(frozen=True, slots=True)
class Waiting:
    """An uploaded file that nobody has confirmed yet."""

    id: int
    filename: str
    employer_name: str
    uploaded_on: date
    case_id: int | None


def waiting(session: Session, actor: Actor, case_id: int | None = None) -> tuple[Waiting, ...]:
    """List the clinic's unconfirmed files, newest first; with `case_id`, those of one case."""
    require(actor, Permission.SEE_JOBS)
    query = (
        select(
            ImportPreview.id,
            ImportPreview.filename,
            Employer.name,
            ImportPreview.uploaded_on,
            ImportPreview.case_id,
        )
        .join(Employer, Employer.id == ImportPreview.employer_id)
        .where(ImportPreview.clinic_id == actor.clinic_id)
        .order_by(ImportPreview.id.desc())
    )
    if case_id is not None:
        query = query.where(ImportPreview.case_id == case_id)
    return tuple(Waiting(*row) for row in session.execute(query))
