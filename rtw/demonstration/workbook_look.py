"""The look of the demonstration workbooks: formats, widths and print set-up."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter

MADE: Final = datetime(2026, 3, 2, 9, 0, tzinfo=UTC).replace(tzinfo=None)
"""Fixed, so that making the workbooks again gives the same bytes."""

_BASE: Final[dict[str, Any]] = {"font_name": "Calibri", "font_size": 10, "valign": "vcenter"}
_EDGED: Final[dict[str, Any]] = {**_BASE, "border": 1, "border_color": "#B8C4CC"}
_STYLES: Final[dict[str, dict[str, Any]]] = {
    "title": {**_BASE, "font_size": 15, "bold": True, "font_color": "#1F3A4D"},
    "subtitle": {**_BASE, "font_color": "#52646F", "italic": True},
    "name": {**_EDGED, "bold": True, "bg_color": "#EEF3F6"},
    "held": {**_EDGED, "align": "left"},
    "heading": {
        **_EDGED,
        "bold": True,
        "bg_color": "#1F3A4D",
        "font_color": "#FFFFFF",
        "text_wrap": True,
        "align": "center",
    },
    "text": {**_EDGED, "text_wrap": True},
    "number": {**_EDGED, "align": "center"},
    "clock": {**_EDGED, "align": "center", "num_format": "[h]:mm"},
    "note": {**_BASE, "font_size": 9, "font_color": "#52646F"},
}


class Book:
    """A workbook being made, with its formats by name."""

    def __init__(self, path: Path, title: str, company: str) -> None:
        self._book = xlsxwriter.Workbook(str(path))
        self._book.set_properties({"title": title, "company": company, "author": company, "created": MADE})
        self.style = {name: self._book.add_format(style) for name, style in _STYLES.items()}

    def sheet(self, name: str, widths: tuple[float, ...], *, landscape: bool = True) -> Any:
        """Give a new sheet with its column widths, on one page wide A4."""
        sheet = self._book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_default_row(18)
        sheet.hide_gridlines(2)
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&F&RPage &P of &N")
        if landscape:
            sheet.set_landscape()
        return sheet

    def close(self) -> None:
        """Write the file."""
        self._book.close()
