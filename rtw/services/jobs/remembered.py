"""Answers about a layout, remembered per employer so that nobody is asked twice."""

import re
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from job_profiles.answers import (
    NO_ANSWERS,
    NUMBERS,
    PAIRS,
    Answers,
    Numbers,
    Pairs,
    answers_from_json,
    answers_to_json,
)
from job_profiles.finish import UNTITLED
from rtw.services.actor import Actor
from rtw.store.jobs import RememberedAnswers

_CELL = re.compile(r"![A-Z]+\d+$")


def recall(session: Session, employer_id: int, layout: str) -> Answers:
    """Return what was answered about this employer's layout before; no answers where nothing was."""
    row = _row(session, employer_id, layout)
    return answers_from_json(row.answers) if row is not None else NO_ANSWERS


def remember(session: Session, actor: Actor, employer_id: int, layout: str, answers: Answers) -> None:
    """Keep what holds for every file of this layout; it replaces what was kept before."""
    lasting = answers_to_json(what_lasts(answers))
    row = _row(session, employer_id, layout)
    if row is None:
        if what_lasts(answers) == NO_ANSWERS:
            return
        row = RememberedAnswers(employer_id=employer_id, layout=layout, answers=lasting)
        session.add(row)
    row.answers, row.answered_by_id = lasting, actor.id
    session.flush()


def what_lasts(answers: Answers) -> Answers:
    """Drop what belongs to one file only: single cells, the shift, the choice of sheets, what was left open.

    What was said of a job by name (hours of a task, how often) holds for the next file about that job.
    """
    lasting: dict[str, Any] = {name: _lasting(getattr(answers, name)) for name in (*PAIRS, *NUMBERS)}
    cleared = {"title": None, "shift_hours": None, "days_per_week": None, "sheets": (), "settled": ()}
    return replace(answers, **(lasting | cleared | {"task_names": (), "meant": ()}))


def _lasting(pairs: Pairs | Numbers) -> tuple[tuple[str, Any], ...]:
    return tuple((key, value) for key, value in pairs if not (_CELL.search(key) or key.startswith(UNTITLED)))


def _row(session: Session, employer_id: int, layout: str) -> RememberedAnswers | None:
    return session.scalar(
        select(RememberedAnswers).where(
            RememberedAnswers.employer_id == employer_id, RememberedAnswers.layout == layout
        )
    )
