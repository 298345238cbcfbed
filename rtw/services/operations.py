"""Which hands of a case were treated, when and how, and what of the person bears on them, as recorded."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from rtw.domain.assessment.operation import Operation, PatientFacts, SlowsHealing
from rtw.domain.hands import Side
from rtw.store.cases import Case
from rtw.store.operations import OperationRow

# Every page of a case asks this: it is built, and its place in SQLAlchemy's own cache found, only once.
_OPERATIONS = (
    select(OperationRow)
    .where(OperationRow.case_id.in_(bindparam("case_ids", expanding=True)))
    .order_by(OperationRow.id)
)


def operations_of(session: Session, case_id: int) -> tuple[Operation, ...]:
    """Read the treated hands of a case, in the order they were treated."""
    return operations_of_cases(session, [case_id]).get(case_id, ())


def operations_of_cases(session: Session, case_ids: Sequence[int]) -> dict[int, tuple[Operation, ...]]:
    """Read the treated hands of many cases in one query, each in the order they were treated.

    One whose day is missing stands last, as it may be the latest; of one day they stand as entered.
    """
    found = _operations_as_entered(session, case_ids)
    return {key: tuple(sorted(each, key=lambda o: (o.on or date.max, o.side))) for key, each in found.items()}


def operations_as_entered(session: Session, case_id: int) -> tuple[Operation, ...]:
    """Read the treated hands of a case in the order somebody wrote them down."""
    return tuple(_operations_as_entered(session, [case_id]).get(case_id, ()))


def _operations_as_entered(session: Session, case_ids: Sequence[int]) -> dict[int, list[Operation]]:
    found: dict[int, list[Operation]] = {}
    for row in session.scalars(_OPERATIONS, {"case_ids": case_ids}):
        done = Operation(
            row.side, row.procedure, row.done_on, row.nerve, row.approach, row.strength_test_from
        )
        found.setdefault(row.case_id, []).append(done)
    return found


def treated_sides(operations: Sequence[Operation]) -> tuple[Side, ...]:
    """Name the hands these operations treated, left before right."""
    return tuple(side for side in Side if any(operation.side is side for operation in operations))


def patient_facts(case: Case) -> PatientFacts:
    """Take from a patient's record what bears on the hand."""
    patient = case.patient
    return PatientFacts(
        dominant=patient.dominant_side,
        sex=patient.sex,
        born=patient.born_on,
        slows_healing=tuple(SlowsHealing(name) for name in patient.slows_healing),
        other_conditions=patient.other_conditions or None,
    )
