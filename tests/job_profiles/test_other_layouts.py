"""Sheets as employers of other countries and trades make them, each read for what it says."""

from datetime import time, timedelta
from typing import Any

import pytest

from job_profiles.grid.cells import CellError, CellValue, Merge, Sheet
from job_profiles.problem import Severity
from job_profiles.read import Reading, read_sheets


def sheet(*rows: tuple[CellValue, ...], merges: tuple[Merge, ...] = ()) -> Sheet:
    width = max(len(r) for r in rows)
    return Sheet("Sheet", tuple((*r, *[None] * (width - len(r))) for r in rows), merges=merges)


def told(reading: Reading) -> set[tuple[Any, ...]]:
    return {
        (d.kind.value, d.hand and d.hand.value, d.cell)
        for p in reading.profiles
        for t in p.tasks
        for d in t.demands
    }


def at(reading: Reading, cell: str) -> Any:
    return next(d for p in reading.profiles for t in p.tasks for d in t.demands if d.cell == cell)


def codes(reading: Reading, severity: Severity = Severity.ERROR) -> set[str]:
    return {p.code for p in reading.problems if p.severity is severity}


def test_german_form_with_words_instead_of_letters() -> None:
    reading = read_sheets(
        [
            sheet(
                ("Musterbau GmbH",),
                ("Arbeitsplatzbeschreibung",),
                ("Stelle:", "Maurer"),
                ("Schicht:", "8 Stunden"),
                (None,),
                (
                    "Anforderung",
                    "nie",
                    "selten",
                    "gelegentlich",
                    "häufig",
                    "ständig",
                    "re",
                    "li",
                    "Gewicht/Kraft",
                ),
                ("Heben", None, None, "X", None, None, "X", "X", "25 kg"),
                ("Faustgriff", None, None, None, "x", None, "x", None, "150 N"),
                ("Sitzen", None, "x"),
                (None,),
                ("Legende: selten = bis 5 %, gelegentlich = 6-33 %, häufig = 34-66 %, ständig = 67-100 %",),
            )
        ]
    )
    job = reading.profiles[0]
    assert (job.title, job.employer, job.shift.hours_per_day) == ("Maurer", "Musterbau GmbH", 8)
    assert told(reading) == {("lifting", "both", "I7"), ("power_grip", "right", "I8")}
    assert at(reading, "I8").hours_range == pytest.approx((2.72, 5.28))


def test_three_header_rows_with_sides_under_force_and_rate() -> None:
    reading = read_sheets(
        [
            sheet(
                ("Title", "Sorter", "Shift (h)", 8),
                (None,),
                ("Task", "Time (h)", "Power grip", None, None, None, "Key pinch", None),
                (None, None, "Force (N)", None, "Per min", None, "Force (lb)", None),
                (None, None, "R", "L", "R", "L", "R", "L"),
                ("Sort", 3, 40, 30, 5, 4, 3, 2),
                merges=(Merge(2, 2, 2, 5), Merge(2, 6, 2, 7), Merge(3, 2, 3, 3), Merge(3, 4, 3, 5)),
            )
        ]
    )
    assert (at(reading, "D6").force_n, at(reading, "D6").efforts_per_minute) == (30, 4)
    assert at(reading, "H6").force_n == pytest.approx(8.896, rel=1e-3)


def test_matrix_of_letters_is_not_taken_for_headings() -> None:
    reading = read_sheets(
        [
            sheet(
                ("Job: Cook",),
                ("Shift: 8 hrs, 5 days per week",),
                (None,),
                ("Task", "Grip", "Lift", "Reach overhead"),
                ("Chop", "F", "N", "O"),
                ("Stir", "C", "O", "N"),
                (None,),
                ("O=Occasional 0-33%", "F=Frequent 34-66%", "C=Constant 67-100%"),
            )
        ]
    )
    assert told(reading) == {
        ("power_grip", None, "B5"),
        ("reaching_overhead", None, "D5"),
        ("power_grip", None, "B6"),
        ("lifting", None, "C6"),
    }
    assert at(reading, "B5").hours_range == pytest.approx((2.72, 5.28))


