"""A break that is unpaid and within the times of the clock is no work."""

import pytest

from job_profiles.working_pattern import break_within, clock_hours, days_stated, hours_stated, worked


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("09:00 - 17:30, 1 h unpaid lunch", 7.5),
        ("06:00-14:30, 30 min unpaid break", 8),
        ("07:00-15:30 (lunch 45 min unpaid)", 7.75),
        ("09:00-17:30, unpaid lunch of 1 hour", 7.5),
        ("8:00-16:30 Uhr, 0,5 Std unbezahlte Pause", 8),
        ("09:00 - 17:30, 30 min paid break", 8.5),
        ("7:30am to 4:00pm, 1/2 hr unpaid lunch", 8),
        ("22:00 - 06:00", 8),
    ],
)
def test_what_is_worked_of_a_shift(text: str, hours: float) -> None:
    stated = clock_hours(text)
    assert stated is not None
    assert worked(stated, text) == pytest.approx(hours)


def test_what_comes_on_top_is_no_break_within() -> None:
    assert break_within("8 h plus 30 min break") is None


@pytest.mark.parametrize(
    ("text", "hours", "days"),
    [
        ("8h x 5d", 8, 5),
        ("4 days x 9 h", 9, 4),
        ("7h30 par jour, 5 j/sem", 7.5, 5),
        ("Tue-Sat", None, 5),
        ("6-Tage-Woche", None, 6),
        ("5/7", None, 5),
        ("Lifting up to 2 h", None, None),
    ],
)
def test_hours_and_days_in_one_breath(text: str, hours: float | None, days: float | None) -> None:
    assert (hours_stated(text), days_stated(text)) == (hours, days)
