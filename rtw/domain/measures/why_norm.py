"""What stands behind a percentile: the norm, the arithmetic or the table read, and what it does not say."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from rtw.domain.dates import day_in_words
from rtw.domain.figure import HigherIs
from rtw.domain.hands import Side
from rtw.domain.measures.followed import Followed, Scale
from rtw.domain.measures.norm import NormBand, NormHand
from rtw.domain.measures.standing import Standing
from rtw.domain.measures.why_measures import subject
from rtw.domain.why import Coefficient, Input, Origin, Why

_NORMAL: Final = "z = (value − mean) / SD; percentile = share of a normal distribution below z"
_NORMAL_TIME: Final = "z = (mean − time) / SD; percentile = share of a normal distribution below z"
_READ: Final = "the neighbouring percentiles of the published table; nothing is worked out between them"
_BEST_HAND: Final = (
    "These norms are of the better of both hands: the other hand reads lower against them than it should."
)
_NOT_TOLD_APART: Final = "This table does not tell right from left, or dominant from the other hand."
_NOT_OURS: Final = (
    "Norms are of healthy people of one place and time, by their gauge; they say nothing of work."
)


def why_standing(measure: Followed, side: Side, on: date, found: Standing, scale: Scale) -> Why:
    """Say how a value stands among healthy people, and whether that was computed or read."""
    band = found.band
    is_time = band.higher_is is HigherIs.WORSE
    computed = _NORMAL_TIME if is_time else _NORMAL
    return Why(
        subject=f"{subject(measure, side)}, against healthy people",
        result=standing_words(found),
        formula=_READ if found.z is None else computed,
        inputs=(Input("value", scale.words(found.value), Origin.MEASURED, f"visit of {day_in_words(on)}"),),
        steps=tuple(_standing_steps(found, scale)),
        coefficients=(norm_coefficient(band),),
        validated_on=band.population,
        cautions=tuple(_standing_cautions(band)),
    )


def standing_words(found: Standing) -> str:
    """Write percentile and z in one line."""
    z = "" if found.z is None else f", z {found.z:+z.1f}".replace("-", "−")
    return f"{found.words} percentile{z}"


def norm_words(band: NormBand, scale: Scale) -> str:
    """Write what a value is held against, in its own unit, and a mark where that was not read."""
    if band.mean is not None and band.sd is not None:
        figures = f"{scale.read(band.mean):.1f} ± {scale.read(band.sd):.1f} {scale.unit}"
    else:
        figures = f"median {scale.words(band.centre)}"
    return f"{figures}, {band.verified.label}" if band.verified.is_marked else figures


def _standing_steps(found: Standing, scale: Scale) -> Iterator[str]:
    band = found.band
    if found.z is None or band.mean is None or band.sd is None:
        yield "Read from a published percentile table."
        return
    pair = (scale.read(found.value), scale.read(band.mean))
    first, second = pair if band.higher_is is HigherIs.BETTER else pair[::-1]
    z = f"{found.z:+z.2f}".replace("-", "−")
    yield f"({first:.2f} − {second:.2f}) / {scale.read(band.sd):.2f} = {z}"
    yield f"{found.low:.1f} % of a normal distribution lie below z = {z}"


def _standing_cautions(band: NormBand) -> Iterator[str]:
    if band.mean is not None:
        yield "The percentile assumes a normal spread of healthy people: only mean and SD are published."
    if band.higher_is is HigherIs.WORSE:
        yield "Less time is better: z and percentile are turned round, so that higher is better."
    if band.hand is NormHand.BEST:
        yield _BEST_HAND
    if band.hand is NormHand.ANY:
        yield _NOT_TOLD_APART
    if band.hand in (NormHand.RIGHT, NormHand.LEFT):
        yield "This table divides by right and left, not by dominance."
    yield _NOT_OURS


def norm_coefficient(band: NormBand) -> Coefficient:
    """Show a norm as what a figure rests on."""
    return Coefficient(
        meaning=f"{band.meaning}; {band.sex.label.lower()}, {band.hand.label}, age {band.ages}",
        value=band.published,
        source=band.source,
        verified=band.verified,
        where=band.where,
        population=band.population,
        note=band.note,
    )
