"""The chart of strength and pain over the visits; its table stands on the page beside it."""

from typing import Any

from rtw.domain.hands import Side
from rtw.services.progress import Course, Point, Progress

# Hands differ by sign and line, not by colour alone.
_LOOK = {
    Side.LEFT: {"color": "#14566b", "symbol": "circle", "dash": "solid"},
    Side.RIGHT: {"color": "#b45309", "symbol": "square", "dash": "dash"},
}
PAIN_LOOK = {"color": "#6b21a8", "symbol": "diamond", "dash": "dot"}


def progress_chart(progress: Progress) -> dict[str, Any] | None:
    """Build the figure; None with fewer than two points on any line."""
    traces = [_strength(course) for course in progress.courses if len(course.points) > 1]
    if len(progress.pain_work) > 1:
        traces.append(trace("Pain at work (0 to 10)", progress.pain_work, PAIN_LOOK, "y2"))
    if not traces:
        return None
    unit = progress.courses[0].unit.value if progress.courses else ""
    return {"data": traces, "layout": progress_layout(unit)}


def _strength(course: Course) -> dict[str, Any]:
    return trace(course.label, course.points, strength_look(course), "y")


def strength_look(course: Course) -> dict[str, str]:
    """Choose sign and line of a strength: hands differ by both."""
    return _LOOK[course.side] | ({} if course.kind.value == "power_grip" else {"symbol": "triangle-up"})


def trace(name: str, points: tuple[Point, ...], look: dict[str, str], axis: str) -> dict[str, Any]:
    """Build one line of measured points."""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": name,
        "x": [point.on.isoformat() for point in points],
        "y": [round(point.value, 1) for point in points],
        "yaxis": axis,
        "line": {"color": look["color"], "dash": look["dash"]},
        "marker": {"symbol": look["symbol"], "size": 9, "color": look["color"]},
    }


def progress_layout(unit: str) -> dict[str, Any]:
    """Lay out strength at the left and pain at the right, over days."""
    return {
        "height": 320,
        "margin": {"l": 50, "r": 50, "t": 10, "b": 40},
        "xaxis": {"type": "date", "tickformat": "%-d %b"},
        "yaxis": {"title": {"text": f"Strength, {unit}"}, "rangemode": "tozero"},
        "yaxis2": {
            "title": {"text": "Pain"},
            "overlaying": "y",
            "side": "right",
            "range": [0, 10],
            "dtick": 2,
            "showgrid": False,
        },
        "legend": {"orientation": "h", "y": -0.2},
    }
