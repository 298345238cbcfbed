"""Where a task lies between the hand activity limits, with this hand's own strength as the scale of force."""

from dataclasses import dataclass
from math import isinf

from rtw.domain.exposure.tlv_hal import TlvHalInputs, Zone, compute
from rtw.domain.exposure.tlv_hal_lines import TlvHalCoefficients
from rtw.domain.job_exposure.job import TaskExposure

MOST_PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class ActivityZone:
    """The zone at the least and at the most of what is known; equal where it is settled."""

    least: Zone
    most: Zone

    @property
    def words(self) -> str:
        """The zone, or both ends of what it may be."""
        if self.least is self.most:
            return self.least.label
        return f"cannot say: {self.least.label}, or {self.most.label}"


def activity_zone(task: TaskExposure, c: TlvHalCoefficients) -> ActivityZone | None:
    """Give the zone of a task on a hand; None where level or force is not known at both ends."""
    level, peak = task.hal, task.peak_share
    if level is None or peak is None or level.high is None or peak.high is None or isinf(level.high):
        return None
    return ActivityZone(_zone(level.low, peak.low, c), _zone(level.high, peak.high, c))


def _zone(level: float, share: float, c: TlvHalCoefficients) -> Zone:
    percent = min(share * 100.0, MOST_PERCENT)
    zone = compute(TlvHalInputs(level, percent_mvc=percent), c).zone
    if zone is None:
        raise ValueError("a force was given, so there is a zone")
    return zone
