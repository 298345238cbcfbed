"""Days and times as people read them."""

import re
from contextlib import suppress
from datetime import date
from typing import Final

_AS_KEPT: Final = re.compile(r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])")


def day_in_words(day: date) -> str:
    """Write a day in words that no country misreads: `21 November 2026`."""
    return f"{day.day} {day:%B %Y}"


def short_day_in_words(day: date) -> str:
    """Write a day where there is little room: `21 Nov 2026`."""
    return f"{day.day} {day:%b %Y}"


def with_days_in_words(text: str) -> str:
    """Rewrite every day that stands in a text as it is kept (2026-11-21); what is no day stays as it is."""
    return _AS_KEPT.sub(_in_words, text)


def _in_words(found: re.Match[str]) -> str:
    with suppress(ValueError):
        return short_day_in_words(date.fromisoformat(found[0]))
    return found[0]


def time_in_words(hours: float) -> str:
    """Write a time of a day: `2.4 h`; below 1 h in minutes where hundredths do not say it: `10 min`."""
    hundredths = hours * 100
    if 0 < hours < 1 and abs(hundredths - round(hundredths)) > _SAME:
        return f"{_plain(hours * 60, 1)} min"
    return f"{_plain(hours, 2)} h"


def _plain(value: float, digits: int) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")


_SAME: Final = 1e-6
"""Below this two shares of an hour are one, as computers reckon."""
