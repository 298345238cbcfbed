"""The patient's consent for each recipient: recorded with its dates, withdrawn, never erased."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem, Severity
from rtw.domain.plan import Consent, ConsentScope, Recipient
from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.permission import NotFoundError, Permission, case_for
from rtw.store.plans import ConsentRow


@dataclass(frozen=True, slots=True)
class RecordedConsent:
    """A consent on record. Withdrawn, it does not hold from that day on."""

    id: int
    consent: Consent
    withdrawn_on: date | None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on `day`."""
        return self.consent.holds_on(day)


def consents(session: Session, case_id: int) -> tuple[RecordedConsent, ...]:
    """List every consent of a case, newest first. The caller has asked for permission."""
    query = select(ConsentRow).where(ConsentRow.case_id == case_id).order_by(ConsentRow.id.desc())
    return tuple(RecordedConsent(row.id, _consent(row), row.withdrawn_on) for row in session.scalars(query))


def record_consent(session: Session, actor: Actor, case_id: int, new: Consent, today: date) -> Problem | None:
    """Record what the patient agreed to; it takes the place of an older consent for that recipient."""
    case_for(session, actor, Permission.RELEASE, case_id)
    if new.given_on > today:
        return _wrong("consent-in-future", "This day has not come yet.", "Enter the day the patient agreed.")
    if new.until is not None and new.until < new.given_on:
        return _wrong("consent-ends-early", "The consent ends before it begins.", "Check the two days.")
    row = ConsentRow(
        case_id=case_id,
        recipient=new.recipient,
        scope=new.scope,
        given_on=new.given_on,
        until=new.until,
        recorded_by_id=actor.id,
    )
    session.add(row)
    session.flush()
    after = {"recipient": new.recipient.label, "covers": new.scope.label}
    audit.record(session, actor, "recorded", "consent", row.id, case_id=case_id, after=after)
    return None


def withdraw_consent(session: Session, actor: Actor, case_id: int, consent_id: int, today: date) -> None:
    """Write down that the patient took the consent back; what left before stays on record."""
    case_for(session, actor, Permission.RELEASE, case_id)
    row = session.get(ConsentRow, consent_id)
    if row is None or row.case_id != case_id:
        raise NotFoundError(f"consent {consent_id}")
    if row.withdrawn_on is None:
        row.withdrawn_on = today
        after = {"recipient": row.recipient.label}
        audit.record(session, actor, "withdrew", "consent", row.id, case_id=case_id, after=after)
        session.flush()


def newest_for(recorded: tuple[RecordedConsent, ...], recipient: Recipient) -> RecordedConsent | None:
    """Return the newest consent for a recipient, in force or not."""
    return next((each for each in recorded if each.consent.recipient is recipient), None)


def _consent(row: ConsentRow) -> Consent:
    """Read a consent; a withdrawn one ended on the day before it was withdrawn."""
    ends = [row.until] if row.until else []
    if row.withdrawn_on is not None:
        ends.append(row.withdrawn_on - timedelta(days=1))
    scope = ConsentScope(row.scope)
    return Consent(Recipient(row.recipient), scope, row.given_on, min(ends, default=None))


def _wrong(code: str, message: str, advice: str) -> Problem:
    return Problem(Severity.ERROR, code, message, advice)
