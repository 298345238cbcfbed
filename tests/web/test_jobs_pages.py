"""The pages of jobs, without a browser."""

import io
import re
from collections.abc import Callable

import pytest
from an_uploaded_sheet import MISTAKES, TO_CASE, WORKBOOKS, confirm_a_job, mark_of, upload
from conftest import Clinic
from figures_on_pages import loose_figures
from flask.testing import FlaskClient
from openpyxl import load_workbook
from sqlalchemy import event

from rtw.services.jobs.sheet import MAX_ROWS, ROW_FIELDS
from rtw.store.people import Role
from rtw.web.database import db


@pytest.fixture
def therapist_client(sign_in: Callable[[Role], FlaskClient]) -> FlaskClient:
    return sign_in(Role.THERAPIST)


def test_a_sheet_goes_from_upload_to_the_case_and_back_to_the_employer(therapist_client: FlaskClient) -> None:
    client = therapist_client
    preview = upload(client).location
    page = client.get(preview).text
    for told in ("Packer!F11", "#REF!", "“stn” is not known", "Mill Lane Bakery", "14 kg (30.9 lb)"):
        assert told in page
    refused = client.post(f"{preview}/confirm", data={"mark": mark_of(client, preview), "job-0": "new"})
    assert refused.status_code == 422
    assert "you have not said that you confirm" in refused.text
    data = {"mark": mark_of(client, preview), "job-0": "new", "accepts_findings": "yes"}
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
    refused = upload(client, to="/jobs/previews/new", employer_id="0", employer_name="")
    assert refused.status_code == 422
    assert "Enter the employer" in refused.text
    taken = upload(client, to="/jobs/previews/new", employer_id="0", employer_name="Mill Lane Bakery")
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
    preview = upload(therapist_client).location
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
    confirm_a_job(client)
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
    sent = {"mark": mark_of(client, preview), "job-0": "new", "accepts_findings": "yes"}
    assert client.post(f"{preview}/confirm", data=sent).status_code == 303
    assert "Too long to change here" in client.get("/jobs/1/versions/1/edit").text


def test_a_form_of_the_longest_sheet_is_taken(therapist_client: FlaskClient) -> None:
    columns = {name: [""] * MAX_ROWS for name in ROW_FIELDS}
    data = columns | {"title": "Packer", "do": "add-0", "task": ["Pack"] * MAX_ROWS}
    assert therapist_client.post("/jobs/write/blank", data=data).status_code == 303


def test_a_job_is_copied_to_another_employer(therapist_client: FlaskClient) -> None:
    client = therapist_client
    confirm_a_job(client)
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
    confirm_a_job(client)
    preview = upload(client).location
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


def test_a_version_saved_meanwhile_is_told_before_it_is_overtaken(therapist_client: FlaskClient) -> None:
    client = therapist_client
    confirm_a_job(client)
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
