"""What a set of trials says: mean, spread, the other hand, change since last time.

Spread is shown and never judged: no test of effort tells sincere from insincere well enough to accuse.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import isclose, sqrt

from job_profiles.kinds import DemandKind


class AmountUnit(StrEnum):
    """Units in which strengths and loads are entered in a clinic."""

    NEWTON = "N"
    KILOGRAM_FORCE = "kgf"
    POUND_FORCE = "lbf"
    KILOGRAM = "kg"
    POUND = "lb"

    @property
    def newtons(self) -> float:
        """Newton in one unit. On a dynamometer `kg` and `lb` can only mean kgf and lbf."""
        return _NEWTONS[self]

    @property
    def kilograms(self) -> float:
        """Kilograms in one unit. Raises ValueError for newton, which is no unit of mass."""
        if self is AmountUnit.NEWTON:
            raise ValueError("a mass is not entered in newton")
        return _NEWTONS[self] / _NEWTONS[AmountUnit.KILOGRAM_FORCE]


# Exact by definition: standard gravity 9.80665 m/s² and the international pound 0.45359237 kg.
_NEWTONS = {
    AmountUnit.NEWTON: 1.0,
    AmountUnit.KILOGRAM_FORCE: 9.80665,
    AmountUnit.POUND_FORCE: 0.45359237 * 9.80665,
    AmountUnit.KILOGRAM: 9.80665,
    AmountUnit.POUND: 0.45359237 * 9.80665,
}


_MOST_DECIMALS = 2
"""No gauge of a clinic is read more finely (convention)."""


def _decimals(value: float) -> int:
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else _MOST_DECIMALS + 1


@dataclass(frozen=True, slots=True)
class Trials:
    """Trials of one strength test as read from the gauge, with the unit they were entered in."""

    entered: tuple[float, ...]
    unit: AmountUnit

    @property
    def newtons(self) -> tuple[float, ...]:
        """The trials in newton."""
        return tuple(value * self.unit.newtons for value in self.entered)

    @property
    def mean_n(self) -> float | None:
        """Mean of the trials in newton; None without trials."""
        return mean(self.newtons)

    @property
    def reading_error_n(self) -> float | None:
        """Half of the last decimal the trials were read to, in newton; None where they are no plain readings.

        What lies nearer to a reading than that reads alike. More than two decimals come from a conversion.
        """
        decimals = max((_decimals(value) for value in self.entered), default=_MOST_DECIMALS + 1)
        return self.unit.newtons / 10**decimals / 2 if decimals <= _MOST_DECIMALS else None


@dataclass(frozen=True, slots=True)
class StrengthError:
    """Half-width within which two measurements of a strength cannot be told apart.

    `error_n` is absolute (newton), `error_share` relative to the strength; the larger one counts.
    """

    kind: DemandKind
    source: str
    error_n: float = 0.0
    error_share: float = 0.0

    def at(self, strength_n: float) -> float:
        """Give the error in newton at a strength in newton; never more than the strength itself."""
        return min(strength_n, self.of_change(strength_n))

    def of_change(self, before_n: float) -> float:
        """Give the change in newton that must be exceeded from `before_n`, however weak the hand was."""
        return max(self.error_n, self.error_share * before_n)


class Change(StrEnum):
    """Whether a difference is larger than the error of measuring it."""

    REAL = "real"
    NOISE = "noise"

    @property
    def label(self) -> str:
        """The words shown."""
        return {"real": "real change", "noise": "within measurement error"}[self.value]


@dataclass(frozen=True, slots=True)
class ChangeSince:
    """Difference from the earlier figure, in its unit and in percent, and whether it is real."""

    difference: float
    percent: float | None
    error: float
    change: Change


def mean(values: tuple[float, ...]) -> float | None:
    """Arithmetic mean; None of nothing."""
    return sum(values) / len(values) if values else None


def standard_deviation(values: tuple[float, ...]) -> float | None:
    """Sample standard deviation; None of fewer than two values."""
    if len(values) < 2:
        return None
    centre = sum(values) / len(values)
    return sqrt(sum((value - centre) ** 2 for value in values) / (len(values) - 1))


def variation_percent(values: tuple[float, ...]) -> float | None:
    """Coefficient of variation in percent. A figure to look at; it classifies nobody's effort."""
    centre, spread = mean(values), standard_deviation(values)
    return None if not centre or spread is None else 100.0 * spread / centre


def percent_of(value: float | None, other: float | None) -> float | None:
    """`value` in percent of `other`; None where either is missing or the other is 0."""
    return None if value is None or not other else 100.0 * value / other


def change_since(now: float, before: float, error: float) -> ChangeSince:
    """Change from `before` to `now`; real only beyond `error` (all three in one unit).

    A change of just the error is noise in every unit: what rounding adds to it is no change.
    """
    difference = now - before
    is_beyond = abs(difference) > error and not isclose(abs(difference), error, rel_tol=1e-9)
    kind = Change.REAL if is_beyond else Change.NOISE
    return ChangeSince(difference, percent_of(difference, before), error, kind)
