"""Tasks not to be done: named until the review, whatever shuts them, and without a reason."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from small_briefs import BREAKS, GROUND, MONDAY, brief

from rtw.domain.closed_tasks import closed_tasks
from rtw.domain.plan import ClosedTask
from rtw.domain.schedule.brief import Gate, GateKind, OpenedGate
from rtw.domain.schedule.values import Day, Schedule, TaskHours, Week

REVIEW = MONDAY + timedelta(weeks=2)


def gate(kind: GateKind = GateKind.PEAK, **changes: object) -> Gate:
    return replace(Gate("Hammer", kind, None, GROUND), **changes)


def closed(*gates: Gate) -> tuple[ClosedTask, ...]:
    return closed_tasks(brief(gates=gates), REVIEW)


@pytest.mark.parametrize("kind", [kind for kind in GateKind if kind is not GateKind.DATED])
def test_whatever_shuts_a_task_it_is_named_once_and_without_an_end(kind: GateKind) -> None:
    assert closed(gate(kind), gate(GateKind.WOUND)) == (ClosedTask("Hammer"),)


def test_a_signed_opening_takes_it_from_the_list() -> None:
    assert closed(gate(opened=OpenedGate(MONDAY, "Elin Brandt"))) == ()


def test_dates_stand_only_where_every_gate_has_them() -> None:
    dated = gate(GateKind.DATED, until=MONDAY + timedelta(days=9))
    assert closed(dated) == (ClosedTask("Hammer", None, dated.until),)
    assert closed(dated, gate()) == (ClosedTask("Hammer"),)


@pytest.mark.parametrize(
    ("since", "until"), [(None, MONDAY - timedelta(days=1)), (REVIEW + timedelta(days=1), None)]
)
def test_what_is_over_before_the_plan_or_begins_after_its_review_is_left_out(
    since: date | None, until: date | None
) -> None:
    kind = GateKind.DATED if until else GateKind.NOT_PERMITTED
    assert closed(gate(kind, since=since, until=until)) == ()


def test_a_task_without_time_of_its_own_is_named_too() -> None:
    assert closed_tasks(brief(unplaced_gates=(gate(),)), REVIEW) == (ClosedTask("Hammer"),)


def worked(*from_week: tuple[str, int]) -> Schedule:
    """Give a schedule of four weeks: one half hour on Mondays of each task, from its week on."""
    return Schedule(
        tuple(
            Week(
                index,
                MONDAY + timedelta(weeks=index - 1),
                (Day(0, tuple(TaskHours(task, 1) for task, first in from_week if first <= index)),),
            )
            for index in range(1, 5)
        ),
        None,
        (),
        BREAKS,
    )


def test_a_task_without_hours_up_to_the_review_is_named_whatever_keeps_it_out() -> None:
    assert closed_tasks(brief(), REVIEW, worked(("Typing", 1))) == (ClosedTask("Filing"),)
    assert closed_tasks(brief(), REVIEW, worked(("Typing", 1), ("Filing", 4))) == (ClosedTask("Filing"),)
    assert closed_tasks(brief(), REVIEW, worked(("Typing", 1), ("Filing", 3))) == ()


@pytest.mark.parametrize(("days", "until"), [(5, None), (20, MONDAY + timedelta(days=20))])
def test_a_day_on_which_a_task_opens_is_told_only_if_it_is_not_idle_after_it(
    days: int, until: date | None
) -> None:
    shut = replace(gate(GateKind.DATED, until=MONDAY + timedelta(days=days)), task="Filing")
    found = closed_tasks(brief(gates=(shut,)), REVIEW, worked(("Typing", 1)))
    assert found == (ClosedTask("Filing", None, until),)


def test_no_hours_are_missed_where_none_are_planned_yet_or_all_begin_after_the_review() -> None:
    assert closed_tasks(brief(), REVIEW, Schedule((), None, (), BREAKS)) == ()
    later = worked(("Typing", 1), ("Filing", 1))
    assert closed_tasks(brief(), MONDAY - timedelta(days=3), later) == ()
