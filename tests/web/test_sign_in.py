import re
from collections.abc import Callable
from pathlib import Path

import pyotp
import pytest
from a_clinic import PASSWORD
from conftest import Clinic
from flask.testing import FlaskClient
from sqlalchemy import func, select, update

from rtw.store.people import Role, User
from rtw.store.records import AuditLine
from rtw.web.app import create_app
from rtw.web.config import Config
from rtw.web.database import db

THERAPIST = "therapist@clinic.example"


def _post(client: FlaskClient, **data: str) -> int:
    return client.post("/sign-in", data={"email": THERAPIST, "password": PASSWORD} | data).status_code


def _without_tokens(page: str) -> str:
    return re.sub(r"[\w.-]{60,}", "", page)


def test_the_wrong_password_and_the_unknown_address_read_the_same(clinic: Clinic) -> None:
    client = clinic.app.test_client()
    wrong = client.post("/sign-in", data={"email": THERAPIST, "password": "wrong"})
    unknown = client.post("/sign-in", data={"email": "x@y.example", "password": "wrong"})
    assert wrong.status_code == unknown.status_code == 422
    assert _without_tokens(wrong.text.replace(THERAPIST, "")) == _without_tokens(
        unknown.text.replace("x@y.example", "")
    )
    with clinic.app.app_context():
        refused = select(func.count()).where(AuditLine.action == "refused")
        assert db.session.scalar(refused) == 2


def test_capitals_in_the_address_do_not_matter(clinic: Clinic) -> None:
    assert _post(clinic.app.test_client(), email=THERAPIST.upper()) == 303


def test_an_account_with_a_second_factor_needs_its_code(clinic: Clinic) -> None:
    secret = pyotp.random_base32()
    with clinic.app.app_context():
        db.session.execute(update(User).where(User.email == THERAPIST).values(totp_secret=secret))
        db.session.commit()
    client = clinic.app.test_client()
    assert _post(client) == 422
    assert _post(client, code="000000" if pyotp.TOTP(secret).now() != "000000" else "111111") == 422
    assert _post(client, code=pyotp.TOTP(secret).now()) == 303


def test_a_closed_account_is_out_at_once(clinic: Clinic, sign_in: Callable[[Role], FlaskClient]) -> None:
    client = sign_in(Role.THERAPIST)
    with clinic.app.app_context():
        db.session.execute(update(User).where(User.email == THERAPIST).values(active=False))
        db.session.commit()
    assert client.get("/cases").status_code == 302


def test_a_new_password_signs_other_devices_out(sign_in: Callable[[Role], FlaskClient]) -> None:
    here, there = sign_in(Role.THERAPIST), sign_in(Role.THERAPIST)
    new = {"new_password": "four plain words now", "repeat_password": "four plain words now"}
    assert here.post("/account", data={"present_password": PASSWORD} | new).status_code == 303
    assert here.get("/cases").status_code == 200
    assert there.get("/cases").status_code == 302


@pytest.mark.parametrize(
    ("present", "new", "told"),
    [("wrong", "four plain words now", "not your present password"), (PASSWORD, "short", "too short")],
)
def test_a_password_that_will_not_do_says_why(
    sign_in: Callable[[Role], FlaskClient], present: str, new: str, told: str
) -> None:
    data = {"present_password": present, "new_password": new, "repeat_password": new}
    answer = sign_in(Role.PATIENT).post("/account", data=data)
    assert answer.status_code == 422
    assert told in answer.text


@pytest.mark.parametrize("elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_signing_in_leads_nowhere_else(clinic: Clinic, elsewhere: str) -> None:
    data = {"email": THERAPIST, "password": PASSWORD}
    answer = clinic.app.test_client().post("/sign-in", query_string={"next": elsewhere}, data=data)
    assert answer.location == "/"


def test_guessing_is_slowed_down(clinic: Clinic, tmp_path: Path) -> None:
    url = clinic.app.config["SQLALCHEMY_DATABASE_URI"]
    app = create_app(Config(url, "test", testing=True))
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    answers = [_post(client, password="wrong") for _ in range(11)]
    assert answers == [422] * 10 + [429]


def test_a_form_without_its_token_is_refused(clinic: Clinic) -> None:
    clinic.app.config["WTF_CSRF_ENABLED"] = True
    assert _post(clinic.app.test_client()) in (400, 422)
    assert clinic.app.test_client().post("/drafts/x", data={"a": "1"}).status_code == 302
