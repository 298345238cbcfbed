"""Why panels of expected recovery: formula, measurements, cohorts, spreads, and what is only assumed."""

from collections.abc import Iterator

from rtw.domain.dates import day_in_words
from rtw.domain.recovery.assumption import StatedAssumption
from rtw.domain.recovery.forecast import Expected
from rtw.domain.recovery.model import MeasureError, RecoveryModel
from rtw.domain.recovery.picture import PictureCohort, PicturePoint, RecoveryPicture
from rtw.domain.recovery.prior import CohortPoint, RecoveryPrior, Scale
from rtw.domain.why import Coefficient, Input, Origin, Why
from rtw.services.citations import citation
from rtw.services.recovery.of_case import MeasureShown, model
from rtw.services.recovery.words import (
    FORMULA,
    IMPAIRED,
    OPENS_NOTHING,
    SCORE_FORMULA,
    STANDS_IN,
    VALIDATED,
    amount,
    range_words,
    why_not_counted,
)


def expected_panel(shown: MeasureShown, band: Expected) -> Why:
    """Say why the band at one week is what it is; `band` in the unit shown."""
    picture, prior = shown.picture, shown.picture.prior
    unit = picture.unit
    spread = f"80 %: {range_words(band.lower_80, band.upper_80, unit)}"
    inner = f"50 %: {range_words(band.lower_50, band.upper_50, unit)}"
    return Why(
        subject=f"{picture.title}, expected in week {band.week:.0f}",
        result=f"{amount(band.median, unit)} ({spread}; {inner})",
        formula=FORMULA if prior.scale is Scale.RATIO else SCORE_FORMULA,
        inputs=(*_measured(shown), *_spreads(shown), *(each.as_input for each in _assumed(shown, model()))),
        steps=tuple(_steps(prior, band.week)),
        coefficients=(
            *(
                _cohort(p, is_share=prior.scale is Scale.RATIO)
                for p in prior.points
                if p.counted_at is not None
            ),
            *_errors(shown),
        ),
        validated_on=VALIDATED,
        cautions=tuple(_cautions(shown)),
    )


def measured_panel(shown: MeasureShown, point: PicturePoint) -> Why:
    """Say of a measurement whose it is, and how sure it is."""
    return Why(
        subject=f"{shown.picture.title}, {day_in_words(point.on)}",
        result=amount(point.value, shown.picture.unit),
        inputs=(
            Input(
                shown.picture.title,
                amount(point.value, shown.picture.unit),
                _whose(shown),
                f"visit of {day_in_words(point.on)}",
            ),
        ),
        coefficients=tuple(_errors(shown)),
    )


def cohort_panel(shown: MeasureShown, cohort: PictureCohort) -> Why:
    """Say where the mark of a cohort comes from, and how its share became a height in this picture."""
    picture, point = shown.picture, cohort.point
    result = amount(cohort.value, picture.unit)
    subject = f"{point.cohort}, week {point.week:g}"
    if picture.prior.scale is Scale.POINTS:
        return Why(
            subject, result, coefficients=(_cohort(point, is_share=False),), cautions=_left_out(cohort)
        )
    whole = _whole(shown, point)
    return Why(
        subject,
        result,
        formula="share of the cohort × strength it is a share of",
        inputs=(whole,),
        steps=(f"{point.value:.0%} of {whole.value} = {result}",),
        coefficients=(_cohort(point, is_share=True),),
        cautions=_left_out(cohort),
    )


def _left_out(cohort: PictureCohort) -> tuple[str, ...]:
    return () if cohort.counted else ("Shown, and not reckoned with: " + why_not_counted(cohort.point),)


def _whole(shown: MeasureShown, point: CohortPoint) -> Input:
    picture = shown.picture
    if point.of_other_hand:
        other = (shown.followed.other_hand or 0.0) / picture.per_unit
        return Input("Other hand, last measured", amount(other, picture.unit), Origin.MEASURED)
    value = amount(picture.reference or 0.0, picture.unit)
    if picture.reference_is_measured:
        return Input("Strength before operation", value, Origin.MEASURED)
    where = "last test ÷ mean share of the cohorts at that week; only to place the mark"
    return Input("Strength before operation, not measured", value, Origin.COMPUTED, where)


