"""The preview of a demand sheet, without a browser: questions, answers, what is ticked."""

import io
import re
from collections.abc import Callable

import pytest
from an_uploaded_sheet import TO_CASE, mark_of, upload
from figures_on_pages import loose_figures
from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook

from rtw.store.people import Role


@pytest.fixture
def therapist_client(sign_in: Callable[[Role], FlaskClient]) -> FlaskClient:
    return sign_in(Role.THERAPIST)


def test_an_answer_is_sent_and_taken_back_without_scripts(therapist_client: FlaskClient) -> None:
    client = therapist_client
    preview = upload(client).location
    unit = "q:units/stn power_grip"
    assert client.post(f"{preview}/answers", data={unit: "lbf"}).location == f"{preview}#questions-title"
    page = client.get(preview).text
    assert "Take back" in page
    assert "22.2 N" in page
    client.post(f"{preview}/answers", data={"take_back": "units/stn power_grip"})
    assert "Take back" not in client.get(preview).text
    client.post(f"{preview}/answers", data={unit: ""})
    assert "“stn” is not known" in client.get(preview).text


def test_a_question_left_open_is_not_asked_again(therapist_client: FlaskClient) -> None:
    data = {"file": (io.BytesIO(b"Task,Demand,Hand,Amount,Unit\nPack,Power grip,Right,20,N\n"), "a.csv")}
    preview = therapist_client.post(TO_CASE, data=data, content_type="multipart/form-data").location
    assert "How long is the shift?" in therapist_client.get(preview).text
    therapist_client.post(f"{preview}/answers", data={"q:shift_hours": ["", "(open)"]})
    assert "How long is the shift?" not in therapist_client.get(preview).text
    wrong = therapist_client.post(f"{preview}/answers", data={"q:shift_hours": ["-3"]})
    assert wrong.status_code == 422


UNEVEN = b"""Job title,Luthier,,
Hours of work,"Mon-Thu 8:30-17:30, Fri 8:30-13:00, 37.5 hrs a week, dinner 45 min",,
Task,Demand,Hand,Force (N)
Planing,Push,Right,60
"""


def test_the_working_time_that_was_read_is_put_right_in_the_preview(therapist_client: FlaskClient) -> None:
    client = therapist_client
    preview = _csv(client, UNEVEN)
    page = client.get(preview).text
    assert "8.25 h a day, 5 days a week" in page
    assert "Which working day counts?" in page
    client.post(f"{preview}/answers", data={"q:shift_hours": "7:30", "q:days_per_week": "4.5 days"})
    page = client.get(preview).text
    assert "7.5 h a day, 4.5 days a week" in page
    assert "Which working day counts?" not in page


def test_a_working_time_that_nobody_doubts_can_be_put_right_too(therapist_client: FlaskClient) -> None:
    client = therapist_client
    plain = UNEVEN.replace(
        b"""\"Mon-Thu 8:30-17:30, Fri 8:30-13:00, 37.5 hrs a week, dinner 45 min\"""", b"8 h"
    )
    preview = _csv(client, plain)
    page = client.get(preview).text
    assert "Correct the working time" in page
    assert page.count('name="q:shift_hours"') == 1
    wrong = client.post(f"{preview}/answers", data={"q:shift_hours": "all day"})
    assert wrong.status_code == 422
    assert wrong.text.count("Give the hours as a number up to 24") == 2
    client.post(f"{preview}/answers", data={"q:shift_hours": "6"})
    assert "6 h a day" in client.get(preview).text


def test_a_wrong_answer_is_told_beside_its_box_and_costs_no_other_answer(
    therapist_client: FlaskClient,
) -> None:
    data = {"file": (io.BytesIO(b"Task,Demand,Amount,Unit\nPack,Power grip,20,N\n"), "a.csv")}
    preview = therapist_client.post(TO_CASE, data=data, content_type="multipart/form-data").location
    sent = {"q:shift_hours": "all day", "q:hands/power_grip": "left"}
    wrong = therapist_client.post(f"{preview}/answers", data=sent)
    assert wrong.status_code == 422
    assert wrong.text.count("Give the hours as a number up to 24") == 2
    assert 'value="all day"' in wrong.text
    assert 'value="hands/power_grip"' in therapist_client.get(preview).text
    assert "Power grip: which hand" not in therapist_client.get(preview).text


