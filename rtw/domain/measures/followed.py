"""The tests of hand function that are held against norms and followed from visit to visit."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import Assessment, Measure
from rtw.domain.assessment.taken_trials import new_trials
from rtw.domain.figure import HigherIs
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, Trials


class Followed(StrEnum):
    """A test with norms. Strengths are held in newton, the peg test in seconds, the box test in blocks."""

    GRIP = "grip"
    TIP_PINCH = "tip_pinch"
    KEY_PINCH = "key_pinch"
    PALMAR_PINCH = "palmar_pinch"
    NINE_HOLE_PEG = "nine_hole_peg"
    BOX_AND_BLOCK = "box_and_block"

    @property
    def label(self) -> str:
        """The test as a person reads it."""
        return self.measure.label

    @property
    def measure(self) -> Measure:
        """The part of the visit it is recorded in."""
        return Measure(self.value)

    @property
    def kind(self) -> DemandKind | None:
        """The strength it tests; None for dexterity."""
        return _KINDS.get(self)

    @property
    def is_strength(self) -> bool:
        """Whether it is a force, read in the unit of a gauge."""
        return self in _KINDS

    @property
    def higher_is(self) -> HigherIs:
        """Which direction is the better one: more force, more blocks, but less time."""
        return HigherIs.WORSE if self is Followed.NINE_HOLE_PEG else HigherIs.BETTER


TEST_OF: Final = {
    DemandKind.POWER_GRIP: Followed.GRIP,
    DemandKind.TIP_PINCH: Followed.TIP_PINCH,
    DemandKind.KEY_PINCH: Followed.KEY_PINCH,
    DemandKind.PALMAR_PINCH: Followed.PALMAR_PINCH,
}
"""The test of each strength, by the name norms and errors of measuring have it under, in the usual order."""

_KINDS: Final = {test: kind for kind, test in TEST_OF.items()}

BASE_OF_UNIT: Final = {
    "kg": AmountUnit.KILOGRAM_FORCE.newtons,
    "lb": AmountUnit.POUND_FORCE.newtons,
    "N": 1.0,
    "s": 1.0,
    "blocks": 1.0,
}
"""Units of published norms and errors in newton, seconds or blocks; figures in another are not followed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One test of one hand, in newton, seconds or blocks. `trials`: of a strength, as read from the gauge."""

    on: date
    value: float
    trials: Trials | None = None


def readings(visits: Sequence[Assessment], measure: Followed, side: Side) -> tuple[Reading, ...]:
    """Follow a test over the visits, oldest first; what was only copied is no new reading."""
    found = (_reading(visit, side, measure) for visit in visits)
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.on))


def _reading(visit: Assessment, side: Side, measure: Followed) -> Reading | None:
    if measure.kind is None:
        hand, is_copied = visit.hand(side), visit.carried(measure.measure, side) is not None
        value = hand.nine_hole_peg_s if measure is Followed.NINE_HOLE_PEG else hand.box_and_block
        return None if value is None or is_copied else Reading(visit.on, value)
    trials = new_trials(visit, measure.kind, side)
    mean_n = trials.mean_n if trials else None
    return None if mean_n is None else Reading(visit.on, mean_n, trials)


@dataclass(frozen=True, slots=True)
class Scale:
    """How a test is read: `of_base` newton (or seconds) are one `unit`. Exact: units change nothing."""

    unit: str
    of_base: float

    def read(self, value: float) -> float:
        """Turn newton or seconds into the unit."""
        return value / self.of_base

    def words(self, value: float, digits: int = 1) -> str:
        """Write a value with its unit."""
        return f"{self.read(value):.{digits}f} {self.unit}"


SECONDS = Scale("s", 1.0)
BLOCKS = Scale("blocks", 1.0)


def scale_of(measure: Followed, found: Sequence[Reading]) -> Scale:
    """Take the unit in which a strength was read last; kilogram-force where nothing was read."""
    if not measure.is_strength:
        return SECONDS if measure is Followed.NINE_HOLE_PEG else BLOCKS
    units = [reading.trials.unit for reading in found if reading.trials is not None]
    unit = units[-1] if units else AmountUnit.KILOGRAM_FORCE
    return Scale(unit.value, unit.newtons)
