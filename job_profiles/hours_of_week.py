"""Hours of a week in a text, and whether a text names the working time of a job at all."""

import re
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.units import clean

_HOURS_OF_WEEK: Final = re.compile(
    r"(\d+(?:[.,]\d+)?(?:\s+\d/\d)?)\s*-?\s*(?:h|hours?|hrs?|std\.?|stunden|heures?|horas?)\.?\s*"
    r"(?:(?:per|a|an|/|each|in der|je|pro|par|por|à la|a la)\s*(?:week|wk|woche|semaine|sem|semana)\b"
    r"|weekly|wöchentlich|hebdomadaires?|semanales)",
    re.IGNORECASE,
)


_ALONE_OF_WEEK: Final = re.compile(
    r"^\s*(\d+(?:[.,]\d+)?)\s*(?:per|a|/|in der|je|pro|par|por|à la|a la)\s*"
    r"(?:week|wk|woche|semaine|sem|semana)\b",
    re.IGNORECASE,
)


_WORKING_TIME: Final = re.compile(
    r"\b(?:work\w*|shifts?|schedules?|rota|roster|contract\w*|full.?time|part.?time|employ\w*|"
    r"arbeit\w*|\w*schicht\w*|dienst\w*|wochen\w*|pensum|beschäftig\w*|"
    r"horaires?|travail\w*|postes?|quarts?|temps (?:plein|partiel)|hebdo\w*|"
    r"horarios?|jornadas?|turnos?|trabajo|semanal\w*|hours? of|hours?/week|weekly|week)\b",
    re.IGNORECASE,
)


def names_working_time(text: str) -> bool:
    """Tell whether a text names the working time of a job, apart from any `hours per week` that it states."""
    return _WORKING_TIME.search(_HOURS_OF_WEEK.sub(" ", clean(text))) is not None


def week_hours_in(text: str, *, alone: bool = False) -> float | None:
    """Return the hours of a working week that a text states; `alone`: also `37.5 per week` under *Hours*."""
    match = _HOURS_OF_WEEK.search(clean(text)) or (_ALONE_OF_WEEK.match(clean(text)) if alone else None)
    if match is None:
        return None
    amount = parse_amount(match[1].replace(",", "."))
    return amount.single if amount is not None else None


def without_week_hours(text: str) -> str:
    """Return the text without what it says of the hours of a week: `7.5 h (37.5 h/week)`."""
    return _HOURS_OF_WEEK.sub("", clean(text))
