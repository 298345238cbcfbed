"""Figures given with an accommodation, as limits that are printed: "given in this plan" must be true."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from job_profiles.kinds import DemandKind
from job_profiles.profile import JobProfile, Task
from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.accommodation.kinds import Aspect, Change
from rtw.domain.accommodation.values import Effect
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.plan import GivenLimit, Restriction
from rtw.domain.schedule.brief import Ground, Origin, ScheduleBrief, TaskNeed

_QUANTITIES: Final = {
    Aspect.FORCE_N: Quantity.FORCE_N,
    Aspect.LOAD_KG: Quantity.LOAD_KG,
    Aspect.HOURS_PER_DAY: Quantity.HOURS_PER_DAY,
    Aspect.LONGEST_BOUT_H: Quantity.BOUT_H,
    Aspect.ANGLE_DEG: Quantity.ANGLE_DEG,
    Aspect.EFFORTS_PER_MINUTE: Quantity.EFFORTS_PER_MINUTE,
    Aspect.AHV_M_S2: Quantity.AHV_M_S2,
    Aspect.TORQUE_N_M: Quantity.TORQUE_N_M,
}
"""Caps an employer can be told as a limit. A share of time under effort is not one."""


def given_restrictions(
    profile: JobProfile, chosen: Iterable[ChosenEffect], start: date, review_on: date
) -> tuple[Restriction, ...]:
    """Turn caps that were given for certain kinds of demand into restrictions until the review.

    A cap on a whole task needs none: its hours stand in the schedule, its stretch among the stretches.
    """
    return tuple(
        Restriction(
            kind, None, quantity, amount, start, review_on, review_on, Basis.CLINICIAN, _origin(choice)
        )
        for choice in chosen
        for effect, amount in _given_caps(choice)
        if not effect.every_kind and (quantity := _quantity(effect)) is not None
        for kind in _asked(profile, choice, effect)
    )


def with_given_bouts(brief: ScheduleBrief, chosen: Iterable[ChosenEffect]) -> ScheduleBrief:
    """Shorten the longest stretch of the tasks for which one was given."""
    needs = brief.tasks
    for choice in chosen:
        for effect, hours in _given_caps(choice):
            if effect.every_kind and effect.aspect is Aspect.LONGEST_BOUT_H:
                needs = tuple(_with_bout(need, choice, hours) for need in needs)
    return replace(brief, tasks=needs)


def figure_given(choice: ChosenEffect) -> GivenLimit | None:
    """Return the limit given with a choice, for the sentence that speaks of it; None where none was."""
    found = ((_quantity(effect), amount) for effect, amount in _given_caps(choice))
    return next((GivenLimit(quantity, amount) for quantity, amount in found if quantity), None)


def _given_caps(choice: ChosenEffect) -> Iterator[tuple[Effect, float]]:
    for effect in choice.accommodation.effects:
        amount = choice.amount(effect)
        if effect.asks is not None and effect.change is Change.CAP and amount is not None:
            yield effect, amount


def _quantity(effect: Effect) -> Quantity | None:
    return _QUANTITIES.get(effect.aspect) if effect.aspect else None


def _asked(profile: JobProfile, choice: ChosenEffect, effect: Effect) -> tuple[DemandKind, ...]:
    """List the kinds the effect is about that the tasks it serves really ask."""
    served: list[Task] = [task for task in profile.tasks if choice.serves(task)]
    asked = {demand.kind for task in served for demand in task.demands}
    return tuple(kind for kind in effect.kinds if kind in asked)


def _with_bout(need: TaskNeed, choice: ChosenEffect, hours: float) -> TaskNeed:
    """Keep the shorter of two stretches; one of less than a minute counts as a minute."""
    minutes = max(1, int(hours * 60))
    serves = not choice.tasks or need.name in choice.tasks
    if not serves or (need.longest_bout_minutes is not None and need.longest_bout_minutes <= minutes):
        return need
    ground = Ground(Origin.THERAPIST, _origin(choice), None, "Agree on a longer stretch")
    return replace(need, longest_bout_minutes=minutes, bout_ground=ground)


def _origin(choice: ChosenEffect) -> str:
    return f"figure given with “{choice.accommodation.name}”"
