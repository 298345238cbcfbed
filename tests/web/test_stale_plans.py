"""A page of a plan that was opened before somebody else's change: nothing is saved over it unseen."""

import re

import pytest
from a_clinic import PASSWORD
from a_plan_page import PLAN, SignIn, post, therapist_who_plans
from conftest import Clinic
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from rtw.services.people import NewUser, add_user
from rtw.store.cases import Case
from rtw.store.people import Role
from rtw.store.plans import PlanDraft, PlanVersionRow
from rtw.web.database import db


@pytest.fixture
def client(clinic: Clinic, sign_in: SignIn) -> FlaskClient:
    return therapist_who_plans(clinic, sign_in)


def _revision(page: str) -> str:
    found = re.search(r'name="revision"\s+value="(\w*)"', page)
    assert found
    return found.group(1)


def _mine(page: str) -> str:
    """Return the revision that the button `Use mine` names."""
    found = re.search(r'name="over"\s+value="(\w+)">Use mine', page)
    assert found
    return found.group(1)


@pytest.fixture
def colleague(clinic: Clinic, client: FlaskClient) -> FlaskClient:
    """A second therapist of the same clinic, signed in."""
    with clinic.app.app_context():
        case = db.session.get_one(Case, 1)
        new = NewUser("second@clinic.example", "Berta Second", Role.THERAPIST, PASSWORD)
        add_user(db.session(), None, case.clinic_id, new)
        db.session.commit()
    other = clinic.app.test_client()
    other.post("/sign-in", data={"email": "second@clinic.example", "password": PASSWORD})
    return other


@pytest.mark.parametrize("path", ["/compute", "/blank", "/undo", "/throw-away", "/gates"])
def test_a_button_of_a_stale_page_does_nothing_and_says_who_was_there(
    client: FlaskClient, colleague: FlaskClient, path: str
) -> None:
    post(client, "/compute")
    seen = _revision(client.get(PLAN).text)
    answer = colleague.post(f"{PLAN}/week/1", data={"h-0-0": "1"})
    assert answer.status_code == 303
    before = client.get(PLAN).text
    refused = client.post(f"{PLAN}{path}", data={"revision": seen})
    assert refused.status_code == 409
    assert "Nothing was saved: the plan has changed since you opened it" in refused.text
    assert re.search(r"Berta Second, \d+ \w+ \d{4}, \d\d:\d\d: changed week 1", refused.text)
    assert _revision(client.get(PLAN).text) == _revision(before)
    assert client.post(f"{PLAN}/undo", data={"revision": _revision(refused.text)}).status_code == 303


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("/week/1", {"h-0-0": "3.5"}),
        ("/settings", {"weeks": "9"}),
        ("/words", {"employer_note": "Call before changing hours."}),
        ("/hours", {"task-hours-0": "1.5"}),
    ],
)
def test_a_form_of_a_stale_page_keeps_what_was_typed_and_saves_only_what_is_chosen(
    client: FlaskClient, colleague: FlaskClient, path: str, typed: dict[str, str]
) -> None:
    post(client, "/compute")
    seen = _revision(client.get(PLAN).text)
    colleague.post(f"{PLAN}/words", data={"employer_note": "Ask for Mr Lee."})
    refused = client.post(f"{PLAN}{path}", data=typed | {"revision": seen})
    assert refused.status_code == 409
    assert "Berta Second" in refused.text
    for value in typed.values():
        assert value in refused.text
    assert "Ask for Mr Lee." in client.get(PLAN).text
    for _ in range(2):  # the next cell that is typed is sent by the page by itself
        assert f'name="revision" value="{seen}"' in " ".join(refused.text.split())
        refused = client.post(f"{PLAN}{path}", data=typed | {"revision": seen})
        assert refused.status_code == 409
    assert "Ask for Mr Lee." in client.get(PLAN).text
    mine = client.post(f"{PLAN}{path}", data=typed | {"revision": seen, "over": _mine(refused.text)})
    assert mine.status_code == 303


def test_mine_is_put_only_over_what_the_page_named(client: FlaskClient, colleague: FlaskClient) -> None:
    post(client, "/compute")
    typed = {"h-0-0": "3.5", "revision": _revision(client.get(PLAN).text)}
    colleague.post(f"{PLAN}/week/1", data={"h-0-0": "1"})
    over = _mine(client.post(f"{PLAN}/week/1", data=typed).text)
    colleague.post(f"{PLAN}/week/1", data={"h-0-0": "2"})
    refused = client.post(f"{PLAN}/week/1", data=typed | {"over": over})
    assert refused.status_code == 409
    assert _mine(refused.text) != over


def test_nothing_is_signed_that_was_not_seen(
    client: FlaskClient, colleague: FlaskClient, clinic: Clinic
) -> None:
    post(client, "/compute")
    seen = _revision(client.get(f"{PLAN}/sign").text)
    colleague.post(f"{PLAN}/week/1", data={"h-0-0": "1"})
    refused = client.post(f"{PLAN}/sign", data={"revision": seen})
    assert refused.status_code == 409
    assert "Berta Second" in refused.text
    with clinic.app.app_context():
        assert db.session.scalars(select(PlanVersionRow)).all() == []


def test_a_plan_that_was_signed_meanwhile_is_not_begun_anew_by_a_stale_page(
    client: FlaskClient, colleague: FlaskClient
) -> None:
    post(client, "/compute")
    seen = _revision(client.get(PLAN).text)
    colleague.post(f"{PLAN}/sign", data={"reason": "fine"})
    refused = client.post(f"{PLAN}/week/1", data={"h-0-0": "1", "revision": seen})
    assert refused.status_code == 409
    assert re.search(r"Berta Second, [^<]*: signed", refused.text)
    assert "Use mine" not in refused.text  # there is no plan in the making to put it over


def test_of_two_changes_at_the_same_moment_one_is_refused(clinic: Clinic, client: FlaskClient) -> None:
    post(client, "/compute")
    with clinic.app.app_context():
        first, second = Session(db.engine), Session(db.engine)
        drafts = [session.scalars(select(PlanDraft)).one() for session in (first, second)]
        second.commit()
        for number, draft in enumerate(drafts):
            draft.data = draft.data | {"reason": str(number)}
        first.commit()
        with pytest.raises(StaleDataError):
            second.flush()
