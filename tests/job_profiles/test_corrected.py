"""The corrected workbook is the employer's own, with its bad cells marked and nothing lost."""

import dataclasses
import io
from datetime import date, time, timedelta

import openpyxl
import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from workbook_bytes import SHEET_PART, sheet_xml, with_part

from job_profiles.corrected import corrected_workbook
from job_profiles.correction.conversion import as_workbook, sheet_titles
from job_profiles.correction.found_cells import with_found_texts, without_texts
from job_profiles.correction.large_copy import LARGE_FROM_CELLS, large_copy
from job_profiles.correction.marking import marked
from job_profiles.correction.question_rows import remarks_of
from job_profiles.correction.remarks import AUTHOR, FILLS, remarks_from_json, remarks_to_json
from job_profiles.grid.cells import CellError, Merge, Percent, Sheet
from job_profiles.grid.read import read_grid
from job_profiles.guarded import read_guarded
from job_profiles.problem import Problem, Severity

ROWS = (("Task", "Force"), ("Pack", "heavy"), ("=1+1", -3.5), ("@lift", True))


def workbook_bytes(change=None):
    workbook = openpyxl.Workbook()
    page = workbook.active
    page.title = "PDA"
    for row, cells in enumerate(ROWS, start=1):
        for col, value in enumerate(cells, start=1):
            cell = page.cell(row, col)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    if change is not None:
        change(page)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def problem(cell, severity=Severity.ERROR, sheet="PDA", code="text-in-number", message="This is no number."):
    return Problem(severity, code, message, "=Write a number.", sheet, cell, "#REF!")


def opened(result):
    return openpyxl.load_workbook(io.BytesIO(result[0]))


def fill_of(cell):
    return cell.fill.start_color.rgb[-6:] if cell.fill.fill_type else None


def test_a_bad_cell_is_coloured_and_commented_and_the_rest_is_as_it_was():
    data = workbook_bytes()
    result = corrected_workbook(data, "demands v2.xlsx", [problem("B2")])
    page = opened(result)["PDA"]
    assert result[1] == "demands v2-corrections.xlsx"
    assert fill_of(page["B2"]) == FILLS[Severity.ERROR]
    assert page["B2"].comment.text.startswith("ERROR\nThis is no number.")
    assert "This is no number.\n=Write a number." in page["B2"].comment.text
    assert (fill_of(page["A2"]), page["A2"].comment) == (None, None)
    after = read_grid(*result).sheets
    assert after[0].is_marked_not_read
    assert after[1].rows == read_grid(data, "").sheets[0].rows


def test_ranges_are_marked_whole_and_the_worst_colour_stays():
    problems = [
        problem("A1:B3", Severity.NOTE),
        problem("B2", Severity.ERROR),
        problem("B3", Severity.QUESTION),
    ]
    page = opened(corrected_workbook(workbook_bytes(), "x.xlsx", problems))["PDA"]
    assert [fill_of(page[cell]) for cell in ("A1", "B2", "B3", "A4")] == [
        FILLS[Severity.NOTE], FILLS[Severity.ERROR], FILLS[Severity.QUESTION], None,
    ]  # fmt: skip


def test_a_comment_that_was_there_is_kept():
    def change(page):
        page["B2"].comment = Comment("Ask Mary", "Employer")

    comment = opened(corrected_workbook(workbook_bytes(change), "x.xlsx", [problem("B2")]))["PDA"][
        "B2"
    ].comment
    assert comment.text.startswith("Ask Mary")
    assert "This is no number." in comment.text


def test_formulas_and_looks_stay():
    def change(page):
        page["D1"] = "=SUM(B3:B3)"
        page["D1"].number_format = "0.00"
        page.column_dimensions["A"].width = 33
        page.merge_cells("F1:G2")

    page = opened(corrected_workbook(workbook_bytes(change), "x.xlsm", [problem("G2")]))["PDA"]
    assert (page["D1"].value, page["D1"].data_type, page["D1"].number_format) == ("=SUM(B3:B3)", "f", "0.00")
    assert page.column_dimensions["A"].width == 33
    assert page["F1"].comment.author == AUTHOR  # the merged cell is commented where it can be


def test_results_of_formulas_are_kept(pda_folder):
    overview = (pda_folder / "a05_lab_technician_task_sheets.xlsx").read_bytes()
    before = read_grid(overview, "a05.xlsx").sheets
    result = corrected_workbook(overview, "a05.xlsx", [problem("B2", sheet=before[0].name)])
    after = read_grid(*result).sheets
    assert [sheet.rows for sheet in after[1:]] == [sheet.rows for sheet in before]


