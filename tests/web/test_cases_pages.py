import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from a_clinic import TODAY, a_plan, new_case, sign_plan
from a_plannable_case import make_plannable
from conftest import Clinic
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from rtw.services.actor import actor_of
from rtw.services.plans import acts
from rtw.store.cases import Case
from rtw.store.people import Role, User
from rtw.store.records import FormDraft
from rtw.web.database import db

MAX_QUERIES = 12

NEW = {
    "given_name": "James",
    "family_name": "Okafor",
    "employer_name": "Harbor Assembly",
    "left_procedure": "cubital_tunnel_in_situ",
    "left_on": "2026-02-02",
    "case_manager_id": "0",
    "patient_id": "0",
    "employer_id": "0",
    "dominant_side": "right",
}


@contextmanager
def counted(app: Flask) -> Iterator[list[str]]:
    """Collect the statements the application sends to its database."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def client(sign_in: Callable[[Role], FlaskClient]) -> FlaskClient:
    return sign_in(Role.THERAPIST)


def test_a_case_is_opened_and_says_what_it_needs(client: FlaskClient) -> None:
    answer = client.post("/cases/new", data=NEW)
    assert answer.status_code == 303
    shown = client.get(answer.location).text
    for part in (
        "James Okafor",
        "Left hand",
        "Cubital tunnel release in situ, 5 weeks since",
        "Add what the job demands",
    ):
        assert part in shown
    assert "James Okafor" in client.get("/cases").text


def test_sex_is_asked_with_the_patient_and_stands_on_the_treatment_page(client: FlaskClient) -> None:
    assert "Sex, as norm tables are divided" in client.get("/cases/new").text
    case = client.post("/cases/new", data=NEW | {"sex": "female"}).location
    shown = client.get(f"{case}/treatment").text
    chosen = re.search(r'<input[^>]*checked[^>]*name="sex"[^>]*>', shown)
    assert chosen is not None
    assert 'value="female"' in chosen.group()


def test_sex_may_stay_unstated(client: FlaskClient) -> None:
    case = client.post("/cases/new", data=NEW).location
    shown = client.get(f"{case}/treatment").text
    chosen = re.search(r'<input[^>]*checked[^>]*name="sex"[^>]*>', shown)
    assert chosen is not None
    assert 'value=""' in chosen.group()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"given_name": " "}, "Enter the given name"),
        ({"employer_name": ""}, "Enter the employer"),
        ({"left_procedure": "", "left_on": ""}, "at least one hand"),
        ({"left_on": "2026-12-01"}, "has not come yet"),
        ({"left_on": "spring"}, "“spring” is not a day"),
        ({"right_on": "2026-02-02"}, "done to the right hand"),
        ({"number": "P-1001"}, "has a patient with number P-1001 already"),
    ],
)
def test_a_mistake_is_told_on_top_and_beside_its_field(
    client: FlaskClient, change: dict[str, str], told: str
) -> None:
    answer = client.post("/cases/new", data=NEW | change)
    assert answer.status_code == 422
    assert answer.text.count(told) == 2
    assert "James Okafor" not in client.get("/cases").text


@pytest.mark.parametrize("path", ["/cases", "/cases/{}", "/cases/{}/history", "/cases/{}/edit", "/cases/new"])
def test_a_page_asks_the_database_little_however_many_cases(
    clinic: Clinic, client: FlaskClient, path: str
) -> None:
    with clinic.app.app_context():
        therapist = actor_of(db.session.query(User).filter_by(role=Role.THERAPIST).one())
        for number in range(40):
            new_case(db.session(), therapist, f"Lopez{number}")
        db.session.commit()
    with counted(clinic.app) as statements:
        assert client.get(path.format(clinic.case_id)).status_code == 200
    assert len(statements) <= MAX_QUERIES, statements


def test_search_finds_by_name_number_employer_and_case(clinic: Clinic, client: FlaskClient) -> None:
    for words in ("maria lop", "P-1001", "northside", "C-0001", "data-entry"):
        assert "Maria Lopez" in client.get("/cases", query_string={"q": words}).text, words
    assert "No case found" in client.get("/cases?q=nobody%25").text


def test_search_takes_words_in_any_order_and_no_wildcards(clinic: Clinic, client: FlaskClient) -> None:
    for words in ("Lopez Maria", "lopez, maria", "maria northside", "LOP MAR"):
        assert "Maria Lopez" in client.get("/cases", query_string={"q": words}).text, words
    for words in ("%", "_", "M_ria", "%lopez%", "Lopez Nobody", ",", "\\"):
        assert "No case found" in client.get("/cases", query_string={"q": words}).text, words


def test_a_closed_case_leaves_the_caseload_and_is_kept(clinic: Clinic, client: FlaskClient) -> None:
    client.post(f"/cases/{clinic.case_id}/status", data={"status": "closed"})
    assert "Maria Lopez" not in client.get("/cases").text
    assert "Maria Lopez" in client.get("/cases?closed=1").text
    assert "status:" in client.get(f"/cases/{clinic.case_id}/history").text


def test_what_is_typed_comes_back_until_it_is_sent(client: FlaskClient) -> None:
    kept = client.post("/drafts/case-new", data={"given_name": "Zoë", "csrf_token": "x"})
    assert "Draft kept" in kept.text
    again = client.get("/cases/new").text
    assert 'value="Zoë"' in again
    assert "did not send" in again
    client.post("/cases/new", data=NEW)
    assert "did not send" not in client.get("/cases/new").text


def test_a_draft_can_be_discarded_and_leads_nowhere_else(client: FlaskClient) -> None:
    client.post("/drafts/case-new", data={"given_name": "Zoë"})
    assert client.post("/drafts/discard/case-new", data={"back": "//evil.example"}).location == "/"
    assert "Zoë" not in client.get("/cases/new").text


def test_a_password_is_never_kept_as_a_draft(client: FlaskClient) -> None:
    client.post("/drafts/account", data={"new_password": "secret words here", "name": "A"})
    with client.application.app_context():
        assert db.session.query(FormDraft).one().data == {"name": "A"}


def test_text_from_people_never_becomes_markup(client: FlaskClient) -> None:
    answer = client.post("/cases/new", data=NEW | {"family_name": "<script>alert(1)</script>"})
    assert "<script>alert" not in client.get(answer.location).text


def test_every_answer_carries_the_safety_headers(client: FlaskClient) -> None:
    answer = client.get("/cases")
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/nothing", 404, "Nothing here"),
        ("/cases/999", 404, "Nothing here"),
        ("/people", 403, "Not for your role"),
    ],
)
def test_an_error_is_a_page_in_plain_words(client: FlaskClient, path: str, status: int, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert words in answer.text


def test_a_bug_is_rolled_back_and_told(
    clinic: Clinic, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    clinic.app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setattr("rtw.web.cases.drafts.discard_draft", broken)
    answer = client.post("/cases/new", data=NEW)
    assert answer.status_code == 500
    assert "Our mistake" in answer.text
    assert "James Okafor" not in client.get("/cases").text


def test_the_clock_is_the_configured_one(client: FlaskClient) -> None:
    opened = client.post("/cases/new", data=NEW).location
    assert f"{TODAY.day} Mar 2026" in client.get(opened).text


def test_a_signed_plan_answers_the_three_questions(clinic: Clinic, client: FlaskClient) -> None:
    with clinic.app.app_context():
        therapist = actor_of(db.session.query(User).filter_by(role=Role.THERAPIST).one())
        case = db.session.get_one(Case, clinic.case_id)
        sign_plan(db.session(), therapist, case, 1, a_plan())
        db.session.commit()
    shown = client.get(f"/cases/{clinic.case_id}").text
    for part in ("Yes, in part", "Filing", "1 h", "Full duty in week 2", "No limit of the plan is reached"):
        assert part in shown, part
    assert "plan version 1" in shown


def test_a_full_first_page_asks_little_and_links_to_what_explains(
    clinic: Clinic, client: FlaskClient
) -> None:
    with clinic.app.app_context():
        therapist = actor_of(db.session.query(User).filter_by(role=Role.THERAPIST).one())
        make_plannable(db.session(), db.session.get_one(Case, clinic.case_id))
        acts.compute(db.session(), therapist, clinic.case_id, TODAY)
        db.session.commit()
    with counted(clinic.app) as statements:
        shown = client.get(f"/cases/{clinic.case_id}").text
    assert len(statements) <= MAX_QUERIES, statements
    for part in ("Draft, not signed", "Would help most", "/match", "/plan", "/accommodations", "data-chart"):
        assert part in shown, part
