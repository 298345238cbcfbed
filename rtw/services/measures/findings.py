"""Five-rung curve, motion and feeling of a case, each figure with its panel."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.hands import Side
from rtw.domain.measures.effort_caution import Caution
from rtw.domain.measures.followed import Followed, Scale, readings, scale_of
from rtw.domain.measures.motion import MotionReading, NormalMotion, motion_readings, normals_for
from rtw.domain.measures.rungs import RungCurve, RungReading, rung_curve
from rtw.domain.measures.shown import MotionNormal, MotionRow, RungHand, RungRow, Shown, TouchHand, ZoneRow
from rtw.domain.measures.touch import TouchMap, touch_map
from rtw.domain.measures.why_findings import (
    degree_words,
    normal_words,
    touch_band,
    why_motion,
    why_normal,
    why_rung,
    why_variation,
    why_zone,
    zone_words,
)
from rtw.domain.why import Coefficient
from rtw.knowledge.for_domain import capacity_coefficients
from rtw.knowledge.for_measures import normal_motions
from rtw.knowledge.load import knowledge
from rtw.services.measures.norm_choice import MOTION, authorities


@cache
def effort_cautions() -> tuple[Caution, ...]:
    """Everything held against reading effort from strength tests."""
    table = knowledge().effort
    return tuple(
        Caution(
            row.test,
            row.rule,
            row.criticism,
            Coefficient(f"{row.test.capitalize()}: {row.rule}", row.criticism, row.source, row.verified),
        )
        for row in table.rows
    )


def rung_hands(visits: Sequence[Assessment]) -> tuple[RungHand, ...]:
    """Show the newest grip test of each hand at every position that was tested."""
    every = [each for side in Side for each in readings(visits, Followed.GRIP, side)]
    scale = scale_of(Followed.GRIP, sorted(every, key=lambda each: each.on))
    curves = (rung_curve(visits, side) for side in Side)
    return tuple(_rung_hand(curve, scale) for curve in curves if curve is not None)


def _rung_hand(curve: RungCurve, scale: Scale) -> RungHand:
    return RungHand(curve, tuple(_rung_row(curve, found, scale) for found in curve.readings))


def _rung_row(curve: RungCurve, found: RungReading, scale: Scale) -> RungRow:
    against = tuple(caution.coefficient for caution in effort_cautions())
    variation = why_variation(curve, found, scale, against)
    return RungRow(
        found.rung,
        Shown(scale.words(found.mean_n), why_rung(curve, found, scale)),
        Shown(variation.result, variation) if variation else None,
    )


def motion_rows(visits: Sequence[Assessment], chosen: Mapping[str, str]) -> tuple[MotionRow, ...]:
    """Show every motion ever measured, left hand first, against every authority."""
    names = authorities().get(MOTION, ())
    counts = chosen.get(MOTION, names[0] if names else "")
    found = (each for side in Side for each in motion_readings(visits, side))
    return tuple(_motion_row(each, names, counts) for each in found)


def _motion_row(found: MotionReading, names: Sequence[str], counts: str) -> MotionRow:
    normals = normals_for(found.motion, found.digit, normal_motions(knowledge()))
    earlier = found.points[-2][1] if len(found.points) > 1 else None
    return MotionRow(
        side=found.side,
        label=found.label,
        on=found.points[-1][0],
        value=Shown(degree_words(found.last), why_motion(found)),
        before="first time" if earlier is None else degree_words(earlier),
        normals=tuple(_normal(found, each, counts) for each in _in_order(normals, names)),
    )


def _in_order(normals: Sequence[NormalMotion], names: Sequence[str]) -> list[NormalMotion]:
    return sorted(normals, key=lambda normal: names.index(normal.authority))


def _normal(found: MotionReading, normal: NormalMotion, counts: str) -> MotionNormal:
    shown = Shown(normal_words(found, normal), why_normal(found, normal))
    return MotionNormal(normal.authority, normal.authority == counts, shown)


def touch_hands(visits: Sequence[Assessment]) -> tuple[TouchHand, ...]:
    """Show the feeling of both hands; a hand that was never tested is shown as not examined."""
    coefficients = capacity_coefficients(knowledge())
    return tuple(_touch_hand(touch_map(visits, side, coefficients)) for side in Side)


def _touch_hand(found: TouchMap) -> TouchHand:
    bands = tuple(touch_bands())
    rows = []
    for zone in found.zones:
        why = why_zone(found, zone, bands)
        shown = Shown(zone_words(zone), why) if why else None
        rows.append(ZoneRow(zone.zone.label, zone.letter, shown))
    return TouchHand(found, tuple(rows))


def touch_bands() -> Iterator[Coefficient]:
    """Show which filaments stand for which grade of feeling."""
    for row in knowledge().touch.rows:
        if row.from_size is not None and row.to_size is not None:
            span = f"{row.from_size:.2f} to {row.to_size:.2f}"
            yield touch_band(row.grade, span, row.source, row.verified)
