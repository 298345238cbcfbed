"""How strength is expected to come back: a band over weeks, and the cautious growth taken from it.

The growth is used for dose limits of a forecast only. A gate is opened by a new measurement, never by this.
"""

from dataclasses import dataclass

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.operation import Procedure

NOT_PUBLISHED = "No recovery is published for this procedure and strength: no growth assumed."


@dataclass(frozen=True, slots=True)
class RecoveryPoint:
    """Lowest and highest published strength at a week after operation, as shares of pre-operative."""

    week: float
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class RecoveryBand:
    """Published recovery of one strength after one procedure. Points ascend by week, all shares above 0."""

    procedure: Procedure
    kind: DemandKind
    points: tuple[RecoveryPoint, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Growth:
    """Expected strength as a share of the last measurement, and the sentence that says why."""

    share: float
    reason: str
    source: str | None


def cautious_share(band: RecoveryBand | None, week_from: float, week_to: float) -> Growth:
    """Strength at `week_to` as a share of that measured at `week_from` (weeks since operation).

    Both edges of the band are followed and the slower growth counts: the lower edge alone starts so
    deep that climbing it looks like a leap. Beyond the last published week nothing more is assumed,
    and a week before the first takes the first point.
    """
    if band is None or not band.points:
        return Growth(1.0, NOT_PUBLISHED, None)
    if week_to <= week_from:
        return Growth(1.0, "Not later than the measurement: no growth.", band.source)
    (low_a, high_a), (low_b, high_b) = _edges(band, week_from), _edges(band, week_to)
    share = min(low_b / low_a, high_b / high_a)
    reason = f"Slower edge of the published band from week {week_from:g} to week {week_to:g}: {share:.0%}."
    return Growth(share, reason, band.source)


def _edges(band: RecoveryBand, week: float) -> tuple[float, float]:
    """Lower and upper edge at a week, straight between points and level outside them."""
    earlier = [point for point in band.points if point.week <= week]
    later = [point for point in band.points if point.week >= week]
    before = earlier[-1] if earlier else band.points[0]
    after = later[0] if later else band.points[-1]
    if after.week <= before.week:
        return before.lower, before.upper
    part = (week - before.week) / (after.week - before.week)
    lower = before.lower + part * (after.lower - before.lower)
    return lower, before.upper + part * (after.upper - before.upper)
