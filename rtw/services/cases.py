"""Opening, finding and heading cases."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem, Severity
from rtw.domain.assessment.operation import Operation, Sex
from rtw.domain.case_progress import Need, Step, StepState, needs, step_states
from rtw.domain.hands import Side
from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.case_facts import CaseSummary, case_summaries, case_summary
from rtw.services.employers import employer, employer_named
from rtw.services.permission import NotFoundError, Permission, case_for, require
from rtw.services.treatments import operation_row
from rtw.store.cases import Case, CaseStatus
from rtw.store.people import Employer, Patient


@dataclass(frozen=True, slots=True)
class CaseDetails:
    """What heads a case beside its operations, which have their own page."""

    job_title: str = ""
    physician_name: str = ""
    case_manager_id: int | None = None


@dataclass(frozen=True, slots=True)
class PatientDetails:
    """Who the patient is. An empty `number` takes the next free one; `sex` None: not stated."""

    given_name: str
    family_name: str
    number: str = ""
    born_on: date | None = None
    dominant_side: Side | None = None
    sex: Sex | None = None
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class NewCase:
    """A case to be opened for a new patient, or one the clinic knows (`patient_id`)."""

    patient: PatientDetails | None
    employer_name: str
    details: CaseDetails
    patient_id: int | None = None
    employer_id: int | None = None
    operations: tuple[Operation, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """A case in the list, with what it needs; `needs` is empty where nothing is due."""

    case: CaseSummary
    needs: tuple[Need, ...]

    @property
    def next_need(self) -> Need | None:
        """The one thing to do first."""
        return self.needs[0] if self.needs else None


@dataclass(frozen=True, slots=True)
class CaseHeader:
    """What stands over every page of a case."""

    case: CaseSummary
    steps: dict[Step, StepState]
    needs: tuple[Need, ...]


def caseload(
    session: Session, actor: Actor, today: date, *, whole_clinic: bool, search: str = "", closed: bool = False
) -> tuple[CaseloadRow, ...]:
    """List cases, those that wait longest first, then by the next review.

    `search` looks in names, numbers, employers and jobs, over closed cases too.
    """
    require(actor, Permission.SEE_CASES)
    conditions: list[ColumnElement[bool]] = [Case.clinic_id == actor.clinic_id]
    if search.strip():
        conditions.append(_search(search.strip()))
    else:
        conditions.append((Case.status == CaseStatus.CLOSED) == closed)
        if not whole_clinic:
            conditions.append(Case.therapist_id == actor.id)
    rows = [CaseloadRow(case, needs(case.facts, today)) for case in case_summaries(session, *conditions)]
    return tuple(sorted(rows, key=_urgency))


def _search(text: str) -> ColumnElement[bool]:
    """Look for every word, in any order: "Reyes Tabitha" and "Reyes, Tabitha" find Tabitha Reyes."""
    words = text.replace(",", " ").split()
    found = and_(*(_holds(word) for word in words)) if words else false()
    number = text.upper().removeprefix("C-").lstrip("0")
    is_number = number.isascii() and number.isdecimal() and len(number) < 10
    return or_(found, Case.id == int(number)) if is_number else found


def _holds(word: str) -> ColumnElement[bool]:
    """Find a word as it stands: a percent sign is no wildcard."""
    columns = (Patient.given_name, Patient.family_name, Patient.number, Employer.name, Case.job_title)
    return or_(*(func.lower(column).contains(word.lower(), autoescape=True) for column in columns))


def _urgency(row: CaseloadRow) -> tuple[bool, date, str]:
    """Order by what waits longest; cases with nothing to do come last, by their next review."""
    waits = row.next_need
    when = waits.since if waits else (row.case.facts.review_on or date.max)
    return (waits is None, when, row.case.patient_name)


def case_header(session: Session, actor: Actor, case_id: int, today: date) -> CaseHeader:
    """Return what stands over every page of the case."""
    require(actor, Permission.SEE_CLINICAL)
    found = case_summary(session, actor.clinic_id, case_id)
    if found is None:
        raise NotFoundError(f"case {case_id}")
    return CaseHeader(found, step_states(found.facts, today), needs(found.facts, today))


def open_case(session: Session, actor: Actor, new: NewCase, today: date) -> Case | Problem:
    """Open a case and make the actor its therapist."""
    require(actor, Permission.EDIT_CASES)
    patient = _patient_for(session, actor, new)
    if isinstance(patient, Problem):
        return patient
    at_work = (
        employer(session, actor, new.employer_id)
        if new.employer_id
        else employer_named(session, actor, new.employer_name)
    )
    case = Case(
        clinic_id=actor.clinic_id,
        patient_id=patient.id,
        employer_id=at_work.id,
        therapist_id=actor.id,
        opened_on=today,
        **asdict(new.details),
    )
    session.add(case)
    session.flush()
    session.add_all(operation_row(case.id, operation) for operation in new.operations)
    audit.record(session, actor, "opened", "case", case.id, case_id=case.id)
    return case


def _patient_for(session: Session, actor: Actor, new: NewCase) -> Patient | Problem:
    if new.patient_id is not None:
        return patient(session, actor, new.patient_id)
    if new.patient is None:
        raise ValueError("a case needs a patient, known or new")
    return add_patient(session, actor, new.patient)


def patient(session: Session, actor: Actor, patient_id: int) -> Patient:
    """Return one patient of the actor's clinic."""
    require(actor, Permission.SEE_CLINICAL)
    found = session.get(Patient, patient_id)
    if found is None or found.clinic_id != actor.clinic_id:
        raise NotFoundError(f"patient {patient_id}")
    return found


