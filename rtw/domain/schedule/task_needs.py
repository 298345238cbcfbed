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
    stated = stated_hours(profile)
    open_ended = [name for name, hours in stated.items() if hours is None]
    known = sum((hours for hours in stated.values() if hours is not None), Fraction(0))
    day, _ = working_day(profile, settings)
    rest = max(Fraction(1, 2), (day - known) / len(open_ended)) if open_ended else Fraction(0)
    return {name: rest if hours is None else hours for name, hours in stated.items()}


def stated_hours(profile: JobProfile) -> dict[str, Fraction | None]:
    """Hours a day of every task; None where nobody states them."""
    return {task.name: _hours(task) for task in profile.tasks}


def working_day(profile: JobProfile, settings: PlanSettings) -> tuple[Fraction, bool]:
    """Give the hours of a working day, and whether sheet or employer named them."""
    named = profile.shift.hours_per_day or settings.offer.hours_per_day
    return Fraction(named or settings.default_shift_h), named is not None


def _hours(task: Task) -> Fraction | None:
    high = task.hours_range[1] if task.hours_range else None
    hours = task.hours_per_day if task.hours_per_day is not None else high
    return None if hours is None else Fraction(hours).limit_denominator(240)


def in_blocks(hours: dict[str, Fraction], most: int | None = None) -> dict[str, int]:
    """Whole half-hours of every task with hours, one at least, their sum kept: the largest lack goes first.

    Tasks that come to more than `most` half-hours share them in proportion. Only more tasks than
    half-hours come to more: none may fall out, for its demands would no longer count.
    """
    wanted = {name: amount * 2 for name, amount in hours.items() if amount > 0}
    whole = sum(wanted.values(), Fraction(0))
    if most is not None and whole > most:
        wanted = {name: amount * most / whole for name, amount in wanted.items()}
        whole = Fraction(most)
    blocks = dict.fromkeys(wanted, 1)
    for _ in range(round(whole) - len(blocks)):
        blocks[max(wanted, key=lambda name: wanted[name] - blocks[name])] += 1
    return blocks


def full_day(profile: JobProfile, settings: PlanSettings) -> dict[str, int]:
    """Give the half-hours of every task at full duty, within the longest day there is."""
    return in_blocks(tasks_with_hours(profile, settings), longest_day(profile, settings))


def longest_day(profile: JobProfile, settings: PlanSettings) -> int | None:
    """Give the most half-hours of a day; None where no sheet names a shift.

    It is the shift. A longer one is the therapist's to confirm, as the hours the employer offers.
    """
    shift = profile.shift.hours_per_day
    if shift is None:
        return None
    return max(1, floor(Fraction(max(shift, settings.offer.hours_per_day or 0.0)) * 2))


def handed_over(job: JobProfile, planned: JobProfile, settings: PlanSettings) -> tuple[str, ...]:
    """Name the essential tasks that the job as it is planned does not have any more."""
    left = {task.name for task in planned.tasks}
    return tuple(task.name for task in job.tasks if task.name not in left and _is_essential(task, settings))


def _is_essential(task: Task, settings: PlanSettings) -> bool:
    return settings.essential_if_not_said if task.essential is None else task.essential


def task_needs(profile: JobProfile, capacity: Capacity, settings: PlanSettings) -> tuple[TaskNeed, ...]:
    """Every task with hours, as the schedule sees it."""
    blocks = full_day(profile, settings)
    return tuple(
        _need(task, blocks[task.name], capacity, settings) for task in profile.tasks if task.name in blocks
    )


def _need(task: Task, full: int, capacity: Capacity, settings: PlanSettings) -> TaskNeed:
    bouts = sorted(_bouts(task, capacity), key=lambda entry: entry[0])
    minutes, ground = bouts[0] if bouts else (None, None)
    return TaskNeed(
        name=task.name,
        essential=_is_essential(task, settings),
        full=full,
        min_block=min(full, settings.min_block),
        longest_bout_minutes=minutes,
        offered_from=dict(settings.offer.tasks_from).get(task.name),
        offered_until=dict(settings.offer.tasks_until).get(task.name),
        bout_ground=ground,
        asked_h=None if (asked := _hours(task)) is None else float(asked),
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
