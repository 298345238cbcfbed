"""Why panels of accommodations: what changes a demand, by how much, and who found that."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rtw.domain.accommodation.compare import Option
from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.accommodation.values import Accommodation, Effect, Outcome
from rtw.domain.accommodation.wording import effect_words
from rtw.domain.capacity import Capacity
from rtw.domain.gap import Gap
from rtw.domain.plan import ChosenAccommodation
from rtw.domain.why import Coefficient, Input, Origin, Why, coefficient, entry
from rtw.knowledge.load import knowledge
from rtw.services.accommodations.trying import Given, asked_figures
from rtw.services.demand_origin import whose_demand
from rtw.services.match_panels import comparison_panel, where_of

ADAPTED: Final = "Needed is what is left with the chosen accommodations; the sheet has the one before them."
NO_STUDY: Final = "No study stands behind it. What it rests on: {}."


def effects_panel(found: Accommodation, given: Given = ()) -> Why:
    """Say what an accommodation changes, by how much, and what that size rests on."""
    published = tuple(_published(found))
    return Why(
        subject=found.name,
        result=found.evidence.label,
        formula="; ".join(f"{_about(effect)}: {effect_words(effect)}" for effect in found.effects),
        inputs=tuple(_given(found, dict(given))),
        steps=tuple(dict.fromkeys(_explained(effect) for effect in found.effects)),
        coefficients=published,
        cautions=(
            *(f"Only true if: {effect.condition}" for effect in found.effects if effect.condition),
            *((found.note,) if found.note else ()),
            *(() if published else (NO_STUDY.format(found.evidence.label.lower()),)),
        ),
    )


def accommodation_panel(chosen: ChosenAccommodation) -> Why:
    """Say what a chosen accommodation rests on; one the catalogue no longer holds is told as it was."""
    found = knowledge().catalogue.find(chosen.accommodation_id)
    if found is None:
        where = "signed with an earlier catalogue, which held it"
        return entry("Accommodation", chosen.employer_text, Origin.CLINICIAN, where)
    return effects_panel(found)


def option_panel(option: Option, gap: Gap) -> Why:
    """Say how the amount that decides changes with an option."""
    panel = effects_panel(option.chosen.accommodation, option.chosen.given)
    before, after = _amount(option, option.before), _amount(option, option.after)
    needed = Input("Needed as it stands", before, whose_demand(gap.demand), where_of(gap.demand))
    steps = (f"{before} → {after}", *panel.steps) if option.after is not None else panel.steps
    return replace(panel, result=after, formula=option.effect, inputs=(needed, *panel.inputs), steps=steps)


def gap_panel(gap: Gap, capacity: Capacity, *, is_adapted: bool = False) -> Why | None:
    """Say why a gap has its ratio; None where the limit that decides gives none."""
    governing = gap.governing
    if governing is None or governing.ratio is None:
        return None
    panel = comparison_panel(gap, governing, capacity)
    return replace(panel, cautions=(*panel.cautions, ADAPTED)) if is_adapted else panel


def chosen_panel(chosen: ChosenEffect) -> Why:
    """Say what an accommodation of the case changes, with the figures given for it."""
    return effects_panel(chosen.accommodation, chosen.given)


def _about(effect: Effect) -> str:
    if effect.every_kind:
        return "every demand of the task"
    return ", ".join(kind.label.lower() for kind in effect.kinds)


def _explained(effect: Effect) -> str:
    return f"{effect.explanation} ({effect.basis.label})"


def _given(found: Accommodation, given: dict[str, float]) -> Iterator[Input]:
    for ask, unit in asked_figures(found):
        if ask.name in given:
            yield Input(ask.question, f"{given[ask.name]:g} {unit}".strip(), Origin.CLINICIAN, "given for it")
        else:
            bounds = f"{ask.lowest:g} to {ask.highest:g} {unit}".strip()
            yield Input(ask.question, f"not given yet, {bounds} can be", Origin.ASSUMED)


def _published(found: Accommodation) -> Iterator[Coefficient]:
    figures = (effect.figure for effect in found.effects if effect.figure is not None)
    yield from dict.fromkeys(coefficient(figure) for figure in figures)
    yield from (_finding(outcome) for outcome in found.outcomes)


def _finding(outcome: Outcome) -> Coefficient:
    return Coefficient("Found", outcome.finding, outcome.source, outcome.verified, population=outcome.design)


def _amount(option: Option, value: float | None) -> str:
    if option.is_gone and value is None:
        return "no longer asked of this hand"
    if value is None:
        return "not known"
    return f"{value:.3g} {option.aspect.unit if option.aspect else ''}".strip()
