"""A corrected workbook uploaded again, on the page of its preview."""

import io
import re
from collections.abc import Callable

import openpyxl
import pytest
from figures_on_pages import loose_figures
from flask.testing import FlaskClient

from rtw.store.people import Role

UPLOAD = "/jobs/previews/new?case=1"
SHEET = b"""Job title,Packer,,,,
Task,Demand,Hand,Amount,Unit,Frequency
Pack,Power grip,Right,20,N,O
Tape,Key pinch,Left,8,N,F
"""
ANSWERS = {
    "How long is the shift": "7:30",
    "Which frequency scheme": "as always",
    "Pack, hours a day": 2,
    "Which tasks are essential?": "the first",
}


@pytest.fixture
def client(sign_in: Callable[[Role], FlaskClient]) -> FlaskClient:
    return sign_in(Role.THERAPIST)


def _upload(client: FlaskClient, data: bytes, name: str) -> str:
    sent = {"file": (io.BytesIO(data), name)}
    location: str = client.post(UPLOAD, data=sent, content_type="multipart/form-data").location
    return location


def _returned(client: FlaskClient) -> str:
    """Upload a sheet, fill the list of its corrected workbook, upload that; return its preview's address."""
    first = _upload(client, SHEET, "packer.csv")
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{first}/corrected").data))
    page = book["Corrections"]
    for row in range(5, page.max_row + 1):
        asked = str(page.cell(row, 5).value)
        page.cell(row, 7).value = next((ANSWERS[key] for key in ANSWERS if asked.startswith(key)), None)
    target = io.BytesIO()
    book.save(target)
    return _upload(client, target.getvalue(), "packer-corrections.xlsx")


def _fields(page: str) -> dict[str, list[str]]:
    """Return the hidden fields of a page, as its form would send them."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'type="hidden"\s+name="([^"]+)"\s+value="([^"]*)"', page):
        found.setdefault(name, []).append(value)
    return found


def test_answers_are_in_force_and_what_is_none_stands_at_its_question(client: FlaskClient) -> None:
    preview = _returned(client)
    page = client.get(preview).text
    assert "Answers taken from it: 2. Not taken: 2, told below" in page
    assert "Hours of the shift: <b>7.5</b>" in page
    assert "Hours of Pack: <b>2 h</b>" in page
    question = page.partition("Which frequency scheme")[2].partition("</fieldset>")[0]
    assert "The employer&#39;s list says “as always”" in question.replace("'", "&#39;")
    assert "Choose an answer, or leave the question open." in question
    unfit = page.partition('id="unfit-title"')[2].partition("</section>")[0]
    assert "Which tasks are essential? “the first”" in unfit
    assert loose_figures(page) == []


def test_what_was_not_taken_is_told_until_its_question_is_answered(client: FlaskClient) -> None:
    preview = _returned(client)
    sent = _fields(client.get(preview).text) | {"q:task_hours/Packer › Tape": "3"}
    assert client.post(f"{preview}/answers", data=sent).status_code == 303
    page = client.get(preview).text
    assert "as always" in page
    assert "Which tasks are essential? “the first”" in page
    sent = _fields(page) | {"q:frequency_scale": "us_dot"}
    assert client.post(f"{preview}/answers", data=sent).status_code == 303
    page = client.get(preview).text
    assert "as always" not in page
    assert "Which tasks are essential? “the first”" in page


def test_a_first_upload_says_nothing_of_a_list(client: FlaskClient) -> None:
    page = client.get(_upload(client, SHEET, "packer.csv")).text
    assert "list of corrections came back" not in page
    assert "unfit-title" not in page
