"""What stands behind motion, feeling, and the spread of trials."""

from collections.abc import Sequence
from datetime import date

from rtw.domain.capacity import Sensation
from rtw.domain.dates import day_in_words, short_day_in_words
from rtw.domain.figure import SourceId, Verified
from rtw.domain.hands import Side
from rtw.domain.measurement import Trials, standard_deviation, variation_percent
from rtw.domain.measures.followed import Followed, Reading, Scale
from rtw.domain.measures.motion import MotionReading, NormalMotion, percent_of_normal
from rtw.domain.measures.rungs import RungCurve, RungReading
from rtw.domain.measures.touch import TouchMap, ZoneTouch
from rtw.domain.why import Coefficient, Input, Origin, Why, entry

GRADE_WORDS = {
    Sensation.NORMAL: "normal",
    Sensation.DIMINISHED_LIGHT_TOUCH: "diminished light touch",
    Sensation.DIMINISHED_PROTECTIVE: "diminished protective sensation",
    Sensation.LOSS_OF_PROTECTIVE: "loss of protective sensation",
    Sensation.DEEP_PRESSURE_ONLY: "deep pressure only",
    Sensation.UNTESTABLE: "untestable",
}


def degree_words(degrees: float) -> str:
    """Write degrees with a true minus: an extension deficit is below zero."""
    return f"{degrees:g}°".replace("-", "−")


def why_motion(found: MotionReading) -> Why:
    """Say whose entry a motion is."""
    on, degrees = found.points[-1]
    subject = f"{found.label}, {found.side.label.lower()}"
    return entry(subject, degree_words(degrees), Origin.MEASURED, f"visit of {day_in_words(on)}")


def why_normal(found: MotionReading, normal: NormalMotion) -> Why:
    """Say what a motion in percent of a normal rests on."""
    on, degrees = found.points[-1]
    percent = percent_of_normal(degrees, normal)
    known = percent is not None
    return Why(
        subject=f"{found.label}, {found.side.label.lower()}, against {normal.authority}",
        result=normal_words(found, normal),
        formula="motion / normal motion × 100" if known else "motion beside the normal of 0°",
        inputs=(Input(found.label, degree_words(degrees), Origin.MEASURED, day_in_words(on)),),
        steps=(f"{degrees:g} / {normal.degrees:g} × 100 = {percent:.0f} %",) if known else (),
        coefficients=(normal_coefficient(normal),),
        cautions=(
            "One normal for all ages and both sexes: no spread is published, so no z and no percentile.",
            "The other hand is often the better normal.",
        ),
    )


def normal_words(found: MotionReading, normal: NormalMotion) -> str:
    """Write a motion against a normal: a share, or where the normal is 0 only the normal itself."""
    percent = percent_of_normal(found.last, normal)
    return f"normal {normal.degrees:g}°" if percent is None else f"{percent:.0f} % of {normal.degrees:g}°"


def normal_coefficient(normal: NormalMotion) -> Coefficient:
    """Show a normal motion as what a figure rests on."""
    span = "" if normal.low is None or normal.high is None else f" ({normal.low:g} to {normal.high:g}°)"
    meaning = f"Normal {normal.motion.label.lower()} of {normal.joint}, by {normal.authority}"
    return Coefficient(meaning, f"{normal.degrees:g}°{span}", normal.source, normal.verified)


def why_rung(curve: RungCurve, found: RungReading, scale: Scale) -> Why:
    """Say how the mean at a handle position came about."""
    return Why(
        subject=f"Grip at {rung_words(found.rung)}, {curve.side.label.lower()}",
        result=scale.words(found.mean_n),
        formula="mean of the trials",
        inputs=_trials(found.trials, curve.on),
    )


