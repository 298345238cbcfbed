from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_briefs import BREAKS, brief

from rtw.domain.schedule.day_plan import day_plan
from rtw.domain.schedule.edits import blank_schedule, set_half_hours
from rtw.domain.schedule.values import Bout, BreakRule, Day, Schedule, TaskHours
from rtw.domain.schedule.wording import days_in_words, week_in_lines, week_in_words


def worked(*entries: tuple[int, str, int]) -> Schedule:
    schedule = blank_schedule(brief())
    for weekday, task, half_hours in entries:
        schedule = set_half_hours(schedule, 1, weekday, task, half_hours)
    return schedule


def test_a_week_reads_as_a_supervisor_would_say_it():
    schedule = worked(*((day, "Typing", 8) for day in (0, 2, 4)))
    words = week_in_words(schedule, schedule.weeks[0])
    assert words == "Mon/Wed/Fri 4 h, Typing in bouts of at most 30 min"


def test_days_that_differ_are_told_apart():
    schedule = worked(*((day, "Filing", 4) for day in range(5)), (1, "Typing", 3))
    assert week_in_words(schedule, schedule.weeks[0]) == (
        "Mon/Wed/Thu/Fri 2 h; Tue 3.5 h, Typing in bouts of at most 30 min"
    )
    assert week_in_lines(schedule, schedule.weeks[0]) == (
        "Mon/Wed/Thu/Fri 2 h: Filing 2 h",
        "Tue 3.5 h: Filing 2 h, Typing 1.5 h",
        "Typing in bouts of at most 30 min",
        "A break of 5 min after at most 60 min, within working time",
        "Total 11.5 h",
    )
    assert week_in_words(schedule, schedule.weeks[1]) == "No work this week"


@pytest.mark.parametrize(
    ("weekdays", "words"), [((0, 1, 2, 3, 4), "Mon to Fri"), ((0, 1), "Mon/Tue"), ((0, 2, 3), "Mon/Wed/Thu")]
)
def test_weekdays_in_words(weekdays: tuple[int, ...], words: str):
    assert days_in_words(weekdays) == words


def test_a_limited_task_takes_turns_with_the_rest():
    day = Day(0, (TaskHours("Typing", 3), TaskHours("Filing", 2)))
    plan = day_plan(day, (Bout("Typing", 30),), BREAKS, time(8))
    assert [(slot.starts, slot.task) for slot in plan] == [
        (time(8), "Typing"),
        (time(8, 30), "Filing"),
        (time(9), None),
        (time(9, 5), "Typing"),
        (time(9, 30), "Filing"),
        (time(10), None),
        (time(10, 5), "Typing"),
    ]


@settings(max_examples=150)
@given(
    amounts=st.lists(st.integers(1, 8), min_size=1, max_size=4),
    limits=st.lists(st.sampled_from((None, 10, 20, 30, 45, 60)), min_size=4, max_size=4),
    after=st.integers(20, 120),
    pause=st.integers(1, 15),
)
def test_a_day_plan_keeps_bouts_breaks_and_hours(
    amounts: list[int], limits: list[int | None], after: int, pause: int
):
    names = [f"T{place}" for place in range(len(amounts))]
    day = Day(0, tuple(TaskHours(name, count) for name, count in zip(names, amounts, strict=True)))
    bouts = tuple(Bout(name, most) for name, most in zip(names, limits, strict=False) if most)
    plan = day_plan(day, bouts, BreakRule(after, pause, "convention"), time(6))
    assert sum(slot.minutes for slot in plan) == 30 * sum(amounts)
    assert all(one.ends == other.starts for one, other in pairwise(plan))
    for bout in bouts:
        assert all(slot.minutes <= bout.max_minutes for slot in plan if slot.task == bout.task)
    since_break = 0
    assert plan[0].task is not None
    for slot in plan:
        since_break = since_break + slot.minutes if slot.task else 0
        assert since_break <= after
    assert all(slot.minutes >= pause for slot in plan[:-1] if slot.task is None)
