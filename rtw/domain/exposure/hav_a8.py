"""Daily hand-arm vibration A(8) (ISO 5349-1, Directive 2002/44/EC)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

import numpy as np

from rtw.domain.exposure.composite import Starts
from rtw.domain.exposure.model import ExposureModel, Values, values
from rtw.domain.exposure.quantity import ContradictionError, Quantity
from rtw.domain.figure import Figure
from rtw.domain.soundness import positive, rising


@dataclass(frozen=True, slots=True)
class HavCoefficients:
    """Daily action and limit value, and the hours they are stated for."""

    action_value: Figure
    limit_value: Figure
    reference_hours: Figure

    def __post_init__(self) -> None:
        """Refuse values at or below zero, and an action value that is not below the limit value."""
        positive(self, "action_value", "limit_value", "reference_hours")
        rising(self, "action_value", "limit_value")


@dataclass(frozen=True, slots=True)
class VibrationExposure:
    """One tool: its vibration total value, and the trigger time in minutes or in hours."""

    ahv_m_s2: Annotated[float, Quantity("Vibration total value of the tool", "m/s²", at_least=0)]
    minutes: Annotated[float, Quantity("Trigger time a day", "min", at_least=0, at_most=1440)] | None = None
    hours: Annotated[float, Quantity("Trigger time a day", "h", at_least=0, at_most=24)] | None = None

    def __post_init__(self) -> None:
        """Refuse a tool with both times or neither."""
        if (self.minutes is None) is (self.hours is None):
            raise ContradictionError("minutes", "give either minutes or hours")

    @property
    def time_h(self) -> float:
        """The trigger time in hours."""
        return self.hours if self.hours is not None else (self.minutes or 0.0) / 60.0


@dataclass(frozen=True, slots=True)
class HavInputs:
    """All tools of one hand in a day, at least one."""

    exposures: Annotated[tuple[VibrationExposure, ...], Quantity("Tools", least=1)]


@dataclass(frozen=True, slots=True)
class ToolResult:
    """One tool alone: its part of the day, and the hours of it that reach each value (None: never)."""

    a8_m_s2: float
    points: float
    hours_to_action_value: float | None
    hours_to_limit_value: float | None


@dataclass(frozen=True, slots=True)
class HavResult:
    """The day's exposure, in m/s² and in points (100 at the action value), and against both values.

    The hours are those of the whole mix of tools, in its present shares, that reach each value (None: never).
    """

    a8_m_s2: float
    points: float
    above_action_value: bool
    above_limit_value: bool
    hours_to_action_value: float | None
    hours_to_limit_value: float | None
    exposures: tuple[ToolResult, ...]


def partial_a8(ahv_m_s2: Values, hours: Values, c: HavCoefficients) -> Values:
    """Give the part of each tool in the day: a × √(T / 8 h)."""
    return ahv_m_s2 * np.sqrt(hours / c.reference_hours.value)


def daily_a8(ahv_m_s2: Values, hours: Values, starts: Starts, c: HavCoefficients) -> Values:
    """Give A(8) of each group of tools; the groups stand together and begin at `starts`."""
    squares = partial_a8(ahv_m_s2, hours, c) ** 2
    return np.sqrt(np.add.reduceat(squares, starts) if starts.size else squares)


def hours_to(value: float, a8_m_s2: Values, hours: Values) -> Values:
    """Give the hours at which work that makes `a8_m_s2` in `hours` reaches a daily value; infinity: never."""
    reached = (a8_m_s2 > 0.0) & (hours > 0.0)
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        return np.where(reached, hours * (value / a8_m_s2) ** 2, np.inf)


def points(a8_m_s2: Values, c: HavCoefficients) -> Values:
    """Count points so that the action value is a hundred (HSE): 2 a² for each hour."""
    return 100.0 * (a8_m_s2 / c.action_value.value) ** 2


def compute(inputs: HavInputs, c: HavCoefficients) -> HavResult:
    """Compute the day. Raises ContradictionError where the tools run for more than a day."""
    hours = values(*(each.time_h for each in inputs.exposures))
    if hours.sum() > 24.0 + 1e-9:
        raise ContradictionError("exposures", f"the tools run for {hours.sum():g} h; a day has 24")
    magnitudes = values(*(each.ahv_m_s2 for each in inputs.exposures))
    whole = daily_a8(magnitudes, hours, np.zeros(1, dtype=np.intp), c)
    tools = zip(_rows(partial_a8(magnitudes, hours, c), c), _alone(magnitudes, c), strict=True)
    to_action, to_limit = (_each_hours(f.value, whole, hours.sum(keepdims=True))[0] for f in _limits(c))
    a8 = float(whole[0])
    return HavResult(
        a8,
        float(points(whole, c)[0]),
        a8 > c.action_value.value,
        a8 > c.limit_value.value,
        to_action,
        to_limit,
        tuple(ToolResult(*row, *times) for row, times in tools),
    )


def _limits(c: HavCoefficients) -> tuple[Figure, Figure]:
    return c.action_value, c.limit_value


def _rows(a8: Values, c: HavCoefficients) -> Iterator[tuple[float, float]]:
    return zip(map(float, a8), map(float, points(a8, c)), strict=True)


def _alone(magnitudes: Values, c: HavCoefficients) -> Iterator[tuple[float | None, float | None]]:
    """Give the hours of each tool alone to both values; over the reference hours A(8) is the tool's own."""
    full = np.full_like(magnitudes, c.reference_hours.value)
    to_action, to_limit = (_each_hours(f.value, magnitudes, full) for f in _limits(c))
    return zip(to_action, to_limit, strict=True)


def _each_hours(value: float, a8: Values, hours: Values) -> list[float | None]:
    return [float(time) if np.isfinite(time) else None for time in hours_to(value, a8, hours)]


MODEL = ExposureModel(
    name="hav_a8",
    title="Daily hand-arm vibration A(8)",
    unit="m/s²",
    inputs=HavInputs,
    coefficients=HavCoefficients,
    result=HavResult,
    compute=compute,
    formula="A(8) = √ (Σ a² T / 8 h); points = 100 (A(8) / 2.5)²; time to a value = 8 h × (value / a)²",
    validated_on="Action and limit value are for healthy workers; they are no tolerance of an operated hand.",
)
