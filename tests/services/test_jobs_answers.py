"""What a person answers about a demand sheet: read, kept, remembered, taken back."""

from pathlib import Path

import pytest
from a_clinic import TODAY
from an_upload import LETTERS, bytes_of, uploaded
from sqlalchemy import select
from sqlalchemy.orm import Session

from job_profiles.answers import NO_ANSWERS
from job_profiles.kinds import DemandKind, Hand
from rtw.services.actor import Actor
from rtw.services.employers import employer_named
from rtw.services.jobs import previews
from rtw.services.jobs.answering import LAID_ASIDE, OWN_SCALE, own_scale, what_is_expected, with_answer
from rtw.services.jobs.given import given_answers
from rtw.store.cases import Case
from rtw.store.jobs import RememberedAnswers


def test_an_answer_reads_again_at_once_and_is_remembered_for_employer_and_layout(
    session: Session, therapist: Actor, case: Case
) -> None:
    number = uploaded(session, therapist, case, LETTERS)
    asked = {q.key for q in previews.preview(session, therapist, number).questions}
    assert "frequency_scale" in asked
    before = previews.preview(session, therapist, number)
    assert previews.answer(session, therapist, number, {"frequency_scale": "us_dot"}) == ()
    after = previews.preview(session, therapist, number)
    assert after.mark != before.mark
    assert not after.recalled  # given to this very file
    assert "frequency_scale" not in {q.key for q in after.questions}
    assert after.reading.profiles[0].frequency_scale is not None
    again = previews.preview(session, therapist, uploaded(session, therapist, case, LETTERS))
    assert again.recalled
    assert again.reading.profiles == after.reading.profiles
    other = employer_named(session, therapist, "Elsewhere")
    elsewhere = previews.upload(
        session, therapist, previews.Upload(bytes_of(LETTERS), LETTERS, other.id), TODAY
    )
    assert isinstance(elsewhere, int)
    assert not previews.preview(session, therapist, elsewhere).recalled


def test_a_preview_whose_recalled_answers_are_all_taken_back_recalls_none(
    session: Session, therapist: Actor, case: Case
) -> None:
    first = uploaded(session, therapist, case, LETTERS)
    previews.answer(session, therapist, first, {"frequency_scale": "us_dot"})
    second = uploaded(session, therapist, case, LETTERS)
    assert previews.preview(session, therapist, second).recalled
    previews.answer(session, therapist, second, {"frequency_scale": ""})
    assert not previews.preview(session, therapist, second).recalled


def test_an_answer_can_be_taken_back_and_only_lasting_ones_are_remembered(
    session: Session, therapist: Actor, case: Case
) -> None:
    number = uploaded(session, therapist, case, LETTERS)
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
        return "hand-unknown" in {problem.code for problem in reading.problems}

    assert asked_hand()
    previews.answer(session, therapist, number, {"hands/power_grip": "left"})
    assert not asked_hand()


def test_days_may_carry_their_word() -> None:
    answers = with_answer(NO_ANSWERS, "days_per_week", "5 days a week")
    assert answers is not None
    assert answers.days_per_week == 5


def test_an_answer_that_is_none_changes_nothing(session: Session, therapist: Actor, case: Case) -> None:
    number = uploaded(session, therapist, case)
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


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("task_hours/Packer › Pack", "1:30", 1.5),
        ("running_hours/Packer › Drill › hand_arm_vibration", "30 min", 0.5),
        ("efforts_per_minute/Packer › Pack › power_grip", "120/h", 2),
        ("seconds_per_effort/Packer › Pack › power_grip", "1,5 s", 1.5),
        ("heaviest_kg/Packer › lifting › 11-25 lb", "20 lb", 20 * 0.45359237),
    ],
)
def test_figures_in_answers_are_read_as_people_write_them(key: str, typed: str, value: float) -> None:
    answers = with_answer(NO_ANSWERS, key, typed)
    assert answers is not None
    area, _, subject = key.partition("/")
    assert dict(getattr(answers, area))[subject] == pytest.approx(value)
    assert with_answer(answers, key, "") == NO_ANSWERS
    assert with_answer(NO_ANSWERS, key, "heavy") is None
    assert "such as" in what_is_expected(key)


def test_own_bands_are_shares_or_hours_and_never_run_backwards() -> None:
    shares = own_scale("share_of_shift", {"O": ("0", "33 %"), "F": ("33", "66,5")})
    assert shares is not None
    assert dict(shares.bands) == {"O": (0, pytest.approx(0.33)), "F": (0.33, pytest.approx(0.665))}
    hours = own_scale("hours_per_day", {"O": ("0", "2 h")})
    assert hours is not None
    assert dict(hours.bands) == {"O": (0, 2)}
    for bands in ({"O": ("33", "0")}, {"O": ("0", "")}, {"O": ("0", "101")}, {}):
        assert own_scale("share_of_shift", bands) is None
    assert own_scale("days", {"O": ("0", "1")}) is None


def test_own_bands_are_remembered_with_what_was_said_of_a_job_by_name(
    session: Session, therapist: Actor, case: Case
) -> None:
    number = uploaded(session, therapist, case, LETTERS)
    scale = own_scale("share_of_shift", dict.fromkeys("OFC", ("0", "50")))
    title = previews.preview(session, therapist, number).reading.profiles[0].title
    hours = f"task_hours/{title} › Somewhere"
    given = {"frequency_scale": OWN_SCALE, hours: "2", "meant/Sheet!B2": "3"}
    assert previews.answer(session, therapist, number, given, scale) == ()
    again = previews.preview(session, therapist, uploaded(session, therapist, case, LETTERS))
    assert again.answers.frequency_scale == scale
    assert again.answers.task_hours == ((f"{title} › Somewhere", 2.0),)
    assert again.answers.meant == (), "a cell belongs to one file"
    words = {one.about: one.words for one in again.given}
    assert words["Hours of Somewhere"] == "2 h"
    assert words["Frequency letters"].endswith("% of the shift")
    assert previews.answer(session, therapist, number, {"frequency_scale": OWN_SCALE}) == ("frequency_scale",)
