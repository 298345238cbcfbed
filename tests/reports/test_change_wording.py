"""A change at work names its date and its lengths, and never points to one that the paper does not hold."""

from dataclasses import replace
from datetime import date

import pytest

from bench.sample_release import REVIEW, sample_report
from reports.change_wording import change_text, change_with_tasks
from reports.enums import Actor, Progress
from reports.ladders import Ladder, Rung
from reports.types import (
    ApprovedText,
    BoutLimit,
    CatalogueSentence,
    EmployerReport,
    EmployersOwnWords,
    ReportAccommodation,
)

COLLEAGUE = CatalogueSentence("leave_out", "Give this task to a colleague until the date in this plan.")
STRETCH = CatalogueSentence(
    "bout_limit",
    "Stop this task for a break or a different task after each stretch of the length given in this plan.",
)
REPORT = sample_report(4)


def change(
    what: CatalogueSentence | ApprovedText, tasks: str, due: date | None = None
) -> ReportAccommodation:
    served = tuple(EmployersOwnWords(task) for task in tasks)
    return ReportAccommodation(what, served, Actor.SUPERVISOR, due, Progress.PROPOSED)


def with_bouts(**minutes: float) -> EmployerReport:
    bouts = (
        BoutLimit(EmployersOwnWords(name), Rung(Ladder.BOUT_MIN, each)) for name, each in minutes.items()
    )
    return replace(REPORT, bouts=tuple(bouts))


@pytest.mark.parametrize(
    ("tasks", "due", "text"),
    [
        ("ABC", None, "Give these tasks to a colleague until the review on Wed 16 Dec 2026: A, B, C"),
        ("A", date(2026, 12, 4), "Give this task to a colleague until Fri 4 Dec 2026: A"),
    ],
)
def test_a_change_names_its_date_and_all_its_tasks(tasks: str, due: date | None, text: str) -> None:
    assert change_with_tasks(change(COLLEAGUE, tasks, due), REPORT) == text


def test_a_persons_own_sentence_is_never_rewritten() -> None:
    own = ApprovedText("Do this task by the date in this plan.", "Ines Halloran", REVIEW)
    assert change_with_tasks(change(own, ""), REPORT) == own.text


@pytest.mark.parametrize(
    ("tasks", "bouts", "end"),
    [
        ("AB", {"A": 15, "B": 15, "C": 30}, "after each stretch of at most 15 min."),
        ("AB", {"A": 15, "B": 30}, "after each stretch of at most 15 min for “A”, 30 min for “B”."),
        ("AB", {"A": 15}, "after each stretch of at most 15 min for “A”."),
        ("", {"A": 15, "B": 15}, "after each stretch of at most 15 min."),
        ("A", {"B": 15}, "after each stretch of the length agreed with the clinic."),
    ],
)
def test_a_longest_stretch_is_said_in_minutes(tasks: str, bouts: dict[str, float], end: str) -> None:
    text = change_text(change(STRETCH, tasks), with_bouts(**bouts))
    assert text.endswith(end)
