"""What stands in the cells a question is about: its finding names cells, a person wants what is in them."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from job_profiles.correction.remarks import Remark
from job_profiles.grid.cells import Sheet, parse_range
from job_profiles.view import written

_ADDRESS: Final = r"[A-Z]{1,3}[1-9]\d{0,6}"
_MORE: Final = " …"
_ONLY_CELLS: Final = re.compile(rf"{_ADDRESS}(?:, {_ADDRESS})*(?:{_MORE})?")
_BEGINS_WITH_CELL: Final = re.compile(rf"{_ADDRESS}(?:: |, |{_MORE}|$)")
_EMPTY: Final = "(empty)"
_MOST_CHARACTERS: Final = 60
"""Of one cell: what was found is shown beside the question, not copied."""


def with_found_texts(remarks: Iterable[Remark], sheets: Sequence[Sheet]) -> tuple[Remark, ...]:
    """Put behind every cell that a remark names what stands in it: `E17: 60-80`, a line for each."""
    named = {sheet.name: sheet for sheet in sheets}
    return tuple(_with_texts(remark, named.get(remark.sheet or "")) for remark in remarks)


def without_texts(found: str) -> str:
    """Return what was found as it tells rows apart: nothing where it lists cells, with texts or without.

    What stands in the cells may be put right before the list comes back.
    """
    return "" if _BEGINS_WITH_CELL.match(found) else found


def _with_texts(remark: Remark, sheet: Sheet | None) -> Remark:
    found = remark.found or ""
    if sheet is None or not _ONLY_CELLS.fullmatch(found):
        return remark
    lines = [f"{cell}: {_text(sheet, cell)}" for cell in found.removesuffix(_MORE).split(", ")]
    return replace(remark, found="\n".join((*lines, *("…" for _ in range(found.endswith(_MORE))))))


def _text(sheet: Sheet, cell: str) -> str:
    area = parse_range(cell)
    text = " ".join(written(sheet.at(area.first_row, area.first_col)).split())
    return f"{text[:_MOST_CHARACTERS]}…" if len(text) > _MOST_CHARACTERS else text or _EMPTY
