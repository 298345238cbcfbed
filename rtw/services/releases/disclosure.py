"""Under which names a plan leaves, and which words are the employer's own."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from job_profiles.profile import JobProfile
from rtw.domain.disclosure.values import CatalogueEntry, ClinicCard, ContactCard, Disclosure
from rtw.domain.plan import Recipient
from rtw.knowledge.load import knowledge
from rtw.services.actor import Actor, actor_of
from rtw.services.permission import NotFoundError, Permission, require
from rtw.store import codec
from rtw.store.cases import Case
from rtw.store.jobs import JobVersion
from rtw.store.people import Clinic, User

_MOST_COPIES = 20


def case_to_disclose(session: Session, actor: Actor, case_id: int) -> Case:
    """Read a case with everybody who is named in a document, in one query."""
    require(actor, Permission.SEE_CLINICAL)
    named = (
        joinedload(Case.patient),
        joinedload(Case.employer),
        joinedload(Case.therapist).joinedload(User.clinic),
    )
    query = select(Case).where(Case.id == case_id, Case.clinic_id == actor.clinic_id).options(*named)
    case = session.scalar(query)
    if case is None:
        raise NotFoundError(f"case {case_id}")
    return case


def disclosure_of(session: Session, case: Case, job_version_id: int, recipient: Recipient) -> Disclosure:
    """Say to whom a plan goes and which names are the employer's own."""
    profile, own_words = job_of(session, job_version_id)
    therapist, clinic = actor_of(case.therapist), case.therapist.clinic
    return Disclosure(
        recipient=recipient,
        reference=case.reference,
        worker=case.patient.name,
        employer=case.employer.name,
        job_title=profile.title,
        employers_words=own_words,
        clinic=clinic_card(clinic),
        contact=ContactCard(therapist.signature, clinic.phone or None, clinic.email or None),
        catalogue=tuple(
            CatalogueEntry(entry.id, entry.employer_text) for entry in knowledge().catalogue.accommodations
        ),
    )


def clinic_card(clinic: Clinic) -> ClinicCard:
    """Return the letterhead as documents print it."""
    lines = tuple(line.strip() for line in clinic.address.splitlines() if line.strip())
    return ClinicCard(clinic.name, lines, clinic.phone or None, clinic.email or None)


def job_of(session: Session, job_version_id: int) -> tuple[JobProfile, frozenset[str]]:
    """Return a job version, and the names in it that stand in a sheet the employer sent.

    A copy that was changed in the browser keeps the words of the sheet it began from; names typed by a
    clinician are not among them.
    """
    profile, from_sheet, copied_from = _version(session, job_version_id)
    sheet = profile
    for _ in range(_MOST_COPIES):
        if from_sheet or copied_from is None:
            break
        sheet, from_sheet, copied_from = _version(session, copied_from)
    return profile, _own_words(sheet) if from_sheet else frozenset()


def _own_words(profile: JobProfile) -> frozenset[str]:
    """Return title and task names of a sheet, but for those that a person gave where it had none."""
    title = () if "title" in profile.given else (profile.title,)
    return frozenset((*title, *(task.name for task in profile.tasks if "name" not in task.given)))


def _version(session: Session, version_id: int) -> tuple[JobProfile, bool, int | None]:
    profile = codec.stored_text(JobVersion.profile)
    columns = (profile, JobVersion.source_bytes.is_not(None), JobVersion.copied_from_id)
    row = session.execute(select(*columns).where(JobVersion.id == version_id)).one()
    return codec.read(JobProfile, row[0]), bool(row[1]), row[2]
