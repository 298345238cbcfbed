"""What the same job is for a healthy worker's hand of that age and sex: they differ in strength alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf, isinf

import numpy as np

from job_profiles.profile import JobProfile
from rtw.domain.capacity import Capacity
from rtw.domain.hands import Side
from rtw.domain.job_exposure.effort import efforts_of
from rtw.domain.job_exposure.effort_value import Effort
from rtw.domain.job_exposure.lines import LineCoefficients, job_figures, line_figures, task_figures
from rtw.domain.job_exposure.modifiers import StrengthModifiers
from rtw.domain.job_exposure.scenario import Reading, Scenario, lines_of, reading

NEUTRAL = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class AgainstHealthy:
    """One hand against a healthy worker's, over the same efforts; only the strength differs.

    `own` is the index at the strength of the gauge, `own_low` and `own_high` at the ends of its error.
    `counted` efforts enter, `left_out` do not, because a figure or a strength is not known.
    """

    side: Side
    own: float
    own_low: float
    own_high: float
    healthy: float
    counted: int
    left_out: int

    @property
    def ratio(self) -> float | None:
        """How many times as hard; None where the job is beyond the strength of either hand."""
        return None if isinf(self.own) or isinf(self.healthy) else self.own / self.healthy

    @property
    def ratios(self) -> tuple[float, float] | None:
        """How many times as hard, at both ends of the measuring error; the upper end may be infinite."""
        if isinf(self.own_low) or isinf(self.healthy):
            return None
        return self.own_low / self.healthy, self.own_high / self.healthy

    @property
    def is_beyond(self) -> bool:
        """Whether a force of the job is beyond this hand's strength."""
        return isinf(self.own)


def against_healthy(
    profile: JobProfile, own: Capacity, healthy: Capacity, c: LineCoefficients, modifiers: StrengthModifiers
) -> tuple[AgainstHealthy, ...]:
    """Compare the cumulative strain index of a job for a patient's hands and for a healthy worker's.

    Where the wrist is not stated both are reckoned with a neutral one. Hands that the job asks no known force
    of are left out.
    """
    healthy = replace(healthy, dominant=own.dominant)
    pairs = tuple(
        zip(efforts_of(profile, own, modifiers), efforts_of(profile, healthy, modifiers), strict=True)
    )
    return tuple(_hands(pairs, c))


def _hands(pairs: Sequence[tuple[Effort, Effort]], c: LineCoefficients) -> Iterator[AgainstHealthy]:
    for side in Side:
        of_side = [pair for pair in pairs if pair[0].asked.side is side]
        known = [pair for pair in of_side if all(_reading(effort, 0.0, c) for effort in pair)]
        if known:
            mine, theirs = (tuple(each) for each in zip(*known, strict=True))
            own, strong, weak = (_index(mine, errors, c) for errors in (0.0, 1.0, -1.0))
            low, high = min(own, strong, weak), max(own, strong, weak)
            left_out = len(of_side) - len(known)
            yield AgainstHealthy(side, own, low, high, _index(theirs, 0.0, c), len(known), left_out)


def _reading(effort: Effort, errors: float, c: LineCoefficients) -> Reading | None:
    """Read an effort at the gauge's strength plus so many errors of it, else at its most straining end."""
    own, force = effort.strength, effort.asked.demand.force_n
    if effort.plain_share is None or own is None or force is None:
        return None
    strength = own.mean_n + errors * own.error_n
    share = force / strength if strength > 0.0 else inf
    wrist = effort.wrist_deg or NEUTRAL
    return reading(replace(effort, share=(share, share), wrist_deg=wrist), Scenario.MOST, c.rsi)


def _index(efforts: tuple[Effort, ...], errors: float, c: LineCoefficients) -> float:
    lines = lines_of(tuple(found for effort in efforts if (found := _reading(effort, errors, c))))
    whole = replace(lines, job=np.zeros_like(lines.job))
    figures = line_figures(whole, c)
    return float(job_figures(whole, figures, task_figures(whole, figures, c), c).cusi[0])
