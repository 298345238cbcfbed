"""Demand against capacity: every demand of every task, on every hand, with the arithmetic."""

from collections.abc import Iterable

from job_profiles.profile import JobProfile, Task
from rtw.domain.assessment.assessment import PerceivedDifficulty
from rtw.domain.capacity import Capacity
from rtw.domain.gap import JobMatch, TaskMatch
from rtw.domain.matching.coefficients import MatchCoefficients
from rtw.domain.matching.gaps import GapOverride, beside, gaps_of_demand
from rtw.domain.matching.verdict import job_verdict, settling, task_match


def match(
    profile: JobProfile,
    capacity: Capacity,
    coefficients: MatchCoefficients,
    overrides: Iterable[GapOverride] = (),
    perceived: Iterable[PerceivedDifficulty] = (),
) -> JobMatch:
    """Match a job with what the patient can do on the capacity's own day."""
    kept, estimates = tuple(overrides), tuple(perceived)
    tasks = tuple(_task(profile, task, capacity, coefficients, kept, estimates) for task in profile.tasks)
    return JobMatch(tasks, job_verdict(tasks), settling(tasks))


def _task(
    profile: JobProfile,
    task: Task,
    capacity: Capacity,
    coefficients: MatchCoefficients,
    overrides: tuple[GapOverride, ...],
    perceived: tuple[PerceivedDifficulty, ...],
) -> TaskMatch:
    gaps = tuple(
        beside(gap, overrides, perceived)
        for index in range(len(task.demands))
        for gap in gaps_of_demand(profile, task, index, capacity, coefficients)
    )
    return task_match(task, gaps, coefficients.accommodated)
