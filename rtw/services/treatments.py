"""What was done to the hands, and what is known of the person: entered once, heads every visit."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, joinedload

from rtw.domain.assessment.operation import Operation, PatientFacts
from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.operations import operations_as_entered, operations_of, patient_facts
from rtw.services.permission import NotFoundError, Permission, require
from rtw.store import codec
from rtw.store.cases import Case
from rtw.store.operations import OperationRow


@dataclass(frozen=True, slots=True)
class Treatment:
    """Operations of a case, in the order they were entered, and facts of its patient."""

    operations: tuple[Operation, ...]
    patient: PatientFacts


def treatment(session: Session, actor: Actor, case_id: int) -> Treatment:
    """Return what is known of operations and person."""
    case = _case(session, actor, Permission.SEE_CLINICAL, case_id)
    return Treatment(operations_as_entered(session, case_id), patient_facts(case))


def change_treatment(
    session: Session, actor: Actor, case_id: int, operations: Iterable[Operation], patient: PatientFacts
) -> None:
    """Keep operations and facts of the person, which head every page of the case."""
    case = _case(session, actor, Permission.ASSESS, case_id)
    before = _recorded(operations_of(session, case_id), patient_facts(case))
    new = tuple(operations)
    session.execute(delete(OperationRow).where(OperationRow.case_id == case_id))
    session.add_all(operation_row(case_id, operation) for operation in new)
    _describe_person(case, patient)
    session.flush()
    after = _recorded(new, patient)
    audit.record(session, actor, "changed", "treatment", case_id=case_id, before=before, after=after)


def change_operations(session: Session, actor: Actor, case_id: int, operations: Iterable[Operation]) -> None:
    """Keep other operations of a case, and leave the person as it is."""
    patient = patient_facts(_case(session, actor, Permission.ASSESS, case_id))
    change_treatment(session, actor, case_id, operations, patient)


def _case(session: Session, actor: Actor, permission: Permission, case_id: int) -> Case:
    require(actor, permission)
    query = select(Case).where(Case.id == case_id, Case.clinic_id == actor.clinic_id)
    case = session.scalar(query.options(joinedload(Case.patient)))
    if case is None:
        raise NotFoundError(f"case {case_id}")
    return case


def _recorded(operations: tuple[Operation, ...], patient: PatientFacts) -> dict[str, Any]:
    return {"operations": [codec.dump(operation) for operation in operations], **codec.dump(patient)}


def operation_row(case_id: int, operation: Operation) -> OperationRow:
    """Make the record of one treated hand."""
    return OperationRow(
        case_id=case_id,
        side=operation.side,
        procedure=operation.procedure,
        done_on=operation.on,
        nerve=operation.nerve,
        approach=operation.approach,
        strength_test_from=operation.strength_test_from,
    )


def _describe_person(case: Case, patient: PatientFacts) -> None:
    """Keep what bears on the hand; the date of birth belongs to the patient's own page."""
    case.patient.dominant_side = patient.dominant
    case.patient.sex = patient.sex
    case.patient.slows_healing = [condition.value for condition in patient.slows_healing]
    case.patient.other_conditions = patient.other_conditions or ""
