"""Small briefs for tests: two or three tasks, few weeks, one limit at a time."""

from dataclasses import replace
from datetime import date

from job_profiles.kinds import DemandKind
from rtw.domain.hands import Side
from rtw.domain.schedule.brief import (
    Dose,
    Ground,
    Growth,
    MinDay,
    Offer,
    Origin,
    Requirement,
    ScheduleBrief,
    TaskNeed,
    TaskWeight,
)
from rtw.domain.schedule.values import BreakRule

MONDAY = date(2026, 3, 2)
GROUND = Ground(Origin.CONVENTION, "made up for a test", None, "loosen it")
BREAKS = BreakRule(60, 5, "convention")
TYPING = TaskNeed("Typing", essential=True, full=8, longest_bout_minutes=30)
FILING = TaskNeed("Filing", essential=False, full=4)


def brief(*tasks: TaskNeed, weeks: int = 4, **limits: object) -> ScheduleBrief:
    """A brief of Mon to Fri that asks only for some work; more limits by name."""
    needs = tasks or (TYPING, FILING)
    plain = ScheduleBrief(
        start=MONDAY,
        weeks=weeks,
        tasks=needs,
        offer=Offer((0, 1, 2, 3, 4), sum(need.full for need in needs), GROUND),
        requirement=Requirement(GROUND, begin_by_week=weeks),
        breaks=BREAKS,
    )
    return replace(plain, **limits)


def dose(name: str, each: dict[str, int], daily: tuple[int, ...], **more: object) -> Dose:
    """A dose in minutes; `each` is minutes per half hour of a task."""
    weights = tuple(TaskWeight(task, (minutes,) * len(daily)) for task, minutes in each.items())
    plain = Dose(name, name, DemandKind.KEYBOARDING, Side.RIGHT, "min", weights, daily, GROUND)
    return replace(plain, **more)


def growth(start_day: int, day_step: int) -> Growth:
    return Growth(start_day, day_step, GROUND)


def min_day(half_hours: int) -> MinDay:
    return MinDay(half_hours, GROUND)
