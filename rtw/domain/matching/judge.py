"""The one rule of comparison: a range asked against a range available, with its measurement error."""

from dataclasses import dataclass
from math import inf

from job_profiles.profile import Range
from rtw.domain.verdicts import Verdict

ROUNDING = 1e-9
"""Differences this small come from converting units, not from the patient."""

_STRICTNESS = (Verdict.EXCEEDS, Verdict.CANNOT_SAY, Verdict.MARGINAL, Verdict.WITHIN)


@dataclass(frozen=True, slots=True)
class Available:
    """What a hand can do: the lowest and highest figure that may apply, each with its error."""

    low: float
    high: float
    low_error: float = 0.0
    high_error: float = 0.0

    @property
    def forbids(self) -> bool:
        """Whether this is a limit of 0: not at all."""
        return self.high == 0.0


def judge(required: float, available: float, error: float) -> Verdict:
    """Judge one figure against one limit: inside the error of the limit it is marginal."""
    if required <= available - error + ROUNDING:
        return Verdict.WITHIN
    return Verdict.MARGINAL if required <= available + error + ROUNDING else Verdict.EXCEEDS


def judge_range(required: Range | None, available: Available) -> Verdict:
    """Judge a range: `exceeds` if even the best case does, else the worst case, if that fits.

    Unknown is 0 to infinity. A limit of 0 forbids whatever is asked, unless nothing is asked.
    """
    low, high = required or (0.0, inf)
    if available.forbids:
        return Verdict.WITHIN if high == 0.0 else Verdict.EXCEEDS
    if judge(low, available.high, available.high_error) is Verdict.EXCEEDS:
        return Verdict.EXCEEDS
    worst = judge(high, available.low, available.low_error)
    return Verdict.CANNOT_SAY if worst is Verdict.EXCEEDS else worst


def ratio_of(required: Range | None, available: Available) -> Range | None:
    """Give required / available over both ranges; None where something is unknown or the limit is 0."""
    if required is None or available.low <= 0.0 or available.high <= 0.0:
        return None
    return required[0] / available.high, required[1] / available.low


def strictness(verdict: Verdict) -> int:
    """Give the rank of a verdict, strictest first (0)."""
    return _STRICTNESS.index(verdict)


def strictest(verdicts: tuple[Verdict, ...]) -> Verdict:
    """Give the strictest of several verdicts; nothing known at all is `cannot_say`."""
    return min(verdicts, key=strictness, default=Verdict.CANNOT_SAY)


def kindest(verdicts: tuple[Verdict, ...]) -> Verdict:
    """Give the most favourable of several verdicts; used only where either hand will do."""
    return max(verdicts, key=strictness, default=Verdict.CANNOT_SAY)
