"""What the columns of a table can do, and what they do in one table."""

from dataclasses import dataclass, field
from typing import Final

from job_profiles.blocks import Column, Table
from job_profiles.kinds import DemandKind, Hand

SAMPLE: Final = 60


def column_key(table: Table, column: Column) -> str:
    """Return the key of answers about a column: `Sheet!F`; `Sheet!10` where a row of the sheet is meant.

    `Sheet!A6` is the first of the keys of cards.
    """
    return f"{table.view.name}!{table.view.line(column.index)}"


@dataclass(slots=True)
class Measured:
    """A column of values: its role, kinds and hand. Not `own`: its heading itself names no kind.

    `part` is set where each cell holds amounts of both hands: which of the two is meant.
    """

    column: Column
    role: str
    kinds: tuple[DemandKind, ...] = ()
    hand: Hand | None = None
    letters: bool = False
    fractions: bool = False
    wide: bool = False
    own: bool = True
    part: int | None = None


@dataclass(slots=True)
class Roles:
    """The columns of one table by what they do."""

    table: Table
    context: dict[str, Column] = field(default_factory=dict)
    remarks: list[Column] = field(default_factory=list)
    measured: list[Measured] = field(default_factory=list)
    ticks_band: list[Column] = field(default_factory=list)
    ticks_hand: list[Column] = field(default_factory=list)
    ticks_span: list[Column] = field(default_factory=list)
    kind_hands: list[Column] = field(default_factory=list)
    band_labels: Column | None = None
    task_hours: list[Measured] = field(default_factory=list)
    unknown: list[Column] = field(default_factory=list)
    spelt: list[Column] = field(default_factory=list)
    taken_as_task: Column | None = None
    joined: list[Measured] = field(default_factory=list)
    held_kinds: dict[int, DemandKind] = field(default_factory=dict)
    passed_over: list[Column] = field(default_factory=list)
    units: list[Column] = field(default_factory=list)
    week_hours: Column | None = None
    trials: list[Column] = field(default_factory=list)
    postures: list[Column] = field(default_factory=list)
    hour_units: dict[int, int] = field(default_factory=dict)
    within_cycle: list[Column] = field(default_factory=list)
    bare: list[Measured] = field(default_factory=list)
    bare_open: list[Column] = field(default_factory=list)
    tells_of_tools: bool = False

    @property
    def is_wide(self) -> bool:
        """Whether kinds stand in the headings."""
        return any(m.kinds for m in self.measured)

    @property
    def asks_demands(self) -> bool:
        """Whether rows or columns name kinds of demand, or tools."""
        return (
            "demand" in self.context
            or self.is_wide
            or bool(self.postures)
            or self.band_labels is not None
            or self.is_tool_list
            or bool(self.bare)
            or self.tells_of_tools
        )

    @property
    def is_tool_list(self) -> bool:
        """Whether each row is a tool."""
        tool = self.context.get("tool")
        return (
            tool is not None
            and "demand" not in self.context
            and tool.index <= min((m.column.index for m in self.measured), default=0)
            and not self.ticks_band
            and any(
                m.role in {"load", "tool_weight", "vibration", "trigger", "running"}
                or DemandKind.HAND_ARM_VIBRATION in m.kinds
                for m in self.measured
            )
        )
