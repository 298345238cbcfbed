"""Approvals without which a plan may not leave: the physician's, and a named person's for free text."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem, Severity
from rtw.domain.plan import Approvals, PhysicianApproval, TextApproval
from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.permission import Permission, case_for
from rtw.services.plans.versions import signed_version
from rtw.store.people import User
from rtw.store.plans import ApprovalKind, ApprovalRow


def approvals_of(session: Session, case_id: int, version_id: int, number: int) -> Approvals:
    """Read what was approved for a plan version. The caller has asked for permission."""
    query = select(ApprovalRow).where(ApprovalRow.case_id == case_id).order_by(ApprovalRow.id.desc())
    rows = list(session.scalars(query))
    texts = (row for row in rows if row.kind is ApprovalKind.TEXT)
    signed = (row for row in rows if row.kind is ApprovalKind.PHYSICIAN)
    own = next((row for row in signed if row.plan_version_id == version_id), None)
    return Approvals(
        texts=tuple(TextApproval(row.text, row.approved_by, row.approved_on) for row in texts),
        physician=PhysicianApproval(own.approved_by, own.approved_on, number) if own else None,
    )


def approve_by_physician(
    session: Session, actor: Actor, case_id: int, approved_by: str, approved_on: date, today: date
) -> Problem | None:
    """Record that the physician agreed to the newest signed plan. The name stays in the clinic."""
    case_for(session, actor, Permission.RELEASE, case_id)
    if not approved_by.strip():
        return Problem(Severity.ERROR, "no-name", "The approval has no name.", "Enter the physician's name.")
    if approved_on > today:
        advice = "Enter the day the physician agreed."
        return Problem(Severity.ERROR, "approval-in-future", "This day has not come yet.", advice)
    signed = signed_version(session, actor, case_id)
    row = ApprovalRow(
        case_id=case_id,
        plan_version_id=signed.id,
        kind=ApprovalKind.PHYSICIAN,
        approved_by=approved_by.strip(),
        approved_on=approved_on,
        recorded_by_id=actor.id,
    )
    said = {"plan": signed.version.number, "approved_by": row.approved_by}
    _add(session, actor, row, said | {"approved_on": approved_on.isoformat(), **_recorded(actor)})
    return None


def approve_text(
    session: Session, actor: Actor, case_id: int, text: str, approved_by: str, today: date
) -> Problem | None:
    """Record a named person's word that exactly this text may leave."""
    case_for(session, actor, Permission.RELEASE, case_id)
    if not approved_by.strip() or not text.strip():
        advice = "Enter the name of the person who approves the text."
        return Problem(Severity.ERROR, "no-name", "The approval has no name.", advice)
    row = ApprovalRow(
        case_id=case_id,
        kind=ApprovalKind.TEXT,
        text=text,
        approved_by=approved_by.strip(),
        approved_on=today,
        recorded_by_id=actor.id,
    )
    _add(session, actor, row, {"text": text, "approved_by": row.approved_by, **_recorded(actor)})
    return None


def physician_recorder(session: Session, version_id: int) -> str | None:
    """Name who wrote the physician's approval down; None where there is none. The caller asked permission."""
    query = (
        select(User.name)
        .join(ApprovalRow, ApprovalRow.recorded_by_id == User.id)
        .where(ApprovalRow.plan_version_id == version_id, ApprovalRow.kind == ApprovalKind.PHYSICIAN)
        .order_by(ApprovalRow.id.desc())
    )
    return session.scalar(query.limit(1))


def _recorded(actor: Actor) -> dict[str, object]:
    """Say who wrote an approval down: the name that approves is only typed, the account is known."""
    return {"recorded_by": actor.signature}


def _add(session: Session, actor: Actor, row: ApprovalRow, after: dict[str, object]) -> None:
    session.add(row)
    session.flush()
    subject = row.kind.label.lower()
    audit.record(session, actor, "recorded", subject, row.id, case_id=row.case_id, after=after)
