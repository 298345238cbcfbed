"""Demand sheets from upload to version, on both databases."""

import hashlib
from pathlib import Path

import pytest
from a_clinic import TODAY, new_case, new_user
from openpyxl import load_workbook
from sqlalchemy import select
from sqlalchemy.orm import Session

from job_profiles.answers import NO_ANSWERS
from job_profiles.kinds import DemandKind, Hand
from job_profiles.problem import Problem, Severity
from job_profiles.profile import JobProfile
from job_profiles.read import read_workbook
from rtw.services.actor import Actor, actor_of
from rtw.services.audit import history
from rtw.services.employers import employer_named
from rtw.services.jobs import catalogue, previews
from rtw.services.jobs.confirming import Choices, Confirmed, confirm, suggested_jobs
from rtw.services.jobs.of_case import job_of_case
from rtw.services.jobs.questions import LAID_ASIDE, given_answers, with_answer, without_answered_hands
from rtw.services.jobs.versions import attach, copy_to_employer
from rtw.services.permission import NotAllowedError, NotFoundError
from rtw.store import codec
from rtw.store.cases import Case
from rtw.store.jobs import ImportPreview, JobVersion, RememberedAnswers
from rtw.store.people import Role

WORKBOOKS = Path(__file__).resolve().parents[2] / "rtw" / "demonstration" / "workbooks"
CLERK = "data_entry_clerk.xlsx"
MISTAKES = "with_mistakes.xlsx"
LETTERS = "letters.csv"
_LETTERS = b"""Job title,Packer,,,,,,
Task,Essential,Task hours,Demand,Hand,Amount,Unit,Frequency
Pack,yes,4,Power grip,Right,20,N,O
Tape,no,3,Key pinch,Right,8,N,F
"""


def _data(name: str) -> bytes:
    return _LETTERS if name == LETTERS else (WORKBOOKS / name).read_bytes()


def _upload(session: Session, actor: Actor, case: Case, name: str = CLERK) -> int:
    new = previews.Upload(_data(name), name, case.employer_id, case.id)
    made = previews.upload(session, actor, new, TODAY)
    assert isinstance(made, int)
    return made


def _confirm(session: Session, actor: Actor, number: int, **chosen: object) -> Confirmed | Problem:
    mark = previews.preview(session, actor, number).mark
    choices = Choices(**({"mark": mark, "jobs": {0: None}} | chosen))
    return confirm(session, actor, number, choices, TODAY)


def test_a_version_holds_the_bytes_that_were_seen_and_what_was_read_from_them(
    session: Session, therapist: Actor, case: Case
) -> None:
    number = _upload(session, therapist, case)
    shown = previews.preview(session, therapist, number)
    made = _confirm(session, therapist, number)
    assert isinstance(made, Confirmed)
    job_id, version = made.versions[0]
    row = session.scalar(select(JobVersion).where(JobVersion.job_profile_id == job_id))
    assert row is not None
    assert catalogue.original_file(session, therapist, job_id, version) == (_data(CLERK), CLERK)
    assert row.sha256 == hashlib.sha256(_data(CLERK)).hexdigest()
    assert codec.load(JobProfile, row.profile) == shown.reading.profiles[0]
    assert case.job_version_id == row.id
    assert session.get(ImportPreview, number) is None
    acts = [(act.action, act.subject) for act in history(session, therapist, case.id)]
    assert ("uploaded", "demand sheet") in acts
    assert ("chose", "job version 1") in acts


def test_nothing_counts_before_it_is_confirmed(session: Session, therapist: Actor, case: Case) -> None:
    number = _upload(session, therapist, case)
    assert case.job_version_id is None
    assert catalogue.jobs(session, therapist) == ()
    assert [w.id for w in previews.waiting(session, therapist, case.id)] == [number]
    previews.discard(session, therapist, number)
    assert previews.waiting(session, therapist) == ()


