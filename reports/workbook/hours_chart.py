"""The chart of hours per week: drawn by the spreadsheet from the table above it, forecast weeks hatched."""

from typing import Any, Final

from reports.charts import hours_chart_words
from reports.types import EmployerReport
from reports.wording import PLANNED, standing_text
from reports.workbook.page import Page
from reports.workbook.styles import ACCENT, LINE

_ROWS: Final = 11
_ROW_PIXELS: Final = 18


def add_hours_chart(page: Page, report: EmployerReport, first: int) -> None:
    """Draw the hours whose table rows begin at row `first` (weeks in column A, totals in column D)."""
    if not report.weeks:
        return
    last = first + len(report.weeks) - 1
    chart = page.book.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": "Hours a week",
            "categories": [page.sheet.get_name(), first, 0, last, 0],
            "values": [page.sheet.get_name(), first, 3, last, 3],
            "points": [_bar(standing_text(report, week)) for week in report.weeks],
            "data_labels": {"value": True},
            "gap": 60,
        }
    )
    chart.set_title({"name": "Hours a week (hatched: provisional)", "name_font": {"size": 11}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"major_gridlines": {"visible": True, "line": {"color": LINE}}, "num_format": "0"})
    chart.set_size({"width": 7 * sum(page.widths) + 20, "height": _ROWS * _ROW_PIXELS})
    page.sheet.insert_chart(
        page.row, 0, chart, {"description": hours_chart_words(report), "object_position": 1}
    )
    for _ in range(_ROWS + 1):
        page.skip()


def _bar(standing: str) -> dict[str, Any]:
    """Fill a planned week; hatch one that is a forecast, wholly or in part."""
    if standing == PLANNED:
        return {"fill": {"color": ACCENT}}
    hatched = {"pattern": "wide_upward_diagonal", "fg_color": ACCENT, "bg_color": "#FFFFFF"}
    return {"pattern": hatched, "border": {"color": ACCENT}}
