"""The sheets of limits and of changes at work: one row each, with dates and who does it."""

from typing import Final

from reports.change_wording import change_text
from reports.conditions import conditions_of, due_of
from reports.types import EmployerReport
from reports.wording import (
    NOT_NOW,
    closed_days,
    day_text,
    limit_text,
    no_limits_text,
    tasks_text,
    until_text,
)
from reports.workbook.page import Page

LIMITS: Final = "Restrictions"
LIMIT_WIDTHS: Final = (40, 18, 34, 17, 17, 17)
CHANGES: Final = "Accommodations"
CHANGE_WIDTHS: Final = (58, 34, 16, 18, 14)


def add_restrictions(page: Page, report: EmployerReport) -> None:
    """Fill the sheet of limits."""
    _begin(page, report, "Restrictions", ("Activity", "Hand", "Limit", "From", "Until", "Next review"))
    for r in report.restrictions:
        texts = (
            r.activity.label,
            r.hands.label,
            limit_text(r.limit),
            day_text(r.since),
            until_text(r.until),
            day_text(r.review_on),
        )
        _row(page, texts)
    for condition in conditions_of(report):
        dates = (day_text(condition.since), until_text(None), day_text(report.review_on))
        _row(page, (f"Task: {condition.task.text}", "–", condition.limit(report), *dates))
    for closed in report.closed:
        since, until = closed_days(closed)
        _row(page, (f"Task: {closed.task.text}", "–", NOT_NOW, since, until, day_text(closed.review_on)))
    if none := no_limits_text(report):
        page.wide(none)


def add_accommodations(page: Page, report: EmployerReport) -> None:
    """Fill the sheet of changes at work."""
    _begin(page, report, "Accommodations", ("Change at work", "For the tasks", "Who", "By", "Progress"))
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
