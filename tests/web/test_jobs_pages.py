"""The pages of jobs, without a browser."""

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Clinic
from figures_on_pages import loose_figures
from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook
from sqlalchemy import event
from werkzeug.test import TestResponse

from rtw.services.jobs.sheet import MAX_ROWS, ROW_FIELDS
from rtw.store.people import Role
from rtw.web.database import db

WORKBOOKS = Path(__file__).resolve().parents[2] / "rtw" / "demonstration" / "workbooks"
MISTAKES = "with_mistakes.xlsx"
TO_CASE = "/jobs/previews/new?case=1"


@pytest.fixture
def therapist_client(sign_in: Callable[[Role], FlaskClient]) -> FlaskClient:
    return sign_in(Role.THERAPIST)


def _upload(client: FlaskClient, name: str = MISTAKES, to: str = TO_CASE, **more: str) -> TestResponse:
    data = {"file": (io.BytesIO((WORKBOOKS / name).read_bytes()), name), **more}
    return client.post(to, data=data, content_type="multipart/form-data")


def _mark(client: FlaskClient, path: str) -> str:
    found = re.search(r'name="mark" value="(\w+)"', client.get(path).text)
    assert found is not None
    return found[1]


def _confirmed(client: FlaskClient) -> None:
    preview = _upload(client).location
    data = {"mark": _mark(client, preview), "job-0": "new", "accepts_findings": "yes", "left_out": "0.0.1"}
    assert client.post(f"{preview}/confirm", data=data).location == "/cases/1/job"


def test_a_sheet_goes_from_upload_to_the_case_and_back_to_the_employer(therapist_client: FlaskClient) -> None:
    client = therapist_client
    preview = _upload(client).location
    page = client.get(preview).text
    for told in ("Packer!F11", "#REF!", "“stn” is not known", "Mill Lane Bakery", "14 kg (30.9 lb)"):
        assert told in page
    refused = client.post(f"{preview}/confirm", data={"mark": _mark(client, preview), "job-0": "new"})
    assert refused.status_code == 422
    assert "you have not said that you confirm" in refused.text
    data = {"mark": _mark(client, preview), "job-0": "new", "accepts_findings": "yes"}
    assert client.post(f"{preview}/confirm", data=data).status_code == 303
    assert client.get(preview).status_code == 404
    case = client.get("/cases/1/job").text
    assert "Left out when it was confirmed (5)" in case
    original = client.get("/jobs/1/versions/1/original")
    assert original.data == (WORKBOOKS / MISTAKES).read_bytes()
    assert "attachment" in original.headers["Content-Disposition"]
    corrected = client.get("/jobs/1/versions/1/corrected")
    assert load_workbook(io.BytesIO(corrected.data))["Packer"]["G14"].comment is not None


def test_the_blank_sheet_opens(therapist_client: FlaskClient) -> None:
    answer = therapist_client.get("/jobs/template.xlsx")
    assert "Demands" in load_workbook(io.BytesIO(answer.data)).sheetnames


