"""Demand sheets from upload to version, on both databases."""

import hashlib
from pathlib import Path

import pytest
from a_clinic import TODAY, new_case, new_user
from an_upload import CLERK, LETTERS, MISTAKES, bytes_of, confirmed_by, uploaded
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind
from job_profiles.problem import Problem, Severity
from job_profiles.profile import Demand, JobProfile, Task
from job_profiles.read import read_workbook
from rtw.services.actor import Actor, actor_of
from rtw.services.audit import history
from rtw.services.case_facts import case_summary
from rtw.services.employers import employer_named
from rtw.services.jobs import catalogue, previews
from rtw.services.jobs.carrying import carried
from rtw.services.jobs.confirming import Choices, Confirmed, confirm, suggested_jobs
from rtw.services.jobs.of_case import job_of_case
from rtw.services.jobs.versions import attach, copy_to_employer
from rtw.services.jobs.waiting import waiting
from rtw.services.permission import NotAllowedError, NotFoundError
from rtw.services.releases.disclosure import job_of
from rtw.store import codec
from rtw.store.cases import Case
from rtw.store.jobs import ImportPreview, JobVersion
from rtw.store.people import Role


def test_a_version_holds_the_bytes_that_were_seen_and_what_was_read_from_them(
    session: Session, therapist: Actor, case: Case
) -> None:
    number = uploaded(session, therapist, case)
    shown = previews.preview(session, therapist, number)
    made = confirmed_by(session, therapist, number)
    assert isinstance(made, Confirmed)
    job_id, version = made.versions[0]
    row = session.scalar(select(JobVersion).where(JobVersion.job_profile_id == job_id))
    assert row is not None
    assert catalogue.original_file(session, therapist, job_id, version) == (bytes_of(CLERK), CLERK)
    assert row.sha256 == hashlib.sha256(bytes_of(CLERK)).hexdigest()
    assert codec.load(JobProfile, row.profile) == shown.reading.profiles[0]
    assert case.job_version_id == row.id
    assert session.get(ImportPreview, number) is None
    acts = [(act.action, act.subject) for act in history(session, therapist, case.id)]
    assert ("uploaded", "demand sheet") in acts
    assert ("chose", "job version 1") in acts


def test_nothing_counts_before_it_is_confirmed(session: Session, therapist: Actor, case: Case) -> None:
    number = uploaded(session, therapist, case)
    assert case.job_version_id is None
    assert catalogue.jobs(session, therapist) == ()
    assert [w.id for w in waiting(session, therapist, case.id)] == [number]
    previews.discard(session, therapist, number)
    assert waiting(session, therapist) == ()


def test_errors_stop_the_confirmation_until_they_are_accepted_and_then_are_listed(
    session: Session, therapist: Actor, case: Case
) -> None:
    number = uploaded(session, therapist, case, MISTAKES)
    errors = previews.preview(session, therapist, number).found(Severity.ERROR)
    assert errors
    refused = confirmed_by(session, therapist, number)
    assert isinstance(refused, Problem)
    assert refused.code == "findings-not-accepted"
    made = confirmed_by(session, therapist, number, accepts_findings=True, left_out=frozenset({(0, 0, 1)}))
    assert isinstance(made, Confirmed)
    content = catalogue.version_content(session, therapist, *made.versions[0])
    assert content.left_out[:-1] == errors
    assert content.left_out[-1].code == "left-out-by-choice"
    assert content.left_out[-1].cell == "H10"
    kinds = [demand.kind for demand in content.profile.tasks[0].demands]
    assert kinds == [DemandKind.POWER_GRIP]


