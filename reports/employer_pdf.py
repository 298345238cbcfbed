"""The employer's PDF: the workbook's content on two to four pages, tagged for screen readers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from reports.change_wording import change_text
from reports.charts import hours_chart_svg, hours_chart_words
from reports.conditions import due_of
from reports.document_data import Rows, contact_text, frame_data, restriction_rows, worked_bouts
from reports.types import EmployerReport, ReportDay, ReportWeek, Words
from reports.typesetting.typeset import typeset
from reports.wording import (
    ONLY_THESE_TASKS,
    PLANNED,
    PROVISIONAL,
    PROVISIONAL_RULE,
    away_text,
    breaks_text,
    closed_lines,
    day_text,
    full_duty_text,
    hours_text,
    minutes_text,
    short_day_text,
    standing_text,
    status_text,
    tasks_text,
    weekdays_text,
)

_TEMPLATE: Final = Path(__file__).parent / "templates" / "employer_report.typ"
_SHORT_WEEKS: Final = 8
"""Up to here the schedule ends on the first page, and the limits begin the second."""

_MOST_DAY_ROWS: Final = 44
"""With more kinds of day than this, weeks after the review are shown by their totals."""

_TASKS_ACROSS: Final = 8
"""Tasks side by side on a portrait page; more tasks make a second table."""


def employer_pdf(report: EmployerReport) -> bytes:
    """Set the report as PDF/UA-1. Equal reports give equal bytes."""
    return typeset(_TEMPLATE, report_data(report), report.issued_on)


def report_data(report: EmployerReport) -> dict[str, Any]:
    """Return all words and tables of the PDF, in the order they stand."""
    return {
        **frame_data(report, "Return-to-work plan"),
        "facts": list(_facts(report)),
        "chart": hours_chart_svg(report),
        "chart_alt": hours_chart_words(report),
        "schedule": list(_schedule(report)),
        "bouts": [f"{b.task.text} {minutes_text(b.at_most.value)}" for b in worked_bouts(report)],
        "provisional_rule": PROVISIONAL_RULE,
        "restrictions": restriction_rows(report),
        "accommodations": _accommodations(report),
        "no_limits": ONLY_THESE_TASKS,
        "reviews": _reviews(report),
        "schedule_is_short": len(report.weeks) <= _SHORT_WEEKS,
    }


def _facts(report: EmployerReport) -> Iterator[tuple[str, str]]:
    """Tell the main facts as pairs of label and text."""
    yield "Worker", report.worker.text
    yield "Job", report.job.text
    if report.employer:
        yield "Employer", report.employer.text
    yield "Status", status_text(report, report.issued_on)
    yield "Next review", f"{day_text(report.review_on)}; days after it are provisional"
    yield "Full duty expected", full_duty_text(report.full_duty)
    if report.closed:
        yield "Closed tasks", ". ".join(closed_lines(report.closed))
    if report.breaks:
        yield "Breaks", breaks_text(report.breaks)
    for away in report.away:
        yield "Away from work", away_text(away)
    yield "Questions to", contact_text(report)


def _schedule(report: EmployerReport) -> Iterator[dict[str, Any]]:
    """Write the weeks as tables whose columns are tasks, as many as fit across the page."""
    tasks = list(dict.fromkeys(task for week in report.weeks for task in week.tasks))
    brief = sum(len(_alike(report, week)) for week in report.weeks) > _MOST_DAY_ROWS
    for first in range(0, len(tasks), _TASKS_ACROSS):
        shown = tasks[first : first + _TASKS_ACROSS]
        rows = [
            row
            for week in report.weeks
            for row in (
                [_total_row(week, shown)]
                if brief and report.is_provisional(week.monday)
                else _day_rows(report, week, shown)
            )
        ]
        yield {"tasks": [task.text for task in shown], "rows": rows}


def _alike(report: EmployerReport, week: ReportWeek) -> list[tuple[bool, list[ReportDay]]]:
    """Put days together that are alike in tasks and in standing: (provisional, days)."""
    alike: dict[tuple[Any, ...], list[ReportDay]] = {}
    for day in week.days:
        if day.tasks:
            alike.setdefault((day.tasks, report.is_provisional(day.on)), []).append(day)
    return [(provisional, days) for (_, provisional), days in alike.items()]


def _day_rows(report: EmployerReport, week: ReportWeek, tasks: list[Words]) -> Rows:
    """Write one row for each kind of day in a week."""
    return [
        [
            _name(week),
            weekdays_text([day.on.weekday() for day in days]),
            *(hours_text(_hours(days[:1], task)) for task in tasks),
            hours_text(days[0].hours),
            PROVISIONAL if provisional else PLANNED,
        ]
        for provisional, days in _alike(report, week)
    ] or [[_name(week), "No work", *("–" for _ in tasks), "–", standing_text(report, week)]]


def _total_row(week: ReportWeek, tasks: list[Words]) -> list[str]:
    """Write one row for a whole week that is a forecast."""
    days = [day for day in week.days if day.tasks]
    hours = (hours_text(_hours(days, task)) for task in tasks)
    return [_name(week), "Whole week" if days else "No work", *hours, hours_text(week.hours), PROVISIONAL]


def _name(week: ReportWeek) -> str:
    return f"{week.number}, {short_day_text(week.monday)}"


def _hours(days: list[ReportDay], task: Words) -> float:
    return sum(entry.time.value for day in days for entry in day.tasks if entry.task == task)


def _reviews(report: EmployerReport) -> str:
    """Say when the limits are reviewed: all at once, or each by its activity."""
    days = {r.review_on for r in report.restrictions}
    if len(days) == 1:
        return f"All restrictions are reviewed on {day_text(days.pop())}."
    reviews = dict.fromkeys(f"{r.activity.label}: {day_text(r.review_on)}" for r in report.restrictions)
    return f"Reviewed on: {'; '.join(reviews)}." if reviews else ""


def _accommodations(report: EmployerReport) -> Rows:
    return [
        [
            change_text(a, report),
            tasks_text(a.tasks),
            a.owner.label,
            due_of(a, report),
            a.progress.label,
        ]
        for a in report.accommodations
    ]
