"""One time axis for a case: strength and pain as measured, hours as planned, and what happened when."""

from typing import Any

from rtw.domain.hands import Side
from rtw.domain.schedule.values import Schedule
from rtw.services.overview import Moment, Overview
from rtw.services.progress import Course, Point, Progress
from rtw.web.day_line import day_line
from rtw.web.progress_chart import PAIN_LOOK, progress_layout, strength_look, trace

_WORKING_DAYS_MS = 5 * 24 * 60 * 60 * 1000
_HOURS_LOOK = {"color": "#cfe0e6", "line": {"color": "#14566b", "width": 1}, "pattern": {"shape": "."}}
_MOMENT_LOOK = {"symbol": "triangle-down", "size": 12, "color": "#1d2b33"}
_MOMENT_LINE = "#5b6b73"
PERCENT = "% of other hand"
_HOURS_TOP = 0.3
"""Where planned hours end and what was measured is to begin above, as a share of the height."""


def overview_chart(shown: Overview) -> dict[str, Any] | None:
    """Build the figure of a case's first page."""
    schedule = shown.plan.schedule if shown.plan else None
    treated = shown.record.treated_sides
    chart = course_chart(shown.progress, schedule, treated, shown.moments)
    if chart and shown.plan and shown.plan.is_draft:
        for each in chart["data"]:
            if each["yaxis"] == "y3" and each["type"] == "bar":
                each["name"] = "Hours a week in the draft"
    return chart


def course_chart(
    progress: Progress,
    schedule: Schedule | None,
    treated: tuple[Side, ...] = (),
    moments: tuple[Moment, ...] = (),
) -> dict[str, Any] | None:
    """Build the figure: measured above, planned below on the same days; None where there is neither.

    With one treated hand strength is drawn in percent of the other; with two there is no sound one to
    compare with, and each hand is drawn in its unit.
    """
    traces, unit = _strengths(progress, treated)
    if progress.pain_work:
        traces.append(trace("Pain at work (0 to 10)", progress.pain_work, PAIN_LOOK, "y2"))
    weeks = schedule.weeks if schedule else ()
    if not traces and not weeks:
        return None
    layout = _titled_above(progress_layout(unit)) | {"height": 420 if weeks else 320}
    if weeks and schedule:
        layout |= _with_hours_below(layout, measured=bool(traces))
        traces.append(_hours(schedule))
    if moments:
        traces.append(_moments(moments, "y3" if weeks else "y"))
        layout["shapes"] = [day_line(moment.on, _MOMENT_LINE) for moment in moments]
    return {"data": traces, "layout": layout}


def _strengths(progress: Progress, treated: tuple[Side, ...]) -> tuple[list[dict[str, Any]], str]:
    if len(treated) == 1:
        own = [course for course in progress.courses if course.side is treated[0]]
        shares = [(course, percent_of_other(course, progress)) for course in own]
        if any(points for _, points in shares):
            named = [(f"{c.label}, {PERCENT}", c, points) for c, points in shares if points]
            return [trace(name, points, strength_look(c), "y") for name, c, points in named], PERCENT
    drawn = [trace(c.label, c.points, strength_look(c), "y") for c in progress.courses]
    return drawn, progress.courses[0].unit.value if progress.courses else ""


def percent_of_other(course: Course, progress: Progress) -> tuple[Point, ...]:
    """Divide by the other hand on the days both were measured."""
    others = (c for c in progress.courses if c.kind is course.kind and c.side is not course.side)
    known = {point.on: point.value for other in others for point in other.points if point.value > 0}
    return tuple(Point(p.on, 100 * p.value / known[p.on]) for p in course.points if p.on in known)


def _titled_above(layout: dict[str, Any]) -> dict[str, Any]:
    """Put the titles of the axes above them, lying: standing, a long one is cut and runs into the next."""
    strength, pain = (layout[name] for name in ("yaxis", "yaxis2"))
    return layout | {
        "margin": layout["margin"] | {"t": 30},
        "yaxis": strength | {"title": {"text": ""}},
        "yaxis2": pain | {"title": {"text": ""}},
        "annotations": [
            _title(strength["title"]["text"], 0.0, 1.0),
            _title(pain["title"]["text"], 1.0, 1.0),
        ],
    }


def _title(words: str, x: float, y: float) -> dict[str, Any]:
    return {
        "text": words,
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": x,
        "y": y,
        "xanchor": "right" if x else "left",
        "yanchor": "bottom",
        "yshift": 4,
    }


def _with_hours_below(layout: dict[str, Any], *, measured: bool) -> dict[str, Any]:
    top = _HOURS_TOP if measured else 1.0
    hours = {"domain": [0.0, top], "rangemode": "tozero", "anchor": "x"}
    above = {name: layout[name] | {"domain": [0.45, 1.0]} for name in ("yaxis", "yaxis2")} if measured else {}
    titles = [*(layout["annotations"] if measured else ()), _title("Hours a week", 0.0, top)]
    return above | {"yaxis3": hours, "xaxis": layout["xaxis"] | {"anchor": "y3"}, "annotations": titles}


def _hours(schedule: Schedule) -> dict[str, Any]:
    return {
        "type": "bar",
        "name": "Planned hours a week",
        "x": [week.monday.isoformat() for week in schedule.weeks],
        "y": [week.hours for week in schedule.weeks],
        "yaxis": "y3",
        "offset": 0,  # a bar covers the working days that begin on its Monday
        "width": _WORKING_DAYS_MS,
        "marker": _HOURS_LOOK,
    }


def _moments(moments: tuple[Moment, ...], axis: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "Visits, plans and review",
        "x": [moment.on.isoformat() for moment in moments],
        "y": [0 for _ in moments],
        "text": [moment.words for moment in moments],
        "hoverinfo": "x+text",
        "yaxis": axis,
        "marker": _MOMENT_LOOK,
    }
