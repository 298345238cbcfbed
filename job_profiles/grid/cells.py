"""What a spreadsheet is once it is read: sheets of plain cells at their true addresses.

Rows and columns count from 0 here; people read them as `B5` (see `address`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final

NOT_READ: Final = "– not read"
"""How the first cell of a sheet ends on which nothing is a demand."""

EXAMPLES_MARK: Final = f"Examples {NOT_READ}"
CORRECTIONS_MARK: Final = f"Corrections {NOT_READ}"

UNNAMED_SHEET: Final = "(csv)"
"""Name of the one sheet of a text file."""


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that holds a spreadsheet error: its text as shown (`#REF!`)."""

    text: str


@dataclass(frozen=True, slots=True)
class Percent:
    """A number that the sheet shows with a per cent sign: `share` 0.6 is shown as 60 %."""

    share: float


CellValue = str | float | bool | datetime | date | time | timedelta | CellError | Percent | None
"""One cell. Empty is None. Numbers are float or int; text that looks like a number stays text."""

Row = tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged rectangle, edges included, counted from 0. Its value stands in the first cell."""

    first_row: int
    first_col: int
    last_row: int
    last_col: int

    @property
    def area(self) -> int:
        """Number of cells in the rectangle."""
        return (self.last_row - self.first_row + 1) * (self.last_col - self.first_col + 1)

    def places(self, most: int) -> Iterator[tuple[int, int]]:
        """Yield (row, column) of its cells, row by row, at most `most` of them."""
        rows, cols = range(self.first_row, self.last_row + 1), range(self.first_col, self.last_col + 1)
        return islice(((row, col) for row in rows for col in cols), most)


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody pinned to a cell; `author` is blank where the file names none."""

    row: int
    col: int
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `rows[0][0]` is A1; every row has the same length, the width of the sheet."""

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    merges: tuple[Merge, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def width(self) -> int:
        """Columns from A to the last that holds anything."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def is_marked_not_read(self) -> bool:
        """Tell whether the sheet's first cell says that nothing on it is a demand."""
        first = self.at(0, 0)
        return isinstance(first, str) and first.rstrip().endswith(NOT_READ)

    def at(self, row: int, col: int) -> CellValue:
        """Return the cell at `row`, `col`; None outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= col < self.width:
            return self.rows[row][col]
        return None


def column_letters(col: int) -> str:
    """Return the letters of a column counted from 0: 0 → `A`, 27 → `AB`."""
    letters = ""
    number = col + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def address(row: int, col: int) -> str:
    """Return the address a person reads: (4, 1) → `B5`."""
    return f"{column_letters(col)}{row + 1}"


def range_address(merge: Merge) -> str:
    """Return the address of a rectangle: `B5:B10`; of a single cell, `B5`."""
    first = address(merge.first_row, merge.first_col)
    last = address(merge.last_row, merge.last_col)
    return first if first == last else f"{first}:{last}"


_ADDRESS: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})", re.IGNORECASE)


def parse_address(text: str) -> tuple[int, int]:
    """Return (row, col), counted from 0, of an address such as `B5`. ValueError if it is none."""
    match = _ADDRESS.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a cell address: {text!r}")
    col = 0
    for letter in match[1].upper():
        col = col * 26 + ord(letter) - 64
    return int(match[2]) - 1, col - 1


def parse_range(text: str) -> Merge:
    """Return the rectangle of `B5:B10` or of `B5`. ValueError if it is no address."""
    first, _, last = text.partition(":")
    top, left = parse_address(first)
    bottom, right = parse_address(last or first)
    return Merge(min(top, bottom), min(left, right), max(top, bottom), max(left, right))