def test_results_of_every_type_are_laid_in():
    rows = (
        b'<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a&amp;b"</f><v>a&amp;b</v></c>'
        b'<c r="C1" t="b"><f>TRUE()</f><v>1</v></c><c r="D1" t="e"><f>NA()</f><v>#N/A</v></c></row>'
    )
    data = with_part(workbook_bytes(), SHEET_PART, sheet_xml(rows))
    result = corrected_workbook(data, "x.xlsx", [problem("A1")])
    assert read_grid(*result).sheets[1].rows == ((2.0, "a&b", True, CellError("#N/A")),)
    assert opened(result)["PDA"]["D1"].value == "=NA()"


def test_the_list_in_front_leads_to_the_cells():
    problems = [problem("B2:B3", Severity.WARNING), problem(None), problem("Z9", sheet="It's gone")]
    workbook = opened(corrected_workbook(workbook_bytes(), "x.xlsx", problems))
    listing = workbook.worksheets[0]
    rows = [[cell.value for cell in row] for row in listing.iter_rows(min_row=5)]
    assert [row[0] for row in rows] == ["Error", "Error", "Warning"]
    assert rows[2][1:4] == ["PDA", "B2:B3", "#REF!"]
    assert rows[2][5] == "=Write a number."
    assert listing["C7"].hyperlink.location == "'PDA'!B2:B3"
    assert listing["C6"].hyperlink is None
    assert {cell.data_type for row in listing.iter_rows(min_row=5) for cell in row} <= {"s", "n"}
    assert workbook.active is listing


def test_a_question_shows_what_stands_in_its_cells_and_what_to_choose_from():
    data = b"""Job title,Packer,,,,
Shift,8 h,,,,
Task,Demand,Hand,Amount,Unit,Hours
Pack,Power grip,Both,20,N,1
Tape,Power grip,Both,,N,1
Lift,Lifting,,10,kg,1
"""
    page = opened(corrected_workbook(data, "sheet.csv", read_guarded(data, "sheet.csv").problems))[
        "Corrections"
    ]
    rows = {row[4]: row for row in page.iter_rows(min_row=5, values_only=True)}
    shared = next(row for asked, row in rows.items() if asked.startswith("Power grip with both hands"))
    assert shared[3] == "D4: 20"
    assert shared[5].endswith("Write one of: on each hand; shared by the two.")
    hand = next(row for asked, row in rows.items() if asked.startswith("Which hand, or both"))
    assert hand[3] == "D6: 10"
    assert hand[5].endswith("Left; Right; Each hand; Both, shared; Either; Dominant; Non-dominant.")


def test_a_cell_that_is_found_empty_says_so_and_more_cells_are_hinted_at():
    sheet = Sheet("PDA", (("Lift", None), ("x" * 80, 2.5)))
    (remark,) = remarks_of(
        [Problem(Severity.QUESTION, "hand-unknown", "Which?", "Say it.", "PDA", "A1", "A1, B1, A2, B2 …")]
    )
    (shown,) = with_found_texts([remark], [sheet])
    assert shown.found == f"A1: Lift\nB1: (empty)\nA2: {'x' * 60}…\nB2: 2.5\n…"
    assert without_texts(shown.found) == without_texts(remark.found) == ""
    (words,) = with_found_texts([dataclasses.replace(remark, found="B12 or so")], [sheet])
    assert words.found == without_texts(words.found) == "B12 or so"


def test_a_file_sent_back_loses_the_marks_of_the_earlier_check():
    def change(page):
        page["B2"].comment = Comment("Ask Mary", "Employer")

    first = corrected_workbook(workbook_bytes(change), "x.xlsx", [problem("B2"), problem("A3")])
    workbook = opened(corrected_workbook(*first, [problem("B4")]))
    page = workbook["PDA"]
    assert workbook.sheetnames == ["Corrections", "PDA"]
    assert [fill_of(page[cell]) for cell in ("A3", "B2", "B4")] == [None, None, FILLS[Severity.ERROR]]
    assert (page["A3"].comment, page["B2"].comment.text) == (None, "Ask Mary")


def old_workbook():
    book = xlwt.Workbook()
    page = book.add_sheet("PDA")
    for row, cells in enumerate(ROWS):
        for col, value in enumerate(cells):
            page.write(row, col, value)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "filename", "sheet"),
    [(old_workbook(), "a.xls", "PDA"), (b"Task;Force\n=1+1;heavy\n+2;-x", "a.csv", "(csv)")],
)
def test_other_formats_become_a_workbook_with_the_same_cells(data, filename, sheet):
    result = corrected_workbook(data, filename, [problem("B2", sheet=sheet)])
    before, after = read_grid(data, filename).sheets[0], read_grid(*result).sheets[1]
    assert result[1] == "a-corrections.xlsx"
    assert (after.name, after.rows) == (sheet, before.rows)
    assert fill_of(opened(result)[sheet]["B2"]) == FILLS[Severity.ERROR]


