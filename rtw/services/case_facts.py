"""Few queries that tell, for many cases at once, where each of them stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session, aliased

from rtw.domain.assessment.operation import Operation
from rtw.domain.case_progress import CaseFacts
from rtw.domain.dates import day_in_words
from rtw.domain.hands import Side
from rtw.domain.plan import Recipient
from rtw.services.operations import operations_of_cases
from rtw.store.assessments import AssessmentRow
from rtw.store.cases import Case, CaseStatus
from rtw.store.jobs import ImportPreview, Job, JobVersion
from rtw.store.people import Employer, Patient, User
from rtw.store.plans import PlanDraft, PlanVersionRow
from rtw.store.releases import Release

# Second names of tables, for the subqueries that look for their newest row.
_plan = aliased(PlanVersionRow)
_visit = aliased(AssessmentRow)


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """A case in one line. `patient_number` is the clinic's number, `reference` the case's."""

    id: int
    patient_name: str
    patient_number: str
    employer_id: int
    employer_name: str
    therapist_id: int
    therapist_name: str
    job_title: str
    job_version_number: int | None
    status: CaseStatus
    treatment_note: str
    operations: tuple[Operation, ...]
    facts: CaseFacts

    @property
    def reference(self) -> str:
        """The number people say and print; it names no one."""
        return f"C-{self.id:04d}"

    @property
    def hands(self) -> str:
        """Which hand is treated, in words."""
        sides = {operation.side for operation in self.operations}
        if len(sides) > 1:
            return "Both hands"
        return next((side.label for side in sides), "Hand not stated")

    def treatment(self, today: date) -> str:
        """Procedure and the week since, for each hand where both were treated."""
        if not self.operations:
            return self.treatment_note or "Procedure not stated"
        of_side = {side: [each for each in self.operations if each.side is side] for side in Side}
        said = {
            side: "; ".join(_done(each, today) for each in done) for side, done in of_side.items() if done
        }
        if len(said) == 1:
            return next(iter(said.values()))
        return "; ".join(f"{side.label}: {words}" for side, words in said.items())


def since_words(day: date, today: date) -> str:
    """Say how long ago, as surgeons count: whole weeks that have passed, days within the first two."""
    days = (today - day).days
    if days < 0:
        return f"planned for {day_in_words(day)}"
    if days < TWO_WEEKS_IN_DAYS:
        return f"{days} day{'' if days == 1 else 's'} since"
    return f"{days // DAYS_IN_WEEK} weeks since"


DAYS_IN_WEEK = 7
TWO_WEEKS_IN_DAYS = 14


def _done(operation: Operation, today: date) -> str:
    named = operation.procedure.label
    return named if operation.on is None else f"{named}, {since_words(operation.on, today)}"


def case_summaries(session: Session, *conditions: ColumnElement[bool]) -> tuple[CaseSummary, ...]:
    """Read the cases that meet the SQL conditions, in one query, and their operations in a second."""
    return _summaries(session, session.execute(_query().where(*conditions)).all())


def case_summary(session: Session, clinic_id: int, case_id: int) -> CaseSummary | None:
    """Read one case of a clinic."""
    found = session.execute(_query_of_one(), {"case_id": case_id, "clinic_id": clinic_id}).all()
    return next(iter(_summaries(session, found)), None)


def _summaries(session: Session, rows: Sequence[Row[Any]]) -> tuple[CaseSummary, ...]:
    done = operations_of_cases(session, [row.id for row in rows])
    return tuple(_summary(row, done.get(row.id, ())) for row in rows)


def _newest(column: Any, *conditions: ColumnElement[bool]) -> ScalarSelect[Any]:
    return select(func.max(column)).where(*conditions).correlate(Case).scalar_subquery()


@cache
def _query() -> Select[Any]:
    """Select names and facts of cases, joined by hand so that no row costs a second query."""
    newest_plan = _newest(_plan.number, _plan.case_id == Case.id)
    newest_visit = _newest(_visit.number, _visit.case_id == Case.id, _visit.signed_on.is_not(None))
    return (
        select(*_own_columns(), *_name_columns(), *_newest_columns(), *_waiting_columns())
        .join(Patient, Patient.id == Case.patient_id)
        .join(Employer, Employer.id == Case.employer_id)
        .join(User, User.id == Case.therapist_id)
        .outerjoin(JobVersion, JobVersion.id == Case.job_version_id)
        .outerjoin(Job, Job.id == JobVersion.job_profile_id)
        .outerjoin(
            AssessmentRow, and_(AssessmentRow.case_id == Case.id, AssessmentRow.number == newest_visit)
        )
        .outerjoin(
            PlanVersionRow, and_(PlanVersionRow.case_id == Case.id, PlanVersionRow.number == newest_plan)
        )
        .outerjoin(PlanDraft, PlanDraft.case_id == Case.id)
    )


@cache
def _query_of_one() -> Select[Any]:
    """Narrow the query to one case, once: it heads every page of a case."""
    return _query().where(Case.id == bindparam("case_id"), Case.clinic_id == bindparam("clinic_id"))


def _own_columns() -> tuple[Any, ...]:
    """Build the columns of the case itself: bare ones, for a caseload has many rows."""
    return (
        *(Case.id, Case.employer_id, Case.therapist_id, Case.job_version_id),
        *(Case.job_title, Case.status, Case.treatment_note, Case.opened_on),
    )


def _name_columns() -> tuple[Any, ...]:
    return (
        Patient.given_name,
        Patient.family_name,
        Patient.number.label("patient_number"),
        Employer.name.label("employer_name"),
        User.name.label("therapist_name"),
        Job.title.label("profile_title"),
    )


def _newest_columns() -> tuple[Any, ...]:
    """Build the columns of the present job, the newest signed visit, the newest plan and the draft."""
    return (
        JobVersion.number.label("job_version_number"),
        JobVersion.confirmed_on,
        AssessmentRow.id.label("assessment_id"),
        AssessmentRow.visit_on,
        PlanVersionRow.number.label("plan_number"),
        PlanVersionRow.signed_on,
        PlanVersionRow.review_on,
        PlanVersionRow.job_version_id.label("plan_job_version_id"),
        PlanVersionRow.assessment_id.label("plan_assessment_id"),
        PlanDraft.begun_on,
    )


def _waiting_columns() -> tuple[Any, ...]:
    """Build the columns that say what waits or went out, each a subquery on its own index."""
    to_employer = Release.recipient == Recipient.EMPLOYER
    unsigned = _visit.signed_on.is_(None)
    return (
        _newest(Release.plan_number, Release.case_id == Case.id, to_employer).label("released_number"),
        _workbook_since().label("workbook_since"),
        _newest(_visit.visit_on, _visit.case_id == Case.id, unsigned).label("visit_begun_on"),
    )


def _workbook_since() -> ScalarSelect[Any]:
    """Look for the newest upload that still waits: the case itself took no later sheet as its job.

    Only the case's own version answers its upload: what another case confirms, for the same employer or
    even for the same job, says nothing of this one's. A version written by hand does not count as a sheet:
    it answers nothing that an employer sent.
    """
    unanswered = or_(JobVersion.sha256.is_(None), JobVersion.created_at <= ImportPreview.created_at)
    waiting = select(func.max(ImportPreview.uploaded_on)).where(ImportPreview.case_id == Case.id, unanswered)
    return waiting.correlate(Case, JobVersion).scalar_subquery()


def _summary(row: Row[Any], operations: tuple[Operation, ...]) -> CaseSummary:
    return CaseSummary(
        id=row.id,
        patient_name=f"{row.given_name} {row.family_name}",
        patient_number=row.patient_number,
        employer_id=row.employer_id,
        employer_name=row.employer_name,
        therapist_id=row.therapist_id,
        therapist_name=row.therapist_name,
        job_title=row.profile_title or row.job_title,
        job_version_number=row.job_version_number,
        status=row.status,
        treatment_note=row.treatment_note,
        operations=operations,
        facts=_facts(row),
    )


def _facts(row: Row[Any]) -> CaseFacts:
    made_from = (row.plan_job_version_id, row.plan_assessment_id)
    return CaseFacts(
        opened_on=row.opened_on,
        closed=row.status is CaseStatus.CLOSED,
        workbook_waiting_since=row.workbook_since,
        job_confirmed_on=row.confirmed_on,
        visit_begun_on=row.visit_begun_on,
        assessed_on=row.visit_on,
        draft_begun_on=row.begun_on,
        plan_number=row.plan_number,
        plan_signed_on=row.signed_on,
        plan_is_current=made_from == (row.job_version_id, row.assessment_id),
        review_on=row.review_on,
        released_number=row.released_number,
    )
