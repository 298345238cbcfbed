"""From tolerances, effort and vibration to doses in whole units, week by week.

Weights are rounded up and caps down, so that whole numbers never permit more than the limit behind them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from job_profiles.kinds import DemandKind
from job_profiles.profile import JobProfile, Task
from rtw.domain.capacity import Basis, Capacity, Limit, Quantity
from rtw.domain.exposure.mae import MaeCoefficients, duty_cycle_at
from rtw.domain.gap import Gap, JobMatch
from rtw.domain.hands import BOTH_SIDES, Side
from rtw.domain.matching.asked import REFERENCE_DAY_H, asked_of
from rtw.domain.matching.strength import TESTED_BY
from rtw.domain.matching.verdict import counting_gaps
from rtw.domain.recovery.course import StrengthCourse
from rtw.domain.recovery.growth import RecoveryBand, cautious_share
from rtw.domain.schedule.brief import MINUTES, Dose, Ground, Origin, TaskWeight
from rtw.domain.schedule.minute_parts import parts_for
from rtw.domain.schedule.settings import PlanSettings
from rtw.domain.schedule.task_needs import ground_of
from rtw.domain.schedule.values import BLOCK_H, BLOCK_MIN

PARTS = 10_000
"""Parts into which a day's allowance is cut (convention). Weights are rounded up: a fit that is exact may
lose its last half hour, and nothing is ever allowed beyond the figure."""

_GROWING = (Basis.MEASURED, Basis.DERIVED, Basis.PATIENT)
_CLINICIANS = (Basis.SURGEON, Basis.CLINICIAN)


@dataclass(frozen=True, slots=True)
class StrengthForecast:
    """Expected recovery of the operated hand, for doses of later weeks. It opens no gate.

    `courses` hold what this patient's own measurements make of it; without them the published growth counts.
    """

    side: Side
    operated_on: date
    bands: tuple[RecoveryBand, ...]
    courses: tuple[StrengthCourse, ...] = ()

    def share(self, kind: DemandKind, side: Side, measured_on: date, on: date) -> float:
        """Give the cautious strength on a day as a share of what was measured.

        The lower edge of the 80 % band counts, never more than the slower edge of the published one. It takes
        nothing from what was measured, unless a fall is published.
        """
        if side is not self.side:
            return 1.0
        band = next((band for band in self.bands if band.kind is kind), None)
        weeks_from, weeks_to = ((day - self.operated_on).days / 7 for day in (measured_on, on))
        cautious = cautious_share(band, weeks_from, weeks_to).share
        course = next((course for course in self.courses if course.kind is kind), None)
        return cautious if course is None else min(cautious, max(1.0, course.lower_share(measured_on, on)))


@dataclass(frozen=True, slots=True)
class _Share:
    """One gap that counts, and the share of the task's time that its demand takes (0 to 1)."""

    gap: Gap
    task: Task
    of_task: float
    duty: float


@dataclass(frozen=True, slots=True)
class DoseInputs:
    """All that doses are made from."""

    profile: JobProfile
    match: JobMatch
    capacity: Capacity
    settings: PlanSettings
    mae: MaeCoefficients
    hours: dict[str, float]
    forecast: StrengthForecast | None = None


def doses_of(inputs: DoseInputs) -> tuple[Dose, ...]:
    """Give every dose that bounds a task; a gap the therapist has overridden as fit is not counted."""
    shares = tuple(_shares(inputs))
    made = (
        *(_tolerance(inputs, shares, i, limit) for i, limit in enumerate(inputs.capacity.limits)),
        *(_effort(inputs, shares, side) for side in BOTH_SIDES),
        *_vibration(inputs, shares, (*_set_vibration(inputs.capacity.limits), *_published_vibration(inputs))),
    )
    return tuple(dose for dose in made if dose is not None)


def doses_of_limits(inputs: DoseInputs, limits: tuple[Limit, ...]) -> tuple[Dose, ...]:
    """Give the doses that these limits set by somebody come to, on the tasks that draw on them."""
    shares = tuple(_shares(inputs))
    made = (
        *(_tolerance(inputs, shares, i, limit) for i, limit in enumerate(limits)),
        *_vibration(inputs, shares, _set_vibration(limits)),
    )
    return tuple(dose for dose in made if dose is not None)


