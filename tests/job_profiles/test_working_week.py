"""Days and times of the clock in one breath: all days count, breaks come off, hours of the week check it."""

import pytest

from job_profiles.answers import Answers
from job_profiles.grid.cells import Sheet
from job_profiles.problem import AnswerKind, Severity
from job_profiles.read import read_sheets
from job_profiles.working_week import in_words, working_week

TABLE = (("Task", "Demand", "Hand", "Force (N)", "Hours"), ("Planing", "Push", "Right", 60, "1.5 h"))


def reading_of(*letterhead, answers=Answers()):  # noqa: B008  (frozen)
    rows = (("Job title", "Luthier"), *letterhead, (), *TABLE)
    return read_sheets([Sheet("Job", tuple((*r, *[None] * (5 - len(r))) for r in rows))], answers)


def shift_of(reading):
    shift = reading.profiles[0].shift
    return shift.hours_per_day, shift.days_per_week


def asked_of(reading, code):
    return next((p for p in reading.problems if p.code == code and p.severity is Severity.QUESTION), None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mon–Thu 8.30–5.30, Fri 8.30–1, ¾ hr dinner, 37½ hrs a week", "Mon-Thu 8.25 h, Fri 4.5 h"),
        ("Mon–Thu 8.30–5.30, Fri 8.30–1. Dinner 45 mins (not Fri). So 37½ hrs", "Mon-Thu 8.25 h, Fri 4.5 h"),
        ("Mon–Thu 8:30–17:30, Fri 8:30–13:00, dinner 45 min, 37.5 hrs a week", "Mon-Thu 8.25 h, Fri 4.5 h"),
        ("8:30-17:30 Mon-Thu, 8:30-13:00 Fri", "Mon-Thu 9 h, Fri 4.5 h"),
        ("Mo-Do 7:00-16:15, Fr 7:00-12:00, 45 min Pause unbezahlt", "Mon-Thu 8.5 h, Fri 4.25 h"),
        ("lun-ven 8h30-17h30, 1 h repas, 40 h par semaine", "Mon-Fri 8 h"),
        ("Mon-Fri 9-5, lunch 12.30-1.15, 36¼ hrs", "Mon-Fri 7.25 h"),
        ("8.30–5.30, Monday to Friday", "Mon-Fri 9 h"),
        ("Mon-Fri 8-12, 13-17", "Mon-Fri 8 h"),
        ("Mon-Fri 8-12 and 1-5", "Mon-Fri 8 h"),
        ("du lundi au vendredi, 8h-12h et 13h30-17h", "Mon-Fri 7.5 h"),
        ("Mon, Wed, Fri 9-5; Tue 9-1", "Mon, Wed, Fri 8 h, Tue 4 h"),
        ("10-6 Tue-Sat", "Tue-Sat 8 h"),
        ("Mon-Sat 7am-3pm", "Mon-Sat 8 h"),
        ("8.30am-5.30", "9 h"),
        ("08:30-05:30", "9 h"),
        ("Night shift 8.30–5.30", "9 h"),
        ("22:00 - 06:00", "8 h"),
        ("18:00-07:00", "13 h"),
        ("06:00-14:00 / 14:00-22:00", "8 h"),
        ("7.30 to 4", "8.5 h"),
    ],
)
def test_a_week_of_days_and_times(text, days):
    week = working_week(text)
    assert week is not None
    assert in_words(week.stretches) == days


@pytest.mark.parametrize(
    "text", ["8 h, Mon-Fri", "4-5 kg, Mon-Fri", "2-3 weeks", "7-8 hours", "37.5 h a week"]
)
def test_what_is_no_time_of_the_clock_makes_no_week(text):
    assert working_week(text) is None


@pytest.mark.parametrize("key", ["Hours of work", "Shift", "Working time", "Days"])
def test_the_longest_day_is_the_shift_and_days_that_differ_are_asked_about(key):
    reading = reading_of((key, "Mon–Thu 8:30–17:30, Fri 8:30–13:00, dinner 45 min, 37.5 hrs a week"))
    assert shift_of(reading) == (8.25, 5)
    asked = asked_of(reading, "working-time")
    assert asked.cell == "B2"
    assert "Mon-Thu 8.25 h, Fri 4.5 h, 37.5 h a week" in asked.message
    assert [(field.asks, field.kind) for field in asked.fields] == [
        ("shift_hours", AnswerKind.HOURS),
        ("days_per_week", AnswerKind.DAYS),
    ]
    assert asked_of(reading, "breaks-in-shift") is None


