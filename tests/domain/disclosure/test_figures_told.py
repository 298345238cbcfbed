"""Every sentence of the catalogue can be followed as it is printed: its figures stand in it."""

from dataclasses import replace

import pytest

from bench.sample_release import TASKS, sample_report
from reports.change_wording import change_text
from reports.enums import Actor, Progress
from reports.types import CatalogueSentence, EmployerReport, EmployersOwnWords, ReportAccommodation
from reports.wording import number_text
from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.accommodation.given_figures import figure_given
from rtw.domain.accommodation.values import Accommodation
from rtw.domain.disclosure.vocabulary import rung_of
from rtw.knowledge.load import knowledge

ENTRIES = knowledge().catalogue.accommodations
PROMISING = [entry for entry in ENTRIES if "agreed for" in entry.employer_text]
REPORT = sample_report(4)
ELSEWHERE = (
    "agreed for it",
    "agreed for this job",
    "given in this plan",
    "of this plan",
    "date in this plan",
)


def told(entry: Accommodation, report: EmployerReport = REPORT, **given: float) -> str:
    figure = figure_given(ChosenEffect(entry, (), tuple(given.items())))
    rung = rung_of(figure.quantity, figure.value) if figure else None
    sentence = CatalogueSentence(entry.id, entry.employer_text)
    tasks = (EmployersOwnWords(TASKS[0]),)
    change = ReportAccommodation(sentence, tasks, Actor.EMPLOYER, None, Progress.AGREED, figure=rung)
    return change_text(change, report)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_no_sentence_points_to_a_figure_it_does_not_hold(entry: Accommodation) -> None:
    asked = {effect.asks.name: effect.asks.highest for effect in entry.effects if effect.asks}
    for text in (told(entry, **asked), told(entry), told(entry, replace(REPORT, bouts=(), breaks=None))):
        assert not any(phrase in text for phrase in ELSEWHERE)
        assert "the date" not in text


@pytest.mark.parametrize(
    ("id_", "given", "said"),
    [
        ("slower_pace", {"pace": 6.0}, "to 5 efforts a minute,"),
        ("capped_load", {"load": 4.0}, "to 3 kg (6 lb):"),
        ("task_hours_cap", {"hours": 2.7}, "no more than 2.5 h a day."),
        ("vibration_time_cap", {"trigger_hours": 1.2}, "to 1 h a day, and log it."),
        ("bout_limit", {"bout_hours": 0.5}, "after each stretch of at most 30 min."),
        ("break_software", {}, "set it to a break of at least 5 min after at most 30 min."),
    ],
)
def test_the_figure_given_stands_in_the_sentence(id_: str, given: dict[str, float], said: str) -> None:
    (entry,) = (entry for entry in PROMISING if entry.id == id_)
    assert said in told(entry, **given)


def test_each_sentence_that_speaks_of_a_figure_is_tried_above() -> None:
    tried = {
        "slower_pace",
        "capped_load",
        "task_hours_cap",
        "vibration_time_cap",
        "bout_limit",
        "break_software",
    }
    assert {entry.id for entry in PROMISING} == tried


def test_without_its_figure_a_sentence_says_whom_to_ask() -> None:
    silent = replace(REPORT, bouts=(), breaks=None)
    for entry in PROMISING:
        text = told(entry, silent)
        assert "the contact named here gives" in text or "agreed with the clinic" in text, entry.id
        assert not any(number_text(n) in text.split() for n in range(1, 60)), entry.id