def test_weight_bands_under_their_kind_and_ticks_under_hours() -> None:
    bands = sheet(
        ("LIFTING", "Never", "Occ", "Freq", "Const"),
        ("1-10 lbs", None, None, "X"),
        ("11-20 lbs", None, "X"),
        ("21-50 lbs", "X"),
    )
    hours = sheet(
        ("Activity", "0 hrs", "Up to 3 hrs", "3-6 hrs"),
        ("Gripping", None, "x"),
        ("Lifting 20 lb", None, None, "x"),
    )
    reading = read_sheets([bands])
    assert told(reading) == {("lifting", None, "A2"), ("lifting", None, "A3")}
    assert at(reading, "A3").load_kg == pytest.approx(9.0718, rel=1e-3)
    ticked = read_sheets([hours])
    assert at(ticked, "C2").hours_range == (0, 3)
    assert at(ticked, "A3").load_kg == pytest.approx(9.0718, rel=1e-3)


def test_cycle_time_of_the_whole_job_and_time_cells() -> None:
    cycle = sheet(
        ("Job", "Assembler", "Cycle time", "30 s"),
        ("Operation", "Hand", "Force (N)", "Action", "Count per cycle"),
        ("Insert", "R", 30, "Tip pinch", 2),
    )
    assert at(read_sheets([cycle]), "C3").efforts_per_minute == 4
    typing = sheet(
        ("Role", "Typist"),
        ("Shift", timedelta(hours=7.5)),
        ("Task", "Duration", "Typing", "Mouse"),
        ("Letters", time(3), timedelta(hours=2, minutes=30), timedelta(minutes=15)),
        ("Total", time(3)),
    )
    reading = read_sheets([typing])
    assert reading.profiles[0].tasks[0].hours_per_day == 3
    assert (at(reading, "C4").hours_per_day, at(reading, "D4").hours_per_day) == (2.5, 0.25)


def test_ranges_take_the_more_demanding_end_and_say_so() -> None:
    rows = (
        ("Task", "Demand", "Hand", "Load", "How often"),
        ("Knead", "Power grip", "R", "100-150 N", "15-20 per min"),
    )
    reading = read_sheets([sheet(*rows)])
    assert (at(reading, "D2").force_n, at(reading, "D2").efforts_per_minute) == (150, 20)
    assert "upper-end-used" in codes(reading, Severity.NOTE)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (CellError("#N/A"), "error-cell"),
        ("heavy", "text-in-number"),
        ("30 stn", "unknown-unit"),
        (-5, "impossible-value"),
        (9000, "impossible-value"),
        ("40 °", "unit-does-not-fit"),
    ],
)
def test_a_bad_amount_is_told_at_its_cell_and_the_other_row_survives(cell: CellValue, code: str) -> None:
    rows = (
        ("Task", "Demand", "Hand", "Force (N)"),
        ("A", "Power grip", "R", cell),
        ("A", "Power grip", "L", 20),
    )
    reading = read_sheets([sheet(*rows)])
    assert [(p.code, p.cell) for p in reading.problems if p.severity is Severity.ERROR] == [(code, "D2")]
    assert at(reading, "D3").force_n == 20


def test_rows_without_headings_and_lists_of_prices_are_refused() -> None:
    bare = sheet(("Packing", "Power grip", "R", 40, "N"), ("Packing", "Key pinch", "L", 12, "N"))
    assert codes(read_sheets([bare])) == {"no-header", "no-demands"}
    prices = sheet(
        ("Item no.", "Article", "Weight (kg)", "Price"),
        ("A1", "Grip pliers", 0.3, 18),
        ("A2", "Pinch clamp", 1, 6),
    )
    assert read_sheets([prices]).profiles == ()
    assert codes(read_sheets([prices])) == {"no-demands"}


def test_only_the_wanted_sheet_is_read() -> None:
    one = Sheet("A", (("Task", "Demand", "Force (N)"), ("X", "Power grip", 5)))
    other = Sheet("B", (("Task", "Demand", "Force (N)"), ("Y", "Power grip", 6)))
    assert [t.name for p in read_sheets([one, other], only="b").profiles for t in p.tasks] == ["Y"]
    assert codes(read_sheets([one], only="C")) == {"no-such-sheet"}
