"""Composite Strain Index (Garg, Moore and Kapellusch 2017): one task made of several kinds of effort.

The subtasks share the task's hours. The most straining effort counts whole, each further one by what it adds.
"""

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from rtw.domain.exposure.composite import ORDER, composite
from rtw.domain.exposure.model import HEALTHY, ExposureModel, values
from rtw.domain.exposure.quantity import ContradictionError, Quantity, full_cycle
from rtw.domain.exposure.rsi import JOINTS, AgainstThresholds, RsiCoefficients, efforts_multiplier, thresholds
from rtw.domain.exposure.rsi import compute as rsi
from rtw.domain.exposure.rsi_inputs import (
    DayHours,
    EffortRate,
    EffortSeconds,
    Intensity,
    RsiInputs,
    Threshold,
    WristAngle,
)


@dataclass(frozen=True, slots=True)
class Subtask:
    """One kind of effort within a task."""

    intensity: Intensity
    efforts_per_minute: EffortRate
    seconds_per_effort: EffortSeconds
    wrist_angle_deg: WristAngle


@dataclass(frozen=True, slots=True)
class CosiInputs:
    """A task: its hours a day and its kinds of effort, at least one, in any order."""

    hours_per_day: DayHours
    subtasks: Annotated[tuple[Subtask, ...], Quantity("Kinds of effort of the task", least=1)]
    threshold: Threshold = None


@dataclass(frozen=True, slots=True)
class CosiResult:
    """The composite index, and the index of each subtask in the order given."""

    cosi: float
    rsi: tuple[float, ...]
    thresholds: tuple[AgainstThresholds, ...]


def compute(inputs: CosiInputs, c: RsiCoefficients) -> CosiResult:
    """Compute the index. Raises ContradictionError where efforts fill more than the whole time."""
    _fits_the_time(inputs.subtasks)
    indices = tuple(rsi(_alone(part, inputs.hours_per_day), c).rsi for part in inputs.subtasks)
    rates = values(*(part.efforts_per_minute for part in inputs.subtasks))
    one_task = np.zeros(len(indices), dtype=np.int64)
    _, (total,) = composite(values(*indices), rates, one_task, lambda rate: efforts_multiplier(rate, c))
    return CosiResult(float(total), indices, thresholds(float(total), c, inputs.threshold))


def _alone(part: Subtask, hours: float) -> RsiInputs:
    return RsiInputs(
        part.intensity, part.efforts_per_minute, part.seconds_per_effort, part.wrist_angle_deg, hours
    )


def _fits_the_time(parts: tuple[Subtask, ...]) -> None:
    full = sum(full_cycle(part.efforts_per_minute, part.seconds_per_effort) for part in parts)
    if full > 1.0 + 1e-9:
        message = f"the efforts of all subtasks fill {full:.0%} of the time; more than 100 % is impossible"
        raise ContradictionError("subtasks", message)


MODEL = ExposureModel(
    name="cosi",
    title="Composite Strain Index of a task",
    unit="1",
    inputs=CosiInputs,
    coefficients=RsiCoefficients,
    result=CosiResult,
    compute=compute,
    formula="COSI = RSI₁ + Σ RSI_i / EM(E_i) × (EM(E₁+…+E_i) − EM(E₁+…+E_i₋₁)), highest RSI first",
    validated_on=HEALTHY,
    not_for=(JOINTS, ORDER),
)
