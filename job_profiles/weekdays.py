"""The days of the week that a text names: `Mon-Thu`, `Tue & Thu`, `dienstags`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

_SURE: Final = (
    r"mon(?=[\s.,]*(?:-|to\b|&|\+|,|/|and\b|$|\d))|mondays?|montags?|lundis?|lunes",
    r"tues?|tuesdays?|dienstags?|mardis?|martes",
    r"weds?|wednesdays?|mittwochs?|mercredis?|mi[ée]rcoles",
    r"thu|thurs?|thursdays?|donnerstags?|jeudis?|jueves",
    r"fri|fridays?|freitags?|vendredis?|viernes",
    r"saturdays?|samstags?|samedis?|s[áa]bados?",
    r"sundays?|sonntags?|dimanches?|domingos?",
)
_SHORT: Final = (
    r"mon|mo|lun",
    r"di|mar",
    r"mi|mer|mi[ée]",
    r"do|jeu|jue",
    r"fr|ven|vie",
    r"sat|sa|sam|s[áb]b|sab",
    r"sun|so|dim|dom",
)
"""Names of days that are words of their own too: they count beside another day, or before a time."""

_THROUGH: Final = re.compile(r"[\s.]*(?:-|to|through|thru|till|until|bis|à|au|a|al|hasta)\s*", re.IGNORECASE)
_AND: Final = re.compile(
    r"[\s.]*(?:,|&|\+|/|and|or|und|oder|et|ou|y|o|e)+\s*(?:and|und|et|y)?\s*", re.IGNORECASE
)
_NOT: Final = re.compile(
    r"\b(?:not|no|except|but|excl\w*|ohne|nicht|außer|ausser|sauf|pas|excepto|salvo|menos)\s*(?:on|am|le|los?)?\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedDays:
    """Days (0 Monday to 6 Sunday) named in one breath, and where in the text; `is_not`: they are excepted."""

    days: frozenset[int]
    start: int
    end: int
    is_not: bool


@cache
def _names() -> re.Pattern[str]:
    groups = (f"(?P<sure{i}>{name})" for i, name in enumerate(_SURE))
    short = (f"(?P<short{i}>{name})" for i, name in enumerate(_SHORT))
    return re.compile(rf"(?<!\w)(?:{'|'.join((*groups, *short))})(?!\w)", re.IGNORECASE)


def days_named(text: str) -> tuple[NamedDays, ...]:
    """Return the days that a cleaned text names, those joined by a dash or an *and* together."""
    return tuple(_together(text, list(_names().finditer(text))))


def _together(text: str, names: list[re.Match[str]]) -> Iterator[NamedDays]:
    at = 0
    while at < len(names):
        first, days = names[at], {_day(names[at])}
        last = first
        while at + 1 < len(names):
            between, day = text[last.end() : names[at + 1].start()], _day(names[at + 1])
            if _THROUGH.fullmatch(between):
                days |= {(_day(last) + i) % 7 for i in range((day - _day(last)) % 7 + 1)}
            elif not _AND.fullmatch(between):
                break
            days.add(day)
            at, last = at + 1, names[at + 1]
        at += 1
        if len(days) > 1 or _is_sure(first) or _before_a_time(text, first):
            is_not = _NOT.search(text[: first.start()]) is not None
            yield NamedDays(frozenset(days), first.start(), last.end(), is_not)


def _day(name: re.Match[str]) -> int:
    return int((name.lastgroup or "0")[-1])


def _is_sure(name: re.Match[str]) -> bool:
    return (name.lastgroup or "").startswith("sure")


def _before_a_time(text: str, name: re.Match[str]) -> bool:
    """Whether a short name is written as one and a time of the clock follows: `Fr 8-13`, `Sat: 9-12`."""
    return (
        name[0][0].isupper() and re.match(r"[\s.:]*\d{1,2}(?:[:.h]\d\d)?\s*-", text[name.end() :]) is not None
    )


_NAMES: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def days_in_words(days: frozenset[int]) -> str:
    """Return days as they are written: `Mon-Thu`, `Tue, Thu`; nothing for none."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(_NAMES[r[0]] + (f"-{_NAMES[r[-1]]}" if len(r) > 1 else "") for r in runs)
