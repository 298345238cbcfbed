"""The edge where the calendar comes in; everything behind it takes `today` as a parameter."""

from datetime import date

from flask import current_app

from rtw.web.config import Config


def today() -> date:
    """Return the day this request happens on."""
    config: Config = current_app.config["RTW"]
    return config.today()
