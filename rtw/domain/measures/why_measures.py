"""What stands behind a reading and its change: trials, arithmetic, published errors, what it does not say."""

from collections.abc import Iterator

from rtw.domain.dates import day_in_words
from rtw.domain.hands import Side
from rtw.domain.measures.course import Step
from rtw.domain.measures.detectable import STAND_IN, Detectable, Threshold
from rtw.domain.measures.followed import Followed, Reading, Scale
from rtw.domain.why import Coefficient, Input, Origin, Why, entry


def subject(measure: Followed, side: Side) -> str:
    """Name a test of a hand."""
    return f"{measure.label}, {side.label.lower()}"


def why_reading(measure: Followed, side: Side, reading: Reading, scale: Scale) -> Why:
    """Say how a reading came about: its trials, each as read from the gauge."""
    where = f"visit of {day_in_words(reading.on)}"
    trials, result = reading.trials, scale.words(reading.value)
    if trials is None:
        return entry(subject(measure, side), result, Origin.MEASURED, where)
    given = tuple(
        Input(f"trial {number}", f"{value:g} {trials.unit.value}", Origin.MEASURED, where)
        for number, value in enumerate(trials.entered, 1)
    )
    newtons = f"{result} = {reading.value:.1f} N (exact factor {trials.unit.newtons:.9g} N)"
    return Why(subject(measure, side), result, "mean of the trials", given, (newtons,))


def why_step(measure: Followed, side: Side, found: Step, limits: Detectable, scale: Scale) -> Why:
    """Say why a change counts or is noise, with everything that was published of it."""
    result = f"{change_words(found, scale)}: {found.words}"
    return Why(
        subject=f"Change of {subject(measure, side).lower()}",
        result=result,
        formula="now − before; a change counts only when it is more than the error of measuring",
        inputs=(
            Input("before", scale.words(found.before.value), Origin.MEASURED, day_in_words(found.before.on)),
            Input("now", scale.words(found.now.value), Origin.MEASURED, day_in_words(found.now.on)),
        ),
        steps=tuple(_step_steps(found, scale)),
        coefficients=error_coefficients(limits, found.before.value),
        validated_on=found.threshold.published.population if found.threshold else "",
        cautions=tuple(_step_cautions(found, limits)),
    )


def change_words(found: Step, scale: Scale) -> str:
    """Write a difference with its sign and unit."""
    difference = scale.read(found.difference)
    sign = "+" if difference > 0 else "−" if difference < 0 else "±"
    return f"{sign}{abs(difference):.1f} {scale.unit}"


def _step_steps(found: Step, scale: Scale) -> Iterator[str]:
    if found.since is None:
        return
    size, error = scale.words(abs(found.difference), 2), scale.words(found.since.error, 2)
    sign = "is more than" if found.is_real else "is not more than"
    yield f"{size} {sign} {error}: {found.words}"


def _step_cautions(found: Step, limits: Detectable) -> Iterator[str]:
    if found.threshold is None:
        yield "No error of measuring was found for this test, so nobody can say what change is real."
        return
    if limits.is_stand_in:
        yield STAND_IN
    yield f"The error was found in: {found.threshold.published.population}. Not in released nerves."


def error_coefficients(limits: Detectable, before: float | None = None) -> tuple[Coefficient, ...]:
    """Show every published change; with an earlier value, the largest is marked as the one that counts."""
    used = limits.governing(before) if before is not None else None
    return tuple(_error(each, is_used=each is used) for each in limits.thresholds)


def _error(found: Threshold, *, is_used: bool) -> Coefficient:
    row = found.published
    span = f"{row.low:g}" if row.low == row.high else f"{row.low:g} to {row.high:g}"
    meaning = f"{row.statistic}{', the one that counts here' if is_used else ''}"
    return Coefficient(
        meaning.capitalize() if meaning.islower() else meaning,
        f"{span} {row.unit}",
        row.source,
        row.verified,
        population=row.population,
        note=row.note,
    )
