"""What the reader library leaves out of a sheet: error cells, per cent formats, lost formulas."""

from dataclasses import dataclass, field

from job_profiles.grid.cells import Merge

Place = tuple[int, int]


@dataclass(slots=True)
class Marks:
    """Findings on one sheet by (row, column). Filled while scanning, then read once."""

    errors: dict[Place, str] = field(default_factory=dict)
    percents: list[Place] = field(default_factory=list)
    durations: dict[Place, str] = field(default_factory=dict)
    lost_formulas: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
