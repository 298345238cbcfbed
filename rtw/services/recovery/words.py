"""What is said of expected recovery: amounts, what a picture rests on, what it does not tell."""

from collections.abc import Iterator

from rtw.domain.recovery.prior import CohortPoint
from rtw.services.recovery.of_case import MeasureShown

FORMULA = (
    "log(strength) = level + mean of the cohorts + this hand's own deviation; "
    "given the measurements with their errors (Gaussian process, closed form)"
)
SCORE_FORMULA = (
    "score = level + mean of the cohort + this patient's own deviation; "
    "given the measurements with their errors (Gaussian process, closed form)"
)
VALIDATED = (
    "Patients simulated from the model: 75 to 85 % of 80 % bands held the truth, with 0, 1, 2 and 4 "
    "measurements known. With a moderately wrong expectation it was 65 % or more; of grip after open carpal "
    "tunnel release, simulated by another mechanism, 74 to 93 %. Not yet tested on patients."
)
OPENS_NOTHING = "A forecast opens no gate: only a new measurement does."
STANDS_IN = (
    "No error of measuring is published for this strength. A smallest important change stands in for it: "
    "it is likely too small, so the band is likely too narrow."
)
IMPAIRED = "Strength before operation was itself impaired: 100 % of it is not full strength."


def amount(value: float, unit: str) -> str:
    """Write a figure with its unit; points of a scale without their long name."""
    return f"{value:.1f} {unit.split(' (')[0]}"


def range_words(low: float, high: float, unit: str) -> str:
    """Write both ends of a band."""
    return f"{low:.1f} to {amount(high, unit)}"


def why_not_counted(point: CohortPoint) -> str:
    """Say why a published figure makes no point of the band."""
    if point.verified.is_marked:
        return f"{point.verified.label}."
    if point.of_other_hand:
        return "a share of the other hand, not of the strength before operation."
    return "no other week of this measure is known, or other operations are mixed in."


def says(shown: MeasureShown) -> tuple[str, ...]:
    """Say in plain words what the picture rests on."""
    return tuple(_sentences(shown))


def _sentences(shown: MeasureShown) -> Iterator[str]:
    prior, picture = shown.picture.prior, shown.picture
    if prior.has_evidence:
        counted = [point for point in prior.points if point.counted_at is not None]
        figures = _counted(len(counted), "published figure", "published figures")
        studies = _counted(len({point.source for point in counted}), "study", "studies")
        yield (
            f"Rests on {figures} from {studies}, "
            f"week {prior.first_week:g} to {prior.last_week:g}, and on this patient's own measurements."
        )
    else:
        yield (
            "No course over weeks is published for this operation and measure: only the patient's own "
            "measurements count. What is expected weighs them all by their errors of measuring, so it may "
            "differ from the last one; it is carried forward level, and the band widens."
        )
    if shown.error.is_stand_in:
        yield STANDS_IN
    if not picture.bands:
        yield "Nothing is expected yet: this hand was never tested."
    elif picture.reference is not None and not picture.reference_is_measured:
        yield "Strength before operation was not measured; marks of cohorts are placed by the last test."


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
