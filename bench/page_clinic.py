"""The clinic that pages are measured on: the demonstration, and a caseload of sixty beside it."""

from datetime import date

from sqlalchemy import select

from rtw.demonstration.load import load_clinic
from rtw.demonstration.people import THERAPIST
from rtw.services.actor import actor_of
from rtw.services.cases import CaseDetails, NewCase, PatientDetails, open_case
from rtw.store.engine import make_engine, session_factory
from rtw.store.migrate import upgrade
from rtw.store.people import User

MORE_CASES = 56
PAGES = (
    "/cases",
    "/cases?whose=clinic&page=2",
    "/cases/1",
    "/cases/2/job",
    "/cases/1/assessment",
    "/cases/1/assessment/2",
    "/cases/4/assessment/7",
    "/cases/2/match",
    "/cases/3/accommodations",
    "/cases/1/plan",
    "/cases/1/plan/versions/1",
    "/cases/2/release",
    "/cases/3/history",
    "/jobs",
    "/jobs/1/versions/1",
    "/accommodations",
    "/evidence",
)
"""What a therapist opens in a day's work, each step of a case among it."""


def fill(url: str, today: date) -> None:
    """Create the database and load the clinic."""
    engine = make_engine(url)
    upgrade(engine)
    with session_factory(engine).begin() as session:
        load_clinic(session, today)
        therapist = actor_of(session.scalars(select(User).where(User.email == THERAPIST.email)).one())
        for number in range(MORE_CASES):
            open_case(session, therapist, _case(number), today)
    engine.dispose()


def _case(number: int) -> NewCase:
    details = CaseDetails("Clerk")
    return NewCase(PatientDetails("Pat", f"Number{number}"), f"Employer {number % 9}", details)
