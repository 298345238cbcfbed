"""The why panel of a lift."""

from typing import Final

from rtw.domain.exposure import rnle
from rtw.domain.exposure.rnle_multipliers import RnleCoefficients
from rtw.domain.job_exposure.lifts import LiftExposure
from rtw.domain.why import Input, Why, coefficient
from rtw.services.demand_origin import cell_of, whose_demand
from rtw.services.exposure.models import published
from rtw.services.exposure.panels.words import number

NO_REST: Final = "Rest after the lifting is not stated in demand sheets: none is assumed."


def lift_panel(found: LiftExposure, c: RnleCoefficients) -> Why:
    """Say why the lifting index of a lift is what it is, or why there is none."""
    demand = found.asked.demand
    return Why(
        subject=f"{rnle.MODEL.title}: {demand.kind.label.lower()} in “{found.asked.task.name}”",
        result=lift_words(found),
        formula=rnle.MODEL.formula,
        inputs=tuple(_inputs(found)),
        steps=tuple(_steps(found)),
        coefficients=tuple(coefficient(value) for value in published(c)),
        validated_on=rnle.MODEL.validated_on,
        cautions=(
            *(f"Ask {words}." for words in found.missing),
            *((found.refused,) if found.refused else ()),
            *((NO_REST,) if found.result else ()),
            *rnle.MODEL.not_for,
        ),
    )


def lift_words(found: LiftExposure) -> str:
    """Say the index and what it means, or that nothing can be said."""
    if found.refused:
        return "not applicable"
    if found.result is None or found.result.lifting_index is None or found.result.risk is None:
        return "cannot say"
    return f"{number(found.result.lifting_index)}, {found.result.risk.label}"


def _inputs(found: LiftExposure) -> list[Input]:
    inputs, cell = found.inputs, cell_of(found.asked.demand)
    whose = whose_demand(found.asked.demand)
    if inputs is None:
        return []
    named = (
        ("Weight", inputs.load, "kg"),
        ("Hands before the ankles", inputs.horizontal, "cm"),
        ("Hands above the floor", inputs.vertical, "cm"),
        ("Travel", inputs.travel, "cm"),
        ("Turn of the trunk", inputs.asymmetry_deg, "°"),
        ("Lifts a minute", inputs.lifts_per_minute, ""),
        ("Hours", inputs.duration_hours, "h"),
    )
    return [
        Input(name, f"{value:g} {unit}".strip(), whose, cell)
        for name, value, unit in named
        if value is not None
    ]


def _steps(found: LiftExposure) -> list[str]:
    result = found.result
    if result is None:
        return []
    factors = " × ".join(
        f"{getattr(result, name):.3g}" for name in ("lc", "hm", "vm", "dm", "am", "fm", "cm", "om")
    )
    return [f"Recommended weight limit: {factors} = {result.rwl:.3g} kg"]