def test_what_cannot_be_never_counts(session: Session, therapist: Actor, case: Case, shared: Path) -> None:
    path = shared / "spreadsheets" / "pda" / "bad01_impossible_values.xlsx"
    new = previews.Upload(path.read_bytes(), path.name, case.employer_id)
    number = previews.upload(session, therapist, new, TODAY)
    assert isinstance(number, int)
    profile = previews.preview(session, therapist, number).reading.profiles[0]
    hours = {task.name: task.hours_per_day for task in profile.tasks}
    assert hours["Bag loaves"] is None
    assert hours["Label"] is None
    assert hours["Seal bags"] == 4
    by_cell = {d.cell: d for task in profile.tasks for d in task.demands}
    assert by_cell["E6"].force_n is None
    assert by_cell["E6"].as_written == "900"
    assert by_cell["F7"].load_kg is None
    assert by_cell["E8"].duty_cycle is None
    assert by_cell["E9"].efforts_per_minute is None
    assert by_cell["E9"].force_n == 35


def test_hours_of_a_task_longer_than_the_shift_stay_open(
    session: Session, therapist: Actor, case: Case
) -> None:
    sheet = b"Shift hours,6,,\nTask,Task hours,Demand,Hand\nPack,7,Power grip,Right\nTape,6,Key pinch,Left\n"
    number = previews.upload(session, therapist, previews.Upload(sheet, "a.csv", case.employer_id), TODAY)
    assert isinstance(number, int)
    shown = previews.preview(session, therapist, number)
    assert "task-longer-than-shift" in {p.code for p in shown.found(Severity.ERROR)}
    assert [task.hours_per_day for task in shown.reading.profiles[0].tasks] == [None, 6]


def test_the_number_of_a_discarded_preview_is_never_given_again(
    session: Session, therapist: Actor, case: Case
) -> None:
    first = uploaded(session, therapist, case, LETTERS)
    previews.discard(session, therapist, first)
    second = uploaded(session, therapist, case, LETTERS)
    assert second > first
    with pytest.raises(NotFoundError):
        previews.preview(session, therapist, first)


def test_what_was_not_seen_is_not_confirmed(session: Session, therapist: Actor, case: Case) -> None:
    number = uploaded(session, therapist, case)
    seen = previews.preview(session, therapist, number).mark
    previews.answer(session, therapist, number, {"frequency_scale": "us_dot"})
    refused = confirm(session, therapist, number, Choices(seen, {0: None}), TODAY)
    assert isinstance(refused, Problem)
    assert refused.code == "preview-changed"
    assert _codes(confirmed_by(session, therapist, number, jobs={})) == "nothing-chosen"
    assert _codes(confirmed_by(session, therapist, number, jobs={7: None})) == "nothing-chosen"


def _codes(answer: Confirmed | Problem) -> str:
    assert isinstance(answer, Problem)
    return answer.code


def test_the_same_title_at_the_same_employer_becomes_the_next_version(
    session: Session, therapist: Actor, case: Case
) -> None:
    first = confirmed_by(session, therapist, uploaded(session, therapist, case))
    assert isinstance(first, Confirmed)
    job_id = first.versions[0][0]
    number = uploaded(session, therapist, case)
    row = previews.preview_row(session, therapist, number)
    reading = previews.preview(session, therapist, number).reading
    assert suggested_jobs(session, therapist, row, reading) == {0: job_id}
    second = confirmed_by(session, therapist, number, jobs={0: job_id})
    assert isinstance(second, Confirmed)
    assert second.versions == ((job_id, 2),)
    assert [v.number for v in catalogue.job_versions(session, therapist, job_id).versions] == [2, 1]
    assert catalogue.jobs(session, therapist, "DATA-entry")[0].cases == 1
    assert catalogue.jobs(session, therapist, "no such job") == ()


