"""A corrected workbook that comes back with answers in its list: taken, or told where they are none."""

import io

import openpyxl
import pytest
from a_clinic import TODAY
from sqlalchemy.orm import Session

from job_profiles.kinds import Hand
from rtw.services.actor import Actor
from rtw.services.jobs import previews
from rtw.services.jobs.returned import NotTaken, Returned, take_returned
from rtw.store.cases import Case

SHEET = b"""Job title,Packer,,,,
Task,Demand,Hand,Amount,Unit,Frequency
Pack,Power grip,,20,N,O
Tape,Key pinch,,8,N,F
Load,Power grip,Left,5,furlong,O
"""
SHIFT, LETTERS, HANDS = "How long is the shift", "Which frequency scheme", "Which hand, or both"
COUNTY = "A county"


def _uploaded(session: Session, actor: Actor, case: Case, data: bytes, name: str) -> int:
    made = previews.upload(session, actor, previews.Upload(data, name, case.employer_id, case.id), TODAY)
    assert isinstance(made, int)
    return made


def _filled(data: bytes, answers: dict[str, object]) -> bytes:
    """Fill the answer box of each row whose words begin with a key."""
    book, left = openpyxl.load_workbook(io.BytesIO(data)), dict(answers)
    page = book["Corrections"]
    for row in range(5, page.max_row + 1):
        begins = next((key for key in left if str(page.cell(row, 5).value).startswith(key)), None)
        if begins is not None:
            page.cell(row, 7).value = left.pop(begins)
    assert left == {}
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _sent_back(
    session: Session, actor: Actor, case: Case, answers: dict[str, object]
) -> tuple[int, Returned]:
    first = _uploaded(session, actor, case, SHEET, "packer.csv")
    data, name = previews.corrected(session, actor, first)
    number = _uploaded(session, actor, case, _filled(data, answers), name)
    return number, take_returned(session, actor, number)


def test_answers_of_every_kind_are_taken(session: Session, therapist: Actor, case: Case) -> None:
    answers = {
        SHIFT: 8,
        LETTERS: COUNTY,
        HANDS: "Right",
        "Pack, hours a day": "2,5 h",
        "Tape: essential": "Not essential.",
        "The unit": "n",
    }
    number, returned = _sent_back(session, therapist, case, answers)
    assert returned.not_taken == ()
    shown = previews.preview(session, therapist, number)
    (profile,) = shown.reading.profiles
    pack, tape, load = profile.tasks
    assert profile.shift.hours_per_day == 8
    assert profile.frequency_scale is not None
    assert pack.hours_per_day == 2.5
    assert tape.essential is False
    assert {task.demands[0].hand for task in (pack, tape)} == {Hand.RIGHT}
    assert load.demands[0].force_n == 5
    assert set(returned.taken) <= {each.key for each in shown.given}  # each can be taken back


@pytest.mark.parametrize(
    ("asked", "text", "key"),
    [
        (SHIFT, "long", "shift_hours"),
        (SHIFT, "25", "shift_hours"),
        (LETTERS, "the usual one", "frequency_scale"),
        ("Pack, hours a day", "most of it", "task_hours/Packer › Pack"),
        ("Tape: essential", "maybe", "task_essential/Packer › Tape"),
        ("The unit", "furlongs", "units/furlong power_grip"),
    ],
)
def test_what_is_no_answer_changes_nothing_and_is_told_at_its_question(
    session: Session, therapist: Actor, case: Case, asked: str, text: str, key: str
) -> None:
    number, returned = _sent_back(session, therapist, case, {asked: text})
    assert returned.taken == ()
    assert [(each.text, each.key) for each in returned.not_taken] == [(text, key)]
    shown = previews.preview(session, therapist, number)
    assert shown.given == ()
    assert key in {each for question in shown.questions for each in question.keys}


def test_one_word_that_is_no_hand_is_told_for_each_kind(
    session: Session, therapist: Actor, case: Case
) -> None:
    _, returned = _sent_back(session, therapist, case, {HANDS: "his good one"})
    assert {each.key for each in returned.not_taken} == {"hands/power_grip", "hands/key_pinch"}


def test_an_answer_to_nothing_that_is_asked_is_told_by_itself(
    session: Session, therapist: Actor, case: Case
) -> None:
    _, returned = _sent_back(session, therapist, case, {"Which tasks are essential?": "the first"})
    assert returned.not_taken == (NotTaken("Which tasks are essential?", "the first"),)


def test_a_sheet_that_never_was_marked_has_no_answers(session: Session, therapist: Actor, case: Case) -> None:
    number = _uploaded(session, therapist, case, SHEET, "packer.csv")
    assert take_returned(session, therapist, number) == Returned((), ())
