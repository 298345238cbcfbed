"""How an amount of a demand changes: factors first, then differences, then the cap; never below zero."""

from dataclasses import dataclass, replace
from typing import Any

from job_profiles.profile import Demand, JobProfile, Range, Task
from rtw.domain.accommodation.kinds import Aspect


@dataclass(frozen=True, slots=True)
class Shaping:
    """What is done to one amount: `factor` and `difference`, and no more than `cap`."""

    factor: float = 1.0
    difference: float = 0.0
    cap: float | None = None

    @property
    def is_idle(self) -> bool:
        """Whether it leaves every amount as it is."""
        return self.factor == 1.0 and self.difference == 0.0 and self.cap is None

    def of(self, amount: float | None) -> float | None:
        """Give the new amount; an unknown one stays unknown."""
        if amount is None:
            return None
        moved = max(amount * self.factor + self.difference, 0.0)
        return moved if self.cap is None else min(moved, self.cap)

    def of_range(self, bounds: Range | None) -> Range | None:
        """Give the new bounds; unknown ones stay unknown."""
        if bounds is None:
            return None
        low, high = self.of(bounds[0]), self.of(bounds[1])
        return None if low is None or high is None else (low, high)


def shaped(demand: Demand, aspect: Aspect, shaping: Shaping, task: Task, profile: JobProfile) -> Demand:
    """Change one amount of a demand, and with it what hangs on that amount."""
    match aspect:
        case Aspect.HOURS_PER_DAY:
            return _with_hours(demand, shaping, task, profile)
        case Aspect.LOAD_KG:
            return replace(
                demand,
                load_kg=_or_cap(demand.load_kg, shaping),
                load_range_kg=shaping.of_range(demand.load_range_kg),
            )
        case Aspect.FORCE_N:
            share = _share(demand.force_n, shaping)
            force_n = _or_cap(demand.force_n, shaping)
            return replace(demand, force_n=force_n, percent_mvc=_times(demand.percent_mvc, share))
        case Aspect.EFFORTS_PER_MINUTE | Aspect.SECONDS_PER_EFFORT:
            return _with_pace(demand, aspect, shaping)
        case Aspect.LONGEST_BOUT_H:
            # A stretch nobody knows may be shorter than the cap: taking it as the cap would worsen a verdict.
            return replace(demand, longest_bout_h=shaping.of(demand.longest_bout_h))
        case Aspect.DUTY_CYCLE:
            return replace(demand, duty_cycle=_at_most_one(_or_cap(demand.duty_cycle, shaping)))
        case _:
            return with_amount(demand, aspect, _or_cap(amount_of(demand, aspect), shaping))


def amount_of(demand: Demand, aspect: Aspect) -> float | None:
    """Read the amount an aspect names."""
    amount: float | None = getattr(demand, aspect.value)
    return amount


def with_amount(demand: Demand, aspect: Aspect, amount: float | None) -> Demand:
    """Put an amount where an aspect names it, and change nothing else."""
    fields: dict[str, Any] = {aspect.value: amount}
    return replace(demand, **fields)


def hours_bounds(demand: Demand, task: Task, profile: JobProfile) -> Range | None:
    """Least and most hours a day the demand can last, by what is stated; None where nothing is."""
    if demand.hours_per_day is not None:
        return demand.hours_per_day, demand.hours_per_day
    if demand.hours_range is not None:
        return demand.hours_range
    if demand.frequency_band is not None and profile.frequency_scale is not None:
        by_band = profile.frequency_scale.hours(demand.frequency_band, profile.shift.hours_per_day)
        if by_band is not None:
            return by_band
    if task.hours_per_day is not None:
        return 0.0, task.hours_per_day
    return None if task.hours_range is None else (0.0, task.hours_range[1])


def _with_hours(demand: Demand, shaping: Shaping, task: Task, profile: JobProfile) -> Demand:
    """Hours change as stated; without any, the bound changes. The letter of the sheet no longer holds."""
    if demand.hours_per_day is not None:
        return replace(
            demand,
            hours_per_day=shaping.of(demand.hours_per_day),
            hours_range=shaping.of_range(demand.hours_range),
            frequency_band=None,
        )
    bounds = hours_bounds(demand, task, profile)
    if bounds is None:
        return demand if shaping.cap is None else replace(demand, hours_range=(0.0, shaping.cap))
    return replace(demand, hours_range=shaping.of_range(bounds), frequency_band=None)


def _with_pace(demand: Demand, aspect: Aspect, shaping: Shaping) -> Demand:
    """Duty cycle is pace times length of effort, so a stated one moves with either."""
    old = amount_of(demand, aspect)
    duty_cycle = _at_most_one(_times(demand.duty_cycle, _share(old, shaping)))
    return replace(with_amount(demand, aspect, _or_cap(old, shaping)), duty_cycle=duty_cycle)


def _share(amount: float | None, shaping: Shaping) -> float:
    """Divide the new amount by the old; where the old one is unknown, the factor alone."""
    if not amount:
        return shaping.factor
    return (shaping.of(amount) or 0.0) / amount


def _or_cap(amount: float | None, shaping: Shaping) -> float | None:
    """Take an unknown amount under a cap as the cap: it can be no more."""
    return shaping.cap if amount is None else shaping.of(amount)


def _times(amount: float | None, factor: float) -> float | None:
    return None if amount is None else amount * factor


def _at_most_one(share: float | None) -> float | None:
    return None if share is None else min(share, 1.0)
