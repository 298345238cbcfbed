"""Lay remarks onto a workbook: coloured cells with comments, and a first sheet that lists them.

Runs in a process of its own (`main`): openpyxl makes an object for each cell of a merged area, so
that a few crafted bytes could exhaust the server.
"""

import io
import sys
from copy import copy
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from job_profiles.correction.clean_text import clean_text
from job_profiles.correction.listing import add_listing, remove_listing
from job_profiles.correction.remarks import (
    AUTHOR,
    DIVIDER,
    FILLS,
    MAX_MARKED_CELLS,
    Remark,
    remarks_from_json,
)
from job_profiles.correction.stored_results import has_formulas, stored_results, with_results
from job_profiles.grid.cells import Merge, parse_range
from job_profiles.grid.limits import set_limits

_MAX_COMMENT_CHARACTERS: Final = 8_000
_MEMORY_BYTES: Final = 1_200_000_000
_CPU_S: Final = 60


def main() -> None:
    """Read length-prefixed remarks and a workbook from standard input, write the marked workbook."""
    size = int(sys.argv[1])
    stdin = sys.stdin.buffer.read()
    set_limits(_MEMORY_BYTES, _CPU_S)
    remarks = remarks_from_json(stdin[:size].decode("utf-8"))
    sys.stdout.buffer.write(marked(stdin[size:], remarks))


def marked(data: bytes, remarks: tuple[Remark, ...]) -> bytes:
    """Return the workbook with every remark on its cell and a list of all in front."""
    workbook = load_workbook(io.BytesIO(data))
    remove_listing(workbook)
    _forget_earlier_marks(workbook)
    for remark in reversed(remarks):  # the worst last, so that its colour stays
        sheet = sheet_named(workbook, remark.sheet)
        if sheet is not None and remark.cell is not None:
            _mark(sheet, remark)
    results = stored_results(data) if has_formulas(workbook) else {}
    add_listing(workbook, remarks)
    target = io.BytesIO()
    workbook.save(target)
    titles = [sheet.title for sheet in workbook.worksheets]
    return with_results(target.getvalue(), results, titles) if results else target.getvalue()


def sheet_named(workbook: Workbook, name: str | None) -> Worksheet | None:
    """Return the worksheet called `name`; None for a chart sheet or an unknown name."""
    return next((sheet for sheet in workbook.worksheets if sheet.title == name), None)


def _forget_earlier_marks(workbook: Workbook) -> None:
    """Take off what an earlier check wrote, when an employer sends the marked file back."""
    for sheet in workbook.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment is not None and _is_ours(cell.comment):
                    _restore(cell)


def _is_ours(comment: Comment) -> bool:
    return comment.author == AUTHOR or DIVIDER in comment.text


def _restore(cell: Any) -> None:
    before, divider, _ = cell.comment.text.partition(DIVIDER)
    cell.comment = Comment(before, cell.comment.author) if divider else None
    cell.fill = PatternFill()


def _mark(sheet: Worksheet, remark: Remark) -> None:
    try:
        area = parse_range(remark.cell or "")
    except ValueError:
        return
    fill = PatternFill("solid", start_color=FILLS[remark.severity])
    for row, col in area.places(MAX_MARKED_CELLS):
        sheet.cell(row + 1, col + 1).fill = copy(fill)
    _comment(_commentable(sheet, area), remark.comment)


def _commentable(sheet: Worksheet, area: Merge) -> Any:
    """Return the first cell of the area, or of the merged cell it lies in: only that can be commented."""
    cell = sheet.cell(area.first_row + 1, area.first_col + 1)
    if isinstance(cell, MergedCell):
        around = next(merge for merge in sheet.merged_cells.ranges if cell.coordinate in merge)
        return sheet.cell(around.min_row, around.min_col)
    return cell


def _comment(cell: Any, text: str) -> None:
    earlier: Comment | None = cell.comment
    if earlier is None:
        comment = Comment(_fit(text), AUTHOR)
    elif earlier.author == AUTHOR:
        comment = Comment(_fit(f"{text}\n\n{earlier.text}"), AUTHOR)
    else:
        kept, _, ours = earlier.text.partition(DIVIDER)
        both = f"{text}\n\n{ours}" if ours else text
        comment = Comment(f"{kept}{DIVIDER}{_fit(both)}", earlier.author)
    comment.width, comment.height = (
        360,
        min(400, 60 + 16 * (comment.text.count("\n") + len(comment.text) // 50)),
    )
    cell.comment = comment


def _fit(text: str) -> str:
    return clean_text(text)[:_MAX_COMMENT_CHARACTERS]