def test_a_case_keeps_its_version_until_somebody_chooses_a_newer_one(
    session: Session, therapist: Actor, case: Case
) -> None:
    made = confirmed_by(session, therapist, uploaded(session, therapist, case))
    assert isinstance(made, Confirmed)
    job_id = made.versions[0][0]
    other = new_case(session, therapist, "Moe")
    attach(session, therapist, other.id, job_id, 1)
    confirmed_by(session, therapist, uploaded(session, therapist, case), jobs={0: job_id})
    shown = job_of_case(session, therapist, other.id)
    assert shown.version is not None
    assert shown.newer is not None
    assert (shown.version.number, shown.newer.number) == (1, 2)
    attach(session, therapist, other.id, job_id, 2)
    assert job_of_case(session, therapist, other.id).newer is None


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (b"<html><body>no</body></html>", "not-a-spreadsheet"),
        (b"x" * (20 * 1024 * 1024 + 1), "file-too-large"),
    ],
)
def test_a_file_that_cannot_be_read_says_so_and_leaves_nothing(
    session: Session, therapist: Actor, case: Case, data: bytes, code: str
) -> None:
    new = previews.Upload(data, "sheet.xlsx", case.employer_id, case.id)
    refused = previews.upload(session, therapist, new, TODAY)
    assert isinstance(refused, Problem)
    assert refused.code == code
    assert waiting(session, therapist) == ()


def test_the_corrected_workbook_marks_the_cells_before_and_after_confirming(
    session: Session, therapist: Actor, case: Case, tmp_path: Path
) -> None:
    number = uploaded(session, therapist, case, MISTAKES)
    before, name = previews.corrected(session, therapist, number)
    assert name == "with_mistakes-corrections.xlsx"
    made = confirmed_by(session, therapist, number, accepts_findings=True)
    assert isinstance(made, Confirmed)
    after, _ = catalogue.corrected_file(session, therapist, *made.versions[0])
    for data in (before, after):
        (tmp_path / "book.xlsx").write_bytes(data)
        assert load_workbook(tmp_path / "book.xlsx")["Packer"]["F11"].comment is not None


def test_a_copy_for_another_employer_is_a_job_of_its_own(
    session: Session, therapist: Actor, case: Case
) -> None:
    made = confirmed_by(session, therapist, uploaded(session, therapist, case))
    assert isinstance(made, Confirmed)
    other = employer_named(session, therapist, "Elsewhere")
    copied = copy_to_employer(session, therapist, *made.versions[0], other.id, TODAY)
    job = catalogue.job_versions(session, therapist, copied.job_profile_id)
    assert job.job.employer_name == "Elsewhere"
    assert job.newest.copied_from == f"{job.job.title}, version 1"
    assert job.newest.filename is None
    with pytest.raises(NotFoundError):
        catalogue.original_file(session, therapist, copied.job_profile_id, 1)


def test_another_clinic_finds_nothing_and_other_roles_may_not(
    session: Session, therapist: Actor, case: Case
) -> None:
    number = uploaded(session, therapist, case)
    stranger = actor_of(new_user(session, Role.THERAPIST, "Another clinic"))
    with pytest.raises(NotFoundError):
        previews.preview(session, stranger, number)
    with pytest.raises(NotFoundError):
        confirmed_by(session, stranger, number)
    made = confirmed_by(session, therapist, number)
    assert isinstance(made, Confirmed)
    for act in (catalogue.version_content, catalogue.original_file, catalogue.corrected_file):
        with pytest.raises(NotFoundError):
            act(session, stranger, *made.versions[0])
    assert catalogue.jobs(session, stranger) == ()
    for role in (Role.EMPLOYER, Role.PATIENT, Role.ADMINISTRATOR):
        other = actor_of(new_user(session, role))
        with pytest.raises(NotAllowedError):
            catalogue.jobs(session, other)
        with pytest.raises(NotAllowedError):
            previews.upload(session, other, previews.Upload(b"", "a", case.employer_id), TODAY)


def test_the_reader_itself_leaves_the_same_findings(session: Session, therapist: Actor, case: Case) -> None:
    number = uploaded(session, therapist, case, MISTAKES)
    direct = read_workbook(bytes_of(MISTAKES), MISTAKES)
    assert previews.preview(session, therapist, number).reading.problems == direct.problems


