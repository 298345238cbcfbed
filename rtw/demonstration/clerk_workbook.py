"""Data-entry clerk at an insurer: one row for each task and demand, letters with a legend.

Invented employer and figures: demonstration data, not evidence.
"""

from pathlib import Path
from typing import Any, Final

from rtw.demonstration.workbook_look import Book

HEADINGS: Final = (
    "Task",
    "Essential",
    "Hours per day",
    "Physical demand",
    "Hand",
    "Amount",
    "Unit",
    "Times per minute",
    "Frequency",
    "How known",
    "Remarks",
)
WIDTHS: Final = (27, 10, 11, 26, 10, 9, 8, 10, 11, 12, 44)

KEYING: Final = ("Key in claim forms", "Yes", 4)
CHECKING: Final = ("Check and correct records", "Yes", 1.5)
NOTES: Final = ("Telephone queries with notes", "Yes", 0.75)
POST: Final = ("Open and sort post", "No", 0.5)
FILING: Final = ("File and fetch folders", "No", 0.5)

Row = tuple[Any, ...]
ROWS: Final[tuple[Row, ...]] = (
    (
        *KEYING,
        "Keyboarding",
        "Both",
        None,
        None,
        None,
        "F",
        "observed",
        "about 9 000 strokes an hour",
    ),
    (*KEYING, "Mouse use", "Right", None, None, 6, "O", "observed", "moves between fields"),
    (*KEYING, "Wrist extension", "Both", 25, "deg", None, "F", "measured", "keyboard feet folded out"),
    (
        *KEYING,
        "Contact stress (wrist on desk edge)",
        "Both",
        None,
        None,
        None,
        "O",
        "observed",
        "square edge",
    ),
    (*CHECKING, "Mouse use", "Right", None, None, 12, "O", "observed", "scrolling and ticking boxes"),
    (*CHECKING, "Keyboarding", "Both", None, None, None, "O", "observed", None),
    (
        *CHECKING,
        "Wrist deviation",
        "Right",
        15,
        "deg",
        None,
        "O",
        "measured",
        "mouse beside the number pad",
    ),
    (
        *NOTES,
        "Handwriting",
        "Dominant",
        None,
        None,
        None,
        "O",
        "worker says",
        "message pad; has a headset",
    ),
    (*NOTES, "Keyboarding", "Both", None, None, None, "O", "worker says", None),
    (*POST, "Key pinch", "Right", "14 ", "N", 5, "O", "measured", "staple remover"),
    (*POST, "Fine manipulation", "Both", None, None, 10, "O", "observed", "envelopes, clips"),
    (*POST, "Lifting", "Both", 6, "kg", 0.1, "O", "measured", "post crate, desk to desk"),
    (*FILING, "Pulling", "Either", 55, "N", 0.5, "O", "measured", "drawer of the lateral cabinet"),
    (*FILING, "Power grip", "Right", 40, "N", 0.5, "O", "measured", "lever-arch files"),
    (*FILING, "Reaching overhead", "Both", None, None, 0.5, "O", "observed", "top shelf 1.75 m"),
)
LEGEND: Final = (
    ("N", "never"),
    ("O", "up to 1/3 of the shift"),
    ("F", "1/3 to 2/3 of the shift"),
    ("C", "over 2/3 of the shift"),
)
COUNTS: Final = frozenset({1, 2, 5, 6, 7, 8})


def make_clerk_workbook(path: Path) -> None:
    """Write the data-entry clerk's workbook. One amount is text with a blank, as it happens."""
    book = Book(path, "Physical demands: data-entry clerk", "Northgate Mutual Insurance")
    sheet = book.sheet("Physical demands", WIDTHS)
    _letterhead(book, sheet)
    sheet.set_row(8, 32)
    sheet.write_row(8, 0, HEADINGS, book.style["heading"])
    for number, row in enumerate(ROWS, 9):
        _row(book, sheet, number, row)
    _legend(book, sheet, 9 + len(ROWS) + 1)
    sheet.freeze_panes(9, 1)
    sheet.repeat_rows(8)
    book.close()


def _letterhead(book: Book, sheet: Any) -> None:
    sheet.merge_range(0, 0, 0, 5, "Northgate Mutual Insurance – Human resources", book.style["title"])
    sheet.write(1, 0, "Physical demands of the job, visit of 24 February 2026", book.style["subtitle"])
    pairs = (
        ("Employer", "Northgate Mutual Insurance"),
        ("Job title", "Data-entry clerk, claims intake"),
        ("Hours per shift", 7.5),
        ("Days per week", 5),
    )
    for row, (name, held) in enumerate(pairs, 3):
        sheet.write(row, 0, name, book.style["name"])
        sheet.merge_range(row, 1, row, 3, held, book.style["held"])


def _row(book: Book, sheet: Any, number: int, row: Row) -> None:
    for column, held in enumerate(row):
        style = book.style["number" if column in COUNTS else "text"]
        if isinstance(held, str):
            sheet.write_string(number, column, held, style)
        else:
            sheet.write(number, column, held, style)


def _legend(book: Book, sheet: Any, top: int) -> None:
    sheet.write_row(top, 0, ("Letter", "Share of the shift"), book.style["name"])
    for row, (letter, meaning) in enumerate(LEGEND, top + 1):
        sheet.write(row, 0, letter, book.style["held"])
        sheet.merge_range(row, 1, row, 3, meaning, book.style["held"])
    sheet.write(
        top + 6, 0, "Breaks: 30 min unpaid lunch (not in the 7.5 hours), 2 x 7 min paid.", book.style["note"]
    )
