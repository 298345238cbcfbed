"""What the reader library leaves out of a sheet: error cells, per cent formats, lost formulas, comments."""

from dataclasses import dataclass, field
from typing import Final

from job_profiles.grid.cells import Comment, Merge

Place = tuple[int, int]

MOST_COMMENTS: Final = 200
"""Comments of one sheet that are told of; their texts are cut at LONGEST_COMMENT."""

LONGEST_COMMENT: Final = 500


@dataclass(slots=True)
class Marks:
    """Findings on one sheet by (row, column). Filled while scanning, then read once."""

    errors: dict[Place, str] = field(default_factory=dict)
    percents: list[Place] = field(default_factory=list)
    durations: dict[Place, str] = field(default_factory=dict)
    lost_formulas: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
