"""A plan that has begun goes on from what was reached."""

from dataclasses import replace
from datetime import timedelta

from small_briefs import brief

from rtw.domain.schedule.brief import Ground, Origin, RestRule
from rtw.domain.schedule.continuing import continued
from rtw.domain.schedule.edits import blank_schedule, set_half_hours
from rtw.domain.schedule.wishes import ScheduleWishes

START = brief().start
REST = RestRule("rest-days", 1, 3, Ground(Origin.THERAPIST, "rest"), max_days=3)
WISHES = ScheduleWishes(start=START, weeks=4, rests=(REST,), full_duty_by_week=3)


def _growing():
    schedule = blank_schedule(brief())
    for week in range(1, 5):
        schedule = set_half_hours(schedule, week, 0, "Typing", 2 * week)
    return schedule


def test_a_plan_that_has_not_begun_stays_as_it_is():
    found = continued(WISHES, _growing(), START - timedelta(days=3))
    assert (found.wishes, found.schedule) == (WISHES, _growing())


def test_in_its_second_week_it_goes_on_with_the_third():
    found = continued(WISHES, _growing(), START + timedelta(days=9))
    assert found.wishes.start == START + timedelta(days=14)
    assert [(week.index, week.half_hours) for week in found.schedule.weeks] == [(1, 6), (2, 8)]
    assert found.wishes.first_day_hours == 2.0
    assert found.wishes.full_duty_by_week == 1
    assert found.wishes.rests == (replace(REST, first=1, last=1),)


def test_after_its_end_only_the_settings_go_on():
    found = continued(WISHES, _growing(), START + timedelta(weeks=9))
    assert found.schedule.weeks == ()
    assert found.wishes.rests == ()
    assert found.wishes.start is not None
    assert found.wishes.start.weekday() == 0
