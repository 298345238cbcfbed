from datetime import date

import pytest

from rtw.web.paging import page_of
from rtw.web.wording import day, number, short_day, since


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (None, 1, "–"),
        (0.0, 1, "0"),
        (2.50, 1, "2.5"),
        (100.0, 0, "100"),
        (3.14159, 2, "3.14"),
        (10.0, 1, "10"),
    ],
)
def test_a_number_is_written_without_needless_zeros(value: float | None, digits: int, shown: str) -> None:
    assert number(value, digits) == shown


def test_a_missing_date_is_a_dash() -> None:
    assert (day(None), short_day(None)) == ("–", "–")
    assert day(date(2026, 3, 9)) == "9 March 2026"


@pytest.mark.parametrize(
    ("then", "shown"),
    [
        (date(2026, 3, 10), "today"),
        (date(2026, 3, 9), "today"),
        (date(2026, 3, 8), "yesterday"),
        (date(2026, 3, 1), "8 days"),
        (date(2026, 1, 9), "8 weeks"),
    ],
)
def test_how_long_ago_reads_as_people_say_it(then: date, shown: str) -> None:
    assert since(then, date(2026, 3, 9)) == shown


@pytest.mark.parametrize(("asked", "number_of_page"), [(1, 1), (3, 3), (99, 3), (-1, 1)])
def test_a_page_out_of_range_is_the_nearest(asked: int, number_of_page: int) -> None:
    page = page_of(tuple(range(60)), asked)
    assert page.number == number_of_page
    assert page.pages == 3
    assert page.total == 60


def test_pages_hold_every_row_once() -> None:
    rows = tuple(range(60))
    assert sum((page_of(rows, n).rows for n in (1, 2, 3)), ()) == rows
    assert page_of((), 1).pages == 1
