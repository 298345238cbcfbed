"""Applying accommodations to what a job asks: a changed profile that matching then reads anew.

The order in which accommodations are chosen never matters: per amount all factors come first, then
all differences, then the lowest cap. Choosing one twice is choosing it once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import prod

from job_profiles.kinds import Hand
from job_profiles.profile import Demand, JobProfile, Range, Task
from rtw.domain.accommodation.amounts import Shaping, shaped, with_amount
from rtw.domain.accommodation.kinds import Aspect, Change
from rtw.domain.accommodation.values import Accommodation, Asks, Effect

_COMES_WITH = "Comes with: "


def brought_by(demand: Demand) -> str | None:
    """Name the accommodation that a demand comes with; None where the job itself asks it."""
    written = demand.as_written or ""
    return written.removeprefix(_COMES_WITH) if written.startswith(_COMES_WITH) else None


@dataclass(frozen=True, slots=True)
class ChosenEffect:
    """An accommodation as chosen: the tasks it serves (none: the whole job) and the figures given for it."""

    accommodation: Accommodation
    tasks: tuple[str, ...] = ()
    given: tuple[tuple[str, float], ...] = ()

    def serves(self, task: Task) -> bool:
        """Whether it acts in that task."""
        return not self.tasks or task.name in self.tasks

    def amount(self, effect: Effect) -> float | None:
        """Give the size of one of its effects: from the catalogue, or as given; None while unknown."""
        if effect.asks is not None:
            figure = dict(self.given).get(effect.asks.name)
            return figure if effect.asks.allows(figure) else None
        return effect.amount

    @property
    def unanswered(self) -> tuple[Asks, ...]:
        """Figures it asks for that are not given, or cannot be; until they are, they change nothing."""
        asked = (effect.asks for effect in self.accommodation.effects if effect.asks is not None)
        answers = dict(self.given)
        return tuple(ask for ask in asked if not ask.allows(answers.get(ask.name)))


@dataclass(frozen=True, slots=True)
class AccommodatedTask:
    """What becomes of one task: each demand in its old place (None: no longer asked), and what is new."""

    demands: tuple[Demand | None, ...]
    brought: tuple[Demand, ...]
    hours_per_day: float | None
    hours_range: Range | None
    is_removed: bool


@dataclass(frozen=True, slots=True)
class _Acting:
    effect: Effect
    amount: float | None
    by: Accommodation


_SWAPPED = {
    Hand.LEFT: Hand.RIGHT,
    Hand.RIGHT: Hand.LEFT,
    Hand.DOMINANT: Hand.NON_DOMINANT,
    Hand.NON_DOMINANT: Hand.DOMINANT,
}


def changed_profile(profile: JobProfile, chosen: Sequence[ChosenEffect]) -> JobProfile:
    """Put the chosen accommodations in place. A task taken away wholly is left out."""
    changes = [(task, accommodated_task(task, chosen, profile)) for task in profile.tasks]
    tasks = (_changed_task(task, change) for task, change in changes if not change.is_removed)
    return replace(profile, tasks=tuple(tasks))


def accommodated_task(task: Task, chosen: Sequence[ChosenEffect], profile: JobProfile) -> AccommodatedTask:
    """Put the chosen accommodations in place in one task, its demands in their old order."""
    acting = _acting(task, chosen)
    whole = [a for a in acting if a.effect.every_kind]
    hours = _shaping(whole, Aspect.HOURS_PER_DAY)
    return AccommodatedTask(
        demands=tuple(_changed_demand(demand, task, profile, acting) for demand in task.demands),
        brought=tuple(_brought(a) for a in acting if a.effect.change is Change.BRINGS),
        hours_per_day=hours.of(task.hours_per_day),
        hours_range=hours.of_range(task.hours_range),
        is_removed=any(a.effect.change is Change.REMOVE for a in whole),
    )


def apply(demand: Demand, task: Task, profile: JobProfile, chosen: Sequence[ChosenEffect]) -> Demand | None:
    """One demand of a task with the chosen accommodations in place; None: it is no longer asked."""
    return _changed_demand(demand, task, profile, _acting(task, chosen))


def _changed_task(task: Task, change: AccommodatedTask) -> Task:
    kept = tuple(demand for demand in change.demands if demand is not None)
    return replace(
        task,
        hours_per_day=change.hours_per_day,
        hours_range=change.hours_range,
        demands=kept + change.brought,
    )


def _acting(task: Task, chosen: Sequence[ChosenEffect]) -> list[_Acting]:
    """Effects at work in a task, in an order that does not depend on how they were chosen."""
    asked = {demand.kind for demand in task.demands}
    once = {choice.accommodation.id: choice for choice in _in_fixed_order(chosen) if choice.serves(task)}
    found: list[_Acting] = []
    for choice in once.values():
        effects = [e for e in choice.accommodation.effects if not e.only_with or asked & set(e.only_with)]
        if any(e.change is not Change.BRINGS and (e.every_kind or asked & set(e.kinds)) for e in effects):
            found += [_Acting(effect, choice.amount(effect), choice.accommodation) for effect in effects]
    return found


def _in_fixed_order(chosen: Sequence[ChosenEffect]) -> list[ChosenEffect]:
    """By id; of two choices of the same one, the figures given decide, never their order."""
    return sorted(chosen, key=lambda choice: (choice.accommodation.id, choice.tasks, choice.given))


def _changed_demand(
    demand: Demand, task: Task, profile: JobProfile, acting: Sequence[_Acting]
) -> Demand | None:
    mine = [a for a in acting if a.effect.covers(demand.kind) and a.effect.change is not Change.BRINGS]
    if any(a.effect.change is Change.REMOVE for a in mine):
        return None
    changed, moved = demand, {a.effect.aspect for a in mine}
    for aspect in (aspect for aspect in Aspect if aspect in moved):
        shaping = _shaping(mine, aspect)
        if not shaping.is_idle:
            changed = shaped(changed, aspect, shaping, task, profile)
    if any(a.effect.change is Change.OTHER_HAND for a in mine) and demand.hand in _SWAPPED:
        changed = replace(changed, hand=_SWAPPED[demand.hand])
    return changed


def _shaping(acting: Iterable[_Acting], aspect: Aspect) -> Shaping:
    here = [a for a in acting if a.effect.aspect is aspect and a.amount is not None]

    def amounts(change: Change) -> list[float]:
        return [a.amount for a in here if a.effect.change is change and a.amount is not None]

    caps = amounts(Change.CAP)
    return Shaping(prod(amounts(Change.MULTIPLY)), sum(amounts(Change.ADD)), min(caps) if caps else None)


def _brought(acting: _Acting) -> Demand:
    """Make a new demand, its amounts unknown unless given: never taken for nothing."""
    new = Demand(kind=acting.effect.kinds[0], as_written=f"{_COMES_WITH}{acting.by.name}")
    if acting.effect.aspect is None or acting.amount is None:
        return new
    return with_amount(new, acting.effect.aspect, acting.amount)
