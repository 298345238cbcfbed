import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_briefs import brief, dose

from rtw.domain.schedule.brief import TimeAway
from rtw.domain.schedule.checker import check
from rtw.domain.schedule.dose_use import dose_uses
from rtw.domain.schedule.edits import (
    add_half_hours,
    blank_schedule,
    copy_week_forward,
    half_hours_at,
    move_half_hours,
    remove_task,
    set_half_hours,
    with_full_duty_week,
)
from rtw.domain.schedule.violation import Breach

PLACES = st.tuples(st.integers(1, 4), st.integers(0, 4))


def test_a_blank_schedule_lacks_only_work_and_holds_treatment_times():
    of = brief(away=(TimeAway(3, weekday=2),))
    schedule = blank_schedule(of)
    assert [v.breach for v in check(schedule, of)] == [Breach.REQUIREMENT]
    assert [day.away_h for day in schedule.weeks[0].days] == [0, 0, 1.5, 0, 0]


def test_setting_adding_and_removing():
    schedule = set_half_hours(blank_schedule(brief()), 2, 3, "Typing", 4)
    assert half_hours_at(schedule, 2, 3, "Typing") == 4
    assert half_hours_at(add_half_hours(schedule, 2, 3, "Typing", -9), 2, 3, "Typing") == 0
    assert remove_task(schedule, 2, 3, "Typing") == blank_schedule(brief())


def test_what_cannot_be_meant_is_refused():
    with pytest.raises(ValueError, match="no week 9"):
        set_half_hours(blank_schedule(brief()), 9, 0, "Typing", 1)
    with pytest.raises(ValueError, match="less than no time"):
        set_half_hours(blank_schedule(brief()), 1, 0, "Typing", -1)


def test_a_day_the_schedule_does_not_name_is_added():
    schedule = set_half_hours(blank_schedule(brief()), 1, 5, "Filing", 2)
    assert [day.weekday for day in schedule.weeks[0].days] == [0, 1, 2, 3, 4, 5]
    assert [v.breach for v in check(schedule, brief())] == [Breach.NOT_OFFERED]


@given(source=PLACES, target=PLACES, there=st.integers(0, 8), moved=st.integers(0, 10))
def test_moving_keeps_the_sum(source: tuple[int, int], target: tuple[int, int], there: int, moved: int):
    before = set_half_hours(blank_schedule(brief()), *source, "Typing", there)
    after = move_half_hours(before, "Typing", source, target, moved)
    assert sum(week.half_hours for week in after.weeks) == there
    expected = there if source == target else min(there, moved)
    assert half_hours_at(after, *target, "Typing") == expected


def test_copying_forward_repeats_the_work_and_leaves_treatment():
    of = brief(away=(TimeAway(2, on=brief().start.replace(day=10)),))
    schedule = set_half_hours(blank_schedule(of), 1, 1, "Typing", 6)
    copied = copy_week_forward(schedule, 1, 3)
    assert [half_hours_at(copied, week, 1, "Typing") for week in (1, 2, 3, 4)] == [6, 6, 6, 0]
    assert [week.days[1].away_h for week in copied.weeks] == [0, 1, 0, 0]


def test_full_duty_is_stated_anew_after_an_edit():
    schedule = blank_schedule(brief())
    for weekday in range(5):
        schedule = set_half_hours(schedule, 3, weekday, "Typing", 8)
        schedule = set_half_hours(schedule, 3, weekday, "Filing", 4)
    assert with_full_duty_week(schedule, brief()).full_duty_week is None
    full = copy_week_forward(schedule, 3, 4)
    assert with_full_duty_week(full, brief()).full_duty_week == 3
    assert check(with_full_duty_week(full, brief()), brief()) == ()


def test_the_use_of_a_dose_is_that_of_its_heaviest_day():
    of = brief(
        doses=(
            dose("keys", {"Typing": 30}, (120,) * 4),
            dose("grip", {"Filing": 10}, (10,) * 4),
            dose("none", {"Filing": 10}, (0,) * 4),
        )
    )
    schedule = set_half_hours(blank_schedule(of), 1, 0, "Typing", 2)
    schedule = set_half_hours(schedule, 1, 1, "Typing", 3)
    used = dose_uses(schedule, of, 1)
    assert [(use.dose, use.taken, use.share) for use in used] == [
        ("keys", 90.0, 0.75),
        ("grip", 0.0, 0.0),
        ("none", 0.0, None),
    ]
    forbidden = set_half_hours(schedule, 1, 1, "Filing", 1)
    assert [use.share for use in dose_uses(forbidden, of, 1)] == [float("inf"), 1.0, 0.75]
