"""Pump assembler with power tools: one row for each task, one column for each demand and hand.

Invented employer and figures: demonstration data, not evidence.
"""

from pathlib import Path
from typing import Any, Final

from rtw.demonstration.workbook_look import Book

WIDTHS: Final = (26, 10, 9, 9, *(8,) * 12, *(10,) * 3, *(11,) * 4, 20, 13)
SINGLE: Final = {
    0: "Task",
    1: "Essential",
    2: "Hours per day",
    3: "Cycle time (s)",
    12: "Key pinch RT (N)",
    13: "Key pinch RT (per cycle)",
    14: "Key pinch duty cycle RT (%)",
    17: "Lifting, both hands (kg)",
    22: "Tool name",
    23: "How known",
}
PAIRED: Final = {
    4: ("Power grip (N)", "RT", "LT"),
    6: ("Grips per cycle", "RT", "LT"),
    8: ("Grip duty cycle (%)", "RT", "LT"),
    10: ("Elbow flexion (°)", "RT", "LT"),
    15: ("Pushing (N)", "RT", "LT"),
}
TOOL: Final = (
    "Tool use RT (N·m)",
    "Tool use RT (min/day)",
    "Hand-arm vibration RT (m/s²)",
    "Hand-arm vibration RT (min/day)",
)
FIRST_TOOL_COLUMN: Final = 18
TEXT_COLUMNS: Final = frozenset({0, 22, 23})
Row = tuple[Any, ...]
NO_PINCH: Final[Row] = (None, None, None)
ROWS: Final[tuple[Row, ...]] = (
    ("Mount pump housing", "Yes", 2, 90, 70, 55, 4, 4, 13, 13, 90, 85, *NO_PINCH, 60, 60, 7.5),
    ("Run down flange bolts", "Yes", 1.5, 60, 95, 40, 6, 2, 25, 10, 100, 60, *NO_PINCH, None, None, None),
    (
        "Press in shaft seals",
        "Yes",
        1.5,
        45,
        110,
        None,
        3,
        None,
        12,
        None,
        75,
        None,
        *NO_PINCH,
        120,
        None,
        None,
    ),
    ("Wire terminal box", "Yes", 1, 180, 35, 30, 5, 5, 11, 17, 110, 110, 28, 9, 8, None, None, None),
    ("Leak test", "Yes", 1.5, 240, 45, 45, 4, 4, 5, 5, None, None, 22, 6, 5, None, None, None),
    ("Label and pack", "No", 0.5, 120, 25, 25, 3, 3, 5, 5, None, None, *NO_PINCH, None, None, 11),
)
TOOLS: Final[dict[str, Row]] = {
    "Run down flange bolts": (18, 40, 3.4, 25, "Angle nutrunner"),
    "Wire terminal box": (1.2, 30, 1.6, 20, "Cordless screwdriver"),
}
KNOWN: Final = ("measured", "measured", "measured", "observed", "observed", "worker says")


def make_assembler_workbook(path: Path) -> None:
    """Write the pump assembler's workbook."""
    book = Book(path, "Job demands: pump assembler", "Halvorsen Pump Works")
    sheet = book.sheet("Line 3", WIDTHS)
    _letterhead(book, sheet)
    _headings(book, sheet, 6)
    for number, (row, known) in enumerate(zip(ROWS, KNOWN, strict=True), 8):
        _row(book, sheet, number, row, known)
    _foot(book, sheet, 8 + len(ROWS))
    sheet.freeze_panes(8, 1)
    book.close()


def _letterhead(book: Book, sheet: Any) -> None:
    sheet.merge_range(0, 0, 0, 12, "Job demands analysis – Pump assembler, line 3", book.style["title"])
    sheet.write(1, 0, "Takt and cycles from the line study of January 2026", book.style["subtitle"])
    pairs = (("Employer", "Halvorsen Pump Works"), ("Job title", "Pump assembler, line 3"))
    for row, (name, held) in enumerate(pairs, 2):
        sheet.write(row, 0, name, book.style["name"])
        sheet.merge_range(row, 1, row, 4, held, book.style["held"])
    for row, (name, number) in enumerate((("Shift (hours)", 8), ("Days per week", 5)), 2):
        sheet.merge_range(row, 6, row, 8, name, book.style["name"])
        sheet.write(row, 9, number, book.style["held"])


def _headings(book: Book, sheet: Any, top: int) -> None:
    style = book.style["heading"]
    for column, heading in SINGLE.items():
        sheet.merge_range(top, column, top + 1, column, heading, style)
    for column, (heading, right, left) in PAIRED.items():
        sheet.merge_range(top, column, top, column + 1, heading, style)
        sheet.write_row(top + 1, column, (right, left), style)
    for column, heading in enumerate(TOOL, FIRST_TOOL_COLUMN):
        sheet.merge_range(top, column, top + 1, column, heading, style)
    sheet.set_row(top, 32)
    sheet.set_row(top + 1, 32)


def _row(book: Book, sheet: Any, number: int, row: Row, known: str) -> None:
    whole = (*row, *TOOLS.get(row[0], (None,) * 5), known)
    for column, held in enumerate(whole):
        sheet.write(number, column, held, book.style["text" if column in TEXT_COLUMNS else "number"])


def _foot(book: Book, sheet: Any, row: int) -> None:
    hours = sum(task[2] for task in ROWS)
    sheet.write(row, 0, "Total", book.style["name"])
    sheet.write_blank(row, 1, None, book.style["name"])
    sheet.write_formula(row, 2, f"=SUM(C9:C{row})", book.style["name"], hours)
    notes = (
        "RT = right hand, LT = left hand. Blank = not asked for.",
        "Grip and push forces with a hand-held gauge, mean of three. Vibration from the makers' leaflets.",
        "Two paid breaks of 15 min are part of the task times.",
    )
    for offset, note in enumerate(notes, row + 2):
        sheet.write(offset, 0, note, book.style["note"])