def test_errors_stop_the_confirmation_until_they_are_accepted_and_then_are_listed(
    session: Session, therapist: Actor, case: Case
) -> None:
    number = _upload(session, therapist, case, MISTAKES)
    errors = previews.preview(session, therapist, number).found(Severity.ERROR)
    assert errors
    refused = _confirm(session, therapist, number)
    assert isinstance(refused, Problem)
    assert refused.code == "findings-not-accepted"
    made = _confirm(session, therapist, number, accepts_findings=True, left_out=frozenset({(0, 0, 1)}))
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


def test_an_answer_reads_again_at_once_and_is_remembered_for_employer_and_layout(
    session: Session, therapist: Actor, case: Case
) -> None:
    number = _upload(session, therapist, case, LETTERS)
    asked = {q.key for q in previews.preview(session, therapist, number).questions}
    assert "frequency_scale" in asked
    before = previews.preview(session, therapist, number)
    assert previews.answer(session, therapist, number, {"frequency_scale": "us_dot"}) == ()
    after = previews.preview(session, therapist, number)
    assert after.mark != before.mark
    assert "frequency_scale" not in {q.key for q in after.questions}
    assert after.reading.profiles[0].frequency_scale is not None
    again = previews.preview(session, therapist, _upload(session, therapist, case, LETTERS))
    assert again.recalled
    assert again.reading.profiles == after.reading.profiles
    other = employer_named(session, therapist, "Elsewhere")
    elsewhere = previews.upload(session, therapist, previews.Upload(_data(LETTERS), LETTERS, other.id), TODAY)
    assert isinstance(elsewhere, int)
    assert not previews.preview(session, therapist, elsewhere).recalled


def test_an_answer_can_be_taken_back_and_only_lasting_ones_are_remembered(
    session: Session, therapist: Actor, case: Case
) -> None:
    number = _upload(session, therapist, case, LETTERS)
    given = {"frequency_scale": "us_dot", "shift_hours": "7,5", "settled/task-hours-unknown": LAID_ASIDE}
    assert previews.answer(session, therapist, number, given) == ()
    shown = previews.preview(session, therapist, number)
    assert {one.key for one in shown.given} == set(given)
    assert shown.answers.shift_hours == 7.5
    row = session.scalar(select(RememberedAnswers))
    assert row is not None
    assert row.answers["frequency_scale"] == "us_dot"
    assert row.answers["shift_hours"] is None
    assert row.answers["settled"] == []
    previews.answer(session, therapist, number, dict.fromkeys(given, ""))
    assert previews.preview(session, therapist, number).given == ()


@pytest.mark.parametrize("typed", ["7.5", "7,5", "7.5h", "7,5 h", "7:30", "7 h 30", "450 min", "7.5 hours"])
def test_the_hours_of_a_shift_are_understood_as_people_write_them(typed: str) -> None:
    answers = with_answer(NO_ANSWERS, "shift_hours", typed)
    assert answers is not None
    assert answers.shift_hours == 7.5


@pytest.mark.parametrize(
    ("key", "typed"),
    [("shift_hours", "25"), ("shift_hours", "5 kg"), ("shift_hours", "-3"), ("days_per_week", "8")],
)
def test_what_is_no_time_is_no_answer(key: str, typed: str) -> None:
    assert with_answer(NO_ANSWERS, key, typed) is None


def test_answers_in_force_read_as_a_person_would_say_them() -> None:
    answers = NO_ANSWERS
    for key, value in (
        ("columns/Kitchen assistant!C", "rate"),
        ("hands/power_grip", "both"),
        ("kinds/key_pinch", "key_pinch"),
        ("units/stn power_grip", "lbf"),
        ("settled/hours-uncovered", LAID_ASIDE),
    ):
        answers = with_answer(answers, key, value) or answers
    said = {f"{one.about}: {one.words}" for one in given_answers(answers)}
    assert said == {
        "Column C of Kitchen assistant: How often",
        f"Hand for power grip: {Hand.BOTH.label}",
        "Kind of demand key pinch: Key pinch",
        "Unit of stn power grip: lbf",
        "Hours uncovered: left open",
    }


