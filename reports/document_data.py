"""What every document to an employer has in common: head, foot, mark of a draft, tables as rows of text."""

from collections.abc import Iterable
from typing import Any

from reports.types import EmployerReport, ReportRestriction
from reports.wording import DRAFT_RULE, day_text, limit_text, until_text

Rows = list[list[str]]


def frame_data(report: EmployerReport, title: str) -> dict[str, Any]:
    """Return the head, foot and marks that a page of the house needs."""
    head = report.letterhead
    plan = f"Plan {report.reference.text}, version {report.version}"
    lines = (*head.address, head.phone, head.email)
    return {
        "title": f"{title} {report.reference.text}, version {report.version}",
        "heading": title,
        "lang": report.language.value,
        "draft": report.is_draft,
        "draft-text": DRAFT_RULE,
        "running": f"{report.worker.text}, {report.job.text}",
        "foot": plan,
        "issued": f"Issued {day_text(report.issued_on)}",
        "letterhead": {"clinic": head.clinic.text, "lines": [line.text for line in lines if line]},
        "worker": report.worker.text,
        "released_by": report.released_by.text if report.released_by else "",
        "statements": [statement.text for statement in report.statements],
    }


def contact_text(report: EmployerReport) -> str:
    """Write whom to call, on one line."""
    contact = report.contact
    return ", ".join(part.text for part in (contact.name, contact.phone, contact.email) if part)


def restriction_rows(restrictions: Iterable[ReportRestriction]) -> Rows:
    """Write limits as rows: activity, hand, limit, from, until."""
    return [
        [r.activity.label, r.hands.label, limit_text(r.limit), day_text(r.since), until_text(r.until)]
        for r in restrictions
    ]
