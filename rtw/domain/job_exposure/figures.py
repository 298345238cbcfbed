"""The figures of a job at one choice of what is open: by effort, by task and hand, by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import isnan
from typing import Final

import numpy as np

from rtw.domain.exposure.model import Values
from rtw.domain.job_exposure.effort_value import Effort
from rtw.domain.job_exposure.lines import (
    JobFigures,
    LineCoefficients,
    LineFigures,
    Lines,
    TaskFigures,
    job_figures,
    line_figures,
    task_figures,
)
from rtw.domain.job_exposure.scenario import HANDS, Scenario, lines_of, reading

Key = tuple[int, ...]
"""What a figure belongs to: (effort), (task, hand) or (hand)."""

NONE: Final[frozenset[Key]] = frozenset()
Figures = dict[str, dict[Key, float]]
"""Figures of one scenario by name, each by what it belongs to."""


def figures_of(efforts: Sequence[Effort], scenario: Scenario, c: LineCoefficients) -> Figures:
    """Compute all figures of one scenario; but for the least, a group with an unread effort has none.

    Only at the most an effort counts that may fall on the other hand.
    """
    read = {
        i: found
        for i, effort in enumerate(efforts)
        if (scenario is Scenario.MOST or effort.is_certain) and (found := reading(effort, scenario, c.rsi))
    }
    lines = lines_of(tuple(read.values()))
    line = line_figures(lines, c)
    parts = task_figures(lines, line, c)
    open_tasks, open_hands = _open(efforts, read) if scenario is not Scenario.LEAST else (NONE, NONE)
    return {
        **_of_efforts(tuple(read), line),
        **_of_tasks(job_figures(lines, line, parts, c), parts, open_tasks),
        **_of_hands(lines, line, parts, c, open_hands),
    }


def _of_efforts(numbers: tuple[int, ...], line: LineFigures) -> Figures:
    named = (("rsi", line.rsi), ("line_damage", line.damage), ("repetitions", line.repetitions_per_day))
    return {name: _by(numbers, column) for name, column in named}


def _of_tasks(tasks: JobFigures, parts: TaskFigures, without: frozenset[Key]) -> Figures:
    """Put the parts of each task together: the index by hours, of activity and force the highest."""
    keys = tuple(zip(tasks.job.tolist(), tasks.hand.tolist(), strict=True))
    by_part = tuple(zip(parts.job.tolist(), parts.hand.tolist(), strict=True))
    named = (("hal", parts.hal), ("duty", parts.duty_percent), ("peak", parts.peak_share))
    return {
        "cosi": _by(keys, tasks.cusi, without),
        **{name: _highest(by_part, column, without) for name, column in named},
    }


def _of_hands(
    lines: Lines, line: LineFigures, parts: TaskFigures, c: LineCoefficients, without: frozenset[Key]
) -> Figures:
    """Put all parts of the job together on each hand."""
    whole = replace(parts, job=np.zeros_like(parts.job))
    job = job_figures(replace(lines, job=np.zeros_like(lines.job)), line, whole, c)
    hands = job.hand.tolist()
    return {"cusi": _by(hands, job.cusi, without), "damage": _by(hands, job.damage, without)}


def _highest(keys: Iterable[Key], column: Values, without: frozenset[Key]) -> dict[Key, float]:
    found: dict[Key, float] = {}
    for key, value in zip(keys, column.tolist(), strict=True):
        if key not in without:
            found[key] = max(value, found.get(key, value))
    return found


def _by(keys: Iterable[int | Key], column: Values, without: frozenset[Key] = frozenset()) -> dict[Key, float]:
    pairs = zip((key if isinstance(key, tuple) else (key,) for key in keys), column.tolist(), strict=True)
    return {key: value for key, value in pairs if key not in without and not isnan(value)}


def _open(efforts: Sequence[Effort], read: Iterable[int]) -> tuple[frozenset[Key], frozenset[Key]]:
    """Name the tasks and hands with an effort that was not read."""
    known = frozenset(read)
    unread = [effort for i, effort in enumerate(efforts) if i not in known]
    tasks = frozenset((e.place, HANDS.index(e.asked.side)) for e in unread)
    return tasks, frozenset((hand,) for _, hand in tasks)
