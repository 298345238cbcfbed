"""What a patient's own measurements make of the published band (Gaussian process, in closed form).

One patient's course is the level before operation, plus the mean of the published cohorts, plus an own
deviation that fades as the weeks since operation double. Measurements, each with its error, are conditioned
on; the level of a strength has no prior, so that only ratios count.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2, sqrt
from statistics import NormalDist
from typing import Final

import numpy as np
import numpy.typing as npt

from rtw.domain.recovery.prior import RecoveryPrior

Array = npt.NDArray[np.float64]

_NOTHING_KNOWN: Final = 1e6
"""Variance of a level nothing is assumed of, on the scale: a factor of e^1000 either way."""
_OUTER: Final = NormalDist().inv_cdf(0.9)
_INNER: Final = NormalDist().inv_cdf(0.75)


@dataclass(frozen=True, slots=True)
class Measured:
    """One measurement of the patient: its value and the standard error of measuring it, in one unit.

    `week` since operation; None: before it. Raises ValueError for a negative week or error.
    """

    week: float | None
    value: float
    error: float

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if self.error < 0 or (self.week is not None and self.week < 0):
            raise ValueError("week and error of a measurement cannot lie below 0")


@dataclass(frozen=True, slots=True)
class Expected:
    """What to expect at a week: median, the middle 50 % and the middle 80 %, in the unit of the measure."""

    week: float
    lower_80: float
    lower_50: float
    median: float
    upper_50: float
    upper_80: float


def expected(
    prior: RecoveryPrior, measured: Sequence[Measured], weeks: Sequence[float]
) -> tuple[Expected, ...]:
    """Give the band at each of `weeks` (since operation); empty where nothing says how strong the hand is.

    Raises ValueError for a strength of 0 (it has no ratio to anything), and for a measurement from before
    operation where the prior does not know what was before.
    """
    if not weeks or (prior.level is None and not measured):
        return ()
    mean, variance = _posterior(prior, measured, np.asarray(weeks, dtype=float))
    return tuple(_band(prior, w, m, sqrt(v)) for w, m, v in zip(weeks, mean, variance, strict=True))


def surprise(prior: RecoveryPrior, measured: Sequence[Measured]) -> float | None:
    """How far the last measurement lies from what those before it let one expect, in standard deviations.

    None where nothing was known before it.
    """
    *earlier, last = measured if measured else (None,)
    if last is None or last.week is None or (prior.level is None and not earlier):
        return None
    before = [entry for entry in earlier if entry is not None]
    mean, variance = _posterior(prior, before, np.asarray([last.week]))
    error = prior.scale.error_of(last.error, last.value)
    return float((prior.scale.of(last.value) - mean[0]) / sqrt(variance[0] + error**2))


def _posterior(prior: RecoveryPrior, measured: Sequence[Measured], weeks: Array) -> tuple[Array, Array]:
    """Mean and variance at `weeks`, on the scale, given what was measured."""
    level = _NOTHING_KNOWN if prior.level is None else prior.level**2
    mean = np.array([prior.mean(week) for week in weeks])
    prior_variance = np.diag(_covariance(prior, list(weeks), list(weeks), level))
    if not measured:
        return mean, prior_variance
    seen = [entry.week for entry in measured]
    residual = np.array([_residual(prior, entry) for entry in measured])
    error = np.array([prior.scale.error_of(entry.error, entry.value) for entry in measured])
    among = _covariance(prior, seen, seen, level) + np.diag(error**2 + 1e-12)
    across = _covariance(prior, list(weeks), seen, level)
    gain = np.linalg.solve(among, across.T).T
    variance = prior_variance - np.einsum("ij,ij->i", gain, across)
    return mean + gain @ residual, np.maximum(variance, 0.0)


def _residual(prior: RecoveryPrior, entry: Measured) -> float:
    mean = prior.before if entry.week is None else prior.mean(entry.week)
    if mean is None:
        raise ValueError(f"nothing is known of {prior.measure} before operation: leave that measurement out")
    return prior.scale.of(entry.value) - mean


def _covariance(
    prior: RecoveryPrior, one: Sequence[float | None], other: Sequence[float | None], level: float
) -> Array:
    """Covariance of the patient's figures: the level is shared by all, deviations only after operation.

    Without a published course there is nothing to come back to: the deviation wanders on from where it is, by
    as much over one doubling of the weeks, so that the last measurements are carried forward level.
    """
    rows, columns = _doublings(one)[:, None], _doublings(other)[None, :]
    apart = np.outer(_deviations(prior, one), _deviations(prior, other))
    if not prior.has_evidence:
        return level + apart * 2.0 * (1.0 - prior.spread.kept) * np.minimum(rows, columns)
    return level + apart * prior.spread.kept ** np.abs(rows - columns)


def _doublings(weeks: Sequence[float | None]) -> Array:
    return np.array([log2(max(week or 0.0, 1.0)) for week in weeks])


def _deviations(prior: RecoveryPrior, weeks: Sequence[float | None]) -> Array:
    return np.array([0.0 if week is None else prior.deviation(week) for week in weeks])


def _band(prior: RecoveryPrior, week: float, mean: float, deviation: float) -> Expected:
    steps = (-_OUTER, -_INNER, 0.0, _INNER, _OUTER)
    return Expected(float(week), *(_within(prior, mean + step * deviation) for step in steps))


def _within(prior: RecoveryPrior, value: float) -> float:
    """Turn back into the unit; a score ends where its scale ends."""
    found = prior.scale.back(float(value))
    found = found if prior.low is None else max(prior.low, found)
    return found if prior.high is None else min(prior.high, found)
