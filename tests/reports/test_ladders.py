"""Rounding may only ever protect, and must not let a measurement be read back."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.ladders import Ladder, Rung, protective

LIMITS = [ladder for ladder in Ladder if not ladder.rests]
RESTS = [ladder for ladder in Ladder if ladder.rests]
AMOUNTS = st.floats(min_value=0, max_value=1e6, allow_nan=False)


@given(st.sampled_from(LIMITS), AMOUNTS)
def test_a_limit_never_rises(ladder: Ladder, amount: float) -> None:
    assert protective(ladder, amount).value <= amount


@given(st.sampled_from(RESTS), st.data())
def test_a_rest_never_shrinks(ladder: Ladder, data: st.DataObject) -> None:
    amount = data.draw(st.floats(min_value=0, max_value=ladder.rungs[-1]))
    assert protective(ladder, amount).value >= amount


@given(st.sampled_from(LIMITS), AMOUNTS, AMOUNTS)
def test_more_capacity_never_means_less_permission(ladder: Ladder, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert protective(ladder, low).value <= protective(ladder, high).value


@pytest.mark.parametrize("ladder", Ladder)
def test_a_rung_steps_to_itself_and_neighbours_cannot_be_told_apart(ladder: Ladder) -> None:
    for rung in ladder.rungs:
        assert protective(ladder, rung).value == rung
    for low, high in zip(ladder.rungs, ladder.rungs[1:], strict=False):
        between = [low + (high - low) * share for share in (0.1, 0.5, 0.9)]
        assert len({protective(ladder, amount) for amount in between}) == 1
        assert high > low


@pytest.mark.parametrize(
    ("ladder", "amount", "rung"),
    [
        (Ladder.LOAD_KG, 2.99, 2.0),
        (Ladder.HOURS_PER_DAY, 4.4, 4.0),
        (Ladder.BOUT_MIN, 33.0, 30.0),
        (Ladder.REST_MIN, 4.0, 5.0),
        (Ladder.WEEKS, 5.0, 6.0),
        (Ladder.LOAD_KG, 900.0, 50.0),
        (Ladder.LOAD_KG, -1.0, 0.0),
        (Ladder.PERMITTED, 0.5, 0.0),
    ],
)
def test_examples(ladder: Ladder, amount: float, rung: float) -> None:
    assert protective(ladder, amount) == Rung(ladder, rung)


def test_no_rung_is_taken_where_none_protects() -> None:
    with pytest.raises(ValueError, match="protects"):
        protective(Ladder.LOAD_KG, math.nan)
    with pytest.raises(ValueError, match="protects"):
        protective(Ladder.REST_MIN, 1e4)


def test_an_amount_off_its_ladder_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="no such rung"):
        Rung(Ladder.LOAD_KG, 2.7)
