"""Maximum acceptable effort (Potvin 2012): the share of strength that can be repeated at a duty cycle.

Made on healthy workers: applied to a hand's own measured strength it is orientation, not proof.
"""

from dataclasses import dataclass
from typing import Annotated, Final

import numpy as np

from rtw.domain.exposure.model import HEALTHY, ExposureModel, Values, values
from rtw.domain.exposure.quantity import Quantity
from rtw.domain.figure import Figure
from rtw.domain.soundness import positive, require


@dataclass(frozen=True, slots=True)
class MaeCoefficients:
    """MAE = 1 − (duty cycle − offset) ** exponent.

    `offset` is the duty cycle of one effort in a working day, where the whole strength is acceptable.
    Above `sparse_above` few data stood behind the fit. `rms_error` is its error as a share of strength.
    """

    exponent: float
    offset: float
    sparse_above: float
    rms_error: float
    source: str


@dataclass(frozen=True, slots=True)
class MaeFigures:
    """The coefficients as published, each with its source."""

    exponent: Figure
    offset: Figure
    sparse_above: Figure
    rms_error: Figure

    def __post_init__(self) -> None:
        """Refuse figures that are no shares: each lies between 0 and 1."""
        names = ("exponent", "offset", "sparse_above", "rms_error")
        positive(self, *names)
        for name in names:
            require(name, "must lie below 1", holds=getattr(self, name).value < 1.0)

    @property
    def plain(self) -> MaeCoefficients:
        """The bare numbers to compute with."""
        return MaeCoefficients(
            self.exponent.value,
            self.offset.value,
            self.sparse_above.value,
            self.rms_error.value,
            self.exponent.source,
        )


@dataclass(frozen=True, slots=True)
class MaeInputs:
    """A duty cycle, and the strength of this hand in that grip where a limit in newton is wanted."""

    duty_cycle: Annotated[
        float, Quantity("Time under effort as a share of the whole time", "1", at_least=0, at_most=1)
    ]
    strength_n: Annotated[float, Quantity("Strength of this hand in that grip", "N", at_least=0)] | None = (
        None
    )


@dataclass(frozen=True, slots=True)
class MaeResult:
    """The acceptable share of strength (0 to 1), its error of fit, and the limit where strength is known."""

    mae: float
    rms_error: float
    limit_n: float | None


def acceptable_share(duty_cycle: Values, coefficients: MaeCoefficients) -> Values:
    """Give the acceptable share of strength at duty cycles from 0 to 1; NaN stays NaN."""
    loaded = np.maximum(duty_cycle - coefficients.offset, 0.0)
    share: Values = 1.0 - loaded**coefficients.exponent
    return share


def mae(duty_cycle: float, coefficients: MaeCoefficients) -> float:
    """Give the acceptable share of strength (0 to 1) at `duty_cycle` (effort time / total time, 0 to 1).

    Raises ValueError outside 0 to 1: a cycle cannot be more than full.
    """
    if not 0.0 <= duty_cycle <= 1.0:
        raise ValueError(f"a duty cycle lies between 0 and 1, not {duty_cycle}")
    return float(acceptable_share(values(duty_cycle), coefficients)[0])


def duty_cycle_at(share: float, coefficients: MaeCoefficients) -> float:
    """Give the highest duty cycle (0 to 1) at which `share` of strength (0 to 1) is still acceptable."""
    if not 0.0 <= share <= 1.0:
        raise ValueError(f"a share of strength lies between 0 and 1, not {share}")
    return min(1.0, float((1.0 - share) ** (1.0 / coefficients.exponent)) + coefficients.offset)


def mae_warnings(duty_cycle: float, coefficients: MaeCoefficients) -> tuple[str, ...]:
    """Say what to bear in mind when reading the figure at this duty cycle."""
    return (
        "Made on healthy workers; applied here to this hand's own strength.",
        *_thin(duty_cycle, coefficients),
    )


def _thin(duty_cycle: float, coefficients: MaeCoefficients) -> tuple[str, ...]:
    warnings = []
    if duty_cycle >= coefficients.sparse_above:
        warnings.append(f"Few data stand behind duty cycles of {coefficients.sparse_above:.0%} and more.")
    if duty_cycle <= coefficients.offset:
        warnings.append("At one effort a day or less the whole strength counts as acceptable.")
    return tuple(warnings)


def compute(inputs: MaeInputs, figures: MaeFigures) -> MaeResult:
    """Compute the acceptable effort."""
    share = mae(inputs.duty_cycle, figures.plain)
    limit_n = None if inputs.strength_n is None else share * inputs.strength_n
    return MaeResult(share, figures.rms_error.value, limit_n)


def warnings(inputs: MaeInputs, figures: MaeFigures) -> tuple[str, ...]:
    """Warn where few data stood behind the fit, and where there is hardly an effort at all."""
    return _thin(inputs.duty_cycle, figures.plain)


MODEL: Final = ExposureModel(
    name="mae",
    title="Maximum acceptable effort",
    unit="share of strength",
    inputs=MaeInputs,
    coefficients=MaeFigures,
    result=MaeResult,
    compute=compute,
    warnings=warnings,
    formula="MAE = 1 − (DC − 1/28800)^0.24, DC the time under effort as a share of the whole time",
    validated_on=f"On whom the data were gathered was not read. {HEALTHY}",
    not_for=("The offset of 1/28800 is commonly quoted; the formula itself was not read in its source.",),
)
