"""The sheets of limits and of changes at work: one row each, with dates and who does it."""

from typing import Final

from reports.change_wording import change_text
from reports.conditions import conditions_of, due_of
from reports.limit_wording import hands_text, late_review_text
from reports.types import EmployerReport
from reports.wording import (
    closed_days,
    closed_limit,
    day_text,
    limit_text,
    no_limits_text,
    tasks_text,
    until_text,
)
from reports.workbook.page import Page

LIMITS: Final = "Restrictions"
LIMIT_WIDTHS: Final = (38, 18, 34, 17, 24, 17)
CHANGES: Final = "Accommodations"
CHANGE_WIDTHS: Final = (58, 34, 16, 18, 14)


def add_restrictions(page: Page, report: EmployerReport) -> None:
    """Fill the sheet of limits."""
    _begin(page, report, "Restrictions", ("Activity", "Hand", "Limit", "From", "Until", "Next review"))
    for r in report.restrictions:
        texts = (
            r.activity.label,
            hands_text(r),
            limit_text(r.limit),
            day_text(r.since),
            until_text(r.until, r.review_on),
            day_text(r.review_on),
        )
        _row(page, texts)
    for condition in conditions_of(report):
        dates = (
            day_text(condition.since),
            until_text(None, report.review_on),
            day_text(report.review_on),
        )
        _row(page, (f"Task: {condition.task.text}", "–", condition.limit(report), *dates))
    for closed in report.closed:
        since, until = closed_days(closed)
        _row(
            page,
            (
                f"Task: {closed.task.text}",
                "–",
                closed_limit(closed),
                since,
                until,
                day_text(closed.review_on),
            ),
        )
    for line in filter(None, (no_limits_text(report), late_review_text(report))):
        page.wide(line)


def add_accommodations(page: Page, report: EmployerReport) -> None:
    """Fill the sheet of changes at work."""
    _begin(
        page, report, "Accommodations", ("Change at work", "For the tasks", "Who", "In place by", "Progress")
    )
    for a in report.accommodations:
        what, due = change_text(a, report), due_of(a, report)
        _row(page, (what, tasks_text(a.tasks), a.owner.label, due, a.progress.label))
    if not report.accommodations:
        page.wide("This plan needs no changes at the workplace.")


def _begin(page: Page, report: EmployerReport, title: str, headings: tuple[str, ...]) -> None:
    """Set up a landscape sheet whose headings stay in sight and repeat in print."""
    page.print_setup(report, landscape=True)
    page.top(report, title)
    header = page.row
    page.headings(headings)
    page.sheet.repeat_rows(header)
    page.sheet.freeze_panes(header + 1, 1)


def _row(page: Page, texts: tuple[str, ...]) -> None:
    for column, text in enumerate(texts):
        page.text(column, text)
    page.fit_row(texts)