def test_hours_in_a_question_are_rounded(session: Session, therapist: Actor, case: Case) -> None:
    sheet = b"Shift hours,7.5,,\nTask,Task hours,Demand,Hand\nPack,415 min,Power grip,Right\n"
    number = previews.upload(session, therapist, previews.Upload(sheet, "a.csv", case.employer_id), TODAY)
    assert isinstance(number, int)
    told = [q.problem.message for q in previews.preview(session, therapist, number).questions]
    assert any("6.92 h of a 7.5 h shift" in words and "(0.58 h)" in words for words in told), told


def test_the_employer_is_not_asked_for_a_hand_that_was_answered(
    session: Session, therapist: Actor, case: Case
) -> None:
    sheet = b"Task,Demand,Amount,Unit\nPack,Power grip,20,N\n"
    number = previews.upload(session, therapist, previews.Upload(sheet, "a.csv", case.employer_id), TODAY)
    assert isinstance(number, int)

    def asked_hand() -> bool:
        reading = previews.preview(session, therapist, number).reading
        return "hand-unknown" in {problem.code for problem in without_answered_hands(reading)}

    assert asked_hand()
    previews.answer(session, therapist, number, {"hands/power_grip": "left"})
    assert not asked_hand()


def test_days_may_carry_their_word() -> None:
    answers = with_answer(NO_ANSWERS, "days_per_week", "5 days a week")
    assert answers is not None
    assert answers.days_per_week == 5


def test_an_answer_that_is_none_changes_nothing(session: Session, therapist: Actor, case: Case) -> None:
    number = _upload(session, therapist, case)
    assert previews.answer(session, therapist, number, {"shift_hours": "long"}) == ("shift_hours",)
    assert previews.preview(session, therapist, number).answers.shift_hours is None


def test_a_hand_is_asked_for_each_kind_and_fills_only_what_the_sheet_leaves_open(
    session: Session, therapist: Actor, case: Case, shared: Path
) -> None:
    path = shared / "spreadsheets" / "pda" / "a09_office_two_jobs.xls"
    new = previews.Upload(path.read_bytes(), path.name, case.employer_id)
    number = previews.upload(session, therapist, new, TODAY)
    assert isinstance(number, int)
    assert "hands/lifting" in {q.key for q in previews.preview(session, therapist, number).questions}
    previews.answer(session, therapist, number, {"hands/lifting": "both", "hands/mousing": "left"})
    shown = previews.preview(session, therapist, number)
    assert "hands/lifting" not in {q.key for q in shown.questions}
    demands = [d for p in shown.reading.profiles for t in p.tasks for d in t.demands]
    assert {d.hand for d in demands if d.kind is DemandKind.LIFTING} == {Hand.BOTH}
    assert {d.hand for d in demands if d.kind is DemandKind.MOUSING} == {Hand.RIGHT, Hand.LEFT}
    assert {d.hand for d in demands if d.kind is DemandKind.KEYBOARDING} == {None}


def test_what_was_not_seen_is_not_confirmed(session: Session, therapist: Actor, case: Case) -> None:
    number = _upload(session, therapist, case)
    seen = previews.preview(session, therapist, number).mark
    previews.answer(session, therapist, number, {"frequency_scale": "us_dot"})
    refused = confirm(session, therapist, number, Choices(seen, {0: None}), TODAY)
    assert isinstance(refused, Problem)
    assert refused.code == "preview-changed"
    assert _codes(_confirm(session, therapist, number, jobs={})) == "nothing-chosen"
    assert _codes(_confirm(session, therapist, number, jobs={7: None})) == "nothing-chosen"


def _codes(answer: Confirmed | Problem) -> str:
    assert isinstance(answer, Problem)
    return answer.code


