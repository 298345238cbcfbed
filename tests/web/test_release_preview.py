"""The page of a release says what the papers say: changes, due days, conditions, limits, closed tasks."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape

import pytest
from flask import get_template_attribute
from flask.testing import FlaskClient

from bench.sample_release import REVIEW, sample_report
from reports.change_wording import change_text
from reports.conditions import conditions_of, due_of
from reports.document_data import worked_bouts
from reports.enums import Actor, Meanwhile, Progress
from reports.limit_wording import hands_text, late_review_text
from reports.types import (
    CatalogueSentence,
    ClosedTask,
    EmployerReport,
    EmployersOwnWords,
    ReportAccommodation,
)
from reports.wording import closed_when, day_text, limit_text, minutes_text, until_text
from tests.reports.test_closed_tasks_in_papers import papers

WORKED = sample_report(4)
TASK = WORKED.weeks[0].days[0].tasks[0].task
WAITED_FOR = ReportAccommodation(
    CatalogueSentence(
        "colleague", "Give all lifting in this task to a colleague until the date in this plan."
    ),
    (TASK,),
    Actor.SUPERVISOR,
    None,
    Progress.PROPOSED,
    (TASK,),
)
CLOSED = (
    ClosedTask(EmployersOwnWords("Hammering"), None, None, REVIEW),
    ClosedTask(EmployersOwnWords("Lifting crates"), None, date(2026, 12, 11), REVIEW),
    ClosedTask(EmployersOwnWords("Bandsaw"), None, None, REVIEW, Meanwhile.COLLEAGUE),
)
WAITING = replace(WORKED.restrictions[0], until=None)
REPORT = replace(
    WORKED,
    accommodations=(*WORKED.accommodations, WAITED_FOR),
    closed=CLOSED,
    restrictions=(WAITING, *WORKED.restrictions[1:]),
)


def limits_of(report: EmployerReport) -> Iterator[str]:
    """Give the words of everything a worker must keep, as every paper has them."""
    for limit in report.restrictions:
        yield from (limit.activity.label, hands_text(limit), limit_text(limit.limit), day_text(limit.since))
        yield until_text(limit.until, limit.review_on)
    for condition in conditions_of(report):
        yield from (f"Task: {condition.task.text}", condition.limit(report), day_text(condition.since))
    for closed in report.closed:
        yield from ("Not to be done", closed.task.text)
        yield "done by a colleague" if closed.meanwhile is Meanwhile.COLLEAGUE else ""
        yield day_text(closed.until) if closed.until else ""


def changes_of(report: EmployerReport) -> Iterator[str]:
    """Give the words of every change, and by when it is wanted; a report to the supervisor has them."""
    for change in report.accommodations:
        yield change_text(change, report).removesuffix(".")
        yield from (change.owner.label, change.progress.label, due_of(change, report))


def _bare(words: str) -> str:
    """Take away what the setting of lines adds: a wrapped line, a hyphen at its end, a capital within one."""
    return "".join(words.replace("-", "").replace("\u00ad", "").lower().split())


@pytest.fixture(scope="module")
def preview(reader: FlaskClient) -> str:
    with reader.application.test_request_context():
        page = get_template_attribute("releases/report.html", "report_body")(REPORT)
    return unescape(re.sub(r"<[^>]*>", " ", page))


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return papers(REPORT)


def test_the_sample_holds_a_condition_and_both_kinds_of_closed_tasks() -> None:
    assert conditions_of(REPORT)
    assert due_of(WAITED_FOR, REPORT).endswith("(first hours)")


def test_every_paper_and_the_page_hold_the_same_limits(preview: str, files: dict[str, str]) -> None:
    for name, text in {"page": preview, **{n: files[n] for n in ("Restrictions", "pdf", "note")}}.items():
        missing = [words for words in limits_of(REPORT) if _bare(words) not in _bare(text)]
        assert not missing, name


def test_every_paper_and_the_page_say_what_a_late_review_means(preview: str, files: dict[str, str]) -> None:
    said = late_review_text(REPORT)
    assert said
    for name, text in {
        "page": preview,
        **{n: files[n] for n in ("Summary", "Restrictions", "pdf", "note")},
    }.items():
        assert _bare(said) in _bare(text), name


def test_every_paper_and_the_page_hold_the_same_changes_by_the_same_days(
    preview: str, files: dict[str, str]
) -> None:
    for name, text in {"page": preview, **{n: files[n] for n in ("Accommodations", "pdf")}}.items():
        missing = [words for words in changes_of(REPORT) if _bare(words) not in _bare(text)]
        assert not missing, name
        assert _bare(text).count("(firsthours)") == 1, name


def test_the_page_shows_stretches_of_worked_tasks_alone(preview: str, files: dict[str, str]) -> None:
    shown = worked_bouts(REPORT)
    for bout in REPORT.bouts:
        words = _bare(f"{bout.task.text} {minutes_text(bout.at_most.value)}")
        told = _bare(f"{bout.task.text}: {limit_text(bout.at_most)}")
        assert (words in _bare(files["pdf"])) is (told in _bare(preview)) is (bout in shown)


def test_the_page_says_until_when_a_task_is_closed_as_the_summary_does(
    preview: str, files: dict[str, str]
) -> None:
    for closed in REPORT.closed:
        assert _bare(closed_when(closed)) in _bare(preview)
        assert _bare(closed_when(closed)) in _bare(files["Summary"])
