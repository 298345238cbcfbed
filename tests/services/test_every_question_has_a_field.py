"""Whatever a reading asks, the preview has a field to answer it: leaving it open is never the only way."""

from pathlib import Path

import pytest
from an_upload import WORKBOOKS

from job_profiles.answers import NO_ANSWERS, NUMBERS, PAIRS
from job_profiles.guarded import read_guarded
from job_profiles.problem import Problem, Severity
from job_profiles.read import Reading
from rtw.services.jobs.answering import with_answer
from rtw.services.jobs.questions import Control, Question, questions_of

_SINGLE = ("frequency_scale", "title", "zero", "shift_hours", "days_per_week")
_SHEETS = {".xlsx", ".xls", ".ods", ".csv"}


def _asked(key: str) -> Question:
    problem = Problem(Severity.QUESTION, "new-question", "What is it?", "Say it.", "S", "B2", asks=key)
    (question,) = questions_of(Reading((), (problem,), readable=True, layout=""), NO_ANSWERS)
    return question


@pytest.mark.parametrize("key", [*_SINGLE, *(f"{area}/S!B2" for area in (*PAIRS, *NUMBERS))])
def test_every_answer_that_is_known_can_be_asked_for(key: str) -> None:
    question = _asked(key)
    assert question.control is not Control.LAY_ASIDE
    numbers = {Control.NUMBER: "2", Control.TEXT: "Pack"}
    chosen = [choice for group in question.groups for choice in group.choices] or list(question.choices)
    value = chosen[0].value if chosen else numbers.get(question.control, "us_dot")
    assert with_answer(NO_ANSWERS, question.key, value) not in (None, NO_ANSWERS)
    assert bool(question.unit) is (question.control is Control.NUMBER)


def _every_sheet(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.suffix in _SHEETS]


@pytest.mark.parametrize("path", _every_sheet(WORKBOOKS), ids=lambda path: path.name)
def test_the_demonstration_asks_nothing_that_cannot_be_answered(path: Path) -> None:
    _assert_answerable(path)


def test_no_shared_sheet_asks_what_cannot_be_answered(pda_folder: Path) -> None:
    for path in _every_sheet(pda_folder):
        _assert_answerable(path)


def _assert_answerable(path: Path) -> None:
    reading = read_guarded(path.read_bytes(), path.name)
    assert all(p.asks for p in reading.problems if p.severity is Severity.QUESTION), path.name
    for question in questions_of(reading, NO_ANSWERS):
        assert question.control is not Control.LAY_ASIDE, (path.name, question.key)
        assert all(with_answer(NO_ANSWERS, key, "") is not None for key in question.keys[1:])
