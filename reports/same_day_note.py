"""The same-day note: one page a worker carries out of the clinic to the supervisor."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

from reports.document_data import Rows, contact_text, frame_data, restriction_rows
from reports.types import EmployerReport, ReportDay, ReportWeek
from reports.typesetting.typeset import typeset
from reports.wording import (
    ONLY_THESE_TASKS,
    PLANNED,
    PROVISIONAL,
    day_text,
    hours_text,
    long_day_text,
    status_text,
)

_TEMPLATE: Final = Path(__file__).parent / "templates" / "same_day_note.typ"


def same_day_note(report: EmployerReport, today: date) -> bytes:
    """Set the note for `today` as PDF/UA-1: status, limits not yet over, this week, review, whom to call."""
    week = _week(report, today)
    data = {
        **frame_data(report, "Work status note"),
        "facts": list(_facts(report, today)),
        "restrictions": restriction_rows(report, today),
        "no_limits": ONLY_THESE_TASKS,
        "week_heading": f"Week of {long_day_text(week.monday)}" if week else "This week",
        "days": _days(report, week),
    }
    return typeset(_TEMPLATE, data, today)


def _facts(report: EmployerReport, today: date) -> Iterator[tuple[str, str]]:
    yield "Worker", report.worker.text
    yield "Job", report.job.text
    if report.employer:
        yield "Employer", report.employer.text
    yield "Status today", f"{day_text(today)}: {status_text(report, today)}"
    yield "Next review", day_text(report.review_on)
    yield "Questions to", contact_text(report)


def _week(report: EmployerReport, today: date) -> ReportWeek | None:
    """Return the week of `today`, or the first week to come."""
    return report.week_of(today) or next((w for w in report.weeks if w.monday > today), None)


def _days(report: EmployerReport, week: ReportWeek | None) -> Rows:
    """Write the working days of a week; days in a row that are alike share one."""
    worked = [day for day in (week.days if week else ()) if day.tasks]
    alike: list[list[ReportDay]] = []
    for day in worked:
        if alike and _follows(alike[-1][-1], day, report):
            alike[-1].append(day)
        else:
            alike.append([day])
    return [_row(days[0], days[-1], report) for days in alike]


def _follows(before: ReportDay, day: ReportDay, report: EmployerReport) -> bool:
    """Whether a day comes right after another, with the same tasks and the same standing."""
    is_next = (day.on - before.on).days == 1
    same = report.is_provisional(day.on) == report.is_provisional(before.on)
    return is_next and same and day.tasks == before.tasks


def _row(first: ReportDay, last: ReportDay, report: EmployerReport) -> list[str]:
    hours = hours_text(first.hours)
    return [
        day_text(first.on) if first is last else f"{day_text(first.on)} to {day_text(last.on)}",
        ", ".join(f"{entry.task.text} {hours_text(entry.time.value)}" for entry in first.tasks),
        hours if first is last else f"{hours} a day",
        PROVISIONAL if report.is_provisional(first.on) else PLANNED,
    ]