def patients(session: Session, actor: Actor) -> tuple[Patient, ...]:
    """List the clinic's patients by family name."""
    require(actor, Permission.SEE_CLINICAL)
    query = select(Patient).where(Patient.clinic_id == actor.clinic_id)
    return tuple(session.scalars(query.order_by(Patient.family_name, Patient.given_name)))


def add_patient(session: Session, actor: Actor, new: PatientDetails) -> Patient | Problem:
    """Add a patient to the actor's clinic."""
    require(actor, Permission.EDIT_CASES)
    numbers = set(session.scalars(select(Patient.number).where(Patient.clinic_id == actor.clinic_id)))
    if new.number in numbers:
        message = f"The clinic has a patient with number {new.number} already."
        advice = "Choose that patient from the list, or leave the number empty."
        return Problem(Severity.ERROR, "patient-number-taken", message, advice, found=new.number)
    fields = asdict(new) | {"number": new.number or _free_number(numbers)}
    added = Patient(clinic_id=actor.clinic_id, **fields)
    session.add(added)
    session.flush()
    audit.record(session, actor, "added", "patient", added.id)
    return added


def _free_number(taken: set[str]) -> str:
    """Take the number after the highest the clinic gave out itself."""
    own = [int(number[2:]) for number in taken if number.startswith("P-") and number[2:].isdecimal()]
    return f"P-{max(own, default=1000) + 1}"


def case_details(session: Session, actor: Actor, case_id: int) -> CaseDetails:
    """Return what heads a case, for changing it."""
    case = case_for(session, actor, Permission.EDIT_CASES, case_id)
    return CaseDetails(**_fields(case))


def _fields(case: Case) -> dict[str, Any]:
    return {name: getattr(case, name) for name in CaseDetails.__slots__}


def change_case(session: Session, actor: Actor, case_id: int, new: CaseDetails) -> None:
    """Change what heads a case; what it was before stays in its history."""
    case = case_for(session, actor, Permission.EDIT_CASES, case_id)
    before, after = _fields(case), asdict(new)
    for name, value in after.items():
        setattr(case, name, value)
    record_change(session, actor, case, before, after)
    session.flush()


def record_change(
    session: Session, actor: Actor, case: Case, before: dict[str, Any], after: dict[str, Any]
) -> None:
    """Write a change of a case into its history; dates as ISO text."""
    old, new = (
        {k: v.isoformat() if isinstance(v, date) else v for k, v in d.items()} for d in (before, after)
    )
    audit.record(session, actor, "changed", "case", case.id, case_id=case.id, before=old, after=new)


def set_status(session: Session, actor: Actor, case_id: int, status: CaseStatus, today: date) -> None:
    """Pause, close or reopen a case."""
    case = case_for(session, actor, Permission.EDIT_CASES, case_id)
    before = {"status": case.status.value}
    case.status = status
    case.closed_on = today if status is CaseStatus.CLOSED else None
    record_change(session, actor, case, before, {"status": status.value})
    session.flush()
