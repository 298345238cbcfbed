"""A note about units is quoted beside the question for the unit of a bare number, wherever it stands."""

import pytest

from job_profiles.grid.cells import Sheet
from job_profiles.read import read_sheets

ROWS = (
    ("Job title", "Luthier", None, None, None),
    (None,) * 5,
    ("Task", "Demand", "How much", "Hand", "Hours"),
    ("Planing", "Push", "15", "Right", "1 h"),
    (None,) * 5,
)


def advice_of(*sheets):
    problems = read_sheets(sheets).problems
    return next(p.advice for p in problems if p.code == "unit-missing")


@pytest.mark.parametrize(
    ("note", "quoted"),
    [
        ("* Pushes measured by Ted. Weights in kg unless it says.", "Weights in kg unless it says."),
        ("All forces are N", "All forces are N"),
        ("Gewichte sind in kg", "Gewichte sind in kg"),
        ("Poids en kg, sauf indication", "Poids en kg, sauf indication"),
    ],
)
def test_a_note_below_the_table_is_quoted(note, quoted):
    assert f"Job!A6 says: “{quoted}”" in advice_of(Sheet("Job", (*ROWS, (note, None, None, None, None))))


def test_a_note_of_another_sheet_is_quoted():
    assert "Notes!A1 says: “Weights in lb.”" in advice_of(
        Sheet("Job", ROWS), Sheet("Notes", (("Weights in lb.",),))
    )


@pytest.mark.parametrize("note", ["Weights in stock", "All is in order", "The workshop is cold in winter"])
def test_what_names_no_unit_is_not_quoted(note):
    assert "says" not in advice_of(Sheet("Job", (*ROWS, (note, None, None, None, None))))
