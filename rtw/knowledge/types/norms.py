"""Figures of healthy people: strength, dexterity, motion, touch."""

from dataclasses import dataclass
from itertools import pairwise

from rtw.domain.assessment.operation import Sex
from rtw.domain.capacity import Sensation
from rtw.domain.figure import HigherIs, SourceId, Verified
from rtw.domain.measures.followed import Followed
from rtw.domain.measures.norm import NormHand
from rtw.knowledge.types.sound_rows import require_ages, require_people, require_rising, require_spread


@dataclass(frozen=True, slots=True)
class Norm:
    """Mean and standard deviation of healthy people. `age_to` None: and older. Ages include both ends.

    `lowest` and `highest` are the extremes among those measured.
    """

    test: Followed
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
    lowest: float | None = None
    highest: float | None = None

    def __post_init__(self) -> None:
        """Refuse an age band or a spread that cannot be."""
        require_ages(self.age_from, self.age_to)
        require_spread(self.mean, self.sd)
        require_people(self.n)
        require_rising("lowest, mean and highest", self.lowest, self.mean, self.highest)


@dataclass(frozen=True, slots=True)
class OverallNorm:
    """Mean and standard deviation of healthy adults of all ages together."""

    test: Followed
    sex: Sex
    hand: NormHand
    mean: float
    sd: float
    unit: str
    verified: Verified
    source: SourceId

    def __post_init__(self) -> None:
        """Refuse a spread that cannot be."""
        require_spread(self.mean, self.sd)


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
        """Refuse percentiles that do not rise, and an age band that runs backwards."""
        require_ages(self.age_from, self.age_to)
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

    def __post_init__(self) -> None:
        """Refuse an angle no joint has, and a range that does not hold its own value."""
        require_rising("low, degrees and high", self.low, self.degrees, self.high)
        if not 0 <= self.degrees <= 180:
            raise ValueError(f"{self.degrees:g} degrees is no motion of a joint")


@dataclass(frozen=True, slots=True)
class Filament:
    """One monofilament: its marking and the force at which it bends, in gram-force."""

    size: float
    force_gf: float
    verified: Verified
    source: SourceId

    def __post_init__(self) -> None:
        """Refuse a filament without size or force."""
        if self.size <= 0 or self.force_gf <= 0:
            raise ValueError("a filament has a size and a force above zero")


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

    def __post_init__(self) -> None:
        """Refuse filaments that run backwards."""
        if self.from_size is not None and self.to_size is not None and self.from_size > self.to_size:
            raise ValueError(f"filaments {self.from_size:g} to {self.to_size:g} run backwards")


@dataclass(frozen=True, slots=True)
class TwoPointBand:
    """A band of static two-point discrimination at the fingertip, in millimetres (ends included)."""

    name: str
    from_mm: float | None
    to_mm: float | None
    verified: Verified
    source: SourceId
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a band that runs backwards or lies below zero."""
        if self.from_mm is not None and self.to_mm is not None and self.from_mm > self.to_mm:
            raise ValueError(f"{self.from_mm:g} to {self.to_mm:g} mm runs backwards")
        if any(end is not None and end <= 0 for end in (self.from_mm, self.to_mm)):
            raise ValueError("a distance lies above zero")
