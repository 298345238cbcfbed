"""Sixteen workbooks of other trades and layouts, read as a careful person reads them."""

from collections.abc import Callable

import pytest
from trades import TRADES, line_cook
from trades_bad import BAD_TRADES
from trades_law import Trade, digest, findings, questions

from job_profiles.answers import Answers
from job_profiles.read import read_sheets


@pytest.mark.parametrize("make", [*TRADES, *BAD_TRADES], ids=lambda make: make.__name__)
def test_it_is_read_as_a_careful_person_reads_it(make: Callable[[], Trade]) -> None:
    trade = make()
    reading = read_sheets(trade.sheets)
    assert digest(reading) == trade.read
    assert findings(reading) == trade.found
    assert questions(reading) == trade.asked


def test_an_answer_about_a_row_of_a_sheet_with_tasks_across_is_taken() -> None:
    sheets = line_cook().sheets
    (asked,) = {p.asks for p in read_sheets(sheets).problems if p.code == "unknown-heading"}
    answered = read_sheets(sheets, Answers(columns=((asked.removeprefix("columns/"), "Grips per minute"),)))
    assert "unknown-heading" not in {p.code for p in answered.problems}
    rates = [d.efforts_per_minute for d in answered.profiles[0].tasks[0].demands]
    assert rates == [40, None]
