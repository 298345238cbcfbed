"""Papers made on the spot: drafts for the employer, and those that stay with clinic and patient."""

from datetime import date

from sqlalchemy.orm import Session

from rtw.documents.values import CaseHead
from rtw.domain.dates import day_in_words
from rtw.domain.plan import Plan, Recipient
from rtw.domain.planning import CaseFindings, Matched, matched
from rtw.services.actor import Actor
from rtw.services.case_figures import figures_for
from rtw.services.case_record import CaseRecord, case_record
from rtw.services.measures.build import measures_of
from rtw.services.measures.norm_choice import norm_choices
from rtw.services.permission import NotFoundError
from rtw.services.plan_documents import File, PlanPapers, clinic_files, employer_files
from rtw.services.plans.versions import SignedVersion
from rtw.services.recovery.days import days_of
from rtw.services.recovery.of_case import recovery_of
from rtw.services.releases.desk import Desk, desk_of
from rtw.services.releases.disclosure import job_of
from rtw.services.releases.release import named_files

CLINIC_PAPERS = ("clinician.pdf", "patient.pdf", "patient.ics")
EMPLOYER_PAPERS = ("employer.xlsx", "employer.pdf", "note.pdf", "employer.ics")


def preview(
    session: Session, actor: Actor, case_id: int, recipient: Recipient, name: str, today: date
) -> File:
    """Make one paper of the recipient as a DRAFT."""
    desk = desk_of(session, actor, case_id, recipient, today)
    files = dict(zip(EMPLOYER_PAPERS, employer_files(desk.draft, today), strict=True))
    if name not in files:
        raise NotFoundError(name)
    return named_files(desk.draft.report, (files[name],))[0]


def clinic_paper(session: Session, actor: Actor, case_id: int, name: str, today: date) -> File:
    """Make one of the papers that stay with clinic and patient."""
    if name not in CLINIC_PAPERS:
        raise NotFoundError(name)
    desk = desk_of(session, actor, case_id, Recipient.EMPLOYER, today)
    record = case_record(session, actor, case_id)
    findings = _findings(session, record, desk.signed)
    papers = PlanPapers(
        head=_head(desk, record),
        version=desk.signed.version,
        done=as_signed(session, record, desk.signed),
        draft=desk.draft,
        disclosure=desk.disclosure,
        outcome=desk.signed.working.outcome,
        patient=findings.patient,
        measures=measures_of(
            findings.patient, findings.operations, findings.assessments, norm_choices(session, case_id)
        ),
        recovery=recovery_of(findings.operations, findings.assessments, desk.signed.signed_on or today),
        days=days_of(findings.operations, findings.profile, desk.signed.plan.schedule),
    )
    data = dict(clinic_files(papers, today))[name]
    return f"{desk.case.reference.lower()}-plan-{desk.signed.version.number}-{name}", data


def as_signed(session: Session, record: CaseRecord, signed: SignedVersion) -> Matched:
    """Match once more what the plan was signed on: that job, the visits up to then, its accommodations."""
    return matched(_findings(session, record, signed), figures_for(record), signed.signed_on or date.min)


def _findings(session: Session, record: CaseRecord, signed: SignedVersion) -> CaseFindings:
    plan: Plan = signed.plan
    profile, _ = job_of(session, signed.job_version_id)
    last = plan.made_from.assessment_version
    chosen = {choice.accommodation_id for choice in plan.accommodations}
    same_job = record.job_version_id == signed.job_version_id
    return CaseFindings(
        profile=profile,
        patient=record.patient,
        operations=record.operations,
        assessments=tuple(visit.assessment for visit in record.signed_visits if visit.number <= last),
        chosen=tuple(e.effect for e in record.accommodations if e.accommodation.id in chosen),
        overrides=tuple(kept.override for kept in record.overrides) if same_job else (),
    )


def _head(desk: Desk, record: CaseRecord) -> CaseHead:
    clinic, patient = desk.disclosure.clinic, desk.case.patient
    lines = (*clinic.address, *(line for line in (clinic.phone, clinic.email) if line))
    operations = "; ".join(
        f"{each.procedure.label}, {each.side.label.lower()}{f', {day_in_words(each.on)}' if each.on else ''}"
        for each in record.operations
    )
    about = (
        ("Clinic number", patient.number),
        ("Treatment", operations or "none recorded"),
        ("Job", desk.disclosure.job_title),
        ("Employer", desk.case.employer.name),
    )
    therapist = desk.disclosure.contact.name
    return CaseHead(clinic.name, lines, desk.case.reference, patient.name, therapist, about)
