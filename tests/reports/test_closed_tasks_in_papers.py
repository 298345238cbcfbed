"""A task that is not to be done stands in every paper an employer gets, and nothing says "no limits"."""

import io
from dataclasses import replace

import openpyxl
from pypdf import PdfReader

from bench.sample_release import REVIEW, TODAY, sample_report
from reports.employer_pdf import employer_pdf
from reports.employer_workbook import employer_workbook
from reports.same_day_note import same_day_note
from reports.snapshot import report_of, snapshot_bytes
from reports.types import ClosedTask, EmployerReport, EmployersOwnWords

REPORT = replace(
    sample_report(8),
    restrictions=(),
    closed=(ClosedTask(EmployersOwnWords("Hammering"), None, None, REVIEW),),
)
ONLY_CLOSED = "Not to be done for now: Hammering (to be reviewed on Wed 16 Dec 2026)"


def papers(report: EmployerReport) -> dict[str, str]:
    book = openpyxl.load_workbook(io.BytesIO(employer_workbook(report)))
    found = {
        sheet.title: " ".join(c.value for row in sheet.iter_rows() for c in row if isinstance(c.value, str))
        for sheet in book
    }
    for name, data in (("pdf", employer_pdf(report)), ("note", same_day_note(report, TODAY))):
        pages = PdfReader(io.BytesIO(data)).pages
        found[name] = " ".join(" ".join(page.extract_text() for page in pages).split())
    return found


def test_every_paper_names_it_and_none_says_there_are_no_limits() -> None:
    found = papers(REPORT)
    assert ONLY_CLOSED in found["Summary"]
    assert ONLY_CLOSED in found["pdf"]
    for name in ("Restrictions", "pdf", "note"):
        assert "Task: Hammering" in found[name]
        assert "Not to be done for now" in found[name]
    assert not any("No limits" in text for text in found.values())


def test_without_any_limit_only_the_scheduled_tasks_are_to_be_done() -> None:
    found = papers(replace(REPORT, closed=()))
    for name in ("Summary", "Restrictions", "pdf", "note"):
        assert "Only the tasks it schedules are to be done." in found[name]


def test_all_papers_tell_one_status_for_one_day() -> None:
    found = papers(REPORT)
    for name in ("Summary", "note"):
        assert "Returns on Mon 23 Nov 2026, with the limits and hours in this plan" in found[name]


def test_a_snapshot_from_before_closed_tasks_still_reads() -> None:
    older = replace(REPORT, closed=())
    assert report_of(snapshot_bytes(older).replace(b'"closed":[],', b"")) == older
    assert report_of(snapshot_bytes(REPORT)) == REPORT


def test_a_snapshot_from_before_colleagues_and_figures_still_reads() -> None:
    text = snapshot_bytes(REPORT)
    assert b'"meanwhile":"left",' in text
    assert b'"figure":null,' in text
    older = text.replace(b'"meanwhile":"left",', b"").replace(b'"figure":null,', b"")
    assert report_of(older) == REPORT
