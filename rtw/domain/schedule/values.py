"""A graded schedule as values: weeks of days of tasks in half-hour blocks, with bouts, breaks and reasons."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rtw.domain.hands import Side

BLOCK_H = 0.5
"""Length of a block in hours. A convention: half an hour is the finest step a supervisor can keep."""

BLOCK_MIN = 30
"""The same length in minutes."""


class BindKind(StrEnum):
    """What sort of thing stops a week from holding more work."""

    DOSE = "dose"
    HOURS = "hours"
    GROWTH = "growth"
    GATE = "gate"
    OFFER = "offer"
    DAY = "day"
    REST = "rest"
    RESERVE = "reserve"

    @property
    def label(self) -> str:
        """The sort as a person reads it."""
        return _BIND_LABELS[self]


_BIND_LABELS = {
    BindKind.DOSE: "Dose on the hand",
    BindKind.HOURS: "Hours",
    BindKind.GROWTH: "Growth per week",
    BindKind.GATE: "Closed gate",
    BindKind.OFFER: "What the employer offers",
    BindKind.DAY: "Shortest block or day",
    BindKind.REST: "Rest days",
    BindKind.RESERVE: "Kept in reserve",
}


@dataclass(frozen=True, slots=True)
class TaskHours:
    """How much of one task stands in one day, in half-hour blocks (1 or more)."""

    task: str
    half_hours: int

    @property
    def hours(self) -> float:
        """The same in hours."""
        return self.half_hours * BLOCK_H


@dataclass(frozen=True, slots=True)
class Day:
    """One weekday (0 Monday) of a week. A day without tasks is a day off; `away_h` is time at treatment."""

    weekday: int
    tasks: tuple[TaskHours, ...] = ()
    away_h: float = 0.0

    @property
    def half_hours(self) -> int:
        """Blocks worked that day, all tasks together."""
        return sum(task.half_hours for task in self.tasks)

    @property
    def hours(self) -> float:
        """Hours worked that day, all tasks together."""
        return self.half_hours * BLOCK_H

    def half_hours_of(self, task: str) -> int:
        """Blocks of one task that day; 0 where it does not stand."""
        return sum(entry.half_hours for entry in self.tasks if entry.task == task)


@dataclass(frozen=True, slots=True)
class Bind:
    """One reason why a week holds no more work.

    `limit` is the sentence for the clinician; `helps` says what would loosen it. `source` is a
    knowledge id where a published rule stands behind the limit.
    """

    limit: str
    side: Side | None = None
    task: str | None = None
    source: str | None = None
    helps: str | None = None
    kind: BindKind = BindKind.DOSE


@dataclass(frozen=True, slots=True)
class Week:
    """Week `index` (1 is the first) that begins on `monday`, with what binds it."""

    index: int
    monday: date
    days: tuple[Day, ...]
    binds: tuple[Bind, ...] = ()

    @property
    def half_hours(self) -> int:
        """Blocks worked that week."""
        return sum(day.half_hours for day in self.days)

    @property
    def hours(self) -> float:
        """Hours worked that week."""
        return self.half_hours * BLOCK_H


@dataclass(frozen=True, slots=True)
class Bout:
    """The longest stretch of a task without a change of task or a break, in minutes."""

    task: str
    max_minutes: int

    def __post_init__(self) -> None:
        """Refuse a stretch of nothing: a task that may not be done at all is not scheduled."""
        if self.max_minutes < 1:
            raise ValueError("A stretch has at least one minute")


@dataclass(frozen=True, slots=True)
class BreakRule:
    """A break of `minutes` after at most `after_minutes` at work. Breaks lie within the working time.

    `origin` says where the rule comes from ("convention", "therapist"); `source` is a knowledge id.
    """

    after_minutes: int
    minutes: int
    origin: str
    source: str | None = None

    def __post_init__(self) -> None:
        """Refuse a rule that leaves no time between breaks."""
        if self.after_minutes < 1 or self.minutes < 0:
            raise ValueError("A break follows at least one minute of work")


@dataclass(frozen=True, slots=True)
class Schedule:
    """The graded schedule. `full_duty_week` is the first week from which every task stands at its full hours.

    None: full duty is not reached within the weeks of this schedule, or a gate is closed.
    """

    weeks: tuple[Week, ...]
    full_duty_week: int | None
    bouts: tuple[Bout, ...]
    breaks: BreakRule

    def week(self, index: int) -> Week | None:
        """Return the week with that number, or None."""
        return next((week for week in self.weeks if week.index == index), None)
