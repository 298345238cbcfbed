"""What the match calls not suitable with the chosen changes, no schedule of that day holds."""

from dataclasses import replace
from itertools import product

import pytest
from test_brief_of import CAPACITY, JOB, RULES, STRENGTH, limit, made

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, Task
from rtw.domain.capacity import Quantity
from rtw.domain.matching.match import match
from rtw.domain.verdicts import TaskVerdict

FORCES = (20.0, 50.0, 80.0, 150.0, 260.0)
DUTIES = (0.05, 0.2, 0.4, 0.9)
ABLE = replace(
    CAPACITY,
    strengths=(STRENGTH,),
    limits=(limit(Quantity.HOURS_PER_DAY, 1.5), limit(Quantity.BOUT_H, 0.5)),
)
KINDS = (frozenset(), frozenset({DemandKind.POWER_GRIP}))


@pytest.mark.parametrize(("force_n", "duty"), tuple(product(FORCES, DUTIES)))
@pytest.mark.parametrize("modifiable", [True, False, None])
@pytest.mark.parametrize("helped", KINDS)
def test_a_task_that_is_not_suitable_is_shut(
    force_n: float, duty: float, modifiable: bool | None, helped: frozenset[DemandKind]
):
    grip = Demand(DemandKind.POWER_GRIP, Hand.RIGHT, force_n=force_n, duty_cycle=duty, hours_per_day=1.0)
    keys = Demand(DemandKind.KEYBOARDING, Hand.RIGHT, hours_per_day=2.0)
    tasks = (
        Task("Gripping", True, 1.0, modifiable=modifiable, demands=(grip,)),
        Task("Typing", True, 2.0, modifiable=modifiable, demands=(keys,)),
    )
    job = replace(JOB, tasks=tasks)
    found = match(job, ABLE, replace(RULES, accommodated=helped))
    shut = {gate.task for gate in made(job, ABLE).gates}
    unfit = {task.task.name for task in found.tasks if task.verdict is TaskVerdict.NOT_SUITABLE}
    assert unfit <= shut
    fit = {task.task.name for task in found.tasks if task.verdict is TaskVerdict.SUITABLE}
    assert not fit & shut


def test_a_short_task_held_too_hard_for_its_share_of_the_time_is_shut_in_both():
    """Half an hour of a pinch at 40 % of the time: a short day does not make the grip itself easier."""
    grip = Demand(DemandKind.POWER_GRIP, Hand.RIGHT, force_n=52.0, duty_cycle=0.4)
    job = replace(JOB, tasks=(Task("Setup", True, 0.5, demands=(grip,)),))
    able = replace(ABLE, strengths=(replace(STRENGTH, error_n=2.0),))
    (task,) = match(job, able, RULES).tasks
    assert task.verdict is TaskVerdict.NOT_SUITABLE
    assert [gate.task for gate in made(job, able).gates] == ["Setup"]
    at_rest = replace(job, tasks=(Task("Setup", True, 0.5, demands=(replace(grip, duty_cycle=0.2),)),))
    assert match(at_rest, able, RULES).tasks[0].verdict is TaskVerdict.SUITABLE
    assert made(at_rest, able).gates == ()
