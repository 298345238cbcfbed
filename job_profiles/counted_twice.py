"""One tool on two sheets of a job: its vibration would count twice."""

from collections.abc import Iterator
from typing import Final

from job_profiles.kinds import DemandKind
from job_profiles.problem import Problem, Severity
from job_profiles.profile import Demand, JobProfile
from job_profiles.vocabulary.words import fold

_PLACES: Final = 1
"""Vibration of one tool is the same where it is the same rounded to tenths of a metre per second squared."""


def tools_on_two_sheets(profile: JobProfile) -> Iterator[Problem]:
    """Warn at both cells where a tool with the same vibration stands on two sheets."""
    seen: dict[tuple[str, float], dict[str | None, Demand]] = {}
    for demand in _vibrating(profile):
        key = (fold(demand.tool or ""), round(demand.ahv_m_s2 or 0.0, _PLACES))
        first = seen.setdefault(key, {})
        if demand.sheet not in first:
            for twin in first.values():
                yield _twice(demand, twin)
                yield _twice(twin, demand)
            first[demand.sheet] = demand


def _vibrating(profile: JobProfile) -> Iterator[Demand]:
    for task in profile.tasks:
        for demand in task.demands:
            if demand.kind is DemandKind.HAND_ARM_VIBRATION and demand.tool and demand.ahv_m_s2 is not None:
                yield demand


def _twice(demand: Demand, other: Demand) -> Problem:
    return Problem(
        Severity.WARNING,
        "tool-on-two-sheets",
        f"“{demand.tool}” with the same vibration stands at {other.sheet}!{other.cell} too; both count.",
        "If it is the same work, leave one of the two out.",
        demand.sheet,
        demand.cell,
        demand.as_written,
    )
