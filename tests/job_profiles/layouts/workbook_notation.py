"""Workbooks as data: what stands in their cells and what a careful person reads out of them.

The notation is told in `workbooks/README.md`. A slip in it is an error here, never a test that tests less.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from drawn_pages import Page, Rendering
from quoted_yaml import load

from job_profiles.grid.cells import (
    UNNAMED_SHEET,
    CellError,
    CellValue,
    Merge,
    Percent,
    Row,
    Sheet,
    parse_range,
)
from job_profiles.problem import Severity
from job_profiles.read import Reading, read_sheets, read_workbook

FOLDER: Final = Path(__file__).with_name("workbooks")


@dataclass(frozen=True, slots=True)
class Report:
    """Something that must be reported: how gravely, where (anywhere if `cells` is None), in which words."""

    severities: tuple[Severity, ...]
    sheet: str | None = None
    cells: Merge | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets, as a file if it has a name, and what must come out.

    `read`: line by line. `found`: errors and warnings. `asked`: questions, `asked_about`: patterns of some.
    `scale`: what the letters mean, None where that is left open.
    """

    sheets: tuple[Sheet, ...]
    read: tuple[str, ...]
    found: tuple[str, ...]
    asked: tuple[str, ...]
    scale: str | None = None
    asked_about: tuple[str, ...] = ()
    reported: tuple[Report, ...] = ()
    file: str | None = None
    data: bytes = b""

    def reading(self) -> Reading:
        """Read the file if it is one, else the sheets as they stand."""
        return read_workbook(self.data, self.file) if self.file else read_sheets(self.sheets)


def workbooks() -> dict[str, Workbook]:
    """Every workbook of the folder, as `file/name`."""
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.yaml"))}
    return {f"{stem}/{name}": book for stem, text in texts.items() for name, book in noted(text).items()}


def noted(text: str) -> dict[str, Workbook]:
    """Every workbook of one text, by name. yaml.YAMLError, TypeError or ValueError where it is ill noted."""
    return {name: _workbook(**said) for name, said in load(text).items()}


def _workbook(
    *,
    about: str,
    read: list[str],
    found: list[str],
    asked: list[str],
    sheets: list[dict[str, Any]] | None = None,
    file: str | None = None,
    text: dict[str, str] | None = None,
    scale: str | None = None,
    asked_about: list[str] | None = None,
    reported: list[dict[str, Any]] | None = None,
) -> Workbook:
    if not about or (sheets is None) is (text is None) or (text and not file):
        raise ValueError(
            f"a workbook is about something and has sheets, or a text and a file's name: {about}"
        )
    drawn, data = _text(**text) if text else _drawn(sheets or [], file)
    reports = tuple(_report(**said) for said in reported or ())
    demanded = (tuple(read), tuple(found), tuple(asked), scale, tuple(asked_about or ()), reports)
    return Workbook(drawn, *demanded, file, data)


def _sheet(*, name: str, rows: list[Row], hidden: bool = False, merges: tuple[str, ...] = ()) -> Sheet:
    """Rows may be of any length; the sheet is as wide as the widest."""
    width = max(len(row) for row in rows)
    filled = tuple((*row, *[None] * (width - len(row))) for row in rows)
    return Sheet(name, filled, hidden, tuple(map(parse_range, merges)))


def _text(*, between: str, encoding: str, lines: str) -> tuple[tuple[Sheet, ...], bytes]:
    """Cells as they stand between the separators, a blank one holds nothing; lines end as Excel ends them."""
    rows = [[cell or None for cell in row] for row in csv.reader(lines.splitlines(), delimiter=between)]
    return (_sheet(name=UNNAMED_SHEET, rows=rows),), lines.replace("\n", "\r\n").encode(encoding)


def _drawn(sheets: list[dict[str, Any]], file: str | None) -> tuple[tuple[Sheet, ...], bytes]:
    """Sheets, and the bytes of the file they become if it has a name."""
    drawn = tuple(_sheet(**sheet) for sheet in sheets)
    return drawn, Rendering(tuple(map(_page, drawn)), (), file).data if file else b""


def _page(sheet: Sheet) -> Page:
    merges = [(m.first_row, m.first_col, m.last_row, m.last_col) for m in sheet.merges]
    page = Page(sheet.name, merges=merges, hidden=sheet.hidden)
    for row, values in enumerate(sheet.rows):
        for col, value in enumerate(values):
            page.put(row, col, *_held(value))
    return page


def _held(value: CellValue) -> tuple[Any, ...]:
    """What is written into a cell of a file, with its number format where it needs one."""
    if isinstance(value, Percent):
        return value.share, "0%"
    return (value.text,) if isinstance(value, CellError) else (value,)


def _report(*, severity: list[str], at: str | None = None, saying: str = "") -> Report:
    """`at` is a sheet and an address or range: `Butcher!A7:G8`."""
    sheet, _, cells = (at or "").rpartition("!")
    severities = tuple(map(Severity, severity))
    return Report(severities, sheet or None, parse_range(cells) if cells else None, saying)
