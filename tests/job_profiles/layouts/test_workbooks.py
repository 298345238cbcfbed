"""Workbooks of many trades and layouts, read as a careful person reads them: each entry of `workbooks/`."""

import pytest
from workbook_law import digest, findings, misquoted, questions, scales, settled, unasked, unreported
from workbook_notation import Workbook, workbooks

from job_profiles.answers import Answers
from job_profiles.read import read_sheets

WORKBOOKS = workbooks()


@pytest.mark.parametrize("workbook", WORKBOOKS.values(), ids=WORKBOOKS)
def test_it_is_read_as_a_careful_person_reads_it(workbook: Workbook) -> None:
    reading = workbook.reading()
    assert reading.readable
    got = digest(reading)
    assert got == settled(workbook.read, got)
    assert findings(reading) == workbook.found
    assert questions(reading) == workbook.asked
    assert workbook.scale is None or scales(reading) == {workbook.scale}
    assert unasked(workbook, reading) == []
    assert unreported(workbook, reading) == []
    assert misquoted(workbook, reading) == []


def test_an_answer_about_a_row_of_a_sheet_with_tasks_across_is_taken() -> None:
    sheets = WORKBOOKS["trades/line_cook"].sheets
    (asked,) = {p.asks for p in read_sheets(sheets).problems if p.code == "unjoined-column"}
    answered = read_sheets(sheets, Answers(columns=((asked.removeprefix("columns/"), "Grips per minute"),)))
    assert "unjoined-column" not in {p.code for p in answered.problems}
    rates = [d.efforts_per_minute for d in answered.profiles[0].tasks[0].demands]
    assert rates == [40, None]


def test_hours_of_a_week_become_hours_of_a_day_once_the_days_are_given() -> None:
    sheets = WORKBOOKS["trades_unread_before/ward"].sheets
    assert "days-unknown" in {p.code for p in read_sheets(sheets).problems}
    answered = read_sheets(sheets, Answers(days_per_week=3))
    assert "days-unknown" not in {p.code for p in answered.problems}
    hours = [task.hours_per_day for task in answered.profiles[0].tasks]
    assert hours == pytest.approx([2, 10 / 3, 8 / 3])


def test_ditto_marks_are_told() -> None:
    sheets = WORKBOOKS["trades_unread_before/fruit_picker"].sheets
    told = [p for p in read_sheets(sheets).problems if p.code == "ditto-read"]
    assert [(p.cell, p.found) for p in told] == [("A8", "Pick apples")]
