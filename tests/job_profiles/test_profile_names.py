"""A profile document needs a name for each task; an open kind in a letterhead takes its answer."""

import pytest

from job_profiles.answers import Answers
from job_profiles.grid.cells import Sheet
from job_profiles.profile_json import profile_from_json
from job_profiles.read import read_sheets


@pytest.mark.parametrize("name", ["", "   ", None, 7])
def test_a_task_without_a_name_is_told_at_its_place(name):
    _, problems = profile_from_json({"title": "Packer", "tasks": [{"name": name, "demands": []}]})
    assert [(p.cell, p.message) for p in problems] == [
        ("/tasks/0/name", "/tasks/0/name: a task needs a name")
    ]


@pytest.mark.parametrize(
    ("answers", "kind"),
    [(Answers(), "key_pinch"), (Answers(kinds=(("key_pinch", "tip_pinch"),)), "tip_pinch")],
)
def test_an_open_kind_in_the_letterhead_takes_its_answer(answers, kind):
    rows = (
        ("Job", "Packer", None),
        ("Pinch force (N):", 20, None),
        (None, None, None),
        ("Task", "Grip (N)", "Hours per day"),
        ("Fill", 40, 3),
    )
    reading = read_sheets([Sheet("Job", rows)], answers)
    kinds = [d.kind.value for p in reading.profiles for t in p.tasks for d in t.demands]
    assert kind in kinds
    asked = {p.asks for p in reading.problems if p.code == "which-kind"}
    assert asked == (set() if answers.kinds else {"kinds/key_pinch"})
