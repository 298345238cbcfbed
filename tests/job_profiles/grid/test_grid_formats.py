"""Cells of each format arrive with their type, at their address."""

import io
import struct
from datetime import date, datetime, time, timedelta

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from workbook_bytes import SHEET_PART, sheet_xml, with_part, xlsx

from job_profiles.grid.cells import CellError, Merge, Percent
from job_profiles.grid.marks import Marks
from job_profiles.grid.read import read_grid
from job_profiles.grid.xls_marks import _mark_formula
from job_profiles.problem import Severity

MOMENT = datetime(2026, 1, 2, 3, 4)  # noqa: DTZ001 - a sheet knows no time zone


def only_sheet(data, filename="sheet.xlsx"):
    reading = read_grid(data, filename)
    assert reading.readable, reading.problems
    (sheet,) = reading.sheets
    return sheet


def test_xlsx_keeps_types_and_text_as_written():
    sheet = only_sheet(
        xlsx({"B2": "22 ", "C2": "24\u00a0", "D2": "007", "B3": 1.5, "C3": True, "D3": date(2026, 6, 1)})
    )
    assert sheet.rows == (
        (None, None, None, None),
        (None, "22 ", "24\u00a0", "007"),
        (None, 1.5, True, date(2026, 6, 1)),
    )


def test_xlsx_times_and_durations():
    def formats(workbook):
        workbook.active["B1"].number_format = "[h]:mm"

    sheet = only_sheet(xlsx({"A1": time(7, 30), "B1": timedelta(hours=30), "C1": MOMENT}, formats))
    assert sheet.rows == ((time(7, 30), timedelta(hours=30), MOMENT),)


@pytest.mark.parametrize(
    ("number_format", "is_percent"),
    [
        ("0%", True),
        ("0.00%", True),
        ('0.0 "h" %', True),
        ('0" % MVC"', False),
        (r"0\%", False),
        ("0.0", False),
    ],
)
def test_xlsx_per_cent_is_what_the_format_scales(number_format, is_percent):
    def formats(workbook):
        workbook.active["B2"].number_format = number_format

    value = only_sheet(xlsx({"A1": 0.6, "B2": 0.6}, formats)).at(1, 1)
    assert value == (Percent(0.6) if is_percent else 0.6)


def test_xlsx_error_cells_are_not_blank_even_beyond_the_last_value():
    sheet = only_sheet(xlsx({"A1": "x", "B1": "#N/A", "D3": "#DIV/0!"}))
    assert sheet.rows[0] == ("x", CellError("#N/A"), None, None)
    assert sheet.rows[2][3] == CellError("#DIV/0!")


def test_xlsx_cells_without_addresses_stand_one_after_the_other():
    rows = b'<row><c><v>1</v></c><c t="e"><v>#REF!</v></c></row><row r="4"><c t="e"><v>#NUM!</v></c></row>'
    sheet = only_sheet(with_part(xlsx({"A1": 1}), SHEET_PART, sheet_xml(rows)))
    assert sheet.rows[0] == (1.0, CellError("#REF!"))
    assert sheet.rows[3][0] == CellError("#NUM!")


def test_a_formula_that_was_never_calculated_is_said():
    reading = read_grid(xlsx({"A1": 2, "B1": "=A1*3"}), "sheet.xlsx")
    (problem,) = reading.problems
    assert (problem.code, problem.cell, problem.found) == ("formula-without-result", "B1", "=A1*3")
    assert problem.severity is Severity.WARNING


def test_a_formula_whose_result_is_empty_text_is_just_blank():
    rows = b'<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>IF(A1,"","x")</f><v></v></c></row>'
    reading = read_grid(with_part(xlsx({"A1": 1}), SHEET_PART, sheet_xml(rows)), "sheet.xlsx")
    assert reading.problems == ()


def test_xlsx_merges_hidden_sheets_and_chart_sheets():
    def change(workbook):
        workbook.active.merge_cells("A1:C2")
        workbook.create_sheet("Lists").sheet_state = "hidden"
        workbook.create_sheet("Deep").sheet_state = "veryHidden"
        workbook.create_chartsheet("Chart")

    reading = read_grid(xlsx({"A1": "wide"}, change), "sheet.xlsx")
    assert [(sheet.name, sheet.hidden) for sheet in reading.sheets] == [
        ("Sheet", False), ("Lists", True), ("Deep", True),
    ]  # fmt: skip
    assert reading.sheets[0].merges == (Merge(0, 0, 1, 2),)


