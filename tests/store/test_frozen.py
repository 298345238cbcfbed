from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from rtw.services.actor import Actor
from rtw.store.assessments import AssessmentRow
from rtw.store.base import Base
from rtw.store.cases import Case
from rtw.store.frozen import FrozenRecordError
from rtw.store.jobs import Job, JobVersion
from rtw.store.plans import PlanVersionRow
from rtw.store.records import AuditLine

DAY = date(2026, 3, 9)


def _job_version(session: Session, actor: Actor, *, locked: bool) -> JobVersion:
    version = JobVersion(number=1, profile={"title": "Clerk"}, locked=locked)
    job = Job(clinic_id=actor.clinic_id, title="Clerk", versions=[version])
    session.add(job)
    session.flush()
    return version


def _visit(session: Session, actor: Actor, case: Case, *, signed: bool) -> AssessmentRow:
    signed_on = DAY if signed else None
    visit = AssessmentRow(
        case_id=case.id, number=1, visit_on=DAY, data={}, author_id=actor.id, signed_on=signed_on
    )
    session.add(visit)
    session.flush()
    return visit


def _plan(session: Session, actor: Actor, case: Case) -> PlanVersionRow:
    plan = PlanVersionRow(
        case_id=case.id,
        number=1,
        data={"weeks": []},
        sha256="0" * 64,
        job_version_id=_job_version(session, actor, locked=True).id,
        assessment_id=_visit(session, actor, case, signed=True).id,
        knowledge_version="1",
        review_on=DAY,
        signed_by_id=actor.id,
        signed_on=DAY,
    )
    session.add(plan)
    session.flush()
    return plan


def _audit_line(session: Session, _actor: Actor, _case: Case) -> AuditLine:
    line = session.scalars(select(AuditLine)).first()
    assert line is not None
    return line


@pytest.mark.parametrize("make", [_plan, _audit_line])
def test_a_signed_record_is_neither_changed_nor_deleted(
    session: Session, therapist: Actor, case: Case, make: Callable[[Session, Actor, Case], Base]
) -> None:
    row = make(session, therapist, case)
    column = "data" if isinstance(row, PlanVersionRow) else "after"
    setattr(row, column, {"changed": True})
    with pytest.raises(FrozenRecordError):
        session.flush()
    session.expire(row)
    session.delete(row)
    with pytest.raises(FrozenRecordError):
        session.flush()
    session.expunge(row)


def test_bulk_statements_do_not_slip_past(session: Session, therapist: Actor, case: Case) -> None:
    _plan(session, therapist, case)
    with pytest.raises(FrozenRecordError):
        session.execute(update(PlanVersionRow).values(number=2))
    with pytest.raises(FrozenRecordError):
        session.execute(delete(AuditLine))


def test_an_assessment_may_be_signed_once_and_then_rests(
    session: Session, therapist: Actor, case: Case
) -> None:
    visit = _visit(session, therapist, case, signed=False)
    visit.data = {"grip": 1}
    visit.signed_on = DAY
    session.flush()
    visit.data = {"grip": 2}
    with pytest.raises(FrozenRecordError):
        session.flush()


def test_a_job_version_may_be_locked_and_then_rests(session: Session, therapist: Actor) -> None:
    version = _job_version(session, therapist, locked=False)
    version.profile = {"title": "Typist"}
    version.locked = True
    session.flush()
    version.locked = False
    with pytest.raises(FrozenRecordError):
        session.flush()


def test_a_signature_is_not_replaced_by_a_session_that_forgot_it(
    session: Session, therapist: Actor, case: Case
) -> None:
    visit = _visit(session, therapist, case, signed=True)
    session.expire(visit)
    visit.signed_on = date(2026, 3, 10)
    with pytest.raises(FrozenRecordError):
        session.flush()
