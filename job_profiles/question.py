"""One question about the demands of a job, with the cells that it is about."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import Final

from job_profiles.draft import TaskDraft
from job_profiles.problem import AnswerField, Choice, Problem, Severity
from job_profiles.profile import Demand, Task

Pairs = list[tuple[Task, Demand]]
MOST_FIELDS: Final = 24
"""Fields of one question; what is beyond them is asked once these are answered."""


def question(
    code: str,
    message: str,
    advice: str,
    pairs: Pairs,
    asks: str,
    choices: tuple[Choice, ...] = (),
    fields: Iterable[AnswerField] = (),
) -> Problem:
    """Return a question; `pairs` are the tasks and demands it is about, whose cells it names."""
    first = pairs[0][1] if pairs else None
    cells = ", ".join(d.cell or "" for _, d in pairs[:12]) + (" …" if len(pairs) > 12 else "")
    return Problem(
        Severity.QUESTION,
        code,
        message,
        advice,
        first.sheet if first else None,
        first.cell if first else None,
        cells or None,
        asks,
        choices,
        tuple(islice(dict.fromkeys(fields), MOST_FIELDS)),
    )


def at_tasks(asked: Problem, tasks: Iterable[TaskDraft]) -> Problem:
    """Return a question at the cell that names the first of its tasks; unchanged where no cell names one."""
    named = [t for t in tasks if t.name_cell is not None and t.name_sheet is not None]
    if not named:
        return asked
    cells = ", ".join(t.name_cell or "" for t in named[:12]) + (" …" if len(named) > 12 else "")
    return replace(asked, sheet=named[0].name_sheet, cell=named[0].name_cell, found=cells)