def test_the_same_title_at_the_same_employer_becomes_the_next_version(
    session: Session, therapist: Actor, case: Case
) -> None:
    first = _confirm(session, therapist, _upload(session, therapist, case))
    assert isinstance(first, Confirmed)
    job_id = first.versions[0][0]
    number = _upload(session, therapist, case)
    row = previews.preview_row(session, therapist, number)
    reading = previews.preview(session, therapist, number).reading
    assert suggested_jobs(session, therapist, row, reading) == {0: job_id}
    second = _confirm(session, therapist, number, jobs={0: job_id})
    assert isinstance(second, Confirmed)
    assert second.versions == ((job_id, 2),)
    assert [v.number for v in catalogue.job_versions(session, therapist, job_id).versions] == [2, 1]
    assert catalogue.jobs(session, therapist, "DATA-entry")[0].cases == 1
    assert catalogue.jobs(session, therapist, "no such job") == ()


def test_a_case_keeps_its_version_until_somebody_chooses_a_newer_one(
    session: Session, therapist: Actor, case: Case
) -> None:
    made = _confirm(session, therapist, _upload(session, therapist, case))
    assert isinstance(made, Confirmed)
    job_id = made.versions[0][0]
    other = new_case(session, therapist, "Moe")
    attach(session, therapist, other.id, job_id, 1)
    _confirm(session, therapist, _upload(session, therapist, case), jobs={0: job_id})
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
    assert previews.waiting(session, therapist) == ()


def test_the_corrected_workbook_marks_the_cells_before_and_after_confirming(
    session: Session, therapist: Actor, case: Case, tmp_path: Path
) -> None:
    number = _upload(session, therapist, case, MISTAKES)
    before, name = previews.corrected(session, therapist, number)
    assert name == "with_mistakes-corrections.xlsx"
    made = _confirm(session, therapist, number, accepts_findings=True)
    assert isinstance(made, Confirmed)
    after, _ = catalogue.corrected_file(session, therapist, *made.versions[0])
    for data in (before, after):
        (tmp_path / "book.xlsx").write_bytes(data)
        assert load_workbook(tmp_path / "book.xlsx")["Packer"]["F11"].comment is not None


def test_a_copy_for_another_employer_is_a_job_of_its_own(
    session: Session, therapist: Actor, case: Case
) -> None:
    made = _confirm(session, therapist, _upload(session, therapist, case))
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
    number = _upload(session, therapist, case)
    stranger = actor_of(new_user(session, Role.THERAPIST, "Another clinic"))
    with pytest.raises(NotFoundError):
        previews.preview(session, stranger, number)
    with pytest.raises(NotFoundError):
        _confirm(session, stranger, number)
    made = _confirm(session, therapist, number)
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
    number = _upload(session, therapist, case, MISTAKES)
    direct = read_workbook(_data(MISTAKES), MISTAKES)
    assert previews.preview(session, therapist, number).reading.problems == direct.problems


def test_answers_about_kinds_and_task_names_settle_what_they_answer(
    session: Session, therapist: Actor, case: Case, shared: Path
) -> None:
    folder = shared / "spreadsheets" / "pda"
    settled = {
        "a09_office_two_jobs.xls": ("kinds/key_pinch", "tip_pinch"),
        "bad02_names_units_letters.xlsx": ("task_names/Demands!A8", "Sew linings"),
    }
    for name, (key, value) in settled.items():
        new = previews.Upload((folder / name).read_bytes(), name, case.employer_id)
        number = previews.upload(session, therapist, new, TODAY)
        assert isinstance(number, int)
        assert key in {q.key for q in previews.preview(session, therapist, number).questions}
        assert previews.answer(session, therapist, number, {key: value}) == ()
        shown = previews.preview(session, therapist, number)
        assert key not in {q.key for q in shown.questions}
        profiles = shown.reading.profiles
        words = {t.name for p in profiles for t in p.tasks} | {
            d.kind.value for p in profiles for t in p.tasks for d in t.demands
        }
        assert value in words
