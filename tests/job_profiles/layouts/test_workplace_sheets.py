"""Sheets of employers, insurers and ergonomists, read line by line as a careful person reads them."""

from collections.abc import Callable

import pytest
from trades_law import Trade, digest, findings, questions
from workplace_crowded import SHEETS as CROWDED
from workplace_forms import SHEETS as FORMS
from workplace_tables import SHEETS as TABLES
from workplace_texts import CALL_TAKER, CALL_TAKER_READ, UPHOLSTERER, UPHOLSTERER_READ

from job_profiles.read import read_sheets, read_workbook


@pytest.mark.parametrize("make", [*FORMS, *TABLES, *CROWDED], ids=lambda make: make.__name__)
def test_it_is_read_line_by_line(make: Callable[[], Trade]) -> None:
    trade = make()
    reading = read_sheets(trade.sheets)
    assert digest(reading) == trade.read
    assert findings(reading) == trade.found
    assert questions(reading) == trade.asked


@pytest.mark.parametrize(
    ("data", "name", "read"),
    [(UPHOLSTERER, "stelle.csv", UPHOLSTERER_READ), (CALL_TAKER, "calls.txt", CALL_TAKER_READ)],
    ids=["upholsterer", "call_taker"],
)
def test_a_text_table_is_read_line_by_line(data: bytes, name: str, read: tuple[str, ...]) -> None:
    assert digest(read_workbook(data, name)) == read
