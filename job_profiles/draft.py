"""Demands, tasks and jobs while they are being put together out of cells."""

from dataclasses import dataclass, field
from typing import Any

from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.profile import FrequencyScale, Range
from job_profiles.view import View
from job_profiles.working_week import WorkingWeek


@dataclass(slots=True)
class DemandDraft:
    """A demand in the making. `facts` hold field → value as `measures` names them."""

    kind: DemandKind
    sheet: str
    row: int
    cell: str = ""
    as_written: str = ""
    rank: int = 99
    hand: Hand | None = None
    hand_open: bool = False
    open_to: tuple[DemandKind, ...] = ()
    quality: Quality | None = None
    tool: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    cols: dict[str, int] = field(default_factory=dict)
    view: View | None = None
    given: list[str] = field(default_factory=list)

    def place(self, name: str) -> tuple[str, str]:
        """Return address and content of the cell that told a field, or of the main cell."""
        if self.view is None or name not in self.cols:
            return self.cell, self.as_written
        col = self.cols[name]
        return self.view.address(self.row, col), self.view.said(self.row, col)


@dataclass(slots=True)
class TaskDraft:
    """A task in the making; cells are kept for what has to be said about it."""

    name: str
    essential: bool | None = None
    hours: float | None = None
    hours_range: tuple[float, float | None] | None = None
    week_hours: float | None = None
    hours_share: tuple[float | None, float | None] | None = None
    modifiable: bool | None = None
    hours_cell: str | None = None
    name_cell: str | None = None
    name_sheet: str | None = None
    sheet: str | None = None
    demands: list[DemandDraft] = field(default_factory=list)
    named: bool = True
    given: list[str] = field(default_factory=list)

    def named_at(self, sheet: str, cell: str) -> None:
        """Keep where the task is named; what is told of its hours later may stand on another sheet."""
        self.name_sheet, self.name_cell, self.sheet = sheet, cell, sheet


@dataclass(frozen=True, slots=True)
class TotalDraft:
    """Hours that a row of totals gives, and where."""

    hours: float
    sheet: str
    cell: str
    found: str


@dataclass(slots=True)
class JobDraft:
    """A job in the making."""

    title: str | None = None
    employer: str | None = None
    occupation_code: str | None = None
    shift_hours: float | None = None
    days_per_week: float | None = None
    scale: FrequencyScale | None = None
    shift_cell: str | None = None
    shift_found: str | None = None
    sheet: str | None = None
    tasks: dict[str, TaskDraft] = field(default_factory=dict)
    span: Range | None = None
    shift_broken: bool = False
    cycle_s: float | None = None
    week_hours: float | None = None
    week_cell: str | None = None
    week_told: WorkingWeek | None = None
    totals: list[TotalDraft] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    rest_is_known: bool = False

    def task(self, name: str) -> TaskDraft:
        """Return the task of that name, made on first mention."""
        found = self.tasks.get(name)
        if found is None:
            found = self.tasks[name] = TaskDraft(name)
        return found
