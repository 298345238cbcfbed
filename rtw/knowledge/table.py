"""A table of knowledge: a CSV file and, beside it, a YAML sidecar that says what the table is.

What is the same in every row (its source, its unit) may stand once in the sidecar's `constants`.
"""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rtw.knowledge.build import FAILED, Place, construct, known_unit, optional_of, scalar, schema
from rtw.knowledge.order import disorders

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Constant:
    """A column that holds the same text in every row."""

    column: str
    value: str


@dataclass(frozen=True, slots=True)
class TableInfo:
    """The sidecar: what the figures mean, on whom they were found, and where they stand in their source."""

    meaning: str
    population: str
    where: str | None = None
    note: str | None = None
    constants: tuple[Constant, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Generic[T]):
    """Rows of one kind with what the sidecar says of them. `name` is the path without its ending."""

    name: str
    info: TableInfo
    rows: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """Where the constants of a table stand: its sidecar, and the line of each column's constant."""

    place: Place
    lines: dict[str, int]


def rows_of(
    kind: type[T], text: str, info: TableInfo, place: Place, sidecar: Sidecar | None = None
) -> tuple[T, ...]:
    """Read every row as one `kind`; rows with problems are left out and noted at their line.

    A constant that is wrong is noted once, in the sidecar where it stands.
    """
    lines = _numbered(text, place)
    beside = sidecar or Sidecar(place, {})
    _, header = next(lines, (1, []))
    if not _header_fits(kind, header, info, place, beside):
        return ()
    constants = _constants(kind, info, beside)
    numbered = [(line, _row(kind, header, cells, constants, line, place)) for line, cells in lines]
    _note_repeats(text, place)
    if not numbered:
        place.problem(1, "no_rows", "the table holds no row")
    whole = [(line, row) for line, row in numbered if row is not FAILED]
    if len(whole) == len(numbered):
        _note_disorders(kind, whole, place, beside)
    return tuple(row for _, row in whole)


def _constants(kind: type, info: TableInfo, beside: Sidecar) -> dict[str, Any]:
    return {
        constant.column: _cell(
            schema(kind)[constant.column][0],
            constant.column,
            constant.value,
            beside.lines.get(constant.column, 1),
            beside.place,
        )
        for constant in info.constants
    }


def _note_disorders(kind: type, numbered: list[tuple[int, Any]], place: Place, beside: Sidecar) -> None:
    for found in disorders(kind, [row for _, row in numbered]):
        if found.column in beside.lines:
            beside.place.problem(beside.lines[found.column], "disorder", found.message)
        else:
            place.problem(numbered[found.index][0], "disorder", found.message)


def _numbered(text: str, place: Place) -> Iterator[tuple[int, list[str]]]:
    """Give each record with the line it begins in; a quote left open is noted where it was opened."""
    lines = csv.reader(io.StringIO(text), strict=True)
    start = 1
    try:
        for cells in lines:
            if all(_is_plain(cell, start, place) for cell in cells):
                yield start, cells
            start = lines.line_num + 1
    except csv.Error as error:
        place.problem(start, "not_csv", f"not readable as CSV: {error}")


def _is_plain(cell: str, line: int, place: Place) -> bool:
    if '"' not in cell and "\n" not in cell:
        return True
    place.problem(line, "stray_quote", "a quotation mark or a line break within a cell: a stray quote?")
    return False


def _header_fits(kind: type, header: list[str], info: TableInfo, place: Place, beside: Sidecar) -> bool:
    """Note columns that are unknown, given twice, out of order or missing, each where it stands."""
    known, constants = schema(kind), [constant.column for constant in info.constants]
    wrong = [f"{name!r} is not a column of {kind.__name__}" for name in header if name not in known]
    columns = [*header, *constants]
    wrong += [f"column {name!r} stands twice" for name in dict.fromkeys(columns) if columns.count(name) > 1]
    ranks = [int(name[1:]) for name in header if re.fullmatch(r"p\d+", name)]
    wrong += ["columns of percentiles must rise from left to right"] if ranks != sorted(ranks) else []
    missing = [name for name, (_, required) in known.items() if required and name not in columns]
    wrong += [f"column {name!r} is missing" for name in missing]
    for message in wrong:
        place.problem(1, "wrong_columns", message)
    strange = [name for name in constants if name not in known]
    for name in strange:
        message = f"{name!r} is not a column of {kind.__name__}"
        beside.place.problem(beside.lines.get(name, 1), "wrong_columns", message)
    is_clean = all(name in known for name in header)
    for name in missing if beside.lines and is_clean else ():
        code = "missing_source" if name == "source" else "missing_key"
        beside.place.problem(1, code, f"{name!r} is neither a column of the table nor a constant here")
    return not wrong and not strange


def _row(
    kind: type, header: list[str], cells: list[str], constants: dict[str, Any], line: int, place: Place
) -> Any:
    if len(cells) != len(header):
        return place.problem(line, "wrong_row", f"{len(cells)} cells where the header has {len(header)}")
    own = zip(header, cells, strict=True)
    values = {name: _cell(schema(kind)[name][0], name, text, line, place) for name, text in own}
    return construct(kind, values | constants, line, place)


def _cell(hint: Any, name: str, text: str, line: int, place: Place) -> Any:
    inner, may_be_empty = optional_of(hint)
    if text.strip():
        return known_unit(name, scalar(inner, text.strip(), line, place, is_plain=False), line, place)
    if may_be_empty:
        return None
    code = "missing_source" if name == "source" else "missing_value"
    return place.problem(line, code, f"{name!r} is empty")


def _note_repeats(text: str, place: Place) -> None:
    seen: dict[str, int] = {}
    for line, row in enumerate(text.splitlines(), start=1):
        first = seen.setdefault(row, line)
        if first != line and row.strip():
            place.problem(line, "duplicate_row", f"the same as line {first}")
