"""What stands behind one hand in percent of the other: both readings, and what healthy hands come to."""

from collections.abc import Sequence

from rtw.domain.dates import day_in_words
from rtw.domain.figure import HigherIs
from rtw.domain.measures.followed import Followed, Scale
from rtw.domain.measures.other_hand import OtherHand
from rtw.domain.measures.why_measures import subject
from rtw.domain.measures.why_norm import norm_coefficient
from rtw.domain.why import Input, Origin, Why


def why_other(measure: Followed, found: OtherHand, scale: Scale) -> Why:
    """Say what one hand in percent of the other rests on."""
    inputs = tuple(
        Input(side.label, scale.words(reading.value), Origin.MEASURED, day_in_words(reading.on))
        for side, reading in ((found.side, found.now), (found.side.other, found.other))
    )
    apart = (f"The two readings lie {found.days_apart} days apart.",) if found.days_apart else ()
    turned = (
        ()
        if measure.higher_is is HigherIs.BETTER
        else ("Time: more than 100 % is slower than the other hand.",)
    )
    return Why(
        subject=f"{subject(measure, found.side)}, in percent of the other",
        result=other_words(found),
        formula="this hand / the other hand × 100",
        inputs=inputs,
        steps=tuple(_other_steps(found, scale)),
        coefficients=tuple(norm_coefficient(band) for band in found.norms),
        cautions=(*found.cautions, *apart, *turned),
    )


def other_words(found: OtherHand) -> str:
    """Write the percentage, and what healthy hands of this sex and age come to."""
    usual = "" if found.usual is None else f" (healthy means: {found.usual:.0f} %)"
    return f"{found.percent:.0f} %{usual}"


def _other_steps(found: OtherHand, scale: Scale) -> Sequence[str]:
    values = (scale.read(found.now.value), scale.read(found.other.value))
    lines = [f"{values[0]:.1f} / {values[1]:.1f} × 100 = {found.percent:.0f} %"]
    if found.usual is not None:
        own, other = (scale.read(band.centre) for band in found.norms)
        lines.append(
            f"Healthy people, means of the norms: {own:.1f} / {other:.1f} × 100 = {found.usual:.0f} %"
        )
    return lines
