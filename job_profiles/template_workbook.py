"""A blank demand sheet for an employer to fill in: one row per task and demand, drop-downs, a legend."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import xlsxwriter

from job_profiles.grid.cells import EXAMPLES_MARK, NOT_READ, column_letters
from job_profiles.kinds import DemandKind, Hand, Quality

LETTERHEAD: Final = ("Employer", "Job title", "Shift hours", "Days per week")
"""Keys of the letterhead, the value to the right of each."""

DEMANDS_SHEET: Final = "Demands"
FIRST_KEY_ROW: Final = 2
"""Row of the first key of the letterhead, counted from 0; the others follow."""

HEADING_ROW: Final = 7
"""Row of the headings, counted from 0; what is filled in begins below it."""

ROWS_WITH_DROP_DOWNS: Final = 500
RULED_ROWS: Final = 30
"""Rows drawn with lines, so that the sheet can be printed and filled in by hand."""

UNITS: Final = ("N", "kgf", "lbf", "kg", "lb", "N·m", "in-lb", "m/s²", "deg")
LEGEND: Final = (
    ("N", "never"),
    ("S", "up to 2 %"),
    ("O", "2-33 %"),
    ("F", "33-67 %"),
    ("C", "67-100 %"),
)
"""Letter and share of the shift, as the US Occupational Requirements Survey divides it (N is never)."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table: its heading, width in characters, hint, and closed list of answers."""

    heading: str
    width: int
    hint: str
    choices: tuple[str, ...] = ()


COLUMNS: Final = (
    Column("Task", 30, "A named part of the job. Repeat the name on every row of the task."),
    Column("Essential", 11, "Is the task essential to the job?", ("yes", "no")),
    Column("Task hours", 12, "Hours a day the task takes, such as 2.5."),
    Column("Demand", 26, "One thing the task asks of a hand.", tuple(kind.label for kind in DemandKind)),
    Column("Hand", 15, "Each hand: both carry the full amount.", tuple(hand.label for hand in Hand)),
    Column("Amount", 10, "The largest force, weight, angle, torque or vibration. Leave empty if unknown."),
    Column("Unit", 8, "Unit of the amount: N, kgf or lbf are forces, kg and lb weights.", UNITS),
    Column("Hours per day", 11, "Hours a day the hand does this. Leave empty if unknown."),
    Column("Efforts per minute", 11, "How many times a minute."),
    Column("Seconds per effort", 11, "How long each effort is held."),
    Column("Frequency", 11, "A letter of the legend.", tuple(letter for letter, _ in LEGEND)),
    Column("Tool", 20, "The tool or object held, if any."),
    Column("How known", 16, "How the amount is known.", tuple(quality.label for quality in Quality)),
    Column("Remarks", 40, "Anything else."),
)

EXAMPLE_ROWS: Final = (
    ("Fill cartons", "yes", 3, "Power grip", "Right", 30, "N", 3, 10, 2, "F", None, "Measured", None),
    (
        "Fill cartons",
        "yes",
        3,
        "Lifting",
        "Both, shared",
        8,
        "kg",
        None,
        2,
        None,
        "O",
        None,
        "Observed",
        None,
    ),
    (
        "Office work",
        "no",
        2,
        "Keyboard use",
        "Each hand",
        None,
        None,
        1.5,
        None,
        None,
        None,
        None,
        "Stated",
        None,
    ),
    (
        "Drive screws",
        "yes",
        1,
        "Hand-arm vibration",
        "Dominant",
        4.5,
        "m/s²",
        0.5,
        None,
        None,
        None,
        "Cordless screwdriver",
        "Stated",
        "From the maker's leaflet",
    ),
)
"""Invented rows that show how the table is meant."""

INSTRUCTIONS: Final = (
    "Fill in the letterhead of the sheet Demands: employer, job title, hours of a shift, days a week.",
    "Write one row for each task and each thing it asks of the hands. Repeat the task's name on every row.",
    "Leave a cell empty when you do not know. Empty is better than a guess and is never read as zero.",
    "An amount needs its unit. A force is N, kgf or lbf; the weight of an object is kg or lb.",
    "Give hours, efforts per minute or a frequency letter: whichever you know. One is enough.",
    "Change the legend if your letters mean something else. The legend in the file is what counts.",
    "Only the work is described here. Write nothing about any person.",
)

_CREATED: Final = datetime(2026, 1, 1)  # noqa: DTZ001 - a fixed mark, so that the same bytes come each time
EXAMPLES_SHEET: Final = "Examples"
_FIRST_LIST_COL: Final = 15
"""Column of the first drop-down list, right of the examples, on the sheet that is not read."""

_OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


