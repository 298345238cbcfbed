"""What stands in a cell after its amount: how often (`20 lb x 30/hr`), a second amount, or a factor."""

import re
from typing import Final

from job_profiles.amounts import Amount, parse_amount
from job_profiles.by_unit import Complaint, Place, Reading, by_dimension, wrong
from job_profiles.problem import Severity
from job_profiles.units import Dimension
from job_profiles.vocabulary.kind_words import band_of

_JOINS: Final = re.compile(
    r"^(?:[×@,;(/+-]|(?:x|at|à|with|mit|for|für|pendant|por|durante|and|und|et|y)\b)\s*", re.IGNORECASE
)
_FACTOR: Final = re.compile(r"^\(?[x×*]\s*\d+(?:[.,]\d+)?\)?$", re.IGNORECASE)
_SECOND: Final = re.compile(r"^/\s*\d+(?:[.,]\d+)?\s*(?:N|daN|kgf?|lbf?|lbs|g|°|deg)\.?$", re.IGNORECASE)
_OF_AN_HOUR: Final = re.compile(
    r"^(?:/|per|an?|each|every|je|pro|par|por)\s*(?:h|hr|hour|stunde|std|heure|hora|min|minute|minuto)\b",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(r"[,;()]")
_LONG_WORD: Final = 4
_SAME: Final = 1.05
"""Two amounts closer than this are one amount in two units: `10 kg (22 lb)`."""


def with_rest(reading: Reading, amount: Amount, place: Place) -> Reading:
    """Return the reading of a cell with what stands after its amount; what cannot be read is never silent."""
    rest = amount.rest.strip(" .")
    timed = amount.unit is not None and amount.unit.dimension is Dimension.TIME
    if not rest:
        return reading
    if timed and _OF_AN_HOUR.match(rest):
        return _of_an_hour()
    if _FACTOR.match(rest) or _is_factor(amount) or _SECOND.match(rest):
        return two_numbers()
    return _with_second(reading, rest, place)


def _is_factor(amount: Amount) -> bool:
    """Whether the number only counts what follows: `2 x 10 kg`."""
    counts = amount.unit is not None and amount.unit.dimension is Dimension.COUNT
    second = parse_amount(amount.rest) if counts else None
    return second is not None and second.unit is not None


def _of_an_hour() -> Reading:
    return wrong(
        "share-of-hour",
        "The time counts within each hour, not in the day; it was not read.",
        "Write the hours of a working day, or the share of the task in per cent.",
    )


def two_numbers() -> Reading:
    """Return the error of a cell with two numbers that may be put together in more than one way."""
    return wrong(
        "two-numbers",
        "The cell holds two numbers; how they belong together is not known.",
        "Write the amount alone, and how often in a column of its own.",
    )


def _with_second(reading: Reading, rest: str, place: Place) -> Reading:
    cleaned = _JOINS.sub("", _JOINS.sub("", rest)).rstrip(") ")
    letter = band_of(cleaned) if len(cleaned) >= _LONG_WORD else None
    named = {name for name, _ in reading.facts}
    if letter is not None and "band" not in named and reading.facts:
        return Reading((*reading.facts, ("band", letter)), reading.complaints)
    parts = (cleaned, *(part.strip() for part in _PARTS.split(rest)))
    amounts = (parse_amount(part, decimal_comma=place.decimal_comma) for part in parts if part)
    second = next((amount for amount in amounts if amount is not None and amount.unit is not None), None)
    if second is None or second.unit is None:
        return reading
    more = by_dimension(second, second.unit, place)
    if any(complaint.severity is Severity.ERROR for complaint in more.complaints):
        return reading
    return _joined(reading, more)


def _joined(reading: Reading, more: Reading) -> Reading:
    first = dict(reading.facts)
    for name, value in more.facts:
        known = first.get(name)
        if isinstance(known, float) and isinstance(value, float) and value > _SAME * known:
            note = Complaint(
                Severity.NOTE,
                "greater-amount-used",
                "The cell holds two amounts; the greater was taken, the more demanding one.",
                "Nothing needs doing unless the smaller one is meant.",
            )
            return Reading(more.facts, (*reading.complaints, note))
    added = tuple((name, value) for name, value in more.facts if name not in first)
    return Reading((*reading.facts, *added), reading.complaints)


def word_and_amount(text: str, place: Place) -> Reading | None:
    """Return what a word of frequency and the figure in brackets behind it say: `frequently (30/hr)`."""
    match = re.fullmatch(r"\s*([^()\d]+?)\s*\(([^()]*\d[^()]*)\)\s*", text)
    letter = band_of(match[1]) if match else None
    amount = parse_amount(match[2], decimal_comma=place.decimal_comma) if match and letter else None
    if amount is None or amount.unit is None or amount.rest:
        return None
    told = by_dimension(amount, amount.unit, place)
    return Reading((*told.facts, ("band", letter)), told.complaints)
