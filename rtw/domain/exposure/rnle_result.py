"""What the lifting equation says of a lift: its limit at both ends, its index, its risk."""

from dataclasses import dataclass
from enum import StrEnum


class Risk(StrEnum):
    """What a lifting index says."""

    ACCEPTABLE = "acceptable"
    INCREASED = "increased"
    MOST = "most"

    @property
    def label(self) -> str:
        """The words shown."""
        return {
            "acceptable": "acceptable for nearly all healthy workers",
            "increased": "increased risk for some healthy workers",
            "most": "increased risk for most healthy workers",
        }[self.value]


@dataclass(frozen=True, slots=True)
class LiftEnd:
    """One end of a lift: the recommended weight limit and its multipliers; `om` is that of one hand."""

    rwl: float
    hm: float
    vm: float
    dm: float
    am: float
    fm: float
    cm: float
    om: float


@dataclass(frozen=True, slots=True)
class RnleResult:
    """The lower limit of both ends. The index is None without a load, and where nothing may be lifted."""

    rwl: float
    lifting_index: float | None
    risk: Risk | None
    lc: float
    governed_by: str
    hm: float
    vm: float
    dm: float
    am: float
    fm: float
    cm: float
    om: float
    origin: LiftEnd
    destination: LiftEnd | None
