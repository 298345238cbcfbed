"""Visits of a case: beginning one from the last, saving, looking it through, signing."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from job_profiles.problem import Problem, Severity
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.conventions import COPY_VALIDITY, MOTION_FACTOR, PLAUSIBILITY
from rtw.domain.assessment.copy_forward import copy_forward
from rtw.domain.assessment.findings import Motion
from rtw.domain.assessment.plausibility import MotionRange, PlausibilityRules, plausibility
from rtw.domain.assessment.strength_tests import allowed_from, early_tests, holds_tested, strength_holds
from rtw.domain.capacity import StrengthHold
from rtw.domain.hands import Side
from rtw.domain.measures.motion import NormalMotion
from rtw.domain.scores.questions import score_questions
from rtw.knowledge.for_domain import strength_test_rules
from rtw.knowledge.for_measures import normal_motions
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import Knowledge, knowledge
from rtw.services import audit
from rtw.services.actor import Actor
from rtw.services.case_record import CaseRecord
from rtw.services.off_scale import sieved, unsignable
from rtw.services.operations import operations_of
from rtw.services.permission import NotFoundError, Permission, case_for
from rtw.services.treatments import change_operations
from rtw.services.visits import Visit, visits_of
from rtw.store import codec
from rtw.store.assessments import AssessmentRow

EMPTY = "empty-visit"
EARLY_TEST = "strength-test-too-early"
_TREATMENT_FIRST = "The treatment is not entered yet: from it follows when strength may be tested."


def begin_visit(session: Session, actor: Actor, case_id: int, today: date) -> Visit:
    """Begin a visit with what is still valid from the last signed one; go on with one already begun."""
    case_for(session, actor, Permission.ASSESS, case_id)
    visits = visits_of(session, case_id)
    begun = next((visit for visit in visits if not visit.is_signed), None)
    if begun is not None:
        return begun
    last = visits[-1] if visits else None
    value = (
        copy_forward(last.assessment, today, COPY_VALIDITY, actor.signature)
        if last
        else Assessment(today, actor.signature)
    )
    row = AssessmentRow(
        case_id=case_id,
        number=(last.number if last else 0) + 1,
        visit_on=today,
        data=codec.dump(value),
        copied_from_id=last.id if last else None,
        author_id=actor.id,
    )
    session.add(row)
    session.flush()
    audit.record(session, actor, "begun", "visit", row.number, case_id=case_id)
    return Visit(row.id, row.number, value, None, None)


def save_visit(session: Session, actor: Actor, case_id: int, visit_id: int, value: Assessment) -> None:
    """Keep what was entered. A signed visit never changes: NotFoundError, as for one of another case."""
    row = _unsigned(session, actor, case_id, visit_id)
    row.data, row.visit_on = codec.dump(replace(value, assessor=actor.signature)), value.on
    session.flush()
    audit.record(session, actor, "saved", "visit", row.number, case_id=case_id)


def sign_visit(
    session: Session,
    actor: Actor,
    case_id: int,
    visit_id: int,
    today: date,
    *,
    early_tests_allowed: bool = False,
) -> Problem | None:
    """Put her name to the visit; from now on it counts and never changes.

    An entry that cannot be must be changed or emptied first; a strength tested before its date, or without
    one, needs her word that the surgeon allowed it, which is kept with the treatment. Nothing else stands in
    the way.
    """
    row = _unsigned(session, actor, case_id, visit_id)
    value = codec.load(Assessment, row.data)
    early = early_tests(value, operations_of(session, case_id), strength_test_rules(knowledge()))
    refused = (
        _nothing(value) or unsignable(value) or (_unallowed() if early and not early_tests_allowed else None)
    )
    if refused is not None:
        return refused
    if early:
        _keep_leave(session, actor, case_id, value)
    row.signed_by_id, row.signed_on = actor.id, today
    session.flush()
    after = {"visit_on": value.on.isoformat()}
    after |= {"allowed_early": " ".join(problem.message for problem in early)} if early else {}
    audit.record(session, actor, "signed", "visit", row.number, case_id=case_id, after=after)
    return None


def _nothing(value: Assessment) -> Problem | None:
    """Refuse an empty visit: signed, it would stand as the newest and say nothing of either hand."""
    if not value.is_empty:
        return None
    advice = "Enter what was found, or discard the visit."
    return Problem(Severity.ERROR, EMPTY, "Nothing was entered at this visit.", advice)


def _unallowed() -> Problem:
    """Ask for the surgeon's leave, without which a strength tested early is not signed."""
    advice = "Mark below that the surgeon allowed it, or take the figures out."
    return Problem(Severity.ERROR, EARLY_TEST, "Strength was tested before its date, or without one.", advice)


