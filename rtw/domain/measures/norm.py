"""Norms of healthy people: one row of an authority for one sex, hand and band of ages."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from rtw.domain.assessment.operation import Sex
from rtw.domain.figure import HigherIs, SourceId, Verified
from rtw.domain.hands import Side


class NormHand(StrEnum):
    """The hand a norm is for; some tables give the better hand only, some do not tell hands apart."""

    RIGHT = "right"
    LEFT = "left"
    DOMINANT = "dominant"
    NON_DOMINANT = "non_dominant"
    BEST = "best"
    ANY = "any"

    @property
    def label(self) -> str:
        """The hand as a person reads it."""
        return {
            "best": "better hand",
            "any": "hands not told apart",
            "non_dominant": "non-dominant hand",
        }.get(self.value, f"{self.value} hand")

    def fits(self, side: Side, dominant: Side | None) -> bool:
        """Whether figures for this hand may be held against one hand of the patient."""
        if self in (NormHand.BEST, NormHand.ANY):
            return True
        if self in (NormHand.RIGHT, NormHand.LEFT):
            return self.value == side.value
        return dominant is not None and (side is dominant) is (self is NormHand.DOMINANT)


@dataclass(frozen=True, slots=True)
class NormBand:
    """One row of an authority: one sex, hand and age band (ends included; `age_to` None: and older).

    Either `mean` and `sd`, or `points`: pairs of percentile and value, rising. In newton or seconds.
    `published` are the figures in the authority's own unit.
    """

    source: SourceId
    sex: Sex
    hand: NormHand
    age_from: int
    age_to: int | None
    higher_is: HigherIs
    published: str
    meaning: str
    population: str
    verified: Verified
    mean: float | None = None
    sd: float | None = None
    points: tuple[tuple[float, float], ...] = ()
    where: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a band without a mean and its spread or percentiles, and percentiles that fall."""
        if (self.mean is None or self.sd is None) == (not self.points):
            raise ValueError("a norm is a mean with its spread, or percentiles")
        if any(low[1] >= high[1] for low, high in pairwise(self.points)):
            raise ValueError("percentiles rise")

    @property
    def ages(self) -> str:
        """The age band in words."""
        return f"{self.age_from} and older" if self.age_to is None else f"{self.age_from} to {self.age_to}"

    @property
    def usual(self) -> tuple[float, float]:
        """The span that is drawn: mean ± 1 SD, or the outer published percentiles from 10 to 90."""
        if self.mean is not None and self.sd is not None:
            return self.mean - self.sd, self.mean + self.sd
        inner = [value for rank, value in self.points if 10 <= rank <= 90]
        return inner[0], inner[-1]

    @property
    def usual_words(self) -> str:
        """What the drawn span is."""
        return "mean ± 1 SD" if self.mean is not None else "10th to 90th percentile"

    @property
    def centre(self) -> float:
        """The mean, or the published median."""
        if self.mean is not None:
            return self.mean
        return min(self.points, key=lambda point: abs(point[0] - 50))[1]


def age_on(born: date, day: date) -> int:
    """Whole years of age on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
