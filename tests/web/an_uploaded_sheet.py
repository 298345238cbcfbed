"""Demand sheets as the pages of jobs take them: uploaded, marked, confirmed."""

import io
import re
from pathlib import Path

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

WORKBOOKS = Path(__file__).resolve().parents[2] / "rtw" / "demonstration" / "workbooks"
MISTAKES = "with_mistakes.xlsx"
TO_CASE = "/jobs/previews/new?case=1"


def upload(client: FlaskClient, name: str = MISTAKES, to: str = TO_CASE, **more: str) -> TestResponse:
    data = {"file": (io.BytesIO((WORKBOOKS / name).read_bytes()), name), **more}
    return client.post(to, data=data, content_type="multipart/form-data")


def mark_of(client: FlaskClient, path: str) -> str:
    found = re.search(r'name="mark" value="(\w+)"', client.get(path).text)
    assert found is not None
    return found[1]


def confirm_a_job(client: FlaskClient) -> None:
    preview = upload(client).location
    data = {"mark": mark_of(client, preview), "job-0": "new", "accepts_findings": "yes", "left_out": "0.0.1"}
    assert client.post(f"{preview}/confirm", data=data).location == "/cases/1/job"
