"""How values read on a page."""

from datetime import date, datetime

from flask import Flask

from rtw.domain.dates import time_in_words, with_days_in_words
from rtw.services.citations import citation, knowledge_words


def day(value: date | None) -> str:
    """Write a date as people say it: 3 March 2026."""
    return f"{value.day} {value:%B %Y}" if value else "–"


def short_day(value: date | None) -> str:
    """Write a date short: 3 Mar 2026."""
    return f"{value.day} {value:%b %Y}" if value else "–"


def moment(value: datetime | None) -> str:
    """Write an instant to the minute on the clinic's clock."""
    return f"{short_day(value)}, {value.astimezone():%H:%M}" if value else "–"


def since(value: date, today: date) -> str:
    """Say how long ago a day was, in the words one would use."""
    days = (today - value).days
    if days <= 0:
        return "today"
    if days == 1:
        return "yesterday"
    return f"{days} days" if days < 21 else f"{days // 7} weeks"


def number(value: float | None, digits: int = 1) -> str:
    """Write a number without needless zeros; nothing known is a dash, never 0."""
    if value is None:
        return "–"
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def init_wording(app: Flask) -> None:
    """Make the words available to templates."""
    app.jinja_env.filters.update(day=day, short_day=short_day, moment=moment, since=since, number=number)
    app.jinja_env.filters.update(with_days_in_words=with_days_in_words)
    app.jinja_env.filters.update(knowledge_in_words=knowledge_words, time_in_words=time_in_words)
    app.jinja_env.globals["citation"] = citation
