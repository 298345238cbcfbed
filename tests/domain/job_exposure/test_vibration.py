"""Vibration of a job on each hand."""

from itertools import permutations

import pytest

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.hands import Side
from rtw.domain.job_exposure.vibration import HandVibration, hand_vibrations
from rtw.knowledge.load import knowledge


def drill(
    hand: Hand | None = Hand.RIGHT, kind: DemandKind = DemandKind.HAND_ARM_VIBRATION, **more: object
) -> Demand:
    return Demand(kind, hand, **{"ahv_m_s2": 8.0, "hours_per_day": 1.0, "tool": "drill", **more})


def vibrations(*demands: Demand, dominant: Side | None = Side.RIGHT) -> tuple[HandVibration, ...]:
    profile = JobProfile(
        "Fitter", shift=Shift(8.0, 5.0), tasks=(Task("Drill", hours_per_day=2.0, demands=demands),)
    )
    return hand_vibrations(profile, dominant, knowledge().vibration)


def test_one_tool_is_the_published_figure() -> None:
    (right,) = vibrations(drill())
    assert right.side is Side.RIGHT
    assert right.a8.low == right.a8.high == pytest.approx(8.0 * (1 / 8) ** 0.5)


def test_a_tool_named_by_its_use_and_by_its_vibration_counts_once() -> None:
    (once,) = vibrations(drill())
    (twice,) = vibrations(drill(kind=DemandKind.TOOL_USE), drill())
    assert twice.a8.high == pytest.approx(once.a8.high)


def test_two_tools_of_one_magnitude_count_twice() -> None:
    (both,) = vibrations(drill(), drill(tool="grinder"))
    assert both.a8.high == pytest.approx(8.0 * (2 / 8) ** 0.5)


USE = DemandKind.TOOL_USE


@pytest.mark.parametrize("rows", list(permutations((drill(kind=USE), drill(), drill(tool="grinder")))))
def test_where_the_use_stands_among_the_rows_of_vibration_changes_nothing(rows: tuple[Demand, ...]) -> None:
    (right,) = vibrations(*rows)
    assert [tool.asked.demand.kind for tool in right.tools] == [DemandKind.HAND_ARM_VIBRATION] * 2


@pytest.mark.parametrize("other", [{"ahv_m_s2": 5.0}, {"hand": Hand.LEFT}])
def test_a_use_of_another_magnitude_or_hand_counts_beside_the_vibration(other: dict[str, object]) -> None:
    tools = [tool for hand in vibrations(drill(), drill(kind=USE, **other)) for tool in hand.tools]
    assert len(tools) == 2


def test_two_uses_without_a_row_of_vibration_both_count() -> None:
    (both,) = vibrations(drill(kind=USE), drill(kind=USE, tool="grinder"))
    assert both.a8.high == pytest.approx(8.0 * (2 / 8) ** 0.5)


def test_the_same_vibration_in_another_task_counts_again() -> None:
    tasks = (Task("Drill", demands=(drill(),)), Task("Mount", demands=(drill(kind=USE),)))
    (right,) = hand_vibrations(
        JobProfile("Fitter", shift=Shift(8.0, 5.0), tasks=tasks), Side.RIGHT, knowledge().vibration
    )
    assert [tool.asked.task.name for tool in right.tools] == ["Drill", "Mount"]


@pytest.mark.parametrize("hand", [Hand.DOMINANT, Hand.NON_DOMINANT, Hand.RIGHT, Hand.EACH, Hand.BOTH])
def test_a_hand_that_is_named_holds_the_tool(hand: Hand) -> None:
    for each in vibrations(drill(hand), dominant=Side.RIGHT):
        assert each.a8.low == each.a8.high > 0.0


@pytest.mark.parametrize("hand", [Hand.DOMINANT, Hand.EITHER, None])
def test_a_hand_nobody_named_may_hold_nothing(hand: Hand | None) -> None:
    for each in vibrations(drill(hand), dominant=None):
        assert each.a8.low == 0.0
        assert each.a8.high > 0.0


def test_what_is_missing_is_asked() -> None:
    (right,) = vibrations(drill(ahv_m_s2=None))
    assert right.a8 is None
    assert right.missing
