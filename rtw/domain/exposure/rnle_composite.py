"""Composite lifting index of the NIOSH equation: several kinds of lift in one job.

The most straining lift counts whole, each further one by what its frequency adds to those before it. Of equal
lifts the more frequent comes first.
"""

from dataclasses import dataclass
from typing import Annotated

import numpy as np

from rtw.domain.exposure.composite import composite_of_sorted
from rtw.domain.exposure.model import ExposureModel, Values, values
from rtw.domain.exposure.quantity import Quantity
from rtw.domain.exposure.rnle import MADE_ON, NOT_FOR, one_hand_warning, own_constant_warning, risk_of
from rtw.domain.exposure.rnle import compute as rnle
from rtw.domain.exposure.rnle_inputs import (
    Asymmetry,
    Destination,
    Horizontal,
    LiftHours,
    LiftRate,
    Load,
    LoadConstant,
    Multiplier,
    RecoveryHours,
    RnleInputs,
    Travel,
    Vertical,
)
from rtw.domain.exposure.rnle_multipliers import (
    Coupling,
    RnleCoefficients,
    Units,
    frequency_multiplier,
    recovery_warning,
)
from rtw.domain.exposure.rnle_result import Risk, RnleResult


@dataclass(frozen=True, slots=True)
class LiftingSubtask:
    """One kind of lift within a job."""

    load: Load
    horizontal: Horizontal
    vertical: Vertical
    travel: Travel
    asymmetry_deg: Asymmetry
    lifts_per_minute: LiftRate
    duration_hours: LiftHours
    recovery_hours: RecoveryHours | None = None
    coupling: Coupling | None = None
    coupling_multiplier: Multiplier | None = None
    destination: Destination | None = None


@dataclass(frozen=True, slots=True)
class RnleCompositeInputs:
    """The kinds of lift of a job, at least one, in any order."""

    units: Units
    subtasks: Annotated[tuple[LiftingSubtask, ...], Quantity("Kinds of lift", least=1)]
    load_constant: LoadConstant | None = None
    one_handed: bool = False
    one_handed_en_1005_2: bool = False


@dataclass(frozen=True, slots=True)
class SubtaskIndices:
    """Indices of one kind of lift, with and without its frequency; None where nothing may be lifted."""

    rwl: float
    single_task_lifting_index: float | None
    frequency_independent_lifting_index: float | None


@dataclass(frozen=True, slots=True)
class RnleCompositeResult:
    """The index, None where the lifts together lie beyond the tables; its risk; each lift in order given."""

    composite_lifting_index: float | None
    risk: Risk
    subtasks: tuple[SubtaskIndices, ...]


def compute(inputs: RnleCompositeInputs, c: RnleCoefficients) -> RnleCompositeResult:
    """Compute the index. Raises ContradictionError for lifts the equation does not cover."""
    single = tuple(rnle(_alone(part, inputs), c) for part in inputs.subtasks)
    indices = tuple(
        SubtaskIndices(found.rwl, index, None if index is None else index * found.fm)
        for found in single
        for index in (found.lifting_index,)
    )
    index = _composite(inputs, single, c)
    heaviest = max(part.load for part in inputs.subtasks)
    return RnleCompositeResult(index, risk_of(index, heaviest, c), indices)


def _alone(part: LiftingSubtask, inputs: RnleCompositeInputs) -> RnleInputs:
    return RnleInputs(
        inputs.units,
        part.horizontal,
        part.vertical,
        part.travel,
        part.asymmetry_deg,
        load=part.load,
        lifts_per_minute=part.lifts_per_minute,
        duration_hours=part.duration_hours,
        recovery_hours=part.recovery_hours,
        coupling=part.coupling,
        coupling_multiplier=part.coupling_multiplier,
        load_constant=inputs.load_constant,
        destination=part.destination,
        one_handed=inputs.one_handed,
        one_handed_en_1005_2=inputs.one_handed_en_1005_2,
    )


def _composite(
    inputs: RnleCompositeInputs, single: tuple[RnleResult, ...], c: RnleCoefficients
) -> float | None:
    known = [found.lifting_index for found in single if found.lifting_index is not None]
    if len(known) < len(single):
        return None
    rates = values(*(part.lifts_per_minute for part in inputs.subtasks))
    order = np.lexsort((-rates, -values(*known)))
    columns = [_column(inputs.subtasks[i], inputs.units, c) for i in order]

    def inverse(per_minute: Values) -> Values:
        pairs = zip(per_minute, columns, strict=True)
        of_each = [frequency_multiplier(float(f), d, c, is_high=high) for f, (d, high) in pairs]
        return np.array([1.0 / fm if fm > 0.0 else np.inf for fm in of_each])

    with np.errstate(invalid="ignore"):
        (index,) = composite_of_sorted(
            values(*known)[order], rates[order], np.zeros(1, dtype=np.intp), inverse
        )
    return float(index) if np.isfinite(index) else None


def _column(part: LiftingSubtask, units: Units, c: RnleCoefficients) -> tuple[str, bool]:
    """Choose the column of the frequency table of a lift: its duration, and the height at its origin."""
    return c.duration_column(part.duration_hours, part.recovery_hours), c.of(units).is_high(part.vertical)


_OWN_DURATIONS = (
    "duration_hours differs: the manual knows one duration for a job; each lift was taken at its own.",
)


def warnings(inputs: RnleCompositeInputs, c: RnleCoefficients) -> tuple[str, ...]:
    """Warn where the lifts together lie beyond the tables, of what is assumed or not NIOSH's."""
    beyond = compute(inputs, c).composite_lifting_index is None
    durations = {part.duration_hours for part in inputs.subtasks}
    return (
        *(("A lift, or all together, lies beyond the tables: nothing may be lifted so.",) if beyond else ()),
        *(_OWN_DURATIONS if len(durations) > 1 else ()),
        *(one_hand_warning(c.one_handed) if inputs.one_handed_en_1005_2 else ()),
        *own_constant_warning(inputs.load_constant, c.of(inputs.units).load_constant),
        *recovery_warning(c, *((part.duration_hours, part.recovery_hours) for part in inputs.subtasks)),
    )


MODEL = ExposureModel(
    name="rnle_composite",
    title="Composite lifting index (NIOSH)",
    unit="1",
    inputs=RnleCompositeInputs,
    coefficients=RnleCoefficients,
    result=RnleCompositeResult,
    compute=compute,
    warnings=warnings,
    formula="CLI = STLI₁ + Σ FILI_i × (1/FM(F₁+…+F_i) − 1/FM(F₁+…+F_i₋₁)), highest STLI first",
    validated_on=MADE_ON,
    not_for=(
        *NOT_FOR,
        "Height of the hands differs between lifts: each one adds by the column of its own height.",
    ),
)
