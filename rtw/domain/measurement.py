"""What a set of trials says: mean, spread, the other hand, change since last time.

Spread is shown and never judged: no test of effort tells sincere from insincere well enough to accuse.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

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
        return min(strength_n, max(self.error_n, self.error_share * strength_n))


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


@dataclass(frozen=True, slots=True)
class TrialSummary:
    """What appears beside three trials while they are typed. Forces in newton, shares in percent."""

    trials: int
    mean_n: float | None
    sd_n: float | None
    cv_percent: float | None
    percent_of_other: float | None
    since_last: ChangeSince | None


@dataclass(frozen=True, slots=True)
class RungPoint:
    """Mean grip in newton at one handle position (1 to 5) of the dynamometer."""

    rung: int
    mean_n: float


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
    """Change from `before` to `now`; real only beyond `error` (all three in one unit)."""
    difference = now - before
    kind = Change.REAL if abs(difference) > error else Change.NOISE
    return ChangeSince(difference, percent_of(difference, before), error, kind)


def summarise(
    trials: Trials,
    other: Trials | None = None,
    before: Trials | None = None,
    error: StrengthError | None = None,
) -> TrialSummary:
    """All figures beside a set of trials: of this hand, against the other hand, and since last time.

    Change is left out where no published error is given: without it nobody can say what is real.
    """
    centre, last = trials.mean_n, before.mean_n if before else None
    since = change_since(centre, last, error.at(last)) if centre and last and error else None
    return TrialSummary(
        trials=len(trials.entered),
        mean_n=centre,
        sd_n=standard_deviation(trials.newtons),
        cv_percent=variation_percent(trials.newtons),
        percent_of_other=percent_of(centre, other.mean_n if other else None),
        since_last=since,
    )


def five_rung_curve(grips: tuple[tuple[int, Trials], ...]) -> tuple[RungPoint, ...]:
    """Mean grip by handle position, narrowest first; positions without trials are left out."""
    means = ((rung, trials.mean_n) for rung, trials in sorted(grips, key=lambda grip: grip[0]))
    return tuple(RungPoint(rung, value) for rung, value in means if value is not None)
