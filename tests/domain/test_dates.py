"""Days as people read them."""

import pytest

from rtw.domain.dates import time_in_words, with_days_in_words


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("2026-11-21", "21 Nov 2026"),
        ("from 2026-01-02 to 2026-11-21.", "from 2 Jan 2026 to 21 Nov 2026."),
        ("{'on': '2026-01-02'}", "{'on': '2 Jan 2026'}"),
        ("2026-13-01", "2026-13-01"),
        ("order 12026-11-21", "order 12026-11-21"),
        ("2026-11-21-7", "2026-11-21-7"),
        ("no day", "no day"),
    ],
)
def test_only_days_are_written_in_words(kept: str, read: str) -> None:
    assert with_days_in_words(kept) == read


@pytest.mark.parametrize(
    ("hours", "words"),
    [(2.4, "2.4 h"), (1 / 6, "10 min"), (0.17, "0.17 h"), (0.5, "0.5 h"), (1.125, "1.12 h"), (0.0, "0 h")],
)
def test_a_time_below_an_hour_is_in_minutes_where_hundredths_do_not_say_it(hours: float, words: str) -> None:
    assert time_in_words(hours) == words
