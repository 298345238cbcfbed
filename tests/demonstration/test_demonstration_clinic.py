"""The demonstration clinic loads whole, once, and tells an employer nothing clinical."""

from datetime import date, timedelta

import pytest
from opened import calendar_bytes, pdf_bytes, pdf_text, workbook_bytes
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from job_profiles.problem import Problem, Severity
from rtw.cli.command import OK
from rtw.cli.main import main
from rtw.demonstration.cases.case import DemoCase
from rtw.demonstration.done import done, granted
from rtw.demonstration.load import CASES, load_clinic
from rtw.demonstration.people import ACCOUNTS, EMPLOYER, PASSWORD, PATIENT, THERAPIST
from rtw.domain.assessment.findings import Zone
from rtw.domain.plan import Plan
from rtw.domain.scores.course import visit_scores
from rtw.domain.scores.definition import ScoreId
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import knowledge
from rtw.services import passwords
from rtw.services.actor import actor_of
from rtw.services.cases import caseload
from rtw.store import codec
from rtw.store.assessments import AssessmentRow
from rtw.store.cases import Case
from rtw.store.people import Role, User
from rtw.store.plans import AccommodationRow, PlanVersionRow
from rtw.store.releases import Release, ReleaseFile

TODAY = date(2026, 11, 21)
PLANNED = 3
OPENERS = {".xlsx": workbook_bytes, ".pdf": pdf_bytes, ".ics": calendar_bytes}
READERS = OPENERS | {".pdf": lambda pdf: pdf_text(pdf).encode()}
BY_CHANCE = 5
"""A word of fewer letters also stands in compressed bytes by chance: it is sought in what can be read."""

CLINICAL = (
    "carpal",
    "cubital",
    "tunnel",
    "nerve",
    "splint",
    "scar",
    "numbness",
    "tingle",
    "smok",
    "diabet",
    "kgf",
    "filament",
    "surgeon",
    "operation",
    "albrecht",
    "okoro",
    "marsh",
)


@pytest.fixture
def loaded(session: Session) -> Session:
    """The clinic as `make run` loads it, on both databases."""
    assert load_clinic(session, TODAY)
    return session


def rows(session: Session) -> dict[str, int]:
    """Count what a second loading could double."""
    tables = (User, Case, AssessmentRow, AccommodationRow, PlanVersionRow, Release, ReleaseFile)
    return {t.__tablename__: session.scalar(select(func.count()).select_from(t)) or 0 for t in tables}


def test_the_clinic_loads_whole_and_only_once(loaded: Session) -> None:
    once = rows(loaded)
    assert once == {
        "users": len(Role),
        "cases": len(CASES),
        "assessments": 2 * PLANNED + 1,
        "case_accommodations": once["case_accommodations"],
        "plan_versions": PLANNED,
        "releases": PLANNED,
        "release_files": 4 * PLANNED,
    }
    assert once["case_accommodations"] >= 3 * PLANNED
    assert not load_clinic(loaded, TODAY)
    assert rows(loaded) == once
    _what_each_case_needs(loaded)
    _what_the_plans_come_to(loaded)
    _who_signs_in(loaded)
    _what_employers_got(loaded)


def _what_each_case_needs(session: Session) -> None:
    therapist = actor_of(session.scalars(select(User).where(User.email == THERAPIST.email)).one())
    found = caseload(session, therapist, TODAY, whole_clinic=False)
    needs = {row.case.patient_name: row.next_need.words if row.next_need else None for row in found}
    assert needs == {
        "Beatriz Fontes": "Confirm the employer's demand sheet",
        "Amara Nwosu": "Review is due: reassess",
        "Marit Solberg": None,
        "Tomasz Wilk": None,
    }


def _what_the_plans_come_to(session: Session) -> None:
    """Each reaches full duty within 8 to 12 weeks, nothing in it needed a word beyond limits."""
    for row in session.scalars(select(PlanVersionRow)):
        plan = codec.load(Plan, row.data)
        assert plan.schedule.full_duty_week in range(8, 13)
        assert len(plan.accommodations) >= 3
        assert plan.schedule.weeks[0].half_hours < plan.schedule.weeks[-1].half_hours
        assert row.signed_on <= TODAY


