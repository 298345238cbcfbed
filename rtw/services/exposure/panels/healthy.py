"""The why panel of a job for this hand and for a healthy one."""

from rtw.domain.exposure import cusi
from rtw.domain.job_exposure.healthy import AgainstHealthy
from rtw.domain.why import Coefficient, Input, Origin, Why
from rtw.knowledge.types.norms import Norm
from rtw.services.exposure.panels.words import hard_words, number

COMPARED = (
    "Healthy strengths are those of Mathiowetz 1985, the one authority with grip and all pinches.",
    "Where the wrist is not stated it counts as neutral in both.",
)


def healthy_panel(found: AgainstHealthy, strengths: tuple[Input, ...], norms: tuple[Coefficient, ...]) -> Why:
    """Say what "so many times as hard" rests on."""
    result = hard_words(found)
    inputs = (
        Input("Index with this hand's strength", number(found.own), Origin.COMPUTED),
        Input("The same at the ends of its error", _ends(found), Origin.COMPUTED),
        Input("Index with the mean strength of healthy people", number(found.healthy), Origin.COMPUTED),
        *strengths,
    )
    left_out = f"{found.left_out} efforts are left out: a figure is not known." if found.left_out else ""
    return Why(
        subject=f"The same job for this hand and for a healthy one: {found.side.label.lower()}",
        result=result,
        formula="cumulative strain index of this hand / that of a healthy hand, over the same efforts",
        inputs=inputs,
        coefficients=norms,
        validated_on=cusi.MODEL.validated_on,
        cautions=(*((left_out,) if left_out else ()), *COMPARED),
    )


def _ends(found: AgainstHealthy) -> str:
    return f"{number(found.own_low)} and {number(found.own_high)}"


def norm_coefficient(norm: Norm) -> Coefficient:
    """Show a norm as what a comparison rests on."""
    ages = f"{norm.age_from} to {norm.age_to}" if norm.age_to else f"{norm.age_from} and older"
    meaning = (
        f"{norm.test.replace('_', ' ').capitalize()}, {norm.sex.label.lower()}, {norm.hand.value}, {ages}"
    )
    value = f"{norm.mean:g} ± {norm.sd:g} {norm.unit}"
    return Coefficient(meaning, value, norm.source, norm.verified, note=norm.note)
