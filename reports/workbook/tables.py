"""The sheets of limits and of changes at work: one row each, with dates and who does it."""

from typing import Final

from reports.types import EmployerReport
from reports.wording import day_text, limit_text, tasks_text, until_text
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
    if not report.restrictions:
        page.wide("No limits beyond the hours and tasks in this plan.")


def add_accommodations(page: Page, report: EmployerReport) -> None:
    """Fill the sheet of changes at work."""
    _begin(page, report, "Accommodations", ("Change at work", "For the tasks", "Who", "By", "Progress"))
    for a in report.accommodations:
        due = day_text(a.due) if a.due else "–"
        _row(page, (a.what.text, tasks_text(a.tasks), a.owner.label, due, a.progress.label))
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
