"""A change at work names its date and its lengths, and never points to one that the paper does not hold."""

from dataclasses import replace
from datetime import date

import pytest

from bench.sample_release import REVIEW, sample_report
from reports.change_wording import change_text, change_with_tasks
from reports.conditions import due_of
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

COLLEAGUE = CatalogueSentence("leave_out", "Give this task to a colleague until a review says otherwise.")
OLDER = CatalogueSentence("leave_out", "Give this task to a colleague until the date in this plan.")
STRETCH = CatalogueSentence(
    "bout_limit",
    "Stop this task for a break or a different task after each stretch of the length given in this plan.",
)
FIRST = "Mon 23 Nov 2026"
LASTS = "until a review says otherwise"
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
        (
            "ABC",
            None,
            f"Give these tasks to a colleague from the first day of the plan, {FIRST}, {LASTS}: A, B, C",
        ),
        (
            "A",
            date(2026, 12, 4),
            f"Give this task to a colleague by Fri 4 Dec 2026 at the latest, and from then {LASTS}: A",
        ),
    ],
)
@pytest.mark.parametrize("sentence", [COLLEAGUE, OLDER])
def test_a_due_day_is_when_a_change_begins_and_never_when_it_ends(
    sentence: CatalogueSentence, tasks: str, due: date | None, text: str
) -> None:
    assert change_with_tasks(change(sentence, tasks, due), REPORT) == text


def test_what_is_in_place_has_no_day_to_wait_for() -> None:
    done = replace(change(COLLEAGUE, "A", date(2026, 12, 4)), progress=Progress.IN_PLACE)
    assert change_text(done, REPORT) == "Give this task to a colleague until a review says otherwise."


def test_without_a_day_it_is_wanted_on_the_first_day_of_the_plan() -> None:
    assert due_of(change(COLLEAGUE, "A"), REPORT) == "Mon 23 Nov 2026 (first day)"
    assert due_of(change(STRETCH, "A"), REPORT) == "Wed 16 Dec 2026 (next review)"


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (Rung(Ladder.EFFORTS_PER_MINUTE, 5.0), "Limit this task to 5 efforts a minute."),
        (None, "Limit this task to the number of efforts a minute that the contact named here gives."),
    ],
)
def test_a_figure_is_printed_or_the_sentence_says_whom_to_ask(figure: Rung | None, text: str) -> None:
    pace = CatalogueSentence("pace", "Limit this task to the number of efforts a minute agreed for it.")
    assert change_text(replace(change(pace, "A"), figure=figure), REPORT) == text


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
