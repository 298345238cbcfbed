"""The fields of cards: a key and its value, in two cells or in one, one beside the other or in one line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from job_profiles.grid.cells import CellValue
from job_profiles.headings import Heading, heading_of, roles_of
from job_profiles.role_names import CONTEXT, MEASURES, TEXTS
from job_profiles.view import View

_LONGEST_KEY: Final = 40
_NUMBERED: Final = re.compile(
    r"(?:^\s*\d{1,2}[.)]\s*|\s*(?:no\.?|nr\.?|n[º°]|#)?\s*\d{1,2}\s*$)", re.IGNORECASE
)
_BETWEEN: Final = re.compile(
    r"\s*(?:[;|\n\t,/•·]|\s[–-]\s|\s{3,})\s*(?=[^\W\d][^:;|,/\n]{1,29}:\s)|\s*[;|\n\t]\s*|\s{3,}"
)
_INLINE: Final = re.compile(r"^\s*([^\W\d][^:]{1,39}):\s*(\S.*)$", re.DOTALL)
_FIELDS: Final = frozenset((*MEASURES, *TEXTS, *CONTEXT, "task_hours", "activity")) - {
    "band_meaning",
    "band_code",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A key as written, its value, and the places (row, column) of both."""

    key: str
    value: CellValue
    at: tuple[int, int]
    value_at: tuple[int, int]
    has_colon: bool = False


@lru_cache(maxsize=5_000)
def key_heading(text: str) -> Heading:
    """Return what a key says, without its colon and its number: `Demand 2:`."""
    plain = text.strip(" :")
    heading = heading_of(plain) if len(plain) <= _LONGEST_KEY else Heading(text)
    bare = _NUMBERED.sub("", plain)
    return heading if heading.known or bare == plain else heading_of(bare)


def names_demand(value: CellValue) -> bool:
    """Whether a text is a key for the kind of demand; a cell that holds key and value counts too."""
    if not isinstance(value, str) or len(value) > 300:
        return False
    plain = value.partition(":")[0].strip()
    roles = roles_of(plain) or roles_of(_NUMBERED.sub("", plain))
    return bool(roles) and roles[0] in {"demand", "activity"}


def names_task(field: Field) -> bool:
    """Whether a field names the task."""
    return key_heading(field.key).role == "task"


def names_measure(field: Field) -> bool:
    """Whether a field says what a demand has: an amount, how often, how long, which hand."""
    heading = key_heading(field.key)
    return heading.role in MEASURES or heading.role == "hand"


def is_key(value: CellValue) -> bool:
    """Whether a cell is a key: it ends with a colon, or is a word for what a demand has."""
    if not isinstance(value, str) or len(value) > _LONGEST_KEY:
        return False
    if value.rstrip().endswith(":"):
        return True
    heading = key_heading(value)
    return heading.role in _FIELDS and not heading.kinds


def fields_in(view: View, row: int, left: int, right: int) -> Iterator[Field]:
    """Yield the fields of a row between two columns; of a key without a value, none."""
    cells = list(view.cells(row, left, min(right, view.width - 1))) if row < len(view.rows) else []
    at = 0
    while at < len(cells):
        col, value = cells[at]
        inside = list(_inside(value, row, col)) if isinstance(value, str) else []
        yield from inside
        at += 1
        if inside or not (is_key(value) or (col == left and isinstance(value, str))) or at == len(cells):
            continue
        beside, following = cells[at]
        if not (isinstance(following, str) and following.rstrip().endswith(":")):
            colon = str(value).rstrip().endswith(":")
            yield Field(str(value), following, (row, col), (row, beside), colon)
            at += 1


def _inside(text: str, row: int, col: int) -> Iterator[Field]:
    """Yield the fields that stand in one cell; none where any part of it is something else."""
    if ":" not in text:
        return
    found = [_INLINE.match(part) for part in _BETWEEN.split(text) if part and part.strip()]
    if all(match is not None and not match[1].strip().isdecimal() for match in found):
        for match in found:
            if match is not None:
                yield Field(match[1], match[2].strip(), (row, col), (row, col), has_colon=True)


def in_its_key(found: CellValue, meant: CellValue) -> CellValue:
    """Return what to read where something else was meant: a key in the same cell stays (`Force: 20 N`).

    A cell that holds several keys stays as it is, unless all of them were answered.
    """
    inside = list(_inside(found, 0, 0)) if isinstance(found, str) else []
    measured = [field for field in inside if names_measure(field)]
    if not measured or (isinstance(meant, str) and ":" in meant):
        return meant
    shown = f"{meant:g}" if isinstance(meant, float) else str(meant)
    return f"{inside[0].key}: {shown}" if len(inside) == 1 else found
