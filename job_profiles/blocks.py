"""Where on a sheet the tables stand: headings, columns, body rows, and what is left."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from job_profiles.cards import Card, cards_from
from job_profiles.grid.cells import CellValue
from job_profiles.header_rows import (
    KEYS_ONLY,
    is_header,
    last_header_row,
    sides_among,
    stacked,
    upper_header_row,
)
from job_profiles.headings import Heading, heading_of
from job_profiles.kinds import Hand
from job_profiles.side_by_side import LABELS, spans_of
from job_profiles.view import View, any_number, written
from job_profiles.vocabulary.kind_words import exact_kind, is_not_applicable, is_other_activity, kind_of
from job_profiles.vocabulary.words import fold, speaks_of_week, words


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its place, what its heading says, and the row of that heading."""

    index: int
    heading: Heading
    text: str = ""
    row: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A block of a sheet with headings above and rows below."""

    view: View
    header: tuple[int, int]
    columns: tuple[Column, ...]
    body: tuple[int, ...]
    title: str = ""
    headless: bool = False

    @property
    def first_col(self) -> int:
        """The leftmost column."""
        return self.columns[0].index

    @property
    def last_col(self) -> int:
        """The rightmost column."""
        return self.columns[-1].index

    def having(self, *roles: str) -> tuple[Column, ...]:
        """Columns whose heading may hold one of `roles` and names no kind of demand."""
        return tuple(c for c in self.columns if c.heading.has(*roles) and not c.heading.kinds)

    @property
    def bands(self) -> tuple[Column, ...]:
        """Columns for one letter of frequency each."""
        return tuple(c for c in self.columns if c.heading.band and not c.heading.roles)

    def letters_only(self) -> "Table":
        """Return the table with `FREQ` read as a letter where other columns are letters too."""
        columns = tuple(_not_asked(c, self) for c in self.columns)
        if self.having("asked"):
            columns = tuple(_refused(c) for c in columns)
        if sides := sides_among(c.text for c in columns):
            columns = tuple(_sided(c, sides) for c in columns)
        if sides := sides_among(_last_letter(c.text) for c in columns):
            columns = tuple(_sided_at_end(c, sides) for c in columns)
        if columns != self.columns:
            return replace(self, columns=columns).letters_only()
        if len({c.heading.band for c in self.columns if c.heading.band}) < 2:
            return self
        made = (
            replace(c, heading=replace(c.heading, roles=())) if c.heading.band else c for c in self.columns
        )
        return replace(self, columns=tuple(made))


def _not_asked(column: Column, table: Table) -> Column:
    """`N/A` over nothing but ticks says that a demand is not asked for."""
    if column.heading.known or not is_not_applicable(column.text) or not fold(column.text):
        return column
    cells = (table.view.rows[r][column.index] for r in table.body)
    texts = [fold(written(v)) for v in cells if v is not None]
    ticked = bool(texts) and all(t in words("values", "marks") for t in texts)
    return replace(column, heading=Heading(column.text, band="N")) if ticked else column


def _refused(column: Column) -> Column:
    """`No` beside `Yes` says that a demand is not asked for; alone it heads numbers."""
    if fold(column.text) not in words("values", "no") or column.heading.band == "N":
        return column
    return replace(column, heading=Heading(column.text, band="N"))


_UNIT_AT_END: Final = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
_LETTER_AT_END: Final = re.compile(r"(?<=[^\W\d])\s+([A-Z])$")


def _last_letter(text: str) -> str:
    """Return the capital that stands alone at the end of a heading: `Agarre D (N)`."""
    found = _LETTER_AT_END.search(_UNIT_AT_END.sub("", text))
    return found[1] if found else ""


def _sided_at_end(column: Column, sides: Mapping[str, Hand]) -> Column:
    """`Agarre D (N)` and `Agarre I (N)` in one row of headings are the hands of one kind."""
    side = sides.get(_last_letter(column.text))
    if side is None or column.heading.hand is not None:
        return column
    bare = _UNIT_AT_END.sub("", column.text)
    heading = heading_of(_LETTER_AT_END.sub("", bare) + column.text[len(bare) :])
    if not heading.kinds and not heading.roles:
        return column
    return replace(column, heading=replace(heading, text=column.text, hand=side))


def _sided(column: Column, sides: Mapping[str, Hand]) -> Column:
    """`R` and `L` in one row of headings are hands."""
    side = sides.get(column.text.strip().upper())
    return (
        column
        if side is None
        else replace(column, text=column.text + " hand", heading=Heading(column.text, hand=side))
    )


@dataclass(slots=True)
class Page:
    """A sheet taken apart: its tables in reading order, its runs of cards, and the cells that are in none."""

    view: View
    tables: list[Table] = field(default_factory=list)
    cards: list[list[Card]] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def loose(self) -> Iterator[tuple[int, list[tuple[int, CellValue]]]]:
        """Rows with the cells that belong to no table."""
        beside = self._spans_by_row()
        for r in range(len(self.view.rows)):
            inside = beside.get(r, [])
            if len(inside) == 1 and inside[0][0] == 0 and inside[0][1] >= self.view.width - 1:
                continue
            cells = [(c, v) for c, v in self.view.cells(r) if not any(s[0] <= c <= s[1] for s in inside)]
            cells = [cell for cell in cells if (r, cell[0]) not in self.taken] if self.taken else cells
            if cells:
                yield r, cells

    def take_cards(self, row: int) -> int:
        """Take the run of cards that begins in a row; return the first row after it, or `row` for none."""
        cards = cards_from(self.view, row, self.taken)
        fields = [f for card in cards for f in card.fields]
        if not cards:
            return row
        self.cards.append(cards)
        self.taken |= {place for f in fields for place in (f.at, f.value_at)}
        ends: dict[int, int] = {}
        for card in cards:
            ends[card.band] = max(ends.get(card.band, 0), *(f.value_at[0] for f in card.fields))
        return min(ends.values()) + 1

    def _spans_by_row(self) -> dict[int, list[tuple[int, int]]]:
        """Return first and last column of every table that reaches over a row, by row."""
        found: dict[int, list[tuple[int, int]]] = {}
        for table in self.tables:
            for row in range(table.header[0], max((table.header[1], *table.body)) + 1):
                found.setdefault(row, []).append((table.first_col, table.last_col))
        return found


def page_of(view: View) -> Page:
    """Take a sheet apart."""
    page = Page(view)
    row = 0
    while row < len(view.rows):
        if (after := page.take_cards(row)) > row:
            row = after
            continue
        if not is_header(view, row):
            row += 1
            continue
        last = last_header_row(view, row)
        first = upper_header_row(view, row)
        made = _tables_under(view, first, last)
        page.tables += made
        row = max([last, *(t.body[-1] for t in made if t.body)]) + 1 if made else last + 1
        if made and len(made) > 1:
            row = _after_first_end(made, last)
    return page


def _after_first_end(made: list[Table], last: int) -> int:
    """Side by side tables end in different rows: a next header may stand beside the longer one."""
    return max([last, *(t.body[-1] for t in made if t.body)]) + 1


def _tables_under(view: View, first: int, last: int) -> list[Table]:
    """Return the tables, side by side, whose headings stand in these rows."""
    spans = spans_of(view, first, last)
    made = []
    for left, right in spans:
        columns = tuple(_column(view, first, last, col, left) for col in range(left, right + 1))
        body = _body(view, columns, last + 1)
        used = _without_empty(view, columns, body)
        if used:
            made.append(Table(view, (first, last), used, body, _title(view, first, left)).letters_only())
    return made


def _title(view: View, first: int, left: int) -> str:
    """Return the section heading right above, in the same column or begun further left."""
    for row in range(first - 1, max(-1, first - 3), -1):
        cells = [(c, v) for c, v in view.cells(row) if isinstance(v, str)]
        if cells:
            near = [v for c, v in cells if c <= left]
            return str(near[-1]) if near and len(cells) <= 3 else ""
    return ""


def _without_empty(view: View, columns: tuple[Column, ...], body: tuple[int, ...]) -> tuple[Column, ...]:
    """Drop columns with neither heading nor content."""
    blank = [c for c in columns if not c.text]
    if not blank:
        return columns
    filled = {c.index for c in blank if any(view.rows[r][c.index] is not None for r in body)}
    return tuple(c for c in columns if c.text or c.index in filled)


def _column(view: View, first: int, last: int, col: int, left: int) -> Column:
    texts = [(r, v) for r in range(first, last + 1) if (v := view.at(r, col)) is not None]
    heading = stacked(view, first, last, col, left)
    row = texts[-1][0] if texts else last
    return Column(col, heading, heading.text or (texts and written(texts[-1][1])) or "", row)


def _body(view: View, columns: tuple[Column, ...], start: int) -> tuple[int, ...]:
    """Rows that belong to the table under these columns."""
    first, last = columns[0].index, columns[-1].index
    rows: list[int] = []
    gap = 0
    for row in range(start, len(view.rows)):
        values: list[CellValue] = [v for v in view.rows[row][first : last + 1] if v is not None]
        if not values:
            gap += 1
            if gap > 2:
                break
            continue
        if (gap and not _fits(view, row, columns)) or _ends_table(view, row, columns, values):
            break
        gap = 0
        rows.append(row)
    return tuple(rows)


def _fits(view: View, row: int, columns: tuple[Column, ...]) -> bool:
    """Whether a row after a gap still belongs: a label where labels stand and a value where values stand."""
    values = [(c, view.at(row, c.index)) for c in columns if view.at(row, c.index) is not None]
    if len(values) < 3 or is_header(view, row):
        return False
    for column, value in values:
        if column.heading.has("demand") and not (isinstance(value, str) and kind_of(value)):
            return False
    texts = [v for _, v in values if isinstance(v, str)]
    if any("=" in t for t in texts):
        return False
    return not any(heading_of(t).has("job", "employer", "shift_hours", "band_meaning") for t in texts[:1])


_FOOTNOTE: Final = re.compile(r"^\s*(?:[*†‡§]+|[¹²³⁴-⁹]+|\(?[1-9a-c]\))\s*[^\W\d]")


def _is_footnote(values: list[CellValue]) -> bool:
    """Whether a row holds nothing but notes to the marks of a table: `1) data sheet`, `* estimated`."""
    first = values[0]
    if not isinstance(first, str) or first.lstrip()[:1] not in _BEGINS_NOTE:
        return False
    starred = first.lstrip()[:1] in _MARKS_NOTE
    notes = all(isinstance(v, str) and _FOOTNOTE.match(v) is not None for v in values)
    return notes and (len(values) > 1 or starred)


_MARKS_NOTE: Final = frozenset("*†‡§¹²³⁴⁵⁶⁷⁸⁹")
_BEGINS_NOTE: Final = _MARKS_NOTE | frozenset("(123456789abc")


def _ends_table(view: View, row: int, columns: tuple[Column, ...], values: list[CellValue]) -> bool:
    if _is_footnote(values):
        return True
    if len(values) == 1:
        return _lone_cell_ends(view, row, columns, values[0])
    if any_number(values):
        return _key_row(values)
    if sum(1 for c in columns if c.heading.kinds) > 1 and not any(
        heading_of(v).roles for v in values if isinstance(v, str)
    ):
        return _key_row(values)
    return is_header(view, row) or _key_row(values)


def _key_row(values: list[CellValue]) -> bool:
    """`Shift: | 8 h` below a table begins something new; `Required grip force: | 25 lb` too."""
    first = values[0]
    if not isinstance(first, str):
        return False
    if first.rstrip().endswith(":"):
        return True
    return len(values) <= 4 and all(_is_key(key) for key in values[::2])


def _is_key(value: CellValue) -> bool:
    """Whether a text names what stands beside it: `Company`; `15 %` behind `Telephone` names nothing."""
    heading = heading_of(value) if isinstance(value, str) else Heading()
    return heading.roles != () and heading.role in KEYS_ONLY and not heading.kinds


def _tells_hours_of_week(text: str) -> bool:
    """Whether a lone text tells of working time (`38 hours per week`), which is no task."""
    return text.lstrip()[:1].isdigit() and speaks_of_week(text)


def _names_kind(value: CellValue) -> bool:
    return isinstance(value, str) and kind_of(value) is not None


_GROUPS: Final = frozenset({"tool", "task", "environment"})
"""Roles of words that may title a group of tasks (`Machines:`); other words of ours are keys."""


def _titles_rows_below(view: View, row: int, columns: tuple[Column, ...], name: str) -> bool:
    """Whether `Machines:` stands over rows filled like the others of a table of tasks."""
    said = heading_of(name)
    is_key = said.known and said.role not in _GROUPS
    if not name.rstrip().endswith(":") or is_key or row + 1 >= len(view.rows):
        return False
    filled = [c for c in columns if view.at(row + 1, c.index) is not None]
    tasks = [c for c in filled if c.heading.role == "task"]
    return bool(tasks) and 2 * len(filled) > len(columns) and _fits(view, row + 1, columns)


def _lone_cell_ends(view: View, row: int, columns: tuple[Column, ...], value: CellValue) -> bool:
    """Return a single cell is a row without marks, a group heading within the table, or a note after it."""
    if not isinstance(value, str):
        return False
    label = next((c for c in columns if view.at(row, c.index) is not None), columns[0])
    if (
        label.heading.has("demand", "activity")
        and row + 1 < len(view.rows)
        and _names_kind(view.at(row + 1, label.index))
    ):
        return False
    if exact_kind(value) or is_other_activity(value):
        return False
    if _titles_rows_below(view, row, columns, value):
        return False
    if ":" in value or len(value) > 60 or value.rstrip().endswith(".") or _tells_hours_of_week(value):
        return True
    if label.heading.has(*LABELS) and not label.heading.has("demand", "activity"):
        return False
    return not kind_of(value)
