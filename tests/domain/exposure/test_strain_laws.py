"""The Revised Strain Index and its composites as laws: monotone, continuous, and blind to order."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from rtw.domain.exposure.composite import composite
from rtw.domain.exposure.cosi import CosiInputs, Subtask
from rtw.domain.exposure.cosi import compute as cosi
from rtw.domain.exposure.cusi import CusiInputs, JobTask
from rtw.domain.exposure.cusi import compute as cusi
from rtw.domain.exposure.model import Values, values
from rtw.domain.exposure.quantity import ContradictionError
from rtw.domain.exposure.rsi import compute as rsi
from rtw.domain.exposure.rsi import (
    duration_multiplier,
    efforts_multiplier,
    hours_multiplier,
    intensity_multiplier,
    posture_multiplier,
)
from rtw.domain.exposure.rsi_inputs import RsiInputs
from rtw.knowledge.load import knowledge

C = knowledge().rsi
Kernel = Callable[[Values], Values]
JOINTS: list[tuple[str, Kernel, float, float]] = [
    ("intensity", lambda x: intensity_multiplier(x, C), 0.4, 1e-9),
    ("efforts", lambda x: efforts_multiplier(x, C), 90.0, 0.003),
    ("duration", lambda x: duration_multiplier(x, C), 60.0, 0.002),
    ("posture, neutral", lambda x: posture_multiplier(x, C), 0.0, 1e-9),
    ("posture, extended", lambda x: posture_multiplier(x, C), 30.0, 1e-9),
]
parts = st.builds(
    Subtask,
    intensity=st.floats(0.01, 1.0),
    efforts_per_minute=st.floats(0.1, 8.0),
    seconds_per_effort=st.floats(0.1, 1.5),
    wrist_angle_deg=st.floats(-80, 80),
)
hours = st.floats(0.1, 3.0)


def around(x: float, kernel: Kernel) -> tuple[float, float]:
    below, above = kernel(values(np.nextafter(x, -np.inf), np.nextafter(x, np.inf)))
    return float(below), float(above)


@pytest.mark.parametrize(("name", "kernel", "joint", "step"), JOINTS)
def test_pieces_meet_as_well_as_their_coefficients_do(
    name: str, kernel: Kernel, joint: float, step: float
) -> None:
    below, above = around(joint, kernel)
    assert below == pytest.approx(above, abs=step), name


def test_the_known_values_at_the_joints() -> None:
    assert intensity_multiplier(values(0.4, 1.0), C) == pytest.approx([5.024, 25.61])
    assert efforts_multiplier(values(90.0), C) == pytest.approx([22.6])
    assert duration_multiplier(values(60.0), C) == pytest.approx([19.05])
    assert hours_multiplier(values(8.0), C) == pytest.approx([1.00015], abs=5e-6)


def test_the_hours_multiplier_has_its_one_step_at_three_minutes() -> None:
    assert around(0.05, lambda h: hours_multiplier(h, C)) == pytest.approx((0.2, 0.2095), abs=5e-5)


@given(part=parts, at=hours, more=st.floats(1.001, 2.0))
@pytest.mark.parametrize("field", ["intensity", "efforts_per_minute", "seconds_per_effort", "hours_per_day"])
def test_more_of_anything_strains_more(field: str, part: Subtask, at: float, more: float) -> None:
    one = _alone(part, at)
    raised = getattr(one, field) * more
    assume(field != "intensity" or raised <= 1.0)
    assert rsi(replace(one, **{field: raised}), C).rsi > rsi(one, C).rsi


@given(part=parts, at=hours, low=st.floats(0, 80), high=st.floats(0, 80), sign=st.sampled_from([-1, 1]))
def test_a_wrist_bent_further_never_strains_less(
    part: Subtask, at: float, low: float, high: float, sign: int
) -> None:
    near, far = sorted((low, high))
    bent = [rsi(replace(_alone(part, at), wrist_angle_deg=sign * angle), C).rsi for angle in (near, far)]
    assert bent[0] <= bent[1] * (1 + 1e-12)


@given(part=parts, at=hours)
def test_a_composite_of_one_is_the_part(part: Subtask, at: float) -> None:
    alone = rsi(_alone(part, at), C).rsi
    assert cosi(CosiInputs(at, (part,)), C).cosi == pytest.approx(alone)
    assert cusi(CusiInputs((JobTask(at, subtasks=(part,)),)), C).cusi == pytest.approx(alone)


@given(given_parts=st.lists(parts, min_size=2, max_size=5), at=hours, data=st.data())
def test_the_order_of_subtasks_changes_nothing(
    given_parts: list[Subtask], at: float, data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(given_parts))
    first, second = (cosi(CosiInputs(at, tuple(order)), C) for order in (given_parts, shuffled))
    assert first.cosi == pytest.approx(second.cosi)
    assert first.cosi >= max(first.rsi) * (1 - 1e-12)


@given(tasks=st.lists(st.tuples(st.floats(0.1, 30), hours), min_size=2, max_size=6), data=st.data())
def test_the_order_of_tasks_changes_nothing(tasks: list[tuple[float, float]], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(tasks))
    first, second = (
        cusi(CusiInputs(tuple(JobTask(h, cosi=index) for index, h in order)), C).cusi
        for order in (tasks, shuffled)
    )
    assert first == pytest.approx(second)


@given(tasks=st.lists(st.tuples(st.floats(0.1, 30), hours), min_size=1, max_size=6))
def test_many_jobs_at_once_are_each_job_alone(tasks: list[tuple[float, float]]) -> None:
    index = values(*(each for each, _ in tasks))
    amount = values(*(h for _, h in tasks))
    group = np.arange(len(tasks)) % 2
    found = dict(zip(*(part.tolist() for part in composite(index, amount, group, _hours)), strict=True))
    for job, total in found.items():
        own = tuple(JobTask(h, cosi=each) for each, h in tasks[job::2])
        assert total == pytest.approx(cusi(CusiInputs(own), C).cusi)


@pytest.mark.parametrize(("third", "agrees"), [(0.0, True), (2.0, False)])
def test_hours_add_up_over_all_tasks_before(third: float, agrees: bool) -> None:
    """Software in circulation takes twice the hours of the task before: right for equal tasks only."""
    tasks = [JobTask(4, cosi=7.5), JobTask(4 if agrees else 1, cosi=5.1)]
    tasks += [JobTask(third, cosi=3.0)] if third else []
    assert (cusi(CusiInputs(tuple(tasks)), C).cusi == pytest.approx(_twice_the_hours_before(tasks))) is agrees


def _twice_the_hours_before(tasks: list[JobTask]) -> float:
    total = tasks[0].cosi or 0.0
    for before, task in pairwise(tasks):
        reach, base = _hours(values(2 * before.hours_per_day)), _hours(values(before.hours_per_day))
        total += (task.cosi or 0.0) * float((reach - base)[0] / _hours(values(task.hours_per_day))[0])
    return total


def _hours(each: Values) -> Values:
    return hours_multiplier(each, C)


def _alone(part: Subtask, at: float) -> RsiInputs:
    return RsiInputs(
        part.intensity, part.efforts_per_minute, part.seconds_per_effort, part.wrist_angle_deg, at
    )


def test_more_than_the_whole_time_is_a_contradiction() -> None:
    full = Subtask(0.2, 40, 1.0, 0)
    with pytest.raises(ContradictionError, match="more than 100 %") as alone:
        rsi(_alone(replace(full, seconds_per_effort=2), 4), C)
    assert alone.value.field == "efforts_per_minute"
    with pytest.raises(ContradictionError) as together:
        cosi(CosiInputs(4, (full, full)), C)
    assert together.value.field == "subtasks"
    with pytest.raises(ContradictionError) as day:
        cusi(CusiInputs((JobTask(13, cosi=1), JobTask(12, cosi=1))), C)
    assert day.value.field == "tasks"


@given(part=parts, at=hours, own=st.floats(0.1, 50))
def test_an_index_stands_against_both_quoted_thresholds_and_ones_own(
    part: Subtask, at: float, own: float
) -> None:
    found = rsi(replace(_alone(part, at), threshold=own), C)
    assert [each.threshold for each in found.thresholds] == [own, 10, 8.5]
    assert [each.above for each in found.thresholds] == [found.rsi > t for t in (own, 10, 8.5)]
