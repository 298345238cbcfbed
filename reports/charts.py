"""Charts as SVG, drawn by hand: vectors that print sharply, told apart by pattern and words."""

from html import escape
from typing import Final

from reports.types import EmployerReport, ReportWeek
from reports.wording import PLANNED, hours_text, number_text, short_day_text, standing_text

_WIDTH: Final = 680
_HEIGHT: Final = 150
_BASE: Final = 112
_TOP: Final = 18
_LEFT: Final = 4
_ACCENT: Final = "#0f4c5c"
_INK: Final = "#1b2b34"
_FONT: Final = 'font-family="Inter" font-size="9.5"'
_MOST_LABELS: Final = 13


def hours_chart_svg(report: EmployerReport) -> str:
    """Draw the hours of each week as bars: planned solid, provisional hatched and marked `p`."""
    most = max((week.hours for week in report.weeks), default=0) or 1
    step = (_WIDTH - 2 * _LEFT) / max(len(report.weeks), 6)
    bars = "".join(_bar(report, week, n, step, most) for n, week in enumerate(report.weeks))
    axis = f'<path d="M{_LEFT} {_BASE}H{_WIDTH - _LEFT}" stroke="{_INK}" stroke-width="1"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}">{_HATCH}{bars}{axis}</svg>'
    )


def hours_chart_words(report: EmployerReport) -> str:
    """Say in words what the chart of hours shows, for those who cannot see it."""
    weeks = (f"{w.number}, {hours_text(w.hours)}, {standing_text(report, w)}" for w in report.weeks)
    return f"Hours of work by week: {'; '.join(weeks)}."


_HATCH: Final = (
    '<defs><pattern id="h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    f'<rect width="5" height="5" fill="#ffffff"/><rect width="1.6" height="5" fill="{_ACCENT}"/>'
    "</pattern></defs>"
)


def _bar(report: EmployerReport, week: ReportWeek, place: int, step: float, most: float) -> str:
    """Draw one week: its bar, its hours above, its number and Monday below."""
    height = (_BASE - _TOP) * week.hours / most
    width = min(step * 0.62, 46)
    middle = _LEFT + step * (place + 0.5)
    planned = standing_text(report, week) == PLANNED
    fill = _ACCENT if planned else "url(#h)"
    monday = short_day_text(week.monday) if len(report.weeks) < _MOST_LABELS or place % 2 == 0 else ""
    return (
        f'<rect x="{middle - width / 2:.1f}" y="{_BASE - height:.1f}" width="{width:.1f}" '
        f'height="{height:.1f}" fill="{fill}" stroke="{_ACCENT}" stroke-width="1"/>'
        + _label(middle, _BASE - height - 5, f"{number_text(week.hours)} h", "bold")
        + _label(middle, _BASE + 13, f"{week.number}" if planned else f"{week.number} p")
        + _label(middle, _BASE + 26, monday)
    )


def _label(x: float, y: float, text: str, weight: str = "normal") -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" {_FONT} font-weight="{weight}" text-anchor="middle" '
        f'fill="{_INK}">{escape(text)}</text>'
    )