def old_workbook():
    book = xlwt.Workbook()
    page = book.add_sheet("One")
    per_cent = xlwt.easyxf(num_format_str="0 %")
    page.write(2, 1, 0.6, per_cent)
    page.write(2, 2, 0.25)
    page.write(3, 1, 60, per_cent)
    page.write(3, 2, "22 ")
    page.row(4).set_cell_error(1, 0x2A)
    page.row(4).set_cell_boolean(2, True)
    page.write(5, 1, date(2026, 1, 19), xlwt.easyxf(num_format_str="YYYY-MM-DD"))
    page.write_merge(6, 7, 0, 1, "joined")
    book.add_sheet("Two").visibility = 1
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_xls_per_cent_errors_merges_and_hidden_sheets():
    one, two = read_grid(old_workbook(), "old.xls").sheets
    assert one.rows[2] == (None, Percent(0.6), 0.25)
    assert one.rows[3] == (None, Percent(60), "22 ")
    assert one.rows[4] == (None, CellError("#N/A"), True)
    assert one.rows[5][1] == date(2026, 1, 19)
    assert one.merges == (Merge(6, 0, 7, 1),)
    assert (one.hidden, two.hidden) == (False, True)


def formula_record(style, result):
    return struct.pack("<HHH", 4, 7, style) + result + bytes(6)


def test_xls_formula_results_may_be_errors_or_per_cents():
    marks = Marks()
    error = bytes((2, 0, 0x17, 0, 0, 0)) + b"\xff\xff"
    _mark_formula(formula_record(1, error), frozenset({1}), marks)
    assert marks.errors == {(4, 7): "#REF!"}
    _mark_formula(formula_record(1, struct.pack("<d", 0.5)), frozenset({1}), marks)
    _mark_formula(formula_record(2, struct.pack("<d", 0.5)), frozenset({1}), marks)
    text_result = bytes(6) + b"\xff\xff"
    _mark_formula(formula_record(1, text_result), frozenset({1}), marks)
    assert marks.percents == [(4, 7)]


def open_document():
    document = OpenDocumentSpreadsheet()
    hidden = Style(name="away", family="table")
    hidden.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(hidden)
    table = Table(name="One")
    document.spreadsheet.addElement(table)
    table.addElement(TableRow(numberrowsrepeated=2))
    row = TableRow()
    table.addElement(row)
    row.addElement(TableCell(numbercolumnsrepeated=2))
    row.addElement(TableCell(valuetype="percentage", value=0.6))
    row.addElement(TableCell(valuetype="time", timevalue="PT02H30M00S"))
    row.addElement(TableCell(valuetype="time", timevalue="PT30H15M00S"))
    joined = TableCell(valuetype="string", numbercolumnsspanned=2, numberrowsspanned=1)
    joined.addElement(P(text="=joined"))
    row.addElement(joined)
    row.addElement(CoveredTableCell())
    document.spreadsheet.addElement(Table(name="Two", stylename=hidden))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_ods_per_cent_times_merges_and_hidden_sheets():
    one, two = read_grid(open_document(), "sheet.ods").sheets
    half_past_two, long = time(2, 30), timedelta(hours=30, minutes=15)
    assert one.rows[2][:6] == (None, None, Percent(0.6), half_past_two, long, "=joined")
    assert one.merges == (Merge(2, 5, 2, 6),)
    assert (one.hidden, two.hidden) == (False, True)


def test_ods_error_cells():
    error = (
        b'<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
        b'<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">'
        b"<text:p>#DIV/0!</text:p></table:table-cell></table:table-row></table:table>"
    )
    source = open_document()
    with openpyxl.reader.excel.ZipFile(io.BytesIO(source)) as archive:
        content = archive.read("content.xml").replace(b"</table:table>", error, 1)
    sheet = read_grid(with_part(source, "content.xml", content), "sheet.ods").sheets[0]
    assert sheet.at(3, 2) == CellError("#DIV/0!")


def test_every_shared_workbook_reads_or_says_why(pda_folder):
    readable = {
        path.name: read_grid(path.read_bytes(), path.name).readable
        for path in sorted(pda_folder.iterdir())
        if path.suffix in (".xlsx", ".xls", ".ods", ".csv")
    }
    unread = {name for name, is_readable in readable.items() if not is_readable}
    assert unread == {"bad05_really_html.xlsx", "bad06_truncated.xlsx"}


def test_shared_per_cents_and_errors(pda_folder):
    office = read_grid((pda_folder / "a09_office_two_jobs.xls").read_bytes(), "a09.xls").sheets[0]
    assert (office.at(6, 2), office.at(6, 3)) == (Percent(0.6), "55 %")
    cycles = read_grid((pda_folder / "bad03_error_cells.xlsx").read_bytes(), "bad03.xlsx").sheets[0]
    assert (cycles.at(1, 1), cycles.at(4, 2), cycles.at(7, 2)) == (
        CellError("#REF!"), CellError("#DIV/0!"), CellError("#N/A"),
    )  # fmt: skip
