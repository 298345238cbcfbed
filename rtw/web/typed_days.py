"""Days as people type them. What could be two days is asked back, never guessed."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

MONTHS: Final = tuple(date(2000, month, 1).strftime("%B").casefold() for month in range(1, 13))

_DAY: Final = re.compile(
    r"""
    (?<!\d) (?:
      (?P<year>\d{4}) [-/.] (?P<month>\d{1,2}) [-/.] (?P<day>\d{1,2})
    | (?P<first>\d{1,2}) \s*[./-]\s* (?P<second>\d{1,2}) \s*[./-]\s* (?P<year_b>\d{4})
    | (?P<day_c>\d{1,2}) (?:\.|st|nd|rd|th)? \s+ (?P<name_c>[a-z]{3,})\.?,? \s+ (?P<year_c>\d{4})
    | (?P<name_d>[a-z]{3,})\.? \s+ (?P<day_d>\d{1,2}) (?:st|nd|rd|th)? ,? \s+ (?P<year_d>\d{4})
    ) (?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"[\s,;]*(?:and)?[\s,;]*", re.IGNORECASE)
_HOW: Final = "Write it like 2026-12-25, 25.12.2026 or 25 December 2026."


def typed_day(written: str) -> date:
    """Read one day. Raises ValueError with words for whoever typed it."""
    days = typed_days(written)
    if len(days) != 1:
        raise ValueError(f"“{written.strip()}” is not one day. {_HOW}")
    return days[0]


def typed_days(written: str) -> tuple[date, ...]:
    """Read days parted by blanks, commas or semicolons, in their order. Raises ValueError with words."""
    days, end = [], 0
    for found in _DAY.finditer(written):
        _nothing_else(written[end : found.start()])
        days.append(_day(found))
        end = found.end()
    _nothing_else(written[end:])
    return tuple(sorted(days))


def _nothing_else(between: str) -> None:
    if not _BETWEEN.fullmatch(between):
        raise ValueError(f"“{between.strip(' ,;')}” is not a day. {_HOW}")


def _day(found: re.Match[str]) -> date:
    may_be = dict.fromkeys(_readings(found))
    if len(may_be) > 1:
        words = " or ".join(f"{day.day} {day:%B %Y}" for day in may_be)
        raise ValueError(f"“{found[0]}” may be {words}. Write the month as a word.")
    if not may_be:
        raise ValueError(f"“{found[0]}” is no day of the calendar. {_HOW}")
    return next(iter(may_be))


def _readings(found: re.Match[str]) -> Iterator[date]:
    """Give every day that a text may mean: of two numbers either may be the month."""
    part = found.groupdict()
    if part["year"]:
        yield from _dates(part["year"], part["month"], part["day"])
    elif part["year_b"]:
        yield from _dates(part["year_b"], part["second"], part["first"])
        yield from _dates(part["year_b"], part["first"], part["second"])
    else:
        name, day, year = (part[f"{p}_c"] or part[f"{p}_d"] for p in ("name", "day", "year"))
        for number, month in enumerate(MONTHS, 1):
            if month.startswith(name.casefold()):
                yield from _dates(year, str(number), day)


def _dates(year: str, month: str, day: str) -> Iterator[date]:
    try:
        yield date(int(year), int(month), int(day))
    except ValueError:
        return
