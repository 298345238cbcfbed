"""Workbook and PDF say the same of where a plan stands: draft or released, by whom, and the status."""

import io

import openpyxl
import pytest
from opened import pdf_text

from bench.sample_release import sample_report
from reports.employer_pdf import employer_pdf
from reports.employer_workbook import employer_workbook
from reports.types import EmployerReport
from reports.wording import DRAFT_RULE, released_text, status_text


def texts_of_summary(report: EmployerReport) -> list[str]:
    sheet = openpyxl.load_workbook(io.BytesIO(employer_workbook(report)))["Summary"]
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


@pytest.mark.parametrize("released", [True, False])
def test_both_papers_say_where_the_plan_stands(released: bool) -> None:
    report = sample_report(released=released)
    in_workbook, in_pdf = texts_of_summary(report), " ".join(pdf_text(employer_pdf(report)).split())
    status = status_text(report, report.issued_on)
    assert in_workbook[in_workbook.index("Status") + 1] == status
    assert f"Status {status}" in in_pdf
    assert (released_text(report) != "") is released
    for words in (DRAFT_RULE, "Released by Ines Halloran on"):
        said = any(words in text for text in in_workbook)
        assert said is (words in in_pdf) is (released is (words != DRAFT_RULE))
