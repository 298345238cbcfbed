"""Feeling of the palm side, zone by zone, as the visit records it; what was not tested says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rtw.domain.assessed_capacity import CapacityCoefficients, grade_of
from rtw.domain.assessment.assessment import Assessment, Measure
from rtw.domain.assessment.findings import Zone, ZoneSensation
from rtw.domain.capacity import Sensation
from rtw.domain.hands import Side

LETTERS: Final = {
    Sensation.NORMAL: "N",
    Sensation.DIMINISHED_LIGHT_TOUCH: "L",
    Sensation.DIMINISHED_PROTECTIVE: "P",
    Sensation.LOSS_OF_PROTECTIVE: "X",
    Sensation.DEEP_PRESSURE_ONLY: "D",
    Sensation.UNTESTABLE: "U",
}
"""The letter that stands for each grade in a drawing."""

UNGRADED: Final = "?"
NOT_EXAMINED: Final = "–"


@dataclass(frozen=True, slots=True)
class ZoneTouch:
    """One zone. `found` None: not examined. `grade` None: not examined, or its filament fits no grade."""

    zone: Zone
    found: ZoneSensation | None
    grade: Sensation | None

    @property
    def letter(self) -> str:
        """The letter of the drawing."""
        if self.grade is not None:
            return LETTERS[self.grade]
        return NOT_EXAMINED if self.found is None else UNGRADED


@dataclass(frozen=True, slots=True)
class TouchMap:
    """Feeling of one hand, every zone once. `on`: the day it was tested, None where it never was."""

    side: Side
    on: date | None
    zones: tuple[ZoneTouch, ...]


def touch_map(visits: Sequence[Assessment], side: Side, coefficients: CapacityCoefficients) -> TouchMap:
    """Take the newest visit that tested feeling of a hand; results of different days are never mixed."""
    tested = [visit for visit in visits if visit.hand(side).sensation]
    if not tested:
        return TouchMap(side, None, tuple(ZoneTouch(zone, None, None) for zone in Zone))
    last = max(tested, key=lambda visit: visit.on)
    found = {each.zone: each for each in last.hand(side).sensation}
    zones = tuple(_zone(zone, found.get(zone), coefficients) for zone in Zone)
    return TouchMap(side, last.taken_on(Measure.SENSATION, side), zones)


def _zone(zone: Zone, found: ZoneSensation | None, coefficients: CapacityCoefficients) -> ZoneTouch:
    tested = found if found and (found.grade is not None or found.monofilament is not None) else None
    return ZoneTouch(zone, tested, grade_of(tested, coefficients) if tested else None)
