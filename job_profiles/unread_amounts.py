"""The safety net: amounts on a sheet that became no demand and no finding are told at their place."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from job_profiles.amounts import Amount, parse_amount
from job_profiles.blocks import Column, Table
from job_profiles.column_roles import Roles, column_key
from job_profiles.draft import DemandDraft
from job_profiles.grid.cells import CellValue
from job_profiles.problem import Problem, Severity
from job_profiles.role_names import TEXTS
from job_profiles.samples import sample
from job_profiles.units import Dimension
from job_profiles.view import is_number, written
from job_profiles.vocabulary.kind_words import band_of
from job_profiles.workbook import Leaf, Workbook

LOOSE: Final = "amounts-outside-tables"

_OF_THE_ROW: Final = TEXTS | {"cycle_time"}
"""Roles of columns that are kept with the row, not at a cell of one of its demands."""

_STRAINS: Final = frozenset({Dimension.FORCE, Dimension.WEIGHT, Dimension.TORQUE, Dimension.ACCELERATION})
_RATES: Final = frozenset({Dimension.RATE, Dimension.PER_SHIFT})
_TOLD: Final = _RATES | {Dimension.TIME}
_FEWEST_ROWS: Final = 2


def about_unread_amounts(book: Workbook, known: list[Problem]) -> Iterator[Problem]:
    """Yield the columns and rows with amounts of which nothing was made and nothing is told in `known`."""
    yield from _unread_columns(book, known)
    for leaf in book.leaves:
        yield from _loose(leaf, known)


def _unread_columns(book: Workbook, known: list[Problem]) -> Iterator[Problem]:
    open_columns = {
        (id(table.view), column.index): (leaf, roles, column)
        for leaf in book.leaves
        for table, roles in leaf.tables
        for column in _candidates(roles)
    }
    for place in _used(book, set(open_columns)):
        del open_columns[place]
    if not open_columns:
        return
    told = {(p.sheet, p.cell) for p in known} | {("", p.asks) for p in known}
    for leaf, roles, column in open_columns.values():
        if not _is_told(leaf, roles.table, column, told):
            yield _not_read(leaf, roles, column)


def _candidates(roles: Roles) -> Iterator[Column]:
    """Yield the columns of a table that hold amounts, of a demand or of nobody knows what.

    Where rows name neither task nor job, only amounts with their units count; a legend of letters has none.
    """
    if {"band_code", "band_meaning"} & set(roles.context):
        return
    of_work = bool({"task", "job", "demand", "tool"} & set(roles.context)) or roles.asks_demands
    for measured in roles.measured:
        holds = _is_some if of_work else _bears_unit
        if measured.role not in _OF_THE_ROW and any(map(holds, sample(roles.table, measured.column))):
            yield measured.column
    for column in roles.unknown if not roles.asks_demands else ():
        if any(map(_bears_unit, sample(roles.table, column))):
            yield column


def _is_some(value: CellValue) -> bool:
    """Whether a cell under a heading of amounts says more than none: a number, an amount, a letter."""
    if isinstance(value, str):
        amount = _amount_within(value)
        return band_of(value) not in {None, "N"} if amount is None else amount.high != 0
    return is_number(value) and value != 0


def _bears_unit(value: CellValue) -> bool:
    """Whether a text holds a number with a unit, or counts things: `20 N`, `grip 20 lb`, `3 sacks a day`."""
    amount = _amount_within(value)
    if amount is None:
        return False
    return bool(amount.unit_text) or (amount.unit is not None and amount.unit.dimension in _STRAINS | _TOLD)


_FIGURE: Final = re.compile(r"(?<!\w)\d")
_WORDS_BEFORE: Final = 4


def _amount_within(value: CellValue) -> Amount | None:
    """Return the amount that begins a text, or stands behind a few words of it."""
    if not isinstance(value, str) or (whole := parse_amount(value)) is not None:
        return whole if isinstance(value, str) else None
    first = _FIGURE.search(value)
    short = first is not None and len(value[: first.start()].split()) <= _WORDS_BEFORE
    return parse_amount(value[first.start() :]) if first is not None and short else None


def _used(book: Workbook, wanted: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield those of the columns from which a demand took something; the search ends when all are found."""
    for draft in _drafts(book):
        if not wanted:
            return
        for col in draft.cols.values():
            if (place := (id(draft.view), col)) in wanted:
                wanted.discard(place)
                yield place


def _drafts(book: Workbook) -> Iterator[DemandDraft]:
    return (draft for job in book.jobs.values() for task in job.tasks.values() for draft in task.demands)


def _is_told(leaf: Leaf, table: Table, column: Column, told: set[tuple[str | None, str | None]]) -> bool:
    """Whether a finding asks about the column, or stands at each of its first amounts."""
    if ("", f"columns/{column_key(table, column)}") in told:
        return True
    rows = [r for r in table.body[:_SEEN] if _is_some(table.view.rows[r][column.index])]
    return all((leaf.name, table.view.address(r, column.index)) in told for r in rows)


_SEEN: Final = 60


def _not_read(leaf: Leaf, roles: Roles, column: Column) -> Problem:
    """Ask what a column holds; one beside amounts that are asked about waits for what they are of."""
    table, waits = roles.table, bool(roles.bare_open)
    values = tuple(dict.fromkeys(written(v).strip() for v in sample(table, column)))[:3]
    name = f"Column {table.view.line(column.index)} “{column.text}”"
    return Problem(
        Severity.NOTE if waits else Severity.WARNING,
        "amounts-wait" if waits else "amounts-not-read",
        f"{name} was not read: {'it waits for' if waits else 'nothing says'} which demand it is of.",
        "Say which demand the amounts are of."
        if waits
        else "Say which demand it is about, or what else it holds.",
        leaf.name,
        table.view.address(0 if table.view.swapped else column.row, column.index),
        column.text,
        f"columns/{column_key(table, column)}",
        sample=values,
    )


def _loose(leaf: Leaf, known: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the runs of rows outside every table that name things with their amounts."""
    view = leaf.page.view
    keys = {pair.row for pair in leaf.around.pairs if pair.heading.known}
    rows = [r for r, values in leaf.loose if r not in keys and _lists_amounts(values)]
    for run in _runs(rows):
        first, last = view.address(run[0], 0), view.address(run[-1], view.width - 1)
        yield Problem(
            Severity.WARNING,
            LOOSE,
            f"The rows {first}:{last} hold amounts, but stand under no headings that are known; not read.",
            "Write headings above the columns: task, demand, hand, amount, unit, how often.",
            leaf.name,
            f"{first}:{last}",
        )


def _lists_amounts(values: tuple[CellValue, ...]) -> bool:
    """Whether a row begins with a name, and a cell of its own holds a force, a weight, or how often."""
    if len(values) < 2 or not isinstance(values[0], str) or _amount_within(values[0]) is not None:
        return False
    found = (amount.unit for value in values[1:] if (amount := _amount_within(value)) is not None)
    return any(unit is not None and unit.dimension in _STRAINS | _RATES for unit in found)


def _runs(rows: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for row in rows:
        if run and row > run[-1] + 1:
            if len(run) >= _FEWEST_ROWS:
                yield run
            run = []
        run.append(row)
    if len(run) >= _FEWEST_ROWS:
        yield run
