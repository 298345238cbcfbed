"""The first cells of a column, by which it is told what the column holds."""

from collections.abc import Iterable

from job_profiles.blocks import Column, Table
from job_profiles.column_roles import SAMPLE
from job_profiles.grid.cells import CellValue


def sample(table: Table, column: Column) -> list[CellValue]:
    """Return the first non-blank cells of a column."""
    found: list[CellValue] = []
    for row in table.body[:2000]:
        value = table.view.rows[row][column.index]
        if value is not None:
            found.append(value)
            if len(found) >= SAMPLE:
                break
    return found


def share(values: Iterable[bool]) -> float:
    """Return how many of all are true, from 0 to 1; 0 of none."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0
