"""Dates and times of a case file that cross each other, lie where no calendar goes, or have not come yet."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any, Final

from job_profiles.problem import Problem, Severity
from rtw.services.case_file.bounds import LIMITS
from rtw.services.case_file.places import clock, day, error, number, places

FIRST_YEAR: Final = 1900
"""A workbook's calendar begins here: an earlier day cannot be written into one."""
LAST_YEAR: Final = 2199

_IN_ORDER: Final = (
    *((pattern, "since", "until") for pattern in LIMITS),
    ("wishes.hours_limits.*", "since", "until"),
    ("treatment_times.*", "since", "until"),
    ("consents.*", "given_on", "until"),
    ("operations.*", "on", "strength_test_from"),
    ("assessments.*.carried_over.*", "measured_on", "until"),
    ("expected_full_duty", "0", "1"),
)
"""Pairs of days of which the second is never before the first."""

_NOT_AHEAD: Final = (
    ("patient.born", "nobody is born after today"),
    ("wishes.openings.*.opened.on", "a reassessment is signed on the day it is done, not ahead of it"),
    ("physician_approval.approved_on", "an approval is given on a day that has come"),
)
"""Days that must have come: a gate opens by what was signed, never by what is expected."""


def crossed_dates(data: dict[str, Any]) -> Iterator[Problem]:
    """Name what ends before it begins, and days outside the calendar."""
    yield from _outside(data, "")
    for pattern, first, last in _IN_ORDER:
        for path, pair in places(data, pattern):
            begins, ends = (day(_at(pair, key)) for key in (first, last))
            if begins is not None and ends is not None and ends < begins:
                before = f"{'the first' if first.isdigit() else first} ({begins.isoformat()})"
                yield _crossed(f"{path}.{last}", ends.isoformat(), before)
    yield from _crossed_weeks(data)
    yield from _crossed_times(data)


def dates_ahead(data: dict[str, Any], today: date) -> Iterator[Problem]:
    """Name what is dated after today and cannot be; a visit to come is told, and does not count."""
    for pattern, why in _NOT_AHEAD:
        for path, value in places(data, pattern):
            found = day(value)
            if found is not None and found > today:
                yield error("not-come-yet", path, found.isoformat(), why, "Correct the day.")
    for path, value in places(data, "assessments.*.on"):
        found = day(value)
        if found is not None and found > today:
            message = f"{path}: this visit lies after {today.isoformat()}: it does not count"
            advice = "Correct the day, or plan as of a later one."
            yield Problem(Severity.WARNING, "visit-ahead", message, advice, None, path, found.isoformat())


def _at(pair: object, key: str) -> object:
    return next((value for _, value in places(pair, key)), None)


def _crossed(path: str, found: str, first: str) -> Problem:
    message, advice = f"it lies before {first}", "Correct one of the two."
    return error("crossed", path, found, message, advice)


def _outside(data: object, path: str) -> Iterator[Problem]:
    if isinstance(data, dict | list):
        entries = data.items() if isinstance(data, dict) else enumerate(data)
        for key, value in entries:
            yield from _outside(value, f"{path}.{key}" if path else str(key))
        return
    found = day(data)
    if found is not None and not FIRST_YEAR <= found.year <= LAST_YEAR:
        words = f"dates run from {FIRST_YEAR} to {LAST_YEAR}"
        yield error("date-out-of-range", path, found.isoformat(), words, "Correct the year.")


def _crossed_weeks(data: dict[str, Any]) -> Iterator[Problem]:
    for path, rule in places(data, "wishes.rests.*"):
        first, last = (number(_at(rule, key)) for key in ("first", "last"))
        if first is not None and last is not None and last < first:
            yield _crossed(f"{path}.last", f"{last:g}", f"first ({first:g})")


def _crossed_times(data: dict[str, Any]) -> Iterator[Problem]:
    for path, treatment in places(data, "treatment_times.*"):
        times = {key: clock(_at(treatment, key)) for key in ("starts", "ends")}
        for key in (key for key, found in times.items() if found is not None and found.tzinfo is not None):
            message, advice = "a time of day at the clinic has no time zone", "Leave the zone out."
            yield error("time-zone", f"{path}.{key}", str(_at(treatment, key)), message, advice)
        starts, ends = (_plain(times[key]) for key in ("starts", "ends"))
        if starts is not None and ends is not None and ends <= starts:
            message, advice = f"it is not after starts ({starts:%H:%M})", "Correct one of the two."
            yield error("crossed", f"{path}.ends", f"{ends:%H:%M}", message, advice)


def _plain(found: time | None) -> time | None:
    return None if found is None else found.replace(tzinfo=None)
