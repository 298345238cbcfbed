"""Scores of a visit: kept with it, compared with the visit that last had them, asked about before signing."""

from datetime import date

from a_clinic import TODAY
from sqlalchemy.orm import Session

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.scores.definition import ScoreId
from rtw.domain.scores.entry import ScoreEntry
from rtw.services.actor import Actor
from rtw.services.assessments import begin_visit, questions_about, save_visit, sign_visit, visit_in
from rtw.services.case_record import case_record
from rtw.services.score_figures import taken_scores
from rtw.store.cases import Case


def a_signed_visit(session: Session, actor: Actor, case_id: int, on: date, *scores: ScoreEntry) -> int:
    visit = begin_visit(session, actor, case_id, on)
    save_visit(session, actor, case_id, visit.id, Assessment(on, actor.signature, scores=scores))
    assert sign_visit(session, actor, case_id, visit.id, on) is None
    return visit.id


def test_scores_are_kept_and_compared_over_visits(session: Session, therapist: Actor, case: Case) -> None:
    earlier = date(TODAY.year, TODAY.month, TODAY.day).replace(year=TODAY.year - 1)
    a_signed_visit(session, therapist, case.id, earlier, ScoreEntry(ScoreId.QUICKDASH, total=60.0))
    items = (2,) * 11
    last = a_signed_visit(session, therapist, case.id, TODAY, ScoreEntry(ScoreId.QUICKDASH, items))
    record = case_record(session, therapist, case.id)
    (figure,) = taken_scores(record, visit_in(record, last))
    assert (figure.words, figure.difference) == ("25", "−35")
    assert figure.made_of == "from 11 of 11 items"
    assert figure.change is not None
    assert figure.change.words.startswith("better, by more than the smallest important change")
    assert figure.why is not None
    assert figure.why_change is not None


def test_scores_are_never_copied_forward(session: Session, therapist: Actor, case: Case) -> None:
    a_signed_visit(session, therapist, case.id, TODAY, ScoreEntry(ScoreId.DASH, total=60.0))
    assert begin_visit(session, therapist, case.id, TODAY).assessment.scores == ()


def test_a_contradiction_is_asked_about_and_blocks_nothing(
    session: Session, therapist: Actor, case: Case
) -> None:
    entry = ScoreEntry(ScoreId.QUICKDASH, (2,) * 11, total=70.0)
    visit_id = a_signed_visit(session, therapist, case.id, TODAY, entry)
    record = case_record(session, therapist, case.id)
    found = visit_in(record, visit_id)
    codes = [problem.code for problem in questions_about(record, found.assessment, None)]
    assert codes == ["total-against-items"]