def test_hours_and_days_that_are_answered_count_and_are_not_asked_again():
    letterhead = ("Hours of work", "Mon–Thu 8:30–17:30, Fri 8:30–13:00")
    answered = reading_of(letterhead, answers=Answers(shift_hours=7.5, days_per_week=4.5))
    assert shift_of(answered) == (7.5, 4.5)
    assert asked_of(answered, "working-time") is None
    assert (
        asked_of(reading_of(letterhead, answers=Answers(settled=("settled/working-time",))), "working-time")
        is None
    )


def test_hours_of_the_week_that_do_not_fit_are_asked_about_with_the_readings():
    reading = reading_of(("Hours of work", "Mon–Fri 8.30–5.30, dinner 45 min, 38 hrs a week"))
    asked = asked_of(reading, "working-time-disagrees")
    assert (asked.asks, asked.cell) == ("shift_hours", "B2")
    assert [choice.value for choice in asked.choices] == ["9", "8.25", "7.6"]
    assert "Mon-Fri 8.25 h: 41.25 h a week" in [choice.label for choice in asked.choices]


@pytest.mark.parametrize(
    ("letterhead", "choices"),
    [
        ((("Hours per day", 8), ("Days per week", 5), ("Hours per week", 30)), ["8", "6"]),
        ((("Shift", "8:00-17:00"), ("Days per week", 5), ("Hours per week", 40)), ["9", "8"]),
    ],
)
def test_hours_of_a_day_and_of_the_week_are_held_against_each_other(letterhead, choices):
    asked = asked_of(reading_of(*letterhead), "working-time-disagrees")
    assert [choice.value for choice in asked.choices] == choices


@pytest.mark.parametrize(
    "letterhead",
    [
        (("Hours per day", 7.7), ("Days per week", 5), ("Hours per week", 38.5)),
        (("Shift", "7.5 h (37.5 h/week)"), ("Days per week", 5)),
        (("Shift", "8:00-16:00"), ("Days", "Mon-Fri")),
    ],
)
def test_what_agrees_is_not_asked_about(letterhead):
    reading = reading_of(*letterhead)
    assert asked_of(reading, "working-time-disagrees") is None
    assert asked_of(reading, "working-time") is None


def test_a_day_without_a_time_is_asked_about():
    asked = asked_of(reading_of(("Shift", "Mon-Thu 8.30-5.30, Fri till 1")), "working-time")
    assert "Fri has no time that could be read" in asked.message


def test_times_by_twelve_hours_are_told():
    reading = reading_of(("Hours of work", "8.30–5.30, Monday to Friday"))
    assert shift_of(reading) == (9, 5)
    (note,) = [p for p in reading.problems if p.code == "clock-by-twelve"]
    assert (note.cell, note.found) == ("B2", "8.30–5.30, Monday to Friday")
    assert not any(p.code == "odd-shift" for p in reading.problems)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Mon-Fri 8:30-17:00, dinner 30 min", 8.5),
        ("Mon-Fri 8-16.30, 30 min Pause", 8.5),
        ("Mon-Fri 8-4, ½ h tea", 8),
    ],
)
def test_a_break_that_nobody_calls_unpaid_is_asked_about(text, hours):
    reading = reading_of(("Shift", text))
    assert shift_of(reading) == (hours, 5)
    assert asked_of(reading, "breaks-in-shift") is not None


@pytest.mark.parametrize("text", ["7-7", "6:00-6:00", "8-5", "7-8 h, Mon-Fri"])
def test_what_may_be_read_in_two_ways_is_asked(text):
    reading = reading_of(("Shift", text))
    assert reading.profiles[0].shift.hours_per_day is None
    assert asked_of(reading, "shift-unknown") is not None


def test_opening_hours_are_no_shift():
    assert shift_of(reading_of(("Open to customers", "Mon-Sat 9-18"))) == (None, None)