def test_ticks_find_their_rows_again_after_another_reading() -> None:
    def row(cell: str, kind: DemandKind = DemandKind.POWER_GRIP) -> Demand:
        return Demand(kind, sheet="Job", cell=cell)

    before = (JobProfile("A", tasks=(Task("T", demands=(row("C2"), row("C3"), row("C3"))),)),)
    moved = (row("B1"), row("D2"), row("C3"), row("C3"))
    after = (JobProfile("New"), JobProfile("A", tasks=(Task("U"), Task("T", demands=moved))))
    found = carried(before, after, [(0, 0, 0), (0, 0, 2), (5, 5, 5)])
    assert found.rows == ((1, 1, 1), (1, 1, 3))
    assert (found.lost, found.jobs) == (0, {0: 1})
    other = (JobProfile("A", tasks=(Task("T", demands=(row("C2", DemandKind.LIFTING),)),)),)
    assert carried(before, other, [(0, 0, 0)]).lost == 1


def test_a_title_and_a_task_that_a_person_named_are_not_the_employers_own_words(
    session: Session, therapist: Actor, case: Case
) -> None:
    sheet = b"Shift,8 h,\nTask,Task hours,Demand,Hand\nPack,3,Power grip,Right\n"
    number = previews.upload(session, therapist, previews.Upload(sheet, "a.csv", case.employer_id), TODAY)
    assert isinstance(number, int)
    title = "Job without a title"
    given = {"title": "Packer", f"rest_of_shift/{title}": "other_work"}
    assert previews.answer(session, therapist, number, given) == ()
    made = confirmed_by(session, therapist, number)
    assert isinstance(made, Confirmed)
    row = session.scalar(select(JobVersion).where(JobVersion.job_profile_id == made.versions[0][0]))
    assert row is not None
    profile, own_words = job_of(session, row.id)
    assert {task.name for task in profile.tasks} == {"Pack", "Other work, not described"}
    assert own_words == {"Pack"}


def test_an_upload_waits_until_a_later_sheet_is_confirmed_for_the_job(
    session: Session, therapist: Actor, case: Case
) -> None:
    confirmed_by(session, therapist, uploaded(session, therapist, case), for_case=0)
    older = uploaded(session, therapist, case)
    assert _waits(session, case)
    newer = uploaded(session, therapist, case)
    job_id = session.get_one(JobVersion, case.job_version_id).job_profile_id
    again = confirmed_by(session, therapist, newer, jobs={0: job_id}, for_case=0)
    assert isinstance(again, Confirmed)
    assert session.get(ImportPreview, older) is not None
    assert not _waits(session, case)
    uploaded(session, therapist, case)
    assert _waits(session, case)


@pytest.mark.parametrize("same_job", [False, True], ids=["a job of its own", "the same job"])
@pytest.mark.parametrize("has_job", [False, True], ids=["a new case", "a case with a job"])
def test_a_sheet_confirmed_for_one_case_is_none_for_another_of_the_employer(
    session: Session, therapist: Actor, case: Case, has_job: bool, same_job: bool
) -> None:
    if has_job:
        confirmed_by(session, therapist, uploaded(session, therapist, case), for_case=0)
    other = new_case(session, therapist, "Fontes")
    uploaded(session, therapist, case)
    theirs = uploaded(session, therapist, other)
    job_id = session.scalar(select(JobVersion.job_profile_id)) if same_job else None
    assert isinstance(confirmed_by(session, therapist, theirs, jobs={0: job_id}, for_case=0), Confirmed)
    assert other.employer_id == case.employer_id
    assert not _waits(session, other)
    assert _waits(session, case)


def _waits(session: Session, case: Case) -> bool:
    found = case_summary(session, case.clinic_id, case.id)
    return found is not None and found.facts.workbook_waiting_since is not None
