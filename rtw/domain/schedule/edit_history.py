"""What was changed in a schedule, step by step, so that every step can be taken back and made again."""

from collections.abc import Iterator
from dataclasses import dataclass

from rtw.domain.schedule.edits import set_half_hours
from rtw.domain.schedule.values import Schedule

MOST_STEPS = 30
"""How many steps are kept for taking back (convention)."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell of the grid: half hours of `task` on a day, before and after."""

    week: int
    weekday: int
    task: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class EditStep:
    """One act of the therapist, in words ("Copied week 2 forward"), with every cell it changed."""

    words: str
    changes: tuple[CellChange, ...]


def difference(before: Schedule, after: Schedule) -> tuple[CellChange, ...]:
    """List the cells in which two schedules of the same weeks differ."""
    old, new = dict(_cells(before)), dict(_cells(after))
    places = sorted(old.keys() | new.keys())
    return tuple(
        CellChange(*place, old.get(place, 0), new.get(place, 0))
        for place in places
        if old.get(place, 0) != new.get(place, 0)
    )


def undone(schedule: Schedule, step: EditStep) -> Schedule:
    """Put every cell of a step back to what it was."""
    for change in step.changes:
        schedule = set_half_hours(schedule, change.week, change.weekday, change.task, change.before)
    return schedule


def redone(schedule: Schedule, step: EditStep) -> Schedule:
    """Make a step once more."""
    for change in step.changes:
        schedule = set_half_hours(schedule, change.week, change.weekday, change.task, change.after)
    return schedule


def _cells(schedule: Schedule) -> Iterator[tuple[tuple[int, int, str], int]]:
    for week in schedule.weeks:
        for day in week.days:
            for entry in day.tasks:
                yield (week.index, day.weekday, entry.task), entry.half_hours
