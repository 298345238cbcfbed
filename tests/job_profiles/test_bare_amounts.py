"""Amounts in a table of tasks that names no demand: words tell the kind, else a person is asked."""

import pytest

from job_profiles.answers import Answers
from job_profiles.grid.cells import Sheet
from job_profiles.problem import Severity
from job_profiles.read import Reading, read_sheets

PLAIN = ("The work", "Time on it in a day", "Hand", "How heavy / how hard", "How often", "With what")


def reading_of(*rows, answers=None) -> Reading:
    width = max(len(row) for row in rows)
    sheet = Sheet("Job", tuple((*row, *[None] * (width - len(row))) for row in rows))
    return read_sheets([sheet], answers or Answers())


def demands(reading):
    return [
        (d.cell, d.kind.value, d.force_n and round(d.force_n), d.load_kg and round(d.load_kg, 1))
        for p in reading.profiles
        for t in p.tasks
        for d in t.demands
    ]


def asked(reading):
    return [p.asks for p in reading.problems if p.severity is Severity.QUESTION and "kind" in p.code]


def test_plain_headings_and_kinds_in_the_cells():
    reading = reading_of(
        PLAIN,
        ("Carving", "1 h", "R", "push abt 6 kg", "30 strokes/min", "spokeshave"),
        ("Glueing up", "0:40", "both", "pinch 4-5 kg", "32 clamps a day", "spool clamps"),
        ("Fretting", "30 min", "R", "20 lb grip", "22 per min", "hammer"),
        ("Sawing", "10 min", "both", "feed push 10kg (22 lb)", None, None),
    )
    assert demands(reading) == [
        ("D2", "pushing", 59, None), ("D3", "key_pinch", 49, None),
        ("D4", "power_grip", 89, None), ("D5", "pushing", 98, None),
    ]  # fmt: skip
    tasks = reading.profiles[0].tasks
    assert [round(t.hours_per_day or 0, 3) for t in tasks] == [1, 0.667, 0.5, 0.167]
    assert [d.efforts_per_minute for t in tasks for d in t.demands][::2] == [30, 22]
    assert not [p for p in reading.problems if p.severity is Severity.ERROR]


@pytest.mark.parametrize(
    "headings",
    [
        ("Die Arbeit", "Zeit am Tag", "Hand", "Wie schwer / wie fest", "Wie oft"),
        ("Le travail", "Combien de temps par jour", "Main", "Quel poids / quelle force", "Combien de fois"),
        ("El trabajo", "Cuánto tiempo al día", "Mano", "Cuánto pesa / cuánta fuerza", "Cuántas veces"),
    ],
)  # fmt: skip
def test_plain_headings_of_other_languages(headings):
    reading = reading_of(
        headings, ("A", "1 h", "R", "grip 20 N", "3/min"), ("C", "2 h", "L", "lift 4 kg", "2/min")
    )
    assert demands(reading) == [("D2", "power_grip", 20, None), ("D3", "lifting", None, 4.0)]
    assert [t.hours_per_day for t in reading.profiles[0].tasks] == [1, 2]
    assert [d.efforts_per_minute for t in reading.profiles[0].tasks for d in t.demands] == [3, 2]


def test_the_heading_or_the_task_names_the_kind():
    by_heading = reading_of(
        ("Task", "Hours per day", "Weight lifted"), ("Pack", 2, "8 kg"), ("Load", 3, "9 kg")
    )
    assert demands(by_heading) == [("C2", "lifting", None, 8.0), ("C3", "lifting", None, 9.0)]
    by_task = reading_of(
        ("Task", "Hours per day", "Weight"), ("Pack", 2, "8 kg"), ("Carry trays to the van", 3, "9 kg")
    )
    assert demands(by_task) == [("C3", "carrying", None, 9.0)]
    assert [p.cell for p in by_task.problems if p.code == "kind-of-task"] == ["C3"]
    assert asked(by_task) == ["kinds/Job!C2"]


def test_a_task_whose_kind_the_amount_cannot_be_of_is_asked():
    reading = reading_of(
        ("Task", "Hours per day", "Force"), ("Wrist flexion at the bench", 2, "20 N"), ("Pack", 2, "5 N grip")
    )
    assert demands(reading) == [("C3", "power_grip", 5, None)]
    assert asked(reading) == ["kinds/Job!C2"]


