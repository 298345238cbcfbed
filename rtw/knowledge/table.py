"""A table of knowledge: a CSV file and, beside it, a YAML sidecar that says what the table is.

What is the same in every row (its source, its unit) may stand once in the sidecar's `constants`.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rtw.knowledge.build import FAILED, Place, construct, optional_of, scalar, schema

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


def rows_of(kind: type[T], text: str, info: TableInfo, place: Place) -> tuple[T, ...]:
    """Read every row as one `kind`; rows with problems are left out and noted at their line."""
    lines = _numbered(text, place)
    constants = {constant.column: constant.value for constant in info.constants}
    _, header = next(lines, (1, []))
    if not _header_fits(kind, header, constants, place):
        return ()
    rows = [_row(kind, header, cells, constants, line, place) for line, cells in lines]
    _note_repeats(text, place)
    return tuple(row for row in rows if row is not FAILED)


def _numbered(text: str, place: Place) -> Iterator[tuple[int, list[str]]]:
    lines = csv.reader(io.StringIO(text), strict=True)
    try:
        for cells in lines:
            yield lines.line_num, cells
    except csv.Error as error:
        place.problem(lines.line_num, "not_csv", f"not readable as CSV: {error}")


def _header_fits(kind: type, header: list[str], constants: dict[str, str], place: Place) -> bool:
    columns = [*header, *constants]
    known = schema(kind)
    wrong = [f"{name!r} is not a column of {kind.__name__}" for name in columns if name not in known]
    wrong += [f"column {name!r} stands twice" for name in dict.fromkeys(columns) if columns.count(name) > 1]
    missing = [name for name, (_, required) in known.items() if required and name not in columns]
    wrong += [f"column {name!r} is missing" for name in missing]
    for message in wrong:
        place.problem(1, "wrong_columns", message)
    return not wrong


def _row(
    kind: type, header: list[str], cells: list[str], constants: dict[str, str], line: int, place: Place
) -> Any:
    if len(cells) != len(header):
        return place.problem(line, "wrong_row", f"{len(cells)} cells where the header has {len(header)}")
    texts = dict(zip(header, cells, strict=True)) | constants
    values = {name: _cell(schema(kind)[name][0], name, text, line, place) for name, text in texts.items()}
    return construct(kind, values, line, place)


def _cell(hint: Any, name: str, text: str, line: int, place: Place) -> Any:
    inner, may_be_empty = optional_of(hint)
    if text.strip():
        return scalar(inner, text.strip(), line, place, is_plain=False)
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
