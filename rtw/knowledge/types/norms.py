"""Figures of healthy people: strength, dexterity, motion, touch."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rtw.domain.assessment.operation import Sex
from rtw.domain.capacity import Sensation
from rtw.domain.figure import SourceId, Verified


class NormHand(StrEnum):
    """The hand a norm is for; some tables give the better hand only."""

    RIGHT = "right"
    LEFT = "left"
    DOMINANT = "dominant"
    NON_DOMINANT = "non_dominant"
    BEST = "best"


class HigherIs(StrEnum):
    """Which direction of a measure is the better one."""

    BETTER = "better"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Norm:
    """Mean and standard deviation of healthy people. `age_to` None: and older. Ages include both ends."""

    test: str
    sex: Sex
    hand: NormHand
    age_from: int
    age_to: int | None
    mean: float
    sd: float
    unit: str
    higher_is: HigherIs
    verified: Verified
    source: SourceId
    n: int | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse an age band or a spread that cannot be."""
        if self.age_to is not None and self.age_to < self.age_from:
            raise ValueError(f"age band {self.age_from} to {self.age_to} runs backwards")
        if self.sd <= 0 or self.mean <= 0:
            raise ValueError("mean and standard deviation are above zero")


@dataclass(frozen=True, slots=True)
class GripPercentiles:
    """Percentiles of grip of one sex and age band, in the unit given."""

    sex: Sex
    age_from: int
    age_to: int
    unit: str
    p5: float
    p10: float
    p20: float
    p30: float
    p40: float
    p50: float
    p60: float
    p70: float
    p80: float
    p90: float
    p95: float
    verified: Verified
    source: SourceId

    def __post_init__(self) -> None:
        """Refuse percentiles that do not rise."""
        steps = [value for _, value in self.points]
        if any(left >= right for left, right in pairwise(steps)):
            raise ValueError("percentiles must rise from left to right")

    @property
    def points(self) -> tuple[tuple[int, float], ...]:
        """Each percentile with its value, lowest first."""
        ranks = (5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95)
        return tuple((rank, float(getattr(self, f"p{rank}"))) for rank in ranks)


@dataclass(frozen=True, slots=True)
class MotionNorm:
    """Normal range of one motion, as one authority gives it."""

    joint: str
    motion: str
    degrees: float
    authority: str
    verified: Verified
    source: SourceId
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Filament:
    """One monofilament: its marking and the force at which it bends, in gram-force."""

    size: float
    force_gf: float
    verified: Verified
    source: SourceId


@dataclass(frozen=True, slots=True)
class TouchCategory:
    """A grade of touch and the filaments (inclusive) that are the lightest felt in it."""

    grade: Sensation
    name: str
    from_size: float | None
    to_size: float | None
    usual_colour: str
    verified: Verified
    source: SourceId


@dataclass(frozen=True, slots=True)
class TwoPointBand:
    """A band of static two-point discrimination at the fingertip, in millimetres (ends included)."""

    name: str
    from_mm: float | None
    to_mm: float | None
    verified: Verified
    source: SourceId
    note: str | None = None