def why_variation(
    curve: RungCurve, found: RungReading, scale: Scale, against: Sequence[Coefficient]
) -> Why | None:
    """Say how the variation came about, and what speaks against reading effort from it."""
    subject = f"Variation of grip at {rung_words(found.rung)}, {curve.side.label.lower()}"
    return _spread(subject, Reading(curve.on, found.mean_n, found.trials), scale, against)


def why_spread(
    measure: Followed, side: Side, found: Reading, scale: Scale, against: Sequence[Coefficient]
) -> Why | None:
    """Say how the variation of the trials of one strength came about; None with fewer than two trials."""
    return _spread(f"Variation of {measure.label.lower()}, {side.label.lower()}", found, scale, against)


def _spread(subject: str, found: Reading, scale: Scale, against: Sequence[Coefficient]) -> Why | None:
    newtons = found.trials.newtons if found.trials else ()
    percent, sd_n = variation_percent(newtons), standard_deviation(newtons)
    if found.trials is None or percent is None or sd_n is None:
        return None
    mean, sd = scale.read(found.value), scale.read(sd_n)
    return Why(
        subject=subject,
        result=f"{percent:.0f} %",
        formula="standard deviation of the trials / their mean × 100",
        inputs=_trials(found.trials, found.on),
        steps=(f"{sd:.2f} / {mean:.2f} × 100 = {percent:.1f} %",),
        coefficients=tuple(against),
        cautions=("It says how much the trials differ, and nothing about effort.",),
    )


def rung_words(rung: int | None) -> str:
    """Name a handle position."""
    return "a position not written down" if rung is None else f"position {rung}"


def _trials(trials: Trials, on: date) -> tuple[Input, ...]:
    unit, where = trials.unit.value, f"visit of {day_in_words(on)}"
    numbered = enumerate(trials.entered, 1)
    return tuple(Input(f"trial {n}", f"{value:g} {unit}", Origin.MEASURED, where) for n, value in numbered)


def why_zone(found: TouchMap, zone: ZoneTouch, bands: Sequence[Coefficient]) -> Why | None:
    """Say what the grade of a zone rests on: the filament and its band, or the therapist's own grade."""
    if zone.found is None or found.on is None:
        return None
    subject, where = (
        f"Feeling of the {place_words(zone, found.side)}",
        f"visit of {day_in_words(zone.felt_on or found.on)}",
    )
    if zone.found.grade is not None or zone.found.monofilament is None:
        return entry(subject, zone_words(zone), Origin.CLINICIAN, where)
    size = f"{zone.found.monofilament:.2f}"
    return Why(
        subject=subject,
        result=zone_words(zone),
        formula="the grade in whose band the thinnest filament felt lies",
        inputs=(Input("Thinnest filament felt", size, Origin.MEASURED, where),),
        coefficients=tuple(bands),
        cautions=() if zone.grade is not None else ("No band holds this number: check the filament.",),
    )


def place_words(zone: ZoneTouch, side: Side) -> str:
    """Name a zone of a hand."""
    return f"{zone.zone.label.lower()}, {side.label.lower()}"


def zone_words(zone: ZoneTouch) -> str:
    """Write what was found in a zone; a zone that was not tested says so."""
    if zone.found is None:
        return "not examined"
    grade = "no grade for this filament" if zone.grade is None else GRADE_WORDS[zone.grade]
    size = "" if zone.found.monofilament is None else f", filament {zone.found.monofilament:.2f}"
    points = "" if zone.found.two_point_mm is None else f", two points {zone.found.two_point_mm:g} mm"
    return f"{grade}{size}{_of(zone.felt_on)}{points}{_of(zone.points_on if points else None)}"


def _of(day: date | None) -> str:
    """Add the day of a finding that is not of the day of the others."""
    return "" if day is None else f" (taken {short_day_in_words(day)})"


def touch_band(grade: Sensation, span: str, source: SourceId, verified: Verified) -> Coefficient:
    """Show a published band of filaments."""
    return Coefficient(GRADE_WORDS[grade].capitalize(), span, source, verified)
