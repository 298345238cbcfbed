"""The same cells at the same addresses as an .xlsx, for files that cannot carry marks themselves."""

import io
import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Any, Final

import xlsxwriter
from xlsxwriter.exceptions import OverlappingRange

from job_profiles.correction.clean_text import clean_text
from job_profiles.grid.cells import CellError, CellValue, Percent, Sheet

MAX_MERGED_CELLS: Final = 5_000
_FORBIDDEN_IN_NAME: Final = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_FIRST_DATE: Final = date(1900, 3, 1)
"""Before it Excel counts a day that never was."""

_OPTIONS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
FORMATS: Final = {
    Percent: "0.##%",
    datetime: "yyyy-mm-dd hh:mm:ss",
    date: "yyyy-mm-dd",
    time: "hh:mm:ss",
    timedelta: "[h]:mm:ss",
    object: "General",
}


def sheet_titles(names: Sequence[str]) -> tuple[str, ...]:
    """Return names that an .xlsx accepts, in order, all different whatever their case."""
    titles: list[str] = []
    for name in names:
        base = _FORBIDDEN_IN_NAME.sub("_", clean_text(name)).strip("'")[:31] or "Sheet"
        title, number = base, 1
        while title.casefold() in {used.casefold() for used in titles}:
            number += 1
            title = f"{base[:27]} {number}"
        titles.append(title)
    return tuple(titles)


def as_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return an .xlsx with the cells of `sheets`; text stays text, whatever it begins with."""
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "nan_inf_to_errors": True,
    }
    with xlsxwriter.Workbook(target, options) as workbook:
        formats = {kind: workbook.add_format({"num_format": text}) for kind, text in FORMATS.items()}
        for index, (sheet, title) in enumerate(
            zip(sheets, sheet_titles([s.name for s in sheets]), strict=True)
        ):
            page = workbook.add_worksheet(title)
            if sheet.hidden and index > 0:
                page.hide()
            _merge(page, sheet)  # first, for joining blanks the cells
            _write_rows(page, sheet, formats)
        if not sheets:
            workbook.add_worksheet("Empty")
    return target.getvalue()


def _write_rows(page: Any, sheet: Sheet, formats: dict[type, Any]) -> None:
    for at, row in enumerate(sheet.rows):
        for col, value in enumerate(row):
            if value is not None:
                write_cell(page, at, col, value, formats)


def write_cell(page: Any, row: int, col: int, value: CellValue, formats: dict[type, Any]) -> None:
    """Write one value with its kind's format; text stays text."""
    plain = formats[object]
    match value:
        case bool():
            page.write_boolean(row, col, value, plain)
        case int() | float() if isfinite(value):
            page.write_number(row, col, value, plain)
        case Percent(share):
            page.write_number(row, col, share, formats[Percent])
        case datetime() if value.date() >= _FIRST_DATE:
            page.write_datetime(row, col, value, formats[datetime])
        case time() | timedelta():
            page.write_datetime(row, col, value, formats[type(value)])
        case date() if not isinstance(value, datetime) and value >= _FIRST_DATE:
            page.write_datetime(row, col, value, formats[date])
        case CellError(text):
            page.write_string(row, col, clean_text(text), plain)
        case _:
            page.write_string(row, col, clean_text(str(value)), plain)


def _merge(page: Any, sheet: Sheet) -> None:
    """Join cells as they were; a rectangle that overlaps another or is huge is left apart."""
    for merge in sheet.merges:
        if 1 < merge.area <= MAX_MERGED_CELLS:
            with suppress(OverlappingRange):
                page.merge_range(merge.first_row, merge.first_col, merge.last_row, merge.last_col, "")
