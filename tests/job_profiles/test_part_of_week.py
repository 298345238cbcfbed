"""Hours of a task on some days of the week are never taken for hours of every day, nor for the shift."""

import pytest

from job_profiles.answers import Answers
from job_profiles.by_unit import Place
from job_profiles.grid.cells import Sheet
from job_profiles.measures import measure
from job_profiles.problem import Severity
from job_profiles.read import read_sheets
from job_profiles.units import UNITS

HEAD = ("Task", "Demand", "Hand", "Force (N)", "Hours", "How often")
LETTERHEAD = (("Job title", "Luthier"), ("Shift", "8 h"), ("Days per week", 4))


def reading_of(hours, often=None, answers=Answers()):  # noqa: B008  (frozen)
    row = ("Bandsaw", "Push", "Right", 60, hours, often)
    rows = (*LETTERHEAD, (), HEAD, row, ("Planing", "Push", "Right", 40, "2 h", None))
    return read_sheets([Sheet("Job", tuple((*r, *[None] * (6 - len(r))) for r in rows))], answers)


def hours_in(text):
    return measure(text, Place("task_hours", unit=UNITS["h"]))


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("1 hr (Tue & Thu only)", 1),
        ("45 min, 2 days a week", 0.75),
        ("30 min twice a week", 0.5),
        ("1 h 2x a week", 1),
        ("2 h Mondays", 2),
        ("1,5 h (Di + Do)", 1.5),
        ("2 h every other day", 2),
        ("1 h jeden zweiten Tag", 1),
        ("1 h le mardi", 1),
        ("2 h los lunes y jueves", 2),
        ("3 h once a month", 3),
    ],
)
def test_hours_of_some_days_are_those_of_such_a_day_and_it_is_said(text, hours):
    read = hours_in(text)
    assert dict(read.facts)["hours_per_day"] == pytest.approx(hours)
    assert [c.code for c in read.complaints] == ["not-every-day"]


@pytest.mark.parametrize(
    "text", ["1.5 h Mon-Fri", "4 h, 5 days a week", "1 h so far", "2 h do not rush", "7.5 h"]
)
def test_hours_of_every_day_raise_nothing(text):
    assert "not-every-day" not in [c.code for c in hours_in(text).complaints]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("1 hr per week", ["1 h", "30 min", "20 min", "15 min", "12 min"]),
        ("5 h/week", ["5 h", "2.5 h", "1.667 h", "1.25 h", "1 h"]),
        ("30 min/week", ["30 min", "15 min", "10 min", "7.5 min", "6 min"]),
        ("10 h wöchentlich", ["10 h", "5 h", "3.333 h", "2.5 h", "2 h"]),
        ("2 h per month", ["2 h", "1 h", "30 min", "6 min"]),
        ("2x a week", []),
        ("once a month", []),
    ],
)
def test_hours_of_a_week_are_not_read_but_offered_by_the_days(text, offered):
    read = hours_in(text)
    assert read.facts == ()
    (complaint,) = read.complaints
    assert (complaint.severity, complaint.code) == (Severity.ERROR, "counted-by-week")
    assert [choice.value for choice in complaint.choices] == offered


def test_it_is_asked_on_how_many_days_and_the_answer_is_read():
    reading = reading_of("1 hr per week")
    (asked,) = [p for p in reading.problems if p.code == "counted-by-week-question"]
    assert (asked.cell, asked.asks) == ("E6", "meant/Job!E6")
    assert asked.message.startswith("Bandsaw")
    assert not any(p.code == "what-was-meant" for p in reading.problems)
    assert reading.profiles[0].shift.hours_per_day == 8
    assert reading.profiles[0].tasks[0].demands[0].hours_per_day is None
    answered = reading_of("1 hr per week", answers=Answers(meant=(("Job!E6", asked.choices[0].value),)))
    assert answered.profiles[0].tasks[0].demands[0].hours_per_day == 1
    assert not any(p.code == "counted-by-week-question" for p in answered.problems)


@pytest.mark.parametrize(
    ("often", "told"), [("2x a week", ["F6"]), ("once a month", ["F6"]), ("3 / min", [])]
)
def test_how_often_a_week_says_that_the_hours_beside_it_are_not_of_every_day(often, told):
    assert [p.cell for p in reading_of("0:30", often).problems if p.code == "not-every-day"] == told


@pytest.mark.parametrize("behind", [("1 hr per week",), ("6 h x 3 days",), ("3 h a week", "10 kg")])
def test_what_stands_behind_a_name_is_not_the_time_of_the_job(behind):
    rows = (
        ("Job title", "Luthier"),
        ("Bandsaw", *behind),
        (),
        HEAD,
        ("Planing", "Push", "Right", 40, "2 h", None),
    )
    reading = read_sheets([Sheet("Job", tuple((*r, *[None] * (6 - len(r))) for r in rows))])
    shift = reading.profiles[0].shift
    assert (shift.hours_per_day, shift.days_per_week) == (None, None)
    assert not any(p.code == "shift-derived" for p in reading.problems)


def test_hours_of_a_week_behind_words_for_working_time_are_the_job_s():
    rows = (("Job title", "Luthier"), ("Full time", "36 h per week"), ("Days per week", 4), (), HEAD)
    rows = (*rows, ("Planing", "Push", "Right", 40, "2 h", None))
    reading = read_sheets([Sheet("Job", tuple((*r, *[None] * (6 - len(r))) for r in rows))])
    assert reading.profiles[0].shift.hours_per_day == 9


def test_hours_of_a_week_in_their_own_column_are_spread_and_it_is_said():
    head = ("Task", "Demand", "Hand", "Force (N)", "Hours per week")
    rows = (*LETTERHEAD, (), head, ("Bandsaw", "Push", "Right", 60, 8), ("Planing", "Push", "Right", 40, 12))
    reading = read_sheets([Sheet("Job", tuple((*r, *[None] * (5 - len(r))) for r in rows))])
    assert [t.hours_per_day for t in reading.profiles[0].tasks] == [2, 3]
    assert [p.cell for p in reading.problems if p.code == "task-hours-spread"] == ["E6"]


def test_what_is_found_is_what_stands_in_the_cell_not_what_was_answered():
    answers = Answers(meant=(("Job!F6", "once"),))
    about = [p for p in reading_of("0:30", "2x a week", answers).problems if p.cell == "F6"]
    assert {p.code for p in about} >= {"text-in-number", "read-as-meant"}
    assert {p.found for p in about} == {"2x a week"}
