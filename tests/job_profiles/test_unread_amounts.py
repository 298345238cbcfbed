"""The law of amounts: what stands in a table of amounts is read, asked about, or told at its place."""

from itertools import product

import pytest

from job_profiles.grid.cells import Sheet, parse_range
from job_profiles.problem import Severity
from job_profiles.read import Reading, read_sheets

FIRST = ("Task", "The work", "Zorgel", "Job")
HEADS = (
    "Force",
    "Weight",
    "Force / weight",
    "How heavy / how hard",
    "Zorgel",
    "Grip",
    "How often",
    "Tool weight",
)
CELLS = (
    "20 N",
    "grip 20 lb",
    "5 kg",
    "5-6 kg pull",
    "12/min",
    "32 clamps a day",
    "once a month",
    "3 m/s²",
    "12 N·m",
)
BESIDE = ((), ("Times per hour",), ("Hand", "Remarks"))


def sheet_of(rows) -> Sheet:
    width = max(len(row) for row in rows)
    return Sheet("Job", tuple((*row, *[None] * (width - len(row))) for row in rows))


def is_told(reading: Reading, row: int, col: int) -> bool:
    """Whether a cell is one that a demand was read from, or lies at a finding or in a column asked about."""
    column = f"columns/Job!{chr(65 + col)}"
    areas = [p.cell for p in reading.problems if p.cell]
    areas += [d.cell for p in reading.profiles for t in p.tasks for d in t.demands if d.cell]
    inside = (
        a.first_row <= row <= a.last_row and a.first_col <= col <= a.last_col for a in map(parse_range, areas)
    )
    return any(inside) or any(p.asks == column for p in reading.problems)


@pytest.mark.parametrize(("first", "head"), list(product(FIRST, HEADS)))
def test_no_amount_is_dropped_in_silence(first, head):
    for cell, beside in product(CELLS, BESIDE):
        if first == "Zorgel" and cell == "once a month":
            continue  # a count of months where nothing else is known may be anything
        rows = [(first, "Hours per day", head, *beside)]
        rows += [(name, 2, cell) for name in ("Fill boxes", "Tape boxes", "Stack")]
        reading = read_sheets([sheet_of(rows)])
        for row in (1, 2, 3):
            assert is_told(reading, row, 2), (rows, reading)


@pytest.mark.parametrize("cell", ["12 kg", "20 N", "4.5 m/s²", "3 N·m"])
def test_rows_without_known_headings_are_told(cell):
    reading = read_sheets([sheet_of([("Things",), ("Crate", cell), ("Barrel", cell), ("Sack", cell)])])
    told = {(p.code, p.cell) for p in reading.problems}
    assert {("amounts-outside-tables", "A2:B4"), ("no-demands", "A2:B4")} <= told


def test_a_file_without_demands_names_its_table_of_amounts():
    reading = read_sheets(
        [sheet_of([("Task", "Hours per day", "How often"), ("Fill", 3, "5/h"), ("Tape", 2, "6/h")])]
    )
    (error,) = [p for p in reading.problems if p.code == "no-demands"]
    assert (error.sheet, error.cell) == ("Job", "A1:C3")
    assert [p.asks for p in reading.problems if p.severity is Severity.QUESTION] == ["columns/Job!C"]


def test_a_letterhead_with_hours_and_weights_is_no_table():
    rows = [
        ("Shift", "8 h"),
        ("Break", "30 min"),
        (),
        ("Task", "Hours", "Demand", "Force"),
        ("Fill", 3, "Grip", "5 N"),
    ]
    reading = read_sheets([sheet_of(rows)])
    assert "amounts-outside-tables" not in {p.code for p in reading.problems}
