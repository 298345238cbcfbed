"""Published days beside the plan's own, and the class of a job from its sheet or not at all."""

from dataclasses import replace

import pytest

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Task
from rtw.domain.figure import Verified
from rtw.domain.recovery.days_to_work import (
    Against,
    ForJobs,
    Milestone,
    PlannedDays,
    PublishedDays,
    SpreadOf,
    against,
)
from rtw.domain.recovery.job_class import ClassRule, JobClass, class_of_job

LAST_DAY = 100
RULE = ClassRule(9.07, 0.5, "classes")
ROW = PublishedDays(
    "any",
    "observed",
    20,
    7,
    40,
    100,
    ForJobs.ANY,
    Milestone.RETURN,
    SpreadOf.PEOPLE,
    "s",
    Verified.YES,
)


@pytest.mark.parametrize(
    ("first", "full", "expected"),
    [
        (10, 30, Against.WITHIN),
        (3, 8, Against.WITHIN),
        (3, 6, Against.EARLIER),
        (41, 60, Against.LATER),
        (3, None, Against.WITHIN),
        (40, 90, Against.WITHIN),
    ],
)
def test_a_return_that_does_not_say_part_or_full_is_met_by_either(first, full, expected):
    assert against(PlannedDays(first, full, LAST_DAY), ROW) is expected


@pytest.mark.parametrize(
    ("milestone", "first", "full", "expected"),
    [
        (Milestone.FULL_DUTY, 10, 41, Against.LATER),
        (Milestone.FULL_DUTY, 10, 40, Against.WITHIN),
        (Milestone.FULL_DUTY, 1, 5, Against.EARLIER),
        (Milestone.FULL_DUTY, 50, None, Against.LATER),
        (Milestone.FIRST_DAY, 3, 90, Against.EARLIER),
        (Milestone.FIRST_DAY, 50, 90, Against.LATER),
        (Milestone.NOT_WORK, 50, 90, Against.NOT_COMPARED),
    ],
)
def test_first_day_and_full_duty_are_each_held_against_their_own(milestone, first, full, expected):
    assert against(PlannedDays(first, full, LAST_DAY), replace(ROW, milestone=milestone)) is expected


@pytest.mark.parametrize(
    ("first", "last_day", "expected"),
    [
        (20, 38, Against.NOT_COMPARED),
        (20, 39, Against.NOT_COMPARED),
        (20, 40, Against.LATER),
        (39, 45, Against.LATER),
    ],
)
def test_full_duty_not_reached_is_later_once_the_plan_has_run_to_the_end_of_the_range(
    first, last_day, expected
):
    full_duty = replace(ROW, milestone=Milestone.FULL_DUTY)
    assert against(PlannedDays(first, None, last_day), full_duty) is expected


def test_a_single_figure_has_no_range_and_is_compared_with_nothing():
    single = replace(ROW, low=None, high=None)
    assert (ROW.has_range, single.has_range) == (True, False)
    assert against(PlannedDays(90, 120, 126), single) is Against.NOT_COMPARED


@pytest.mark.parametrize("spread", [SpreadOf.MEAN, SpreadOf.NONE])
def test_the_interval_of_a_mean_is_no_range_of_people(spread):
    assert against(PlannedDays(90, 120, 126), replace(ROW, spread=spread)) is Against.NOT_COMPARED


@pytest.mark.parametrize(
    ("jobs", "covered"),
    [
        (ForJobs.ANY, set(JobClass)),
        (ForJobs.DESK, {JobClass.DESK}),
        (ForJobs.MANUAL, {JobClass.LIGHT, JobClass.HEAVY}),
    ],
)
def test_a_row_speaks_of_its_own_classes_only(jobs, covered):
    assert {each for each in JobClass if jobs.covers(each)} == covered
    assert jobs.covers(None)


def job(*tasks: tuple[float | None, tuple[Demand, ...]]) -> JobProfile:
    made = (Task(f"task {n}", True, hours, demands=demands) for n, (hours, demands) in enumerate(tasks))
    return JobProfile("Job", tasks=tuple(made))


TYPING = Demand(DemandKind.KEYBOARDING, Hand.EACH, hours_per_day=4)
GRIPPING = Demand(DemandKind.POWER_GRIP, Hand.RIGHT, force_n=40)


def lift(kg: float | None) -> Demand:
    return Demand(DemandKind.LIFTING, Hand.BOTH, load_kg=kg)


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        (job((6, (TYPING, lift(4))), (2, (GRIPPING,))), JobClass.DESK),
        (job((3, (TYPING, lift(4))), (5, (GRIPPING,))), JobClass.LIGHT),
        (job((6, (TYPING,)), (2, (lift(12),))), JobClass.HEAVY),
        (job((6, (TYPING,)), (2, (lift(12), lift(None)))), JobClass.HEAVY),
        (job((6, (TYPING,)), (2, (lift(4), lift(None)))), None),
        (job((6, (TYPING,))), None),
        (job((None, (TYPING, lift(4)))), None),
    ],
)
def test_the_class_follows_from_loads_and_hours_or_is_asked(profile, expected):
    found = class_of_job(profile, RULE)
    assert found.job_class is expected
    assert len(found.reason) > 20
