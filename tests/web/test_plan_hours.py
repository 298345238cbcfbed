"""Hours nobody stated, on the plan's start page and in what is signed."""

from collections.abc import Callable

import pytest
from a_kitchen_job import PORTER
from a_plannable_case import make_plannable
from conftest import Clinic
from flask.testing import FlaskClient

from rtw.store.cases import Case
from rtw.store.people import Role
from rtw.web.database import db

PLAN = "/cases/1/plan"
ASSUMED = (
    "No hours are stated for Pot washing and Tray scraping: planned at 2.5 h a day each, "
    "an equal share of what the shift of 8 h leaves."
)


@pytest.fixture
def client(clinic: Clinic, sign_in: Callable[[Role], FlaskClient]) -> FlaskClient:
    with clinic.app.app_context():
        make_plannable(db.session(), db.session.get_one(Case, 1), PORTER)
        db.session.commit()
    return sign_in(Role.THERAPIST)


def test_the_start_page_asks_for_the_hours_it_assumes(client: FlaskClient) -> None:
    shown = client.get(PLAN).text
    assert ASSUMED in shown
    assert "How many hours a day does each of Pot washing and Tray scraping take?" in shown
    assert "not in the sheet, planned 2.5 h" in shown
    assert "sheet: 3 h, planned 3 h" in shown


def test_typed_hours_are_planned_and_asked_no_more(client: FlaskClient) -> None:
    hours = {"task-hours-0": "3,5", "task-hours-1": "1.5", "task-hours-2": ""}
    shown = client.post(f"{PLAN}/hours", data=hours, follow_redirects=True).text
    assert "No hours are stated" not in shown
    assert "not in the sheet, planned 3.5 h" in shown
    assert 'value="1.5"' in shown
    client.post(f"{PLAN}/settings", data={"weeks": "6"})
    assert 'value="3.5"' in client.get(PLAN).text  # other settings leave them alone


def test_hours_that_fill_too_much_are_planned_and_told(client: FlaskClient) -> None:
    shown = client.post(
        f"{PLAN}/hours", data={"task-hours-0": "4", "task-hours-1": "4"}, follow_redirects=True
    ).text
    assert "The tasks add up to 11 h, the shift has 8 h: they share it in proportion" in shown
    assert "full duty is planned at 8 h a day" in shown


@pytest.mark.parametrize("typed", ["half", "17", "-1"])
def test_wrong_hours_are_told_beside_their_field(client: FlaskClient, typed: str) -> None:
    answer = client.post(f"{PLAN}/hours", data={"task-hours-0": typed, "task-hours-1": "2"})
    assert answer.status_code == 422
    assert 'id="task-hours-0-error"' in answer.text
    assert f'value="{typed}"' in answer.text
    assert 'value="2"' in answer.text
    assert ASSUMED in client.get(PLAN).text


def test_what_is_assumed_stands_in_what_is_signed(client: FlaskClient) -> None:
    assert f"Assumed: {ASSUMED}" in client.get(f"{PLAN}/sign").text


def test_hours_of_tasks_are_typed_as_people_write_them(client: FlaskClient) -> None:
    shown = client.post(
        f"{PLAN}/hours", data={"task-hours-0": "1 h 30", "task-hours-1": "2:30"}, follow_redirects=True
    ).text
    assert "not in the sheet, planned 1.5 h" in shown
    assert "not in the sheet, planned 2.5 h" in shown
