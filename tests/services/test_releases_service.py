"""Leaving the clinic: consent, approvals, the frozen release, its files, and what must never be in them."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest
from a_clinic import TODAY
from a_plannable_case import CLERK, VISIT, make_plannable
from sqlalchemy import select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.plan import Consent, ConsentScope, Recipient
from rtw.services.actor import Actor
from rtw.services.consents import consents, record_consent, withdraw_consent
from rtw.services.permission import NotFoundError
from rtw.services.plans import acts, sign
from rtw.services.plans.acts import PlanWords
from rtw.services.plans.versions import signed_version
from rtw.services.releases import approvals, papers
from rtw.services.releases.desk import desk_of, release_page
from rtw.services.releases.release import release
from rtw.services.releases.sent import sent_file, sent_releases, snapshot_of
from rtw.store import codec
from rtw.store.cases import Case
from rtw.store.frozen import FrozenRecordError, guard
from rtw.store.jobs import JobVersion
from rtw.store.people import Clinic
from rtw.store.releases import Release, ReleaseFile

NOTE = "Call before changing hours."
AGREED = Consent(Recipient.EMPLOYER, ConsentScope.FUNCTIONAL, TODAY)


@pytest.fixture
def signed(session: Session, therapist: Actor, case: Case) -> int:
    """A case with a signed plan that carries a note to the employer."""
    make_plannable(session, case)
    acts.compute(session, therapist, case.id, TODAY)
    acts.keep_words(session, therapist, case.id, PlanWords(employer_note=NOTE), TODAY)
    assert not isinstance(sign.sign(session, therapist, case.id, "", TODAY), tuple)
    return case.id


def _released(session: Session, actor: Actor, case_id: int) -> Release:
    assert record_consent(session, actor, case_id, AGREED, TODAY) is None
    assert approvals.approve_text(session, actor, case_id, NOTE, "A. Therapist", TODAY) is None
    row = release(session, actor, case_id, Recipient.EMPLOYER, TODAY)
    assert isinstance(row, Release)
    return row


def _codes(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return [problem.code for problem in found]


def test_nothing_is_on_the_desk_before_a_plan_is_signed(
    session: Session, therapist: Actor, case: Case
) -> None:
    assert release_page(session, therapist, case.id, Recipient.EMPLOYER, TODAY).desk is None
    with pytest.raises(NotFoundError):
        release(session, therapist, case.id, Recipient.EMPLOYER, TODAY)


def test_without_consent_and_approval_nothing_leaves(session: Session, therapist: Actor, signed: int) -> None:
    refused = release(session, therapist, signed, Recipient.EMPLOYER, TODAY)
    assert _codes(refused) == ["no-consent", "text-not-approved"]
    desk = desk_of(session, therapist, signed, Recipient.EMPLOYER, TODAY)
    assert desk.texts_to_approve == (NOTE,)
    assert desk.draft.report.is_draft
    assert session.scalar(select(Release)) is None


def test_a_release_freezes_what_the_desk_showed(session: Session, therapist: Actor, signed: int) -> None:
    guard()
    row = _released(session, therapist, signed)
    shown = snapshot_of(session, therapist, signed, row.id)
    assert shown.is_unaltered
    assert not shown.report.is_draft
    assert shown.report.version == 1
    assert NOTE in [statement.text for statement in shown.report.statements]
    names = [file.filename for file in shown.release.files]
    stem = f"plan-c-{signed:04d}-v1"
    assert names == [f"{stem}.xlsx", f"{stem}.pdf", f"{stem}-note.pdf", f"{stem}.ics"]
    row.released_by = "Somebody else"
    with pytest.raises(FrozenRecordError):
        session.flush()


def test_consent_is_for_one_recipient_alone(session: Session, therapist: Actor, signed: int) -> None:
    _released(session, therapist, signed)
    refused = release(session, therapist, signed, Recipient.INSURER, TODAY)
    assert _codes(refused) == ["no-consent"]


def test_a_withdrawn_consent_stops_the_next_release_and_keeps_the_last(
    session: Session, therapist: Actor, signed: int
) -> None:
    _released(session, therapist, signed)
    withdraw_consent(session, therapist, signed, consents(session, signed)[0].id, TODAY)
    assert _codes(release(session, therapist, signed, Recipient.EMPLOYER, TODAY)) == ["consent-not-in-force"]
    assert len(sent_releases(session, signed)) == 1
    renewed = replace(AGREED, scope=ConsentScope.FUNCTIONAL_AND_REASON)
    assert record_consent(session, therapist, signed, renewed, TODAY) is None
    assert isinstance(release(session, therapist, signed, Recipient.EMPLOYER, TODAY), Release)


def test_a_consent_of_tomorrow_or_without_length_is_refused(
    session: Session, therapist: Actor, signed: int
) -> None:
    ahead = replace(AGREED, given_on=TODAY + timedelta(days=1))
    backwards = replace(AGREED, until=TODAY - timedelta(days=1))
    found = [record_consent(session, therapist, signed, each, TODAY) for each in (ahead, backwards)]
    assert [problem.code for problem in found if problem] == ["consent-in-future", "consent-ends-early"]
    assert consents(session, signed) == ()


def test_a_place_that_asks_for_the_physician_waits_for_this_version(
    session: Session, therapist: Actor, signed: int
) -> None:
    clinic = session.get_one(Clinic, therapist.clinic_id)
    clinic.disclosure_profile = "us_washington"
    session.flush()
    record_consent(session, therapist, signed, AGREED, TODAY)
    approvals.approve_text(session, therapist, signed, NOTE, "A. Therapist", TODAY)
    assert _codes(release(session, therapist, signed, Recipient.EMPLOYER, TODAY)) == ["no-physician-approval"]
    early = approvals.approve_by_physician(session, therapist, signed, "Dr. Marker", date(2027, 1, 1), TODAY)
    assert isinstance(early, Problem)
    assert approvals.approve_by_physician(session, therapist, signed, "Dr. Marker", TODAY, TODAY) is None
    row = release(session, therapist, signed, Recipient.EMPLOYER, TODAY)
    assert isinstance(row, Release)
    assert row.disclosure_profile == "us_washington"
    assert b"Marker" not in b"".join(_opened(session, row))


def test_names_typed_by_a_clinician_wait_for_approval(
    session: Session, therapist: Actor, signed: int
) -> None:
    version = session.scalars(select(JobVersion)).one()
    renamed = replace(CLERK, tasks=(replace(CLERK.tasks[0], name="Light typing"), *CLERK.tasks[1:]))
    copy = JobVersion(
        job_profile_id=version.job_profile_id,
        number=2,
        profile=codec.dump(renamed),
        copied_from_id=version.id,
        confirmed_on=TODAY,
    )
    session.add(copy)
    session.flush()
    session.get_one(Case, signed).job_version = copy
    acts.compute(session, therapist, signed, TODAY)
    assert not isinstance(sign.sign(session, therapist, signed, "", TODAY), tuple)
    desk = desk_of(session, therapist, signed, Recipient.EMPLOYER, TODAY)
    assert desk.texts_to_approve == ("Light typing",)
    assert "Light typing" not in json.dumps(
        [task.text for week in desk.draft.report.weeks for task in week.tasks]
    )


def test_a_job_written_in_the_browser_has_no_words_of_the_employer(
    session: Session, therapist: Actor, signed: int
) -> None:
    known = session.scalars(select(JobVersion)).one()
    desk = desk_of(session, therapist, signed, Recipient.EMPLOYER, TODAY)
    assert desk.disclosure.employers_words == {CLERK.title, *(task.name for task in CLERK.tasks)}
    written = JobVersion(
        job_profile_id=known.job_profile_id, number=2, profile=codec.dump(CLERK), confirmed_on=TODAY
    )
    session.add(written)
    session.flush()
    session.get_one(Case, signed).job_version = written
    acts.compute(session, therapist, signed, TODAY)
    sign.sign(session, therapist, signed, "", TODAY)
    again = desk_of(session, therapist, signed, Recipient.EMPLOYER, TODAY)
    assert again.disclosure.employers_words == frozenset()
    assert CLERK.title in again.texts_to_approve


def _marked(visit: Assessment) -> Assessment:
    return replace(visit, notes="XMARKNOTEX", assessor="XMARKASSESSORX")


def test_no_clinical_word_is_in_any_byte_that_leaves(session: Session, therapist: Actor, case: Case) -> None:
    make_plannable(session, case, visit=_marked(VISIT))
    case.treatment_note, case.physician_name = "XMARKPROCEDUREX", "XMARKPHYSICIANX"
    case.patient.other_conditions = "XMARKCONDITIONX"
    acts.compute(session, therapist, case.id, TODAY)
    acts.keep_words(session, therapist, case.id, PlanWords(employer_note=NOTE, reason="XMARKREASONX"), TODAY)
    sign.sign(session, therapist, case.id, "", TODAY)
    row = _released(session, therapist, case.id)
    told = b"".join((*_opened(session, row), json.dumps(row.snapshot).encode()))
    assert b"Enter claims" in told
    for marker in (b"XMARK", b"carpal", b"Carpal", b"2.4"):
        assert marker not in told


def _opened(session: Session, row: Release) -> list[bytes]:
    """The bytes of every file, those of workbooks unpacked."""
    found: list[bytes] = []
    for file in session.scalars(select(ReleaseFile).where(ReleaseFile.release_id == row.id)):
        if file.filename.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(file.data)) as book:
                found += [book.read(name) for name in book.namelist()]
        found.append(file.filename.encode())
        if not file.filename.endswith((".xlsx", ".pdf")):
            found.append(file.data)
    return found


def test_files_are_handed_out_as_they_left_and_only_for_their_case(
    session: Session, therapist: Actor, signed: int
) -> None:
    row = _released(session, therapist, signed)
    first = sent_releases(session, signed)[0].files[0]
    assert sent_file(session, therapist, signed, first.id).data.startswith(b"PK")
    with pytest.raises(NotFoundError):
        sent_file(session, therapist, signed, 999_999)
    with pytest.raises(NotFoundError):
        snapshot_of(session, therapist, signed, row.id + 1)


def test_previews_say_draft_and_clinic_papers_are_made(
    session: Session, therapist: Actor, signed: int
) -> None:
    name, data = papers.preview(session, therapist, signed, Recipient.EMPLOYER, "employer.ics", TODAY)
    assert name.endswith("-draft.ics")
    assert b"DRAFT" in data
    for paper in papers.CLINIC_PAPERS:
        name, data = papers.clinic_paper(session, therapist, signed, paper, TODAY)
        assert name.endswith(paper)
        assert data.startswith(b"BEGIN:VCALENDAR" if paper.endswith("ics") else b"%PDF")
    with pytest.raises(NotFoundError):
        papers.clinic_paper(session, therapist, signed, "employer.pdf", TODAY)


def test_what_was_signed_on_is_matched_again_as_it_was(
    session: Session, therapist: Actor, signed: int
) -> None:
    version = signed_version(session, therapist, signed)
    assert version.working.outcome is not None
    acts.begin_again(session, therapist, signed, TODAY)
    kept = sign.load_ground(session, therapist, signed, TODAY).plan
    assert kept.schedule == version.plan.schedule
    assert kept.employer_note == NOTE
    assert kept.done == ()
