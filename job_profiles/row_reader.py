"""What a reader of rows knows of its table and its answers, and what it tells is wrong in a cell."""

from dataclasses import dataclass, field

from job_profiles.answers import Answers
from job_profiles.by_unit import Complaint, Reading
from job_profiles.column_roles import Measured, Roles
from job_profiles.grid.cells import CellValue
from job_profiles.kinds import DemandKind, Hand
from job_profiles.problem import Problem
from job_profiles.view import View, written


@dataclass(slots=True)
class RowReader:
    """Reads the cells of a table's rows. `problems` gathers what is wrong in them."""

    roles: Roles
    answers: Answers
    problems: list[Problem] = field(default_factory=list)
    decimal_comma: bool = False
    text_file: bool = False
    aliases: tuple[tuple[str, str], ...] = ()
    legend: frozenset[str] = frozenset()
    row_kinds: dict[int, tuple[DemandKind, ...]] = field(default_factory=dict)
    title_kinds: tuple[DemandKind, ...] = ()
    section_hand: Hand | None = None
    _grouped: list[tuple[DemandKind, Hand | None, list[Measured]]] | None = None
    _read: dict[tuple[int, CellValue, type, DemandKind | None, str | None, str | None], Reading] = field(
        default_factory=dict
    )
    _load_columns: list[Measured] | None = None
    _hands_headed: tuple[Hand, ...] | None = None
    _letter_d: dict[int, Hand | None] = field(default_factory=dict)
    view: View = field(init=False)

    def __post_init__(self) -> None:
        self.view = self.roles.table.view

    def say(self, row: int, col: int, complaint: Complaint) -> None:
        """Keep a problem with the address of its cell."""
        value = self.view.rows[row][col] if col < self.view.width else None
        self.problems.append(
            Problem(
                complaint.severity,
                complaint.code,
                complaint.message,
                complaint.advice,
                self.view.name,
                self.view.address(row, col),
                written(value),
                complaint.asks,
                complaint.choices,
            )
        )
