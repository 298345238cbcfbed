"""Sheets that say they are not read, sheets far too wide, and what comes back from us is read as it was."""

import csv
import io
import time

import openpyxl
import pytest

from job_profiles.corrected import corrected_workbook
from job_profiles.grid.cells import Sheet
from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.problem import Severity
from job_profiles.read import read_sheets, read_workbook
from job_profiles.sheet_choice import MOST_COLUMNS
from job_profiles.template_workbook import (
    DEMANDS_SHEET,
    EXAMPLE_ROWS,
    FIRST_KEY_ROW,
    HEADING_ROW,
    LEGEND,
    template_workbook,
)

TABLE = (
    ("Task", "Demand", "Hand", "Force (N)", "Hours per day"),
    ("Pack", "Power grip", "right", 40, 2),
    ("Pack", "Key pinch", "left", "lots", 2),
    ("Stack", "Power grip", "right", 5000, 2),
)


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def filled_template():
    book = openpyxl.load_workbook(io.BytesIO(template_workbook()))
    page = book[DEMANDS_SHEET]
    for row, value in enumerate(("Fold & Co", "Packer", 8, 5), start=FIRST_KEY_ROW + 1):
        page.cell(row, 2).value = value
    for row, values in enumerate(EXAMPLE_ROWS, start=HEADING_ROW + 2):
        for col, value in enumerate(values, start=1):
            page.cell(row, col).value = value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_filled_template_reads_back_exactly(filled_template):
    reading = read_workbook(filled_template, "template.xlsx")
    (profile,) = reading.profiles
    assert [p for p in reading.problems if p.severity in {Severity.ERROR, Severity.WARNING}] == []
    assert (profile.employer, profile.title) == ("Fold & Co", "Packer")
    assert (profile.shift.hours_per_day, profile.shift.days_per_week) == (8, 5)
    assert [letter for letter, _ in profile.frequency_scale.bands] == [letter for letter, _ in LEGEND]
    assert [(t.name, t.essential, t.hours_per_day) for t in profile.tasks] == [
        ("Fill cartons", True, 3), ("Office work", False, 2), ("Drive screws", True, 1),
    ]  # fmt: skip
    grip, lift, keys, drill = (d for t in profile.tasks for d in t.demands)
    assert (grip.kind, grip.hand, grip.force_n, grip.hours_per_day) == (
        DemandKind.POWER_GRIP, Hand.RIGHT, 30, 3,
    )  # fmt: skip
    assert (grip.efforts_per_minute, grip.seconds_per_effort, grip.frequency_band) == (10, 2, "F")
    assert (grip.quality, grip.sheet, grip.cell) == (Quality.MEASURED, DEMANDS_SHEET, "F9")
    assert (lift.kind, lift.hand, lift.load_kg, lift.frequency_band) == (
        DemandKind.LIFTING, Hand.BOTH, 8, "O",
    )  # fmt: skip
    assert lift.hours_range == pytest.approx((0.02 * 8, 0.33 * 8))
    assert (keys.kind, keys.hand, keys.hours_per_day) == (DemandKind.KEYBOARDING, Hand.EACH, 1.5)
    assert (drill.kind, drill.hand, drill.ahv_m_s2, drill.tool) == (
        DemandKind.HAND_ARM_VIBRATION, Hand.DOMINANT, 4.5, "Cordless screwdriver",
    )  # fmt: skip


@pytest.mark.parametrize("data", [workbook(*TABLE), workbook(("Job title", "Packer"), (), *TABLE)])
def test_a_corrected_workbook_reads_like_the_file_it_was_made_from(data):
    first = read_workbook(data, "packer.xlsx")
    second = read_workbook(*corrected_workbook(data, "packer.xlsx", first.problems))
    assert second.profiles == first.profiles
    assert second.problems == first.problems
    assert second.layout == first.layout
    assert any(p.severity is Severity.ERROR for p in first.problems)


def test_a_corrected_template_reads_like_the_template(filled_template):
    first = read_workbook(filled_template, "template.xlsx")
    second = read_workbook(*corrected_workbook(filled_template, "template.xlsx", first.problems))
    assert (second.profiles, second.problems) == (first.profiles, first.problems)


def test_a_far_too_wide_sheet_is_refused_at_once():
    text = io.StringIO()
    csv.writer(text).writerows([["Power grip (N)"] * 20_000] + [["1"] * 20_000] * 200)
    begun = time.process_time()
    reading = read_workbook(text.getvalue().encode(), "wide.csv")
    assert time.process_time() - begun < 2
    assert [(p.code, p.sheet, p.cell) for p in reading.problems] == [("sheet-too-wide", "(csv)", "KO1")]
    assert (reading.profiles, reading.readable) == ((), False)


def test_the_other_sheets_of_a_workbook_with_a_wide_one_are_read():
    wide = Sheet("Wide", (("x",) * (MOST_COLUMNS + 1),))
    reading = read_sheets((wide, Sheet("PDA", TABLE)))
    assert [len(p.tasks) for p in reading.profiles] == [2]
    assert reading.problems[0].code == "sheet-too-wide"


def test_a_stray_cell_far_to_the_right_hides_nothing():
    rows = tuple((*row, *(None,) * 700, "x" if i == 2 else None) for i, row in enumerate(TABLE))
    reading = read_sheets((Sheet("PDA", rows),))
    assert reading.profiles == read_sheets((Sheet("PDA", TABLE),)).profiles
    assert [p.cell for p in reading.problems if p.code == "cells-far-right"] == ["AAD3"]
