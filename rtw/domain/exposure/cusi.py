"""Cumulative Strain Index (Garg, Moore and Kapellusch 2017): a whole job of several tasks.

The most straining task counts whole, each further one by what its hours add to the hours before it.
"""

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from rtw.domain.exposure.composite import ORDER, composite
from rtw.domain.exposure.cosi import CosiInputs, Subtask
from rtw.domain.exposure.cosi import compute as cosi
from rtw.domain.exposure.model import HEALTHY, ExposureModel, values
from rtw.domain.exposure.quantity import ContradictionError, Quantity
from rtw.domain.exposure.rsi import JOINTS, AgainstThresholds, RsiCoefficients, hours_multiplier, thresholds
from rtw.domain.exposure.rsi_inputs import DayHours, Threshold


@dataclass(frozen=True, slots=True)
class JobTask:
    """One task of the job: its composite index as computed before, or the subtasks to compute it from."""

    hours_per_day: DayHours
    cosi: (
        Annotated[float, Quantity("Composite Strain Index of the task at these hours", "1", above=0)] | None
    ) = None
    subtasks: tuple[Subtask, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a task with both or neither."""
        if (self.cosi is None) is (not self.subtasks):
            raise ContradictionError("cosi", "give either cosi or subtasks")


@dataclass(frozen=True, slots=True)
class CusiInputs:
    """The tasks of a job, at least one, in any order."""

    tasks: Annotated[tuple[JobTask, ...], Quantity("Tasks of the job", least=1)]
    threshold: Threshold = None


@dataclass(frozen=True, slots=True)
class CusiResult:
    """The cumulative index, and the composite index of each task in the order given."""

    cusi: float
    cosi: tuple[float, ...]
    thresholds: tuple[AgainstThresholds, ...]


def compute(inputs: CusiInputs, c: RsiCoefficients) -> CusiResult:
    """Compute the index. Raises ContradictionError where the tasks take more than a day."""
    hours = values(*(task.hours_per_day for task in inputs.tasks))
    if hours.sum() > 24.0 + 1e-9:
        raise ContradictionError("tasks", f"hours_per_day add up to {hours.sum():g}; a day has 24")
    indices = tuple(_cosi(task, c) for task in inputs.tasks)
    one_job = np.zeros(len(indices), dtype=np.int64)
    _, (total,) = composite(values(*indices), hours, one_job, lambda each: hours_multiplier(each, c))
    return CusiResult(float(total), indices, thresholds(float(total), c, inputs.threshold))


def _cosi(task: JobTask, c: RsiCoefficients) -> float:
    return task.cosi if task.cosi is not None else cosi(CosiInputs(task.hours_per_day, task.subtasks), c).cosi


MODEL = ExposureModel(
    name="cusi",
    title="Cumulative Strain Index of a job",
    unit="1",
    inputs=CusiInputs,
    coefficients=RsiCoefficients,
    result=CusiResult,
    compute=compute,
    formula="CUSI = COSI₁ + Σ COSI_j / HM(H_j) × (HM(H₁+…+H_j) − HM(H₁+…+H_j₋₁)), highest COSI first",
    validated_on=HEALTHY,
    not_for=(JOINTS, ORDER),
)
