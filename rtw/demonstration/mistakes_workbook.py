"""A packer's sheet with five typical mistakes, to show how a workbook comes back with its cells marked.

Invented employer and figures: demonstration data, not evidence.
"""

from pathlib import Path
from typing import Any, Final

from rtw.demonstration.workbook_look import Book

HEADINGS: Final = (
    "Task",
    "Essential",
    "Hours per day",
    "Demand",
    "Hand",
    "Amount",
    "Unit",
    "Frequency",
    "How known",
)
WIDTHS: Final = (24, 11, 11, 20, 10, 10, 9, 11, 13)
LEGEND: Final = "N = never, O = up to 1/3, F = 1/3 to 2/3, C = over 2/3 of the shift"

Row = tuple[Any, ...]
ROWS: Final[tuple[Row, ...]] = (
    ("Shape rolls", "Yes", 2, "Power grip", "Right", 30, "N", "O", "measured"),
    ("Shape rolls", "Yes", 2, "Fine manipulation", "Both", None, None, "O", "observed"),
    ("Load the oven", "Yes", 1.5, "Pushing", "Both", "heavy", "N", "O", "worker says"),
    ("Load the oven", "Yes", 1.5, "Lifting", "Both", 14, "kg", "O", "measured"),
    ("Bag loaves", "Yes", 25, "Key pinch", "Right", 12, "N", "O", "measured"),
    ("Close crates", "No", 1, "Power grip", "Left", 5, "stn", "O", "measured"),
    ("Sort returns", "No", 0.5, "Palmar pinch", "Right", 9, "N", "Q", "worker says"),
    ("Clean down", "No", 0.75, "Power grip", "Right", "=#REF!*0.5", "N", "O", "measured"),
)
"""The five: `heavy` for a force, 25 hours for 2.5, an unknown unit, a letter outside the legend, #REF!."""


def make_mistakes_workbook(path: Path) -> None:
    """Write the workbook with five mistakes."""
    book = Book(path, "Physical demands: packer", "Mill Lane Bakery")
    sheet = book.sheet("Packer", WIDTHS)
    sheet.write(0, 0, "Mill Lane Bakery – physical demands", book.style["title"])
    pairs = (
        ("Employer", "Mill Lane Bakery"),
        ("Job title", "Packer"),
        ("Hours per shift", 8),
        ("Days per week", 5),
    )
    for row, (name, held) in enumerate(pairs, 2):
        sheet.write(row, 0, name, book.style["name"])
        sheet.merge_range(row, 1, row, 3, held, book.style["held"])
    sheet.write(6, 0, LEGEND, book.style["note"])
    sheet.write_row(7, 0, HEADINGS, book.style["heading"])
    for number, demand in enumerate(ROWS, 8):
        _row(book, sheet, number, demand)
    book.close()


def _row(book: Book, sheet: Any, number: int, row: Row) -> None:
    for column, held in enumerate(row):
        style = book.style["text" if column in {0, 3} else "number"]
        if isinstance(held, str) and held.startswith("="):
            sheet.write_formula(number, column, held, style, "#REF!")
        else:
            sheet.write(number, column, held, style)
