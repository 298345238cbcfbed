"""From a matched job to a brief: which limits a schedule of this job for this hand must keep."""

from collections.abc import Iterator
from dataclasses import replace
from math import floor

from job_profiles.profile import JobProfile
from rtw.domain.capacity import Basis, Capacity, Limit, Quantity
from rtw.domain.exposure.mae import MaeCoefficients
from rtw.domain.gap import JobMatch
from rtw.domain.hands import sides_of
from rtw.domain.matching.asked import asked_of
from rtw.domain.schedule.brief import (
    Gate,
    GateKind,
    Ground,
    Growth,
    HoursCap,
    MinDay,
    Offer,
    Origin,
    Requirement,
    ScheduleBrief,
    TaskNeed,
)
from rtw.domain.schedule.doses_from_match import DoseInputs, StrengthForecast, doses_of
from rtw.domain.schedule.gates_from_match import gates_of
from rtw.domain.schedule.settings import HoursLimit, PlanSettings
from rtw.domain.schedule.task_needs import ORIGINS, full_day, longest_day, task_needs
from rtw.domain.schedule.values import BLOCK_H

WORKDAYS_IN_WEEK = 5
"""Days of a working week where neither sheet nor employer names them (convention)."""

TINY = 1e-9
"""Slack for shares that no binary number holds exactly."""


def brief_of(
    profile: JobProfile,
    match: JobMatch,
    capacity: Capacity,
    settings: PlanSettings,
    mae: MaeCoefficients,
    forecast: StrengthForecast | None = None,
) -> ScheduleBrief:
    """Make the brief of a schedule from the job's match and the therapist's settings."""
    needs = task_needs(profile, capacity, settings)
    hours = {need.name: need.full * BLOCK_H for need in needs}
    inputs = DoseInputs(profile, match, capacity, settings, mae, hours, forecast)
    gates = (*gates_of(match, capacity, mae, settings), *_coming_gates(profile, capacity))
    placed = {need.name for need in needs}
    return ScheduleBrief(
        start=settings.start,
        weeks=settings.weeks,
        tasks=needs,
        offer=_offer(profile, settings, needs),
        requirement=_requirement(settings),
        breaks=settings.breaks,
        gates=tuple(gate for gate in gates if gate.task in placed),
        doses=doses_of(inputs),
        hours_caps=tuple(_hours_cap(i, cap, settings.weeks) for i, cap in enumerate(settings.hours_limits)),
        growth=_growth(settings, needs),
        min_day=_min_day(settings, needs),
        rests=settings.rests,
        away=settings.away,
        unplaced_gates=tuple(gate for gate in gates if gate.task not in placed),
    )


def unplaced_tasks(profile: JobProfile, settings: PlanSettings) -> tuple[str, ...]:
    """Name the tasks without time of their own (0 h a day), which no schedule places."""
    blocks = full_day(profile, settings)
    return tuple(task.name for task in profile.tasks if task.name not in blocks)


def _offer(profile: JobProfile, settings: PlanSettings, needs: tuple[TaskNeed, ...]) -> Offer:
    """Say what days and hours there are: never more days than the job has, nor hours than its tasks fill."""
    whole_day = _whole_day(needs)
    hours = settings.offer.hours_per_day
    count = min(7, max(1, floor(profile.shift.days_per_week or WORKDAYS_IN_WEEK)))
    days = tuple(sorted(settings.offer.workdays or range(count)))[:count]
    words = "the employer's working day" if hours is not None else "the job's own working day"
    ground = Ground(Origin.EMPLOYER if hours is not None else Origin.JOB, words, None, "Ask the employer")
    shift = profile.shift.hours_per_day
    shorter = hours is not None and (shift is None or hours < shift)
    longest = longest_day(profile, settings)
    most = floor(hours / BLOCK_H) if hours is not None and shorter else min(whole_day, longest or whole_day)
    return Offer(days, most, ground, settings.offer.closed_on)


