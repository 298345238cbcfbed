"""Sheets as they are drawn by a layout, and the files they become."""

import csv
import io
from dataclasses import dataclass, field
from datetime import time, timedelta
from typing import Any, Final

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl.utils import get_column_letter

from job_profiles.profile import JobProfile

Cell = str | float | int | bool | time | timedelta | None


def address(row: int, col: int) -> str:
    """`address(4, 1)` is B5."""
    return f"{get_column_letter(col + 1)}{row + 1}"


@dataclass(slots=True)
class Page:
    """One sheet: cells by zero-based row and column, and merged ranges (first and last row, column)."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: bool = False
    formats: dict[tuple[int, int], str] = field(default_factory=dict)

    def put(self, row: int, col: int, value: Cell, number_format: str | None = None) -> str:
        """Write one cell and give its address. None leaves the cell blank."""
        if value is not None:
            self.cells[row, col] = value
        if number_format:
            self.formats[row, col] = number_format
        return address(row, col)

    def put_row(self, row: int, values: tuple[Cell, ...], col: int = 0) -> None:
        for offset, value in enumerate(values):
            self.put(row, col + offset, value)

    def merge(self, first_row: int, first_col: int, last_row: int, last_col: int) -> None:
        if (first_row, first_col) != (last_row, last_col):
            self.merges.append((first_row, first_col, last_row, last_col))

    @property
    def extent(self) -> tuple[int, int]:
        """Number of rows and columns in use."""
        return max(r for r, _ in self.cells) + 1, max(c for _, c in self.cells) + 1

    def grid(self) -> list[list[Cell]]:
        rows, cols = self.extent
        return [[self.cells.get((r, c)) for c in range(cols)] for r in range(rows)]


@dataclass(frozen=True, slots=True)
class Rendering:
    """Pages under a file name, and the profiles a careful reader takes out of them.

    An expected demand's `cell` is an address, or a range in which any cell will do.
    """

    pages: tuple[Page, ...]
    expected: tuple[JobProfile, ...]
    filename: str = "demands.xlsx"
    encoding: str = "utf-8"
    delimiter: str = ";"
    decimal_comma: bool = False

    @property
    def data(self) -> bytes:
        suffix = self.filename.rpartition(".")[2]
        if suffix in {"csv", "tsv", "txt"}:
            return _separated(self)
        return WRITERS[suffix](self.pages)

    def held(self, sheet: str | None, cell: str) -> Cell:
        """What a cell of the drawn workbook holds."""
        row, col = openpyxl.utils.cell.coordinate_to_tuple(cell)
        pages = [p for p in self.pages if p.name == sheet] or [self.pages[0]]
        return pages[0].cells.get((row - 1, col - 1))


def _xlsx(pages: tuple[Page, ...]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        sheet = book.create_sheet(page.name)
        sheet.sheet_state = "hidden" if page.hidden else "visible"
        for (row, col), value in page.cells.items():
            cell = sheet.cell(row + 1, col + 1, value)
            cell.number_format = page.formats.get((row, col), cell.number_format)
        for r1, c1, r2, c2 in page.merges:
            sheet.merge_cells(start_row=r1 + 1, start_column=c1 + 1, end_row=r2 + 1, end_column=c2 + 1)
    return _saved(book)


def _saved(book: Any) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _xls(pages: tuple[Page, ...]) -> bytes:
    book = xlwt.Workbook()
    for page in pages:
        sheet = book.add_sheet(page.name)
        covered = {(r1, c1): (r1, r2, c1, c2) for r1, c1, r2, c2 in page.merges}
        for (row, col), value in page.cells.items():
            style = xlwt.easyxf(num_format_str=page.formats.get((row, col), "General"))
            held = value.total_seconds() / 86400 if isinstance(value, timedelta) else value
            if (row, col) in covered:
                sheet.write_merge(*covered[row, col], held, style)
            else:
                sheet.write(row, col, held, style)
    return _saved(book)


def _ods_cell(value: Cell, span: tuple[int, int]) -> TableCell:
    spans = {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]} if span != (1, 1) else {}
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        stamp = f"PT{minutes // 60:02d}H{minutes % 60:02d}M00S"
        cell = TableCell(valuetype="time", timevalue=stamp, **spans)
        cell.addElement(P(text=f"{minutes // 60:02d}:{minutes % 60:02d}"))
        return cell
    if isinstance(value, int | float):
        cell = TableCell(valuetype="float", value=value, **spans)
    else:
        cell = TableCell(valuetype="string", **spans)
    cell.addElement(P(text=str(value)))
    return cell


def _ods(pages: tuple[Page, ...]) -> bytes:
    book = OpenDocumentSpreadsheet()
    for page in pages:
        table = Table(name=page.name)
        spans = {(r1, c1): (r2 - r1 + 1, c2 - c1 + 1) for r1, c1, r2, c2 in page.merges}
        covered = {
            (r, c) for r1, c1, r2, c2 in page.merges for r in range(r1, r2 + 1) for c in range(c1, c2 + 1)
        } - set(spans)
        for row, values in enumerate(page.grid()):
            line = TableRow()
            for col, value in enumerate(values):
                if (row, col) in covered:
                    line.addElement(CoveredTableCell())
                else:
                    shown = TableCell() if value is None else _ods_cell(value, spans.get((row, col), (1, 1)))
                    line.addElement(shown)
            table.addElement(line)
        book.spreadsheet.addElement(table)
    return _saved(book)


def _separated(drawn: Rendering) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=drawn.delimiter, lineterminator="\r\n")
    for values in drawn.pages[0].grid():
        writer.writerow([cell_text(value, comma=drawn.decimal_comma) for value in values])
    return stream.getvalue().encode(drawn.encoding)


def cell_text(value: Cell, *, comma: bool = False) -> str:
    """A cell as a text file holds it."""
    if value is None:
        return ""
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(value, float):
        shown = f"{value:g}"
        return shown.replace(".", ",") if comma else shown
    return str(value)


WRITERS: Final = {"xlsx": _xlsx, "xls": _xls, "ods": _ods}
