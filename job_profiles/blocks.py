"""Where on a sheet the tables stand: headings, columns, body rows, and what is left."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from job_profiles.grid.cells import CellValue
from job_profiles.header_rows import KEYS_ONLY, SIDES, is_header, last_header_row, stacked, upper_header_row
from job_profiles.headings import Heading, heading_of
from job_profiles.view import View, is_number, written
from job_profiles.vocabulary.kind_words import exact_kind, is_other_activity, kind_of

LABELS: Final = ("task", "activity", "demand", "tool", "job", "band_code")


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
        texts = {c.text.strip().upper() for c in self.columns}
        if {"R", "L"} <= texts:
            return replace(self, columns=tuple(_sided(c) for c in self.columns)).letters_only()
        if len({c.heading.band for c in self.columns if c.heading.band}) < 2:
            return self
        made = (
            replace(c, heading=replace(c.heading, roles=())) if c.heading.band else c for c in self.columns
        )
        return replace(self, columns=tuple(made))


def _sided(column: Column) -> Column:
    """`R` and `L` in one row of headings are hands."""
    side = SIDES.get(column.text.strip().upper())
    return (
        column
        if side is None
        else replace(column, text=column.text + " hand", heading=Heading(column.text, hand=side))
    )


@dataclass(slots=True)
class Page:
    """A sheet taken apart: its tables in reading order, and the rows that belong to none."""

    view: View
    tables: list[Table] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def loose(self) -> Iterator[tuple[int, list[tuple[int, CellValue]]]]:
        """Rows with the cells that belong to no table."""
        beside = self._spans_by_row()
        for r in range(len(self.view.rows)):
            inside = beside.get(r, [])
            if len(inside) == 1 and inside[0][0] == 0 and inside[0][1] >= self.view.width - 1:
                continue
            cells = [(c, v) for c, v in self.view.cells(r) if not any(s[0] <= c <= s[1] for s in inside)]
            if cells:
                yield r, cells

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
    spans = _spans(view, first, last)
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


def _spans(view: View, first: int, last: int) -> list[tuple[int, int]]:
    """Split the header rows where a blank column parts two tables that each have labels and values."""
    headed = sorted({c for r in range(first, last + 1) for c, _ in view.cells(r)})
    runs: list[list[int]] = []
    for col in headed:
        gap = runs and any(_column_blank(view, c, last + 1) for c in range(runs[-1][1] + 1, col))
        if runs and not (gap and col > runs[-1][1] + 1):
            runs[-1][1] = col
        else:
            runs.append([col, col])
    spans = [(runs[0][0], runs[0][1])]
    for left, right in runs[1:]:
        if _stand_apart(view, first, last, spans[-1], (left, right)):
            spans.append((left, right))
        else:
            spans[-1] = (spans[-1][0], right)
    before = spans[0][0] - 1
    if before >= 0 and any(
        isinstance(view.at(r, before), str) and kind_of(str(view.at(r, before)))
        for r in range(last + 1, min(last + 6, len(view.rows)))
    ):
        spans[0] = (before, spans[0][1])
    return spans


def _column_blank(view: View, col: int, start: int) -> bool:
    return all(view.at(r, col) is None for r in range(start, min(start + 12, len(view.rows))))


def _stand_apart(view: View, first: int, last: int, left: tuple[int, int], right: tuple[int, int]) -> bool:
    mine = [
        heading
        for c in range(left[0], left[1] + 1)
        for heading in (stacked(view, first, last, c, left[0]),)
        if heading.known
    ]
    other = [
        heading
        for c in range(right[0], right[1] + 1)
        for heading in (stacked(view, first, last, c, right[0]),)
        if heading.known
    ]
    if not mine or not other or len(other) < 2:
        return False
    labelled = other[0].has(*LABELS, "remark", "load") or (
        other[0].band is None and len(other) > 2 and other[1].band is not None
    )
    if not labelled or not (mine[0].has(*LABELS, "load", "remark") or mine[0].band or len(mine) > 1):
        return False
    left_demands = any(h.kinds or h.band or h.has("demand", "activity") for h in mine)
    right_tasks = other[0].has("task", "activity", "remark", "load", "band_code")
    return left_demands or right_tasks


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


def _ends_table(view: View, row: int, columns: tuple[Column, ...], values: list[CellValue]) -> bool:
    if len(values) == 1:
        return _lone_cell_ends(view, row, columns, values[0])
    if len(values) > 1 and any(is_number(v) for v in values):
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
    if len(values) > 4:
        return False
    heading = heading_of(first)
    return heading.roles != () and heading.role in KEYS_ONLY and not heading.kinds


def _names_kind(value: CellValue) -> bool:
    return isinstance(value, str) and kind_of(value) is not None


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
    if ":" in value or len(value) > 60 or value.rstrip().endswith("."):
        return True
    if label.heading.has(*LABELS) and not label.heading.has("demand", "activity"):
        return False
    return not kind_of(value)
