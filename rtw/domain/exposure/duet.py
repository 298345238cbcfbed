"""Distal Upper Extremity Tool (Gallagher and others 2018): tendon damage of efforts adds up over a day.

The published table is used, not the equation behind it: unrounded stress would give other numbers. Between
two whole ratings (a mean of several workers, say) damage is read off the straight line between the two
published rows on the logarithmic scale, which is how the table itself rises.
"""

from dataclasses import dataclass
from math import exp, log10
from typing import Annotated

import numpy as np

from rtw.domain.exposure.model import ExposureModel, Values, values
from rtw.domain.exposure.quantity import ContradictionError, Quantity
from rtw.domain.figure import Figure
from rtw.domain.published import Constants, Lookup
from rtw.domain.soundness import all_positive, columns_are, counted, first_column_is, positive, require


@dataclass(frozen=True, slots=True)
class DuetCoefficients:
    """Damage of one repetition by OMNI-RES rating, the logistic curve of the outcome, the cut point.

    Below the damage `no_probability_below` the published workbook gives no probability.
    """

    damage: Lookup
    probability: Constants
    cut_point: Figure
    no_probability_below: Figure

    def __post_init__(self) -> None:
        """Refuse a table that lacks a rating, a curve that falls, and figures that cannot be."""
        columns = ("omni_res", "percent_of_tendon_strength", "cycles", "damage_per_cycle")
        columns_are(self, "damage", columns)
        first_column_is(self, "damage", range(11))
        all_positive(self, "damage", *columns[1:])
        counted(self, probability=2)
        require("probability", "must rise with damage", holds=self.probability.constants[1] > 0)
        positive(self, "cut_point", "no_probability_below")


@dataclass(frozen=True, slots=True)
class DuetTask:
    """One effort of a hand, repeated."""

    omni_res: Annotated[float, Quantity("Effort as rated on OMNI-RES, 0 to 10", "", at_least=0, at_most=10)]
    repetitions_per_day: Annotated[float, Quantity("Repetitions a day", "/day", at_least=0)]


@dataclass(frozen=True, slots=True)
class DuetInputs:
    """All efforts of a hand in a day, or the damage as computed before."""

    tasks: tuple[DuetTask, ...] = ()
    cumulative_damage: Annotated[float, Quantity("Cumulative damage of the day", "1", at_least=0)] | None = (
        None
    )

    def __post_init__(self) -> None:
        """Refuse both and neither."""
        if (self.cumulative_damage is None) is (not self.tasks):
            raise ContradictionError("tasks", "give either tasks, at least one, or cumulative_damage")


@dataclass(frozen=True, slots=True)
class DuetResult:
    """Damage in all and by task. Below the least damage with a probability it is None."""

    cumulative_damage: float
    probability_percent: float | None
    damage: tuple[float, ...]
    above_cut_point: bool


def damage_per_cycle(omni_res: Values, c: DuetCoefficients) -> Values:
    """Give the damage of one repetition at ratings from 0 to 10; NaN stays NaN."""
    table = np.append(np.asarray(c.damage.column("damage_per_cycle")), np.nan)
    whole = np.floor(omni_res)
    at_whole = table[np.where(np.isnan(omni_res), table.size - 1, whole).astype(np.intp)]
    if np.all((whole == omni_res) | np.isnan(omni_res)):
        return at_whole
    between = 10.0 ** np.interp(omni_res, c.damage.column("omni_res"), np.log10(table[:-1]))
    return np.where(whole == omni_res, at_whole, between)


def probability_percent(cumulative_damage: float, c: DuetCoefficients) -> float | None:
    """Give the probability of the outcome studied; None where the published workbook gives none."""
    if cumulative_damage < c.no_probability_below.value:
        return None
    offset, slope = c.probability.constants
    return 100.0 / (1.0 + exp(-(offset + slope * log10(cumulative_damage))))


def compute(inputs: DuetInputs, c: DuetCoefficients) -> DuetResult:
    """Compute damage and probability."""
    damage = _damage(inputs.tasks, c)
    total = sum(damage) if inputs.cumulative_damage is None else inputs.cumulative_damage
    return DuetResult(total, probability_percent(total, c), damage, total > c.cut_point.value)


def _damage(tasks: tuple[DuetTask, ...], c: DuetCoefficients) -> tuple[float, ...]:
    each = damage_per_cycle(values(*(task.omni_res for task in tasks)), c)
    return tuple(float(d) for d in each * values(*(task.repetitions_per_day for task in tasks)))


def warnings(inputs: DuetInputs, c: DuetCoefficients) -> tuple[str, ...]:
    """Warn of ratings the table does not hold, and where there is too little damage for a probability."""
    between = [f"{task.omni_res:g}" for task in inputs.tasks if task.omni_res != int(task.omni_res)]
    read_off = (
        f"omni_res {', '.join(between)}: the published table holds whole ratings; damage is read off the "
        "straight line between its two rows on the logarithmic scale."
    )
    return (*((read_off,) if between else ()), *_without_probability(compute(inputs, c), c))


def _without_probability(found: DuetResult, c: DuetCoefficients) -> tuple[str, ...]:
    if found.probability_percent is not None:
        return ()
    if found.cumulative_damage == 0.0:
        return ("Without repetitions there is no damage, and the probability is not defined.",)
    least = c.no_probability_below.value
    return (f"Damage lies below {least:g}: the published workbook gives no probability there.",)


MODEL = ExposureModel(
    name="duet",
    title="Distal Upper Extremity Tool: tendon damage",
    unit="1",
    inputs=DuetInputs,
    coefficients=DuetCoefficients,
    result=DuetResult,
    compute=compute,
    warnings=warnings,
    formula="CD = Σ damage per cycle × repetitions a day; P = e^Y / (1 + e^Y), Y = 0.573 + 0.747 log10(CD)",
    validated_on=(
        "772 workers in 501 automotive jobs, cross-sectional; outcome: a first office visit in the past year "
        "with pain. Not validated on operated hands."
    ),
    not_for=("Duty cycle, recovery, posture and the person are not in it.",),
)
