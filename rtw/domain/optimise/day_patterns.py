"""All ways to fill one day, counted out: what the best of each length comes to.

The solver does not need these figures to be right, only to prove sooner that it is: knapsack-like limits
on sixty days leave a gap that search closes slowly, and counting out a few thousand day patterns closes
it at once. A day with too many patterns is left to the search.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rtw.domain.optimise.frame import Frame, cap_holds
from rtw.domain.schedule.brief import Dose, ScheduleBrief, TaskNeed

Counts = NDArray[np.int64]

MOST_PATTERNS = 200_000
"""Above this many patterns of a day counting out costs more than it saves."""


@dataclass(frozen=True, slots=True)
class DayPatterns:
    """Best scores of one day by (days worked alike, length of the day), and the patterns that reach them.

    `best` holds (days, half-hours, score of all those days together); `optimal` holds the half-hours of
    each task behind the number of days.
    """

    best: tuple[tuple[int, int, int], ...]
    optimal: tuple[tuple[int, ...], ...]


def weight_of(dose: Dose, task: str, week: int) -> int:
    """Give the units of a dose that one half hour of the task uses that week."""
    return next((entry.per_half_hour[week] for entry in dose.weights if entry.task == task), 0)


def amounts_allowed(brief: ScheduleBrief, frame: Frame) -> tuple[tuple[int, ...], ...]:
    """Half-hours each task may have that day by itself: none, or from its least block to its most."""
    return tuple(
        _allowed(brief, frame, task, most) for task, most in zip(brief.tasks, frame.most, strict=True)
    )


def _allowed(brief: ScheduleBrief, frame: Frame, task: TaskNeed, most: int) -> tuple[int, ...]:
    top = min(most, frame.room)
    for index in frame.doses:
        dose = brief.doses[index]
        weight = weight_of(dose, task.name, frame.week)
        top = min(top, dose.daily[frame.week] // weight) if weight else top
    return (0, *range(task.min_block, top + 1))


def count_out(
    brief: ScheduleBrief, frame: Frame, scores: tuple[int, ...], counts: tuple[int, ...]
) -> DayPatterns | None:
    """Find the best patterns of a day worked alike on each number of days; None where there are too many.

    `scores` is per half-hour and task. Weekly limits count as if no other day of the week used them.
    """
    choices = amounts_allowed(brief, frame)
    if np.prod([len(choice) for choice in choices], dtype=float) > MOST_PATTERNS:
        return None
    patterns = _feasible(brief, frame, _all(choices))
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    optimal: list[tuple[int, ...]] = [(0,) * (1 + len(brief.tasks))]
    for count in counts:
        worked = _within_week(brief, frame, patterns, count)
        values = worked @ np.array(scores, dtype=np.int64)
        _add_best(worked, values, count, best, optimal)
    return DayPatterns(tuple(best), tuple(optimal))


def _add_best(
    patterns: Counts,
    values: Counts,
    count: int,
    best: list[tuple[int, int, int]],
    optimal: list[tuple[int, ...]],
) -> None:
    totals = patterns.sum(axis=1)
    for total in np.unique(totals[totals > 0]):
        of_length = totals == total
        top = values[of_length].max()
        best.append((count, int(total), count * int(top)))
        optimal += [(count, *map(int, row)) for row in patterns[of_length & (values == top)]]


def _within_week(brief: ScheduleBrief, frame: Frame, patterns: Counts, count: int) -> Counts:
    keep = np.ones(len(patterns), dtype=bool)
    for index in frame.doses:
        weekly = brief.doses[index].weekly
        if weekly is not None:
            keep &= count * _uses(brief, index, frame.week, patterns) <= weekly[frame.week]
    for cap in brief.hours_caps:
        if cap.weekly is not None and cap_holds(cap, frame.day):
            keep &= count * patterns.sum(axis=1) <= cap.weekly[frame.week]
    return np.asarray(patterns[keep])


def _uses(brief: ScheduleBrief, dose: int, week: int, patterns: Counts) -> Counts:
    weights = [weight_of(brief.doses[dose], task.name, week) for task in brief.tasks]
    return np.asarray(patterns @ np.array(weights, dtype=np.int64))


def _all(choices: tuple[tuple[int, ...], ...]) -> Counts:
    patterns = np.zeros((1, 0), dtype=np.int64)
    for choice in choices:
        left = np.repeat(patterns, len(choice), axis=0)
        right = np.tile(np.array(choice, dtype=np.int64), len(patterns))[:, None]
        patterns = np.concatenate([left, right], axis=1)
    return patterns


def _feasible(brief: ScheduleBrief, frame: Frame, patterns: Counts) -> Counts:
    totals = patterns.sum(axis=1)
    least = brief.min_day.half_hours if brief.min_day else 1
    keep = (totals <= frame.room) & ((totals == 0) | (totals >= least))
    for index in frame.doses:
        keep &= _uses(brief, index, frame.week, patterns) <= brief.doses[index].daily[frame.week]
    return np.asarray(patterns[keep])
