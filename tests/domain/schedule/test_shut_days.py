"""A task that is shut later is told with its day, and may be worked before."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from small_briefs import GROUND, MONDAY, brief

from rtw.domain.optimise.solve import solve
from rtw.domain.schedule.brief import Gate, GateKind
from rtw.domain.schedule.shut_days import shut_from, shut_in_week

SATURDAY = MONDAY + timedelta(days=19)
LATER = Gate("Typing", GateKind.NOT_MEASURED, None, GROUND, since=SATURDAY)
ALWAYS = replace(LATER, since=None)
ENDING = Gate("Typing", GateKind.DATED, None, GROUND, until=MONDAY + timedelta(days=8))


@pytest.mark.parametrize(
    ("gates", "words"),
    [
        ((), ["", "", "", ""]),
        ((ALWAYS, LATER), ["shut"] * 4),
        ((LATER,), [*["shut from 21 March 2026"] * 3, "shut"]),
        ((ENDING,), ["shut", "shut until 10 March 2026", "", ""]),
    ],
)
def test_each_week_says_whether_the_task_is_shut_in_it_and_else_from_when(
    gates: tuple[Gate, ...], words: list[str]
) -> None:
    assert [shut_in_week(gates, MONDAY + timedelta(weeks=n)) for n in range(4)] == words


@pytest.mark.parametrize(
    ("gates", "day"),
    [((), None), ((LATER,), SATURDAY), ((ALWAYS,), None), ((ENDING,), None), ((ENDING, LATER), SATURDAY)],
)
def test_the_day_from_which_a_task_stays_shut(gates: tuple[Gate, ...], day: date | None) -> None:
    assert shut_from(brief(gates=gates), "Typing") == day


def test_a_task_with_hours_before_its_day_is_never_said_to_stay_closed() -> None:
    outcome = solve(brief(gates=(LATER,)))
    assert outcome.schedule is not None
    assert outcome.schedule.weeks[0].days[0].half_hours_of("Typing") > 0
    assert outcome.closed_tasks == ("Typing",)
    assert outcome.sentence.startswith("Not full duty: Typing is closed from 21 March 2026 on.")
