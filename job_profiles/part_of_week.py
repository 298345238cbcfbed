"""Hours that count not every day: of a week (`1 h per week`), or of some days (`1 h, Tue only`)."""

import re
from collections.abc import Iterator
from typing import Final

from job_profiles.amounts import Amount
from job_profiles.by_unit import Complaint, Reading
from job_profiles.problem import Choice, Severity
from job_profiles.units import Dimension, clean, unit_of
from job_profiles.vocabulary.words import counts_weeks, fold
from job_profiles.weekdays import days_named

_WORKING_DAYS: Final = 5
"""Days on which something is done, of which it is done every day."""

_DAYS_OF: Final = {"week": (1, 2, 3, 4, 5), "month": (1, 2, 4, 20)}
"""On how many days the hours of a week or a month may fall: one, some, all working days."""

_A: Final = r"(?:a|an|per|each|every|/|in der|in the|im|je|pro|par|por|à la|a la|al)"
_LONG: Final = r"(?:week|wk|fortnight|month|year|woche|monat|jahr|semaine|mois|an|semana|mes|año|quarter)"
_TIMES_OF: Final = re.compile(
    rf"(?:\b(?:once|twice|thrice|\d+(?:\s*-\s*\d+)?|einmal|zweimal|une fois|deux fois|una vez|dos veces)"
    rf"\s*(?:x|×|times?|days?|mal|tage?|fois|jours?|veces|vez|d[ií]as?)?\s*{_A}\s*{_LONG}s?\b)"
    r"|\b(?:weekly|monthly|fortnightly|wöchentlich|monatlich|hebdomadaires?|mensuel\w*|semanal\w*|mensual\w*)\b"
    r"|\b(?:every|each)\s+(?:other|second|third|2nd|3rd)\s+(?:day|week|month)\b|\balternate days\b"
    r"|\bjede[nr]?\s+(?:zweiten?|dritten?)\s+(?:tag|woche|monat)\b|\bun jour sur (?:deux|trois)\b"
    r"|\bcada dos d[ií]as\b",
    re.IGNORECASE,
)


_BY_MONTH: Final = re.compile(rf"(?:{_A} )?(?:month|monthly|monat|monatlich|mois|mensuels?|mes|mensual)\b")


def days_of_few(text: str) -> bool:
    """Tell whether a text says that something is done on some days of the week only, or less often."""
    plain = clean(text)
    named = {day for one in days_named(plain) if not one.is_not for day in one.days}
    if 0 < len(named) < _WORKING_DAYS:
        return True
    found = _TIMES_OF.search(plain)
    if found is None:
        return False
    count = re.match(r"(\d+).*(?:week|wk|woche|semaine|semana)", found[0], re.IGNORECASE)
    return count is None or int(count[1]) < _WORKING_DAYS


def longer_than_day(words_after: str) -> str | None:
    """Return what the words right after a number count it by: `week`, `month`; None for a day or less."""
    if counts_weeks(words_after) or counts_weeks(_without_time(words_after)):
        return "week"
    return "month" if _BY_MONTH.match(fold(_without_time(words_after))) else None


def _without_time(words_after: str) -> str:
    first, _, rest = words_after.replace("/", " / ").strip().partition(" ")
    unit = unit_of(first)
    return rest if unit is not None and unit.dimension is Dimension.TIME else words_after


def of_longer(amount: Amount, base: str, role: str) -> Reading:
    """Refuse an amount of a week or a month; hours are asked about, with the days they may fall on."""
    hours = _hours(amount) if role in {"hours", "task_hours", "running"} else None
    if hours is None:
        message = f"The amount counts a {base}, not a day or an hour; it was not read."
        advice = "Write how much of a working day it is, or how often in an hour or a day."
        return Reading((), (Complaint(Severity.ERROR, "counted-by-week", message, advice),))
    message = (
        f"{_shown(hours)} a {base}: on one day, or spread over several? It was not read as hours of a day."
    )
    choices = tuple(_choices(hours, base))
    ways = "; ".join(choice.label.partition(":")[0] for choice in choices)
    advice = f"Put in the hours of a day on which it is done, or answer one of: {ways}."
    return Reading((), (Complaint(Severity.ERROR, "counted-by-week", message, advice, None, choices),))


def _hours(amount: Amount) -> float | None:
    unit = amount.unit or unit_of(re.split(r"[\s/.]", amount.unit_text)[0])
    most = amount.high if amount.high is not None else amount.low
    timed = unit is not None and unit.dimension is Dimension.TIME
    return round(most * unit.factor, 4) if timed and unit and most else None


def _choices(hours: float, base: str) -> Iterator[Choice]:
    every = _DAYS_OF[base][-1]
    for days in _DAYS_OF[base]:
        each = _shown(hours / days)
        if hours / days <= 24:
            label = f"on one day of the {base}: {each}" if days == 1 else f"on {days} days: {each} each"
            yield Choice(
                each, f"spread over all {days} working days: {each} each" if days == every else label
            )


def _shown(hours: float) -> str:
    return f"{hours:.4g} h" if hours >= 1 else f"{round(hours * 60, 1):g} min"


def with_days(reading: Reading, text: str) -> Reading:
    """Return hours that a text gives to some days only with a warning: they are those of such a day."""
    timed = {"hours_per_day", "hours_range"} & {name for name, _ in reading.facts}
    if not timed or not days_of_few(text):
        return reading
    return Reading(reading.facts, (*reading.complaints, not_every_day(text)))


def not_every_day(text: str) -> Complaint:
    """Say of a text that tells on which days, or how often a week, that the hours are those of such a day."""
    said = " ".join(text.split())
    return Complaint(
        Severity.WARNING,
        "not-every-day",
        f"“{said}” is not every day; the hours were read as those of a day on which it is done.",
        "Nothing needs doing if it may fall on any day; else write the hours of an average day.",
    )
