"""What one cell says: a number or range with its unit, a time, a rate. Text in, typed amount out."""

import re
from dataclasses import dataclass
from datetime import time, timedelta
from functools import lru_cache
from math import gcd
from typing import Final

from job_profiles.counted import counted_by
from job_profiles.units import UNITS, Dimension, Unit, clean, unit_of


@dataclass(frozen=True, slots=True)
class Amount:
    """A number (`low` = `high`) or a range, in `unit`. None for an open end.

    `unit_text` holds what stood where a unit belongs and is none we know; `rest`, words after the unit.
    """

    low: float | None
    high: float | None
    unit: Unit | None = None
    unit_text: str = ""
    rest: str = ""
    doubtful: bool = False

    @property
    def single(self) -> float | None:
        """The number, if it is one number and no range."""
        return self.low if self.low == self.high else None

    def scaled(self, factor: float) -> tuple[float | None, float | None]:
        """Both ends times `factor`."""
        return (
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
        )


_NUM: Final = (
    r"(?:\d{1,3}(?:[ ']\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*|[.,]\d+)"
    r"(?:\s+\d\s*/\s*\d+)?(?:\s*/\s*\d+(?![\d:]))?"
)
_NUMBER: Final = re.compile(_NUM)
_LESS: Final = (
    r"<=|<|≤|up to|bis zu|bis|jusqu'à|jusqu’à|hasta|max\.?|maximum|at most|under|less than|below|unter|"
    r"weniger als|"
    r"moins de|menos de|höchstens|no more than|not more than|maximal"
)
_MORE: Final = (
    r">=|>|≥|over|more than|above|über|mehr als|ab|plus de|más de|mas de|"
    r"from|at least|min\.|mindestens|au moins"
)
_ABOUT: Final = (
    r"~|≈|about|abt\.?|approx\.?|approximately|ca\.?|circa|around|etwa|environ|env\.?|aprox\.?|c\.|rund|±"
)
_HEAD: Final = re.compile(
    rf"^(?:(?P<less>{_LESS})|(?P<more>{_MORE})|(?:{_ABOUT}))?\s*(?P<sign>-)?\s*(?P<num>{_NUM})", re.IGNORECASE
)
_RANGE: Final = re.compile(
    rf"^\s*(?P<unit>[^\d\s-]{{0,8}}|[^\d-]{{0,12}}?)\s*(?:-|\.\.\.?|to|bis|à|a|hasta|until)\s*(?P<num>{_NUM})",
    re.IGNORECASE,
)
_OR_MORE: Final = re.compile(
    r"\s*(?:\+|(?:and|or) (?:more|over|above)|und mehr|oder mehr|et plus|y más|o más)\s*", re.IGNORECASE
)
_MORE_AT_END: Final = re.compile(
    r"\s(?:(?:and|or) (?:more|over|above)|und mehr|oder mehr|et plus|ou plus|y más|o más)\s*$", re.IGNORECASE
)
_OR_LESS: Final = re.compile(
    r"\s*(?:and|or|und|oder|et|ou|y|o) (?:less|under|below|weniger|moins|menos)\s*", re.IGNORECASE
)
_CLOCK: Final = re.compile(
    r"^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*(?:h|hrs?|hours?|std\.?))?(?:\s*/?\s*(?:a |per )?day)?$"
)
_H_MIN: Final = re.compile(
    r"^(\d+)\s*(?:h|hrs?|hours?|std|stunden?|heures?|horas?)\.?\s*(?:and|und|et|y|,)?\s*(\d{1,2})\s*"
    r"(?:m|min|mins|minutes?|minuten|minutos?|mn)?\.?$",
    re.IGNORECASE,
)
_HALF: Final = re.compile(
    r"^(?:(\d+) and )?(?:a |an |one )?half(?: of)?(?: an?| the)? (hour|shift|day)$", re.IGNORECASE
)
_EVERY: Final = re.compile(
    r"^(?:once |one |1 ?x? |1 fois |une fois |einmal |1 ?mal |una vez |1 vez )?"
    rf"(?:every|each|alle|toutes? les|cada|all|jede)\s*(?P<num>{_NUM})?"
    rf"(?:\s*-\s*(?P<high>{_NUM}))?\s*(?P<unit>[^\d\s]+)$",
    re.IGNORECASE,
)
_TIMES: Final = {
    "once": "1",
    "twice": "2",
    "einmal": "1",
    "zweimal": "2",
    "une fois": "1",
    "una vez": "1",
    "thrice": "3",
}


