"""Cells of a text table: find encoding and delimiter, then keep every cell as it was written."""

import csv
import io
import re
from collections import Counter
from typing import Final

from job_profiles.grid.refusal import Refused

DELIMITERS: Final = (";", "\t", ",", "|")
"""In order of preference where two serve equally well."""

MAX_CELLS: Final = 12_000_000
_SAMPLE_LINES: Final = 300
_MAX_CELL_CHARACTERS: Final = 1_000_000

_DECIMAL_COMMA: Final = re.compile(r"(?<=\d),(?=\d)")

TextRow = list[str | None]


def decoded(data: bytes) -> str:
    """Return the text: UTF-8 or UTF-16 where the bytes say so, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data[1::2].count(0) > 0.4 * len(data):
        return data.decode("utf-16-le", "replace")
    if data[0::2].count(0) > 0.4 * len(data):
        return data.decode("utf-16-be", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _western(data)


def _western(data: bytes) -> str:
    """Windows-1252 leaves five bytes without meaning; Latin-1 reads any."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def text_rows(text: str) -> list[TextRow]:
    """Return rows of equal length, blanks as None. Raises Refused if the table is beyond reason."""
    delimiter, body_start = _announced(text)
    rows: list[list[str]] = [[]] * body_start
    try:
        rows += _parsed(text, delimiter or best_delimiter(text))[body_start:]
    except csv.Error as error:
        raise Refused("file-damaged") from error
    return _squared(rows)


def _announced(text: str) -> tuple[str | None, int]:
    """Excel may write `sep=;` into the first line; that row is then no data, but keeps its number."""
    first = text[:10].splitlines()[:1]
    if first and len(first[0]) == 5 and first[0].lower().startswith("sep="):
        return first[0][4], 1
    return None, 0


def _parsed(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(_MAX_CELL_CHARACTERS)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def best_delimiter(text: str) -> str:
    """Return the delimiter under which most lines have the same number of cells, more than one."""
    sample = "".join(text[:500_000].splitlines(keepends=True)[:_SAMPLE_LINES])
    lines = max(1, sample.count("\n"))
    if any(sample.count(other) >= lines for other in (";", "\t", "|")):
        commas = _DECIMAL_COMMA.sub(" ", sample)
    else:
        commas = sample
    return max(DELIMITERS, key=lambda sign: _regularity(commas if sign == "," else sample, sign))


def _regularity(sample: str, delimiter: str) -> tuple[float, int]:
    """Return (share of lines that are cut, weighed by how alike they are, cells a line)."""
    try:
        widths = Counter(len(row) for row in _parsed(sample, delimiter) if any(row))
    except csv.Error:
        return 0.0, 0
    cut = Counter({width: count for width, count in widths.items() if width > 1})
    if not cut:
        return 0.0, 0
    width, alike = cut.most_common(1)[0]
    return round((cut.total() + alike) / (2 * widths.total()), 2), width


def _squared(rows: list[list[str]]) -> list[TextRow]:
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((_used(row) for row in rows), default=0)
    if width * len(rows) > MAX_CELLS:
        raise Refused("sheet-too-large", f"{len(rows):,} rows × {width:,} columns")
    return [_padded(row, width) for row in rows]


def _used(row: list[str]) -> int:
    used = len(row)
    while used and not row[used - 1]:
        used -= 1
    return used


def _padded(row: list[str], width: int) -> TextRow:
    cells: TextRow = [cell or None for cell in row[:width]]
    return cells + [None] * (width - len(cells))
