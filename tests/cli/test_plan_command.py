"""`plan`: every document of a case or none, problems in words with their fields, exit codes to match."""

import json
from pathlib import Path

import pytest
from opened import pdf_bytes

from rtw.cli.command import FAILED, OK, UNUSABLE
from rtw.cli.main import main
from rtw.services.case_file.schema import EXAMPLE

PROMISED = {
    "plan.json",
    "employer.xlsx",
    "employer.pdf",
    "employer.ics",
    "clinician.pdf",
    "patient.pdf",
    "patient.ics",
}


def case_file(folder: Path, encoding: str = "utf-8", **changed: object) -> Path:
    data = json.loads(EXAMPLE.read_text(encoding="utf-8")) | changed
    file = folder / "case.json"
    file.write_text(json.dumps(data), encoding=encoding)
    return file


def plan(case: Path, out: Path, *more: str) -> int:
    return main(["plan", str(case), "--out", str(out), "--today", "2026-11-21", *more])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_case_is_planned_with_every_promised_document(tmp_path, encoding):
    out = tmp_path / "out"
    assert plan(case_file(tmp_path, encoding), out) == OK
    assert {file.name for file in out.iterdir()} >= PROMISED


def test_a_refused_case_writes_nothing_and_names_every_field(tmp_path, capsys):
    case = case_file(tmp_path, worker=5, review_on="soon", refrence="x")
    assert plan(case, tmp_path / "out", "--json") == FAILED
    assert not (tmp_path / "out").exists()
    printed = capsys.readouterr()
    told = {problem["cell"] for problem in json.loads(printed.out)["problems"]}
    assert told == {"worker", "review_on", "refrence"}
    assert all(f"error: {field}: " in printed.err for field in told)


def test_where_no_schedule_fits_the_code_and_the_words_say_so(tmp_path, capsys):
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    offer = data["wishes"] | {"offer": {"hours_per_day": 1}}
    assert plan(case_file(tmp_path, wishes=offer), tmp_path / "out") == FAILED
    said = capsys.readouterr().err
    assert "the employer offers 1 h a day" in said
    assert "a working day has at least 2 h" in said
    assert "Any one of these frees it: " in said
    assert "Ask the employer for longer days" in said


def test_what_cannot_be_read_or_written_is_told_in_words(tmp_path, capsys):
    assert plan(tmp_path / "missing.json", tmp_path / "out") == UNUSABLE
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    assert plan(case_file(tmp_path), tmp_path / "taken") == UNUSABLE
    assert str(tmp_path / "taken") in capsys.readouterr().err


def test_without_a_schedule_nothing_is_released(tmp_path):
    data = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert data["release"] is not None
    plan(case_file(tmp_path, wishes=data["wishes"] | {"offer": {"hours_per_day": 0}}), tmp_path / "out")
    document = json.loads((tmp_path / "out" / "plan.json").read_text(encoding="utf-8"))
    assert [refusal["code"] for refusal in document["refusals"]] == ["no-work-ahead"]
    assert b"DRAFT" in pdf_bytes((tmp_path / "out" / "employer.pdf").read_bytes())
