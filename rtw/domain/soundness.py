"""What a model asks of its coefficients, so that damaged ones are refused by name.

Each rule raises UnsoundError with the name of the field at fault; the loader finds the line of it.
"""

from collections.abc import Iterable
from itertools import pairwise

from rtw.domain.figure import Figure
from rtw.domain.published import Constants, Lookup


class UnsoundError(ValueError):
    """Coefficients a model cannot work with; `field` is the one at fault."""

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(f"{field!r}: {message}")


def require(field: str, message: str, *, holds: bool) -> None:
    """Refuse `field` with `message` unless the rule holds."""
    if not holds:
        raise UnsoundError(field, message)


def counted(owner: object, **counts: int) -> None:
    """Hold each field, a formula, to the count of its constants."""
    for name, count in counts.items():
        piece: Constants = getattr(owner, name)
        given = len(piece.constants)
        require(name, f"{count} constants are needed, not {given}", holds=given == count)


def ending(owner: object, *names: str) -> None:
    """Hold each field, a formula, to saying where its range ends."""
    for name in names:
        piece: Constants = getattr(owner, name)
        require(name, "high is missing: the end of its range", holds=piece.high is not None)


def adjoining(owner: object, *pairs: tuple[str, str]) -> None:
    """Hold each pair of pieces to meeting: the second begins where the first ends."""
    for first, second in pairs:
        ending(owner, first)
        end, begin = getattr(owner, first).high, getattr(owner, second).low
        require(second, f"low must be {end:g}, where {first!r} ends, not {begin}", holds=begin == end)


def positive(owner: object, *names: str) -> None:
    """Hold each field, one figure, above zero."""
    for name in names:
        figure: Figure = getattr(owner, name)
        require(name, f"must lie above zero, not at {figure.value:g}", holds=figure.value > 0)


def ranged(owner: object, *names: str) -> None:
    """Hold each field, one figure, to giving its range: low and high."""
    for name in names:
        figure: Figure = getattr(owner, name)
        require(name, "low and high are needed", holds=None not in (figure.low, figure.high))


def rising(owner: object, *names: str) -> None:
    """Hold figures, in the order named, to rising; none equals the one before."""
    figures: list[tuple[str, Figure]] = [(name, getattr(owner, name)) for name in names]
    for (lower, below), (name, figure) in pairwise(figures):
        message = f"{figure.value:g} must lie above {lower!r}, {below.value:g}"
        require(name, message, holds=figure.value > below.value)


def columns_are(owner: object, name: str, columns: Iterable[str]) -> None:
    """Hold a table to these columns, in this order."""
    table: Lookup = getattr(owner, name)
    wanted = tuple(columns)
    require(name, f"the columns must be {', '.join(wanted)}", holds=table.columns == wanted)


def first_column_is(owner: object, name: str, numbers: Iterable[float]) -> None:
    """Hold the first column of a table to exactly these numbers: no row is missing, none stands twice."""
    table: Lookup = getattr(owner, name)
    given, wanted = tuple(row[0] for row in table.rows), tuple(float(number) for number in numbers)
    text = ", ".join(f"{number:g}" for number in wanted)
    require(name, f"the rows of {table.columns[0]!r} must be {text}", holds=given == wanted)


def steps_from(owner: object, name: str, start: float, count: int) -> None:
    """Hold a table of classes to `count` rows, the first from `start` on, each from more than the last."""
    table: Lookup = getattr(owner, name)
    begins = [row[0] for row in table.rows]
    holds = len(begins) == count and begins[0] == start and begins == sorted(set(begins))
    require(name, f"{count} rows are needed, rising from {start:g}", holds=holds)


def all_positive(owner: object, name: str, *columns: str) -> None:
    """Hold every number in these columns of a table above zero."""
    table: Lookup = getattr(owner, name)
    for column in columns:
        holds = all(number > 0 for number in table.column(column))
        require(name, f"column {column!r} must lie above zero", holds=holds)
