"""What stands in a row of a table besides its demands, and what the walk through the table knows."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from job_profiles.blocks import Table
from job_profiles.by_unit import Reading
from job_profiles.column_roles import Roles
from job_profiles.draft import JobDraft, TaskDraft
from job_profiles.grid.cells import CellValue
from job_profiles.problem import Problem, Severity
from job_profiles.rows import TableReader

if TYPE_CHECKING:
    from job_profiles.sheet_walk import SheetWalk


_OF_THE_DEMAND: Final = frozenset(
    {"demand", "hand", "unit", "quality", "remark", "tool", "environment", "asked", "ignored"}
)
"""Columns that say nothing of the job or the task of a row."""


@dataclass(slots=True)
class RowContext:
    """Knows the table, its reader, and the job and task of the row in hand."""

    sheet: "SheetWalk"
    table: Table
    roles: Roles
    reader: TableReader
    job: JobDraft = field(init=False)
    task: TaskDraft | None = None
    task_text: str | None = None
    unnamed: int = 0
    frame: tuple[int, ...] = ()
    frame_before: list[CellValue] | None = None
    read_before: dict[tuple[int, type, CellValue, str | None], Reading] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.job = self.sheet.job
        self.task = self.sheet.task_draft
        columns = [*self.roles.context.items(), *(("hours", m.column) for m in self.roles.task_hours)]
        self.frame = tuple(column.index for name, column in columns if name not in _OF_THE_DEMAND)

    def _at(self, row: int, name: str) -> CellValue:
        column = self.roles.context.get(name)
        return None if column is None else self.table.view.rows[row][column.index]

    def _address(self, row: int, name: str) -> str:
        return self.table.view.address(row, self.roles.context[name].index)

    def _problem(
        self,
        severity: Severity,
        code: str,
        message: str,
        advice: str,
        cell: str,
        found: str,
        asks: str | None = None,
    ) -> None:
        self.reader.problems.append(
            Problem(severity, code, message, advice, self.table.view.name, cell, found, asks)
        )

    def sheet_yes_no(self, value: CellValue, address: str, name: str) -> bool | None:
        """Read a yes-or-no cell of this table."""
        return self.sheet.says_yes(value, address, name)