def number_of(text: str, *, decimal_comma: bool = False) -> float:
    """Return the number that digits spell: `5 400`, `8,5`, `1.200` (by the sheet's comma). ValueError."""
    text = text.strip()
    if "/" in text:
        return _fraction(text, decimal_comma=decimal_comma)
    text = text.replace(" ", "").replace("'", "")
    if "," in text and "." in text:
        point = "," if text.rfind(",") > text.rfind(".") else "."
        text = text.replace("." if point == "," else ",", "")
    for mark in ",.":
        text = _without_thousands(text, mark, decimal_comma=decimal_comma)
    return float(text.replace(",", "."))


def _without_thousands(text: str, mark: str, *, decimal_comma: bool) -> str:
    groups = re.fullmatch(rf"[1-9]\d{{0,2}}(?:\{mark}\d{{3}})+", text)
    decimal = mark == ("," if decimal_comma else ".")
    if text.count(mark) > 1 or (groups and not decimal):
        return text.replace(mark, "")
    return text


def _fraction(text: str, *, decimal_comma: bool) -> float:
    """Return a number with a fraction; `40/30 lb` and `20/40 N` give two amounts, one for each hand."""
    match = re.fullmatch(r"(?:(\S+)\s+)?(\S+?)\s*/\s*(\d+)", text)
    if match is None or int(match[3]) not in _PARTS_OF_ONE:
        raise ValueError(text)
    whole = number_of(match[1], decimal_comma=decimal_comma) if match[1] else 0.0
    above, below = number_of(match[2], decimal_comma=decimal_comma), int(match[3])
    if above >= below or (above.is_integer() and gcd(int(above), below) > 1):
        raise ValueError(text)
    return whole + above / below


_PARTS_OF_ONE: Final = frozenset({2, 3, 4, 5, 6, 7, 8, 10, 12, 16, 32, 60, 64, 100})
"""What people divide by when they write a fraction; anything else beside a stroke is a second amount."""


_BROKEN: Final = re.compile(r"(?:[.,]{2,}|[.,][eE]|[eE][+-]?)\d")
_RAISED: Final = "[¹²³⁴-⁹]+"
_FOOTNOTE: Final = re.compile(
    r"(?<=[\w.)\]°%])\s*"
    rf"(?:[*†‡§]+|\((?:\d|[a-c])\)|\s[1-9]\)|(?<![sm⁻]){_RAISED}|(?<=lbs){_RAISED})\s*$"
)


def without_footnote(text: str) -> str:
    """Return the text without the mark of a footnote at its end (`3 lbs*`); `m/s²` keeps its square."""
    return _FOOTNOTE.sub("", text) if text[-1:] in _FOOTNOTE_ENDS or text[-1:].isspace() else text


_FOOTNOTE_ENDS: Final = frozenset("*†‡§)¹²³⁴⁵⁶⁷⁸⁹")


@lru_cache(maxsize=100_000)
def parse_amount(text: str, *, decimal_comma: bool = False) -> Amount | None:
    """Return what a cell's text says, or None when no number stands in front."""
    plain = clean(without_footnote(text))
    try:
        return (
            _time(plain)
            or _every(plain, decimal_comma=decimal_comma)
            or _plain(plain, decimal_comma=decimal_comma)
        )
    except ValueError:
        return None


def _time(text: str) -> Amount | None:
    if match := _CLOCK.match(text):
        hours = int(match[1]) + int(match[2]) / 60 + int(match[3] or 0) / 3600
        return Amount(hours, hours, UNITS["h"])
    if match := _H_MIN.match(text):
        hours = int(match[1]) + int(match[2]) / 60
        return Amount(hours, hours, UNITS["h"])
    if match := _HALF.match(text):
        value = int(match[1] or 0) + 0.5
        return (
            Amount(value, value, UNITS["h"]) if match[2].lower() == "hour" else Amount(50.0, 50.0, UNITS["%"])
        )
    return None


