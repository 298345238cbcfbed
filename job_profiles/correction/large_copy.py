"""A marked copy of a large file: written row by row, as openpyxl would need minutes for it."""

import io
from collections.abc import Sequence
from typing import Any, Final

import xlsxwriter

from job_profiles.correction.clean_text import clean_text
from job_profiles.correction.conversion import FORMATS, sheet_titles, write_cell
from job_profiles.correction.listing import HEADINGS, TITLE, WIDTHS, height_pt, summary
from job_profiles.correction.remarks import AUTHOR, FILLS, MAX_MARKED_CELLS, Remark
from job_profiles.grid.cells import CORRECTIONS_MARK, Sheet, parse_range
from job_profiles.problem import Severity

LARGE_FROM_CELLS: Final = 100_000
"""Cells of a workbook from which it is copied rather than marked as it is."""

_OPTIONS: Final = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
Marked = dict[tuple[int, int], Severity]


def is_large(sheets: Sequence[Sheet]) -> bool:
    """Tell whether marking the file itself would keep a person waiting."""
    return sum(len(sheet.rows) * sheet.width for sheet in sheets) > LARGE_FROM_CELLS


def large_copy(sheets: Sequence[Sheet], remarks: tuple[Remark, ...]) -> bytes:
    """Return an .xlsx with the list in front and the same cells behind, bad ones coloured and commented."""
    target = io.BytesIO()
    sheets = [sheet for sheet in sheets if sheet.at(0, 0) != CORRECTIONS_MARK]  # an earlier list
    titles = sheet_titles([TITLE, *(sheet.name for sheet in sheets)])
    with xlsxwriter.Workbook(target, _OPTIONS) as workbook:
        formats = {severity: _formats(workbook, FILLS.get(severity)) for severity in (None, *Severity)}
        names = dict(zip((sheet.name for sheet in sheets), titles[1:], strict=True))
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        _write_listing(workbook.add_worksheet(titles[0]), remarks, names, wrapped)
        for sheet, title in zip(sheets, titles[1:], strict=True):
            page = workbook.add_worksheet(title)
            if sheet.hidden:
                page.hide()
            _write_sheet(page, sheet, [r for r in remarks if r.sheet == sheet.name and r.cell], formats)
    return target.getvalue()


def _formats(workbook: Any, fill: str | None) -> dict[type, Any]:
    look = {} if fill is None else {"bg_color": f"#{fill}"}
    return {kind: workbook.add_format({**look, "num_format": text}) for kind, text in FORMATS.items()}


def _write_listing(page: Any, remarks: tuple[Remark, ...], names: dict[str, str], wrapped: Any) -> None:
    page.write_string(0, 0, CORRECTIONS_MARK)
    page.write_string(1, 0, summary(remarks))
    for col, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
        page.write_string(3, col, heading)
        page.set_column(col, col, width)
    for row, remark in enumerate(remarks, start=4):
        page.set_row(row, height_pt(remark.listed))
        for col, text in enumerate(remark.listed):
            page.write_string(row, col, clean_text(text), wrapped)
        if remark.cell and remark.sheet in names:
            where = names[remark.sheet].replace("'", "''")
            page.write_url(row, 2, f"internal:'{where}'!{remark.cell}", string=remark.cell)


def _write_sheet(page: Any, sheet: Sheet, remarks: list[Remark], formats: dict[Any, dict[type, Any]]) -> None:
    marked, comments = _marks(remarks)
    for place, text in comments.items():
        page.write_comment(*place, clean_text(text)[:8_000], {"author": AUTHOR, "x_scale": 2.5, "y_scale": 2})
    for at, row in enumerate(sheet.rows):
        for col, value in enumerate(row):
            severity = marked.get((at, col))
            if value is not None:
                write_cell(page, at, col, value, formats[severity])
            elif severity is not None:
                page.write_blank(at, col, None, formats[severity][object])


def _marks(remarks: list[Remark]) -> tuple[Marked, dict[tuple[int, int], str]]:
    """Return the colour of each marked cell and the text of each comment, the worst finding first."""
    marked: Marked = {}
    comments: dict[tuple[int, int], str] = {}
    for remark in remarks:
        area = parse_range(remark.cell or "")
        corner = (area.first_row, area.first_col)
        comments[corner] = "\n\n".join(filter(None, (comments.get(corner), remark.comment)))
        for place in area.places(MAX_MARKED_CELLS):
            marked.setdefault(place, remark.severity)
    return marked, comments
