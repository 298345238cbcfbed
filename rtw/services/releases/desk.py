"""What lies on the desk before a plan leaves: what will be seen, what is withheld, what is missing."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from rtw.domain.disclosure.profiles import DisclosureProfile, profile_named
from rtw.domain.disclosure.release import release_of
from rtw.domain.disclosure.values import Disclosure, ReleaseDraft
from rtw.domain.plan import Approvals, Recipient
from rtw.services.actor import Actor
from rtw.services.consents import RecordedConsent, consents, newest_for
from rtw.services.permission import NotFoundError
from rtw.services.plans.versions import SignedVersion, signed_version
from rtw.services.releases.approvals import approvals_of, physician_recorder
from rtw.services.releases.disclosure import case_to_disclose, disclosure_of
from rtw.services.releases.sent import SentRelease, sent_releases
from rtw.store.cases import Case

RECIPIENTS = (Recipient.EMPLOYER, Recipient.CASE_MANAGER, Recipient.INSURER)
"""To whom a plan is released; the patient gets her own papers without it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """One signed plan on its way to one recipient. `draft` is exactly what would leave now."""

    case: Case
    signed: SignedVersion
    recipient: Recipient
    profile: DisclosureProfile
    disclosure: Disclosure
    approvals: Approvals
    consents: tuple[RecordedConsent, ...]
    draft: ReleaseDraft
    sent: tuple[SentRelease, ...]
    physician_recorder: str | None

    @property
    def consent(self) -> RecordedConsent | None:
        """The newest consent for this recipient."""
        return newest_for(self.consents, self.recipient)

    @property
    def texts_to_approve(self) -> tuple[str, ...]:
        """Free texts that wait for a name, and could leave with one."""
        refused = [problem for problem in self.draft.refusals if problem.found is not None]
        unfit = {problem.found for problem in refused if problem.code != "text-not-approved"}
        waiting = (p.found for p in refused if p.code == "text-not-approved" and p.found not in unfit)
        return tuple(dict.fromkeys(text for text in waiting if text is not None))

    @property
    def already_sent(self) -> bool:
        """Whether this very version went to this recipient."""
        number = self.signed.version.number
        return any(each.plan_number == number and each.recipient is self.recipient for each in self.sent)


@dataclass(frozen=True, slots=True)
class ReleasePage:
    """The desk, or None while no plan is signed; what left before, in either case."""

    desk: Desk | None
    sent: tuple[SentRelease, ...]


def release_page(
    session: Session, actor: Actor, case_id: int, recipient: Recipient, today: date
) -> ReleasePage:
    """Return what the page of a release shows."""
    try:
        desk = desk_of(session, actor, case_id, recipient, today)
    except NotFoundError:
        case_to_disclose(session, actor, case_id)
        return ReleasePage(None, sent_releases(session, case_id))
    return ReleasePage(desk, desk.sent)


def desk_of(session: Session, actor: Actor, case_id: int, recipient: Recipient, today: date) -> Desk:
    """Lay out the newest signed plan for a recipient. Raises NotFoundError while none is signed."""
    case = case_to_disclose(session, actor, case_id)
    signed = signed_version(session, actor, case_id)
    profile = profile_named(case.therapist.clinic.disclosure_profile)
    disclosure = disclosure_of(session, case, signed.job_version_id, recipient)
    approvals = approvals_of(session, case_id, signed.id, signed.version.number)
    recorded = consents(session, case_id)
    consent = newest_for(recorded, recipient)
    draft = release_of(
        signed.version, profile, disclosure, approvals, consent.consent if consent else None, today
    )
    sent = sent_releases(session, case_id)
    recorder = physician_recorder(session, signed.id)
    return Desk(case, signed, recipient, profile, disclosure, approvals, recorded, draft, sent, recorder)


def released_draft(desk: Desk, released_by: str, today: date) -> ReleaseDraft:
    """Return what leaves when this person releases it."""
    approvals = replace(desk.approvals, released_by=released_by)
    consent = desk.consent.consent if desk.consent else None
    return release_of(desk.signed.version, desk.profile, desk.disclosure, approvals, consent, today)
