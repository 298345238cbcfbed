"""The same-day note: one page a worker carries out of the clinic to the supervisor."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from reports.document_data import Rows, contact_text, frame_data, restriction_rows
from reports.types import EmployerReport
from reports.typesetting.typeset import typeset
from reports.wording import PLANNED, PROVISIONAL, day_text, hours_text

_TEMPLATE: Final = Path(__file__).parent / "templates" / "same_day_note.typ"


def same_day_note(report: EmployerReport, today: date) -> bytes:
    """Set the note for `today` as PDF/UA-1: status, limits not yet over, this week, review, whom to call."""
    current = [r for r in report.restrictions if r.until is None or r.until >= today]
    data = {
        **frame_data(report, "Work status note"),
        "facts": list(_facts(report, today)),
        "restrictions": restriction_rows(current),
        "days": _days(report, today),
    }
    return typeset(_TEMPLATE, data, today)


def _facts(report: EmployerReport, today: date) -> Iterator[tuple[str, str]]:
    yield "Worker", report.worker.text
    yield "Job", report.job.text
    if report.employer:
        yield "Employer", report.employer.text
    yield "Status today", f"{day_text(today)}: {report.status_on(today).label}"
    upcoming = next((week for week in report.weeks if week.monday > today and week.hours), None)
    if report.week_of(today) is None and upcoming:
        yield "Work begins", f"{day_text(upcoming.monday)}, with the limits and hours in this plan"
    yield "Next review", day_text(report.review_on)
    yield "Questions to", contact_text(report)


def _days(report: EmployerReport, today: date) -> Rows:
    """Write the working days of the week of `today`, or of the first week to come."""
    week = report.week_of(today) or next((w for w in report.weeks if w.monday > today), None)
    return [
        [
            day_text(day.on),
            ", ".join(f"{entry.task.text} {hours_text(entry.time.value)}" for entry in day.tasks),
            hours_text(day.hours),
            PROVISIONAL if report.is_provisional(day.on) else PLANNED,
        ]
        for day in (week.days if week else ())
        if day.tasks
    ]
