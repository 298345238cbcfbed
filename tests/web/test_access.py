"""Every page × every role: who gets in, who is turned away."""

from collections.abc import Callable

import pytest
from conftest import Clinic
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from rtw.services.permission import ALLOWED
from rtw.store.people import Role
from rtw.web.access import ACCESS


def _rules(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]


def _address(clinic: Clinic, rule: Rule) -> str:
    """Fill the rule's parts with what exists; where nothing is known to exist, with 1."""
    known = {"case_id": clinic.case_id, "employer_id": clinic.employer_id}
    built = rule.build({name: known.get(name, 1) for name in rule.arguments})
    assert built is not None
    return built[1]


def _method(rule: Rule) -> str:
    return "GET" if "GET" in (rule.methods or ()) else "POST"


def test_every_page_stands_in_the_access_table(clinic: Clinic) -> None:
    endpoints = {rule.endpoint for rule in clinic.app.url_map.iter_rules()}
    assert endpoints == set(ACCESS)


@pytest.mark.parametrize("role", list(Role))
def test_a_role_opens_exactly_what_its_permissions_say(
    clinic: Clinic, sign_in: Callable[[Role], FlaskClient], role: Role
) -> None:
    client = sign_in(role)
    for rule in _rules(clinic.app):
        if rule.endpoint == "account.sign_out":
            continue
        needed = ACCESS[rule.endpoint]
        answer = client.open(_address(clinic, rule), method=_method(rule))
        is_allowed = needed is None or needed in ALLOWED[role]
        assert (answer.status_code != 403) == is_allowed, (role, rule.endpoint, answer.status_code)
        assert answer.status_code < 500, (role, rule.endpoint)


def test_nobody_gets_past_the_door_without_signing_in(clinic: Clinic) -> None:
    client = clinic.app.test_client()
    for rule in _rules(clinic.app):
        if ACCESS[rule.endpoint] is not None:
            answer = client.open(_address(clinic, rule), method=_method(rule))
            assert answer.status_code == 302, rule.endpoint
            assert answer.location.startswith("/sign-in")


def test_a_page_missing_from_the_table_opens_to_nobody(
    clinic: Clinic, sign_in: Callable[[Role], FlaskClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(ACCESS, "cases.caseload")
    assert sign_in(Role.THERAPIST).get("/cases").status_code == 403
