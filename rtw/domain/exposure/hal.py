"""Hand activity level from frequency and duty cycle (Radwin and others 2015): a scale from 0 to 10."""

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from rtw.domain.exposure.model import HEALTHY, ExposureModel, Values, outside, values
from rtw.domain.exposure.quantity import Quantity
from rtw.domain.figure import Figure
from rtw.domain.published import Constants
from rtw.domain.soundness import counted, ranged, require

TOP = 10.0
"""The end of the scale itself."""


@dataclass(frozen=True, slots=True)
class HalCoefficients:
    """The equation, and what it was fitted on: exertions a second, and duty cycle in percent."""

    equation: Constants
    fitted_frequency: Figure
    fitted_duty_cycle: Figure

    def __post_init__(self) -> None:
        """Refuse an equation without its three constants, and data of a fit without a range."""
        counted(self, equation=3)
        holds = all(constant > 0 for constant in self.equation.constants)
        require("equation", "its constants lie above zero", holds=holds)
        ranged(self, "fitted_frequency", "fitted_duty_cycle")


@dataclass(frozen=True, slots=True)
class HalInputs:
    """Exertions of one hand: how often a second, and in what percent of the time."""

    exertions_per_second: Annotated[float, Quantity("Exertions a second", "/s", at_least=0)]
    duty_cycle_percent: Annotated[
        float, Quantity("Time under exertion, of the whole time", "%", at_least=0, at_most=100)
    ]


@dataclass(frozen=True, slots=True)
class HalResult:
    """The level from 0 to 10. `unclipped` is the equation's own number, which may leave the scale."""

    hal: float
    unclipped: float


def equation(per_second: Values, duty_percent: Values, c: HalCoefficients) -> Values:
    """Give the equation's number, not kept within the scale; 0 where there is no exertion.

    Divided through by the power of the frequency, so that no frequency is too large to compute with.
    """
    scale, power, saturation = c.equation.constants
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        level = scale * np.log(duty_percent) / (per_second**-power + saturation)
    return np.where((per_second > 0.0) & (duty_percent > 0.0), level, 0.0)


def hal(per_second: Values, duty_percent: Values, c: HalCoefficients) -> Values:
    """Give the hand activity level, kept within 0 to 10. No hand is at work for more than the whole time."""
    return np.clip(equation(per_second, np.minimum(duty_percent, 100.0), c), 0.0, TOP)


def compute(inputs: HalInputs, c: HalCoefficients) -> HalResult:
    """Compute the level."""
    given = values(inputs.exertions_per_second), values(inputs.duty_cycle_percent)
    return HalResult(float(hal(*given, c)[0]), float(equation(*given, c)[0]))


def warnings(inputs: HalInputs, c: HalCoefficients) -> tuple[str, ...]:
    """Warn outside the data of the fit, and where the number left the scale."""
    unclipped = compute(inputs, c).unclipped
    frequency, duty = c.fitted_frequency, c.fitted_duty_cycle
    return (
        *outside("exertions_per_second", inputs.exertions_per_second, frequency.low, frequency.high),
        *outside("duty_cycle_percent", inputs.duty_cycle_percent, duty.low, duty.high),
        *_left_the_scale(unclipped),
    )


def _left_the_scale(unclipped: float) -> tuple[str, ...]:
    if 0.0 <= unclipped <= TOP:
        return ()
    return (f"The equation gives {unclipped:.1f}; the level stays on its scale, 0 to {TOP:g}.",)


MODEL = ExposureModel(
    name="hal",
    title="Hand activity level",
    unit="0 to 10",
    inputs=HalInputs,
    coefficients=HalCoefficients,
    result=HalResult,
    compute=compute,
    warnings=warnings,
    formula="HAL = 6.56 ln(D) F^1.31 / (1 + 3.18 F^1.31), F exertions a second, D duty cycle in percent",
    validated_on=HEALTHY,
)