def template_workbook() -> bytes:
    """Return the blank workbook (.xlsx)."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, _OPTIONS) as workbook:
        workbook.set_properties({"title": "Physical demands of a job", "created": _CREATED})
        styles = _styles(workbook)
        _demands(workbook.add_worksheet(DEMANDS_SHEET), styles)
        _legend(workbook.add_worksheet("Legend"), styles)
        _instructions(workbook.add_worksheet("Instructions"), styles)
        _examples(workbook.add_worksheet(EXAMPLES_SHEET), styles)
    return target.getvalue()


def _styles(workbook: Any) -> dict[str, Any]:
    heading = {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#DCE6F1"}
    return {
        "title": workbook.add_format({"bold": True, "font_size": 14}),
        "key": workbook.add_format({"bold": True}),
        "entry": workbook.add_format({"border": 1}),
        "heading": workbook.add_format(heading),
        "plain": workbook.add_format({"text_wrap": True, "valign": "top"}),
    }


def _demands(page: Any, styles: dict[str, Any]) -> None:
    page.write_string(0, 0, "Physical demands of a job", styles["title"])
    for row, key in enumerate(LETTERHEAD, start=FIRST_KEY_ROW):
        page.write_string(row, 0, key, styles["key"])
        page.write_blank(row, 1, None, styles["entry"])
    _table_head(page, HEADING_ROW, styles)
    first, last = HEADING_ROW + 1, HEADING_ROW + ROWS_WITH_DROP_DOWNS
    for col, (column, rule) in enumerate(_rules()):
        page.data_validation(first, col, last, col, {**rule, **_hint(column)})
    for row in range(first, first + RULED_ROWS):
        for col in range(len(COLUMNS)):
            page.write_blank(row, col, None, styles["entry"])
    page.freeze_panes(first, 1)
    _set_up_print(page, pages_across=2)
    page.repeat_rows(HEADING_ROW)
    page.repeat_columns(0)


def _table_head(page: Any, row: int, styles: dict[str, Any]) -> None:
    page.set_row(row, 45)
    for col, column in enumerate(COLUMNS):
        page.write_string(row, col, column.heading, styles["heading"])
        page.set_column(col, col, column.width)


def _rules() -> Iterator[tuple[Column, dict[str, Any]]]:
    """Yield each column with its rule. A list only warns: an employer may know better."""
    lists = [column for column in COLUMNS if column.choices]
    for column in COLUMNS:
        if column.choices:
            letter = column_letters(_FIRST_LIST_COL + lists.index(column))
            source = f"={EXAMPLES_SHEET}!${letter}$4:${letter}${len(column.choices) + 3}"
            yield column, {"validate": "list", "source": source, "error_type": "warning"}
        else:
            yield column, {"validate": "any"}


def _hint(column: Column) -> dict[str, str]:
    return {"input_title": column.heading, "input_message": column.hint}


def _legend(page: Any, styles: dict[str, Any]) -> None:
    page.set_column(0, 0, 10)
    page.set_column(1, 1, 30)
    page.write_row(0, 0, ("Code", "Meaning (of the whole shift)"), styles["heading"])
    for row, (letter, meaning) in enumerate(LEGEND, start=1):
        page.write_string(row, 0, letter)
        page.write_string(row, 1, meaning)
    _set_up_print(page)


def _instructions(page: Any, styles: dict[str, Any]) -> None:
    page.write_string(0, 0, f"Instructions {NOT_READ}", styles["title"])
    page.set_column(0, 0, 110)
    for row, sentence in enumerate(INSTRUCTIONS, start=2):
        page.write_string(row, 0, f"{row - 1}. {sentence}", styles["plain"])
    _set_up_print(page)


def _examples(page: Any, styles: dict[str, Any]) -> None:
    page.write_string(0, 0, EXAMPLES_MARK, styles["title"])
    _table_head(page, 2, styles)
    for row, cells in enumerate(EXAMPLE_ROWS, start=3):
        page.write_row(row, 0, cells)
    _lists(page, styles)
    page.print_area(0, 0, 2 + len(EXAMPLE_ROWS), len(COLUMNS) - 1)
    page.freeze_panes(3, 1)
    _set_up_print(page, pages_across=2)
    page.repeat_columns(0)


def _lists(page: Any, styles: dict[str, Any]) -> None:
    closed = (column for column in COLUMNS if column.choices)
    for col, column in enumerate(closed, start=_FIRST_LIST_COL):
        page.write_string(2, col, f"Choices: {column.heading}", styles["heading"])
        page.write_column(3, col, column.choices)
        page.set_column(col, col, 24)


def _set_up_print(page: Any, pages_across: int = 1) -> None:
    """Set up A4 landscape. A table wider than a sheet would on one be too small to fill in by hand."""
    page.set_landscape()
    page.set_paper(9)  # A4
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.fit_to_pages(pages_across, 0)
    page.set_footer("&L&A&RPage &P of &N")
