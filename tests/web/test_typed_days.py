"""Days as people type them: read where they can be but one day, asked back where not."""

from datetime import date

import pytest

from rtw.web.typed_days import typed_day, typed_days

CHRISTMAS = date(2026, 12, 25)


@pytest.mark.parametrize(
    "written",
    [
        "2026-12-25",
        " 2026-12-25 ",
        "2026/12/25",
        "25.12.2026",
        "25. 12. 2026",
        "25/12/2026",
        "25-12-2026",
        "12/25/2026",  # no month has the number 25
        "25 Dec 2026",
        "25. December 2026",
        "25th dec 2026",
        "Dec 25, 2026",
        "December 25 2026",
    ],
)
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert typed_day(written) == CHRISTMAS


def test_holidays_are_read_together_however_each_is_written() -> None:
    new_year = date(2027, 1, 1)
    assert typed_days("25.12.2026, 1 Jan 2027") == (CHRISTMAS, new_year)
    assert typed_days("Jan 1, 2027; 2026-12-25") == (CHRISTMAS, new_year)
    assert typed_days("2026-12-25 2027-01-01") == (CHRISTMAS, new_year)
    assert typed_days("1/1/2027 and 25 Dec 2026") == (CHRISTMAS, new_year)
    assert typed_days("") == ()


@pytest.mark.parametrize("written", ["03/04/2026", "3.4.2026", "03-04-2026"])
def test_what_may_be_two_days_is_asked_back(written: str) -> None:
    with pytest.raises(ValueError, match="may be 3 April 2026 or 4 March 2026"):
        typed_day(written)


@pytest.mark.parametrize(
    "written",
    [
        "31.02.2026",
        "25.12.26",
        "December 2026",
        "25 Foo 2026",
        "2026-13-25",
        "Christmas",
        "125.12.2026",
    ],
)
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match=r"is no day of the calendar|is not a day"):
        typed_day(written)


def test_one_day_is_asked_for_where_one_belongs() -> None:
    with pytest.raises(ValueError, match="is not one day"):
        typed_day("25.12.2026, 1 Jan 2027")
