"""The first sheet of a corrected workbook: every finding in one list, each leading to its cell."""

import math
from typing import Any, Final

from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from job_profiles.correction.clean_text import clean_text
from job_profiles.correction.remarks import Remark
from job_profiles.grid.cells import CORRECTIONS_MARK
from job_profiles.problem import Severity

TITLE: Final = "Corrections"
HEADINGS: Final = ("Kind", "Sheet", "Cell", "Found", "What is wrong or open", "What to do", "Your answer")
"""The last column is left blank: what is not put right in its cell can be answered there."""

WIDTHS: Final = (10, 16, 10, 20, 46, 42, 28)
_HEADING_ROW: Final = 4
_LINE_PT: Final = 15.0
_NARROW: Final = 0.92
"""Characters that surely fit into a column, as a share of its width: words are not broken."""


def height_pt(texts: tuple[str, ...]) -> float:
    """Return how high a row must be to show its texts, each wrapped in its column, in points."""
    lines = [
        sum(max(1, math.ceil(len(part) / (width * _NARROW))) for part in text.split("\n"))
        for text, width in zip(texts, WIDTHS, strict=False)
    ]
    return _LINE_PT * max(lines, default=1) + 2


_LINE: Final = Side("thin", color="A9B8BF")
_ANSWER_BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)


def remove_listing(workbook: Workbook) -> None:
    """Take out the list that an earlier check put in, unless it is the only sheet."""
    for sheet in list(workbook.worksheets):
        if sheet["A1"].value == CORRECTIONS_MARK and len(workbook.sheetnames) > 1:
            workbook.remove(sheet)


def add_listing(workbook: Workbook, remarks: tuple[Remark, ...]) -> None:
    """Put the list in front and open the workbook on it."""
    page = workbook.create_sheet(TITLE, 0)
    write_text(page, 1, 1, CORRECTIONS_MARK, Font(bold=True, size=14))
    write_text(page, 2, 1, summary(remarks), None)
    for col, heading in enumerate(HEADINGS, start=1):
        write_text(page, _HEADING_ROW, col, heading, Font(bold=True))
        page.column_dimensions[page.cell(1, col).column_letter].width = WIDTHS[col - 1]
    for row, remark in enumerate(remarks, start=_HEADING_ROW + 1):
        _write_remark(page, row, remark, workbook.sheetnames)
    page.freeze_panes = page.cell(_HEADING_ROW + 1, 1)
    _set_up_print(page)
    _open_on(workbook, page)


def summary(remarks: tuple[Remark, ...]) -> str:
    """Return the sentence above the list."""
    if not remarks:
        return "Nothing to correct was found."
    count = sum(not remark.is_part for remark in remarks)
    return (
        f"{count} finding{'s' if count > 1 else ''}. Correct the coloured cells in the "
        "sheets that follow, or answer in the last column here, and send the file back."
    )


def _write_remark(page: Worksheet, row: int, remark: Remark, sheets: list[str]) -> None:
    for col, text in enumerate(remark.listed, start=1):
        if text:
            write_text(page, row, col, text, None)
    page.row_dimensions[row].height = height_pt(remark.listed)
    if remark.severity is not Severity.NOTE:
        page.cell(row, len(HEADINGS)).border = _ANSWER_BOX
    if remark.cell and remark.sheet in sheets:
        cell = page.cell(row, 3)
        target = "'" + remark.sheet.replace("'", "''") + "'!" + remark.cell
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
        cell.font = Font(underline="single", color="0563C1")


def write_text(page: Worksheet, row: int, col: int, text: str, font: Font | None) -> None:
    """Write text as text: openpyxl would make a formula of `=…` and an error of `#REF!`."""
    cell: Any = page.cell(row, col)
    cell.value = clean_text(text)
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=row > _HEADING_ROW, vertical="top")
    if font is not None:
        cell.font = font


def _set_up_print(page: Worksheet) -> None:
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_margins = PageMargins(
        0.4, 0.4, 0.5, 0.7, header=0.3, footer=0.3
    )  # inches: room for larger type
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"
    page.oddFooter = HeaderFooterItem(center=_HeaderFooterPart("Page &P of &N"))


def _open_on(workbook: Workbook, page: Worksheet) -> None:
    for sheet in workbook.worksheets:
        sheet.sheet_view.tabSelected = sheet is page
    workbook.active = 0
