"""Calendars: stable identities, rising sequence, proper dates and folding, and no word on why."""

from dataclasses import replace
from datetime import date

import pytest
from opened import events

from bench.sample_release import REVIEW, TODAY, sample_report
from reports.calendar_file import Reader, calendar_file

READERS = list(Reader)


@pytest.mark.parametrize("reader", READERS)
def test_it_holds_weeks_times_away_and_the_review(reader: Reader) -> None:
    found = events(calendar_file(sample_report(4), reader, TODAY))
    assert len(found) == 4 + 1 + 1
    assert found[0].decoded("dtstart") == date(2026, 11, 23)
    assert found[0].decoded("dtend") == date(2026, 11, 28)
    assert found[-1].decoded("dtstart") == REVIEW
    away = found[-2]
    assert away.decoded("dtstart").isoformat() == "2026-11-25T14:00:00"
    assert away["rrule"]["UNTIL"][0].isoformat() == "2027-01-13T23:59:59"


def test_a_new_version_replaces_the_old_one() -> None:
    old, new = sample_report(4), replace(sample_report(4), version=4)
    before, after = (events(calendar_file(r, Reader.EMPLOYER, TODAY)) for r in (old, new))
    assert [e["uid"] for e in before] == [e["uid"] for e in after]
    assert {e["sequence"] for e in before} == {3}
    assert {e["sequence"] for e in after} == {4}


def test_identities_differ_within_a_file_and_between_readers() -> None:
    uids = [e["uid"] for r in READERS for e in events(calendar_file(sample_report(6), r, TODAY))]
    assert len(set(uids)) == len(uids)


def test_the_stamp_is_the_day_given_and_bytes_repeat() -> None:
    one = calendar_file(sample_report(4), Reader.EMPLOYER, TODAY)
    assert one == calendar_file(sample_report(4), Reader.EMPLOYER, TODAY)
    assert all(e.decoded("dtstamp").date() == TODAY for e in events(one))


def test_lines_end_and_fold_as_the_standard_says() -> None:
    lines = calendar_file(sample_report(8), Reader.EMPLOYER, TODAY).split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not any(b"\n" in line for line in lines)


def test_a_draft_is_tentative_and_says_so() -> None:
    draft = events(calendar_file(sample_report(4, released=False), Reader.EMPLOYER, TODAY))
    assert {e["status"] for e in draft} == {"TENTATIVE"}
    assert all(e["summary"].startswith("DRAFT, ") for e in draft)


def test_the_employer_is_not_told_what_a_time_away_is_for() -> None:
    text = calendar_file(sample_report(8), Reader.EMPLOYER, TODAY).decode().lower()
    for word in ("therapy", "treatment", "appointment", "clinic", "hand", "exercise"):
        assert word not in text


@pytest.mark.parametrize("reader", READERS)
def test_a_week_with_a_forecast_in_it_is_tentative(reader: Reader) -> None:
    report = sample_report(8)
    weeks = events(calendar_file(report, reader, TODAY))[:8]
    firm = [max(day.on for day in week.days if day.tasks) <= REVIEW for week in report.weeks]
    assert [event["status"] for event in weeks] == ["CONFIRMED" if one else "TENTATIVE" for one in firm]
    assert len(set(firm)) == 2