def test_an_answer_is_sent_and_taken_back_without_scripts(therapist_client: FlaskClient) -> None:
    client = therapist_client
    preview = _upload(client).location
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


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "The file is empty"), (b"<html></html>", "not a spreadsheet"), (b"PK\x03\x04broken", "damaged")],
)
def test_a_file_that_cannot_be_read_says_so_beside_the_field(
    therapist_client: FlaskClient, content: bytes, told: str
) -> None:
    data = {"file": (io.BytesIO(content), "sheet.xlsx")}
    answer = therapist_client.post(TO_CASE, data=data, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert answer.text.count(told) == 2
    missing = therapist_client.post(TO_CASE, data={}, content_type="multipart/form-data")
    assert "Choose the file" in missing.text


def test_a_sheet_from_the_list_of_jobs_asks_whose_it_is(therapist_client: FlaskClient) -> None:
    client = therapist_client
    refused = _upload(client, to="/jobs/previews/new", employer_id="0", employer_name="")
    assert refused.status_code == 422
    assert "Enter the employer" in refused.text
    taken = _upload(client, to="/jobs/previews/new", employer_id="0", employer_name="Mill Lane Bakery")
    assert taken.status_code == 303
    assert "Waiting to be confirmed" in client.get("/jobs").text
    assert "names “Mill Lane" not in client.get(taken.location).text
    assert client.get(f"{taken.location}/discard").status_code == 200
    assert client.post(f"{taken.location}/discard").location == "/jobs"
    assert "Waiting to be confirmed" not in client.get("/jobs").text


@pytest.mark.parametrize(
    "sent", [{"job-x": "new"}, {"job-0": "nothing"}, {"left_out": "0.0", "job-0": "new"}]
)
def test_what_the_page_never_sends_is_refused(therapist_client: FlaskClient, sent: dict[str, str]) -> None:
    preview = _upload(therapist_client).location
    assert therapist_client.post(f"{preview}/confirm", data=sent).status_code == 400


def test_a_job_is_written_from_a_template_without_scripts(therapist_client: FlaskClient) -> None:
    client = therapist_client
    path = "/jobs/write/blank?case=1"
    row = {
        "task": "Pack",
        "kind": "power_grip",
        "hand": "right",
        "amount": "3",
        "unit": "",
        "title": "Packer",
    }
    refused = client.post(path, data=row | {"do": "save"})
    assert refused.status_code == 422
    assert refused.text.count("The amount has no unit. Choose the unit.") == 2
    left = client.get(path).text
    assert 'value="Packer"' in left
    assert 'value="3"' in left
    added = client.post(path, data=row | {"unit": "kgf", "do": "add-0"})
    assert added.status_code == 303
    assert "at=1" in added.location
    assert 'id="task-1"' in client.get(added.location).text
    asked = client.post(path, data=row | {"unit": "kgf", "do": "save"})
    assert asked.status_code == 422
    for told in ("How long is the shift?", "How long does “Pack” take in a day?", "Save it as it stands"):
        assert told in asked.text
    saved = client.post(path, data=row | {"unit": "kgf", "do": "save-anyway"})
    assert saved.location == "/cases/1/job"
    assert "29.4 N (3 kgf, 6.6 lbf)" in client.get("/cases/1/job").text
    assert "Stated" in client.get("/jobs/1/versions/1").text


def test_a_changed_job_is_a_new_version_and_tells_what_changed(therapist_client: FlaskClient) -> None:
    client = therapist_client
    _confirmed(client)
    edit = "/jobs/1/versions/1/edit?case=1"
    data = {"title": "Packer", "shift_hours": "7", "task": "Shape rolls", "kind": "power_grip", "base": "0.0"}
    assert client.post(edit, data=data | {"hours": "1", "do": "save-anyway"}).location == "/cases/1/job"
    assert "Version 2" in client.get("/cases/1/job").text
    changes = client.get("/jobs/1/compare").text
    assert "Shape rolls" in changes
    assert "Removed" in changes
    assert loose_figures(changes) == []
    assert client.get("/jobs/1").location == "/jobs/1/versions/2"
    back = {"job": "1", "number": "1"}
    assert client.post("/cases/1/job", data=back).status_code == 303
    assert "Version 2 is newer" in client.get("/cases/1/job").text
    assert client.get("/jobs/1/compare?old=1&new=9").status_code == 404


def test_a_job_too_long_to_type_is_changed_in_its_file(therapist_client: FlaskClient) -> None:
    client = therapist_client
    lines = [f"Task {n},Power grip,Right,{n % 40 + 1},N" for n in range(320)]
    data = {"file": (io.BytesIO("\n".join(["Task,Demand,Hand,Amount,Unit", *lines]).encode()), "long.csv")}
    preview = client.post(TO_CASE, data=data, content_type="multipart/form-data").location
    sent = {"mark": _mark(client, preview), "job-0": "new", "accepts_findings": "yes"}
    assert client.post(f"{preview}/confirm", data=sent).status_code == 303
    assert "Too long to change here" in client.get("/jobs/1/versions/1/edit").text


def test_a_form_of_the_longest_sheet_is_taken(therapist_client: FlaskClient) -> None:
    columns = {name: [""] * MAX_ROWS for name in ROW_FIELDS}
    data = columns | {"title": "Packer", "do": "add-0", "task": ["Pack"] * MAX_ROWS}
    assert therapist_client.post("/jobs/write/blank", data=data).status_code == 303


def test_a_job_is_copied_to_another_employer(therapist_client: FlaskClient) -> None:
    client = therapist_client
    _confirmed(client)
    path = "/jobs/1/versions/1/copy"
    assert client.post(path, data={"employer_id": "0", "employer_name": ""}).status_code == 422
    answer = client.post(path, data={"employer_id": "0", "employer_name": "Elsewhere"})
    assert answer.location == "/jobs/2/versions/1/edit"
    assert "copied from Packer, version 1" in client.get("/jobs/2/versions/1").text


def test_what_a_sheet_says_is_never_markup(therapist_client: FlaskClient) -> None:
    client = therapist_client
    row = {
        "task": "<script>alert(1)</script>",
        "kind": "mousing",
        "tool": '"><img src=x>',
        "title": "{{7*7}}",
    }
    client.post("/jobs/write/blank?case=1", data=row | {"do": "save-anyway"})
    page = client.get("/cases/1/job").text
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<img src=x>" not in page
    assert "{{7*7}}" in page


def test_pages_take_few_queries(clinic: Clinic, therapist_client: FlaskClient) -> None:
    client = therapist_client
    _confirmed(client)
    preview = _upload(client).location
    with clinic.app.app_context():
        engine = db.engine
    for path in (
        "/jobs",
        "/jobs/1/versions/1",
        "/jobs/1/compare",
        "/cases/1/job",
        preview,
        "/jobs/1/versions/1/edit",
    ):
        asked: list[str] = []

        def listen(_c: object, _cur: object, statement: str, *_rest: object, into: list[str] = asked) -> None:
            into.append(statement)

        event.listen(engine, "before_cursor_execute", listen)
        assert client.get(path).status_code == 200
        event.remove(engine, "before_cursor_execute", listen)
        assert len(asked) <= 12, (path, len(asked))


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
    sent = {"mark": _mark(client, preview), "left_out": "0.1.0", "job-0": "no", key: "1:30"}
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
    sent = {"mark": _mark(client, preview), "job-0": "new", "q:title": "Packer"}
    first = client.post(f"{preview}/confirm", data=sent)
    assert first.status_code == 422
    assert "had not been read yet" in first.text
    assert '<h2 id="job-0-title">Packer</h2>' in first.text
    again = {"mark": _mark(client, preview), "job-0": "new"}
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


def test_a_version_saved_meanwhile_is_told_before_it_is_overtaken(therapist_client: FlaskClient) -> None:
    client = therapist_client
    _confirmed(client)
    edit = "/jobs/1/versions/1/edit"
    row = {"title": "Packer", "shift_hours": "7", "task": "Pack", "task_hours": "2", "kind": "power_grip"}
    opened = re.search(r'name="newest" value="(\d+)"', client.get(edit).text)
    assert opened is not None
    mine = row | {"newest": opened[1], "do": "save"}
    assert client.post(edit, data=mine).location == "/jobs/1/versions/2"
    refused = client.post(edit, data=mine | {"task": "Mine"})
    assert refused.status_code == 422
    assert "Changed since you opened it" in refused.text
    assert loose_figures(refused.text) == []
    assert "Version 2 was saved by" in refused.text
    assert 'value="Mine"' in refused.text
    assert client.get("/jobs/1/versions/3").status_code == 404
    seen = re.search(r'name="newest" value="(\d+)"', refused.text)
    assert seen is not None
    all_the_same = mine | {"task": "Mine", "newest": seen[1], "do": "save-anyway"}
    assert client.post(edit, data=all_the_same).location == "/jobs/1/versions/3"


def test_what_a_refused_sheet_says_opens_to_where_its_figures_come_from(
    therapist_client: FlaskClient,
) -> None:
    rows = {"title": "Packer", "shift_hours": "25", "task": "Pack", "kind": "power_grip", "amount": "9000"}
    refused = therapist_client.post("/jobs/write/blank", data=rows | {"unit": "kgf", "do": "save"})
    assert refused.status_code == 422
    assert 'id="sheet-figures"' in refused.text
    assert loose_figures(refused.text) == []
    assert "1 kgf = 9.80665 N by definition" in refused.text


def test_another_window_of_the_same_person_is_told_and_can_be_brought_back(
    therapist_client: FlaskClient,
) -> None:
    client = therapist_client
    path = "/jobs/write/blank"
    began = re.search(r'name="began" value="(\w+)"', client.get(path).text)
    assert began is not None
    common = {"title": "Packer", "began": began[1], "do": "add-0"}
    client.post(path, data=common | {"page": "one", "task": "From one"})
    client.post(path, data=common | {"page": "two", "task": "From two"})
    page = client.get(path).text
    assert "changed in another window of yours" in page
    assert "From two" in page
    client.post(path, data=common | {"page": "two", "task": "From two", "do": "undo"})
    client.post(path, data=common | {"page": "two", "task": "From two", "do": "undo"})
    assert "From one" in client.get(path).text


def test_every_figure_of_a_preview_opens(therapist_client: FlaskClient) -> None:
    page = therapist_client.get(_upload(therapist_client).location).text
    assert "data-figures" in page
    assert loose_figures(page) == []
