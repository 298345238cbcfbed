"""What every document to an employer has in common: head, foot, mark of a draft, tables as rows of text."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from reports.conditions import conditions_of
from reports.limit_wording import hands_text, late_review_text
from reports.types import BoutLimit, ClosedTask, EmployerReport
from reports.wording import (
    DRAFT_RULE,
    closed_days,
    closed_limit,
    day_text,
    limit_text,
    released_text,
    until_text,
)

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
        "released": released_text(report),
        "late_review": late_review_text(report),
        "statements": [statement.text for statement in report.statements],
    }


def contact_text(report: EmployerReport) -> str:
    """Write whom to call, on one line."""
    contact = report.contact
    return ", ".join(part.text for part in (contact.name, contact.phone, contact.email) if part)


def worked_bouts(report: EmployerReport) -> list[BoutLimit]:
    """List the longest stretches of the tasks that the weeks hold; others belong to a change at work."""
    worked = {task for week in report.weeks for task in week.tasks}
    return [bout for bout in report.bouts if bout.task in worked]


def restriction_rows(report: EmployerReport, from_day: date | None = None) -> Rows:
    """Write limits, conditions and closed tasks as rows: activity or task, hand, limit, from, until.

    What is over before `from_day` is left out.
    """
    first = from_day or date.min
    limits = [
        [
            r.activity.label,
            hands_text(r),
            limit_text(r.limit),
            day_text(r.since),
            until_text(r.until, r.review_on),
        ]
        for r in report.restrictions
        if r.until is None or r.until >= first
    ]
    closed = (c for c in report.closed if c.until is None or c.until >= first)
    return [*limits, *_condition_rows(report), *_closed_rows(closed)]


def _condition_rows(report: EmployerReport) -> Rows:
    """Write the tasks that wait for a change at work: tasks of one change and one first day in one row."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for each in conditions_of(report):
        rest = (each.limit(report), day_text(each.since), until_text(None, report.review_on))
        alike.setdefault(rest, []).append(each.task.text)
    return _task_rows(alike)


def _closed_rows(closed: Iterable[ClosedTask]) -> Rows:
    """Write closed tasks, those of the same days in one row."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for each in closed:
        alike.setdefault((closed_limit(each), *closed_days(each)), []).append(each.task.text)
    return _task_rows(alike)


def _task_rows(alike: dict[tuple[str, ...], list[str]]) -> Rows:
    """Name the tasks of each row; a semicolon parts them, for names hold commas."""
    return [
        [f"{'Tasks' if len(tasks) > 1 else 'Task'}: {'; '.join(tasks)}", "–", *rest]
        for rest, tasks in alike.items()
    ]
