"""The blank demand sheet: complete, unprotected, and the same bytes each time."""

import io

import openpyxl
import pytest

from job_profiles.grid.read import read_grid
from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.template_workbook import (
    COLUMNS,
    DEMANDS_SHEET,
    EXAMPLE_ROWS,
    HEADING_ROW,
    LEGEND,
    LETTERHEAD,
    ROWS_WITH_DROP_DOWNS,
    UNITS,
    template_workbook,
)


@pytest.fixture(scope="module")
def workbook():
    return openpyxl.load_workbook(io.BytesIO(template_workbook()))


@pytest.fixture(scope="module")
def sheets():
    reading = read_grid(template_workbook(), "template.xlsx")
    assert reading.problems == ()
    return {sheet.name: sheet for sheet in reading.sheets}


def test_only_demands_and_legend_are_to_be_read(sheets):
    assert [name for name, sheet in sheets.items() if not sheet.is_marked_not_read] == [
        DEMANDS_SHEET,
        "Legend",
    ]
    assert not any(sheet.hidden for sheet in sheets.values())


def test_headings_letterhead_and_legend_stand_where_they_are_promised(sheets):
    page = sheets[DEMANDS_SHEET]
    assert page.rows[HEADING_ROW] == tuple(column.heading for column in COLUMNS)
    assert tuple(row[0] for row in page.rows[2:6]) == LETTERHEAD
    assert sheets["Legend"].rows[1:] == LEGEND
    assert len(page.rows) == HEADING_ROW + 1


@pytest.mark.parametrize(
    ("heading", "choices"),
    [
        ("Demand", [kind.label for kind in DemandKind]),
        ("Hand", [hand.label for hand in Hand]),
        ("How known", [quality.label for quality in Quality]),
        ("Unit", list(UNITS)),
        ("Frequency", [letter for letter, _ in LEGEND]),
        ("Essential", ["yes", "no"]),
    ],
)
def test_each_drop_down_offers_the_whole_closed_list(workbook, heading, choices):
    col = [column.heading for column in COLUMNS].index(heading) + 1
    page = workbook[DEMANDS_SHEET]
    first = page.cell(HEADING_ROW + 2, col).coordinate
    last = page.cell(HEADING_ROW + 1 + ROWS_WITH_DROP_DOWNS, col).coordinate
    (rule,) = [
        rule for rule in page.data_validations.dataValidation if first in rule.sqref and last in rule.sqref
    ]
    assert rule.type == "list"
    lists, _, area = rule.formula1.partition("!")
    assert [cell.value for (cell,) in workbook[lists][area.replace("$", "")]] == choices


def test_examples_use_only_what_the_lists_offer():
    for row in EXAMPLE_ROWS:
        assert len(row) == len(COLUMNS)
        for column, value in zip(COLUMNS, row, strict=True):
            assert value is None or not column.choices or value in column.choices


def test_it_is_ready_for_paper_and_open_for_writing(workbook):
    page = workbook[DEMANDS_SHEET]
    assert page.freeze_panes == f"B{HEADING_ROW + 2}"
    assert page.print_title_rows == f"${HEADING_ROW + 1}:${HEADING_ROW + 1}"
    assert page.print_title_cols == "$A:$A"
    assert page.page_setup.orientation == "landscape"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert not any(sheet.protection.sheet for sheet in workbook.worksheets)


def test_in_print_the_table_is_large_enough_to_fill_in_by_hand(workbook):
    """A character of 11 pt is about 5.5 pt wide; type must not shrink under two thirds of its size."""
    page = workbook[DEMANDS_SHEET]
    task, *others = (column.width for column in COLUMNS)
    across = page.page_setup.fitToWidth
    paper_pt = 842 - 72 * (page.page_margins.left + page.page_margins.right)
    assert page.page_setup.fitToHeight == 0
    assert paper_pt * across / (5.5 * (task * across + sum(others))) > 2 / 3


def test_the_same_bytes_come_each_time():
    assert template_workbook() == template_workbook()


def test_a_filled_sheet_reads_back_cell_by_cell(workbook):
    page = workbook[DEMANDS_SHEET]
    for row, cells in enumerate(EXAMPLE_ROWS, start=HEADING_ROW + 2):
        for col, value in enumerate(cells, start=1):
            page.cell(row, col).value = value
    target = io.BytesIO()
    workbook.save(target)
    read = read_grid(target.getvalue(), "filled.xlsx").sheets[0].rows[HEADING_ROW + 1 :]
    assert read == EXAMPLE_ROWS