def _keep_leave(session: Session, actor: Actor, case_id: int, value: Assessment) -> None:
    """Keep the surgeon's leave to test with the treatment, so that no later visit asks for it again."""
    rules, operations = strength_test_rules(knowledge()), operations_of(session, case_id)
    sides = {hold.side for hold in holds_tested(value, operations, rules)}
    change_operations(session, actor, case_id, allowed_from(operations, rules, sides, value.on))


def discard_visit(session: Session, actor: Actor, case_id: int, visit_id: int) -> None:
    """Throw a visit away that was begun and never signed."""
    row = _unsigned(session, actor, case_id, visit_id)
    session.delete(row)
    session.flush()
    audit.record(session, actor, "discarded", "visit", row.number, case_id=case_id)


def _unsigned(session: Session, actor: Actor, case_id: int, visit_id: int) -> AssessmentRow:
    case_for(session, actor, Permission.ASSESS, case_id)
    row = session.get(AssessmentRow, visit_id)
    if row is None or row.case_id != case_id or row.signed_on is not None:
        raise NotFoundError(f"unsigned visit {visit_id} of case {case_id}")
    return row


def visit_in(record: CaseRecord, visit_id: int) -> Visit:
    """Find a visit of a case."""
    found = next((visit for visit in record.visits if visit.id == visit_id), None)
    if found is None:
        raise NotFoundError(f"visit {visit_id} of case {record.case_id}")
    return found


def visit_before(record: CaseRecord, visit: Visit) -> Visit | None:
    """Return the signed visit before this one."""
    earlier = [other for other in record.signed_visits if other.number < visit.number]
    return earlier[-1] if earlier else None


def strength_holds_of(record: CaseRecord) -> tuple[StrengthHold, ...]:
    """Say for each treated hand from when on its strength may be tested.

    While nobody entered the treatment both hands are held: which one was operated on is not known.
    """
    if not record.operations:
        return tuple(StrengthHold(side, None, _TREATMENT_FIRST) for side in Side)
    return strength_holds(record.operations, strength_test_rules(knowledge()))


def questions_about(record: CaseRecord, value: Assessment, before: Visit | None) -> tuple[Problem, ...]:
    """List what should be looked at again, and strength tested too early. None of it blocks."""
    early = early_tests(value, record.operations, strength_test_rules(knowledge()))
    counted = sieved(value).counted
    asked = plausibility(counted, before.assessment if before else None, plausibility_rules())
    return (*early, *asked, *score_questions(value.scores, score_rules(knowledge())))


def plausibility_rules() -> PlausibilityRules:
    """Return where an entry is asked about: the product's conventions, and the largest published motions."""
    return replace(PLAUSIBILITY, motions=motion_ranges(knowledge()))


def motion_ranges(known: Knowledge) -> tuple[MotionRange, ...]:
    """Return how far each motion may go before it is asked about, from the largest published normal."""
    largest = largest_normals(known)
    return tuple(MotionRange(m, n.degrees * MOTION_FACTOR, n.source) for m, n in largest.items())


def largest_normals(known: Knowledge) -> dict[Motion, NormalMotion]:
    """Find the largest published normal of each motion, whatever its authority."""
    largest: dict[Motion, NormalMotion] = {}
    for normal in normal_motions(known):
        if normal.degrees > _degrees(largest.get(normal.motion)):
            largest[normal.motion] = normal
    return largest


def _degrees(normal: NormalMotion | None) -> float:
    return 0.0 if normal is None else normal.degrees
