"""Feeling of the palm side, zone by zone, as the visit records it; what was not tested says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rtw.domain.assessed_capacity import CapacityCoefficients, grade_of
from rtw.domain.assessment.assessment import Assessment, Measure
from rtw.domain.assessment.findings import Zone, ZoneSensation
from rtw.domain.assessment.part_keys import touch_part, two_point_part
from rtw.domain.assessment.parts import parts_of
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
    """One zone. `found` None: not examined. `grade` None: not examined, or its filament fits no grade.

    `felt_on` and `points_on`: the days of filament and two points, where they are not that of the whole map.
    """

    zone: Zone
    found: ZoneSensation | None
    grade: Sensation | None
    felt_on: date | None = None
    points_on: date | None = None

    @property
    def letter(self) -> str:
        """The letter of the drawing."""
        if self.grade is not None:
            return LETTERS[self.grade]
        return NOT_EXAMINED if self.found is None else UNGRADED


@dataclass(frozen=True, slots=True)
class TouchMap:
    """Feeling of one hand, every zone once. `on`: the day of its newest test, None where it has none."""

    side: Side
    on: date | None
    zones: tuple[ZoneTouch, ...]


def touch_map(visits: Sequence[Assessment], side: Side, coefficients: CapacityCoefficients) -> TouchMap:
    """Take the newest visit that tested feeling of a hand; what it only copied keeps its own day."""
    tested = [visit for visit in visits if visit.hand(side).sensation]
    if not tested:
        return TouchMap(side, None, tuple(ZoneTouch(zone, None, None) for zone in Zone))
    last = max(tested, key=lambda visit: visit.on)
    found = {each.zone: each for each in last.hand(side).sensation}
    keys = parts_of(last.hand(side), Measure.SENSATION)
    days = {key: last.taken_on(Measure.SENSATION, side, key) for key in keys}
    on = max(days.values(), default=last.on)
    others = {key: day for key, day in days.items() if day != on}
    return TouchMap(side, on, tuple(_zone(zone, found.get(zone), others, coefficients) for zone in Zone))


def _zone(
    zone: Zone,
    found: ZoneSensation | None,
    other_days: Mapping[str, date],
    coefficients: CapacityCoefficients,
) -> ZoneTouch:
    tested = found if found and (found.grade is not None or found.monofilament is not None) else None
    if tested is None:
        return ZoneTouch(zone, None, None)
    felt_on, points_on = other_days.get(touch_part(zone)), other_days.get(two_point_part(zone))
    return ZoneTouch(zone, tested, grade_of(tested, coefficients), felt_on, points_on)
