"""Accommodations in words for the clinician: what an effect does, why it is suggested, what to mind."""

from collections.abc import Iterator, Sequence, Set

from rtw.domain.accommodation.kinds import Change, Circumstance, EffectBasis
from rtw.domain.accommodation.reach import TouchedGap
from rtw.domain.accommodation.values import Accommodation, Effect
from rtw.domain.gap import Gap, JobMatch
from rtw.domain.verdicts import Verdict


def effect_words(effect: Effect) -> str:
    """Say what an effect does, with its figure where there is one."""
    match effect.change:
        case Change.REMOVE:
            return "takes the demand away"
        case Change.OTHER_HAND:
            return "moves the demand to the other hand"
        case Change.BRINGS:
            return f"brings {effect.kinds[0].label.lower()}"
        case _:
            return _amount_words(effect)


def reason_words(touched: Sequence[TouchedGap]) -> str:
    """Say in one sentence which gap it acts on and how, and for how many more it does so."""
    first = touched[0]
    where = f"{first.gap.kind.label} in {first.gap.task}, {first.gap.side.label.lower()}"
    more = f" So for {len(touched) - 1} more." if len(touched) > 1 else ""
    return f"{where}, {_verdict_words(first.gap)}: {effect_words(first.effect)}.{more}"


def caution_words(
    accommodation: Accommodation,
    tasks: Sequence[str],
    match: JobMatch,
    circumstances: Set[Circumstance],
) -> Iterator[str]:
    """Say what it makes harder, what must hold for it, and what about this person asks for care."""
    for effect in accommodation.effects:
        if effect.adverse:
            yield f"Also {effect_words(effect)}. {effect.explanation}"
        if effect.condition:
            yield f"Only true if: {effect.condition}"
    for contra in accommodation.contraindications:
        if contra.when in circumstances:
            yield f"{contra.when.label}: {contra.reason}"
    essential = [t.task.name for t in match.tasks if t.task.name in tasks and t.task.essential]
    if essential and any(e.every_kind and e.change is Change.REMOVE for e in accommodation.effects):
        yield f"Essential: {', '.join(essential)}. Without it the job is a different one."


def _amount_words(effect: Effect) -> str:
    what = effect.aspect.label if effect.aspect else "the demand"
    unit = effect.aspect.unit if effect.aspect else ""
    if effect.basis is EffectBasis.NOT_KNOWN:
        return f"acts on {what}, by how much is not known"
    if effect.amount is None:
        verb = "limits {} to the figure" if effect.change is Change.CAP else "multiplies {} by the share"
        return f"{verb.format(what)} you give"
    match effect.change:
        case Change.CAP:
            return f"limits {what} to {effect.amount:g} {unit}"
        case Change.ADD:
            return f"changes {what} by {effect.amount:+g} {unit}"
        case _:
            return f"multiplies {what} by {effect.amount:g}"


def _verdict_words(gap: Gap) -> str:
    words = {Verdict.EXCEEDS: "exceeds the limit", Verdict.MARGINAL: "is at the limit"}
    return words.get(gap.verdict, "cannot be judged as it stands")
