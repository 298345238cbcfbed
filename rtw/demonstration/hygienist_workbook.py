"""Dental hygienist: a cover sheet and a sheet for each task, times as clock cells.

Invented employer and figures: demonstration data, not evidence.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from rtw.demonstration.workbook_look import Book

HEADINGS: Final = (
    "Demand",
    "Side",
    "Value",
    "Unit",
    "Times per minute",
    "Seconds held",
    "Minutes per day",
    "How known",
    "Remarks",
)
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class TaskSheet:
    """One task as the practice describes it on a sheet of its own."""

    name: str
    essential: str
    time: timedelta
    rows: tuple[Row, ...]


SCALING: Final = TaskSheet(
    "Hand scaling",
    "Yes",
    timedelta(hours=2, minutes=30),
    (
        ("Tip pinch (curette)", "Right", 14, "N", 20, 1.5, None, "stated", "8 mm handle"),
        ("Tip pinch (mirror)", "Left", 4, "N", 3, 6, None, "stated", "finger rest between"),
        ("Wrist flexion", "Right", 25, "deg", None, None, 90, "stated", "lower front teeth"),
        ("Wrist deviation", "Right", 15, "deg", None, None, 60, "stated", None),
        ("Fine manipulation", "Right", None, None, 20, None, 120, "stated", None),
    ),
)
ULTRASONIC: Final = TaskSheet(
    "Ultrasonic scaling",
    "Yes",
    timedelta(hours=1, minutes=30),
    (
        ("Hand-arm vibration (scaler)", "Right", 1.4, "m/s²", None, None, 70, "stated", "by the maker"),
        ("Tip pinch (handpiece)", "Right", 6, "N", 4, 5, None, "stated", "cord over the forearm"),
        ("Wrist extension", "Right", 20, "deg", None, None, 70, "stated", None),
        ("Elbow flexion", "Left", 95, "deg", None, None, 75, "stated", "holds the suction tip"),
    ),
)
POLISHING: Final = TaskSheet(
    "Polishing and fluoride",
    "Yes",
    timedelta(hours=1),
    (
        ("Palmar pinch (handpiece)", "Right", 9, "N", 6, 3, None, "stated", None),
        ("Hand-arm vibration (handpiece)", "Right", 1.1, "m/s²", None, None, 30, "stated", "by the maker"),
        ("Forearm rotation", "Right", 40, "deg", 10, None, None, "stated", None),
    ),
)
CHARTING: Final = TaskSheet(
    "X-rays and charting",
    "Yes",
    timedelta(hours=1),
    (
        ("Mouse use", "Right", None, None, 10, None, 30, "stated", "periodontal chart"),
        ("Keyboarding", "Both", None, None, None, None, 25, "stated", "notes after each patient"),
        ("Key pinch (sensor holder)", "Right", 12, "N", 0.5, 3, None, "stated", None),
    ),
)
TURNOVER: Final = TaskSheet(
    "Room and instruments",
    "No",
    timedelta(hours=1, minutes=30),
    (
        ("Power grip (cassette clamp)", "Right", 45, "N", 0.5, 2, None, "stated", "steriliser cassettes"),
        ("Wet work with gloves", "Both", None, None, None, None, 20, "stated", "rinsing before the washer"),
        ("Lifting", "Both", 4, "kg", 0.1, None, None, "stated", "loaded tray"),
        ("Reaching forward", "Both", None, None, 2, None, 15, "stated", "wiping chair and lamp"),
    ),
)
TASKS: Final = (SCALING, ULTRASONIC, POLISHING, CHARTING, TURNOVER)


def make_hygienist_workbook(path: Path) -> None:
    """Write the dental hygienist's workbook."""
    book = Book(path, "Work of a dental hygienist", "Willowbank Dental Practice")
    _cover(book)
    for task in TASKS:
        _task_sheet(book, task)
    book.close()


def _cover(book: Book) -> None:
    sheet = book.sheet("The job", (24, 44), landscape=False)
    sheet.write(0, 0, "Willowbank Dental Practice", book.style["title"])
    sheet.write(1, 0, "What the work asks of the hands", book.style["subtitle"])
    pairs = (
        ("Employer", "Willowbank Dental Practice"),
        ("Job title", "Dental hygienist"),
        ("Hours per shift", 7.5),
        ("Days per week", 4),
        ("Filled in by", "Practice manager, 9 March 2026"),
    )
    for row, (name, held) in enumerate(pairs, 3):
        sheet.write(row, 0, name, book.style["name"])
        sheet.write(row, 1, held, book.style["held"])
    sheet.write(9, 0, "Each task has its own sheet. About 8 patients a day, 45 min each.", book.style["note"])


def _task_sheet(book: Book, task: TaskSheet) -> None:
    sheet = book.sheet(task.name, (40, 9, 9, 9, 11, 10, 11, 11, 32))
    sheet.write(0, 0, task.name, book.style["title"])
    sheet.write(2, 0, "Essential", book.style["name"])
    sheet.write(2, 1, task.essential, book.style["held"])
    sheet.write(3, 0, "Time per day", book.style["name"])
    sheet.write_datetime(3, 1, task.time, book.style["clock"])
    sheet.set_row(5, 32)
    sheet.write_row(5, 0, HEADINGS, book.style["heading"])
    for number, row in enumerate(task.rows, 6):
        for column, held in enumerate(row):
            sheet.write(number, column, held, book.style["text" if column in {0, 8} else "number"])
