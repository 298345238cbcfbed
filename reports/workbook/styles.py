"""How cells of the employer's workbook look: one small set of formats, readable without colour."""

from typing import Any, Final

INK: Final = "#1B2B34"
ACCENT: Final = "#0F4C5C"
TINT: Final = "#E6EFF1"
FILL_IN: Final = "#FFF8DC"
LINE: Final = "#9AA8AE"

FONT: Final = {"font_name": "Arial", "font_size": 10, "font_scheme": "none"}
"""On every machine, or replaced by a font of the same widths, so that columns keep their room."""

_BASE: Final = {**FONT, "font_color": INK, "valign": "vcenter"}
_BOX: Final = {"border": 1, "border_color": LINE}
_FILL: Final = {"bg_color": FILL_IN, "locked": False, **_BOX}
_HOURS: Final = 'General" h"'

_HEADING: Final = {"bold": True, "font_color": "#FFFFFF", "bg_color": ACCENT, "text_wrap": True, **_BOX}
_CENTRED: Final = {"align": "center", **_BOX}
_TOTAL: Final = {"bold": True, "bg_color": TINT, **_BOX}

STYLES: Final[dict[str, dict[str, Any]]] = {
    "title": {"bold": True, "font_size": 20, "font_color": ACCENT},
    "draft": {"bold": True, "font_size": 13, "border": 2, "text_wrap": True, "indent": 1},
    "section": {"bold": True, "font_size": 13, "font_color": ACCENT, "bottom": 2, "bottom_color": ACCENT},
    "label": {"bold": True, "text_wrap": True, "valign": "top"},
    "text": {"text_wrap": True, "valign": "top"},
    "note": {"text_wrap": True, "italic": True, "valign": "top"},
    "heading": {"indent": 1, **_HEADING},
    "head_centre": {"align": "center", **_HEADING},
    "band": {"indent": 1, **_TOTAL},
    "cell": {"text_wrap": True, "indent": 1, **_BOX},
    "centre": {"text_wrap": True, **_CENTRED},
    "day": {"text_wrap": True, "bold": True, **_CENTRED},
    "forecast": {"text_wrap": True, "italic": True, **_CENTRED},
    "hours": {"num_format": _HOURS, **_CENTRED},
    "hours_forecast": {"num_format": _HOURS, "italic": True, **_CENTRED},
    "hours_total": {"num_format": _HOURS, "align": "center", **_TOTAL},
    "total_centre": {"align": "center", **_TOTAL},
    "total": {"indent": 1, **_TOTAL},
    "fill": {"text_wrap": True, **_FILL},
    "fill_hours": {"num_format": _HOURS, "align": "center", **_FILL},
    "fill_date": {"num_format": "d mmm yyyy", "align": "center", **_FILL},
}


class Styles:
    """The formats of one workbook, made when first asked for."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Any] = {}

    def of(self, name: str, text: str = "") -> Any:
        """Return the format; text that looks like a formula is marked as text: an edit keeps it so."""
        quoted = text.startswith(("=", "+", "-", "@"))
        key = (name, quoted)
        if key not in self._made:
            self._made[key] = self._book.add_format({**_BASE, **STYLES[name], "quote_prefix": quoted})
        return self._made[key]