def _shares(inputs: DoseInputs) -> Iterator[_Share]:
    for match in inputs.match.tasks:
        task_h = inputs.hours.get(match.task.name, 0.0)
        for gap in counting_gaps(match.gaps):
            asked = asked_of(inputs.profile, match.task, gap.index, gap.side)
            hours, _ = asked.hours()
            if gap.override is not None or asked.is_never() or task_h <= 0:
                continue
            of_task = min(1.0, hours[1] / _stated_h(match.task, task_h)) if hours is not None else 1.0
            yield _Share(gap, match.task, of_task, asked.duty_cycle()[1])


def _stated_h(task: Task, placed_h: float) -> float:
    """Take the task's own hours where rounding made it longer: its demands fill it all the same."""
    stated = task.hours_per_day or (task.hours_range[1] if task.hours_range else None)
    return min(placed_h, stated) if stated else placed_h


def _tolerance(inputs: DoseInputs, shares: tuple[_Share, ...], index: int, limit: Limit) -> Dose | None:
    if limit.quantity is not Quantity.HOURS_PER_DAY:
        return None
    mine = [s for s in shares if s.gap.kind is limit.kind and limit.side in (None, s.gap.side)]
    weeks = inputs.settings.weeks
    parts = parts_for(BLOCK_MIN * s.of_task for s in mine)
    weights = _per_task((s, parts.used(BLOCK_MIN * s.of_task)) for s in mine)
    dated = limit.basis in _CLINICIANS
    return _dose(
        id=f"tolerance-{index}",
        kind=limit.kind,
        side=limit.side,
        name=_name(limit.kind.label, limit.side),
        unit=MINUTES,
        weights={task: (weight,) * weeks for task, weight in weights.items()},
        daily=tuple(
            parts.allowed(limit.value * 60 * _grown(inputs.settings, limit, week)) for week in range(weeks)
        ),
        ground=ground_of(limit),
        since=limit.since if dated else None,
        until=limit.until if dated else None,
        per_minute=parts.per_minute,
    )


def _grown(settings: PlanSettings, limit: Limit, week: int) -> float:
    """Give the share of today's tolerance that counts in a week (from 0).

    Up to the review it is today's: a forecast is never a permission. The weeks after it are provisional.
    """
    grows = limit.basis in _GROWING and settings.is_after_review(week)
    return 1.0 + settings.tolerance_step.value * week if grows else 1.0


def _effort(inputs: DoseInputs, shares: tuple[_Share, ...], side: Side) -> Dose | None:
    """Share of acceptable effort: each task uses its effort time over the most its force allows a day."""
    weeks = range(inputs.settings.weeks)
    by_week = [
        _summed((s, used) for s in shares if s.gap.side is side and (used := _effort_used(inputs, s, week)))
        for week in weeks
    ]
    names = by_week[0].keys() if by_week else ()
    words = f"share of acceptable effort of the {side.value} hand, by its own strength"
    ground = Ground(Origin.MEASURED, words, inputs.mae.source, "A stronger re-test, or less force or pace")
    return _dose(
        id=f"effort-{side.value}",
        kind=None,
        side=side,
        name=f"Effort, {side.label.lower()}",
        unit="ten-thousandths of a day",
        weights={name: tuple(week[name] for week in by_week) for name in names},
        daily=(PARTS,) * inputs.settings.weeks,
        ground=ground,
    )


def _effort_used(inputs: DoseInputs, share: _Share, week: int) -> int:
    tested, force = TESTED_BY.get(share.gap.kind), share.gap.demand.force_n
    strength = inputs.capacity.strength(tested, share.gap.side) if tested else None
    if strength is None or force is None or share.duty == 0.0:
        return 0
    on = inputs.settings.start + timedelta(weeks=week)
    grown = 1.0
    if inputs.forecast is not None:
        grown = inputs.forecast.share(strength.kind, strength.side, strength.measured_on, on)
    available = strength.mean_n * grown
    most = duty_cycle_at(min(1.0, force / available) if available > 0 else 1.0, inputs.mae)
    effort_h = BLOCK_H * share.of_task * share.duty
    return max(1, ceil(PARTS * effort_h / (REFERENCE_DAY_H * most) - 1e-9))


