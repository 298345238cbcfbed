"""The workbook: opens everywhere, prints whole, holds text and numbers only, and gives nothing away."""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from opened import unzipped, workbook_bytes
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from bench.sample_release import REVIEW, TASKS, sample_report
from reports.employer_workbook import employer_workbook
from reports.enums import IdentifierKind
from reports.types import EmployerReport, EmployersOwnWords, Identifier, ReportDay, ReportWeek, TaskTime

SHEETS = ["Summary", "Schedule", "Restrictions", "Accommodations", "Your reply"]


def opened(report: EmployerReport) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(employer_workbook(report)))


def texts(sheet: Worksheet) -> list[str]:
    return [c.value for row in sheet.iter_rows() for c in row if isinstance(c.value, str)]


def with_task(report: EmployerReport, name: str) -> EmployerReport:
    """Give the first task of the first day another name."""
    week = report.weeks[0]
    first = week.days[0]
    task = TaskTime(EmployersOwnWords(name), first.tasks[0].time)
    days = (ReportDay(first.on, (task, *first.tasks[1:])), *week.days[1:])
    return replace(report, weeks=(ReportWeek(week.number, week.monday, days), *report.weeks[1:]))


def test_it_holds_its_sheets_and_hides_none() -> None:
    book = opened(sample_report())
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet.sheet_state == "visible"
        assert not any(d.hidden for d in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()))
        assert not any(cell.comment or cell.hyperlink for row in sheet.iter_rows() for cell in row)


def test_it_has_no_formulas_no_names_and_clean_properties() -> None:
    parts = unzipped(employer_workbook(sample_report()))
    sheets = [part for name, part in parts.items() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) == len(SHEETS)
    assert not any(re.search(rb"<f[ >]", part) for part in sheets)
    names = re.findall(rb'<definedName name="([^"]+)"', parts["xl/workbook.xml"])
    assert set(names) <= {b"_xlnm.Print_Titles", b"_xlnm.Print_Area"}
    core = parts["docProps/core.xml"]
    assert b"<dc:creator></dc:creator>" in core
    assert b"Return-to-work plan RTW-0042, version 3" in core
    assert not [name for name in parts if "external" in name or "comments" in name or "vba" in name]


@pytest.mark.parametrize("lead", ["=", "+", "-", "@"])
def test_text_that_looks_like_a_formula_stays_text(lead: str) -> None:
    name = f"{lead}HYPERLINK(A1)"
    book = opened(with_task(sample_report(4), name))
    cells = [c for sheet in book for row in sheet.iter_rows() for c in row if c.value == name]
    assert cells
    assert all(c.data_type == "s" and c.quotePrefix for c in cells)


def test_the_schedule_sums_up_and_marks_the_forecast_in_words() -> None:
    report = sample_report(8)
    sheet = opened(report)["Schedule"]
    rows = [[c.value for c in row] for row in sheet.iter_rows()]
    totals = [row[6] for row in rows if row[0] == "All tasks"]
    assert totals == [week.hours for week in report.weeks]
    dates = [v for row in rows for v in row[1:6] if isinstance(v, str) and re.match(r"\d+ \w{3}", v)]
    assert "16 Dec" in dates
    assert "17 Dec\nprovisional" in dates
    bands = [row[0] for row in rows if str(row[0]).startswith("Week ")]
    assert bands[0].endswith("PLANNED")
    assert bands[3].endswith("PROVISIONAL FROM THU 17 DEC")
    assert all(b.endswith(". PROVISIONAL") for b in bands[4:])
    assert report.review_on == REVIEW


def test_the_reply_offers_its_answers_without_another_sheet() -> None:
    sheet = opened(sample_report(4))["Your reply"]
    rules = sheet.data_validations.dataValidation
    assert {rule.type for rule in rules} == {"list", "decimal"}
    assert all(rule.formula1.startswith('"') for rule in rules if rule.type == "list")
    assert '"Yes,Partly,No,Not yet known"' in {rule.formula1 for rule in rules}
    assert sum(text.startswith("Task as scheduled") for text in texts(sheet)) == len(TASKS)


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_is_set_up_for_print(name: str) -> None:
    sheet = opened(sample_report(12))[name]
    footer = sheet.oddFooter
    assert "RTW-0042, version 3" in footer.left.text
    assert footer.right.text.startswith("Page ")
    assert " of " in footer.right.text
    assert sheet.page_setup.paperSize == 9
    landscape = sheet.page_setup.orientation == "landscape"
    assert landscape is (name != "Summary")
    if name in ("Schedule", "Restrictions", "Accommodations"):
        assert sheet.freeze_panes
        assert sheet.print_title_rows


def test_a_draft_says_so_on_every_sheet_and_page() -> None:
    for sheet in opened(sample_report(4, released=False)):
        assert any(text.startswith("DRAFT") for text in texts(sheet))
        assert "DRAFT" in sheet.oddFooter.left.text
    assert b"DRAFT" not in workbook_bytes(employer_workbook(sample_report(4)))


def test_equal_reports_give_equal_bytes() -> None:
    assert employer_workbook(sample_report(8)) == employer_workbook(sample_report(8))


def test_a_name_with_an_ampersand_is_no_code_of_the_footer() -> None:
    report = replace(sample_report(4), reference=Identifier(IdentifierKind.REFERENCE, "A&B&P"))
    assert b"A&amp;&amp;B&amp;&amp;P" in workbook_bytes(employer_workbook(report))


def test_a_report_without_weeks_limits_or_changes_still_opens() -> None:
    bare = replace(
        sample_report(4), weeks=(), restrictions=(), accommodations=(), away=(), bouts=(), breaks=None
    )
    assert opened(bare).sheetnames == SHEETS


def test_libreoffice_prints_every_sheet_on_whole_pages(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    path = tmp_path / "employer.xlsx"
    path.write_bytes(employer_workbook(sample_report(8)))
    home = f"-env:UserInstallation=file://{tmp_path / 'home'}"
    command = [office, home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = [page.extract_text() for page in PdfReader(tmp_path / "employer.pdf").pages]
    # one summary, the schedule by whole weeks, one page each of limits and changes, the reply:
    # a column cut off at the right would come out as pages of its own
    assert len(pages) <= 9
    assert all("Plan RTW-0042, version 3" in page and f"of {len(pages)}" in page for page in pages)
    schedule = [page for page in pages if "Monday" in page]
    assert all("At most at a" in page for page in schedule)
