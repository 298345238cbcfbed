"""Where on a sheet the tables stand: header rows, columns with their headings, body rows, and what is left."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.grid.cells import CellError, CellValue
from job_profiles.kinds import Hand
from job_profiles.headings import Heading, heading_of
from job_profiles.units import UNITS
from job_profiles.view import View, is_number, written
from job_profiles.vocabulary.kind_words import exact_kind, is_other_activity, kind_of
from job_profiles.vocabulary.words import fold, words

LABELS: Final = ("task", "activity", "demand", "tool", "job", "band_code")
_KEYS_ONLY: Final = frozenset({"job", "employer", "shift_hours", "days", "occupation_code", "ignored", "german_job"})


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
        """The table with `FREQ` read as a letter where other columns are letters too."""
        texts = {c.text.strip().upper() for c in self.columns}
        if {"R", "L"} <= texts:
            return replace(self, columns=tuple(_sided(c) for c in self.columns)).letters_only()
        if len({c.heading.band for c in self.columns if c.heading.band}) < 2:
            return self
        made = (replace(c, heading=replace(c.heading, roles=())) if c.heading.band else c for c in self.columns)
        return replace(self, columns=tuple(made))


def _sided(column: Column) -> Column:
    """`R` and `L` in one row of headings are hands."""
    side = _SIDES.get(column.text.strip().upper())
    return column if side is None else replace(column, text=column.text + " hand", heading=Heading(column.text, hand=side))


@dataclass(slots=True)
class Page:
    """A sheet taken apart: its tables in reading order, and the rows that belong to none."""

    view: View
    tables: list[Table] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def loose(self) -> Iterator[tuple[int, list[tuple[int, CellValue]]]]:
        """Rows with the cells that belong to no table."""
        spans = [(t.header[0], max((t.header[1], *t.body)), t.first_col, t.last_col, frozenset(t.body)) for t in self.tables]
        for r in range(len(self.view.rows)):
            inside = [s for s in spans if s[0] <= r <= s[1] and (r in s[4] or r <= s[1])]
            if len(inside) == 1 and inside[0][2] == 0 and inside[0][3] >= self.view.width - 1:
                continue
            cells = [(c, v) for c, v in self.view.cells(r) if not any(s[2] <= c <= s[3] for s in inside)]
            if cells:
                yield r, cells


def page_of(view: View) -> Page:
    """Take a sheet apart."""
    page = Page(view)
    row = 0
    while row < len(view.rows):
        if not is_header(view, row):
            row += 1
            continue
        last = _last_header_row(view, row)
        first = _upper_header_row(view, row)
        made = _tables_under(view, first, last)
        page.tables += made
        row = max([last, *(t.body[-1] for t in made if t.body)]) + 1 if made else last + 1
        if made and len(made) > 1:
            row = _after_first_end(made, last)
    return page


def _after_first_end(made: list[Table], last: int) -> int:
    """Side by side tables end in different rows: a next header may stand beside the longer one."""
    return max([last, *(t.body[-1] for t in made if t.body)]) + 1


def _heading(value: CellValue) -> Heading:
    if isinstance(value, str):
        return heading_of(value)
    if type(value) in (int, float) and value == 0:
        return Heading("0", band="O")
    return Heading()


def _value_like(value: CellValue) -> bool:
    """Whether a cell is more likely an amount than a heading."""
    if isinstance(value, str):
        parsed = parse_amount(value)
        return parsed is not None and not parsed.rest and not parsed.unit_text
    return value is not None and not (type(value) in (int, float) and value == 0)


def is_header(view: View, row: int) -> bool:
    """Whether a row reads as the headings of a table."""
    cells = list(view.cells(row))
    if len(cells) < 2 or any(_value_like(v) for _, v in cells):
        return False
    headings = [_heading(v) for _, v in cells]
    known = [h for h in headings if h.known]
    roles = {h.role for h in known if h.roles} - {"reference"}
    bands = {h.band for h in known if h.band}
    kinds = [h for h in known if h.kinds]
    if roles and roles <= _KEYS_ONLY:
        return len(roles) >= 3 and len(known) >= 0.75 * len(cells) and not _colons(cells)
    if _colons(cells) or any(isinstance(v, CellError) for _, v in cells):
        return False
    letters = len(bands) if not kinds and len(bands) > (1 if roles else 2) else 0
    if headings[0].has("band_code") and not roles & {"task", "demand", "job", "activity"}:
        return False
    strong = len(roles) + letters + _kind_strength(kinds, cells)
    share = 0.15 if roles & {"demand", "activity"} else 0.5
    return strong >= 2 and len(known) >= share * len(cells)


def _kind_strength(kinds: list[Heading], cells: list[tuple[int, CellValue]]) -> int:
    """Kinds count as headings where a row names several, or one with its unit."""
    if len(kinds) > 1 or any(h.unit or h.roles for h in kinds):
        return len(kinds) if len({h.kinds for h in kinds}) > 1 or len(cells) > 2 else 1
    return 0


def _colons(cells: list[tuple[int, CellValue]]) -> bool:
    return any(isinstance(v, str) and v.rstrip().endswith(":") for _, v in cells)


def _last_header_row(view: View, row: int) -> int:
    """The lowest of several header rows: units, RT and LT, or sub-headings under the first."""
    last = row
    while last + 1 < len(view.rows) and last - row < 3 and _continues_header(view, last + 1, row):
        last += 1
    return last


def _continues_header(view: View, row: int, above: int) -> bool:
    cells = list(view.cells(row))
    if not cells or any(_value_like(v) for _, v in cells) or _colons(cells):
        return False
    headings = [_heading(v) for _, v in cells]
    if view.rows[row] == view.rows[above]:
        return False
    small = [h for h in headings if h.unit or h.hand or h.roles or h.kinds or h.band]
    if len(small) < 0.7 * len(cells) or all(h.band and not h.roles for h in headings):
        return len(small) == len(cells) and len(cells) > 1 and not _data_under(view, row, above, headings)
    return not _data_under(view, row, above, headings)


def _data_under(view: View, row: int, above: int, headings: list[Heading]) -> bool:
    """Whether the row is already the first row of data under labels for demand, hand and unit."""
    for (col, value), heading in zip(view.cells(row), headings, strict=True):
        head = _heading(view.at(above, col))
        if head.has("demand", "activity", "hand", "quality", "essential", "tool", "task", "job", "band_code", "band_meaning") and not heading.roles and (heading.kinds or heading.hand or heading.band):
            return True
        if head.band and isinstance(value, str) and fold(value) in words("values", "marks"):
            return True
    return view.at(row, next(view.cells(row))[0]) is not None and _label_is_kind(view, row, headings)


def _label_is_kind(view: View, row: int, headings: list[Heading]) -> bool:
    kinds = [h for h in headings if h.kinds]
    return len(kinds) == 1 and bool(headings[0].kinds) and not headings[0].unit


def _upper_header_row(view: View, row: int) -> int:
    """The row above may group the headings (`Right hand`, `Tool`), if it is no title over the whole width."""
    first = row
    while first > 0 and row - first < 2:
        cells = list(view.cells(first - 1))
        below = list(view.cells(first))
        if not cells or any(_value_like(v) for _, v in cells) or _colons(cells):
            break
        headings = [_heading(v) for _, v in cells]
        groups = [h for h in headings if h.hand or h.kinds or h.unit or h.roles]
        if not groups or len(groups) < 0.5 * len(cells) or cells[0][0] < below[0][0] or (len(cells) == 1 and cells[0][0] <= below[0][0]) or all(h.roles and h.role in _KEYS_ONLY for h in groups):
            break
        first -= 1
    return first


def _tables_under(view: View, first: int, last: int) -> list[Table]:
    """The tables, side by side, whose headings stand in these rows."""
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
    """The section heading right above: in the same column, or the merged one that begins further left."""
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
    if before >= 0 and any(isinstance(view.at(r, before), str) and kind_of(str(view.at(r, before))) for r in range(last + 1, min(last + 6, len(view.rows)))):
        spans[0] = (before, spans[0][1])
    return spans


def _column_blank(view: View, col: int, start: int) -> bool:
    return all(view.at(r, col) is None for r in range(start, min(start + 12, len(view.rows))))


def _stand_apart(view: View, first: int, last: int, left: tuple[int, int], right: tuple[int, int]) -> bool:
    mine = [heading for c in range(left[0], left[1] + 1) for heading in (_stacked(view, first, last, c, left[0]),) if heading.known]
    other = [heading for c in range(right[0], right[1] + 1) for heading in (_stacked(view, first, last, c, right[0]),) if heading.known]
    if not mine or not other or len(other) < 2:
        return False
    labelled = other[0].has(*LABELS, "remark", "load") or (other[0].band is None and len(other) > 2 and other[1].band is not None)
    if not labelled or not (mine[0].has(*LABELS, "load", "remark") or mine[0].band or len(mine) > 1):
        return False
    left_demands = any(h.kinds or h.band or h.has("demand", "activity") for h in mine)
    right_tasks = other[0].has("task", "activity", "remark", "load", "band_code")
    return left_demands or right_tasks


def _column(view: View, first: int, last: int, col: int, left: int) -> Column:
    texts = [(r, v) for r in range(first, last + 1) if (v := view.at(r, col)) is not None]
    heading = _stacked(view, first, last, col, left)
    row = texts[-1][0] if texts else last
    return Column(col, heading, heading.text or (texts and written(texts[-1][1])) or "", row)


def _stacked(view: View, first: int, last: int, col: int, left: int) -> Heading:
    """The heading of a column out of all header rows; a group heading reaches right over blanks."""
    heading = Heading()
    seen: list[str] = []
    for row in range(first, last + 1):
        value = view.at(row, col)
        if value is None and row < last and view.at(last, col) is not None:
            value = _group(view, row, col, left, last)
        if value is None or written(value) in seen:
            continue
        seen.append(written(value))
        heading = combined(heading, _heading(value))
    return replace(heading, text=" ".join(seen))


def _group(view: View, row: int, col: int, left: int, last: int) -> CellValue:
    for before in range(col - 1, left - 1, -1):
        if view.at(row, before) is not None:
            return view.at(row, before) if view.at(last, before) is not None or row + 1 < last else None
    return None


_SIDES: Final = {"R": Hand.RIGHT, "L": Hand.LEFT, "B": Hand.BOTH}


def combined(upper: Heading, lower: Heading) -> Heading:
    """What two header rows say together: the lower one is nearer to the cells."""
    if lower.text.strip() == "N" and (upper.kinds or (upper.roles and upper.role != "rate")):
        lower = Heading(lower.text, unit=UNITS["N"])
    if lower.text.strip().upper() in _SIDES and (upper.kinds or upper.role == "hand"):
        lower = Heading(lower.text, hand=_SIDES[lower.text.strip().upper()])
    if lower.kinds or (lower.roles and lower.roles != ("reference",)):
        roles = lower.roles
    elif lower.band:
        roles = ()
    else:
        roles = upper.roles or lower.roles
    return Heading(
        lower.text,
        roles,
        lower.kinds or upper.kinds,
        lower.open_to or upper.open_to,
        lower.hand or upper.hand,
        lower.unit or upper.unit,
        lower.band or (upper.band if not lower.roles and not lower.kinds else None),
        upper.foreign or lower.foreign,
        lower.as_spelt or upper.as_spelt,
    )


def _body(view: View, columns: tuple[Column, ...], start: int) -> tuple[int, ...]:
    """Rows that belong to the table under these columns."""
    first, last = columns[0].index, columns[-1].index
    rows: list[int] = []
    gap = 0
    for row in range(start, len(view.rows)):
        values = [v for v in view.rows[row][first : last + 1] if v is not None]
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
    return not any(heading_of(t).has("job", "employer", "shift_hours", "band_meaning") for t in texts[:1])


def _ends_table(view: View, row: int, columns: tuple[Column, ...], values: list[CellValue]) -> bool:
    if len(values) == 1:
        return _lone_cell_ends(view, row, columns, values[0])
    if len(values) > 1 and any(is_number(v) for v in values):
        return _key_row(values)
    return is_header(view, row) or _key_row(values)


def _key_row(values: list[CellValue]) -> bool:
    """`Shift: | 8 h` below a table begins something new; `Required grip force: | 25 lb` too."""
    first = values[0]
    if not isinstance(first, str):
        return False
    if first.rstrip().endswith(":"):
        return True
    heading = heading_of(first)
    return len(values) <= 4 and heading.roles != () and heading.role in _KEYS_ONLY and not heading.kinds


def _names_kind(value: CellValue) -> bool:
    return isinstance(value, str) and kind_of(value) is not None


def _lone_cell_ends(view: View, row: int, columns: tuple[Column, ...], value: CellValue) -> bool:
    """A single cell is a row without marks, a group heading within the table, or a note after it."""
    if not isinstance(value, str):
        return False
    label = next((c for c in columns if view.at(row, c.index) is not None), columns[0])
    if label.heading.has("demand", "activity") and row + 1 < len(view.rows) and _names_kind(view.at(row + 1, label.index)):
        return False
    if exact_kind(value) or is_other_activity(value):
        return False
    if ":" in value or len(value) > 60 or value.rstrip().endswith("."):
        return True
    if label.heading.has(*LABELS) and not label.heading.has("demand", "activity"):
        return False
    return not kind_of(value)