_VibrationLimit = tuple[float, Side | None, Ground, date | None, date | None]
"""Daily vibration in m/s² A(8), its hand, why, and the days on which it holds."""


def _vibration(
    inputs: DoseInputs, shares: tuple[_Share, ...], limits: Iterable[_VibrationLimit]
) -> Iterator[Dose | None]:
    """A(8) in squares: each half hour adds its part of the day's allowed energy."""
    for index, (limit, side, ground, since, until) in enumerate(limits):
        mine = [s for s in shares if s.gap.demand.ahv_m_s2 and side in (None, s.gap.side)]
        weights = _per_task((s, _energy(s, limit)) for s in mine)
        yield _dose(
            id=f"vibration-{index}",
            kind=DemandKind.HAND_ARM_VIBRATION,
            side=side,
            name=_name(DemandKind.HAND_ARM_VIBRATION.label, side),
            unit="ten-thousandths of a day",
            weights={task: (weight,) * inputs.settings.weeks for task, weight in weights.items()},
            daily=(PARTS if limit > 0 else 0,) * inputs.settings.weeks,
            ground=ground,
            since=since,
            until=until,
        )


def _energy(share: _Share, limit: float) -> int:
    if limit <= 0:
        return 1
    magnitude = share.gap.demand.ahv_m_s2 or 0.0
    part = (magnitude / limit) ** 2 * BLOCK_H * share.of_task / REFERENCE_DAY_H
    return max(1, ceil(PARTS * part - 1e-9))


def _set_vibration(limits: Iterable[Limit]) -> Iterator[_VibrationLimit]:
    for limit in limits:
        if limit.quantity is Quantity.A8_M_S2:
            dated = limit.basis in _CLINICIANS
            since, until = (limit.since, limit.until) if dated else (None, None)
            yield limit.value, limit.side, ground_of(limit), since, until


def _published_vibration(inputs: DoseInputs) -> Iterator[_VibrationLimit]:
    for side in BOTH_SIDES:
        published = [
            comparison
            for match in inputs.match.tasks
            for gap in match.gaps
            for comparison in gap.comparisons
            if gap.side is side
            and comparison.quantity is Quantity.A8_M_S2
            and comparison.limit_basis is Basis.KNOWLEDGE
        ]
        if published and published[0].available:
            words, source = published[0].limit_origin, published[0].source
            helps = "A tool that vibrates less"
            yield published[0].available, side, Ground(Origin.KNOWLEDGE, words, source, helps), None, None


def _per_task(entries: Iterable[tuple[_Share, int]]) -> dict[str, int]:
    """Weights per task, hand by hand: the hand that bears more counts, several demands of it add up."""
    by_side = {side: _summed((s, w) for s, w in entries_of) for side, entries_of in _by_side(entries).items()}
    names = {name for weights in by_side.values() for name in weights}
    return {name: max(weights.get(name, 0) for weights in by_side.values()) for name in sorted(names)}


def _by_side(entries: Iterable[tuple[_Share, int]]) -> dict[Side, list[tuple[_Share, int]]]:
    listed = list(entries)
    return {side: [(s, w) for s, w in listed if s.gap.side is side] for side in BOTH_SIDES}


def _summed(entries: Iterable[tuple[_Share, int]]) -> dict[str, int]:
    totals: dict[str, int] = {}
    for share, weight in entries:
        totals[share.task.name] = totals.get(share.task.name, 0) + weight
    return totals


def _name(label: str, side: Side | None) -> str:
    return label if side is None else f"{label}, {side.label.lower()}"


def _dose(
    *,
    id: str,  # noqa: A002  the field's own name
    kind: DemandKind | None,
    side: Side | None,
    name: str,
    unit: str,
    weights: dict[str, tuple[int, ...]],
    daily: tuple[int, ...],
    ground: Ground,
    since: date | None = None,
    until: date | None = None,
    per_minute: int = 1,
) -> Dose | None:
    """Make a dose, or none where no task draws on it."""
    kept = tuple(TaskWeight(task, each) for task, each in weights.items() if any(each))
    if not kept:
        return None
    return Dose(id, name, kind, side, unit, kept, daily, ground, None, since, until, per_minute)
