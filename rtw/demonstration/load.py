"""Loads the demonstration clinic through the same services as a person at the screen."""

from datetime import date, timedelta
from typing import Final

from sqlalchemy.orm import Session

from rtw.demonstration.cases.assembler import assembler
from rtw.demonstration.cases.case import DemoCase, DemoPlan, workday
from rtw.demonstration.cases.clerk import clerk
from rtw.demonstration.cases.hygienist import hygienist
from rtw.demonstration.cases.packer import packer
from rtw.demonstration.done import done, granted
from rtw.demonstration.make_workbooks import WORKBOOKS
from rtw.demonstration.people import add_accounts, is_loaded, tie_accounts
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.plan import Consent, ConsentScope, Recipient
from rtw.services.accommodations.choosing import change_place, choose
from rtw.services.actor import Actor
from rtw.services.assessments import begin_visit, save_visit, sign_visit
from rtw.services.cases import CaseDetails, NewCase, open_case
from rtw.services.consents import record_consent
from rtw.services.jobs.confirming import Choices, confirm
from rtw.services.jobs.previews import Upload, answer, preview, upload
from rtw.services.plans.acts import compute, keep_words, set_up
from rtw.services.plans.sign import sign
from rtw.services.releases.release import release
from rtw.services.treatments import change_treatment
from rtw.store.cases import Case

CASES: Final = (clerk, assembler, hygienist, packer)
"""The clerk comes first: the employer's and the patient's account belong to that case."""


def load_clinic(session: Session, today: date) -> bool:
    """Load the clinic as it stands `today`, unless it is there already; says whether it did."""
    if is_loaded(session):
        return False
    therapist, manager_id = add_accounts(session)
    numbers = [load_case(session, therapist, invented(today), manager_id) for invented in CASES]
    tie_accounts(session, numbers[0])
    return True


def load_case(session: Session, actor: Actor, invented: DemoCase, manager_id: int | None = None) -> int:
    """Load one case as far as it has come; returns its number."""
    case = _open(session, actor, invented, manager_id)
    change_treatment(session, actor, case.id, invented.operations, invented.facts)
    change_place(session, actor, case.id, invented.settings, invented.circumstances)
    preview_id = _upload(session, actor, case, invented)
    if invented.plan is None:
        _save_visit(session, actor, case.id, invented.visits[-1])
        return case.id
    _confirm(session, actor, preview_id, invented)
    for visit in invented.visits:
        visit_id = _save_visit(session, actor, case.id, visit)
        granted([sign_visit(session, actor, case.id, visit_id, visit.on)])
    _plan(session, actor, case.id, invented.plan, invented.last_visit_on)
    return case.id


def _open(session: Session, actor: Actor, invented: DemoCase, manager_id: int | None) -> Case:
    details = CaseDetails(
        job_title=invented.job_title,
        physician_name=invented.physician,
        case_manager_id=manager_id,
    )
    return done(
        open_case(session, actor, NewCase(invented.patient, invented.employer, details), invented.opened_on)
    )


def _upload(session: Session, actor: Actor, case: Case, invented: DemoCase) -> int:
    data = (WORKBOOKS / invented.workbook).read_bytes()
    new = Upload(data, invented.workbook, case.employer_id, case.id)
    return done(upload(session, actor, new, _sheet_came_on(invented)))


def _sheet_came_on(invented: DemoCase) -> date:
    return workday(invented.opened_on + timedelta(days=3))


def _confirm(session: Session, actor: Actor, preview_id: int, invented: DemoCase) -> None:
    answer(session, actor, preview_id, dict(invented.answers))
    choices = Choices(preview(session, actor, preview_id).mark, {0: None})
    done(confirm(session, actor, preview_id, choices, _sheet_came_on(invented)))


def _save_visit(session: Session, actor: Actor, case_id: int, visit: Assessment) -> int:
    begun = begin_visit(session, actor, case_id, visit.on)
    save_visit(session, actor, case_id, begun.id, visit)
    return begun.id


def _plan(session: Session, actor: Actor, case_id: int, plan: DemoPlan, on: date) -> None:
    for name, choice in plan.accommodations:
        granted(choose(session, actor, case_id, name, choice, on))
    set_up(session, actor, case_id, plan.setup, on)
    compute(session, actor, case_id, on)
    keep_words(session, actor, case_id, plan.words, on)
    done(sign(session, actor, case_id, "", on))
    consent = Consent(Recipient.EMPLOYER, ConsentScope.FUNCTIONAL, plan.consent_on)
    granted([record_consent(session, actor, case_id, consent, on)])
    done(release(session, actor, case_id, Recipient.EMPLOYER, on))
