"""Rows that only title a group of tasks (`AT THE BENCH`), told by capitals, a merged cell or a colon."""

from collections.abc import Iterator
from typing import Final

from job_profiles.by_unit import Complaint
from job_profiles.column_roles import Roles
from job_profiles.problem import Severity

_FEWEST_LETTERS: Final = 4


def section_rows(roles: Roles) -> frozenset[int]:
    """Return the rows of a table of tasks that title the rows below them.

    Such a row holds nothing but its name, and the next row that holds more names a task of its own.
    """
    task = roles.context.get("task")
    if task is None:
        return frozenset()
    signed = {row for row in _signed(roles, task.index) if _is_lone(roles, row)}
    return frozenset(_before_tasks(roles, task.index, signed))


def _signed(roles: Roles, col: int) -> list[int]:
    """Return the rows whose name is merged over columns, in capitals among others, or ends in a colon."""
    table = roles.table
    rows = table.view.rows
    merged = {row for row, first, last in table.view.across if first <= col < last}
    names = [(row, name) for row in table.body if type(name := rows[row][col]) is str]
    signed = [(row, n) for row, n in names if n[-1:] == ":" or row in merged or n.isupper()]
    plain = [row for row, name in signed if name[-1:] == ":" or row in merged]
    return plain + _loud(
        roles, [row for row, name in signed if _letters(name) >= _FEWEST_LETTERS], len(names)
    )


def _loud(roles: Roles, shouted: list[int], names: int) -> list[int]:
    """Return the lone names in capitals, where most of those that stand beside something else are not."""
    lone = [row for row in shouted if _is_lone(roles, row)]
    return lone if 2 * (len(shouted) - len(lone)) < names - len(lone) else []


def _letters(name: str) -> int:
    return sum(c.isalpha() for c in name)


def _is_lone(roles: Roles, row: int) -> bool:
    values = roles.table.view.rows[row][roles.table.first_col : roles.table.last_col + 1]
    return sum(v is not None for v in values) == 1


def _before_tasks(roles: Roles, col: int, signed: set[int]) -> Iterator[int]:
    """Yield those rows behind which, after others of their sort, a row with a name and more follows."""
    if not signed:
        return
    rows, follows = roles.table.view.rows, False
    for row in reversed(roles.table.body):
        if row not in signed:
            follows = rows[row][col] is not None and not _is_lone(roles, row)
        elif follows:
            yield row


def titles_group(name: str) -> Complaint:
    """Return the note that a row was read as the title of those below it."""
    return Complaint(
        Severity.NOTE,
        "section-title",
        f"“{name.strip()}” was read as the title of the rows below it, not as a task.",
        "Nothing needs doing; if it is a task, write its hours in its row.",
    )
