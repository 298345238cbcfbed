"""The chart of expected recovery: measured, today, the bands, and published cohorts as marks."""

from datetime import timedelta
from typing import Any, Final

from rtw.domain.recovery.picture import PictureCohort, RecoveryPicture
from rtw.services.citations import citation
from rtw.services.recovery.panels import taken_word
from rtw.web.day_line import day_line

_INK: Final = "#14566b"
_TODAY: Final = "#9b2226"
_LOOK_AHEAD: Final = timedelta(weeks=12)


def recovery_chart(picture: RecoveryPicture) -> dict[str, Any]:
    """Build the figure. Marks of cohorts long after what is drawn stand in the table only."""
    last = max([*(b.on for b in picture.bands), *(p.on for p in picture.measured), picture.today])
    drawn = [cohort for cohort in picture.cohorts if cohort.on <= last + _LOOK_AHEAD]
    traces = [*_bands(picture), *_cohorts(drawn), _measured(picture)]
    return {"data": traces, "layout": _layout(picture)}


def _bands(picture: RecoveryPicture) -> list[dict[str, Any]]:
    days = [entry.on.isoformat() for entry in picture.bands]
    bands = [entry.band for entry in picture.bands]
    if not bands:
        return []
    return [
        _edge(days, [b.lower_80 for b in bands], "Lower edge of 80 %", None),
        _edge(days, [b.upper_80 for b in bands], "Expected, 80 %", "rgba(20,86,107,0.14)"),
        _edge(days, [b.lower_50 for b in bands], "Lower edge of 50 %", None),
        _edge(days, [b.upper_50 for b in bands], "Expected, 50 %", "rgba(20,86,107,0.28)"),
        {
            "type": "scatter",
            "mode": "lines",
            "name": "Expected, median",
            "x": days,
            "y": [round(b.median, 1) for b in bands],
            "line": {"color": _INK, "dash": "dash", "width": 2},
        },
    ]


def _edge(days: list[str], values: list[float], name: str, fill: str | None) -> dict[str, Any]:
    """Draw one edge; an upper one fills down to the edge drawn before it."""
    edge: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": days,
        "y": [round(value, 1) for value in values],
        "line": {"color": _INK, "width": 0.5},
        "showlegend": fill is not None,
    }
    return edge if fill is None else edge | {"fill": "tonexty", "fillcolor": fill}


def _cohorts(cohorts: list[PictureCohort]) -> list[dict[str, Any]]:
    counted = _marks([c for c in cohorts if c.counted], "Published cohorts", "diamond")
    shown = _marks([c for c in cohorts if not c.counted], "Cohorts not reckoned with", "diamond-open")
    return [trace for trace in (counted, shown) if trace["x"]]


def _marks(cohorts: list[PictureCohort], name: str, symbol: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [cohort.on.isoformat() for cohort in cohorts],
        "y": [round(cohort.value, 1) for cohort in cohorts],
        "text": [
            f"n = {c.n}, {citation(c.source)}" if c.n else f"n not stated, {citation(c.source)}"
            for c in cohorts
        ],
        "marker": {"symbol": symbol, "size": 10, "color": "#8a4b08"},
    }


def _measured(picture: RecoveryPicture) -> dict[str, Any]:
    points = picture.measured
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": f"{taken_word(picture)}, with the change that counts as real",
        "x": [point.on.isoformat() for point in points],
        "y": [round(point.value, 1) for point in points],
        "error_y": {"type": "data", "array": [round(point.error, 1) for point in points], "color": "#1d2b33"},
        "line": {"color": "#1d2b33"},
        "marker": {"symbol": "circle", "size": 9, "color": "#1d2b33"},
    }


def _layout(picture: RecoveryPicture) -> dict[str, Any]:
    return {
        "height": 380,
        "margin": {"l": 50, "r": 20, "t": 24, "b": 40},
        "xaxis": {"type": "date", "tickformat": "%-d %b %Y", "nticks": 6},
        "yaxis": {"title": {"text": picture.unit}, "rangemode": "tozero"},
        "legend": {"orientation": "h", "y": -0.18},
        "shapes": [day_line(picture.today, _TODAY, width=2)],
        "annotations": [
            {
                "x": picture.today.isoformat(),
                "y": 1,
                "xref": "x",
                "yref": "paper",
                "yanchor": "bottom",
                "text": "Today",
                "showarrow": False,
            }
        ],
    }
