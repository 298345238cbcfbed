"""One sheet of the employer's workbook: a cursor that writes text as text, and prints cleanly."""

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any, Final

from reports.types import EmployerReport
from reports.wording import DRAFT_RULE, day_text
from reports.workbook.styles import Styles

A4: Final = 9
_ROOM: Final = {"portrait": 92, "landscape": 134}
"""Characters of the default font that fit between the margins of A4."""

_GUTTER: Final = 0.72
"""What each column adds to its characters, in characters."""

PAGE_POINTS: Final = 470.0
"""Height of the rows on one landscape page, in points, with some to spare."""

_LINE_POINTS: Final = 13.5


class Page:
    """A sheet being written from the top down. `row` is the next free row, `points` the height so far."""

    def __init__(self, book: Any, styles: Styles, name: str, widths: Sequence[float]) -> None:
        self.book = book
        self.sheet = book.add_worksheet(name)
        self.styles = styles
        self.widths = tuple(widths)
        self.row = 0
        self.points = 0.0
        self.scale = 1.0
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width, styles.of("text"))
        self.sheet.hide_gridlines(2)

    def print_setup(self, report: EmployerReport, *, landscape: bool, one_page: bool = False) -> None:
        """Set paper, margins and the line that names plan, version and page on every page."""
        self.sheet.set_paper(A4)
        if landscape:
            self.sheet.set_landscape()
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.75)
        self.sheet.fit_to_pages(1, 1 if one_page else 0)
        draft = "DRAFT, not released   " if report.is_draft else ""
        plan = f"Plan {_plain(report.reference.text)}, version {report.version}"
        issued = f"Issued {day_text(report.issued_on)}"
        self.sheet.set_footer(f"&L&9{draft}{plan}&C&9{issued}&R&9Page &P of &N")

    def scale_to_width(self, *, landscape: bool) -> None:
        """Fit the width by scale, not by pages: fitting to pages would ignore the page breaks."""
        self.sheet.fit_page = False
        room = _ROOM["landscape" if landscape else "portrait"]
        self.scale = min(1.0, room / sum(w + _GUTTER for w in self.widths))
        self.sheet.set_print_scale(int(self.scale * 100))

    def text(self, column: int, text: str, style: str = "cell", row: int | None = None) -> None:
        """Write text as text, whatever it begins with."""
        self._done(self.sheet.write_string(self._at(row), column, text, self.styles.of(style, text)))

    def number(self, column: int, value: float, style: str = "hours", row: int | None = None) -> None:
        """Write a number."""
        self._done(self.sheet.write_number(self._at(row), column, value, self.styles.of(style)))

    def blank(self, column: int, style: str) -> None:
        """Leave a cell to be filled in."""
        self._done(self.sheet.write_blank(self.row, column, None, self.styles.of(style)))

    def day(self, column: int, day: date | None, style: str = "cell") -> None:
        """Write a day in words that no country misreads; no day is a dash."""
        self.text(column, day_text(day) if day else "–", style)

    def wide(self, text: str, style: str = "text", first: int = 0) -> None:
        """Write text over all columns from `first`, in a row high enough for it, and go on."""
        last = len(self.widths) - 1
        self.sheet.merge_range(self.row, first, self.row, last, "", self.styles.of(style, text))
        self.text(first, text, style)
        size = 1.9 if style == "title" else 1.3 if style in ("section", "draft") else 1.0
        lines = lines_of(text, sum(self.widths[first:]) / size)
        self._next(_LINE_POINTS * size * lines + 2)

    def pair(self, label: str, text: str) -> None:
        """Write a label and what it says, over the remaining columns."""
        self.text(0, label, "label")
        self.wide(text, first=1)

    def headings(self, names: Sequence[str], centred: Sequence[int] = ()) -> None:
        """Write one row of column headings; the columns `centred` are headed in the middle."""
        for column, name in enumerate(names):
            self.text(column, name, "head_centre" if column in centred else "heading")
        self.fit_row(names)

    def fit_row(self, texts: Sequence[str]) -> None:
        """Make the row as high as its longest text needs, and go on to the next."""
        lines = max(lines_of(t, w) for t, w in zip(texts, self.widths, strict=False))
        self._next(_LINE_POINTS * lines + 4)

    def top(self, report: EmployerReport, title: str) -> None:
        """Write the title, the mark of a draft, and whom the sheet is about."""
        self.wide(title, "title")
        if report.is_draft:
            self.wide(DRAFT_RULE, "draft")
        plan = f"plan {report.reference.text}, version {report.version}"
        about = (report.worker.text, report.job.text, plan, f"next review {day_text(report.review_on)}")
        self.wide(" · ".join(about))
        self.skip()

    def skip(self) -> None:
        """Leave a row free."""
        self._next(_LINE_POINTS)

    def _next(self, points: float) -> None:
        """Give the row its height and go on."""
        self.sheet.set_row(self.row, points)
        self.points += points
        self.row += 1

    def _at(self, row: int | None) -> int:
        return self.row if row is None else row

    def _done(self, status: int | None) -> None:
        """Stop on a cell that would silently be left out (too long, or off the sheet)."""
        if status:
            raise ValueError(f"the cell could not be written (status {status})")


def lines_of(text: str, width: float) -> int:
    """Estimate how many lines `text` takes in a column `width` characters wide."""
    return sum(max(1, ceil(len(line) * 0.94 / max(width - 2, 1))) for line in text.split("\n"))


def _plain(text: str) -> str:
    """Keep a name from being read as a code of the footer."""
    return text.replace("&", "&&")[:60]
