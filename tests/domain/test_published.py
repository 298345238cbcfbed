"""Formulas and tables as data."""

import pytest

from rtw.domain.figure import SourceId, Verified
from rtw.domain.published import Constants, Lookup


def lookup(rows, **order):
    return Lookup("Table", ("x", "y"), rows, SourceId("s"), "Adults", Verified.YES, **order)


def test_a_column_is_read_by_name():
    assert lookup(((1.0, 5.0), (2.0, 4.0))).column("y") == (5.0, 4.0)


def test_ragged_rows_are_refused():
    with pytest.raises(ValueError, match="rows \\[2\\]"):
        lookup(((1.0, 5.0), (2.0,)))


def test_a_column_that_breaks_its_order_is_refused():
    with pytest.raises(ValueError, match="'x' does not rise"):
        lookup(((2.0, 5.0), (1.0, 4.0)), ascending=("x",))
    with pytest.raises(ValueError, match="'y' does not fall"):
        lookup(((1.0, 4.0), (2.0, 5.0)), descending=("y",))


def test_constants_need_a_number_and_a_forward_range():
    with pytest.raises(ValueError, match="without constants"):
        Constants("L", "a", (), SourceId("s"), "p", Verified.YES)
    with pytest.raises(ValueError, match="backwards"):
        Constants("L", "a", (1.0,), SourceId("s"), "p", Verified.YES, low=2.0, high=1.0)
