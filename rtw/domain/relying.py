"""Which hours of a plan hold only with accommodations that are not in place yet.

A schedule reckons with what was chosen. Until it is there, an employer would read hours of a task beside a
restriction that forbids it; so the plan names, with each such accommodation, the tasks that wait for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final

from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.plan import AccommodationStatus, ChosenAccommodation, Plan, Restriction
from rtw.domain.planning import CaseFindings, Figures, brief_for, matched
from rtw.domain.restrictions import Written
from rtw.domain.schedule.check_restrictions import check_restrictions
from rtw.domain.schedule.checker import check
from rtw.domain.schedule.settings import PlanSettings
from rtw.domain.schedule.values import Schedule
from rtw.domain.schedule.violation import Breach

_OF_THE_HAND: Final = (Breach.CLOSED_TASK, Breach.DOSE, Breach.BOUT, Breach.RESTRICTION)


@dataclass(frozen=True, slots=True)
class Planning:
    """What a plan was worked out from: the case, the figures, the settings and the day."""

    case: CaseFindings
    figures: Figures
    settings: PlanSettings
    on: date


def with_relying_tasks(plan: Plan, made: Planning) -> Plan:
    """Name, with each accommodation not yet in place, the tasks whose hours rely on it."""
    pending = {
        each.accommodation_id
        for each in plan.accommodations
        if each.status.is_live and each.status is not AccommodationStatus.IN_PLACE
    }
    effects = tuple(one for one in made.case.chosen if one.accommodation.id in pending)
    relying = (
        _relying(made, plan.schedule, plan.restrictions, effects) if effects and plan.schedule.weeks else {}
    )
    return replace(plan, accommodations=tuple(_with(each, relying) for each in plan.accommodations))


def _with(chosen: ChosenAccommodation, relying: dict[str, tuple[str, ...]]) -> ChosenAccommodation:
    return replace(chosen, relied_on_by=relying.get(chosen.accommodation_id, ()))


# A plan is looked at far more often than it is changed.
@lru_cache(maxsize=64)
def _relying(
    made: Planning,
    schedule: Schedule,
    restrictions: tuple[Restriction, ...],
    pending: tuple[ChosenEffect, ...],
) -> dict[str, tuple[str, ...]]:
    """Find the tasks for which each of them is needed, and those that break a limit only without all of them.

    Where any one of several would do, all of them are named: which one comes first is not known.
    """
    worked = _worked(schedule)

    def broken(without: Iterable[ChosenEffect]) -> set[str]:
        return _broken(made, schedule, restrictions, tuple(without))

    amiss = broken(())
    alone = {one.accommodation.id: _of(one, broken((one,)) - amiss, worked) for one in pending}
    rest = broken(pending) - amiss - {task for tasks in alone.values() for task in tasks}
    for one in pending:
        alone[one.accommodation.id] |= {task for task in rest if not one.tasks or task in one.tasks}
    return {name: tuple(task for task in worked if task in tasks) for name, tasks in alone.items()}


def _worked(schedule: Schedule) -> tuple[str, ...]:
    entries = (entry.task for week in schedule.weeks for day in week.days for entry in day.tasks)
    return tuple(dict.fromkeys(entries))


def _of(one: ChosenEffect, tasks: set[str], worked: tuple[str, ...]) -> set[str]:
    """Keep the tasks it serves. A day's sum is named by its heaviest task, which may be another."""
    served = {task for task in worked if not one.tasks or task in one.tasks}
    return tasks & served or (served if tasks else set())


def _broken(
    made: Planning,
    schedule: Schedule,
    restrictions: tuple[Restriction, ...],
    without: tuple[ChosenEffect, ...],
) -> set[str]:
    """Name the tasks whose hours go beyond a limit of the hand when these accommodations are missing."""
    left = tuple(one for one in made.case.chosen if one not in without)
    case = replace(made.case, chosen=left)
    done = matched(case, made.figures, made.on)
    brief = brief_for(case, done, made.figures, made.settings, Written(instead=()))
    found = (
        *check(schedule, brief),
        *check_restrictions(schedule, done.profile, restrictions, done.capacity.dominant),
    )
    return {violation.task for violation in found if violation.task and violation.breach in _OF_THE_HAND}
