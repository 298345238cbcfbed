"""The lines of a job at one choice of its open figures: least straining, plain, most straining."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import nan

import numpy as np

from job_profiles.profile import Range
from rtw.domain.exposure.model import values
from rtw.domain.exposure.rsi import RsiCoefficients, posture_multiplier
from rtw.domain.hands import Side
from rtw.domain.job_exposure.effort_value import Effort
from rtw.domain.job_exposure.lines import Lines


class Scenario(StrEnum):
    """Which end of every open figure is taken."""

    LEAST = "least"
    PLAIN = "plain"
    MOST = "most"


HANDS = (Side.LEFT, Side.RIGHT)
"""The hands in the order of their numbers in `Lines`."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One effort as a line: the place of its task in the job, and every input as one number."""

    task: int
    hand: int
    share: float
    rate: float
    seconds: float
    wrist_deg: float
    hours: float


def reading(effort: Effort, scenario: Scenario, c: RsiCoefficients) -> Reading | None:
    """Read an effort at a scenario; None where a figure it needs is not known or cannot be.

    Least: a wrist not stated counts as neutral, which strains least. Otherwise its angle is NaN, and so is
    every index that takes it; damage and activity do not. Plain: every figure is one number, the strength
    that of the gauge.
    """
    share = _share(effort, scenario)
    wrist = _wrist(effort, scenario, c)
    numbers = [_pick(each, scenario) for each in (effort.rate, effort.seconds, effort.hours)]
    if effort.impossible or share is None or any(number is None or number <= 0.0 for number in numbers):
        return None
    rate, seconds, hours = (number or 0.0 for number in numbers)
    return Reading(effort.place, HANDS.index(effort.asked.side), share, rate, seconds, wrist, hours)


def lines_of(readings: Sequence[Reading]) -> Lines:
    """Put readings of one job into arrays. Efforts of a task done for the same hours are one part."""
    parts = {key: number for number, key in enumerate(dict.fromkeys((r.task, r.hours) for r in readings))}

    def whole(numbers: Iterator[int]) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        return np.fromiter(numbers, dtype=np.int64, count=len(readings))

    return Lines(
        job=whole(r.task for r in readings),
        task=whole(parts[r.task, r.hours] for r in readings),
        hand=whole(r.hand for r in readings),
        share=values(*(r.share for r in readings)),
        efforts_per_minute=values(*(r.rate for r in readings)),
        seconds_per_effort=values(*(r.seconds for r in readings)),
        wrist_angle_deg=values(*(r.wrist_deg for r in readings)),
        hours_per_day=values(*(r.hours for r in readings)),
    )


def _share(effort: Effort, scenario: Scenario) -> float | None:
    if scenario is Scenario.PLAIN:
        return effort.plain_share
    return _pick(effort.share, scenario)


def _pick(span: Range | None, scenario: Scenario) -> float | None:
    if span is None or (scenario is Scenario.PLAIN and span[0] != span[1]):
        return None
    return span[1] if scenario is Scenario.MOST else span[0]


def _wrist(effort: Effort, scenario: Scenario, c: RsiCoefficients) -> float:
    """Pick the wrist angle by what it does to the index, not by its size: only far angles strain more."""
    span = effort.wrist_deg
    if span is None:
        return 0.0 if scenario is Scenario.LEAST else nan
    ends = sorted(span, key=lambda angle: float(posture_multiplier(values(angle), c)[0]))
    if scenario is Scenario.LEAST:
        return 0.0 if span[0] <= 0.0 <= span[1] else ends[0]
    return ends[1]
