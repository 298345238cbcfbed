"""One hand in percent of the other, and what is known of how far healthy hands differ.

No verified figure says how much stronger a dominant hand is. What can be said is what an authority's own
means for both hands come to, for this sex and age.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rtw.domain.assessment.operation import PatientFacts
from rtw.domain.hands import Side
from rtw.domain.measurement import percent_of
from rtw.domain.measures.followed import Reading
from rtw.domain.measures.norm import NormBand, NormHand
from rtw.domain.measures.standing import NoNorm, find_band

BOTH_TREATED: Final = "Both hands were treated, so neither is a sound hand to compare with."
NO_DOMINANCE_FIGURE: Final = (
    "No verified figure for the difference between a dominant and the other hand is held."
)
MEANS_ONLY: Final = "The ratio of two group means: single healthy people differ widely from it."


@dataclass(frozen=True, slots=True)
class OtherHand:
    """A reading in percent of the other hand's.

    `usual`: what the two norms come to, in percent, with their rows; None where the authority has none.
    """

    side: Side
    now: Reading
    other: Reading
    percent: float
    usual: float | None
    norms: tuple[NormBand, ...]
    cautions: tuple[str, ...]

    @property
    def days_apart(self) -> int:
        """Days between the two readings."""
        return abs((self.now.on - self.other.on).days)


def of_other(
    side: Side,
    now: Reading,
    other: Sequence[Reading],
    bands: Sequence[NormBand],
    patient: PatientFacts,
    treated: Sequence[Side],
) -> OtherHand | None:
    """Hold a reading against the other hand's latest one up to that day; None where there is none.

    Nor is the one sound hand held against the treated one: that would read an injury as strength.
    """
    if set(treated) == {side.other}:
        return None
    earlier = [reading for reading in other if reading.on <= now.on]
    percent = percent_of(now.value, earlier[-1].value) if earlier else None
    if percent is None:
        return None
    norms = _both_norms(side, now, bands, patient)
    usual = percent_of(norms[0].centre, norms[1].centre) if norms else None
    cautions = (
        *((BOTH_TREATED,) if len(set(treated)) > 1 else ()),
        MEANS_ONLY if norms else NO_DOMINANCE_FIGURE,
    )
    return OtherHand(side, now, earlier[-1], percent, usual, norms, cautions)


def _both_norms(
    side: Side, now: Reading, bands: Sequence[NormBand], patient: PatientFacts
) -> tuple[NormBand, ...]:
    """Find the norm of each hand, this one first; none where the authority does not tell hands apart."""
    told = [band for band in bands if band.hand not in (NormHand.BEST, NormHand.ANY)]
    if not told:
        return ()
    found = [find_band(told, patient, each, now.on) for each in (side, side.other)]
    rows = tuple(band for band in found if not isinstance(band, NoNorm))
    return rows if len(rows) == 2 else ()