def _measured(shown: MeasureShown) -> Iterator[Input]:
    for measured, point in zip(shown.followed.measured, shown.picture.measured, strict=True):
        if measured in shown.followed.used:
            value = (
                f"{amount(point.value, shown.picture.unit)} ± {measured.error / shown.picture.per_unit:.1f}"
            )
            when = "before operation" if measured.week is None else f"week {measured.week:.1f}"
            how = taken_word(shown.picture)
            yield Input(f"{how}, {when}", value, _whose(shown), f"visit of {day_in_words(point.on)}")


def _whose(shown: MeasureShown) -> Origin:
    """Say whose a figure is: a questionnaire is the patient's own report, a strength is measured."""
    return Origin.PATIENT if shown.picture.is_reported else Origin.MEASURED


def taken_word(picture: RecoveryPicture) -> str:
    """Name what was done to come by the figures of a picture: strengths are measured, scores reported."""
    return "Reported" if picture.is_reported else "Measured"


def _spreads(shown: MeasureShown) -> Iterator[Input]:
    spread = shown.picture.prior.spread
    if shown.picture.prior.scale is Scale.RATIO:
        where = f"scatter of published cohorts at the same week, {spread.degrees} degrees of freedom"
        yield Input("Spread between cohorts", f"{spread.cohorts:.0%}", Origin.COMPUTED, where)
        norm = next(each for each in model().norms if each.measure == shown.picture.prior.measure)
        where = f"SD / mean of healthy people, median of {norm.groups} groups of a norm table"
        yield Input("Spread between patients", f"{spread.patients:.0%}", Origin.ASSUMED, where)


def _assumed(shown: MeasureShown, used: RecoveryModel) -> tuple[StatedAssumption, ...]:
    said = used.assumptions
    own = said.of_strength if shown.picture.prior.scale is Scale.RATIO else said.of_score
    borrowed = (said.pinch_error_as_key,) if shown.error.borrowed_from else ()
    stood_in = (said.important_as_detectable,) if shown.error.is_stand_in else ()
    return (
        *own,
        *borrowed,
        *stood_in,
        *((said.detectable_confidence,) if _confidence_is_assumed(shown.error) else ()),
    )


def _confidence_is_assumed(error: MeasureError) -> bool:
    return all(each.measure != error.measure for each in model().assumptions.stated_confidence)


def _steps(prior: RecoveryPrior, week: float) -> Iterator[str]:
    if not prior.has_evidence:
        yield (
            "No course is published: the measurements, weighed by their errors of measuring, are carried "
            "forward level, and the band widens."
        )
        return
    mean = prior.scale.back(prior.mean(week))
    if prior.scale is Scale.RATIO:
        yield f"Mean of the cohorts in week {week:.0f}: {mean:.0%} of the strength before operation."
        yield f"One new patient lies within ±{prior.deviation(week):.0%} of it (one standard deviation)."
    else:
        yield f"Mean of the cohort in week {week:.0f}: {mean:.1f} points."


def _cohort(point: CohortPoint, *, is_share: bool) -> Coefficient:
    of = "the other hand" if point.of_other_hand else "the strength before operation"
    value = f"{point.value:.0%} of {of}" if is_share else f"{point.value:g} points"
    return Coefficient(
        meaning=f"Week {point.week:g}",
        value=value,
        source=point.source,
        verified=point.verified,
        population=f"{point.cohort}, {f'{point.n} hands or patients' if point.n else 'number not stated'}",
        note=point.note,
    )


def _errors(shown: MeasureShown) -> tuple[Coefficient, ...]:
    error, picture = shown.error, shown.picture
    change = amount(error.change / picture.per_unit, picture.unit)
    meaning = "Change that two measurements must exceed"
    if error.is_stand_in:
        meaning = "Smallest important change (MCID), which stands in for a detectable one"
    note = (
        f"Borrowed from {error.borrowed_from.lower()}: none is published for this."
        if error.borrowed_from
        else None
    )
    return (Coefficient(meaning, change, error.source, error.verified, note=note),)


def _cautions(shown: MeasureShown) -> Iterator[str]:
    prior = shown.picture.prior
    yield OPENS_NOTHING
    if shown.error.is_stand_in:
        yield STANDS_IN
    if prior.scale is Scale.RATIO and prior.has_evidence:
        yield IMPAIRED
    left_out = [point for point in prior.points if point.counted_at is None and point.verified.is_marked]
    if left_out:
        sources = "; ".join(dict.fromkeys(citation(point.source) for point in left_out))
        yield f"Figures that were not read in their source are shown and not reckoned with ({sources})."
