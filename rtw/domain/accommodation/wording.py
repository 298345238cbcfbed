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
    """Say which gap it acts on and how, on how many more, and which tool must be used for that."""
    first = touched[0]
    where = f"{first.gap.kind.label} in {first.gap.task}, {first.gap.side.label.lower()}"
    words = f"{where}, {_verdict_words(first.gap)}: {effect_words(first.effect)}."
    more = len(touched) - 1
    if more:
        words += f" It acts on {more} more {'demand' if more == 1 else 'demands'}."
    return words + _only_if_words(touched)


def _only_if_words(touched: Sequence[TouchedGap]) -> str:
    """Name the tool that must be used, and where, if the sheet names it elsewhere."""
    unsure = [touch for touch in touched if touch.only_if]
    if not unsure:
        return ""
    tasks = ", ".join(dict.fromkeys(touch.gap.task for touch in unsure))
    place = "" if len(unsure) == len(touched) else f" in {tasks}"
    return f" Only if {unsure[0].only_if} is used{place}: the sheet does not say."


def name_in_sentence(name: str) -> str:
    """Write a name as it stands within a sentence: a small first letter, but for "D-shaped" and "USB hub"."""
    first = name.split(" ", 1)[0]
    is_plain = first == "A" or (first.isalpha() and first[1:].islower())
    return name[0].lower() + name[1:] if is_plain else name


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
    yield from essential_words(accommodation, tasks, match)


def essential_words(accommodation: Accommodation, tasks: Sequence[str], match: JobMatch) -> Iterator[str]:
    """Warn where whole tasks go that make the job what it is."""
    essential = [t.task.name for t in match.tasks if t.task.name in tasks and t.task.essential]
    if essential and any(e.every_kind and e.change is Change.REMOVE for e in accommodation.effects):
        them = "it" if len(essential) == 1 else "these essential tasks"
        yield f"Essential: {', '.join(essential)}. Without {them} the job is a different one."


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
