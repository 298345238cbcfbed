"""Wording: dates nobody misreads, amounts in two systems that never permit more, weeks as people say them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.sample_release import sample_report
from reports.enums import Activity, Hands
from reports.ladders import Ladder, Rung
from reports.limit_wording import restriction_text
from reports.types import ClosedTask, EmployersOwnWords
from reports.vague import vague_findings
from reports.wording import (
    closed_lines,
    day_text,
    due_text,
    file_stem,
    limit_text,
    minutes_text,
    standing_text,
    status_text,
    week_text,
    weekdays_text,
)


@pytest.mark.parametrize(
    ("rung", "text"),
    [
        (Rung(Ladder.LOAD_KG, 2.0), "At most 2 kg (4 lb)"),
        (Rung(Ladder.FORCE_N, 15.0), "At most 15 N (the weight of 1.5 kg)"),
        (Rung(Ladder.BOUT_MIN, 90.0), "At most 1 h 30 min at a stretch"),
        (Rung(Ladder.HOURS_PER_DAY, 4.5), "At most 4.5 h a day"),
        (Rung(Ladder.HOURS_PER_DAY, 0.5), "At most 0.5 h a day"),
        (Rung(Ladder.HOURS_PER_DAY, 0.25), "At most 15 min a day"),
        (Rung(Ladder.HOURS_PER_DAY, 0.0), "Not at all"),
        (Rung(Ladder.PERMITTED, 0.0), "Not at all"),
    ],
)
def test_limits(rung: Rung, text: str) -> None:
    assert limit_text(rung) == text


@given(st.sampled_from(Ladder.LOAD_KG.rungs[1:]))
def test_pounds_never_permit_more_than_kilograms(kg: float) -> None:
    pounds = int(limit_text(Rung(Ladder.LOAD_KG, kg)).split("(")[1].split()[0])
    assert pounds * 0.45359237 <= kg


@pytest.mark.parametrize("ladder", Ladder)
def test_every_rung_of_every_ladder_can_be_said_without_vague_words(ladder: Ladder) -> None:
    for value in ladder.rungs:
        assert not vague_findings(limit_text(Rung(ladder, value)))


@pytest.mark.parametrize("label", [x.label for kind in (Activity, Hands) for x in kind])
def test_labels_are_plain(label: str) -> None:
    assert label[0].isupper()
    assert not vague_findings(label)


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ([0, 1, 2, 3, 4], "Mon–Fri"),
        ([0, 2, 4], "Mon/Wed/Fri"),
        ([1, 2], "Tue/Wed"),
        ([4, 0, 1, 2], "Mon–Wed/Fri"),
        ([6], "Sun"),
    ],
)
def test_weekdays(days: list[int], text: str) -> None:
    assert weekdays_text(days) == text


def test_weeks_dates_minutes() -> None:
    report = sample_report(8)
    assert week_text(report.weeks[0]) == "Mon/Wed/Fri 2 h"
    assert standing_text(report, report.weeks[3]) == "Provisional from Thu 17 Dec"
    assert day_text(date(2027, 1, 4)) == "Mon 4 Jan 2027"
    assert [minutes_text(m) for m in (0, 5, 60, 75)] == ["0 min", "5 min", "1 h", "1 h 15 min"]
    assert restriction_text(report.restrictions[0]) == "Carrying, right hand: at most 2 kg (4 lb)"


def test_a_file_name_says_reference_version_and_draft_only() -> None:
    assert file_stem(sample_report(4)) == "plan-rtw-0042-v3"
    assert file_stem(sample_report(4, released=False)) == "plan-rtw-0042-v3-draft"


REVIEW = date(2026, 12, 10)


def test_a_date_that_nobody_set_is_marked_as_the_review() -> None:
    assert due_text(None, REVIEW) == "Thu 10 Dec 2026 (next review)"
    assert due_text(date(2026, 12, 4), REVIEW) == "Fri 4 Dec 2026"


def test_a_task_closed_by_dates_names_them() -> None:
    closed = ClosedTask(EmployersOwnWords("Lift crates"), None, date(2026, 12, 4), REVIEW)
    assert closed_lines([closed]) == ["Not to be done: Lift crates (until Fri 4 Dec 2026)"]


def test_tasks_closed_for_the_same_dates_are_named_in_one_sentence() -> None:
    now = [
        ClosedTask(EmployersOwnWords(name), None, None, REVIEW) for name in ("Pedals, cassettes", "Wheels")
    ]
    dated = ClosedTask(EmployersOwnWords("Lift crates"), None, date(2026, 12, 4), REVIEW)
    assert closed_lines([now[0], dated, now[1]]) == [
        "Not to be done for now: Pedals, cassettes; Wheels (to be reviewed on Thu 10 Dec 2026)",
        "Not to be done: Lift crates (until Fri 4 Dec 2026)",
    ]


def test_before_the_first_day_the_status_says_when_work_begins() -> None:
    report = sample_report(3)
    assert status_text(report, date(2026, 11, 20)).startswith("Returns on Mon 23 Nov 2026")
    assert status_text(report, date(2026, 11, 23)) == "At work, with the limits and hours in this plan"
    assert status_text(report, date(2027, 6, 1)) == "No work is planned"
