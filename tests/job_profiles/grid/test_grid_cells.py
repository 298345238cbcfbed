import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_profiles.grid.cells import (
    CORRECTIONS_MARK,
    EXAMPLES_MARK,
    Merge,
    Sheet,
    address,
    parse_address,
    parse_range,
    range_address,
)


@pytest.mark.parametrize(
    ("row", "col", "text"),
    [(0, 0, "A1"), (4, 1, "B5"), (0, 25, "Z1"), (0, 26, "AA1"), (1_048_575, 16_383, "XFD1048576")],
)
def test_an_address_is_what_people_read(row, col, text):
    assert address(row, col) == text
    assert parse_address(text) == (row, col)


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
def test_addresses_go_there_and_back(row, col):
    assert parse_address(address(row, col)) == (row, col)


def test_ranges_may_be_written_from_any_corner():
    assert parse_range("C4:B2") == Merge(1, 1, 3, 2)
    assert range_address(parse_range("$B$2:C4")) == "B2:C4"
    assert range_address(parse_range("D7")) == "D7"


@pytest.mark.parametrize("text", ["", "5B", "B0", "B5:", "ABCD1", "B5:x", "(csv)"])
def test_what_is_no_address_is_refused(text):
    with pytest.raises(ValueError, match="not a cell address"):
        parse_address(text)


def test_outside_the_sheet_is_blank():
    sheet = Sheet("S", (("a", 1.0), (None, "b")))
    assert (sheet.width, sheet.at(1, 1), sheet.at(2, 0), sheet.at(0, 2), sheet.at(-1, 0)) == (
        2, "b", None, None, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("first", "marked"),
    [(EXAMPLES_MARK, True), (CORRECTIONS_MARK + " ", True), ("Examples", False), (None, False), (3.0, False)],
)
def test_a_sheet_says_itself_that_it_holds_no_demands(first, marked):
    assert Sheet("S", ((first,),)).is_marked_not_read is marked
