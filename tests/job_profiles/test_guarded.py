"""Reading in a process of its own gives the same reading, and no sheet can hold up its caller."""

import csv
import io
import time

import openpyxl
import pytest

from job_profiles import guarded
from job_profiles.answers import Answers
from job_profiles.guarded import read_guarded
from job_profiles.read import read_workbook


def sheet(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


PACKING = sheet(
    ("Job title", "Packer"),
    ("Shift", "8 h"),
    (),
    ("Task", "Demand", "Hand", "Force (N)", "Hours per day", "Frequency"),
    ("Pack", "Power grip", "right", 40, 2, None),
    ("Pack", "Key pinch", "left", "lots", 1, "F"),
)


@pytest.mark.parametrize("answers", [None, Answers(frequency_scale="us_dot")])
def test_the_reading_is_the_same_as_without_the_guard(answers):
    reading = read_guarded(PACKING, "packing.xlsx", answers)
    assert reading == read_workbook(PACKING, "packing.xlsx", answers)
    assert reading.profiles[0].title == "Packer"


def test_a_sheet_name_is_passed_on():
    reading = read_guarded(PACKING, "packing.xlsx", sheet="Elsewhere")
    assert [problem.code for problem in reading.problems] == ["no-such-sheet"]


def test_a_file_that_is_no_spreadsheet_is_refused_the_same_way():
    assert read_guarded(b"%PDF-1.7", "job.xlsx") == read_workbook(b"%PDF-1.7", "job.xlsx")


def test_a_reading_that_takes_too_long_is_stopped_in_words(monkeypatch):
    monkeypatch.setattr(guarded, "WAIT_S", 0.3)
    written = io.StringIO()
    csv.writer(written).writerows([f"Task {i}", "Power grip", i] for i in range(200_000))
    began = time.monotonic()
    reading = read_guarded(written.getvalue().encode(), "long.csv")
    assert [problem.code for problem in reading.problems] == ["reading-stopped"]
    assert not reading.readable
    assert time.monotonic() - began < 10
