"""A sheet as the later steps see it: cells with merges filled in, blanks as None, sides may be swapped."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import chain
from typing import Final

from job_profiles.grid.cells import CellError, CellValue, Percent, Sheet, column_letters

_letters = lru_cache(maxsize=1000)(column_letters)

_TYPED_ERRORS: Final = frozenset(
    {
        "#REF!",
        "#DIV/0!",
        "#N/A",
        "#VALUE!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#BEZUG!",
        "#WERT!",
        "#NV",
    }
)


@dataclass(frozen=True, slots=True)
class View:
    """Rows of cells at their addresses. `swapped`: rows of the view are columns of the sheet.

    `across`: row, first and last column of cells that are merged sideways. `below`: row and column of cells
    that a merge filled with what stands above them, `dittos` of those that a ditto mark did. `places`: row
    and column on the sheet of each cell, where the view was gathered from here and there; `whole` is then
    what the sheet holds in each, of which the view may show a part.
    """

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    hidden: bool = False
    swapped: bool = False
    top: int = 0
    left: int = 0
    across: tuple[tuple[int, int, int], ...] = ()
    below: frozenset[tuple[int, int]] = frozenset()
    dittos: frozenset[tuple[int, int]] = frozenset()
    places: tuple[tuple[tuple[int, int], ...], ...] = ()
    whole: tuple[tuple[CellValue, ...], ...] = ()

    @property
    def width(self) -> int:
        """Columns of the view."""
        return len(self.rows[0]) if self.rows else 0

    def at(self, row: int, col: int) -> CellValue:
        """Return a cell; None outside."""
        return self.rows[row][col] if 0 <= row < len(self.rows) and 0 <= col < self.width else None

    def reach(self, row: int, col: int) -> int | None:
        """Return the last column of the merged cell that begins here; None where it is a cell of its own."""
        return next((last for r, first, last in self.across if (r, first) == (row, col)), None)

    def address(self, row: int, col: int) -> str:
        """Return the address in the sheet as people read it."""
        if self.places:
            row, col = self.places[row][col]
            return f"{_letters(col)}{row + 1}"
        if self.swapped:
            row, col = col, row
        return f"{_letters(self.left + col)}{self.top + row + 1}"

    def said(self, row: int, col: int) -> str:
        """Return what the cell of the sheet holds, as a person sees it."""
        return written(self.whole[row][col] if self.whole else self.rows[row][col])

    def line(self, col: int) -> str:
        """Return what names a column of the view on the sheet: its letters, its row, or its key's cell."""
        if self.places:
            return self.address(0, col)
        return str(self.top + col + 1) if self.swapped else _letters(self.left + col)

    def cells(self, row: int, first: int = 0, last: int | None = None) -> Iterator[tuple[int, CellValue]]:
        """Non-blank cells of a row between two columns, both included."""
        values = self.rows[row]
        for col in range(first, len(values) if last is None else last + 1):
            if values[col] is not None:
                yield col, values[col]

    def swap(self, first_row: int, last_row: int, first_col: int, last_col: int) -> "View":
        """Return a part of the view with rows and columns exchanged."""
        part = [self.rows[r][first_col : last_col + 1] for r in range(first_row, last_row + 1)]
        return View(
            self.name,
            tuple(zip(*part, strict=True)),
            self.hidden,
            not self.swapped,
            self.top + first_row,
            self.left + first_col,
        )


def view_of(sheet: Sheet) -> View:
    """Return the view of a sheet: blank text is None, typed errors are errors, merges filled down."""
    rows = list(sheet.rows)
    texts = {value for value in chain.from_iterable(rows) if type(value) is str}
    if any(_is_untidy(text) for text in texts):
        rows = [_tidy(row) for row in rows]
    dittos = _fill_dittos(rows)
    below = set(dittos)
    for merge in sheet.merges:
        value = _value(rows, merge.first_row, merge.first_col)
        if value is None or merge.last_row == merge.first_row:
            continue
        for r in range(merge.first_row + 1, min(merge.last_row + 1, len(rows))):
            changed = list(rows[r])
            if merge.first_col < len(changed):
                changed[merge.first_col] = value
                below.add((r, merge.first_col))
            rows[r] = tuple(changed)
    across = tuple((m.first_row, m.first_col, m.last_col) for m in sheet.merges if m.last_col > m.first_col)
    return View(
        sheet.name, tuple(rows), sheet.hidden, across=across, below=frozenset(below), dittos=frozenset(dittos)
    )


_MARKS: Final = (
    '"',
    "''",
    "″",
    "〃",
    "„",
    '-"-',
    '- " -',
    "ditto",
    "Ditto",
    "dito",
    "Dito",
    "idem",
    "Idem",
    "ídem",
)
_DITTO: Final = frozenset((*_MARKS, *(f" {mark}" for mark in _MARKS), *(f"{mark} " for mark in _MARKS)))


def _fill_dittos(rows: list[tuple[CellValue, ...]]) -> set[tuple[int, int]]:
    """Put what stands above in the place of a ditto mark; return where."""
    filled: set[tuple[int, int]] = set()
    for at in range(1, len(rows)):
        if _DITTO.isdisjoint(rows[at]):
            continue
        marked = {c for c, v in enumerate(rows[at]) if isinstance(v, str) and v in _DITTO}
        filled |= {(at, c) for c in marked}
        rows[at] = tuple(_value(rows, at - 1, c) if c in marked else v for c, v in enumerate(rows[at]))
    return filled


def _value(rows: list[tuple[CellValue, ...]], row: int, col: int) -> CellValue:
    return rows[row][col] if row < len(rows) and col < len(rows[row]) else None


def _tidy(row: tuple[CellValue, ...]) -> tuple[CellValue, ...]:
    for value in row:
        if type(value) is str and _is_untidy(value):
            return tuple(_tidy_cell(v) for v in row)
    return row


def _is_untidy(text: str) -> bool:
    return text[:1] == "#" or not text.strip()


def _tidy_cell(value: CellValue) -> CellValue:
    if isinstance(value, str):
        if not value.strip():
            return None
        if value.strip().upper() in _TYPED_ERRORS:
            return CellError(value.strip())
    return value


_NUMBERS: Final = frozenset({int, float, Percent, time, timedelta})


def is_number(value: CellValue) -> bool:
    """Whether a cell holds a number, a share or a time, not text."""
    return type(value) in _NUMBERS


def any_number(values: Iterable[CellValue]) -> bool:
    """Whether any cell holds a number, a share or a time."""
    return not _NUMBERS.isdisjoint(map(type, values))


def written(value: CellValue) -> str:
    """Return what a person sees in a cell; the text itself, with its blanks."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return f"{value:.10g}"
        case Percent(share=share):
            return f"{share * 100:.10g} %"
        case CellError(text=text):
            return text
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02d}"
        case time():
            return value.strftime("%H:%M")
        case datetime() | date():
            return value.isoformat()
