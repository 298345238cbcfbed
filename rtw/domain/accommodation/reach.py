"""Which gaps of a match an accommodation acts on, and how much of the demand it leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from job_profiles.kinds import DemandKind
from job_profiles.profile import JobProfile
from rtw.domain.accommodation.amounts import amount_of, hours_bounds
from rtw.domain.accommodation.effects import ChosenEffect, apply
from rtw.domain.accommodation.kinds import Aspect, Change, EffectBasis
from rtw.domain.accommodation.tool_fit import ToolFit, tool_fit
from rtw.domain.accommodation.values import Accommodation, Effect
from rtw.domain.capacity import Quantity
from rtw.domain.gap import Comparison, Gap, JobMatch, TaskMatch
from rtw.domain.verdicts import Verdict

_HELPS: Final = {
    Quantity.FORCE_N: (
        Aspect.FORCE_N,
        Aspect.DUTY_CYCLE,
        Aspect.EFFORTS_PER_MINUTE,
        Aspect.SECONDS_PER_EFFORT,
    ),
    Quantity.LOAD_KG: (Aspect.LOAD_KG,),
    Quantity.HOURS_PER_DAY: (Aspect.HOURS_PER_DAY,),
    Quantity.BOUT_H: (Aspect.LONGEST_BOUT_H, Aspect.HOURS_PER_DAY),
    Quantity.ANGLE_DEG: (Aspect.ANGLE_DEG,),
    Quantity.EFFORTS_PER_MINUTE: (Aspect.EFFORTS_PER_MINUTE,),
    Quantity.AHV_M_S2: (Aspect.AHV_M_S2,),
    Quantity.A8_M_S2: (Aspect.AHV_M_S2, Aspect.HOURS_PER_DAY),
    Quantity.TORQUE_N_M: (Aspect.TORQUE_N_M,),
    Quantity.PERMITTED: (),
}
"""Which amounts of a demand can bring a limit of each quantity within reach, the limit's own first."""

_WHOLE: Final = (Change.REMOVE, Change.OTHER_HAND)


@dataclass(frozen=True, slots=True)
class TouchedGap:
    """A gap an accommodation acts on, by `effect`.

    `remaining` is the share of the amount that is left: 0 where the hand is spared, None where not known.
    `only_if` names the tool that must be used where the sheet names none: "a screwdriver".
    """

    gap: Gap
    effect: Effect
    remaining: float | None
    only_if: str | None = None


@dataclass(frozen=True, slots=True)
class AskingGap:
    """A gap that asks for a change: its task, all kinds that task asks, and the comparisons that are open."""

    gap: Gap
    task: TaskMatch
    kinds: frozenset[DemandKind]
    comparisons: tuple[Comparison, ...]


def asking_gaps(match: JobMatch) -> tuple[AskingGap, ...]:
    """List the gaps that ask for a change, in the order of the match: once for all accommodations."""
    kinds = (frozenset(demand.kind for demand in task.task.demands) for task in match.tasks)
    return tuple(
        AskingGap(gap, task, asked, comparisons)
        for task, asked in zip(match.tasks, kinds, strict=True)
        for gap in task.gaps
        if (comparisons := exceeded(gap))
    )


def touched_gaps(accommodation: Accommodation, asking: Iterable[AskingGap]) -> tuple[TouchedGap, ...]:
    """Find those of the asking gaps an accommodation acts on, in their order.

    One that is about certain tools acts on no demand whose sheet names others.
    """
    tools = accommodation.tools
    return tuple(
        TouchedGap(
            one.gap,
            effect,
            remaining_share(accommodation, effect, one.gap, one.task),
            tools.named if tools and fit is ToolFit.NOT_SAID else None,
        )
        for one in asking
        if (effect := _helping(accommodation, one)) is not None
        and (fit := tool_fit(tools, one.gap.demand, one.task.task)) is not ToolFit.ANOTHER
    )


def served_tasks(touched: Sequence[TouchedGap]) -> tuple[str, ...]:
    """Name the tasks an accommodation is offered for, in the order of the match.

    A task where its tool may not be used at all is left to the therapist, unless there is no other.
    """
    sure = [touch for touch in touched if not touch.only_if]
    return tuple(dict.fromkeys(touch.gap.task for touch in sure or touched))


def remaining_share(accommodation: Accommodation, effect: Effect, gap: Gap, task: TaskMatch) -> float | None:
    """Give the share of what `effect` changes that is left when only this accommodation is in place."""
    if not effect.is_known:
        return None
    job = JobProfile(title="", tasks=(task.task,))
    changed = apply(gap.demand, task.task, job, (ChosenEffect(accommodation),))
    if changed is None or changed.hand is not gap.demand.hand:
        return 0.0
    if effect.aspect is Aspect.HOURS_PER_DAY:
        before, after = hours_bounds(gap.demand, task.task, job), hours_bounds(changed, task.task, job)
        return _ratio(before[1] if before else None, after[1] if after else None)
    if effect.aspect is None:
        return None
    return _ratio(amount_of(gap.demand, effect.aspect), amount_of(changed, effect.aspect))


def governing_aspect(gap: Gap) -> Aspect | None:
    """Name the amount of the demand that the deciding limit is about; None where it is not an amount."""
    governing = gap.governing
    aspects = _HELPS[governing.quantity] if governing else ()
    return aspects[0] if aspects else None


def exceeded(gap: Gap) -> tuple[Comparison, ...]:
    """List the comparisons that ask for a change; none where the gap is within or waits for the clinic."""
    if gap.verdict is Verdict.WITHIN:
        return ()
    asking = tuple(comparison for comparison in gap.comparisons if _asks_for_change(comparison))
    overridden = gap.override is not None and gap.verdict is not Verdict.CANNOT_SAY
    return asking or (gap.comparisons if overridden else ())


def _asks_for_change(comparison: Comparison) -> bool:
    """Tell a limit that is passed, or an amount the employer left open, from all others."""
    if comparison.verdict is Verdict.CANNOT_SAY:
        return comparison.missing is not None and comparison.missing.where == "employer"
    return comparison.verdict is not Verdict.WITHIN


def _helping(accommodation: Accommodation, asking: AskingGap) -> Effect | None:
    """Find the effect that acts on a gap; of several the one whose size is known best."""
    kind = asking.gap.kind
    helping = [
        effect
        for effect in accommodation.effects
        if effect.covers(kind)
        and not effect.adverse
        and (not effect.only_with or not asking.kinds.isdisjoint(effect.only_with))
        and any(_reaches(effect, comparison) for comparison in asking.comparisons)
    ]
    return min(helping, key=lambda effect: list(EffectBasis).index(effect.basis)) if helping else None


def _reaches(effect: Effect, comparison: Comparison) -> bool:
    """Whether it changes what the limit is about; an amount left open is settled only by a bound."""
    if effect.change in _WHOLE:
        return True
    if comparison.verdict is Verdict.CANNOT_SAY and effect.change is not Change.CAP:
        return False
    if effect.aspect is None:
        return comparison.quantity is not Quantity.PERMITTED
    return effect.aspect in _HELPS[comparison.quantity]


def _ratio(before: float | None, after: float | None) -> float | None:
    return None if not before or after is None or after == before else after / before
