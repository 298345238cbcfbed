"""A test over the visits: each change against the error of measuring, since the last visit and the first.

Many small steps may each be noise and still add up; so a reading is held against the first one too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rtw.domain.change_words import change_words
from rtw.domain.figure import HigherIs
from rtw.domain.measurement import Change, ChangeSince, change_since
from rtw.domain.measures.detectable import Detectable, Threshold
from rtw.domain.measures.followed import Reading


@dataclass(frozen=True, slots=True)
class Step:
    """A reading against an earlier one. `since` None: nothing published tells change from noise.

    `is_stand_in`: the smallest important change stands in for an error of measuring nobody published.
    """

    before: Reading
    now: Reading
    since: ChangeSince | None
    threshold: Threshold | None
    higher_is: HigherIs
    is_stand_in: bool = False

    @property
    def difference(self) -> float:
        """Now less before, in newton or seconds."""
        return self.now.value - self.before.value

    @property
    def is_real(self) -> bool:
        """Whether the change is larger than the error of measuring."""
        return self.since is not None and self.since.change is Change.REAL

    @property
    def words(self) -> str:
        """The change as it is said: noise is never called better or worse."""
        is_better = (self.difference > 0) is (self.higher_is is HigherIs.BETTER)
        return change_words(self.since, is_better=is_better, is_stand_in=self.is_stand_in)

    @property
    def band(self) -> tuple[float, float] | None:
        """The span round the earlier reading within which a change is noise; never below zero."""
        if self.since is None:
            return None
        return noise_band(self.before.value, self.since.error)


def noise_band(value: float, error: float) -> tuple[float, float]:
    """Give the span round a value within which a later one cannot be told from it."""
    return max(0.0, value - error), value + error


def step(before: Reading, now: Reading, limits: Detectable) -> Step:
    """Hold a reading against an earlier one."""
    governing = limits.governing(before.value)
    since = change_since(now.value, before.value, governing.at(before.value)) if governing else None
    return Step(before, now, since, governing, limits.measure.higher_is, limits.is_stand_in)


def steps(found: Sequence[Reading], limits: Detectable) -> tuple[Step, ...]:
    """Hold every reading against the one before it; one reading makes no step."""
    return tuple(step(before, now, limits) for before, now in pairwise(found))


def whole_way(found: Sequence[Reading], limits: Detectable) -> Step | None:
    """Hold the last reading against the first; None where there are not at least three readings."""
    return step(found[0], found[-1], limits) if len(found) > 2 else None
