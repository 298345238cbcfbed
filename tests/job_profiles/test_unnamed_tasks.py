"""Names of tasks under a heading that nobody knows are kept, and it is said that they were taken so."""

from job_profiles.answers import Answers
from job_profiles.grid.cells import Sheet
from job_profiles.read import read_sheets

ROWS = (
    ("Zorgwerk", "Demand", "Hand", "Force (N)", "Efforts per minute"),
    ("Cut hair", "Key pinch", "R", 15, 30),
    (None, "Tip pinch", "L", 4, 10),
    ("Blow dry", "Power grip", "R", 22, 2),
)


def test_they_are_the_tasks():
    reading = read_sheets([Sheet("Job", ROWS)])
    assert [(t.name, len(t.demands)) for t in reading.profiles[0].tasks] == [("Cut hair", 2), ("Blow dry", 1)]
    (said,) = (p for p in reading.problems if p.code == "taken-as-task")
    assert (said.cell, said.found, said.asks) == ("A1", "Zorgwerk", "columns/Job!A")


def test_an_answer_says_otherwise():
    reading = read_sheets([Sheet("Job", ROWS)], Answers(columns=(("Job!A", "remark"),)))
    assert [t.name for t in reading.profiles[0].tasks] == ["Whole job"]
    assert "taken-as-task" not in {p.code for p in reading.problems}


def test_sections_of_a_form_are_no_tasks():
    rows = tuple(
        (name, *row[1:]) for name, row in zip(("Zorg", "Strength", "Hands", "Posture"), ROWS, strict=True)
    )
    reading = read_sheets([Sheet("Job", rows)])
    assert [t.name for t in reading.profiles[0].tasks] == ["Whole job"]
