"""A working week as a sheet writes it in one breath: days, times of the clock, breaks, hours of the week."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from job_profiles.clock_days import Stretch, clock_days
from job_profiles.hours_of_week import week_hours_in
from job_profiles.units import clean
from job_profiles.weekdays import days_in_words, days_named
from job_profiles.working_pattern import break_within, figure, unpaid

_LARGE_TOTAL: Final = re.compile(
    r"(?<![\d.,:/])(\d{2}(?:[.,]\d+)?(?:\s+\d/\d)?)\s*-?\s*(?:h|hrs?|hours?|std|stunden|heures?|horas?)\b",
    re.IGNORECASE,
)
_DAY_H: Final = 24.0
_SHORT_DAY_H: Final = 6.0
"""A day up to this long may be worked through without the break of the others."""

_ROUNDING_H: Final = 0.3
"""By how much hours of a week, as people round them, may miss the sum of its days."""


@dataclass(frozen=True, slots=True)
class WorkingWeek:
    """Hours worked on each day as they were read.

    `stated`: hours of the week that the text tells itself. `readings`: how else the days may count, without
    the break and with it. `break_open`: nothing says whether a break counts. `unread`: days named without a
    time that can be read. `turned`: times by twelve hours, as they stand.
    """

    stretches: tuple[Stretch, ...]
    stated: float | None
    readings: tuple[tuple[Stretch, ...], ...]
    break_open: bool
    unread: frozenset[int] = frozenset()
    turned: tuple[str, ...] = ()

    @property
    def hours(self) -> float:
        """Hours worked on the longest day."""
        return max(one.hours for one in self.stretches)

    @property
    def days(self) -> float | None:
        """Days of the week that have times; None where no day is named."""
        return float(sum(len(one.days) for one in self.stretches)) or None

    @property
    def week_hours(self) -> float | None:
        """Hours of all days together; None where no day is named."""
        return sum(len(one.days) * one.hours for one in self.stretches) or None

    @property
    def is_uneven(self) -> bool:
        """Whether the days differ in their hours."""
        return len({round(one.hours, 2) for one in self.stretches}) > 1

    @property
    def contradicts_itself(self) -> bool:
        """Whether the days do not come to the hours of the week that the text states."""
        return self.stated is not None and not comes_to(self.stretches, self.stated)


def in_words(stretches: tuple[Stretch, ...]) -> str:
    """Return days and their hours: `Mon-Thu 8.25 h, Fri 4.5 h`."""
    return ", ".join(f"{days_in_words(one.days)} {round(one.hours, 2):g} h".strip() for one in stretches)


def working_week(text: str) -> WorkingWeek | None:
    """Return the working week that a text tells by times of the clock; None where it tells none."""
    plain = clean(text)
    told = clock_days(plain)
    if not told.stretches:
        return None
    stated = _stated(plain)
    pause = break_within(plain, by_clock=True) or (
        (told.break_hours, unpaid(plain)) if told.break_hours else None
    )
    days = frozenset(day for one in told.stretches for day in one.days)
    without = frozenset(day for one in days_named(plain) if one.is_not for day in one.days) & days
    read = [_less(told.stretches, *one) for one in _breaks(told.stretches, pause, without)]
    fits = [one for one in read if stated is None or comes_to(one, stated)]
    settled = stated is not None and bool(fits) and bool(days)
    return WorkingWeek(
        fits[0] if fits else read[0],
        stated,
        tuple(dict.fromkeys(read)),
        pause is not None and pause[1] is None and not settled,
        told.unread,
        told.turned,
    )


def comes_to(stretches: tuple[Stretch, ...], hours: float) -> bool:
    """Whether the days of a week come to so many hours; where no days are named, five may."""
    made = sum((len(one.days) or 5) * one.hours for one in stretches)
    return abs(made - hours) <= _ROUNDING_H


def _breaks(
    stretches: tuple[Stretch, ...], pause: tuple[float, bool | None] | None, without: frozenset[int]
) -> Iterator[tuple[float, frozenset[int]]]:
    """Yield how a break may count, the likeliest first: its hours, and the days that go without it."""
    if pause is None or not pause[1]:
        yield 0.0, frozenset()
    if pause is None or pause[1] is False:
        return
    short = frozenset(day for one in stretches if one.hours <= _SHORT_DAY_H for day in one.days)
    for days in dict.fromkeys((without,) if without else (frozenset[int](), short)):
        yield pause[0], days


def _less(stretches: tuple[Stretch, ...], pause: float, without: frozenset[int]) -> tuple[Stretch, ...]:
    """Return the hours without a break, on all days but those that go without it."""
    made: list[Stretch] = []
    for one in stretches:
        spared = one.days & without
        if one.days - spared or not one.days:
            made.append(Stretch(one.days - spared, one.hours - pause))
        if spared:
            made.append(Stretch(spared, one.hours))
    return tuple(made)


def _stated(plain: str) -> float | None:
    """Return the hours of the week that a text tells: by name, or as hours that are too many for a day."""
    if (named := week_hours_in(plain)) is not None:
        return named
    found = (figure(match[1]) for match in _LARGE_TOTAL.finditer(plain))
    return next((hours for hours in found if hours > _DAY_H), None)
