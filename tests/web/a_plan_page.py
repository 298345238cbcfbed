"""The pages of a plan that can be computed, and how their forms are sent."""

from collections.abc import Callable

from a_plannable_case import make_plannable
from conftest import Clinic
from flask.testing import FlaskClient

from rtw.store.cases import Case
from rtw.store.people import Role
from rtw.web.database import db

SignIn = Callable[[Role], FlaskClient]
PLAN = "/cases/1/plan"


def therapist_who_plans(clinic: Clinic, sign_in: SignIn) -> FlaskClient:
    """Give the case of the clinic its job and hands, and sign its therapist in."""
    with clinic.app.app_context():
        make_plannable(db.session(), db.session.get_one(Case, 1))
        db.session.commit()
    return sign_in(Role.THERAPIST)


def post(client: FlaskClient, path: str, **data: object) -> str:
    """Send a form of the plan, and return the page it leads to."""
    answer = client.post(f"{PLAN}{path}", data=data, follow_redirects=True)
    assert answer.status_code == 200, answer.text[:500]
    return answer.text
