"""What the answer boxes of a returned list of corrections answer, or that they answer nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from job_profiles.answers import NO_ANSWERS, Answers
from job_profiles.correction.returned import Asked, WrittenBeside, asked_by, written_beside
from job_profiles.problem import Choice
from job_profiles.read import Reading
from rtw.services.jobs.answering import with_answer
from rtw.services.jobs.questions import LISTS, WHICH_HAND, Question, questions_of

_MOST_SHOWN: Final = 300
"""Signs of an answer that are shown; the file itself is kept whole."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """What was written, and what it was to answer; `key` empty: nothing that is asked now."""

    asked: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Returned:
    """What came of the answers in a returned list: keys that were answered, and what was not taken."""

    taken: tuple[str, ...]
    not_taken: tuple[NotTaken, ...]


def with_returned(data: bytes, filename: str, reading: Reading, answers: Answers) -> tuple[Answers, Returned]:
    """Return the answers with those in the file's own list of corrections, and what came of that list.

    `reading` is that of the file with `answers`, by which it is known what is open.
    """
    boxes = written_beside(data, filename)
    given, not_taken = sorted_out(boxes, reading, questions_of(reading, answers) if boxes else ())
    for key, value in given.items():
        answers = with_answer(answers, key, value) or answers
    return answers, Returned(tuple(given), not_taken)


def sorted_out(
    boxes: Iterable[WrittenBeside], reading: Reading, questions: Iterable[Question]
) -> tuple[dict[str, str], tuple[NotTaken, ...]]:
    """Return the answers by key, and what is no answer to anything that is open."""
    open_rows = asked_by(reading.problems)
    given: dict[str, str] = {}
    not_taken: list[NotTaken] = []
    for box in boxes:
        for key, value in _answers(box, open_rows.get(box.place), questions).items():
            if value and given.get(key, value) == value:
                given[key] = value
            else:
                not_taken.append(NotTaken(box.asked[:_MOST_SHOWN], box.text[:_MOST_SHOWN], key))
    return given, tuple(not_taken)


def _answers(box: WrittenBeside, asked: Asked | None, questions: Iterable[Question]) -> dict[str, str]:
    """Return what a box answers, by key; an empty value where it is no answer to that key."""
    if asked is None:
        return {"": ""}
    if asked.field is not None:
        return {asked.field.asks: _value(asked.field.asks, asked.field.choices, box.text)}
    about = [q for q in questions if _is_about(q, asked)]
    return {q.key: _value(q.key, _choices(q), box.text) for q in about} or {"": ""}


def _is_about(question: Question, asked: Asked) -> bool:
    """Whether a question of the page is the one a row asks; a row that asks for all hands asks for each."""
    if asked.problem.code == WHICH_HAND:
        return question.problem.code == WHICH_HAND
    return question.key == asked.problem.asks


def _choices(question: Question) -> tuple[Choice, ...]:
    return tuple(choice for group in question.groups for choice in group.choices) or question.choices


def _value(key: str, choices: tuple[Choice, ...], text: str) -> str:
    """Return the value a text stands for; empty where it is no answer."""
    offered = choices or LISTS.get(key.partition("/")[0], ())
    if offered:
        return next((choice.value for choice in offered if _said(text) in _names(choice)), "")
    return text if with_answer(NO_ANSWERS, key, text) is not None else ""


def _names(choice: Choice) -> set[str]:
    """Return how an answer may be written: as it is kept, by its label, by the label's first words."""
    return {_said(name) for name in (choice.value, choice.label, choice.label.partition(":")[0])}


def _said(text: str) -> str:
    return " ".join(text.split()).strip(".“”\"'").casefold()
