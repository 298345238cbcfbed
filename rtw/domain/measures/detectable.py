"""The smallest change that is more than error of measuring, by everything that was published of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rtw.domain.measurement_property import DETECTABLE, IMPORTANT, MeasurementProperty
from rtw.domain.measures.followed import BASE_OF_UNIT, Followed

STAND_IN: Final = (
    "No minimal detectable change was published for this test. The smallest important change stands in for "
    "it: it is smaller, so a change called real may still be error."
)


@dataclass(frozen=True, slots=True)
class Threshold:
    """One published change that must be exceeded. `share` of the earlier value, else `amount` (N or s)."""

    published: MeasurementProperty
    amount: float | None
    share: float | None

    def at(self, before: float) -> float:
        """Give the change, in newton or seconds, from an earlier value of `before`."""
        return self.amount if self.amount is not None else before * (self.share or 0.0)


@dataclass(frozen=True, slots=True)
class Detectable:
    """What change of a test counts: of several published, at each value, the largest.

    `thresholds` are all of them; empty where nothing is published, and then no change is judged.
    """

    measure: Followed
    thresholds: tuple[Threshold, ...]
    is_stand_in: bool

    def governing(self, before: float) -> Threshold | None:
        """Find the published change that counts from an earlier value; None where there is none."""
        return max(self.thresholds, key=lambda each: each.at(before), default=None)

    def at(self, before: float) -> float | None:
        """Give the change that must be exceeded, in newton or seconds."""
        largest = self.governing(before)
        return None if largest is None else largest.at(before)


def detectable(measure: Followed, properties: Sequence[MeasurementProperty]) -> Detectable:
    """Collect what change of a test counts; only where no detectable change is known, important ones."""
    own = [row for row in properties if row.measure == measure.value]
    for statistic in (DETECTABLE, IMPORTANT):
        rows = (threshold(row) for row in own if row.statistic == statistic)
        found = tuple(each for each in rows if each is not None)
        if found:
            return Detectable(measure, found, statistic is IMPORTANT)
    return Detectable(measure, (), is_stand_in=False)


def threshold(row: MeasurementProperty) -> Threshold | None:
    """Read a published change at the larger end of its range; None where its unit is not the test's."""
    if row.unit == "%":
        return Threshold(row, None, row.high / 100.0)
    base = BASE_OF_UNIT.get(row.unit)
    return None if base is None else Threshold(row, row.high * base, None)
