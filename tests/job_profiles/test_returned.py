"""Answers an employer writes into the list of a corrected workbook, found again row by row."""

import io
from datetime import time

import openpyxl
import pytest

from job_profiles.answers import Answers
from job_profiles.corrected import corrected_workbook
from job_profiles.correction.returned import asked_by, written_beside
from job_profiles.guarded import read_guarded
from job_profiles.kinds import DemandKind, Hand

SHEET = b"""Job title,Packer,,,,,
Shift,8 h,,,,,
Task,Demand,Hand,Amount,Unit,Frequency,How known
Pack,Power grip,Right,20,N,O,
Tape,Key pinch,,8,N,F,
Lift,Lifting,both,10,lb,C,
Load,Power grip,Left,5,furlong,O,
"""


def returned(answers: dict[str, object], data: bytes = SHEET, name: str = "sheet.csv") -> tuple[bytes, str]:
    """Mark a sheet, and fill the answer box of each row whose words begin with a key."""
    marked, filename = corrected_workbook(data, name, read_guarded(data, name).problems)
    book = openpyxl.load_workbook(io.BytesIO(marked))
    page, left = book["Corrections"], dict(answers)
    for row in range(5, page.max_row + 1):
        begins = next((key for key in left if str(page.cell(row, 5).value).startswith(key)), None)
        if begins is not None:
            page.cell(row, 7).value = left.pop(begins)
    assert left == {}
    target = io.BytesIO()
    book.save(target)
    return target.getvalue(), filename


def test_every_box_finds_what_its_row_asks() -> None:
    data, name = returned({"Which frequency scheme": "us_dot", "Pack, hours": 2.5, "Tape, hours": "3 h"})
    asked = asked_by(read_guarded(data, name).problems)
    found = {box.text: asked[box.place] for box in written_beside(data, name)}
    assert found["us_dot"].problem.asks == "frequency_scale"
    pack, tape = found["2.5"].field, found["3 h"].field
    assert pack is not None
    assert tape is not None
    assert (pack.asks, tape.asks) == ("task_hours/Packer › Pack", "task_hours/Packer › Tape")


def test_a_row_of_an_error_asks_what_was_meant() -> None:
    data, name = returned({"The unit “furlong”": "N"})
    (box,) = written_beside(data, name)
    asked = asked_by(read_guarded(data, name).problems)[box.place]
    assert asked.problem.asks == "units/furlong power_grip"


def test_a_row_of_hours_of_a_week_asks_on_which_days() -> None:
    sheet = b"Task,Demand,Hand,Force (N),Hours\nSaw,Push,Right,60,1 hr per week\n"
    data, name = returned({"1 h a week": "on 2 days"}, sheet)
    (box,) = written_beside(data, name)
    asked = asked_by(read_guarded(data, name).problems)[box.place].problem
    assert asked.asks is not None
    assert asked.asks.startswith("meant/")
    assert next(c.value for c in asked.choices if c.label.startswith(box.text)) == "30 min"


def test_a_question_is_found_again_where_its_cell_was_put_right_too() -> None:
    sheet = SHEET.replace(b"Tape,Key pinch,,", b"Tape,Key pinch,Both,")
    data, name = returned({"Key pinch with both hands": "on each hand"}, sheet)
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.worksheets[1]["D5"].value = 9
    target = io.BytesIO()
    book.save(target)
    (box,) = written_beside(target.getvalue(), name)
    asked = asked_by(read_guarded(target.getvalue(), name).problems)
    assert asked[box.place].problem.asks == "hands/key_pinch"


def test_a_row_that_only_leads_to_its_parts_asks_nothing() -> None:
    data, name = returned({"How long does each task": "2"})
    (box,) = written_beside(data, name)
    assert box.place not in asked_by(read_guarded(data, name).problems)


def test_a_corrected_cell_takes_its_question_away() -> None:
    data, name = returned({"The unit “furlong”": "N"})
    book = openpyxl.load_workbook(io.BytesIO(data))
    book.worksheets[1]["E7"].value = "N"
    target = io.BytesIO()
    book.save(target)
    (box,) = written_beside(target.getvalue(), name)
    assert box.place not in asked_by(read_guarded(target.getvalue(), name).problems)


@pytest.mark.parametrize(
    ("value", "text"), [(2.5, "2.5"), (3, "3"), (" 7:30 ", "7:30"), (time(2, 30), "02:30")]
)
def test_a_box_reads_as_a_person_sees_it(value: object, text: str) -> None:
    data, name = returned({"Pack, hours": value})
    assert [box.text for box in written_beside(data, name)] == [text]


def test_a_file_without_a_list_has_no_answers() -> None:
    assert written_beside(SHEET, "sheet.csv") == ()
    assert written_beside(b"", "sheet.xlsx") == ()
    assert written_beside(b"PK\x03\x04 broken", "sheet.xlsx") == ()


def test_the_answer_which_demand_an_amount_is_finds_its_row_and_names_the_demand() -> None:
    sheet = SHEET.replace(b"Tape,Key pinch,,", b"Tape,,Right,")
    data, name = returned({"The row has an amount but names no demand": "palmar pinch"}, sheet)
    (box,) = written_beside(data, name)
    reading = read_guarded(data, name)
    asked = asked_by(reading.problems)[box.place]
    (question,) = (p for p in reading.problems if p.code == "demand-missing-question")
    assert asked.problem == question
    assert question.cell == "B5"
    answered = read_guarded(
        data, name, Answers(kinds=((str(question.asks).removeprefix("kinds/"), "palmar_pinch"),))
    )
    tape = next(t for t in answered.profiles[0].tasks if t.name == "Tape")
    assert [(d.kind, d.hand, d.force_n, d.given) for d in tape.demands] == [
        (DemandKind.PALMAR_PINCH, Hand.RIGHT, 8, ("kind",))
    ]
    assert not [p for p in answered.problems if p.code.startswith("demand-missing")]
