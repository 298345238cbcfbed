"""Change of a score since an earlier visit: inside the error of measuring it is noise, never progress."""

from dataclasses import dataclass
from datetime import date

from rtw.domain.change_words import change_words
from rtw.domain.figure import HigherIs
from rtw.domain.measurement import Change, ChangeSince, change_since
from rtw.domain.measurement_property import MeasurementProperty
from rtw.domain.scores.definition import ScoreId, ScoreRules


@dataclass(frozen=True, slots=True)
class ScorePoint:
    """A score's value at one visit, on its own scale."""

    on: date
    value: float


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """A score against an earlier one. `since` None: nothing is published that tells change from noise."""

    score: ScoreId
    before: ScorePoint
    now: ScorePoint
    difference: float
    since: ChangeSince | None
    threshold: MeasurementProperty | None
    is_better: bool

    @property
    def is_real(self) -> bool:
        """Whether the change is larger than the error of measuring, or than what stands in for it."""
        return self.since is not None and self.since.change is Change.REAL

    @property
    def is_stand_in(self) -> bool:
        """Whether the smallest important change stands in for an error of measuring nobody published."""
        return self.threshold is not None and not self.threshold.is_error

    @property
    def words(self) -> str:
        """The verdict as it is shown: noise is never called better or worse."""
        return change_words(self.since, is_better=self.is_better, is_stand_in=self.is_stand_in)


def change_of(score: ScoreId, before: ScorePoint, now: ScorePoint, rules: ScoreRules) -> ScoreChange:
    """Compare two values of a score by the threshold its definition names."""
    threshold = rules.threshold(score)
    since = change_since(now.value, before.value, threshold.amount) if threshold else None
    difference = now.value - before.value
    is_better = (difference > 0) is (rules.of(score).higher_is is HigherIs.BETTER)
    return ScoreChange(score, before, now, difference, since, threshold, is_better and difference != 0)
