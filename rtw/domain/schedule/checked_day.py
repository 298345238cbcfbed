"""A schedule's days as the checker reads them, and whether the schedule is one at all."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from rtw.domain.dates import day_in_words
from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.values import Day, Schedule, Week
from rtw.domain.schedule.violation import Breach, Violation


@dataclass(frozen=True, slots=True)
class CheckedDay:
    """One day of a schedule with its date; `week` counts from 1, amounts are hours."""

    week: int
    on: date
    amounts: tuple[tuple[str, Fraction], ...]
    away_h: Fraction

    @property
    def hours(self) -> Fraction:
        """Hours of all work that day."""
        return sum((hours for _, hours in self.amounts), Fraction(0))

    @property
    def named(self) -> str:
        """The date as a sentence begins with it."""
        return f"{self.on:%a} {self.on.day} {self.on:%B}"


def checked_days(schedule: Schedule) -> list[CheckedDay]:
    """All days of a schedule in order of date."""
    days = [_checked(week, day) for week in schedule.weeks for day in week.days]
    return sorted(days, key=lambda day: day.on)


def in_hours(half_hours: int) -> Fraction:
    """Blocks of a brief as hours."""
    return Fraction(half_hours, 2)


def words_of(hours: Fraction) -> str:
    """Hours as a sentence says them."""
    return f"{float(hours):g} h"


def _checked(week: Week, day: Day) -> CheckedDay:
    amounts = tuple((entry.task, Fraction(entry.half_hours, 2)) for entry in day.tasks)
    on = week.monday + timedelta(days=day.weekday)
    return CheckedDay(week.index, on, amounts, Fraction(day.away_h))


def form_problems(schedule: Schedule, brief: ScheduleBrief) -> tuple[Violation, ...]:
    """Say what keeps a value from being a schedule of this brief: weeks, unknown tasks, doubled entries."""
    return tuple(Violation(Breach.NOT_A_SCHEDULE, words) for words in _malformed(schedule, brief))


def _malformed(schedule: Schedule, brief: ScheduleBrief) -> Iterator[str]:
    if [week.index for week in schedule.weeks] != list(range(1, brief.weeks + 1)):
        yield f"The schedule must have weeks 1 to {brief.weeks}, each once."
    for week in schedule.weeks:
        if week.monday != brief.start + timedelta(days=7 * (week.index - 1)):
            yield f"Week {week.index} must begin 7 × {week.index - 1} days after {day_in_words(brief.start)}."
        if any(count > 1 for count in Counter(day.weekday for day in week.days).values()):
            yield f"Week {week.index} names a weekday twice."
        for day in week.days:
            yield from _malformed_day(week, day, brief)


def _malformed_day(week: Week, day: Day, brief: ScheduleBrief) -> Iterator[str]:
    where = f"Week {week.index}, day {day.weekday}"
    if not 0 <= day.weekday <= 6:
        yield f"{where}: there is no such weekday."
    if any(count > 1 for count in Counter(entry.task for entry in day.tasks).values()):
        yield f"{where}: a task stands there twice."
    known = {task.name for task in brief.tasks}
    for entry in day.tasks:
        if entry.task not in known:
            yield f"{where}: “{entry.task}” is not a task of this job."
        if entry.half_hours < 1:
            yield f"{where}: {entry.task} must have at least one half hour."
