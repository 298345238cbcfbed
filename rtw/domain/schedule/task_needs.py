"""From a job's tasks to what a schedule has to place: whole half-hours, bouts, what is offered when."""

from collections.abc import Iterator
from fractions import Fraction
from math import floor

from job_profiles.profile import Demand, JobProfile, Task
from rtw.domain.capacity import Basis, Capacity, Limit, Quantity
from rtw.domain.hands import sides_of
from rtw.domain.schedule.brief import Ground, Origin, TaskNeed
from rtw.domain.schedule.settings import PlanSettings

MINUTES_PER_HOUR = 60

ORIGINS = {
    Basis.MEASURED: Origin.MEASURED,
    Basis.DERIVED: Origin.MEASURED,
    Basis.CLINICIAN: Origin.THERAPIST,
    Basis.SURGEON: Origin.SURGEON,
    Basis.PATIENT: Origin.PATIENT,
    Basis.KNOWLEDGE: Origin.KNOWLEDGE,
}
"""Who stands behind a limit of each basis."""


def tasks_with_hours(profile: JobProfile, settings: PlanSettings) -> dict[str, Fraction]:
    """Hours a day of every task; a task without any takes an equal share of what the shift leaves."""
    stated = {task.name: _hours(task) for task in profile.tasks}
    open_ended = [name for name, hours in stated.items() if hours is None]
    known = sum((hours for hours in stated.values() if hours is not None), Fraction(0))
    shift = Fraction(profile.shift.hours_per_day or settings.offer.hours_per_day or settings.default_shift_h)
    rest = max(Fraction(1, 2), (shift - known) / len(open_ended)) if open_ended else Fraction(0)
    return {name: rest if hours is None else hours for name, hours in stated.items()}


def _hours(task: Task) -> Fraction | None:
    high = task.hours_range[1] if task.hours_range else None
    hours = task.hours_per_day if task.hours_per_day is not None else high
    return None if hours is None else Fraction(hours).limit_denominator(240)


def in_blocks(hours: dict[str, Fraction]) -> dict[str, int]:
    """Whole half-hours of every task with hours, their sum kept: largest remainders are rounded up."""
    wanted = {name: amount * 2 for name, amount in hours.items() if amount > 0}
    blocks = {name: max(1, floor(amount)) for name, amount in wanted.items()}
    spare = round(sum(wanted.values())) - sum(blocks.values())
    by_remainder = sorted(wanted, key=lambda name: blocks[name] - wanted[name])
    for name in by_remainder[: max(0, spare)]:
        blocks[name] += 1
    return blocks


def task_needs(profile: JobProfile, capacity: Capacity, settings: PlanSettings) -> tuple[TaskNeed, ...]:
    """Every task with hours, as the schedule sees it."""
    blocks = in_blocks(tasks_with_hours(profile, settings))
    return tuple(
        _need(task, blocks[task.name], capacity, settings) for task in profile.tasks if task.name in blocks
    )


def _need(task: Task, full: int, capacity: Capacity, settings: PlanSettings) -> TaskNeed:
    bouts = sorted(_bouts(task, capacity), key=lambda entry: entry[0])
    minutes, ground = bouts[0] if bouts else (None, None)
    return TaskNeed(
        name=task.name,
        essential=settings.essential_if_not_said if task.essential is None else task.essential,
        full=full,
        min_block=min(full, settings.min_block),
        longest_bout_minutes=minutes,
        offered_from=dict(settings.offer.tasks_from).get(task.name),
        offered_until=dict(settings.offer.tasks_until).get(task.name),
        bout_ground=ground,
    )


def _bouts(task: Task, capacity: Capacity) -> Iterator[tuple[int, Ground]]:
    """Limits on a stretch of what the task asks. None at all (0) shuts the task, elsewhere."""
    for demand in task.demands:
        sides = sides_of(demand.hand, capacity.dominant)
        for limit in capacity.limits:
            concerns = limit.kind is demand.kind and (limit.side is None or limit.side in sides)
            if concerns and limit.quantity is Quantity.BOUT_H and _reaches(demand, limit):
                yield max(1, floor(limit.value * MINUTES_PER_HOUR)), ground_of(limit)


def _reaches(demand: Demand, limit: Limit) -> bool:
    """Whether a stretch of the demand can come up to the limit; one that is never asked cannot."""
    if demand.hours_per_day == 0.0 or limit.value <= 0:
        return False
    return demand.longest_bout_h is None or demand.longest_bout_h > limit.value


def ground_of(limit: Limit) -> Ground:
    """Where a limit comes from, and who could loosen it."""
    return Ground(ORIGINS[limit.basis], limit.origin, limit.source, _HELPS[ORIGINS[limit.basis]])


_HELPS = {
    Origin.MEASURED: "Measure again; a better figure loosens it",
    Origin.PATIENT: "Ask for the tolerated time again at the next visit",
    Origin.THERAPIST: "The therapist may set a higher limit",
    Origin.SURGEON: "Ask the surgeon whether it still stands",
    Origin.KNOWLEDGE: "An accommodation that lowers the exposure",
}
