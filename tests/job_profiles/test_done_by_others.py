"""What animals, machines and loads do is no demand of the job, nor is what a sheet says is not done."""

import pytest

from job_profiles.answers import Answers
from job_profiles.grid.cells import Sheet
from job_profiles.read import read_sheets


def reading_of(remark, answers=None):
    rows = (
        ("Job title", "Handler", None),
        ("Shift", "8 h", None),
        (None, None, None),
        ("Task", "Remarks", "Hours"),
        ("Feed the stock", remark, 2),
        ("Fetch bales", "Lifting 20 kg", 1),
    )
    return read_sheets([Sheet("Job", rows)], *([answers] if answers else []))


def kinds(reading):
    return [
        d.kind.value
        for task in reading.profiles[0].tasks
        for d in task.demands
        if task.name == "Feed the stock"
    ]


@pytest.mark.parametrize(
    "remark",
    ["animal may pull", "cheval peut tirer", "customers push and pull the door", "machine lifts the load",
     "crane lifts", "robot carries the boxes", "forklift carries"],
)  # fmt: skip
def test_what_something_else_does_is_told_and_not_read(remark):
    reading = reading_of(remark)
    assert kinds(reading) == []
    assert [(p.cell, p.found) for p in reading.problems if p.code == "done-by-others"] == [("B5", remark)]


@pytest.mark.parametrize("remark", ["no lifting", "kein Heben", "load may push back", "pas de levage"])
def test_what_is_not_done_is_not_read(remark):
    assert kinds(reading_of(remark)) == []


@pytest.mark.parametrize(
    ("remark", "kind"),
    [("pulling hose", "pulling"), ("Worker pushes carts", "pushing"), ("cart pulling", "pulling"),
     ("team lifts", "lifting"), ("pulling animal", "pulling"), ("heavy lifting", "lifting"),
     ("pulls the lead", "pulling")],
)  # fmt: skip
def test_what_the_worker_does_is_read(remark, kind):
    assert kinds(reading_of(remark)) == [kind]


def test_the_answer_that_it_is_a_demand_counts():
    answered = reading_of("animal may pull", Answers(kinds=(("animal may pull", "pulling"),)))
    assert kinds(answered) == ["pulling"]


@pytest.mark.parametrize("remark", ["employee may lift 20 lb", "no heavy lifting; pushing carts"])
def test_what_was_not_understood_is_told(remark):
    reading = reading_of(remark)
    assert kinds(reading) == []
    assert [p.cell for p in reading.problems if p.code == "remark-not-read"] == ["B5"]


def test_a_remark_gives_the_amount_of_the_demand_that_its_task_names():
    rows = (("Task", "Remarks", "Hours"), ("Lift bales", "Lifting 20 kg", 1), ("Grip bales", "Power grip", 1))
    reading = read_sheets([Sheet("Job", rows)])
    assert reading.profiles[0].tasks[0].demands[0].load_kg == 20


def test_a_label_that_denies_its_demand_is_no_demand():
    rows = (
        ("Task", "Demand", "Force"),
        ("Pack", "Power grip", "20 N"),
        ("Seal", "No lifting", None),
        ("Tie", "No. 3 lifting", None),
    )
    reading = read_sheets([Sheet("Job", rows)])
    assert [d.kind.value for task in reading.profiles[0].tasks for d in task.demands] == [
        "power_grip",
        "lifting",
    ]
    assert [p.cell for p in reading.problems if p.code == "demand-denied"] == ["B3"]
