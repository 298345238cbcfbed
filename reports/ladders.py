"""Ladders: the only amounts that may leave. A limit steps down to a rung, a rest steps up.

A figure that stands on a rung cannot be told from any other that steps to the same rung, so what
was measured cannot be read back from what was written. Where the rungs stand is a convention of
this product, chosen so that a supervisor can apply them; they are not clinical values.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum
from math import isnan
from typing import Final


class Ladder(StrEnum):
    """What a rung counts; the unit stands in the name."""

    LOAD_KG = "load_kg"
    FORCE_N = "force_n"
    HOURS_PER_DAY = "hours_per_day"
    BOUT_MIN = "bout_min"
    REST_MIN = "rest_min"
    ANGLE_DEG = "angle_deg"
    EFFORTS_PER_MINUTE = "efforts_per_minute"
    VIBRATION_M_S2 = "vibration_m_s2"
    DAILY_VIBRATION_M_S2 = "daily_vibration_m_s2"
    TORQUE_N_M = "torque_n_m"
    WEEKS = "weeks"
    PERMITTED = "permitted"

    @property
    def rungs(self) -> tuple[float, ...]:
        """All rungs, rising."""
        return _RUNGS[self]

    @property
    def rests(self) -> bool:
        """Whether more is the more protective direction."""
        return self in (Ladder.REST_MIN, Ladder.WEEKS)


_HOURS: Final = (0.0, 0.25, *(n / 2 for n in range(1, 49)))
"""Half-hours, as schedules are made of; a quarter besides, so that a few minutes a day are not nothing."""

_VIBRATION: Final = (0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 7.5, 10.0, 15.0, 20.0)
_LOADS: Final = (0.0, 0.5, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0, 40.0, 50.0)
_LOW_FORCES: Final = (0.0, 2.0, 5.0, 10.0, 15.0, 20.0, 30.0, 40.0, 50.0, 60.0, 75.0)
_FORCES: Final = (*_LOW_FORCES, 100.0, 150.0, 200.0, 250.0, 300.0)
_BOUTS: Final = (0.0, 5.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0, 90.0, 120.0, 180.0, 240.0)
_RESTS: Final = (0.0, 1.0, 2.0, 3.0, 5.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0, 90.0, 120.0)
_ANGLES: Final = (0.0, 10.0, 15.0, 20.0, 30.0, 45.0, 60.0, 75.0, 90.0, 110.0, 130.0)
_RATES: Final = (0.0, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 15.0, 20.0, 30.0, 40.0, 60.0)
_TORQUES: Final = (0.0, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 15.0, 20.0, 30.0, 50.0)

_RUNGS: Final = {
    Ladder.LOAD_KG: _LOADS,
    Ladder.FORCE_N: _FORCES,
    Ladder.HOURS_PER_DAY: _HOURS,
    Ladder.BOUT_MIN: _BOUTS,
    Ladder.REST_MIN: _RESTS,
    Ladder.ANGLE_DEG: _ANGLES,
    Ladder.EFFORTS_PER_MINUTE: _RATES,
    Ladder.VIBRATION_M_S2: _VIBRATION,
    Ladder.DAILY_VIBRATION_M_S2: _VIBRATION,
    Ladder.TORQUE_N_M: _TORQUES,
    Ladder.WEEKS: (1.0, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0, 12.0, 16.0, 20.0, 26.0, 39.0, 52.0),
    Ladder.PERMITTED: (0.0, 1.0),
}


@dataclass(frozen=True, slots=True)
class Rung:
    """An amount that stands on its ladder; any other amount cannot be made (ValueError)."""

    ladder: Ladder
    value: float

    def __post_init__(self) -> None:
        if self.value not in self.ladder.rungs:
            raise ValueError(f"{self.ladder} has no such rung")


def protective(ladder: Ladder, amount: float) -> Rung:
    """Step `amount` to the more protective rung: down for limits, up for rests and weeks.

    A limit above the highest rung takes the highest, one below zero takes zero. Where no rung is
    protective (not a number, a rest longer than the longest) ValueError is raised.
    """
    rungs = ladder.rungs
    if isnan(amount) or (ladder.rests and amount > rungs[-1]):
        raise ValueError(f"{ladder} has no rung that protects at {amount}")
    if ladder.rests:
        return Rung(ladder, rungs[bisect_left(rungs, amount)])
    return Rung(ladder, rungs[max(bisect_right(rungs, amount) - 1, 0)])
