"""Revised Strain Index (Garg, Moore and Kapellusch 2017): strain of wrist and hand by one repeated effort.

RSI = intensity × efforts × duration × posture × hours multiplier. Unitless, one hand, one kind of effort.
Force enters as a share of *this* hand's strength in that grip: the same work strains a weaker hand more.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from rtw.domain.exposure.model import HEALTHY, ExposureModel, Values, values
from rtw.domain.exposure.quantity import full_cycle
from rtw.domain.exposure.rsi_inputs import RsiInputs
from rtw.domain.figure import Figure
from rtw.domain.published import Constants
from rtw.domain.soundness import adjoining, counted, positive, require


@dataclass(frozen=True, slots=True)
class RsiCoefficients:
    """The pieces of the five multipliers, the rule of both composites, and the two thresholds quoted.

    Each pair of pieces meets where the first one's range ends (`high`).
    """

    intensity_low: Constants
    intensity_high: Constants
    efforts_low: Constants
    efforts_high: Constants
    duration_low: Constants
    duration_high: Constants
    flexion: Constants
    extension: Constants
    hours_short: Constants
    hours: Constants
    composites: Constants
    threshold: Figure
    threshold_alternative: Figure

    def __post_init__(self) -> None:
        """Refuse pieces without all their constants, and pairs of pieces that do not meet."""
        counted(self, intensity_low=4, intensity_high=4, efforts_low=2, efforts_high=2)
        counted(self, duration_low=2, duration_high=2, flexion=3, extension=3, hours_short=1, hours=3)
        adjoining(self, ("intensity_low", "intensity_high"), ("efforts_low", "efforts_high"))
        adjoining(self, ("duration_low", "duration_high"), ("hours_short", "hours"))
        counted(self, composites=1)
        whole = self.composites.constants == (1.0,)
        require("composites", "the strongest part counts whole, with a weight of 1", holds=whole)
        positive(self, "threshold", "threshold_alternative")


@dataclass(frozen=True, slots=True)
class AgainstThresholds:
    """An index against each quoted threshold: the threshold, and whether the index lies above it."""

    threshold: float
    above: bool
    source: str
    verified: str


@dataclass(frozen=True, slots=True)
class RsiResult:
    """The index and its five multipliers."""

    rsi: float
    im: float
    em: float
    dm: float
    pm: float
    hm: float
    thresholds: tuple[AgainstThresholds, ...]


def intensity_multiplier(share: Values, c: RsiCoefficients) -> Values:
    """Multiplier of force; `share` of strength, 0 to 1."""
    low, high = (np.polyval(piece.constants, share) for piece in (c.intensity_low, c.intensity_high))
    return np.where(share <= _end(c.intensity_low), low, high)


def efforts_multiplier(per_minute: Values, c: RsiCoefficients) -> Values:
    """Multiplier of the number of efforts a minute."""
    a, b = c.efforts_low.constants
    factor, power = c.efforts_high.constants
    return np.where(per_minute <= _end(c.efforts_low), a + b * per_minute, factor * per_minute**power)


def duration_multiplier(seconds: Values, c: RsiCoefficients) -> Values:
    """Multiplier of the seconds of one effort."""
    a, b = c.duration_low.constants
    factor, offset = c.duration_high.constants
    logarithm = np.log(np.maximum(seconds, _end(c.duration_low)))
    return np.where(seconds <= _end(c.duration_low), a + b * seconds, factor * logarithm + offset)


def posture_multiplier(angle_deg: Values, c: RsiCoefficients) -> Values:
    """Multiplier of the wrist: extension positive, flexion negative, in degrees."""
    scale, rate, offset = c.flexion.constants
    base, curve, free = c.extension.constants
    flexed = scale * np.exp(rate * np.maximum(-angle_deg, 0.0)) + offset
    extended = base + curve * np.maximum(angle_deg - free, 0.0) ** 2
    return np.where(angle_deg < 0, flexed, extended)


def hours_multiplier(hours: Values, c: RsiCoefficients) -> Values:
    """Multiplier of the hours a day."""
    slope, logarithmic, offset = c.hours.constants
    (short,) = c.hours_short.constants
    long = slope * hours + logarithmic * np.log(np.maximum(hours, _end(c.hours_short))) + offset
    return np.where(hours <= _end(c.hours_short), short, long)


def _end(piece: Constants) -> float:
    """Where the first of two pieces ends; the coefficients are refused without it."""
    return np.inf if piece.high is None else piece.high


def multipliers(
    share: Values, per_minute: Values, seconds: Values, angle_deg: Values, hours: Values, c: RsiCoefficients
) -> tuple[Values, Values, Values, Values, Values]:
    """Give the five multipliers of many lines at once, in the order of the formula."""
    return (
        intensity_multiplier(share, c),
        efforts_multiplier(per_minute, c),
        duration_multiplier(seconds, c),
        posture_multiplier(angle_deg, c),
        hours_multiplier(hours, c),
    )


def thresholds(index: float, c: RsiCoefficients, own: float | None = None) -> tuple[AgainstThresholds, ...]:
    """Hold an index against both quoted thresholds, and against one's own where it is given."""
    quoted = tuple(
        AgainstThresholds(f.value, index > f.value, f.source, f.verified.value)
        for f in (c.threshold, c.threshold_alternative)
    )
    return quoted if own is None else (AgainstThresholds(own, index > own, "given", "given"), *quoted)


def compute(inputs: RsiInputs, c: RsiCoefficients) -> RsiResult:
    """Compute the index. Raises ContradictionError where the efforts fill more than the whole time."""
    full_cycle(inputs.efforts_per_minute, inputs.seconds_per_effort)
    parts = multipliers(
        values(inputs.intensity),
        values(inputs.efforts_per_minute),
        values(inputs.seconds_per_effort),
        values(inputs.wrist_angle_deg),
        values(inputs.hours_per_day),
        c,
    )
    im, em, dm, pm, hm = (float(part[0]) for part in parts)
    index = im * em * dm * pm * hm
    return RsiResult(index, im, em, dm, pm, hm, thresholds(index, c, inputs.threshold))


JOINTS: Final = (
    "The published pieces do not quite meet: just above 90 efforts a minute, and just above 60 s an effort, "
    "the index falls by less than a thousandth. The published numbers are kept."
)
"""A known flaw of the published formula; the composites have it too."""

MODEL = ExposureModel(
    name="rsi",
    title="Revised Strain Index",
    unit="1",
    inputs=RsiInputs,
    coefficients=RsiCoefficients,
    result=RsiResult,
    compute=compute,
    formula="RSI = IM × EM × DM × PM × HM",
    validated_on=HEALTHY,
    not_for=(
        "Vibration, contact stress, pinch against grip and sideways deviation of the wrist are not in it.",
        "The two thresholds in circulation (10 and 8.5) are quoted; neither was read in its source.",
        JOINTS,
    ),
)
