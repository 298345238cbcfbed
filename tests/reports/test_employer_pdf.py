"""The PDFs for employers: tagged, named, counted, the same every time, with nothing cut."""

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from opened import pdf_text
from pypdf import PdfReader

from bench.sample_release import MONDAY, TASKS, TODAY, sample_report
from reports.charts import hours_chart_svg
from reports.employer_pdf import employer_pdf
from reports.enums import Hands, IdentifierKind
from reports.ladders import Ladder, Rung
from reports.same_day_note import same_day_note
from reports.types import EmployerReport, EmployersOwnWords, Identifier, ReportDay, ReportWeek, TaskTime
from reports.typesetting.typeset import TypesettingError, typeset
from reports.wording import day_text, hours_text


def flat(text: str) -> str:
    return " ".join(text.split())


def busy_report() -> EmployerReport:
    """Sixteen weeks of eight tasks in which no two days are alike, and limits for both hands."""
    report = sample_report(16)
    tasks = tuple(EmployersOwnWords(f"Assemble housings with driver no. {n}") for n in range(8))
    hours = Ladder.HOURS_PER_DAY.rungs

    def day(week: ReportWeek, place: int) -> ReportDay:
        times = (Rung(Ladder.HOURS_PER_DAY, hours[1 + (week.number * 5 + place + n) % 3]) for n in range(8))
        on = week.monday + timedelta(days=place)
        return ReportDay(on, tuple(TaskTime(*pair) for pair in zip(tasks[place % 2 :], times, strict=False)))

    weeks = tuple(replace(w, days=tuple(day(w, place) for place in range(5))) for w in report.weeks)
    left = tuple(replace(r, hands=Hands.LEFT) for r in report.restrictions)
    return replace(report, weeks=weeks, restrictions=(*report.restrictions, *left))


def test_a_busy_plan_still_fits_with_forecasts_as_totals() -> None:
    report = busy_report()
    reader = PdfReader(io.BytesIO(employer_pdf(report)))
    assert len(reader.pages) <= 4
    text = flat("".join(page.extract_text() for page in reader.pages))
    assert text.count("Whole week") == sum(report.is_provisional(w.monday) for w in report.weeks)
    assert len(PdfReader(io.BytesIO(same_day_note(report, MONDAY))).pages) == 1


@pytest.mark.parametrize("weeks", [4, 8, 12, 16])
def test_it_has_two_to_four_pages_each_with_version_and_number(weeks: int) -> None:
    reader = PdfReader(io.BytesIO(employer_pdf(sample_report(weeks))))
    count = len(reader.pages)
    assert 2 <= count <= 4
    for number, page in enumerate(reader.pages, start=1):
        text = flat(page.extract_text())
        assert "Plan RTW-0042, version 3" in text
        assert f"Page {number} of {count}" in text


def test_it_is_tagged_with_language_title_and_alternative_text() -> None:
    reader = PdfReader(io.BytesIO(employer_pdf(sample_report())))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is not None
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Return-to-work plan RTW-0042, version 3"
    assert not reader.metadata.author
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    structure = str(figures(root["/StructTreeRoot"]))
    assert "Hours of work by week" in structure


def figures(node: object) -> list[str]:
    """Collect the alternative texts of all figures in the structure tree."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [text for kid in node for text in figures(kid)]
    if not isinstance(node, dict):
        return []
    own = [str(node["/Alt"])] if node.get("/S") == "/Figure" else []
    return own + figures(node.get("/K"))


def test_it_says_everything_the_report_says() -> None:
    report = sample_report(8)
    text = flat(pdf_text(employer_pdf(report)))
    for part in (report.worker.text, report.letterhead.clinic.text, report.contact.phone.text, *TASKS):
        assert part in text
    for accommodation in report.accommodations:
        assert accommodation.what.text in text
    for statement in report.statements:
        assert statement.text in text
    assert "DRAFT" not in text


def test_a_draft_says_so_on_every_page() -> None:
    pages = PdfReader(io.BytesIO(employer_pdf(sample_report(12, released=False)))).pages
    assert all("DRAFT: not released" in page.extract_text() for page in pages)


def test_equal_reports_give_equal_bytes() -> None:
    assert employer_pdf(sample_report(4)) == employer_pdf(sample_report(4))


@pytest.mark.parametrize(
    "name",
    ["#let x = 1; $a$ *b* @c", "Łukasz Żółć", "王小明", "🙂 Bob", "a\x07b\x00", '"quoted" \\ <tag>'],
)
def test_names_of_any_kind_are_set_as_text(name: str) -> None:
    report = replace(sample_report(4), job=EmployersOwnWords(name))
    assert PdfReader(io.BytesIO(employer_pdf(report))).pages


def test_markup_in_a_name_is_printed_not_obeyed() -> None:
    report = replace(sample_report(4), worker=Identifier(IdentifierKind.WORKER, "#panic() *bold*"))
    assert "#panic() *bold*" in flat(pdf_text(employer_pdf(report)))


def test_the_chart_escapes_and_hatches() -> None:
    svg = hours_chart_svg(sample_report(8))
    assert svg.count("<rect x=") == 8
    assert svg.count('fill="url(#h)"') == 5
    assert "4 p</text>" in svg


@pytest.mark.parametrize("day", [0, 3, 26, 70, 400])
def test_the_same_day_note_is_one_page_on_any_day(day: int) -> None:
    today = TODAY + timedelta(days=day)
    reader = PdfReader(io.BytesIO(same_day_note(sample_report(12), today)))
    assert len(reader.pages) == 1
    text = flat(reader.pages[0].extract_text())
    assert "Work status note" in text
    assert "Wed 16 Dec 2026" in text
    assert "Ines Halloran" in text


def test_the_note_speaks_of_the_week_it_is_given_in() -> None:
    text = flat(pdf_text(same_day_note(sample_report(8), MONDAY + timedelta(days=1))))
    assert "At work, with the limits and hours in this plan" in text
    assert "Wed 25 Nov 2026" in text
    assert "Returns on" not in text
    assert "Week of 23 November 2026" in text
    before = flat(pdf_text(same_day_note(sample_report(8), TODAY)))
    assert "Returns on Mon 23 Nov 2026, with the limits and hours in this plan" in before
    assert "This week" not in before


def test_days_in_a_row_that_are_alike_share_a_row_of_the_note() -> None:
    report = sample_report(8)
    alike = flat(pdf_text(same_day_note(report, report.weeks[-1].monday)))
    first, last = report.weeks[-1].days[0], report.weeks[-1].days[-1]
    assert f"{day_text(first.on)} to {day_text(last.on)}" in alike
    assert f"{hours_text(first.hours)} a day" in alike
    apart = flat(pdf_text(same_day_note(report, MONDAY)))
    assert " to Wed" not in apart


def test_limits_that_are_over_leave_the_note() -> None:
    late = flat(pdf_text(same_day_note(sample_report(12), MONDAY + timedelta(weeks=7))))
    assert "Lifting" not in late
    assert "Vibrating tools" in late


def test_a_picture_without_alternative_text_is_not_set(tmp_path: Path) -> None:
    template = tmp_path / "bare.typ"
    template.write_text('#set document(title: data.title)\n#image(bytes(data.svg), format: "svg")\n')
    svg = hours_chart_svg(sample_report(2))
    with pytest.raises(TypesettingError):
        typeset(template, {"title": "t", "lang": "en", "svg": svg}, TODAY)
