"""The picture of one measure over the weeks: measured, today, expected, and published cohorts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from rtw.domain.figure import SourceId
from rtw.domain.recovery.forecast import Expected, Measured, expected
from rtw.domain.recovery.prior import CohortPoint, RecoveryPrior, Scale

AHEAD_WEEKS: Final = 16
"""How far ahead is drawn: a schedule's length; a longer look would say little of a single hand."""


@dataclass(frozen=True, slots=True)
class PicturePoint:
    """One measurement in the unit shown; `error` is the change that two measurements must exceed."""

    on: date
    value: float
    error: float


@dataclass(frozen=True, slots=True)
class PictureBand:
    """What is expected on a day, in the unit shown."""

    on: date
    band: Expected


@dataclass(frozen=True, slots=True)
class PictureCohort:
    """A published mark: the day it stands for with this hand, its height in the unit shown, and who it is."""

    on: date
    value: float
    n: int | None
    source: SourceId
    counted: bool
    point: CohortPoint


@dataclass(frozen=True, slots=True)
class RecoveryPicture:
    """All that is drawn, in one unit. `reference` is what shares of cohorts were multiplied by.

    `reference_is_measured`: strength before operation was measured; else it was worked out backwards from
    the last test, only to place the marks.
    """

    title: str
    unit: str
    today: date
    measured: tuple[PicturePoint, ...]
    bands: tuple[PictureBand, ...]
    cohorts: tuple[PictureCohort, ...]
    reference: float | None
    reference_is_measured: bool
    prior: RecoveryPrior
    used: tuple[Measured, ...]
    per_unit: float

    @property
    def is_reported(self) -> bool:
        """Whether its figures are the patient's own report, as those of a questionnaire are."""
        return self.prior.scale is Scale.POINTS


@dataclass(frozen=True, slots=True)
class FollowedMeasure:
    """One measure of one patient as the picture takes it.

    `per_unit` turns the unit reckoned in (newton, points) into the one shown; `detectable` is the change two
    measurements must exceed, and `other_hand` the strength of the other hand, in the unit reckoned in.
    """

    title: str
    unit: str
    per_unit: float
    operated_on: date
    prior: RecoveryPrior
    measured: tuple[Measured, ...]
    used: tuple[Measured, ...]
    days: tuple[date, ...]
    detectable: float
    other_hand: float | None = None

    @property
    def before(self) -> Measured | None:
        """The last measurement before operation."""
        return next((m for m in reversed(self.measured) if m.week is None), None)


def recovery_picture(followed: FollowedMeasure, today: date) -> RecoveryPicture:
    """Draw one measure: the band runs from the last measurement to some weeks after today."""
    weeks = _weeks(followed, today)
    bands = expected(followed.prior, followed.used, weeks)
    reference = _reference(followed)
    return RecoveryPicture(
        title=followed.title,
        unit=followed.unit,
        today=today,
        measured=tuple(
            PicturePoint(on, m.value / followed.per_unit, followed.detectable / followed.per_unit)
            for on, m in zip(followed.days, followed.measured, strict=True)
        ),
        bands=tuple(PictureBand(_day(followed, b.week), in_unit(b, followed.per_unit)) for b in bands),
        cohorts=tuple(_cohorts(followed, reference)),
        reference=None if reference is None else reference / followed.per_unit,
        reference_is_measured=followed.before is not None,
        prior=followed.prior,
        used=followed.used,
        per_unit=followed.per_unit,
    )


def in_unit(band: Expected, per_unit: float) -> Expected:
    """Turn a band into the unit shown."""
    edges = (band.lower_80, band.lower_50, band.median, band.upper_50, band.upper_80)
    return Expected(band.week, *(edge / per_unit for edge in edges))


def _weeks(followed: FollowedMeasure, today: date) -> tuple[float, ...]:
    """Weeks of the band; where a course is published it neither begins before nor runs beyond it."""
    now = max(0.0, (today - followed.operated_on).days / 7.0)
    last = next((m.week for m in reversed(followed.used) if m.week is not None), None)
    begin = last if last is not None else max(now, followed.prior.first_week or now)
    end = now + AHEAD_WEEKS
    if followed.prior.last_week is not None:
        end = min(end, followed.prior.last_week)
    ahead = [week for week in range(int(begin) + 1, int(end) + 1) if week > begin]
    return tuple(sorted({begin, *(float(week) for week in ahead)})) if end >= begin else (begin,)


def _day(followed: FollowedMeasure, week: float) -> date:
    return followed.operated_on + timedelta(days=round(week * 7))


def _reference(followed: FollowedMeasure) -> float | None:
    """Strength before operation: as measured, else as the last test and the published mean would have it."""
    if followed.prior.scale is Scale.POINTS:
        return None
    if followed.before is not None:
        return followed.before.value
    last = next((m for m in reversed(followed.used) if m.week is not None), None)
    if last is None or last.week is None or not followed.prior.has_evidence:
        return None
    return last.value / followed.prior.scale.back(followed.prior.mean(last.week))


def _cohorts(followed: FollowedMeasure, reference: float | None) -> Sequence[PictureCohort]:
    made = []
    for point in followed.prior.points:
        height = _height(followed, point, reference)
        if height is not None:
            on, counted = _day(followed, point.week), point.counted_at is not None
            value = height / followed.per_unit
            made.append(PictureCohort(on, value, point.n, point.source, counted, point))
    return made


def _height(followed: FollowedMeasure, point: CohortPoint, reference: float | None) -> float | None:
    if followed.prior.scale is Scale.POINTS:
        return point.value
    whole = followed.other_hand if point.of_other_hand else reference
    return None if whole is None else point.value * whole
