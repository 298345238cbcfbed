"""Cells of a workbook by calamine, with what it leaves out put back at the right addresses."""

import io
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from job_profiles.grid.archive import Archive, Book
from job_profiles.grid.marks import LONGEST_COMMENT, MOST_COMMENTS, Marks
from job_profiles.grid.ods_marks import ods_marks
from job_profiles.grid.parcel import LostFormula, PackedComment, PackedSheet, Patch
from job_profiles.grid.refusal import Refused
from job_profiles.grid.xls_marks import xls_marks
from job_profiles.grid.xlsx_marks import xlsx_marks

MAX_CELLS: Final = 12_000_000
"""Cells of one sheet's used rectangle. A demand sheet of 100,000 rows has about a tenth."""

MAX_ROWS: Final = 1_048_576
MAX_COLUMNS: Final = 16_384
"""The largest sheet a spreadsheet program can show."""

_PLAIN: Final = frozenset({str, float, int, bool})
_ISO_DURATION: Final = re.compile(r"PT(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})(?:[.,]\d*)?S)?")
"""A time of more than a day in an .ods, which calamine hands on as text."""

_MAX_LOST: Final = 50


def archive_sheets(data: bytes, archive: Archive) -> list[PackedSheet]:
    """Return the sheets of an .xlsx, .xlsm or .ods. Raises Refused.

    The scan for what calamine leaves out runs beside it: both spend their time outside the
    interpreter, on a second core where there is one.
    """
    scan = xlsx_marks if archive.book is Book.XLSX else ods_marks
    with ThreadPoolExecutor(max_workers=1) as beside:
        scanned = beside.submit(scan, archive)
        try:
            loaded = _loaded(data)
        except Refused:
            scanned.result()  # its reason, if it has one, is nearer to the cause
            raise
        marks = scanned.result()
    return [_packed(sheet, hidden, marks.get(sheet.name, Marks())) for sheet, hidden in loaded]


def old_excel_sheets(data: bytes) -> list[PackedSheet]:
    """Return the sheets of an .xls. Raises Refused."""
    marks = xls_marks(data)
    loaded = _loaded(data)
    if len(marks) != len(loaded):
        raise Refused("file-damaged")
    return [_packed(sheet, hidden, of_sheet) for (sheet, hidden), of_sheet in zip(loaded, marks, strict=True)]


def _loaded(data: bytes) -> list[tuple[CalamineSheet, bool]]:
    """Return (worksheet, whether it is hidden) in workbook order; charts and macro sheets have no cells."""
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return [
            (workbook.get_sheet_by_name(meta.name), meta.visible is not SheetVisibleEnum.Visible)
            for meta in workbook.sheets_metadata
            if meta.typ is SheetTypeEnum.WorkSheet
        ]
    except PasswordError as error:
        raise Refused("file-encrypted") from error
    except CalamineError as error:
        raise Refused("file-damaged") from error


def _packed(sheet: CalamineSheet, hidden: bool, marks: Marks) -> PackedSheet:  # noqa: FBT001
    height, width = sheet.total_height, sheet.total_width
    if height * width > MAX_CELLS or height > MAX_ROWS or width > MAX_COLUMNS:
        size = f"{height:,} rows × {width:,} columns"
        raise Refused("sheet-too-large", size, sheet=sheet.name)
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    _widen(rows, marks)
    patches = _marked(rows, marks)
    for at, row in enumerate(rows):
        if not _PLAIN.issuperset(map(type, row)):
            patches += _times(at, row)
    blank_as_none = [tuple([None if cell == "" else cell for cell in row]) for row in rows]
    merges = [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    merges += [(m.first_row, m.first_col, m.last_row, m.last_col) for m in marks.merges]
    return sheet.name, hidden, blank_as_none, patches, merges, _lost(marks), _comments(marks)


def _widen(rows: list[list[Any]], marks: Marks) -> None:
    """Make room for error cells beyond the last cell that calamine kept."""
    if not marks.errors:
        return
    width = max(len(rows[0]) if rows else 0, 1 + max(col for _, col in marks.errors))
    height = max(len(rows), 1 + max(row for row, _ in marks.errors))
    if width * height > MAX_CELLS:
        raise Refused("sheet-too-large", f"{height:,} rows × {width:,} columns")
    rows.extend([] for _ in range(height - len(rows)))
    for row in rows:
        row.extend([""] * (width - len(row)))


def _marked(rows: list[list[Any]], marks: Marks) -> list[Patch]:
    patches: list[Patch] = [(row, col, "error", (text,)) for (row, col), text in marks.errors.items()]
    width = len(rows[0]) if rows else 0
    for (row, col), text in marks.durations.items():
        parts = _ISO_DURATION.fullmatch(text)
        if parts and row < len(rows) and col < width and type(rows[row][col]) is str:
            hours, minutes, seconds = (int(part or 0) for part in parts.groups())
            patches.append((row, col, "duration", (0, 3600 * hours + 60 * minutes + seconds, 0)))
    for row, col in marks.percents:
        if row < len(rows) and col < width and type(rows[row][col]) in (float, int):
            patches.append((row, col, "percent", ()))
    return patches


def _times(at: int, row: list[Any]) -> list[Patch]:
    """Take dates and times out of a row and return them as patches of plain numbers."""
    patches: list[Patch] = []
    for col, cell in enumerate(row):
        if type(cell) not in _PLAIN:
            patches.append((at, col, *_time_parts(cell)))
            row[col] = ""
    return patches


def _time_parts(cell: object) -> tuple[str, tuple[int | str, ...]]:
    match cell:
        case datetime():
            day, clock = cell.date(), cell.time()
            return "datetime", (day.year, day.month, day.day, *_clock(clock))
        case date():
            return "date", (cell.year, cell.month, cell.day)
        case time():
            return "time", _clock(cell)
        case timedelta():
            return "duration", (cell.days, cell.seconds, cell.microseconds)
    return "error", (str(cell),)


def _clock(clock: time) -> tuple[int, int, int, int]:
    return clock.hour, clock.minute, clock.second, clock.microsecond


def _comments(marks: Marks) -> list[PackedComment]:
    return [(c.row, c.col, c.author[:100], c.text[:LONGEST_COMMENT]) for c in marks.comments[:MOST_COMMENTS]]


def _lost(marks: Marks) -> list[LostFormula]:
    found = sorted(marks.lost_formulas.items())[:_MAX_LOST]
    return [(row, col, formula[:200]) for (row, col), formula in found]