def _every(text: str, *, decimal_comma: bool) -> Amount | None:
    """`every 6 s` is 10 a minute."""
    match = _EVERY.match(text)
    unit = unit_of(match["unit"]) if match else None
    if match is None or unit is None or unit.dimension is not Dimension.TIME:
        return None
    apart = [
        number_of(match[x] or "1", decimal_comma=decimal_comma)
        for x in ("high", "num")
        if match[x] or x == "num"
    ]
    rates = [1 / (x * unit.factor * 60) for x in apart if x]
    return Amount(rates[0], rates[-1], Unit("/min", Dimension.RATE, 1.0)) if rates else None


def _plain(text: str, *, decimal_comma: bool) -> Amount | None:
    for word, digit in _TIMES.items():
        if text.lower().startswith(word + " "):
            text = digit + text[len(word) :]
    head = _HEAD.match(text)
    if head is None:
        return None
    low = number_of(head["num"], decimal_comma=decimal_comma) * (-1 if head["sign"] else 1)
    rest, high, unit_between = text[head.end() :], low, ""
    if _BROKEN.match(rest):  # `2,,5`, `1e2`: what follows belongs to the number, which is none
        raise ValueError(text)
    if between := _RANGE.match(rest):
        high = number_of(between["num"], decimal_comma=decimal_comma)
        if high < low and ".." in between[0]:  # `7..5` is a slip of typing, nobody counts down
            raise ValueError(text)
        rest, unit_between = rest[between.end() :], between["unit"].strip()
    return _ends(head, low, high, rest.strip(), unit_between, doubtful=_doubtful(head["num"]))


def _doubtful(digits: str) -> bool:
    """`1,200` and `1.200` may be twelve hundred or one and a fifth."""
    return re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", digits) is not None


def _ends(
    head: re.Match[str], low: float, high: float, rest: str, between: str, *, doubtful: bool
) -> Amount | None:
    more = _OR_MORE.match(rest)
    rest = rest[more.end() :] if more else rest
    unit, unknown, after = _unit_and_rest(rest)
    if more is None and (trailing := _OR_MORE.match(after) or _MORE_AT_END.search(after)):
        more, after = trailing, after[: trailing.start()] + after[trailing.end() :]
    less = _OR_LESS.match(rest) or _OR_LESS.match(after)
    first = unit_of(between) if between else None
    if (
        first is not None
        and unit is not None
        and first.dimension is unit.dimension
        and first.factor != unit.factor
    ):
        low = low * first.factor / unit.factor
    unit = unit or first
    if (head["less"] or less) and low == high:
        return Amount(0.0, high, unit, unknown, after, doubtful)
    if (head["more"] or more) and low == high:
        return Amount(low, None, unit, unknown, after, doubtful)
    return Amount(min(low, high), max(low, high), unit, unknown, after, doubtful)


_WORDS: Final = re.compile(r"^(\S+(?:\s+\S+){0,3})")


def _unit_and_rest(text: str) -> tuple[Unit | None, str, str]:
    """Split `kg each` into the unit and the words after it; the longest spelling wins."""
    if not text:
        return None, "", ""
    words = re.sub(r"([(\[,;])", r" \1", text).split()
    for count in range(min(5, len(words)), 0, -1):
        unit = unit_of(" ".join(words[:count]))
        if unit is not None and unit.dimension is Dimension.COUNT and count < len(words):
            unit = unit_of(" ".join(words)) or unit
        if unit is not None:
            return unit, "", " ".join(words[count:])
    unit, what, base = counted_by(text)
    if what:
        return unit, "" if unit else "per", base
    return None, words[0], " ".join(words[1:])


def duration_of(value: time | timedelta) -> Amount:
    """Return the hours of a time cell."""
    if isinstance(value, timedelta):
        hours = value.total_seconds() / 3600
    else:
        hours = value.hour + value.minute / 60 + value.second / 3600
    return Amount(hours, hours, UNITS["h"])
