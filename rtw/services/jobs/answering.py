"""What a person fills in beside a question becomes one of the `Answers`, or is no answer to it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from job_profiles.amounts import Amount, parse_amount
from job_profiles.answers import NUMBERS, PAIRS, Answers, Numbers, Pairs
from job_profiles.profile import FrequencyScale, ScaleBasis
from job_profiles.units import Dimension

LAID_ASIDE = "(open)"
"""The answer that leaves a question to the employer: it is not asked again for this file."""

OWN_SCALE = "(own)"
"""The answer that the letters mean what is written beside them."""

_HOURS_OF_A_DAY, _DAYS_OF_A_WEEK = 24, 7
_MOST_PER_MINUTE, _LONGEST_EFFORT_S, _HEAVIEST_KG = 1200, 3600, 1000
_DAYS = re.compile(r"\s*(?:days?|d)(?:\s*(?:a|per|/)\s*week)?\s*$", re.IGNORECASE)
_SINGLE = {"shift_hours", "days_per_week"}
_TEXTS = {"frequency_scale", "zero", "title"}


def with_answer(answers: Answers, key: str, value: str) -> Answers | None:
    """Return the answers with one more; an empty value takes one back. None: this is no answer to it."""
    value = value.strip()
    if value == LAID_ASIDE:
        return replace(answers, settled=tuple(dict.fromkeys((*answers.settled, key))))
    opened = replace(answers, settled=tuple(k for k in answers.settled if k != key))
    area, _, subject = key.partition("/")
    if area == "settled":
        return None if value else opened
    changed = _changed(opened, area, subject, value)
    return None if changed is None else replace(opened, **changed)


def _changed(answers: Answers, area: str, subject: str, value: str) -> dict[str, Any] | None:
    """Return the field of the answers that an answer changes; None where it is none."""
    if area in PAIRS and subject:
        return {area: _with(getattr(answers, area), subject, value or None)}
    if area in NUMBERS and subject:
        number = READ_AS[area](value) if value else None
        return None if value and number is None else {area: _with(getattr(answers, area), subject, number)}
    if area in _SINGLE:
        number = READ_AS[area](value) if value else None
        return None if value and number is None else {area: number}
    return {area: value or None} if area in _TEXTS and value != OWN_SCALE else None


def _with(pairs: Pairs | Numbers, subject: str, value: str | float | None) -> tuple[tuple[str, Any], ...]:
    kept = tuple((key, answer) for key, answer in pairs if key != subject)
    return kept if value is None else (*kept, (subject, value))


def _single(text: str) -> Amount | None:
    amount = parse_amount(text)
    return None if amount is None or amount.single is None or amount.unit_text else amount


def _in(text: str, dimension: Dimension, most: float) -> float | None:
    """Read one figure, with its unit or without; None where it is none or cannot be."""
    amount = _single(text)
    if amount is None or (amount.unit is not None and amount.unit.dimension is not dimension):
        return None
    value = (amount.single or 0.0) * (amount.unit.factor if amount.unit else 1)
    return value if 0 < value <= most else None


def hours_in(text: str) -> float | None:
    """Read a time as people write it: 7.5, 7,5h, 7:30, 7 h 30, 450 min."""
    return _in(text, Dimension.TIME, _HOURS_OF_A_DAY)


def days_in(text: str) -> float | None:
    """Read days of a week: 5, 5 days, 4.5 d/week."""
    amount = _single(_DAYS.sub("", text))
    if amount is None or amount.unit is not None:
        return None
    return amount.single if 0 < (amount.single or 0) <= _DAYS_OF_A_WEEK else None


def rate_in(text: str) -> float | None:
    """Read how often in a minute: 6, 6/min, 360 per hour."""
    return _in(text, Dimension.RATE, _MOST_PER_MINUTE)


def seconds_in(text: str) -> float | None:
    """Read seconds: 2, 2 s, 0.5 min."""
    amount = _single(text)
    if amount is None:
        return None
    if amount.unit is None:
        return amount.single if 0 < (amount.single or 0) <= _LONGEST_EFFORT_S else None
    hours = _in(text, Dimension.TIME, _HOURS_OF_A_DAY)
    return None if hours is None or hours * 3600 > _LONGEST_EFFORT_S else hours * 3600


def kilograms_in(text: str) -> float | None:
    """Read a weight: 9, 9 kg, 20 lb."""
    return _in(text, Dimension.WEIGHT, _HEAVIEST_KG)


READ_AS: dict[str, Callable[[str], float | None]] = {
    "shift_hours": hours_in,
    "days_per_week": days_in,
    "task_hours": hours_in,
    "running_hours": hours_in,
    "efforts_per_minute": rate_in,
    "seconds_per_effort": seconds_in,
    "heaviest_kg": kilograms_in,
}
"""How a figure is read, by what it answers."""

_EXPECTED: dict[str, str] = {
    "shift_hours": "Give the hours as a number up to 24, such as 7.5 or 7:30.",
    "task_hours": "Give the hours as a number up to 24, such as 2.5 or 2:30.",
    "running_hours": "Give the time as hours or minutes, such as 0.5 or 30 min.",
    "days_per_week": "Give the days as a number up to 7, such as 5.",
    "efforts_per_minute": "Give how often a minute, such as 6, or 120/h.",
    "seconds_per_effort": "Give seconds, such as 2 or 1.5 s.",
    "heaviest_kg": "Give a weight in kilograms or pounds, such as 9 or 20 lb.",
    "frequency_scale": "Give for each letter two numbers, the smaller first: up to 100 % or up to 24 hours.",
}


def what_is_expected(key: str) -> str:
    """Return what to write where an answer to this question was none."""
    area = key.partition("/")[0]
    return _EXPECTED.get(area, "Choose one of the answers, or leave the question open.")


def own_scale(basis: str, bands: Mapping[str, tuple[str, str]]) -> FrequencyScale | None:
    """Return the scale of letters as a person wrote it (letter → from, to); None where it is none."""
    if basis not in {one.value for one in ScaleBasis} or not bands:
        return None
    share = ScaleBasis(basis) is ScaleBasis.SHARE_OF_SHIFT
    most, factor = (100, 0.01) if share else (_HOURS_OF_A_DAY, 1)
    made = {letter: (_edge(low), _edge(high)) for letter, (low, high) in bands.items()}
    found = {
        letter: (low * factor, high * factor)
        for letter, (low, high) in made.items()
        if low is not None and high is not None and low <= high <= most
    }
    return FrequencyScale(ScaleBasis(basis), tuple(found.items())) if len(found) == len(bands) else None


def _edge(text: str) -> float | None:
    """Read one end of a band; `%` and `h` may stand behind it."""
    try:
        value = float(text.strip().rstrip("%hH ").replace(",", "."))
    except ValueError:
        return None
    return value if value >= 0 else None
