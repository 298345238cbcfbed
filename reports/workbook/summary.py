"""The first sheet: everything a supervisor needs on one printed page."""

from reports.conditions import conditions_of
from reports.limit_wording import late_review_text, limit_end_text, restriction_text
from reports.types import EmployerReport, ReportWeek
from reports.wording import (
    PROVISIONAL_RULE,
    away_text,
    breaks_text,
    closed_lines,
    day_text,
    full_duty_text,
    no_limits_text,
    released_text,
    standing_text,
    status_text,
    week_text,
)
from reports.workbook.hours_chart import add_hours_chart
from reports.workbook.page import Page

NAME = "Summary"
WIDTHS = (19, 18, 24, 10, 25)
_WEEK_HEADINGS = ("Week", "From", "Days and hours", "Total", "Standing")


def add_summary(page: Page, report: EmployerReport) -> None:
    """Fill the summary sheet."""
    page.print_setup(report, landscape=False, one_page=True)
    _letterhead(page, report)
    page.top(report, "Return-to-work plan")
    _facts(page, report)
    _weeks(page, report)
    _limits(page, report)
    _statements(page, report)


def _letterhead(page: Page, report: EmployerReport) -> None:
    head = report.letterhead
    page.wide(head.clinic.text, "label")
    parts = (*head.address, head.phone, head.email)
    page.wide(" · ".join(part.text for part in parts if part))


def _facts(page: Page, report: EmployerReport) -> None:
    contact = report.contact
    page.pair("Employer", report.employer.text if report.employer else "–")
    page.pair("Status", status_text(report, report.issued_on))
    page.pair("Next review", f"{day_text(report.review_on)}. Days after it are provisional.")
    page.pair("Full duty expected", full_duty_text(report.full_duty))
    parts = (contact.name, contact.phone, contact.email)
    page.pair("Questions to", " · ".join(part.text for part in parts if part))
    if report.breaks:
        page.pair("Breaks", breaks_text(report.breaks))
    for away in report.away:
        page.pair("Away from work", away_text(away))
    page.skip()


def _weeks(page: Page, report: EmployerReport) -> None:
    page.wide("Hours, week by week", "section")
    page.headings(_WEEK_HEADINGS)
    first = page.row
    for week in report.weeks:
        _week(page, report, week)
    add_hours_chart(page, report, first)
    page.wide(PROVISIONAL_RULE, "note")
    page.skip()


def _week(page: Page, report: EmployerReport, week: ReportWeek) -> None:
    texts = (f"Week {week.number}", day_text(week.monday), week_text(week), "", standing_text(report, week))
    for column, text in enumerate(texts):
        page.text(column, text)
    page.number(3, week.hours)
    page.fit_row(texts)


def _limits(page: Page, report: EmployerReport) -> None:
    page.wide("Limits", "section")
    for restriction in report.restrictions:
        page.wide(f"• {restriction_text(restriction)}, {limit_end_text(restriction)}")
    for condition in conditions_of(report):
        page.wide(f"• {condition.line(report)}")
    for line in closed_lines(report.closed):
        page.wide(f"• {line}")
    for line in filter(None, (no_limits_text(report), late_review_text(report))):
        page.wide(line)
    page.skip()


def _statements(page: Page, report: EmployerReport) -> None:
    page.wide("Please note", "section")
    for statement in report.statements:
        page.wide(statement.text)
    if released := released_text(report):
        page.wide(released, "label")
