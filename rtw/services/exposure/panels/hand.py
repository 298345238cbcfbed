"""Why panels of the whole job on a hand: cumulative index, tendon damage, vibration."""

from collections.abc import Iterator
from dataclasses import replace
from math import isinf
from typing import Any

from rtw.domain.exposure import cusi, duet, hav_a8
from rtw.domain.exposure.duet import DuetCoefficients
from rtw.domain.job_exposure.job import EffortExposure, HandExposure, Span, TaskExposure
from rtw.domain.job_exposure.vibration import HandVibration, Tool
from rtw.domain.why import Input, Origin, Why
from rtw.services.demand_origin import cell_of, whose_demand
from rtw.services.exposure.panels.effort import kind_words
from rtw.services.exposure.panels.model import RELATIVE, model_panel, shown
from rtw.services.exposure.panels.words import range_words, span_words


def hand_panel(found: HandExposure, tasks: tuple[TaskExposure, ...], coefficients: Any) -> Why:
    """Say why the cumulative index of the job on a hand is what it is."""
    inputs = tuple(
        Input(f"Composite index of “{task.task}”", span_words(task.cosi), Origin.COMPUTED) for task in tasks
    )
    missing = tuple(each.what for each in found.missing)
    subject = f"{cusi.MODEL.title}: {found.side.label.lower()}"
    return model_panel(cusi.MODEL, subject, found.cusi, inputs, shown(coefficients, "hours"), missing)


def damage_panel(found: HandExposure, efforts: tuple[EffortExposure, ...], coefficients: Any) -> Why:
    """Say why the cumulative tendon damage of a hand is what it is."""
    inputs = tuple(
        Input(f"Damage by {kind_words(each.effort)}", span_words(each.damage), Origin.COMPUTED)
        for each in efforts
    )
    missing = tuple(each.what for each in found.missing)
    subject = f"{duet.MODEL.title}: {found.side.label.lower()}"
    return model_panel(duet.MODEL, subject, found.damage, inputs, shown(coefficients), missing)


def chance_panel(found: HandExposure, coefficients: DuetCoefficients) -> Why:
    """Say how often workers with that damage had the outcome of the study; of this hand it says nothing."""
    ends = [None, None] if found.damage is None else [found.damage.low, found.damage.high]
    low, high = (_chance(end, coefficients) for end in ends)
    span = None if low is None and high is None else Span(low or 0.0, high)
    damage = Input("Tendon damage a day", span_words(found.damage), Origin.COMPUTED)
    subject = f"Workers with that damage who had sought care with pain in a year: {found.side.label.lower()}"
    panel = model_panel(duet.MODEL, subject, span, (damage,), shown(coefficients, "probability"), (), " %")
    return replace(panel, cautions=("It is a figure of that study's workers, no forecast for this hand.",))


def _chance(damage: float | None, coefficients: DuetCoefficients) -> float | None:
    if damage is None or isinf(damage):
        return None
    return duet.probability_percent(damage, coefficients)


def vibration_panel(found: HandVibration, coefficients: Any) -> Why:
    """Say why a hand's daily vibration is what it is."""
    inputs = tuple(line for tool in found.tools for line in _tool_inputs(tool))
    missing = tuple(dict.fromkeys(each.what for each in found.missing))
    subject = f"{hav_a8.MODEL.title}: {found.side.label.lower()}"
    panel = model_panel(hav_a8.MODEL, subject, found.a8, inputs, shown(coefficients), missing, " m/s²")
    return replace(panel, cautions=tuple(each for each in panel.cautions if each != RELATIVE))


def _tool_inputs(tool: Tool) -> Iterator[Input]:
    demand, whose = tool.asked.demand, whose_demand(tool.asked.demand)
    name = f"{demand.tool or demand.kind.label} in “{tool.asked.task.name}”"
    if tool.ahv_m_s2 is not None:
        yield Input(f"{name}, vibration", f"{tool.ahv_m_s2:g} m/s²", whose, cell_of(demand))
    if tool.hours is not None:
        yield Input(f"{name}, time", range_words(tool.hours, " h"), whose, tool.asked.hours()[1])