def test_an_amount_of_no_named_kind_is_asked_at_its_cell_and_the_answer_counts():
    rows = (
        PLAIN,
        ("Planing tops", "45 min", "both", "20 lb", "6/min", None),
        ("Fretting", "1 h", "R", "grip 5 kg", None, None),
    )
    reading = reading_of(*rows)
    (question,) = [p for p in reading.problems if p.code == "kind-of-amount-question"]
    assert (question.cell, question.asks) == ("D2", "kinds/Job!D2")
    assert "“20 lb” at D2 of Planing tops" in question.message
    assert [p.cell for p in reading.problems if p.code == "count-without-demand"] == ["E2"]
    answered = reading_of(*rows, answers=Answers(kinds=(("Job!D2", "pushing"),)))
    assert demands(answered)[0] == ("D2", "pushing", 89, None)
    assert answered.profiles[0].tasks[0].demands[0].efforts_per_minute == 6
    assert asked(answered) == []


def test_a_column_of_which_no_row_names_a_kind_is_asked_once_and_the_answer_counts():
    rows = (
        ("Task", "Hours per day", "Force (N)", "Times per hour"),
        ("Fill", 3, 40, 60),
        ("Tape", 2, 30, 120),
    )
    reading = reading_of(*rows)
    assert not reading.profiles
    (question,) = [p for p in reading.problems if p.severity is Severity.QUESTION]
    assert (question.code, question.cell, question.asks) == (
        "amounts-of-what-question",
        "C1",
        "columns/Job!C",
    )
    answered = reading_of(*rows, answers=Answers(columns=(("Job!C", "Power grip"),)))
    assert demands(answered) == [("C2", "power_grip", 40, None), ("C3", "power_grip", 30, None)]
    assert [d.efforts_per_minute for t in answered.profiles[0].tasks for d in t.demands] == [1, 2]


def test_vibration_and_tools_in_a_table_of_tasks_name_their_demand():
    reading = reading_of(
        ("Task", "Hours per day", "Vibration level (m/s²)"), ("Sand", 1, 4.5), ("Rout", 2, 3)
    )
    assert demands(reading) == [
        ("C2", "hand_arm_vibration", None, None),
        ("C3", "hand_arm_vibration", None, None),
    ]
    reading = reading_of(("Task", "Hours per day", "Tool weight (kg)"), ("Sand", 1, 2), ("Rout", 2, 3))
    assert demands(reading) == [("C2", "tool_use", None, 2.0), ("C3", "tool_use", None, 3.0)]


def test_two_amounts_of_a_row_are_two_demands_and_neither_takes_how_often():
    reading = reading_of(
        ("Task", "Hours per day", "Force", "Weight", "How often"),
        ("Pack", 2, "5 N grip", "3 kg lift", "6/min"),
    )
    assert demands(reading) == [("C2", "power_grip", 5, None), ("D2", "lifting", None, 3.0)]
    assert [p.cell for p in reading.problems if p.code == "count-without-demand"] == ["E2"]


def test_words_that_name_nothing_are_told_at_their_cell():
    reading = reading_of(
        PLAIN, ("Polish", "1 h", "R", "light", None, None), ("Fret", "1 h", "R", "grip 5 kg", None, None)
    )
    assert [(p.code, p.cell) for p in reading.problems if p.severity is Severity.ERROR] == [
        ("text-in-number", "D2")
    ]


def test_texts_under_an_unknown_heading_beside_bare_amounts_are_the_tasks():
    reading = reading_of(("Zorgel", "Force", "Hand"), ("Fill", "5 N grip", "R"), ("Tape", "6 N pinch", "R"))
    assert [t.name for t in reading.profiles[0].tasks] == ["Fill", "Tape"]
    assert [p.cell for p in reading.problems if p.code == "taken-as-task"] == ["A1"]


def test_a_task_beside_others_that_names_a_kind_makes_no_column_of_demands():
    reading = reading_of(("Task", "Hours per day", "Force (N)"), ("Fill", 3, 40), ("Push cart", 2, 30))
    assert [t.name for t in reading.profiles[0].tasks] == ["Fill", "Push cart"]
    assert demands(reading) == [("C3", "pushing", 30, None)]
    assert asked(reading) == ["kinds/Job!C2"]