def _who_signs_in(session: Session) -> None:
    users = {user.email: user for user in session.scalars(select(User))}
    assert {account.role for account in ACCOUNTS} == set(Role)
    for account in ACCOUNTS:
        assert users[account.email].role is account.role
        assert passwords.matches(users[account.email].password_hash, PASSWORD)
    clerk = session.scalars(select(Case).order_by(Case.id)).first()
    assert clerk is not None
    assert users[EMPLOYER.email].employer_id == clerk.employer_id
    assert users[PATIENT.email].patient_id == clerk.patient_id


def _what_employers_got(session: Session) -> None:
    """No word of the clinic in any file, down to the bytes; the sheet's own task names are there."""
    for file in session.scalars(select(ReleaseFile)):
        kind = file.filename[file.filename.rindex(".") :]
        content, read = OPENERS[kind](file.data).lower(), READERS[kind](file.data).lower()
        sought = ((word.encode(), read if len(word) < BY_CHANCE else content) for word in CLINICAL)
        assert [word for word, where in sought if word in where] == [], file.filename
    workbooks = [f for f in session.scalars(select(ReleaseFile)) if f.filename.endswith(".xlsx")]
    assert any(b"Key in claim forms" in workbook_bytes(file.data) for file in workbooks)


@pytest.mark.parametrize("after", range(0, 30, 3))
def test_days_are_working_days_in_their_order_whenever_it_is_loaded(after: int) -> None:
    today = TODAY + timedelta(days=after)
    for invented in (case(today) for case in CASES):
        days = [invented.opened_on, *(visit.on for visit in invented.visits)]
        assert days == sorted(set(days))
        assert all(day.weekday() < 5 and day < today for day in days)
        assert all(
            op.on is not None and op.on < days[1 if invented.plan else 0] for op in invented.operations
        )
        _plan_days(invented)


def test_a_newcomer_sees_scores_change_a_curve_and_every_zone() -> None:
    cases = [case(TODAY) for case in CASES]
    planned = [invented for invented in cases if invented.plan]
    for invented in planned:
        results = [visit_scores(visit, score_rules(knowledge())) for visit in invented.visits]
        first, second = ({result.score: result.value for result in each} for each in results)
        assert {ScoreId.QUICKDASH, ScoreId.QUICKDASH_WORK} <= set(first) == set(second)
        assert all(value is not None for value in (*first.values(), *second.values()))
        zones = {each.zone for hand in invented.visits[-1].hands for each in hand.sensation}
        assert zones == set(Zone)
    rungs = [{grip.rung for grip in hand.grip} for each in planned for hand in each.visits[-1].hands]
    assert rungs.count({1, 2, 3, 4, 5}) == 2


def _plan_days(invented: DemoCase) -> None:
    if invented.plan is None:
        return
    setup = invented.plan.setup
    start = setup.wishes.start
    assert start is not None
    assert setup.review_on is not None
    assert start.weekday() == 0
    assert invented.last_visit_on < start < setup.review_on
    assert setup.review_on.weekday() < 5


def test_the_command_creates_the_database_and_says_who_to_sign_in_as(
    tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    database = f"sqlite:///{tmp_path}/demo.sqlite3"
    assert main(["demo", "--database", database, "--today", "2026-11-21"]) == OK
    first = capsys.readouterr()
    assert main(["demo", "--database", database, "--today", "2026-12-24"]) == OK
    second = capsys.readouterr()
    assert first.out == second.out
    assert all(account.email in first.out for account in ACCOUNTS)
    assert PASSWORD in first.out
    assert ("is loaded" in first.err, "there already" in second.err) == (True, True)


def test_a_refusal_by_a_service_does_not_go_unseen() -> None:
    refused = Problem(Severity.ERROR, "no", "It cannot be.", "Try again.")
    assert done(7) == 7
    granted([None])
    for attempt in (lambda: done(refused), lambda: done((refused,)), lambda: granted([refused])):
        with pytest.raises(RuntimeError, match="It cannot be"):
            attempt()
