"""Where a measurement stands among healthy people, and plainly where there is no norm.

A percentile here is the share of healthy people who do *worse*, so that weaker is never higher. Nothing is
read beyond the ages or percentiles an authority published.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import erf, sqrt

from rtw.domain.assessment.operation import PatientFacts
from rtw.domain.figure import HigherIs, SourceId
from rtw.domain.hands import Side
from rtw.domain.measures.norm import NormBand, age_on


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a measurement stands among healthy people. Percentiles `low` to `high`: equal where computed.

    `z` counts standard deviations in the direction of better; None where a table of percentiles was read.
    """

    value: float
    band: NormBand
    low: float
    high: float
    z: float | None

    @property
    def words(self) -> str:
        """The percentile as it is said."""
        if self.low == self.high:
            return _computed_words(self.low)
        if self.low <= 0:
            return f"below the {ordinal(self.high)}"
        if self.high >= 100:
            return f"above the {ordinal(self.low)}"
        return f"{ordinal(self.low)} to {ordinal(self.high)}"


@dataclass(frozen=True, slots=True)
class NoNorm:
    """Why a measurement is held against no norm of an authority, and what to do where something can be."""

    source: SourceId
    reason: str


def _computed_words(percentile: float) -> str:
    if percentile < 1:
        return "below the 1st"
    return "above the 99th" if percentile > 99 else ordinal(round(percentile))


def ordinal(rank: float) -> str:
    """Write 1st, 2nd, 3rd, 11th, 21st."""
    number = round(rank)
    last = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def standing(value: float, band: NormBand) -> Standing:
    """Hold a value against a band; both in newton, or both in seconds."""
    if band.mean is None or band.sd is None:
        low, high = _between(value, band)
        return Standing(value, band, low, high, None)
    sign = 1.0 if band.higher_is is HigherIs.BETTER else -1.0
    z = sign * (value - band.mean) / band.sd
    percentile = 50.0 * (1.0 + erf(z / sqrt(2.0)))
    return Standing(value, band, percentile, percentile, z)


def _between(value: float, band: NormBand) -> tuple[float, float]:
    """Read the neighbouring published percentiles; a value on one of them is that one."""
    low = max((rank for rank, at in band.points if at <= value), default=0.0)
    high = min((rank for rank, at in band.points if at >= value), default=100.0)
    return (low, high) if band.higher_is is HigherIs.BETTER else (100.0 - high, 100.0 - low)


def against(
    value: float, bands: Sequence[NormBand], patient: PatientFacts, side: Side, on: date
) -> Standing | NoNorm:
    """Hold a value against the bands of one authority for a hand, at the age on the day of the visit.

    Raises ValueError without bands: an authority has at least one.
    """
    if not bands:
        raise ValueError("an authority without figures")
    found = find_band(bands, patient, side, on)
    return found if isinstance(found, NoNorm) else standing(value, found)


def find_band(bands: Sequence[NormBand], patient: PatientFacts, side: Side, on: date) -> NormBand | NoNorm:
    """Find the row for sex, hand and age, or say plainly why there is none."""
    source = bands[0].source
    if patient.sex is None:
        return NoNorm(source, "Sex is not entered: norms are divided by sex.")
    if patient.born is None:
        return NoNorm(source, "Date of birth is not entered: norms are divided by age.")
    own_sex = [band for band in bands if band.sex is patient.sex]
    own = [band for band in own_sex if band.hand.fits(side, patient.dominant)]
    if own_sex and not own:
        return NoNorm(source, "The dominant hand is not entered, and this authority divides by dominance.")
    age = age_on(patient.born, on)
    found = next((b for b in own if b.age_from <= age and (b.age_to is None or age <= b.age_to)), None)
    return found or NoNorm(source, _no_age(own, age))


def _no_age(bands: Sequence[NormBand], age: int) -> str:
    if not bands:
        return "No norm for this sex."
    youngest = min(band.age_from for band in bands)
    ends = [band.age_to for band in bands if band.age_to is not None]
    oldest = f" to {max(ends)}" if len(ends) == len(bands) else " and older"
    return f"No norm for age {age}: for this sex the table holds {youngest}{oldest}."
