from collections.abc import Callable

from a_clinic import PASSWORD
from conftest import Clinic
from flask.testing import FlaskClient

from rtw.store.people import Role


def test_an_administrator_adds_a_person_who_can_then_sign_in(
    clinic: Clinic, sign_in: Callable[[Role], FlaskClient]
) -> None:
    admin = sign_in(Role.ADMINISTRATOR)
    new = {"name": "Ben Ode", "email": "ben@clinic.example", "role": "therapist", "password": PASSWORD}
    assert admin.post("/people", data=new).status_code == 303
    assert "Ben Ode" in admin.get("/people").text
    answer = clinic.app.test_client().post("/sign-in", data={"email": new["email"], "password": PASSWORD})
    assert answer.status_code == 303


def test_a_person_is_not_added_twice(sign_in: Callable[[Role], FlaskClient]) -> None:
    taken = {"name": "Ben", "email": "PATIENT@clinic.example", "role": "patient", "password": PASSWORD}
    answer = sign_in(Role.ADMINISTRATOR).post("/people", data=taken)
    assert answer.status_code == 422
    assert "There is an account" in answer.text


def test_an_employers_contact_is_changed(clinic: Clinic, sign_in: Callable[[Role], FlaskClient]) -> None:
    client = sign_in(Role.THERAPIST)
    new = {"name": "Northside Insurance", "contact_name": "R. Diaz", "contact_phone": "555 0100"}
    assert client.post(f"/employers/{clinic.employer_id}", data=new).status_code == 303
    assert "R. Diaz" in client.get("/employers").text


def test_the_letterhead_is_changed(sign_in: Callable[[Role], FlaskClient]) -> None:
    client = sign_in(Role.THERAPIST)
    new = {"name": "Hand clinic", "address": "1 Main Street", "disclosure_profile": "us_ada"}
    assert client.post("/letterhead", data=new).status_code == 303
    assert "1 Main Street" in client.get("/letterhead").text
    assert client.post("/letterhead", data={"name": ""}).status_code == 422


def test_people_without_cases_begin_at_their_account(sign_in: Callable[[Role], FlaskClient]) -> None:
    for role in (Role.PATIENT, Role.EMPLOYER, Role.CASE_MANAGER, Role.ADMINISTRATOR):
        assert sign_in(role).get("/").location == "/account"


def test_a_case_manager_is_told_what_there_is_and_led_back(sign_in: Callable[[Role], FlaskClient]) -> None:
    client = sign_in(Role.CASE_MANAGER)
    own = client.get("/account").text
    assert "no pages for case managers yet" in own
    assert 'href="/accommodations"' in own.split("<main")[1]
    refused = client.get("/cases/1")
    assert refused.status_code == 403
    assert "Back to what your account opens" in refused.text
    assert 'href="/"' in refused.text.split("<main")[1]
