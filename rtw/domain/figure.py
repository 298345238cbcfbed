"""A published number that knows where it comes from and how well that is known."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

SourceId = NewType("SourceId", str)
"""The id of a source in the knowledge base."""


class Verified(StrEnum):
    """How well a figure is known: read in its source, read in a copy, or only commonly quoted."""

    YES = "yes"
    SECONDARY = "secondary"
    NO = "no"

    @property
    def label(self) -> str:
        """The words shown beside a figure."""
        return {
            "yes": "read in the source",
            "secondary": "read in a second-hand copy",
            "no": "commonly quoted, source not read",
        }[self.value]

    @property
    def is_marked(self) -> bool:
        """Whether a figure must carry a mark wherever it is shown."""
        return self is not Verified.YES


class HigherIs(StrEnum):
    """Which direction of a measure is the better one."""

    BETTER = "better"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Figure:
    """One published number. `value` is the one used; `low` and `high` the range its source gives.

    `where` is the page, table or part of the source, `population` what it was found on.
    """

    value: float
    unit: str
    meaning: str
    source: SourceId
    population: str
    verified: Verified
    where: str | None = None
    low: float | None = None
    high: float | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a range that does not hold its own value."""
        if self.low is not None and self.value < self.low:
            raise ValueError(f"value {self.value} lies below its own range, which begins at {self.low}")
        if self.high is not None and self.value > self.high:
            raise ValueError(f"value {self.value} lies above its own range, which ends at {self.high}")
