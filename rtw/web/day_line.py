"""A dotted line down a chart at one day."""

from datetime import date
from typing import Any


def day_line(on: date, colour: str, width: int = 1) -> dict[str, Any]:
    """Draw a day over the whole height of a figure, whatever its axes; `width` in pixels."""
    day = on.isoformat()
    return {
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": day,
        "x1": day,
        "y0": 0,
        "y1": 1,
        "line": {"color": colour, "width": width, "dash": "dot"},
    }
