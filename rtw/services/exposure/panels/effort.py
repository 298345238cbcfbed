"""Why panels of one effort: its share of strength, and its strain index."""

from collections.abc import Iterator
from math import inf
from typing import Any

from job_profiles.kinds import DemandKind
from rtw.domain.exposure import rsi
from rtw.domain.job_exposure.effort_value import Effort
from rtw.domain.job_exposure.job import EffortExposure, Span
from rtw.domain.why import Input, Origin, Why, coefficient
from rtw.services.citations import citation
from rtw.services.demand_origin import cell_of, whose_demand
from rtw.services.exposure.panels.model import model_panel, shown
from rtw.services.exposure.panels.words import range_words, span_words


def effort_panel(found: EffortExposure, coefficients: Any) -> Why:
    """Say why the strain index of one effort is what it is."""
    effort = found.effort
    about = (
        f"{effort.asked.demand.kind.label} in “{effort.asked.task.name}”, {effort.asked.side.label.lower()}"
    )
    return model_panel(
        rsi.MODEL,
        f"{rsi.MODEL.title}: {about}",
        found.rsi,
        tuple(effort_inputs(effort)),
        shown(coefficients),
        tuple(missing.what for missing in effort.missing),
    )


def effort_inputs(effort: Effort) -> Iterator[Input]:
    """List what went into one effort, each with whose figure it is."""
    demand = effort.asked.demand
    whose, cell = whose_demand(demand), cell_of(demand)
    if demand.force_n is not None:
        yield Input("Force", f"{demand.force_n:.3g} N", whose, cell)
    if effort.strength is not None:
        own = effort.strength
        taken = f"{own.kind.label.lower()}, {own.measured_on.day} {own.measured_on:%b %Y}"
        yield Input("Strength", own.words, Origin.MEASURED, taken)
    for modifier in (*effort.modifiers, *effort.possible):
        left = modifier.left
        silent = ", if so: the sheet is silent" if modifier in effort.possible else ""
        yield Input(
            f"Strength left, {modifier.when.label}{silent}",
            f"{left.low:.0%} to {left.high:.0%}",
            Origin.PUBLISHED,
            citation(left.source),
        )
    if effort.share is not None:
        low, high = effort.share
        yield Input("Share of strength", range_words((low * 100, high * 100), " %"), Origin.COMPUTED)
    yield from rate_inputs(effort)


def rate_inputs(effort: Effort) -> Iterator[Input]:
    """List how often, how long and in which posture an effort is done, as far as it is stated."""
    whose, cell = whose_demand(effort.asked.demand), cell_of(effort.asked.demand)
    named = (
        (f"Efforts a minute, {kind_words(effort)}", effort.rate, ""),
        ("Seconds of one effort", effort.seconds, " s"),
        ("Wrist, extension positive", effort.wrist_deg, "°"),
        ("Hours a day", effort.hours, " h"),
    )
    for name, span, unit in named:
        if span is not None:
            yield Input(name, range_words(span, unit), whose, cell)


def kind_words(effort: Effort) -> str:
    """Name the kind of work within a sentence."""
    return effort.asked.demand.kind.label.lower()


def share_panel(effort: Effort) -> Why:
    """Say why an effort takes that share of this hand's strength."""
    share = None if effort.share is None else Span(effort.share[0] * 100, effort.share[1] * 100)
    if share is not None and effort.share is not None and effort.share[0] > 1.0:
        share = Span(inf, inf)
    taken = ("Force", "Strength")
    where = f"“{effort.asked.task.name}”, {effort.asked.side.label.lower()}"
    return Why(
        subject=f"Share of strength: {kind_words(effort)} in {where}",
        result=span_words(share, " %"),
        formula="force / (strength ± its error of measuring × what posture and glove leave of it)",
        inputs=tuple(line for line in effort_inputs(effort) if line.name.startswith(taken)),
        coefficients=tuple(coefficient(m.left) for m in (*effort.modifiers, *effort.possible)),
        cautions=tuple(_share_cautions(effort)),
    )


def _share_cautions(effort: Effort) -> Iterator[str]:
    if effort.share is None:
        yield from (missing.what for missing in effort.missing)
    if effort.asked.demand.kind is DemandKind.FINE_MANIPULATION:
        yield "The sheet does not say which pinch it is: the range holds every pinch that was measured."
    handle = effort.asked.demand.handle
    if handle:
        yield f"Handle {handle}: sources name best sizes and no loss by size, so none is reckoned."
