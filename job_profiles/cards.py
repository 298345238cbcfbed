"""Cards: one demand each, told by keys and values (`Demand: Power grip`, `Force: 20 N`), down or across."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from job_profiles.card_fields import Field, fields_in, is_key, names_demand, names_measure, names_task
from job_profiles.header_rows import is_header
from job_profiles.view import View
from job_profiles.vocabulary.kind_words import exact_kind, kind_of

Place = tuple[int, int]
_MOST_BLANK_ROWS: Final = 2
"""Blank rows that may stand between two cards of one run."""

_MOST_ABOVE: Final = 4
"""Rows between the task of a card and its demand."""


@dataclass(frozen=True, slots=True)
class Card:
    """The fields of one card in reading order; `demand` is the place among them of its kind of demand."""

    fields: tuple[Field, ...]
    demand: int
    band: int = 0

    @property
    def task(self) -> Field | None:
        """The field that names its task."""
        return next((f for f in self.fields if names_task(f)), None)

    @property
    def row(self) -> int:
        """The row in which it names its demand."""
        return self.fields[self.demand].at[0]

    @property
    def is_whole(self) -> bool:
        """Whether it says of its demand anything that a demand has."""
        return any(names_measure(f) for f in self.fields)


def cards_from(view: View, row: int, taken: set[Place]) -> list[Card]:
    """Return the run of cards whose first begins in a row; none where no card begins there."""
    if not _may_begin(view, row):
        return []
    across = _across(view, row)
    if across:
        return across
    starts = [f.at[1] for f in _fields(view, row, 0, view.width - 1) if _begins(f) and f.at not in taken]
    starts = starts or [c for c in _titles(view, row) if (row, c) not in taken]
    ends = [*(c - 1 for c in starts[1:]), view.width - 1]
    found = [
        card
        for band, (left, right) in enumerate(zip(starts, ends, strict=False))
        for card in _down(view, row, left, right, band)
    ]
    return sorted(_with_tasks(found), key=lambda card: (card.row, card.band))


def _may_begin(view: View, row: int) -> bool:
    """Whether a row holds a word for a demand, or nothing but names of demands: rows of cards are few."""
    texts = [v for _, v in view.cells(row) if isinstance(v, str)]
    return any(names_demand(t) for t in texts) or all(exact_kind(t) for t in texts)


def _fields(view: View, row: int, left: int, right: int) -> list[Field]:
    return list(fields_in(view, row, left, right))


def _begins(field: Field) -> bool:
    """Whether a field begins a card: it names a demand, or is a key for one with its colon."""
    if not names_demand(field.key) or not isinstance(field.value, str):
        return False
    return kind_of(field.value) is not None or (field.has_colon and not is_key(field.value))


def _titles(view: View, row: int) -> list[int]:
    """Return the columns of names of demands under which keys and values stand: `Power grip` as a title."""
    cells = list(view.cells(row))
    named = [c for c, v in cells if isinstance(v, str) and exact_kind(v)]
    if len(named) < len(cells) or row + 1 == len(view.rows) or is_header(view, row + 1):
        return []
    titled = [c for c in named if _fields(view, row + 1, c, c + 1)]
    return titled if len(titled) == len(named) else []


def _down(view: View, row: int, left: int, right: int, band: int) -> Iterator[Card]:
    """Yield the cards of one band of columns, one below the other."""
    lead = _above(view, row, left, right)
    while row < len(view.rows):
        card, row = _card(view, row, left, right, lead, band)
        if card is None or not card.is_whole:
            return
        yield card
        begin = _next_begin(view, row, left, right)
        if begin is None:
            return
        lead = [f for r in range(begin[0], begin[1]) for f in _fields(view, r, left, right)]
        row = begin[1]


def _above(view: View, row: int, left: int, right: int) -> list[Field]:
    """Return the fields right above a card from its task on; none where no task stands there."""
    found: list[Field] = []
    for at in range(row - 1, max(-1, row - 1 - _MOST_ABOVE), -1):
        fields = _fields(view, at, left, right)
        if not fields:
            return []
        found = fields + found
        if any(names_task(f) for f in fields):
            return found
    return []


def _card(
    view: View, row: int, left: int, right: int, lead: list[Field], band: int
) -> tuple[Card | None, int]:
    """Return the card whose demand stands in a row, and the row after it."""
    fields = _fields(view, row, left, right)
    first = next((i for i, f in enumerate(fields) if _begins(f)), None)
    if first is None:
        fields, first = [_title_field(view, row, left)], 0
    at, seen = row + 1, {_same(f) for f in (*lead, *fields)}
    while at < len(view.rows):
        more = _fields(view, at, left, right)
        if not more or any(_begins(f) or (names_task(f) and _same(f) in seen) for f in more):
            break
        fields += more
        seen |= {_same(f) for f in more}
        at += 1
    return Card((*lead, *fields), len(lead) + first, band), at


def _title_field(view: View, row: int, col: int) -> Field:
    return Field("Demand", view.rows[row][col], (row, col), (row, col))


def _same(field: Field) -> str:
    return re.sub(r"\W+", " ", field.key.casefold()).strip()


def _next_begin(view: View, row: int, left: int, right: int) -> tuple[int, int] | None:
    """Return the first row of the next card and the row of its demand, with few blank rows before it."""
    blanks = 0
    while row < len(view.rows) and not any(view.cells(row, left, right)):
        row, blanks = row + 1, blanks + 1
    for at in range(row, min(row + 1 + _MOST_ABOVE, len(view.rows))):
        fields = _fields(view, at, left, right)
        if any(_begins(f) for f in fields) or left in _titles(view, at):
            leads = at == row or any(names_task(f) for f in _fields(view, row, left, right))
            return (row, at) if leads and blanks <= _MOST_BLANK_ROWS else None
        if not fields:
            return None
    return None


def _with_tasks(cards: list[Card]) -> Iterator[Card]:
    """Give a card without a task that of the card above it, or where its band names none, left of it."""
    naming = {card.band for card in cards if card.task is not None}
    last: dict[int, Field] = {}
    for card in sorted(cards, key=lambda c: (c.row, c.band)):
        if card.task is not None:
            last[card.band] = card.task
        held = last.get(card.band if card.band in naming else min(naming, default=card.band))
        if card.task is None and held is not None:
            yield Card((held, *card.fields), card.demand + 1, card.band)
        else:
            yield card


def _across(view: View, row: int) -> list[Card]:
    """Return the cards of a form whose keys stand once, with the values of each card in a column."""
    cells = list(view.cells(row))
    if len(cells) < 3 or not names_demand(cells[0][1]):
        return []
    columns = [c for c, v in cells[1:] if isinstance(v, str) and kind_of(v) is not None]
    if len(columns) < len(cells) - 1:
        return []
    key_col = cells[0][0]
    rows = [*_task_above(view, row, key_col), row, *_key_rows_below(view, row, key_col, columns)]
    cards = [_column_card(view, rows, row, key_col, col, band) for band, col in enumerate(columns)]
    return cards if all(card.is_whole for card in cards) else []


def _task_above(view: View, row: int, col: int) -> list[int]:
    key = view.at(row - 1, col)
    above = isinstance(key, str) and names_task(Field(key, None, (row - 1, col), (row - 1, col)))
    return [row - 1] if above else []


def _key_rows_below(view: View, row: int, col: int, columns: list[int]) -> Iterator[int]:
    """Yield the rows below that hold a key, known or not, and something in the column of a card."""
    for at in range(row + 1, len(view.rows)):
        filled = any(view.at(at, c) is not None for c in columns)
        if not isinstance(view.at(at, col), str) or not (filled or is_key(view.at(at, col))):
            return
        yield at


def _column_card(view: View, rows: list[int], row: int, key_col: int, col: int, band: int) -> Card:
    fields = tuple(
        Field(str(view.at(r, key_col)), view.at(r, col), (r, key_col), (r, col))
        for r in rows
        if r == row or view.at(r, col) is not None
    )
    return Card(fields, next(i for i, f in enumerate(fields) if f.at[0] == row), band)
