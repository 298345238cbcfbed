"""The one act by which a plan leaves: a frozen snapshot and its files."""

from datetime import date
from pathlib import PurePath

from sqlalchemy.orm import Session

from job_profiles.problem import Problem
from reports.snapshot import digest, snapshot_bytes
from reports.types import EmployerReport
from reports.wording import file_stem
from rtw.domain.plan import Recipient
from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.permission import Permission, case_for
from rtw.services.plan_documents import File, employer_files
from rtw.services.releases.desk import Desk, desk_of, released_draft
from rtw.services.releases.snapshots import stored_snapshot
from rtw.store.releases import Release, ReleaseFile

MEDIA_TYPES = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
    ".ics": "text/calendar; charset=utf-8",
}


def release(
    session: Session, actor: Actor, case_id: int, recipient: Recipient, today: date
) -> Release | tuple[Problem, ...]:
    """Release the newest signed plan to a recipient, or say what still stands in the way."""
    case_for(session, actor, Permission.RELEASE, case_id)
    desk = desk_of(session, actor, case_id, recipient, today)
    draft = released_draft(desk, actor.signature, today)
    if not draft.releasable:
        return draft.refusals
    row = _frozen(desk, draft.report, actor, today)
    row.files = [_file(name, data) for name, data in named_files(draft.report, employer_files(draft, today))]
    session.add(row)
    session.flush()
    after = {"to": recipient.label, "plan": row.plan_number, "sha256": row.sha256}
    audit.record(session, actor, "released", "plan", row.id, case_id=case_id, after=after)
    return row


def named_files(report: EmployerReport, files: tuple[File, ...]) -> tuple[File, ...]:
    """Name files by reference and version: a file name says nothing else."""
    stem = file_stem(report)
    return tuple((f"{stem}{_mark(name)}{PurePath(name).suffix}", data) for name, data in files)


def _mark(name: str) -> str:
    return "-note" if name.startswith("note") else ""


def _frozen(desk: Desk, report: EmployerReport, actor: Actor, today: date) -> Release:
    to_employer = desk.recipient is Recipient.EMPLOYER
    return Release(
        clinic_id=desk.case.clinic_id,
        employer_id=desk.case.employer_id if to_employer else None,
        case_id=desk.case.id,
        plan_number=desk.signed.version.number,
        recipient=desk.recipient,
        disclosure_profile=desk.profile.name,
        snapshot=stored_snapshot(report),
        sha256=digest(snapshot_bytes(report)),
        released_by=actor.signature,
        released_on=today,
    )


def _file(name: str, data: bytes) -> ReleaseFile:
    return ReleaseFile(filename=name, media_type=MEDIA_TYPES[PurePath(name).suffix], data=data)
