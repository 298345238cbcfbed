"""Which days have which times of the clock: `Mon-Thu 8.30-5.30, Fri 8.30-1`, `8-12 and 13-17 Mon-Fri`."""

import re
from dataclasses import dataclass
from typing import Final

from job_profiles.clock_times import CLOCK, begin_of, is_sure_clock, is_turned, span_hours
from job_profiles.weekdays import NamedDays, days_named

_FILLS: Final = re.compile(r"[\s:;,.()-]*(?:from|von|de|desde|is|are)?[\s:;,.()-]*", re.IGNORECASE)
_AND: Final = re.compile(r"\s*(?:[,;&+/]|and|und|et|y)\s*", re.IGNORECASE)
_OF_A_BREAK: Final = re.compile(
    r"\b(?:lunch|dinner|supper|tea|coffee|break|meal|rest|pause|mittag\w*|repas|comida|descanso|almuerzo)"
    r"\w*\W*(?:from|at|of|von|de)?\W*$",
    re.IGNORECASE,
)
_SHORTEST_BARE_H: Final = 2.0
"""Two bare numbers closer than this are no times: `4-5`."""

_LONGEST_DAY_H, _LONGEST_GAP_H = 12.0, 3.0
"""Two times of one day are its halves where they stay within this, with no longer pause between them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days that have the same times: 0 Monday to 6 Sunday, none where the text names none; hours of each."""

    days: frozenset[int]
    hours: float


@dataclass(frozen=True, slots=True)
class ClockDays:
    """What a text tells by the clock: its stretches, hours of a break told so, and days without a time.

    `turned` holds times written by twelve hours, as they stand: `8.30-5.30`.
    """

    stretches: tuple[Stretch, ...]
    break_hours: float
    unread: frozenset[int]
    turned: tuple[str, ...]


@dataclass(slots=True)
class _Part:
    days: frozenset[int]
    begin: float
    hours: float


def clock_days(plain: str) -> ClockDays:
    """Return the days and times of a cleaned text."""
    named = [one for one in days_named(plain) if not one.is_not]
    clocks = [one for one in CLOCK.finditer(plain) if _may_be_worked(one)]
    breaks = [one for one in clocks if _OF_A_BREAK.search(plain[: one.start()])]
    worked = [one for one in clocks if one not in breaks]
    parts: list[_Part] = []
    turned: list[str] = []
    for at, clock in enumerate(worked):
        days = _days_of(plain, worked, at, named)
        if days is None and not is_sure_clock(clock) and not _goes_on(plain, worked, at, parts):
            continue
        _take(parts, _Part(days or frozenset(), begin_of(clock), span_hours(clock)))
        if is_turned(clock):
            turned.append(clock[0].strip())
    used = frozenset(day for part in parts for day in part.days)
    all_named = frozenset(day for one in named for day in one.days)
    unread = all_named - used if used else frozenset()
    stretches = tuple(Stretch(part.days, part.hours) for part in parts)
    return ClockDays(stretches, sum(map(span_hours, breaks)), unread, tuple(turned))


def _may_be_worked(clock: re.Match[str]) -> bool:
    """Whether two numbers may be times: `7h-8h` is as likely from seven to eight hours."""
    least = 0.0 if is_sure_clock(clock) else _SHORTEST_BARE_H
    return span_hours(clock) > least


def _goes_on(plain: str, clocks: list[re.Match[str]], at: int, parts: list[_Part]) -> bool:
    """Whether two bare numbers stand right behind times of a day: `Mon-Fri 8-12, 13-17`."""
    return bool(parts) and _AND.fullmatch(plain[clocks[at - 1].end() : clocks[at].start()]) is not None


def _take(parts: list[_Part], part: _Part) -> None:
    """Keep times; those without days of their own are the other half of a day, or another shift of it."""
    if parts and not part.days:
        last = parts[-1]
        begin = part.begin if part.begin >= last.begin + last.hours else part.begin + 12
        gap = begin - last.begin - last.hours
        if 0 < gap <= _LONGEST_GAP_H and last.hours + part.hours <= _LONGEST_DAY_H:
            last.hours = begin + part.hours - last.begin - gap
        return
    known = {day for one in parts for day in one.days}
    if not part.days or not part.days <= known:
        parts.append(_Part(part.days - known, part.begin, part.hours))


def _days_of(
    plain: str, clocks: list[re.Match[str]], at: int, named: list[NamedDays]
) -> frozenset[int] | None:
    """Return the days that stand nearest to a time, before or behind it as the text begins; None: none."""
    if not named:
        return None
    clock = clocks[at]
    if named[0].start < clocks[0].start():
        since = clocks[at - 1].end() if at else 0
        near = [one for one in named if since <= one.start and one.end <= clock.start()]
        between = plain[near[-1].end : clock.start()] if near else ""
    else:
        until = clocks[at + 1].start() if at + 1 < len(clocks) else len(plain)
        near = [one for one in named if clock.end() <= one.start and one.end <= until][:1]
        between = plain[clock.end() : near[-1].start] if near else ""
    if not near or not (is_sure_clock(clock) or _FILLS.fullmatch(between)):
        return None
    return near[-1].days
