"""Why panels of a task on a hand: composite index, hand activity, and where it lies between the limits."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from rtw.domain.exposure import cosi, hal, tlv_hal
from rtw.domain.job_exposure.activity import ActivityZone
from rtw.domain.job_exposure.job import EffortExposure, Span, TaskExposure
from rtw.domain.why import Input, Origin, Why
from rtw.services.exposure.panels.effort import kind_words, rate_inputs
from rtw.services.exposure.panels.model import model_panel, shown
from rtw.services.exposure.panels.words import span_words


def task_panel(found: TaskExposure, efforts: tuple[EffortExposure, ...], coefficients: Any) -> Why:
    """Say why the composite index of a task is what it is."""
    return model_panel(
        cosi.MODEL,
        f"{cosi.MODEL.title}: “{found.task}”, {found.side.label.lower()}",
        found.cosi,
        tuple(_index_inputs(efforts)),
        shown(coefficients, "efforts"),
        tuple(missing.what for missing in found.missing),
    )


def activity_panel(found: TaskExposure, efforts: tuple[EffortExposure, ...], coefficients: Any) -> Why:
    """Say why the hand activity level of a task is what it is."""
    inputs = [Input("Share of the time under effort", span_words(found.duty_percent, " %"), Origin.COMPUTED)]
    inputs += [line for each in efforts for line in rate_inputs(each.effort)]
    subject = f"{hal.MODEL.title}: “{found.task}”, {found.side.label.lower()}"
    missing = tuple(each.what for each in found.missing)
    return model_panel(hal.MODEL, subject, found.hal, tuple(inputs), shown(coefficients), missing)


def zone_panel(found: TaskExposure, zone: ActivityZone | None, coefficients: Any) -> Why:
    """Say why a task lies where it does between the hand activity limits."""
    percent = None if found.peak_share is None else _percent(found.peak_share)
    inputs = (
        Input("Hand activity level", span_words(found.hal), Origin.COMPUTED),
        Input("Highest share of strength", span_words(percent, " %"), Origin.COMPUTED),
    )
    missing = tuple(each.what for each in found.missing if zone is None)
    subject = f"{tlv_hal.MODEL.title}: “{found.task}”, {found.side.label.lower()}"
    panel = model_panel(tlv_hal.MODEL, subject, Span(0.0, 0.0), inputs, shown(coefficients), missing)
    return replace(panel, result=zone.words if zone else "cannot say")


def _percent(share: Span) -> Span:
    return Span(share.low * 100, None if share.high is None else share.high * 100)


def _index_inputs(efforts: tuple[EffortExposure, ...]) -> Iterator[Input]:
    for each in efforts:
        yield Input(f"Strain index of {kind_words(each.effort)}", span_words(each.rsi), Origin.COMPUTED)
