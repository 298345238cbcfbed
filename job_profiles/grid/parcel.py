"""What the reading process hands back: plain lists, numbers and text, so that nothing in it can act.

The parcel travels by `marshal`, quick for plain values and unable to call anything when it is
loaded, unlike pickle. Dates, errors and per cents are laid beside the rows as patches; every value
is checked for its plain type before it is used.
"""

import gc
import marshal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import Any, Final

from job_profiles.grid.cells import CellError, CellValue, Comment, Merge, Percent, Row, Sheet
from job_profiles.grid.refusal import Refused

Patch = tuple[int, int, str, tuple[int | str, ...]]
"""(row, column, what, its parts)"""

LostFormula = tuple[int, int, str]
"""(row, column, formula): a formula whose result was never stored."""

PackedComment = tuple[int, int, str, str]
"""(row, column, author, text)"""

PackedSheet = tuple[
    str,
    bool,
    list[Any],
    list[Patch],
    list[tuple[int, int, int, int]],
    list[LostFormula],
    list[PackedComment],
]
"""(name, hidden, rows, patches, merges, lost formulas, comments)"""

_VERSION: Final = 2
"""Marshal's format before it searched for repeated objects: four times as quick here."""

_PLAIN: Final = frozenset({str, float, int, bool, type(None)})


def pack_sheets(sheets: list[PackedSheet]) -> bytes:
    """Return the parcel of a file that was read."""
    return marshal.dumps(("sheets", sheets), _VERSION)


def pack_refusal(refused: Refused) -> bytes:
    """Return the parcel of a file that was refused."""
    reason = (refused.code, refused.detail, refused.sheet, refused.cell)
    return marshal.dumps(("refused", reason), _VERSION)


def unpack(parcel: bytes) -> tuple[str, Any]:
    """Return ("sheets", packed sheets) or ("refused", (code, detail, sheet, cell)). ValueError if neither."""
    with _no_collector():
        try:
            kind, content = marshal.loads(parcel)  # noqa: S302
        except (EOFError, TypeError) as error:
            raise ValueError("not a parcel") from error
    return str(kind), content


def sheet_of(packed: PackedSheet) -> Sheet:
    """Return the sheet with its patches laid in. ValueError if a value is not of a plain type."""
    name, hidden, rows, patches, merges, _, comments = packed
    if not _PLAIN.issuperset(map(type, chain.from_iterable(rows))):
        raise ValueError("a cell of the parcel is not plain")
    with _no_collector():
        patched = _patched(rows, patches)
    noted = tuple(Comment(int(row), int(col), str(by), str(text)) for row, col, by, text in comments)
    return Sheet(str(name), patched, bool(hidden), tuple(Merge(*merge) for merge in merges), noted)


def _patched(rows: list[Any], patches: list[Patch]) -> tuple[Row, ...]:
    by_row: dict[int, list[Patch]] = {}
    for patch in patches:
        by_row.setdefault(patch[0], []).append(patch)
    for at, of_row in by_row.items():
        cells = list(rows[at])
        for _, col, what, parts in of_row:
            cells[col] = _MAKERS[what](cells[col], *parts)
        rows[at] = tuple(cells)
    return tuple(rows)


_MAKERS: Final[dict[str, Callable[..., CellValue]]] = {
    "error": lambda _, text: CellError(text),
    "percent": lambda number: Percent(number),
    "date": lambda _, *parts: date(*parts),
    "datetime": lambda _, *parts: datetime(*parts),  # noqa: DTZ001 - a sheet knows no time zone
    "time": lambda _, *parts: time(*parts),
    "duration": lambda _, days, seconds, microseconds: timedelta(days, seconds, microseconds),
}


@contextmanager
def _no_collector() -> Iterator[None]:
    """Keep the garbage collector from walking a million new cells again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
