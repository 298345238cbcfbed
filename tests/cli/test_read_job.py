import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from job_profiles.corrected import corrected_workbook
from job_profiles.guarded import read_guarded
from rtw.cli.command import FAILED, OK, UNUSABLE
from rtw.cli.main import main


def _sheet(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in (("Task", "Hours per day", "Demand", "Force (N)"), *rows):
        book.active.append(row)
    book.save(path)
    return path


def test_json_alone_goes_to_stdout(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = _sheet(tmp_path / "job.xlsx", ("Filing", 2, "Power grip", 40))
    assert main(["read-job", str(path), "--json"]) == OK
    read = json.loads(capsys.readouterr().out)
    demand = read["profiles"][0]["tasks"][0]["demands"][0]
    assert set(read) == {"profiles", "problems"}
    assert (demand["kind"], demand["force_n"], demand["cell"]) == ("power_grip", 40.0, "D2")


def test_a_problem_is_told_with_its_place_and_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _sheet(tmp_path / "job.xlsx", ("Filing", 2, "Power grip", 40), ("Lifting", 30, "Power grip", 40))
    assert main(["read-job", str(path), "--json"]) == FAILED
    problems = json.loads(capsys.readouterr().out)["problems"]
    wrong = [p for p in problems if p["severity"] == "error"]
    assert [(p["sheet"], p["cell"]) for p in wrong] == [("Sheet", "B3")]
    assert all(p["message"] and p["advice"] and p["code"] for p in wrong)
    main(["read-job", str(path)])
    assert "error Sheet!B3" in capsys.readouterr().out


@pytest.mark.parametrize("content", [b"<html>not a workbook</html>", b"PK\x03\x04broken", b""])
def test_what_is_no_spreadsheet_exits_with_two(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "job.xlsx"
    path.write_bytes(content)
    assert main(["read-job", str(path), "--json"]) == UNUSABLE


@pytest.mark.parametrize("answers", ["not json", "[]", '{"colour": "red"}'])
def test_answers_that_cannot_be_used_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answers: str
) -> None:
    path = _sheet(tmp_path / "job.xlsx", ("Filing", 2, "Power grip", 40))
    (tmp_path / "answers.json").write_text(answers)
    assert main(["read-job", str(path), "--answers", str(tmp_path / "answers.json")]) == UNUSABLE
    assert "answers cannot be used" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read-job", "no-such-file.xlsx"]) == UNUSABLE
    assert "no-such-file.xlsx" in capsys.readouterr().err


def _returned(path: Path, answers: dict[str, object]) -> Path:
    """Mark a sheet, fill the answer box of each row whose words begin with a key, and save it beside."""
    data = path.read_bytes()
    marked, name = corrected_workbook(data, path.name, read_guarded(data, path.name).problems)
    back = path.with_name(f"back {name}")
    back.write_bytes(marked)
    book = load_workbook(back)
    page = book["Corrections"]
    for row in range(5, page.max_row + 1):
        for begins in (key for key in answers if str(page.cell(row, 5).value).startswith(key)):
            page.cell(row, 7).value = answers[begins]
    book.save(back)
    return back


def test_the_answers_in_a_returned_workbook_are_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = _sheet(tmp_path / "job.xlsx", ("Filing", 2, "Power grip", 40), ("Taping", 1, "Key pinch", 9))
    back = _returned(sheet, {"Which hand": "Right", "How long is the shift": 8})
    assert main(["read-job", str(back), "--json"]) == OK
    out, err = capsys.readouterr()
    read = json.loads(out)
    hands = [demand["hand"] for task in read["profiles"][0]["tasks"] for demand in task["demands"]]
    assert hands == ["right", "right"]
    assert read["profiles"][0]["shift"]["hours_per_day"] == 8
    assert not {"hand-unknown", "shift-unknown"} & {p["code"] for p in read["problems"]}
    assert "3 answers were taken from the list of corrections." in err


def test_what_is_no_answer_in_a_returned_workbook_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = _sheet(tmp_path / "job.xlsx", ("Filing", 2, "Power grip", 40))
    back = _returned(sheet, {"Which hand": "the good one"})
    main(["read-job", str(back), "--json"])
    out, err = capsys.readouterr()
    assert "“the good one” is no answer to: Which hand" in err
    assert "were taken" not in err
    assert "hand-unknown" in {p["code"] for p in json.loads(out)["problems"]}


def test_an_answer_given_with_the_command_comes_before_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = _sheet(tmp_path / "job.xlsx", ("Filing", 2, "Power grip", 40))
    back = _returned(sheet, {"How long is the shift": 8})
    (tmp_path / "answers.json").write_text('{"shift_hours": 6}')
    main(["read-job", str(back), "--json", "--answers", str(tmp_path / "answers.json")])
    read = json.loads(capsys.readouterr().out)
    assert read["profiles"][0]["shift"]["hours_per_day"] == 6
