"""Which rows of a sheet are headings, and what a column is headed once several rows are put together."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.grid.cells import CellError, CellValue
from job_profiles.headings import Heading, heading_of, span_of
from job_profiles.kinds import Hand
from job_profiles.units import UNITS
from job_profiles.view import View, written
from job_profiles.vocabulary.words import fold, words

KEYS_ONLY: Final = frozenset(
    {"job", "employer", "shift_hours", "days", "occupation_code", "ignored", "german_job"}
)


_A_YES: Final = ("asked",)
"""What `Yes` is as a heading; in a row of answers it tells nothing of headings."""


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
    return _known_headings(view, row) or _heads_demands_down(view, row)


_FEWEST_DOWN: Final = 2


def _heads_demands_down(view: View, row: int) -> bool:
    """Whether a row with a blank corner names tasks over amounts, with demands down at its left."""
    cells = list(view.cells(row))
    corner = cells[0][0] - 1 if cells else -1
    texts = [
        v for _, v in cells if isinstance(v, str) and not _value_like(v) and not v.rstrip().endswith(":")
    ]
    if corner < 0 or len(texts) < _FEWEST_DOWN or len(texts) < len(cells):
        return False
    columns, demands = [col for col, _ in cells], 0
    for at in range(row + 1, len(view.rows)):
        label = view.at(at, corner)
        values = [v for col in columns if (v := view.at(at, col)) is not None]
        if not isinstance(label, str) or not all(map(_tells_amount, values)):
            break
        demands += bool(heading_of(label).kinds) and bool(values)
    return demands >= _FEWEST_DOWN


def _tells_amount(value: CellValue) -> bool:
    return not isinstance(value, str) or any(c.isdigit() for c in value)


def _known_headings(view: View, row: int) -> bool:
    cells = list(view.cells(row))
    amounts = [v for _, v in cells if _value_like(v)]
    spans = [v for v in amounts if isinstance(v, str) and span_of(v) is not None]
    if len(cells) < 2 or (amounts and (len(spans) < len(amounts) or len(spans) < 3)):
        return False
    headings = [_heading(v) for _, v in cells]
    known = [h for h in headings if h.known and h.roles != _A_YES]
    roles = {h.role for h in known if h.roles} - {"reference"}
    bands = {h.band for h in known if h.band}
    kinds = [h for h in known if h.kinds]
    if _are_pairs(headings):
        return False
    if roles and roles <= KEYS_ONLY:
        return len(roles) >= 3 and len(known) >= 0.75 * len(cells) and not _colons(cells)
    if _colons(cells) or any(isinstance(v, CellError) for _, v in cells):
        return False
    few = 1 if roles else 2
    once = bool(roles) or len(bands) == sum(1 for h in known if h.band)
    letters = len(bands) if once and len(bands) > few and (not kinds or headings[0].kinds) else 0
    if headings[0].has("band_code") and not roles & {"task", "demand", "job", "activity"}:
        return False
    hands = {h.hand for h in known if h.hand and not h.roles and not h.kinds}
    sides = len(hands) if roles and len(hands) > 1 else 0
    strong = len(spans) + len(roles) + letters + sides + _kind_strength(kinds, cells)
    share = 0.15 if roles & {"demand", "activity"} else 0.5
    return strong >= 2 and len(known) >= share * len(cells)


def _are_pairs(headings: list[Heading]) -> bool:
    """Whether a row holds two keys of the letterhead, each with its value: `Firm | Harper | Hours | 8`."""
    keys, values = headings[::2], headings[1::2]
    told = all(set(key.roles) & KEYS_ONLY for key in keys) and not any(value.known for value in values)
    return told and len(keys) == len(values) and len(keys) > 1


def _kind_strength(kinds: list[Heading], cells: list[tuple[int, CellValue]]) -> int:
    """Kinds count as headings where a row names several, or one with its unit."""
    if len(kinds) > 1 or any(h.unit or h.roles for h in kinds):
        return len(kinds) if len({h.kinds for h in kinds}) > 1 or len(cells) > 2 else 1
    return 0


def _colons(cells: list[tuple[int, CellValue]]) -> bool:
    """Whether a row is one of keys; a colon behind the first of many headings makes it none."""
    ends = [at for at, (_, v) in enumerate(cells) if isinstance(v, str) and v.rstrip().endswith(":")]
    return bool(ends) and not (ends == [0] and len(cells) > _FEWEST_BEHIND_COLON)


_FEWEST_BEHIND_COLON: Final = 3


def last_header_row(view: View, row: int) -> int:
    """Return the lowest of several header rows: units, RT and LT, or sub-headings under the first."""
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
    if sides := sides_among(written(v) for _, v in cells):
        letters = {*sides, *SIDES, "N"}
        return all(
            isinstance(v, str) and (v.strip().upper() in letters or _adds_to_heading(v)) for _, v in cells
        )
    small = [h for h in headings if h.roles != _A_YES and (h.unit or h.hand or h.roles or h.kinds or h.band)]
    if len(small) < 0.7 * len(cells) or all(h.band and not h.roles for h in headings):
        return len(small) == len(cells) and len(cells) > 1 and not _data_under(view, row, above, headings)
    return not _data_under(view, row, above, headings)


def _adds_to_heading(text: str) -> bool:
    """Whether a cell beside `R` and `L` only completes the heading above it: `(h/day)`, `max`, `per min`."""
    heading = heading_of(text)
    bare = not heading.kinds and not heading.band
    return (
        (bare and heading.unit is not None)
        or heading.has("rate", "hours")
        or fold(text) in words("fillers", "heading")
    )


_LABELS: Final = (
    "demand",
    "activity",
    "hand",
    "quality",
    "essential",
    "tool",
    "task",
    "job",
    "band_code",
    "band_meaning",
)


def _data_under(view: View, row: int, above: int, headings: list[Heading]) -> bool:
    """Whether the row is already the first row of data under labels for demand, hand and unit."""
    for (col, value), heading in zip(view.cells(row), headings, strict=True):
        if isinstance(value, str) and value.strip()[:1] + value.strip()[-1:] in {"()", "[]"}:
            continue
        head = _heading(view.at(above, col))
        says_more = heading.roles or heading.unit
        if head.has(*_LABELS) and not says_more and value != view.at(above, col):
            return True
        if head.band and isinstance(value, str) and fold(value) in words("values", "marks"):
            return True
    return view.at(row, next(view.cells(row))[0]) is not None and _label_is_kind(view, row, headings)


def _label_is_kind(view: View, row: int, headings: list[Heading]) -> bool:
    kinds = [h for h in headings if h.kinds]
    return len(kinds) == 1 and bool(headings[0].kinds) and not headings[0].unit


def upper_header_row(view: View, row: int) -> int:
    """Return the highest row that groups the headings (`Right hand`, `Tool`); a title over all is none."""
    first = row
    while first > 0 and row - first < 2:
        cells = list(view.cells(first - 1))
        below = list(view.cells(first))
        if not cells or any(_value_like(v) for _, v in cells) or _colons(cells):
            break
        headings = [_heading(v) for _, v in cells]
        groups = [h for h in headings if h.hand or h.kinds or h.unit or h.roles]
        if (
            not groups
            or len(groups) < 0.5 * len(cells)
            or (cells[0][0] < below[0][0] and not {Hand.RIGHT, Hand.LEFT} <= {h.hand for h in groups})
            or (len(cells) == 1 and cells[0][0] <= below[0][0])
            or all(h.roles and h.role in KEYS_ONLY for h in groups)
        ):
            break
        first -= 1
    return first


def stacked(view: View, first: int, last: int, col: int, left: int) -> Heading:
    """Return the heading of a column out of all header rows; a group heading reaches right over blanks."""
    heading = Heading()
    seen: list[str] = []
    for row in range(first, last + 1):
        value = view.at(row, col)
        if value is None and row < last and view.at(last, col) is not None:
            value = _group(view, row, col, left, last)
        if value is None or written(value) in seen:
            continue
        seen.append(written(value))
        sides = sides_among(written(v) for _, v in view.cells(row)) if len(written(value)) == 1 else SIDES
        lower = _heading(value)
        heading = combined(heading, lower if lower.text else replace(lower, text=written(value)), sides)
    return replace(heading, text=" ".join(seen))


def _group(view: View, row: int, col: int, left: int, last: int) -> CellValue:
    for before in range(col - 1, left - 1, -1):
        if view.at(row, before) is not None:
            end = view.reach(row, before)
            if end is not None and end < col:
                return None
            return view.at(row, before) if view.at(last, before) is not None or row + 1 < last else None
    return None


SIDES: Final = {"R": Hand.RIGHT, "L": Hand.LEFT, "B": Hand.BOTH}
_FRENCH_SIDES: Final = {"D": Hand.RIGHT, "G": Hand.LEFT}
_SPANISH_SIDES: Final = {"D": Hand.RIGHT, "I": Hand.LEFT}


def sides_among(texts: Iterable[str]) -> Mapping[str, Hand]:
    """Return the letters that mean hands in one row of headings: only where both sides stand in it."""
    letters = {text.strip().upper() for text in texts}
    listed = (SIDES, _FRENCH_SIDES, _SPANISH_SIDES)
    return next((s for s in listed if {k for k, h in s.items() if h is not Hand.BOTH} <= letters), {})


_SECTIONS: Final = frozenset({"demand", "activity"})
"""Roles that a word over several columns gives to none of them: `Hand use` over `R hrs` and `L hrs`."""


def combined(upper: Heading, lower: Heading, sides: Mapping[str, Hand] = SIDES) -> Heading:
    """Return what two header rows say together: the lower one is nearer to the cells."""
    if lower.text.strip(" ()[]") == "N" and (upper.kinds or (upper.roles and upper.role != "rate")):
        lower = Heading(lower.text, unit=UNITS["N"])
    side = sides.get(lower.text.strip().upper()) or SIDES.get(lower.text.strip().upper())
    if side is not None and (upper.kinds or upper.role == "hand"):
        lower = Heading(lower.text, hand=side)
    if lower.kinds or (lower.roles and lower.roles != ("reference",)):
        roles = lower.roles
    elif lower.band or ((lower.hand or lower.unit) and upper.role in _SECTIONS):
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
        lower.sides or upper.sides,
    )