def _requirement(settings: PlanSettings) -> Requirement:
    ground = Ground(Origin.THERAPIST, "a plan must hold some work", None, "Begin later")
    begin = settings.begin_by_week or settings.weeks
    return Requirement(ground, begin, settings.full_duty_by_week)


def _growth(settings: PlanSettings, needs: tuple[TaskNeed, ...]) -> Growth:
    step = settings.day_step
    half_hours, first = _first_day(settings, needs)
    words = f"{first.words}; {step.ground.words}"
    return Growth(half_hours, step.value, Ground(first.origin, words, first.source, step.ground.helps))


def _first_day(settings: PlanSettings, needs: tuple[TaskNeed, ...]) -> tuple[int, Ground]:
    """Give the longest first day: the therapist's, or the share of the usual day that is published.

    The share is rounded down to whole half-hours, as every limit to its protective side, but never below
    the shortest day or block that is worth the way to work: no plan could begin.
    """
    if settings.first_day is not None:
        return settings.first_day.value, settings.first_day.ground
    ground, shortest = settings.start_share.ground, _min_day(settings, needs)
    least = max(min((need.min_block for need in needs), default=1), shortest.half_hours if shortest else 1)
    half_hours = floor(settings.start_share.value * _whole_day(needs) + TINY)
    if half_hours >= least:
        return half_hours, ground
    return least, replace(ground, words=f"{ground.words}, but at least {least * BLOCK_H:g} h")


def _min_day(settings: PlanSettings, needs: tuple[TaskNeed, ...]) -> MinDay | None:
    if settings.min_day is None:
        return None
    return MinDay(min(settings.min_day.value, max(1, _whole_day(needs))), settings.min_day.ground)


def _whole_day(needs: tuple[TaskNeed, ...]) -> int:
    return sum(need.full for need in needs)


def _hours_cap(index: int, limit: HoursLimit, weeks: int) -> HoursCap:
    ground = Ground(limit.origin, limit.words, None, "Ask whoever set it whether it still stands")
    daily, weekly = (
        None if hours is None else (floor(hours / BLOCK_H),) * weeks
        for hours in (limit.hours_per_day, limit.hours_per_week)
    )
    return HoursCap(f"hours-{index}", ground, daily, weekly, limit.since, limit.until)


def _coming_gates(profile: JobProfile, capacity: Capacity) -> Iterator[Gate]:
    """Shut what a restriction forbids that begins after today: the match of today does not know it."""
    coming = [limit for limit in capacity.limits if limit.since is not None and limit.since > capacity.on]
    for limit in coming:
        for task in profile.tasks:
            for index in range(len(task.demands)):
                if _breaks(profile, capacity, limit, task.name, index):
                    yield _coming_gate(limit, task.name)


def _breaks(profile: JobProfile, capacity: Capacity, limit: Limit, name: str, index: int) -> bool:
    task = next(task for task in profile.tasks if task.name == name)
    demand = task.demands[index]
    sides = sides_of(demand.hand, capacity.dominant)
    concerns = limit.kind is demand.kind and (limit.side is None or limit.side in sides)
    if not concerns or limit.quantity in (Quantity.HOURS_PER_DAY, Quantity.BOUT_H, Quantity.A8_M_S2):
        return False
    if limit.quantity is Quantity.PERMITTED:
        return limit.value == 0
    required = asked_of(profile, task, index, limit.side or sides[0]).required(limit.quantity)
    return required is None or required[1] > limit.value


def _coming_gate(limit: Limit, task: str) -> Gate:
    origin = ORIGINS[limit.basis]
    ground = Ground(origin, f"{limit.kind.label}: {limit.origin}", limit.source, "Ask whoever set it")
    clinician = limit.basis in (Basis.SURGEON, Basis.CLINICIAN)
    until = limit.until if clinician else None
    kind = GateKind.DATED if until else GateKind.NOT_PERMITTED
    return Gate(task, kind, limit.side, ground, limit.since, until)
