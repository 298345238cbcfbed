"""Up to three accommodations for the same gap, side by side: effect, cost, evidence."""

from collections.abc import Sequence
from dataclasses import dataclass

from job_profiles.profile import Demand, JobProfile
from rtw.domain.accommodation.amounts import amount_of
from rtw.domain.accommodation.effects import ChosenEffect, apply
from rtw.domain.accommodation.kinds import Aspect, CostBand, EffectBasis, Evidence
from rtw.domain.accommodation.reach import governing_aspect
from rtw.domain.accommodation.values import Effect
from rtw.domain.accommodation.wording import effect_words
from rtw.domain.gap import Gap, TaskMatch

MOST_OPTIONS = 3
"""More than three columns are no longer read side by side (convention)."""


@dataclass(frozen=True, slots=True)
class Option:
    """One column of the comparison. `before` and `after` are of the governing amount, None where not known.

    `is_gone`: with this option the demand is no longer asked of this hand.
    """

    chosen: ChosenEffect
    aspect: Aspect | None
    before: float | None
    after: float | None
    is_gone: bool
    effect: str
    bases: tuple[EffectBasis, ...]
    makes_harder: tuple[str, ...]
    cost: CostBand
    evidence: Evidence


def compare(options: Sequence[ChosenEffect], gap: Gap, task: TaskMatch) -> tuple[Option, ...]:
    """Set options beside each other, in the order given. More than three raise ValueError."""
    if len(options) > MOST_OPTIONS:
        raise ValueError(f"at most {MOST_OPTIONS} options can be compared, not {len(options)}")
    return tuple(_option(chosen, gap, task) for chosen in options)


def _option(chosen: ChosenEffect, gap: Gap, task: TaskMatch) -> Option:
    changed = apply(gap.demand, task.task, JobProfile(title="", tasks=(task.task,)), (chosen,))
    aspect, entry = governing_aspect(gap), chosen.accommodation
    here = [effect for effect in entry.effects if effect.covers(gap.kind) and not effect.adverse]
    return Option(
        chosen=chosen,
        aspect=aspect,
        before=_amount(gap.demand, aspect),
        after=_amount(changed, aspect) if _has_size(chosen, here) else None,
        is_gone=changed is None or changed.hand is not gap.demand.hand,
        effect="; ".join(effect_words(effect) for effect in here) or "does not act on this demand",
        bases=tuple(dict.fromkeys(effect.basis for effect in here)),
        makes_harder=tuple(effect_words(effect) for effect in entry.effects if effect.adverse),
        cost=entry.cost,
        evidence=entry.evidence,
    )


def _has_size(chosen: ChosenEffect, effects: Sequence[Effect]) -> bool:
    return any(chosen.amount(effect) is not None for effect in effects)


def _amount(demand: Demand | None, aspect: Aspect | None) -> float | None:
    return None if demand is None or aspect is None else amount_of(demand, aspect)
