"""From a signed plan to what an employer may see: the only way out of the clinical side."""

from datetime import date

from reports.enums import IdentifierKind, Language, ReleaseState
from reports.sentences import NO_HOURS, STANDING, check_holidays
from reports.types import (
    LONGEST_IDENTIFIER,
    ApprovedText,
    CatalogueSentence,
    Contact,
    EmployerReport,
    EmployersOwnWords,
    Identifier,
    Letterhead,
)
from rtw.domain.disclosure.contents import Contents, contents_of
from rtw.domain.disclosure.free_text import Gatekeeper, withheld_texts
from rtw.domain.disclosure.profiles import DisclosureProfile
from rtw.domain.disclosure.requirements import acts_missing, wants_reason
from rtw.domain.disclosure.values import Disclosure, ReleaseDraft
from rtw.domain.disclosure.withholding import withheld_of
from rtw.domain.plan import Approvals, Consent, Plan, PlanVersion


def release_of(
    version: PlanVersion,
    profile: DisclosureProfile,
    disclosure: Disclosure,
    approvals: Approvals,
    consent: Consent | None,
    today: date,
) -> ReleaseDraft:
    """Filter a plan version through a disclosure profile.

    The report is RELEASED only when nothing is refused and somebody releases it
    (`approvals.released_by`); else it is a DRAFT and says so on every page. Text that has not been
    approved is replaced even in a draft.
    """
    gate = Gatekeeper(disclosure, approvals)
    reason = version.plan.reason if wants_reason(profile, consent) else None
    texts = gate.problems(_free_texts(version.plan, gate), reason)
    refusals = (*acts_missing(version, profile, disclosure, approvals, consent, today), *texts)
    contents = contents_of(version.plan, profile, gate, today)
    report = _report(version, gate, contents, reason, today, None if refusals else approvals.released_by)
    withheld = withheld_of(version.plan, report, profile, approvals, reason_shown=reason is not None)
    return ReleaseDraft(report, (*withheld, *withheld_texts(texts, profile)), refusals)


def _free_texts(plan: Plan, gate: Gatekeeper) -> tuple[str, ...]:
    """Collect every text that is neither the employer's own nor the catalogue's."""
    disclosure = gate.disclosure
    catalogue = {(entry.id, entry.text) for entry in disclosure.catalogue}
    live = [a for a in plan.accommodations if a.status.is_live]
    worded = [a.employer_text for a in live if (a.accommodation_id, a.employer_text) not in catalogue]
    tasks = [entry.task for week in plan.schedule.weeks for day in week.days for entry in day.tasks]
    closed = (closed.task for closed in plan.closed_tasks)
    named = [disclosure.job_title, *tasks, *(task for a in live for task in a.tasks), *closed]
    foreign = [name for name in named if name not in disclosure.employers_words]
    return tuple(text for text in (*foreign, *worded, plan.employer_note) if text)


def _report(
    version: PlanVersion, gate: Gatekeeper, parts: Contents, reason: str | None, today: date, by: str | None
) -> EmployerReport:
    """Put the report together from the filtered parts; while nobody releases it (`by`) it is a draft."""
    disclosure = gate.disclosure
    return EmployerReport(
        reference=identifier(IdentifierKind.REFERENCE, disclosure.reference),
        version=version.number,
        state=ReleaseState.RELEASED if by else ReleaseState.DRAFT,
        language=Language.ENGLISH,
        issued_on=today,
        letterhead=_letterhead(disclosure),
        contact=_contact(disclosure),
        released_by=_identifier_or_none(IdentifierKind.RELEASED_BY, by),
        worker=identifier(IdentifierKind.WORKER, disclosure.worker),
        employer=EmployersOwnWords(disclosure.employer) if disclosure.employer else None,
        job=parts.job,
        review_on=version.plan.review_on,
        full_duty=parts.full_duty,
        weeks=parts.weeks,
        bouts=parts.bouts,
        breaks=parts.breaks,
        restrictions=parts.restrictions,
        accommodations=parts.accommodations,
        away=parts.away,
        statements=(*_statements(version.plan, gate, reason), *_hints(parts), *STANDING),
        closed=parts.closed,
    )


def _hints(contents: Contents) -> tuple[CatalogueSentence, ...]:
    """Say when no hours are planned at all; ask to check days of work that are public holidays."""
    if not any(day.tasks for week in contents.weeks for day in week.days):
        return (NO_HOURS,)
    return (check_holidays(contents.holidays),) if contents.holidays else ()


def _statements(plan: Plan, gate: Gatekeeper, reason: str | None) -> tuple[ApprovedText, ...]:
    """Let the reason and the note pass where they are approved."""
    texts = (gate.reason(reason), gate.note(plan.employer_note))
    return tuple(text for text in texts if text)


def identifier(kind: IdentifierKind, text: str) -> Identifier:
    """Make an identifier of a name as typed: one line, cut where it is longer than any name."""
    one_line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return Identifier(kind, one_line[:LONGEST_IDENTIFIER])


def _identifier_or_none(kind: IdentifierKind, text: str | None) -> Identifier | None:
    return identifier(kind, text) if text else None


def _letterhead(disclosure: Disclosure) -> Letterhead:
    clinic = disclosure.clinic
    return Letterhead(
        clinic=identifier(IdentifierKind.CLINIC, clinic.name),
        address=tuple(identifier(IdentifierKind.ADDRESS, line) for line in clinic.address),
        phone=_identifier_or_none(IdentifierKind.PHONE, clinic.phone),
        email=_identifier_or_none(IdentifierKind.EMAIL, clinic.email),
    )


def _contact(disclosure: Disclosure) -> Contact:
    contact = disclosure.contact
    return Contact(
        name=identifier(IdentifierKind.CONTACT, contact.name),
        phone=_identifier_or_none(IdentifierKind.PHONE, contact.phone),
        email=_identifier_or_none(IdentifierKind.EMAIL, contact.email),
    )
