"""Laws of undoing: back and forth is nothing, and hours survive a new frame."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from small_briefs import brief

from rtw.domain.schedule.edit_history import EditStep, difference, redone, undone
from rtw.domain.schedule.edits import blank_schedule, half_hours_at, set_half_hours
from rtw.domain.schedule.fitting import fitted
from rtw.domain.schedule.values import Schedule

TASKS = ("Typing", "Filing")
cells = st.tuples(st.integers(1, 4), st.integers(0, 4), st.sampled_from(TASKS), st.integers(0, 12))


def _with(edits: list[tuple[int, int, str, int]]) -> Schedule:
    schedule = blank_schedule(brief())
    for week, weekday, task, half_hours in edits:
        schedule = set_half_hours(schedule, week, weekday, task, half_hours)
    return schedule


def _hours(schedule: Schedule) -> dict[tuple[int, int, str], int]:
    places = [(week, day, task) for week in range(1, 5) for day in range(5) for task in TASKS]
    return {place: half_hours_at(schedule, *place) for place in places}


@settings(max_examples=40)
@given(st.lists(cells, max_size=8), st.lists(cells, max_size=8))
def test_undoing_gives_back_what_was_and_redoing_what_became(
    first: list[tuple[int, int, str, int]], second: list[tuple[int, int, str, int]]
) -> None:
    before, after = _with(first), _with(second)
    step = EditStep("Changed", difference(before, after))
    assert _hours(redone(before, step)) == _hours(after)
    assert _hours(undone(after, step)) == _hours(before)
    assert difference(after, after) == ()


@settings(max_examples=30)
@given(st.lists(cells, max_size=8))
def test_hours_survive_the_same_frame(edits: list[tuple[int, int, str, int]]) -> None:
    schedule = _with(edits)
    assert _hours(fitted(schedule, brief())) == _hours(schedule)


def test_a_shorter_frame_drops_its_last_weeks_and_lost_tasks() -> None:
    schedule = _with([(1, 0, "Typing", 4), (3, 0, "Typing", 4), (1, 1, "Filing", 2)])
    shorter = replace(brief(), weeks=2, tasks=tuple(n for n in brief().tasks if n.name == "Typing"))
    fitting = fitted(schedule, shorter)
    assert [week.index for week in fitting.weeks] == [1, 2]
    assert fitting.weeks[0].half_hours == 4
