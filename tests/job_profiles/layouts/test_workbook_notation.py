"""The notation of workbooks: what is written is what stands in the cell, and the law sees every departure."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
import yaml
from workbook_law import digest, findings, misquoted, questions, scales, settled, unasked, unreported
from workbook_notation import FOLDER, Report, Workbook, noted, workbooks

from job_profiles.grid.cells import CellError, CellValue, Merge, Percent
from job_profiles.problem import Severity
from job_profiles.read import Reading

ENTRY = """
bench:
  about: One row.
  sheets:
  - {name: Bench, rows: [[%s]]}
  read: []
  found: []
  asked: []
"""
BOOKS = workbooks()


@pytest.mark.parametrize(
    ("written", "held"),
    [
        ("'no'", "no"),
        ("'N'", "N"),
        ("'2:30'", "2:30"),
        ("'0123'", "0123"),
        ("'3'", "3"),
        ("3", 3),
        ("-0.5", -0.5),
        ("null", None),
        ("true", True),
        ("!duration '0:45'", timedelta(minutes=45)),
        ("!time '07:30'", time(7, 30)),
        ("!date '2026-02-01'", date(2026, 2, 1)),
        ("!percent '0.6'", Percent(0.6)),
        ("!error '#N/A'", CellError("#N/A")),
    ],
)
def test_a_cell_holds_what_is_written(written: str, held: CellValue) -> None:
    cell = noted(ENTRY % written)["bench"].sheets[0].at(0, 0)
    assert (type(cell), cell) == (type(held), held)


@pytest.mark.parametrize(
    "written", ["no", "Yes", "off", "N", "y", "2:30", "0123", "1_000", "0x1F", "2026-03-01", ".5"]
)
def test_what_yaml_would_turn_into_something_else_is_refused(written: str) -> None:
    with pytest.raises(yaml.YAMLError, match="quote"):
        noted(ENTRY % written)


def test_a_text_without_a_name_of_its_file_is_refused() -> None:
    text = "text: {between: ';', encoding: utf-8, lines: a;b}"
    entry = (ENTRY % "1").replace("sheets:", text).replace("  - {name: Bench, rows: [[1]]}\n", "")
    with pytest.raises(ValueError, match="file's name"):
        noted(entry)
    (book,) = noted(entry + "  file: bench.csv").values()
    assert (book.data, book.sheets[0].rows) == (b"a;b", (("a", "b"),))


def test_every_file_of_the_folder_is_read() -> None:
    assert {path.suffix for path in FOLDER.iterdir()} == {".yaml", ".md"}
    assert {name.partition("/")[0] for name in BOOKS} == {path.stem for path in FOLDER.glob("*.yaml")}


def test_the_example_of_the_readme_is_as_it_says() -> None:
    example = (FOLDER / "README.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    (book,) = noted(example).values()
    reading = book.reading()
    assert (digest(reading), findings(reading), questions(reading)) == (book.read, book.found, book.asked)


def test_an_entry_that_stands_twice_is_refused() -> None:
    with pytest.raises(yaml.YAMLError, match="twice"):
        noted(ENTRY % "1" + ENTRY % "2")


@pytest.mark.parametrize(
    "slip",
    [
        "  fuond: []",
        "  text: {between: ';', encoding: utf-8, lines: a}",
        "  reported: [{severity: [grave]}]",
        "  reported: [{severity: [error], at: Bench!8F}]",
    ],
    ids=["unknown key", "sheets and a text", "no severity", "no address"],
)
def test_a_slip_in_an_entry_is_refused(slip: str) -> None:
    with pytest.raises((TypeError, ValueError)):
        noted(ENTRY % "1" + slip)


@pytest.mark.parametrize(
    ("wanted", "got", "fits"),
    [
        ("  F9 power_grip each|both force_n=60", "  F9 power_grip both force_n=60", True),
        ("  F9 power_grip each|both force_n=60", "  F9 power_grip right force_n=60", False),
        ("  F9 power_grip each|both force_n=60", "  F9 power_grip both force_n=61", False),
        ("  F9 power_grip each|both force_n=60", "  F9 power_grip both force_n=60 tool=saw", False),
        ("  A9:G9 driving both", "  C9 driving both", True),
        ("  A9:G9 driving both", "  C10 driving both", False),
        ("  D3|E3 driving both", "  E3 driving both", True),
        ("  D3|E3 driving both", "  F3 driving both", False),
        ("  F6 cold ? hours_range=0..2|0..1", "  F6 cold ? hours_range=0..1", True),
        ("  F6 cold ? hours_range=0..2|0..1", "  F6 cold ? hours_range=0..3", False),
        ("- Weld|Grind: 2 h, essential None", "- Weld: 2 h, essential None", False),
    ],
)
def test_a_line_leaves_the_freedom_it_says_and_no_other(wanted: str, got: str, fits: bool) -> None:
    assert (settled((wanted,), (got,)) == (got,)) is fits


def test_only_a_line_that_says_so_may_be_missing_and_none_too_many() -> None:
    lines = ("- Weld: 2 h, essential None", "  C4 cold ? (or left out)", "  D4 heat ?")
    assert settled(lines, (lines[0], lines[2])) == (lines[0], lines[2])
    assert settled(lines, (lines[0], "  C4 cold ?", lines[2])) == (lines[0], "  C4 cold ?", lines[2])
    assert settled(lines, (lines[0], "  C4 cold ?")) != (lines[0], "  C4 cold ?")
    assert settled(lines, (*lines[::2], "  E4 cold ?")) != (*lines[::2], "  E4 cold ?")
    assert settled(lines, (lines[2], lines[0])) != (lines[2], lines[0])


@pytest.fixture(scope="module")
def butcher() -> tuple[Workbook, Reading]:
    book = BOOKS["files_with_mistakes/butcher"]
    return book, book.reading()


@pytest.mark.parametrize(
    "report",
    [
        Report((Severity.WARNING,), "Butcher", Merge(10, 4, 10, 4)),
        Report((Severity.ERROR,), "Carver", Merge(10, 4, 10, 4)),
        Report((Severity.ERROR,), "Butcher", Merge(8, 4, 8, 4)),
        Report((Severity.ERROR,), "Butcher", Merge(10, 4, 10, 4), "bananas"),
    ],
    ids=["less grave", "another sheet", "another cell", "other words"],
)
def test_what_is_not_reported_so_is_told(report: Report, butcher: tuple[Workbook, Reading]) -> None:
    book, reading = butcher
    right = Report((Severity.ERROR,), "Butcher", Merge(10, 4, 10, 4), "force")
    assert unreported(replace(book, reported=(right, report)), reading) == [report]


def test_what_nobody_asks_about_is_told(butcher: tuple[Workbook, Reading]) -> None:
    book, reading = butcher
    assert unasked(replace(book, asked_about=("which tasks", "bananas")), reading) == ["bananas"]


def test_a_demand_that_does_not_quote_its_cell_is_told(butcher: tuple[Workbook, Reading]) -> None:
    book, reading = butcher
    blank = replace(book.sheets[0], rows=())
    demands = [line for line in digest(reading) if line.startswith("  ")]
    assert len(misquoted(replace(book, sheets=(blank,)), reading)) == len(demands) > 5
    assert misquoted(book, reading) == []


def test_the_meaning_of_letters_is_told(butcher: tuple[Workbook, Reading]) -> None:
    assert scales(BOOKS["files/dental_hygienist"].reading()) == {
        "hours_per_day R 0..1, O 1..3, F 3..6, C 6..8"
    }
    assert scales(butcher[1]) == {"none"}
