"""One time axis for a case: strength and pain as measured, and the hours a week of the signed plan."""

from typing import Any

from rtw.domain.plan import Plan
from rtw.services.progress import Progress
from rtw.web.progress_chart import progress_chart

_WORKING_DAYS_MS = 5 * 24 * 60 * 60 * 1000
_HOURS_LOOK = {"color": "#cfe0e6", "line": {"color": "#14566b", "width": 1}, "pattern": {"shape": "."}}


def course_chart(progress: Progress, plan: Plan | None) -> dict[str, Any] | None:
    """Build the figure: measured above, planned below on the same days; None where there is neither."""
    measured = progress_chart(progress)
    if plan is None or not plan.schedule.weeks:
        return measured
    figure = measured or {"data": [], "layout": {"margin": {"l": 50, "r": 50, "t": 10, "b": 40}}}
    hours_axis = _hours_axis(top=0.3 if measured else 1.0)
    layout = figure["layout"] | {"height": 420, "yaxis3": hours_axis, "xaxis": {"type": "date"}}
    for name in ("yaxis", "yaxis2"):
        if name in layout:
            layout[name] = layout[name] | {"domain": [0.42, 1.0]}
    layout["xaxis"] = layout["xaxis"] | {"anchor": "y3", "tickformat": "%-d %b"}
    return {"data": [*figure["data"], _hours(plan)], "layout": layout}


def _hours_axis(top: float) -> dict[str, Any]:
    return {"title": {"text": "Hours a week"}, "domain": [0.0, top], "rangemode": "tozero", "anchor": "x"}


def _hours(plan: Plan) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": "Planned hours a week",
        "x": [week.monday.isoformat() for week in plan.schedule.weeks],
        "y": [week.hours for week in plan.schedule.weeks],
        "yaxis": "y3",
        "offset": 0,  # a bar covers the working days that begin on its Monday
        "width": _WORKING_DAYS_MS,
        "marker": _HOURS_LOOK,
    }
