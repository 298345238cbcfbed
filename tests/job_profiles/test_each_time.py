"""A time with *each* or *at a time* is that of one effort or stretch, never the hours of the day."""

import pytest

from job_profiles.by_unit import Place
from job_profiles.grid.cells import Sheet
from job_profiles.kinds import DemandKind
from job_profiles.measures import measure
from job_profiles.problem import Severity
from job_profiles.read import read_sheets

OFTEN, HOURS = Place("rate", DemandKind.POWER_GRIP), Place("hours", DemandKind.KEYBOARDING)
OF_A_TASK = Place("hours", None)


@pytest.mark.parametrize("place", [OFTEN, HOURS])
@pytest.mark.parametrize(
    "text",
    [
        "12 / day, 5 min each",
        "12 per shift, 5 min each",
        "12 x daily, 5 min each",
        "12/day x 5 min",
        "5 min each, 12 / day",
        "12 / day (5 min each time)",
        "12 / day, 5 min per go",
        "12 / Tag, je 5 min",
        "12 x täglich, 5 min am Stück",
        "12 fois par jour, 5 min chacune",
        "12 veces al día, 5 min cada vez",
    ],
)
def test_so_many_a_day_and_so_long_each_make_the_hours_of_the_day(text, place):
    reading = measure(text, place)
    assert dict(reading.facts) == pytest.approx(
        {"per_shift": 12, "hours_per_day": 1, "longest_bout_h": 1 / 12}
    )
    assert reading.complaints == ()
    assert dict(measure(text, OF_A_TASK).facts) == pytest.approx({"hours_per_day": 1})


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("10 min at a time", 10),
        ("10 min at a stretch", 10),
        ("5 min each", 5),
        ("5 min per go", 5),
        ("15 min am Stück", 15),
        ("5 min pro Mal", 5),
        ("5 min à la fois", 5),
        ("10 min cada vez", 10),
        ("1 h 30 min at a time", 90),
    ],
)
def test_a_time_of_one_is_its_longest_stretch_and_no_hours(text, minutes):
    assert dict(measure(text, OFTEN).facts) == pytest.approx({"longest_bout_h": minutes / 60})
    assert measure(text, HOURS).facts == measure(text, OFTEN).facts
    of_task = measure(text, OF_A_TASK)
    assert (of_task.facts, [c.code for c in of_task.complaints]) == ((), ["time-of-one"])


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("10 per shift, 18 s each", {"per_shift": 10, "hours_per_day": 0.05, "seconds_per_effort": 18}),
        ("2 h, 10 min at a time", {"hours_per_day": 2, "longest_bout_h": 1 / 6}),
        ("6/h, 2 min each", {"efforts_per_minute": 0.1, "longest_bout_h": 1 / 30}),
        ("60/day, 30 min", {"per_shift": 60, "hours_per_day": 0.5}),
        ("12 x täglich", {"per_shift": 12}),
        ("each 5 min", {"efforts_per_minute": 0.2}),
        ("2 h each day", {"hours_per_day": 2}),
    ],
)
def test_what_else_the_cell_says_is_read_with_it(text, facts):
    assert dict(measure(text, OFTEN).facts) == pytest.approx(facts)


def test_a_letter_and_a_weight_beside_it_are_kept():
    assert dict(measure("occasionally, 10 min at a time", HOURS).facts)["band"] == "O"
    lift = measure("10 kg, 20 / day, 3 min each", Place("amount", DemandKind.LIFTING))
    assert dict(lift.facts) == pytest.approx(
        {"load_kg": 10, "per_shift": 20, "hours_per_day": 1, "longest_bout_h": 0.05}
    )


@pytest.mark.parametrize("text", ["4 times, 15 min each", "12 / day, 5 min", "5 min, 12 / day", "20 x 3 min"])
def test_what_may_be_put_together_in_two_ways_is_an_error_without_a_value(text):
    reading = measure(text, OFTEN)
    assert reading.facts == ()
    assert [(c.code, c.severity) for c in reading.complaints] == [("two-numbers", Severity.ERROR)]


def test_a_column_of_how_long_and_how_many_fills_each_demand():
    rows = (
        ("Task", "Task hours", "Physical demand", "Hand", "Force (N)", "How often"),
        ("Clip", "2 h", "Power grip", "right", 30, "12 / day, 5 min each"),
        ("Hold", "2 h", "Tip pinch", "right", 10, "10 min at a time"),
        ("Draw", "2 h", "Key pinch", "right", 10, "60 / day"),
    )
    (profile,) = read_sheets([Sheet("Job", rows)]).profiles
    clip, hold, _ = (d for t in profile.tasks for d in t.demands)
    assert (clip.hours_per_day, clip.efforts_per_minute) == pytest.approx((1, 0.2))
    assert (hold.hours_per_day, hold.longest_bout_h) == (None, pytest.approx(1 / 6))


def test_a_stretch_under_the_name_of_a_kind_says_that_it_is_asked_for():
    rows = (
        ("Task", "Task hours", "Keyboarding"),
        ("Book", "2 h", "10 min at a time"),
        ("File", "1 h", "1 h"),
    )
    (profile,) = read_sheets([Sheet("Job", rows)]).profiles
    book = profile.tasks[0].demands
    assert [(d.hours_per_day, d.longest_bout_h) for d in book] == [(None, pytest.approx(1 / 6))]