def test_conversion_keeps_every_kind_of_value():
    row = (
        None,
        "x",
        1.5,
        False,
        Percent(0.6),
        date(2026, 6, 1),
        time(7, 30),
        timedelta(hours=30),
        CellError("#N/A"),
    )
    sheets = (
        Sheet("In: [A]", (row, row), merges=(Merge(0, 0, 1, 0), Merge(0, 0, 1, 1))),
        Sheet("b", (), hidden=True),
    )
    after = read_grid(as_workbook(sheets), "x.xlsx").sheets
    assert after[0].rows == ((*row[:-1], "#N/A"),) * 2
    assert after[0].merges == (Merge(0, 0, 1, 0),)
    assert after[1].hidden


def test_sheet_names_are_made_fit_and_stay_different():
    long = "x" * 40
    assert sheet_titles(["a/b", "A_b", "", long, long]) == (
        "a_b",
        "A_b 2",
        "Sheet",
        "x" * 31,
        "x" * 27 + " 2",
    )


def test_a_large_file_is_copied_with_the_same_marks():
    lines = [f"Task {row};={row};2,5" for row in range(LARGE_FROM_CELLS // 3 + 10)]
    data = "\n".join(lines).encode()
    result = corrected_workbook(data, "large.csv", [problem("B2:B3", Severity.NOTE, "(csv)")])
    listing, sheet = read_grid(*result).sheets
    assert listing.is_marked_not_read
    assert sheet.rows == read_grid(data, "large.csv").sheets[0].rows


def test_marks_of_a_large_copy():
    sheet = Sheet("Corrections", (("=a", Percent(0.5)), (None, date(2026, 6, 1))), hidden=True)
    problems = [problem("A1:B2", Severity.NOTE, sheet.name), problem("B1", sheet=sheet.name)]
    workbook = openpyxl.load_workbook(io.BytesIO(large_copy((sheet,), remarks_of(problems))))
    listing, page = workbook.worksheets
    assert [fill_of(page[cell]) for cell in ("A1", "B1", "A2", "B2")] == [
        FILLS[severity] for severity in (Severity.NOTE, Severity.ERROR, Severity.NOTE, Severity.NOTE)
    ]
    assert (page["A1"].value, page["A1"].data_type, page["B1"].number_format) == ("=a", "s", "0.##%")
    assert "This is no number." in page["B1"].comment.text
    assert [cell.value for cell in listing[5]][:3] == ["Error", "Corrections", "B1"]
    assert listing["C5"].hyperlink.location == f"'{page.title}'!B1"


def test_a_file_that_cannot_be_read_becomes_the_list_alone():
    result = corrected_workbook(b"<html>", "page.xlsx", [problem(None, sheet=None)])
    assert opened(result).sheetnames[0] == "Corrections"
    assert opened(result)["Corrections"]["E5"].value == "This is no number."


def test_a_merge_over_the_whole_sheet_does_not_take_the_server_down():
    xml = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>7</v></c></row></sheetData>'
        b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    )
    data = with_part(workbook_bytes(), SHEET_PART, xml)
    result = corrected_workbook(data, "x.xlsx", [problem("A1")])
    assert read_grid(*result).sheets[1].rows == ((7.0,),)
    assert fill_of(opened(result)["PDA"]["A1"]) == FILLS[Severity.ERROR]


CELL_TEXT = st.text(
    st.characters(codec="utf-8", blacklist_categories=("Cc", "Cs")), min_size=1, max_size=20
).map(lambda text: text.replace("\ufffe", "?").replace("\uffff", "?"))


@given(st.lists(st.builds(str.__add__, st.sampled_from(["", "=", "+", "-", "@", "#", "'"]), CELL_TEXT),
                min_size=1, max_size=5))  # fmt: skip
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_survives_conversion_and_marking(texts):
    sheet = Sheet("S", tuple((text,) for text in texts))
    remarks = remarks_of([problem("A1", sheet="S", message=text) for text in texts])
    workbook = openpyxl.load_workbook(io.BytesIO(marked(as_workbook((sheet,)), remarks)))
    assert [cell.value for cell in workbook["S"]["A"]] == texts
    assert all(cell.data_type == "s" for cell in workbook["S"]["A"])
    assert [cell.value for cell in workbook["Corrections"]["E"][4:]] == texts
    assert remarks_from_json(remarks_to_json(remarks)) == remarks
