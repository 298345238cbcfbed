"""The sheet an employer fills and sends back: offers, corrections to the demands, hours done."""

from collections.abc import Sequence
from typing import Any, Final

from reports.change_wording import change_with_tasks
from reports.conditions import due_of
from reports.types import EmployerReport
from reports.wording import day_text, number_text
from reports.workbook.page import Page

NAME: Final = "Your reply"
WIDTHS: Final = (44, 19, 18, 21, 38)
OFFERS: Final = ("Yes", "Partly", "No", "Not yet known")
AS_PLANNED: Final = ("As planned", "Less", "More", "Not at work")
CORRECTIONS: Final = (
    "Hours a day",
    "Weight",
    "Force",
    "How often",
    "Hand used",
    "Tool or equipment",
    "Task no longer done",
    "Task is missing",
    "Other",
)
CORRECTION_ROWS: Final = 8
_LIST_CHARACTERS: Final = 255


def add_reply(page: Page, report: EmployerReport) -> None:
    """Fill the reply sheet. Cells to fill in are tinted and bordered, and offer their answers."""
    page.print_setup(report, landscape=True)
    page.scale_to_width(landscape=True)
    page.top(report, "Your reply")
    page.wide("Please fill in the tinted cells and send this workbook back to the clinic.", "label")
    _signature(page)
    _offers(page, report)
    _corrections(page, report)
    _hours_done(page, report)


def _signature(page: Page) -> None:
    for label, style in (("Filled in by (name)", "fill"), ("On (date)", "fill_date")):
        page.text(0, label, "label")
        page.blank(1, style)
        page.skip()
    page.skip()


def _section(page: Page, title: str, headings: Sequence[str]) -> None:
    page.wide(title, "section")
    page.headings(headings)


def _offers(page: Page, report: EmployerReport) -> None:
    """Ask of every change and every task whether it can be offered."""
    _section(
        page, "1. What you can offer", ("Change or task", "Wanted by", "Can you offer it?", "From", "Comment")
    )
    for accommodation in report.accommodations:
        what = change_with_tasks(accommodation, report)
        _offer(page, what, due_of(accommodation, report))
    for task in dict.fromkeys(task.text for week in report.weeks for task in week.tasks):
        _offer(page, f"Task as scheduled: {task}", "–")
    page.skip()


def _offer(page: Page, what: str, due: str) -> None:
    page.text(0, what)
    page.text(1, due)
    _choice(page, 2, OFFERS)
    page.blank(3, "fill_date")
    page.blank(4, "fill")
    page.fit_row([what])


def _corrections(page: Page, report: EmployerReport) -> None:
    """Leave rows for demands that are not as the plan assumes."""
    headings = ("Task", "What is different", "In this plan", "In fact (with unit)", "Comment")
    page.sheet.set_h_pagebreaks([page.row])
    _section(page, "2. Corrections to the demands of the job", headings)
    tasks = tuple(dict.fromkeys(task.text for week in report.weeks for task in week.tasks))
    for _ in range(CORRECTION_ROWS):
        _choice(page, 0, tasks, strict=False)
        _choice(page, 1, CORRECTIONS)
        for column in (2, 3, 4):
            page.blank(column, "fill")
        page.skip()
    page.skip()


def _hours_done(page: Page, report: EmployerReport) -> None:
    """List every planned day for the hours that were really done."""
    _section(page, "3. Hours done", ("Day", "Planned", "Hours done", "Compared with plan", "Comment"))
    for day in (day for week in report.weeks for day in week.days if day.tasks):
        forecast = ", provisional" if report.is_provisional(day.on) else ""
        page.text(0, f"{day_text(day.on)}{forecast}")
        page.text(1, f"{number_text(day.hours)} h", "centre")
        page.blank(2, "fill_hours")
        page.sheet.data_validation(page.row, 2, page.row, 2, _HOURS_RULE)
        _choice(page, 3, AS_PLANNED)
        page.blank(4, "fill")
        page.skip()


_HOURS_RULE: Final[dict[str, Any]] = {
    "validate": "decimal",
    "criteria": "between",
    "minimum": 0,
    "maximum": 24,
    "error_title": "Hours done",
    "error_message": "Please give the hours of that day as a number from 0 to 24.",
}


def _choice(page: Page, column: int, answers: Sequence[str], *, strict: bool = True) -> None:
    """Offer answers in a drop-down; a list too long for the file format stays free text."""
    page.blank(column, "fill")
    fits = answers and len(",".join(answers)) <= _LIST_CHARACTERS and not any("," in a for a in answers)
    if fits:
        rule = {
            "validate": "list",
            "source": list(answers),
            "error_type": "stop" if strict else "information",
        }
        page.sheet.data_validation(page.row, column, page.row, column, rule)
