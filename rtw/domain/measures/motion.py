"""Active motion against the normal range as one authority gives it: degrees and percent, no z."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rtw.domain.assessment.assessment import Assessment, Measure
from rtw.domain.assessment.findings import Digit, Motion
from rtw.domain.assessment.part_keys import motion_part
from rtw.domain.figure import SourceId, Verified
from rtw.domain.hands import Side
from rtw.domain.measurement import percent_of


@dataclass(frozen=True, slots=True)
class NormalMotion:
    """The normal range of a motion in degrees. `digits`: for which digits; empty where it is of no digit."""

    motion: Motion
    authority: str
    degrees: float
    joint: str
    source: SourceId
    verified: Verified
    digits: tuple[Digit, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class MotionReading:
    """One motion of one hand over the visits: day and degrees, oldest first."""

    side: Side
    motion: Motion
    digit: Digit | None
    points: tuple[tuple[date, float], ...]

    @property
    def label(self) -> str:
        """The motion as a person reads it."""
        return f"{self.digit.label} {self.motion.label}" if self.digit else self.motion.label

    @property
    def last(self) -> float:
        """The newest reading in degrees."""
        return self.points[-1][1]


def motion_readings(visits: Sequence[Assessment], side: Side) -> tuple[MotionReading, ...]:
    """Follow every motion that was ever measured on a hand, in the order of the form."""
    points: dict[tuple[Motion, Digit | None], list[tuple[date, float]]] = {}
    for visit in sorted(visits, key=lambda each: each.on):
        for found in visit.hand(side).motion:
            if visit.carried(Measure.MOTION, side, motion_part(found.motion, found.digit)) is None:
                points.setdefault((found.motion, found.digit), []).append((visit.on, found.degrees))
    order, digits = list(Motion), [None, *Digit]
    keys = sorted(points, key=lambda key: (digits.index(key[1]), order.index(key[0])))
    return tuple(MotionReading(side, *key, tuple(points[key])) for key in keys)


def normals_for(
    reading_motion: Motion, digit: Digit | None, normals: Sequence[NormalMotion]
) -> tuple[NormalMotion, ...]:
    """Find what the authorities call normal for a motion; joints of a finger are not those of a thumb."""
    own = (normal for normal in normals if normal.motion is reading_motion)
    return tuple(normal for normal in own if not normal.digits or digit in normal.digits)


def percent_of_normal(degrees: float, normal: NormalMotion) -> float | None:
    """Give a motion in percent of the normal; None where the normal is none at all."""
    return percent_of(degrees, normal.degrees)
