"""The five-rung curve and the spread of trials: figures to look at, from which no effort is read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.taken_trials import new_grips
from rtw.domain.hands import Side
from rtw.domain.measurement import Trials


@dataclass(frozen=True, slots=True)
class RungReading:
    """Grip at one handle position: the mean of its trials in newton.

    `rung` None: the position was not written down.
    """

    rung: int | None
    trials: Trials
    mean_n: float


@dataclass(frozen=True, slots=True)
class RungCurve:
    """Grip of one hand at every position tested at one visit, narrowest first."""

    side: Side
    on: date
    readings: tuple[RungReading, ...]

    @property
    def points(self) -> tuple[tuple[int, float], ...]:
        """Position and mean in newton, for drawing."""
        return tuple((each.rung, each.mean_n) for each in self.readings if each.rung is not None)


def rung_curve(visits: Sequence[Assessment], side: Side) -> RungCurve | None:
    """Take the newest visit that tested grip of a hand; None where none did."""
    for visit in sorted(visits, key=lambda each: each.on, reverse=True):
        found = [(grip.rung, grip.trials) for grip in new_grips(visit, side)]
        if found:
            ordered = sorted(found, key=lambda each: each[0] or 0)
            return RungCurve(side, visit.on, tuple(_reading(rung, trials) for rung, trials in ordered))
    return None


def _reading(rung: int | None, trials: Trials) -> RungReading:
    newtons = trials.newtons
    return RungReading(
        rung,
        trials,
        sum(newtons) / len(newtons),
    )
