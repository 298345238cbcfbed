"""Running numbers are no names: a task is called by the words that stand beside its number."""

import re
from typing import Final

from job_profiles.blocks import Column
from job_profiles.column_roles import Roles
from job_profiles.grid.cells import CellValue
from job_profiles.headings import heading_of
from job_profiles.samples import sample
from job_profiles.view import is_number, written
from job_profiles.vocabulary.words import fold, words

_NUMBER: Final = re.compile(
    r"\s*(?:(?:no|nr|num|n)?[.°#]?\s*)?\d{1,4}(?:[.-]\d{1,3})*\s*[.):]?\s*", re.IGNORECASE
)
_NAMING: Final = ("task", "activity", "german_job", "job")


def name_tasks_by_words(roles: Roles) -> None:
    """Name the tasks by a column of words where the column taken for them only counts the rows."""
    numbers = roles.context.get("task")
    if numbers is None or not _counts_rows(sample(roles.table, numbers)):
        return
    beside = [c for c in (*roles.passed_over, *roles.remarks, *roles.unknown) if c.index != numbers.index]
    named = [c for c in beside if _names_tasks(roles, c) and _holds_words(sample(roles.table, c))]
    if not named:
        return
    column = min(named, key=lambda c: (c.index < numbers.index, abs(c.index - numbers.index)))
    roles.context["task"] = column
    roles.context.setdefault("reference", numbers)
    for listed in (roles.passed_over, roles.remarks, roles.unknown):
        if column in listed:
            listed.remove(column)


def _counts_rows(values: list[CellValue]) -> bool:
    return len(values) > 1 and all(is_number(v) or _NUMBER.fullmatch(written(v)) for v in values)


def _names_tasks(roles: Roles, column: Column) -> bool:
    """Whether a heading may head names: a word for a task, or a description right beside the number."""
    lowest = written(roles.table.view.rows[column.row][column.index]) if column.text else ""
    described = fold(lowest) in words("fillers", "descriptions")
    return column.heading.has(*_NAMING) or heading_of(lowest).has(*_NAMING) or described


def _holds_words(values: list[CellValue]) -> bool:
    texts = [v for v in values if isinstance(v, str) and sum(c.isalpha() for c in v) > 2]
    return bool(values) and len(texts) > 0.7 * len(values) and len(set(texts)) > 0.5 * len(texts)
