"""What every exposure model has: inputs, coefficients, a formula, a result, and the limits of all that.

Nothing here was validated on operated hands: every model was made on healthy workers, and says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
"""Numbers of many lines of work at once; a single line is an array of none or one dimension."""

I = TypeVar("I")  # noqa: E741 - inputs
C = TypeVar("C")
R = TypeVar("R")

HEALTHY = "Made on healthy workers; not validated on operated hands."


def no_warnings(_inputs: object, _coefficients: object) -> tuple[str, ...]:
    """Nothing to bear in mind beyond what the model itself says."""
    return ()


@dataclass(frozen=True, slots=True)
class ExposureModel(Generic[I, C, R]):
    """One published model.

    `compute` is pure and raises ContradictionError, naming the field, for inputs that contradict each other.
    `warnings` says where inputs leave what the model was fitted on. `formula` is the model in one line,
    `validated_on` whom it was tested on, `not_for` what it does not cover.
    """

    name: str
    title: str
    unit: str
    inputs: type[I]
    coefficients: type[C]
    result: type[R]
    compute: Callable[[I, C], R]
    formula: str
    validated_on: str
    not_for: tuple[str, ...] = ()
    warnings: Callable[[I, C], tuple[str, ...]] = no_warnings


def values(*numbers: float) -> Values:
    """Make an array of numbers."""
    return np.array(numbers, dtype=np.float64)


def outside(name: str, given: float, low: float | None, high: float | None) -> tuple[str, ...]:
    """Warn where an input lies outside what a piece was fitted on; silent where no range was published."""
    below = low is not None and given < low
    above = high is not None and given > high
    if not (below or above):
        return ()
    span = " to ".join(f"{end:g}" for end in (low, high) if end is not None)
    return (f"{name} {given:g} lies outside the data behind the model ({span}): extrapolated.",)
