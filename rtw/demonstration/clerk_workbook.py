"""Data-entry clerk at an insurer: one row for each task and demand, letters with a legend.

Invented employer and figures: demonstration data, not evidence.
"""

from dataclasses import dataclass
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
    "Seconds held",
    "Minutes per day",
    "Frequency",
    "How known",
    "Remarks",
)
WIDTHS: Final = (27, 10, 11, 26, 10, 9, 8, 10, 10, 10, 11, 12, 44)

KEYING: Final = ("Key in claim forms", "Yes", 4)
CHECKING: Final = ("Check and correct records", "Yes", 1.5)
NOTES: Final = ("Telephone queries with notes", "Yes", 1)
POST: Final = ("Open and sort post", "No", 0.5)
FILING: Final = ("File and fetch folders", "No", 0.5)

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sheet: a demand of a task as its observer wrote it down."""

    task: Row
    demand: str
    hand: str
    letter: str
    known: str = "observed"
    remark: str | None = None
    amount: float | str | None = None
    unit: str | None = None
    per_minute: float | None = None
    seconds: float | None = None
    minutes: float | None = None

    @property
    def cells(self) -> Row:
        """The cells in the order of the headings."""
        amounts = (self.amount, self.unit, self.per_minute, self.seconds, self.minutes)
        return (*self.task, self.demand, self.hand, *amounts, self.letter, self.known, self.remark)


LINES: Final = (
    Line(KEYING, "Keyboarding", "Both", "F", remark="about 9 000 strokes an hour", minutes=210),
    Line(KEYING, "Mouse use", "Right", "O", remark="moves between fields", per_minute=6, minutes=30),
    Line(
        KEYING, "Wrist extension", "Both", "F", "measured", "keyboard feet folded out", amount=25, unit="deg"
    ),
    Line(KEYING, "Contact stress (wrist on desk edge)", "Both", "O", remark="square edge", minutes=60),
    Line(
        CHECKING, "Mouse use", "Right", "O", remark="scrolling and ticking boxes", per_minute=12, minutes=60
    ),
    Line(CHECKING, "Keyboarding", "Both", "O", minutes=20),
    Line(
        CHECKING,
        "Wrist deviation",
        "Right",
        "O",
        "measured",
        "mouse beside the number pad",
        amount=15,
        unit="deg",
    ),
    Line(NOTES, "Handwriting", "Dominant", "O", "worker says", "message pad; has a headset", minutes=20),
    Line(NOTES, "Keyboarding", "Both", "O", "worker says", minutes=20),
    Line(
        POST,
        "Key pinch",
        "Right",
        "O",
        "measured",
        "staple remover",
        amount="14 ",
        unit="N",
        per_minute=5,
        seconds=1,
    ),
    Line(POST, "Fine manipulation", "Both", "O", remark="envelopes, clips", per_minute=10, minutes=20),
    Line(POST, "Lifting", "Both", "O", "measured", "post crate, desk to desk", 6, "kg", per_minute=0.1),
    Line(
        FILING, "Pulling", "Either", "O", "measured", "drawer of the lateral cabinet", 55, "N", per_minute=0.5
    ),
    Line(
        FILING, "Power grip", "Right", "O", "measured", "lever-arch files", 40, "N", per_minute=0.5, seconds=4
    ),
    Line(FILING, "Reaching overhead", "Both", "O", remark="top shelf 1.75 m", per_minute=0.5, minutes=5),
)
LEGEND: Final = (
    ("N", "never"),
    ("O", "up to 1/3 of the shift"),
    ("F", "1/3 to 2/3 of the shift"),
    ("C", "over 2/3 of the shift"),
)
COUNTS: Final = frozenset({1, 2, 5, 6, 7, 8, 9, 10})


def make_clerk_workbook(path: Path) -> None:
    """Write the data-entry clerk's workbook. One amount is text with a blank, as it happens."""
    book = Book(path, "Physical demands: data-entry clerk", "Northgate Mutual Insurance")
    sheet = book.sheet("Physical demands", WIDTHS)
    _letterhead(book, sheet)
    sheet.set_row(8, 32)
    sheet.write_row(8, 0, HEADINGS, book.style["heading"])
    for number, line in enumerate(LINES, 9):
        _row(book, sheet, number, line.cells)
    _legend(book, sheet, 9 + len(LINES) + 1)
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
