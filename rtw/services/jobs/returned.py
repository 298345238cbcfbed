"""Answers an employer wrote into the list of a corrected workbook: taken, or told where they are none."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from job_profiles.answers import NO_ANSWERS
from job_profiles.correction.returned import Asked, WrittenBeside, asked_by, written_beside
from job_profiles.problem import Choice
from rtw.services.actor import Actor
from rtw.services.jobs import previews
from rtw.services.jobs.answering import with_answer
from rtw.services.jobs.questions import LISTS, WHICH_HAND, Question

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


def take_returned(session: Session, actor: Actor, preview_id: int) -> Returned:
    """Answer the questions of a preview with what stands in the file's own list of corrections.

    An answer counts only if its row still asks what is open now, and if it would count in the preview.
    """
    row = previews.preview_row(session, actor, preview_id)
    boxes = written_beside(row.data, row.filename)
    if not boxes:
        return Returned((), ())
    shown = previews.preview(session, actor, preview_id)
    open_rows = asked_by(shown.reading.problems)
    given: dict[str, str] = {}
    not_taken: list[NotTaken] = []
    for box in boxes:
        answers = _answers(box, open_rows.get(box.place), shown.questions)
        for key, value in answers.items():
            if value and given.get(key, value) == value:
                given[key] = value
            else:
                not_taken.append(NotTaken(box.asked[:_MOST_SHOWN], box.text[:_MOST_SHOWN], key))
    if given:
        previews.answer(session, actor, preview_id, given)
    return Returned(tuple(given), tuple(not_taken))


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
