"""Times of the clock as people write a working day: `06:00-14:30`, `8.30-5.30`, `7am to 4pm`."""

import re
from typing import Final

from job_profiles.units import clean

_TIME: Final = (
    r"(?P<h{0}>\d{{1,2}})(?:[:.h](?P<m{0}>\d\d)|h(?!\w))?"
    r"\s*(?P<p{0}>[ap]\.?m\b\.?)?\s*(?:uhr\b|o'clock)?"
)
CLOCK: Final = re.compile(
    rf"(?<![\d:.,/]){_TIME.format(1)}\s*(?:-|to|until|till|bis|à|a|hasta)\s*{_TIME.format(2)}(?![\d:/])"
    r"(?!\s*(?:h|hrs?|hours?|std|stunden|heures?|horas?|min\w*|days?|tage?|jours?|d[ií]as?|x|kg|lbs?)\b)",
    re.IGNORECASE,
)
"""Two times of the clock with a dash or a *to* between them, in a cleaned text."""

_LONGEST_DAY_H: Final = 12.0
"""Hours beyond which no working day is meant, where the times can be read otherwise."""

_HALF_DAY_H: Final = 12


def is_sure_clock(found: re.Match[str]) -> bool:
    """Whether two numbers are times by themselves: with minutes, or with am and pm."""
    return any(found[name] for name in ("m1", "p1", "m2", "p2"))


def begin_of(found: re.Match[str]) -> float:
    """Return the hour at which the first time stands, 0 to 24."""
    return _hour(found, "1")


def span_hours(found: re.Match[str]) -> float:
    """Return the hours between two times, over midnight too; 0 where they are the same or no times.

    `8.30-5.30` is a day of 9 hours: written by twelve hours, the end is in the afternoon, for a working day
    of 21 hours is not meant. By day or by night that is the same.
    """
    if any(int(found[f"h{i}"]) > 24 or int(found[f"m{i}"] or 0) > 59 for i in "12"):
        return 0.0
    hours = (_hour(found, "2") - _hour(found, "1")) % 24
    return hours - _HALF_DAY_H if hours > _LONGEST_DAY_H and _by_twelve(found) else hours


def is_round_the_clock(text: str) -> bool:
    """Whether a text is the same time twice (`7-7`): twelve hours or a whole day, but no seven hours."""
    found = CLOCK.fullmatch(clean(text))
    return found is not None and _hour(found, "1") == _hour(found, "2")


def is_turned(found: re.Match[str]) -> bool:
    """Whether the end was taken for the afternoon, though nothing beside it says so."""
    return span_hours(found) != (_hour(found, "2") - _hour(found, "1")) % 24


def _by_twelve(found: re.Match[str]) -> bool:
    """Whether both times may be written by twelve hours, and not both say which half of the day."""
    return all(0 < int(found[f"h{i}"]) <= _HALF_DAY_H for i in "12") and not (found["p1"] and found["p2"])


def _hour(found: re.Match[str], which: str) -> float:
    hour = int(found[f"h{which}"]) % 24
    half = (found[f"p{which}"] or "").lower()
    if half:
        hour = hour % _HALF_DAY_H + (_HALF_DAY_H if half.startswith("p") else 0)
    return hour + int(found[f"m{which}"] or 0) / 60
