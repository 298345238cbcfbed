"""Hours beside a limit that forbids them say which change they wait for, in every paper."""

import json
from dataclasses import replace
from datetime import date

import pytest

from bench.sample_release import sample_report
from reports.conditions import conditions_of, due_of
from reports.document_data import restriction_rows
from reports.enums import Actor, Progress
from reports.snapshot import report_of, snapshot_bytes
from reports.types import CatalogueSentence, EmployerReport, EmployersOwnWords, ReportAccommodation, Words
from tests.reports.test_closed_tasks_in_papers import papers

REPORT = sample_report(4)
TASK = REPORT.weeks[0].days[0].tasks[0].task
FIRST = min(day.on for week in REPORT.weeks for day in week.days if TASK in [t.task for t in day.tasks])
CHANGE = CatalogueSentence("colleague", "Give all work with vibrating tools to a colleague.")


def waiting(*tasks: Words, due: date | None = None) -> EmployerReport:
    change = ReportAccommodation(CHANGE, tasks, Actor.SUPERVISOR, due, Progress.PROPOSED, tasks)
    return replace(REPORT, accommodations=(change,))


def test_every_paper_says_which_change_the_hours_wait_for() -> None:
    found = papers(waiting(TASK))
    for name in ("Summary", "Restrictions", "pdf", "note"):
        words = " ".join(found[name].split()).lower()
        assert "only with this change in place: give all work with vibrating tools" in words, name
        assert f"task: {TASK.text.lower()}" in words, name


def test_a_condition_stands_among_the_limits_from_the_first_hours_on() -> None:
    (row,) = [row for row in restriction_rows(waiting(TASK)) if row[2].startswith("Only with")]
    assert row[0] == f"Task: {TASK.text}"
    assert row[3:] == [f"{FIRST:%a} {FIRST.day} {FIRST:%b %Y}", "Until reviewed (planned Wed 16 Dec 2026)"]


def test_no_hours_no_condition() -> None:
    assert conditions_of(waiting(EmployersOwnWords("Some task without hours"))) == []
    assert conditions_of(REPORT) == []


@pytest.mark.parametrize(("due", "words"), [(None, "(first hours)"), (date(2026, 12, 4), "Fri 4 Dec 2026")])
def test_a_change_that_hours_wait_for_is_due_with_the_first_of_them(due: date | None, words: str) -> None:
    report = waiting(TASK, due=due)
    assert due_of(report.accommodations[0], report).endswith(words)
    free = replace(report.accommodations[0], relied_on_by=())
    assert due_of(free, report).endswith(words if due else "(next review)")


def test_a_snapshot_from_before_conditions_still_reads() -> None:
    older = json.loads(snapshot_bytes(waiting(TASK)))
    text = json.dumps(older)
    assert '"relied_on_by"' in text
    for change in _found(older, "accommodations"):
        del change["relied_on_by"]
    assert report_of(json.dumps(older).encode()).accommodations[0].relied_on_by == ()


def _found(data: dict, name: str) -> list[dict]:
    return data[name] if name in data else next(_found(v, name) for v in data.values() if isinstance(v, dict))
