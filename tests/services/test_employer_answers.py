"""What the employer answered makes a new version of the job; the one before stays to the letter."""

from dataclasses import replace

import pytest
from a_clinic import TODAY
from a_kitchen_job import PORTER
from a_plannable_case import make_plannable
from sqlalchemy import select
from sqlalchemy.orm import Session

from job_profiles.kinds import Hand, Quality
from job_profiles.profile import JobProfile
from rtw.domain.asked_figure import AskedFigure
from rtw.domain.hands import Side
from rtw.domain.verdicts import Verdict
from rtw.services.actor import Actor
from rtw.services.case_record import CaseRecord, case_record
from rtw.services.employer_answers import EmployerAnswer, keep_answers
from rtw.services.matches import GapPlace, case_match, override_gap
from rtw.services.permission import NotAllowedError, NotFoundError
from rtw.store import codec
from rtw.store.cases import Case
from rtw.store.jobs import JobVersion
from rtw.store.people import Role

SHARE = AskedFigure.SHARE_OF_TIME


@pytest.fixture
def record(session: Session, therapist: Actor, case: Case) -> CaseRecord:
    make_plannable(session, case, PORTER)
    return case_record(session, therapist, case.id)


def test_answers_make_the_next_version_and_leave_the_one_before(
    session: Session, therapist: Actor, case: Case, record: CaseRecord
) -> None:
    before = session.get_one(JobVersion, record.job_version_id)
    kept, data = before.id, dict(before.profile)
    answers = (EmployerAnswer("Pot washing", 0, SHARE, 0.1), EmployerAnswer("Loading", 0, SHARE, 0.2))
    made = keep_answers(session, therapist, record, answers, TODAY)
    assert isinstance(made, JobVersion)
    assert (made.number, made.copied_from_id, case.job_version_id) == (2, kept, made.id)
    assert session.get_one(JobVersion, kept).profile == data
    changed = codec.load(JobProfile, made.profile)
    assert changed.tasks[0].demands[0] == replace(
        PORTER.tasks[0].demands[0], duty_cycle=0.1, quality=Quality.STATED
    )
    assert changed.tasks[1] == PORTER.tasks[1]
    assert made.source_bytes is None  # nobody's file says this


def test_an_answered_question_is_asked_no_more(
    session: Session, therapist: Actor, case: Case, record: CaseRecord
) -> None:
    keep_answers(session, therapist, record, (EmployerAnswer("Pot washing", 0, SHARE, 0.1),), TODAY)
    found = case_match(case_record(session, therapist, case.id), TODAY)
    assert found is not None
    asked = {place.task for question in found.questions for place in question.places}
    assert "Pot washing" not in asked
    assert "Tray scraping" in asked
    gap = found.gap(GapPlace("Pot washing", 0, PORTER.tasks[0].demands[0].kind, Side.RIGHT))
    assert gap is not None
    assert gap.verdict is not Verdict.CANNOT_SAY


def test_the_hand_can_be_answered(session: Session, therapist: Actor, record: CaseRecord) -> None:
    made = keep_answers(
        session, therapist, record, (EmployerAnswer("Loading", 2, AskedFigure.HAND, Hand.LEFT),), TODAY
    )
    assert isinstance(made, JobVersion)
    assert codec.load(JobProfile, made.profile).tasks[2].demands[2].hand is Hand.LEFT


@pytest.mark.parametrize(
    ("figure", "value"),
    [(AskedFigure.HOURS, 3.5), (AskedFigure.HOURS, -1.0), (SHARE, 1.2), (AskedFigure.PACE, 5000.0)],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    session: Session, therapist: Actor, record: CaseRecord, figure: AskedFigure, value: float
) -> None:
    good = EmployerAnswer("Pot washing", 0, SHARE, 0.1)
    refused = keep_answers(
        session, therapist, record, (good, EmployerAnswer("Loading", 0, figure, value)), TODAY
    )
    assert isinstance(refused, tuple)
    assert [found.answer.task for found in refused] == ["Loading"]
    assert refused[0].problem.advice
    assert len(session.scalars(select(JobVersion)).all()) == 1


def test_the_therapist_s_own_verdicts_go_along(
    session: Session, therapist: Actor, case: Case, record: CaseRecord
) -> None:
    place = GapPlace("Tray scraping", 0, PORTER.tasks[1].demands[0].kind, Side.RIGHT)
    assert override_gap(session, therapist, record, place, Verdict.WITHIN, "Seen at work", TODAY) is None
    record = case_record(session, therapist, case.id)
    keep_answers(session, therapist, record, (EmployerAnswer("Pot washing", 0, SHARE, 0.1),), TODAY)
    after = case_record(session, therapist, case.id)
    assert [kept.override.override.reason for kept in after.overrides] == ["Seen at work"]
    assert after.job_version_number == 2


def test_no_answer_makes_no_version(session: Session, therapist: Actor, record: CaseRecord) -> None:
    assert keep_answers(session, therapist, record, (), TODAY) == ()
    assert len(session.scalars(select(JobVersion)).all()) == 1


def test_unknown_places_and_strangers_are_turned_away(
    session: Session, therapist: Actor, record: CaseRecord
) -> None:
    with pytest.raises(NotFoundError):
        keep_answers(session, therapist, record, (EmployerAnswer("Nowhere", 0, SHARE, 0.1),), TODAY)
    patient = replace(therapist, role=Role.PATIENT)
    with pytest.raises(NotAllowedError):
        keep_answers(session, patient, record, (EmployerAnswer("Loading", 0, SHARE, 0.1),), TODAY)
