"""What the panels of all models have in common: coefficients shown, and cautions of what is open."""

from dataclasses import fields
from typing import Any

from rtw.domain.job_exposure.job import Span
from rtw.domain.why import Coefficient, Input, Why, coefficient
from rtw.services.exposure.models import AnyModel, published
from rtw.services.exposure.panels.words import span_words

RELATIVE = "Force counts as a share of this hand's own strength, not of a healthy worker's."
AT_LEAST = "A figure is missing: this is the least it can be, not what it is."


def shown(coefficients: Any, beginning: str = "") -> tuple[Coefficient, ...]:
    """Show the published pieces of a model, those whose name begins so; thresholds always."""
    names = [field.name for field in fields(coefficients)]
    chosen = [n for n in names if n.startswith((beginning, "threshold")) or not beginning]
    return tuple(coefficient(value) for n in chosen for value in published(getattr(coefficients, n)))


def model_panel(
    model: AnyModel,
    subject: str,
    span: Span | None,
    inputs: tuple[Input, ...],
    coefficients: tuple[Coefficient, ...],
    missing: tuple[str, ...],
    unit: str = "",
) -> Why:
    """Say what a model makes of its inputs, and what is missing where the upper end is open."""
    open_end = span is None or span.high is None
    cautions = (*((AT_LEAST, *missing) if open_end else ()), RELATIVE, *model.not_for)
    return Why(
        subject, span_words(span, unit), model.formula, inputs, (), coefficients, model.validated_on, cautions
    )
