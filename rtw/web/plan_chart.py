"""The chart of a plan: each dose against its cap, week by week; its table stands beneath it."""

from typing import Any

from rtw.domain.schedule.dose_use import DoseUse

# Doses differ by sign and dash, not by colour alone.
_LOOKS = (
    ("#14566b", "circle", "solid"),
    ("#b45309", "square", "dash"),
    ("#6b21a8", "diamond", "dot"),
    ("#1b6b43", "triangle-up", "dashdot"),
    ("#475569", "x", "longdash"),
)
MOST_LINES = len(_LOOKS)


def busiest(uses: tuple[tuple[DoseUse, ...], ...]) -> tuple[str, ...]:
    """Name the doses that come closest to their cap in any week: no more than can be told apart."""
    peak: dict[str, float] = {}
    for week in uses:
        for use in week:
            peak[use.dose] = max(peak.get(use.dose, 0.0), _share(use))
    return tuple(sorted(peak, key=lambda dose: -peak[dose])[:MOST_LINES])


def dose_chart(uses: tuple[tuple[DoseUse, ...], ...]) -> dict[str, Any] | None:
    """Build the figure: per cent of each cap used on the heaviest day; None without doses."""
    shown = busiest(uses)
    if not shown:
        return None
    traces = [_trace(dose, uses, look) for dose, look in zip(shown, _LOOKS, strict=False)]
    return {"data": [*traces, _cap(len(uses))], "layout": _layout()}


def _trace(dose: str, uses: tuple[tuple[DoseUse, ...], ...], look: tuple[str, str, str]) -> dict[str, Any]:
    colour, symbol, dash = look
    own = [next(use for use in week if use.dose == dose) for week in uses]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": own[0].name,
        "x": list(range(1, len(uses) + 1)),
        "y": [round(100 * _share(use)) for use in own],
        "line": {"color": colour, "dash": dash},
        "marker": {"symbol": symbol, "size": 9, "color": colour},
    }


def _cap(weeks: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "Cap",
        "x": [0.5, weeks + 0.5],
        "y": [100, 100],
        "line": {"color": "#9b2226", "width": 3},
        "hoverinfo": "skip",
    }


def _share(use: DoseUse) -> float:
    """Give the share of the cap; anything over a cap of nothing counts as twice the cap."""
    return min(use.share or 0.0, 2.0)


def _layout() -> dict[str, Any]:
    return {
        "height": 340,
        "margin": {"l": 55, "r": 15, "t": 10, "b": 40},
        "xaxis": {"title": {"text": "Week"}, "dtick": 1},
        "yaxis": {"title": {"text": "% of cap"}, "rangemode": "tozero"},
        "legend": {"orientation": "h", "y": -0.35},
    }
