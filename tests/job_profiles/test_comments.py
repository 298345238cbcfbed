"""Comments pinned to cells: told with their text, never read, and within the limits of every file."""

import io
import subprocess

import openpyxl
import pytest
from odf.dc import Creator
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.comments import Comment
from workbook_bytes import saved, with_part

from job_profiles.corrected import corrected_workbook
from job_profiles.grid.marks import MOST_COMMENTS
from job_profiles.grid.read import read_grid
from job_profiles.read import read_workbook

ROWS = (("Task", "Demand", "Hand", "Force"), ("Pack", "Power grip", "Right", "20 N"))


def book(comments: dict[str, str]) -> bytes:
    made = openpyxl.Workbook()
    for row in ROWS:
        made.active.append(row)
    for place, text in comments.items():
        made.active[place].comment = Comment(text, "Bob")
    return saved(made)


def told(data: bytes, name: str = "job.xlsx") -> list[tuple[str | None, str | None]]:
    return [(p.cell, p.found) for p in read_workbook(data, name).problems if p.code == "comment-not-read"]


def test_a_comment_at_a_filled_cell_or_with_a_figure_is_told_and_not_read():
    data = book({"D2": "30 N when the glue is old", "C2": "mostly", "H9": "see the photo", "H10": "2 kg"})
    assert told(data) == [("C2", "mostly"), ("D2", "30 N when the glue is old"), ("H10", "2 kg")]
    (demand,) = read_workbook(data, "job.xlsx").profiles[0].tasks[0].demands
    assert demand.force_n == 20


def test_a_comment_of_an_open_document_is_told_and_is_no_part_of_its_cell():
    document = OpenDocumentSpreadsheet()
    table = Table(name="Job")
    for row in ROWS:
        line = TableRow()
        for value in row:
            cell = TableCell(valuetype="string")
            if value == "20 N":
                note = Annotation()
                note.addElement(Creator(text="Bob 77"))
                note.addElement(P(text="30 N when"))
                note.addElement(P(text="the glue is old"))
                cell.addElement(note)
            cell.addElement(P(text=value))
            line.addElement(cell)
        table.addElement(line)
    document.spreadsheet.addElement(table)
    target = io.BytesIO()
    document.write(target)
    data = target.getvalue()
    assert told(data, "job.ods") == [("D2", "30 N when\nthe glue is old")]
    (demand,) = read_workbook(data, "job.ods").profiles[0].tasks[0].demands
    assert demand.force_n == 20


def test_the_text_of_a_thread_is_told_without_its_explanation():
    explained = "[Threaded comment]\n\nYour program reads it, edits are lost.\n\nComment:\n    30 N in winter"
    assert told(book({"D2": explained})) == [("D2", "30 N in winter")]


def test_what_a_check_pinned_to_a_cell_is_not_told_as_the_employers():
    made = openpyxl.Workbook()
    for row in (*ROWS, ("Seal", "Key pinch", "Left", "5 furlong")):
        made.active.append(row)
    made.active["D3"].comment = Comment("as the foreman says", "Bob")
    data = saved(made)
    marked, name = corrected_workbook(data, "job.xlsx", read_workbook(data, "job.xlsx").problems)
    assert told(marked, name) == [("D3", "as the foreman says")]


def test_a_crafted_part_of_comments_is_refused_or_cut():
    data = book({"D2": "30 N"})
    part = "xl/comments/comment1.xml"
    entities = b'<!DOCTYPE c [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><comments><authors/></comments>'
    refused = read_grid(with_part(data, part, entities), "job.xlsx")
    assert [p.code for p in refused.problems] == ["file-unsafe"]
    broken = with_part(data, part, b"<comments><commentList><comment ref=")
    assert told(broken) == []
    assert read_workbook(broken, "job.xlsx").profiles
    one = '<comment ref="D{}" authorId="0"><text><t>{} N</t></text></comment>'
    many = "".join(one.format(row, "9" * 1000) for row in range(1, MOST_COMMENTS + 100))
    xml = f"<comments><authors><author>Bob</author></authors><commentList>{many}</commentList></comments>"
    (sheet,) = read_grid(with_part(data, part, xml.encode()), "job.xlsx").sheets
    assert len(sheet.comments) == MOST_COMMENTS
    assert max(len(c.text) for c in sheet.comments) == 500


def test_a_comment_of_an_old_excel_file_is_told_at_its_cell(tmp_path):
    made = tmp_path / "job.xlsx"
    made.write_bytes(book({"D2": "30 N when the glue is old"}))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/office", "--convert-to",
               "xls", "--outdir", str(tmp_path), str(made)]  # fmt: skip
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    except FileNotFoundError:
        pytest.skip("no LibreOffice")
    assert told((tmp_path / "job.xls").read_bytes(), "job.xls") == [("D2", None)]