def _csv(client: FlaskClient, content: bytes, name: str = "a.csv") -> str:
    """Upload a text file for the case; returns the address of its preview."""
    data = {"file": (io.BytesIO(content), name)}
    return client.post(TO_CASE, data=data, content_type="multipart/form-data").location


OPEN = b"""Shift,8 h,,,,
Task,Essential,Demand,Hand,Amount,Unit
Pack,yes,Power grip,R,20,N
Tape,no,Pinching,L,5,N
"""


def test_what_is_ticked_and_chosen_stays_when_the_sheet_is_read_again(therapist_client: FlaskClient) -> None:
    client = therapist_client
    preview = _csv(client, OPEN)
    page = client.get(preview).text
    key = "q:task_hours/Job without a title › Tape"
    assert key in page
    sent = {"mark": mark_of(client, preview), "left_out": "0.1.0", "job-0": "no", key: "1:30"}
    assert client.post(f"{preview}/answers", data=sent).status_code == 303
    page = client.get(preview).text
    assert "1.5 h a day (given by a person)" in page
    assert re.search(r'value="0\.1\.0"\s+checked', page)
    assert re.search(r'value="no" selected', page)


def test_an_answer_that_was_typed_but_not_read_is_read_and_seen_before_it_is_confirmed(
    therapist_client: FlaskClient,
) -> None:
    client = therapist_client
    preview = _csv(client, OPEN)
    sent = {"mark": mark_of(client, preview), "job-0": "new", "q:title": "Packer"}
    first = client.post(f"{preview}/confirm", data=sent)
    assert first.status_code == 422
    assert "had not been read yet" in first.text
    assert '<h2 id="job-0-title">Packer</h2>' in first.text
    again = {"mark": mark_of(client, preview), "job-0": "new"}
    assert client.post(f"{preview}/confirm", data=again).location == "/cases/1/job"
    assert "Given by a person" in client.get("/jobs/1/versions/1").text


def test_a_question_left_open_is_still_asked_of_the_employer(therapist_client: FlaskClient) -> None:
    client = therapist_client
    preview = _csv(client, b"Task,Demand,Hand,Force (N)\nPack,Power grip,R,20\n")
    client.post(f"{preview}/answers", data={"q:shift_hours": "(open)", "q:title": "Packer"})
    listed = load_workbook(io.BytesIO(client.get(f"{preview}/corrected").data))["Corrections"]
    told = {row[4] for row in listed.iter_rows(min_row=5, values_only=True)}
    assert "How long is the shift?" in told
    assert "What is the job called?" not in told
    assert [cell.value for cell in listed[4]][-1] == "Your answer"


def _two_sheets() -> bytes:
    book = Workbook()
    for number, name in enumerate(("Now", "Before")):
        page = book.active if number == 0 else book.create_sheet()
        assert page is not None
        page.title = name
        for row in (("Task", "Demand", "Hand", "Force (N)"), (f"Pack {name}", "Power grip", "R", 20)):
            page.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_sheets_are_chosen_in_the_preview_and_the_choice_is_kept(therapist_client: FlaskClient) -> None:
    client = therapist_client
    preview = _csv(client, _two_sheets(), "two.xlsx")
    page = client.get(preview).text
    assert "Sheets that are read" in page
    assert "Pack Before" in page
    none = client.post(f"{preview}/sheets", data={})
    assert none.status_code == 422
    assert "No sheet is ticked" in none.text
    assert client.post(f"{preview}/sheets", data={"sheet": "Now"}).location == f"{preview}#sheets-title"
    page = client.get(preview).text
    assert "Pack Before" not in page
    assert "not read" in page
    client.post(f"{preview}/sheets", data={"sheet": ["Now", "Before"]})
    assert "Pack Before" in client.get(preview).text


def test_every_figure_of_a_preview_opens(therapist_client: FlaskClient) -> None:
    page = therapist_client.get(upload(therapist_client).location).text
    assert "data-figures" in page
    assert loose_figures(page) == []
