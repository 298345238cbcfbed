"""Working days as people write them in a breath: `8 h x 5 days`, `06:00-14:30, 30 min unpaid`, `Mon-Thu`."""

import re
from typing import Final

from job_profiles.clock_times import CLOCK, is_sure_clock, span_hours
from job_profiles.units import clean
from job_profiles.weekdays import days_named

_NUMBER: Final = r"\d+(?:[.,]\d+)?"
_HOUR: Final = r"(?:h|hrs?|hours?|std\.?|stunden|heures?|horas?)"
_DAY: Final = r"(?:d|days?|shifts?|tage?|schichten|j|jours?|postes|d[ií]as?|turnos)"
_A: Final = r"(?:per|a|an|/|je|pro|par|por|in der|à la|a la|al)"
_WEEK: Final = r"(?:week|wk|w|woche|wo|semaine|sem|semana)"
_TIMES: Final = r"\s*[x×*]\s*"

_HOURS_BY_DAYS: Final = re.compile(
    rf"(?<![\d.,])(?P<hours>{_NUMBER})\s*{_HOUR}(?:\s*{_A}\s*{_DAY})?{_TIMES}(?P<days>{_NUMBER})(?:\s*{_DAY})?\b",
    re.IGNORECASE,
)
_DAYS_BY_HOURS: Final = re.compile(
    rf"(?<![\d.,])(?P<days>{_NUMBER})\s*{_DAY}{_TIMES}(?P<hours>{_NUMBER})\s*{_HOUR}\b", re.IGNORECASE
)
_HOURS_A_DAY: Final = re.compile(
    rf"(?<![\d.,])(?P<hours>{_NUMBER})\s*h\s*(?P<minutes>\d\d)?(?:rs?|ours?)?\s*{_A}\s*{_DAY}\b",
    re.IGNORECASE,
)
_DAYS_A_WEEK: Final = re.compile(rf"(?<![\d.,])({_NUMBER})\s*{_DAY}\s*{_A}\s*{_WEEK}\b", re.IGNORECASE)
_WEEK_OF_DAYS: Final = re.compile(
    rf"(?<![\d.,])({_NUMBER})\s*-?\s*(?:days?|tage?)\s*-?\s*(?:week|woche)\b|"
    rf"\bsemain\w*\s+de\s+({_NUMBER})\s*jours|\bsemana\s+de\s+({_NUMBER})\s*d[ií]as",
    re.IGNORECASE,
)
_OF_SEVEN: Final = re.compile(r"^\s*([1-7])\s*/\s*7\s*$")
_DAYS_ALONE: Final = re.compile(
    rf"(?<![\d.,])({_NUMBER})\s*(?:days|tage|jours|d[ií]as|d)\b(?!\s*(?:off|{_A}\s*(?:month|monat|mois|mes)))",
    re.IGNORECASE,
)
_REST: Final = r"(?:lunch|dinner|supper|tea|break|meal|rest|pause|mittag\w*|repas|comida|descanso|almuerzo)"
_LASTING: Final = (
    rf"(?<![\d:.,/])((?:\d+\s+)?[1-3]/[2-4](?!\d)|{_NUMBER}(?![\d/])|half(?: an?)?)"
    rf"[\s-]*(min\w*|mn|{_HOUR})\.?"
)
_BREAKS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_LASTING}\s*(?:\w+\s+)?(?:{_REST})",
        rf"(?:{_REST})\w*\s*(?:of|von|de|:)?\s*{_LASTING}",
    )
)
_UNPAID: Final = re.compile(r"unpaid|unbezahlt|non pay|no pagad|no remunerad", re.IGNORECASE)
_PAID: Final = re.compile(r"(?<!un)paid|(?<!un)bezahlt|(?<!non )payé|(?<!no )pagad", re.IGNORECASE)
_WITHIN: Final = re.compile(
    r"\bincl|including|inkl|einschl|\bdont\b|y compris|incluid|incluye", re.IGNORECASE
)


def figure(text: str) -> float:
    """Return the number of digits with a comma, a point, or a fraction (`37 1/2`)."""
    whole, _, part = text.strip().rpartition(" ")
    above, stroke, below = part.replace(",", ".").partition("/")
    value = float(above) / float(below) if stroke else float(above)
    return value + (float(whole) if whole else 0.0)


def hours_stated(text: str, *, with_days: bool = False) -> float | None:
    """Return the hours of a day that a text states; `with_days`: only where it states the days beside it."""
    plain = clean(text)
    patterns = (
        (_HOURS_BY_DAYS, _DAYS_BY_HOURS) if with_days else (_HOURS_BY_DAYS, _DAYS_BY_HOURS, _HOURS_A_DAY)
    )
    for pattern in patterns:
        if (found := pattern.search(plain)) is not None:
            minutes = found.groupdict().get("minutes")
            return figure(found["hours"]) + (int(minutes) / 60 if minutes else 0.0)
    return None


def days_stated(text: str, *, alone: bool = False) -> float | None:
    """Return the days of a week that a text states; `alone`: also `5 days` without its week."""
    plain = clean(text)
    for pattern in (_HOURS_BY_DAYS, _DAYS_BY_HOURS):
        if (found := pattern.search(plain)) is not None:
            return figure(found["days"])
    if (found := _DAYS_A_WEEK.search(plain)) is not None:
        return figure(found[1])
    if (of_seven := _OF_SEVEN.match(plain)) is not None:
        return float(of_seven[1])
    if (week := _WEEK_OF_DAYS.search(plain)) is not None:
        return figure(week[1] or week[2] or week[3])
    if (span := _weekdays(plain)) is not None:
        return span
    found = _DAYS_ALONE.search(plain) if alone else None
    return figure(found[1]) if found is not None and figure(found[1]) <= 7 else None


def _weekdays(plain: str) -> float | None:
    """`Tue-Sat` are five days, with the others that are named: `Mon-Thu 8-5, Fri 8-1` too; not one alone."""
    named = [one for one in days_named(plain) if not one.is_not]
    days = {day for one in named for day in one.days}
    return float(len(days)) if any(len(one.days) > 1 for one in named) else None


def clock_hours(text: str) -> float | None:
    """Return the hours between the first two times of the clock (`06:00 - 14:30`); over midnight too."""
    found = CLOCK.search(clean(text))
    return (span_hours(found) or None) if found is not None and is_sure_clock(found) else None


def break_within(text: str, *, by_clock: bool = False) -> tuple[float, bool | None] | None:
    """Return the hours of a break that a stated shift holds, and whether it is unpaid (None: not said).

    None where no break is named, or where it is said to come on top of the hours. `by_clock`: the hours are
    known to be those between times of the clock, which hold every break.
    """
    plain = clean(text)
    found = next(filter(None, (pattern.search(plain) for pattern in _BREAKS)), None)
    if found is None or not (by_clock or _WITHIN.search(plain) or clock_hours(plain) is not None):
        return None
    lasting = 0.5 if found[1].lower().startswith("half") else figure(found[1])
    return lasting / (60 if found[2].lower().startswith("m") else 1), unpaid(plain)


def unpaid(plain: str) -> bool | None:
    """Tell whether a text says of its break that it is unpaid; None where it says nothing."""
    return True if _UNPAID.search(plain) else False if _PAID.search(plain) else None


def worked(hours: float, text: str) -> float:
    """Return the hours worked of a stated shift: without a break that is said to be unpaid and within it."""
    pause = break_within(text)
    return hours - pause[0] if pause is not None and pause[1] else hours
