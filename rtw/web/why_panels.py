"""The panels behind figures, drawn once: the pages of a case show the same ones again and again."""

from functools import lru_cache
from typing import Final

from flask import Flask, request
from markupsafe import Markup

from rtw.domain.why import Why

_KEPT: Final = 4096
"""Some 2 kB each; a case has about a hundred."""


def init_why_panels(app: Flask) -> None:
    """Let templates draw what stands behind a figure. A panel is a value, so its markup is kept with it."""

    @lru_cache(_KEPT)
    def drawn(_root: str, panel: Why) -> Markup:
        macros = app.jinja_env.get_template("macros/why_panel.html").module
        markup: Markup = macros.why_panel(panel)  # type: ignore[attr-defined]  # a macro of the template
        return markup

    app.jinja_env.globals["why_body"] = lambda panel: drawn(request.root_path, panel)
