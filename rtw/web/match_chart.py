"""The chart of demand against capacity: for each demand and hand, needed in percent of available."""

from html import escape
from typing import Any

from rtw.domain.gap import Gap
from rtw.domain.hands import Side
from rtw.domain.verdicts import Verdict
from rtw.web.match_page import GapCell, MatchPage, shown_ratio

MOST_PERCENT = 250
"""Where a bar is cut: beyond it only "far too much" is to be read."""

# Hands differ by pattern; the verdict stands as sign and word beside each bar.
_LOOK = {
    Side.LEFT: {"color": "#5f93a5", "pattern": {"shape": ""}},
    Side.RIGHT: {"color": "#e0a35c", "pattern": {"shape": "/", "fgcolor": "#5c3a06"}},
}


def match_chart(page: MatchPage) -> dict[str, Any] | None:
    """Build the figure; None where no demand is decided by a ratio: what cannot be said has no bar."""
    traces = [trace for side in reversed(Side) if (trace := _trace(page, side))["x"]]
    if all(percent is None for trace in traces for percent in trace["percent"]):
        return None
    rows = len({name for trace in traces for name in trace["y"]})
    return {"data": traces, "layout": _layout(rows)}


def _trace(page: MatchPage, side: Side) -> dict[str, Any]:
    cells = [cell for cell in _cells(page) if cell.gap.side is side and _percent(cell.gap) is not None]
    return {
        "type": "bar",
        "orientation": "h",
        "name": side.label,
        "y": [f"{escape(cell.gap.task)}:<br>{cell.gap.kind.label.lower()}" for cell in cells],
        "labels": [f"{cell.gap.task}: {cell.gap.kind.label.lower()}" for cell in cells],  # for the table
        "anchors": [cell.anchor for cell in cells],  # where the table leads: each figure's own panel
        "x": [min(_decided(cell.gap) or 0.0, MOST_PERCENT) for cell in cells],
        "percent": [_decided(cell.gap) for cell in cells],  # uncut, for the table beside the chart
        "text": [f"{cell.gap.verdict.sign} {cell.gap.verdict.label.lower()}" for cell in cells],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{y}: %{x:.0f} % of what is available<extra></extra>",
        "marker": _LOOK[side] | {"line": {"color": "#33474f", "width": [_frame(cell) for cell in cells]}},
    }


def _frame(cell: GapCell) -> int:
    """Pixels around a bar; where nothing can be said not even a line is drawn."""
    return 0 if _decided(cell.gap) is None else 1


def _cells(page: MatchPage) -> list[GapCell]:
    rows = [row for block in page.blocks for row in block.rows]
    return [cell for row in rows for _, cell in row.cells if cell is not None]


def _percent(gap: Gap) -> float | None:
    """Needed in percent of available, at the worst of what is open."""
    ratio = shown_ratio(gap)
    return None if ratio is None else 100.0 * ratio[1]


def _decided(gap: Gap) -> float | None:
    """Give no percentage where nothing can be said: drawn at its worst, the unknown would look like it."""
    return None if gap.verdict is Verdict.CANNOT_SAY else _percent(gap)


def _layout(rows: int) -> dict[str, Any]:
    limit = {"type": "line", "x0": 100, "x1": 100, "y0": 0, "y1": 1, "yref": "paper"}
    return {
        "height": 120 + 56 * rows,
        "margin": {"l": 10, "r": 110, "t": 10, "b": 50},
        "bargap": 0.25,
        "xaxis": {
            "title": {"text": "% of what is available"},
            "rangemode": "tozero",
        },
        "yaxis": {"automargin": True, "autorange": "reversed"},
        "shapes": [limit | {"line": {"color": "#1d2b33", "width": 2, "dash": "dash"}}],
        "legend": {"orientation": "h", "y": 1.0, "yanchor": "bottom", "traceorder": "reversed"},
    }
