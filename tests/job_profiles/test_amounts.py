"""What a cell's text says, and that it says the same in any unit."""

import math
from datetime import time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from job_profiles.amounts import duration_of, number_of, parse_amount
from job_profiles.units import STANDARD_GRAVITY_M_S2, UNITS, Dimension, unit_of

sizes = st.decimals(min_value="0.1", max_value="900", places=1).map(float)


@pytest.mark.parametrize(
    ("text", "low", "high", "symbol"),
    [
        ("28", 28, 28, None),
        ("6.5\u00a0", 6.5, 6.5, None),
        ("16 kg", 16, 16, "kg"),
        ("1.8 N·m", 1.8, 1.8, "N·m"),
        ("20 in-lb", 20, 20, "in-lb"),
        ("40°", 40, 40, "°"),
        ("3,2 m/s²", 3.2, 3.2, "m/s²"),
        ("2 h 30", 2.5, 2.5, "h"),
        ("1:30", 1.5, 1.5, "h"),
        ("<1 h", 0, 1, "h"),
        ("1-2 h", 1, 2, "h"),
        ("30 min - 1 h", 0.5, 1, "h"),
        ("½ h", 0.5, 0.5, "h"),
        ("1½ hours", 1.5, 1.5, "h"),
        ("half an hour", 0.5, 0.5, "h"),
        ("11-33 % of the shift", 11, 33, "%"),
        ("1/3 to 2/3", 1 / 3, 2 / 3, None),
        ("2/3 and more", 2 / 3, None, None),
        ("up to 1/3", 0, 1 / 3, None),
        ("over 50 lb", 50, None, "lb"),
        ("26–50 lb", 26, 50, "lb"),
        ("5 400", 5400, 5400, None),
        ("−12 kg", -12, -12, "kg"),
    ],
)
def test_texts(text: str, low: float, high: float | None, symbol: str | None) -> None:
    amount = parse_amount(text)
    assert amount is not None
    assert amount.low == pytest.approx(low)
    assert amount.high == (None if high is None else pytest.approx(high))
    assert (amount.unit.symbol if amount.unit else None) == symbol


@pytest.mark.parametrize(
    ("text", "per_minute"),
    [
        ("every 6 s", 10),
        ("every 2 min", 0.5),
        ("600 per hour", 10),
        ("10 per min", 10),
        ("3 x per hour", 0.05),
        ("5 times an hour", 1 / 12),
        ("alle 10 Sek.", 6),
        ("toutes les 30 secondes", 2),
        ("cada 10 s", 6),
        ("4/min", 4),
        ("twice an hour", 1 / 30),
    ],
)
def test_rates(text: str, per_minute: float) -> None:
    amount = parse_amount(text)
    assert amount is not None
    assert amount.unit is not None
    assert amount.unit.dimension is Dimension.RATE
    assert (amount.low or 0) * amount.unit.factor == pytest.approx(per_minute)


def test_an_unknown_unit_is_kept_as_text() -> None:
    amount = parse_amount("6 stn")
    assert amount is not None
    assert amount.unit is None
    assert amount.unit_text == "stn"


@pytest.mark.parametrize("text", ["heavy", "", "-", "see note", "N"])
def test_no_amount(text: str) -> None:
    assert parse_amount(text) is None


def test_the_sheets_own_comma_decides() -> None:
    assert number_of("1.200", decimal_comma=True) == 1200
    assert number_of("1.200") == 1.2
    assert number_of("1,200") == 1200
    assert number_of("8,5") == 8.5
    assert number_of("1.234,5") == number_of("1,234.5") == 1234.5


def test_kilogram_force_is_not_kilogram() -> None:
    assert UNITS["kgf"].dimension is Dimension.FORCE
    assert UNITS["kg"].dimension is Dimension.WEIGHT
    assert UNITS["kgf"].factor == STANDARD_GRAVITY_M_S2
    assert UNITS["lb"].force_factor == UNITS["lbf"].factor


def test_time_cells() -> None:
    assert duration_of(time(1, 30)).single == 1.5
    assert duration_of(timedelta(hours=7, minutes=30)).single == 7.5


@given(size=sizes, symbol=st.sampled_from(["N", "kgf", "lbf", "kg", "lb", "oz", "N·m", "°", "h", "min"]))
@settings(max_examples=60, deadline=None)
def test_a_number_with_its_unit_comes_back(size: float, symbol: str) -> None:
    for text in (f"{size:g} {symbol}", f"{size:g}{symbol}", f"  {size:g}\u00a0{symbol} "):
        amount = parse_amount(text)
        assert amount is not None
        assert amount.unit == UNITS[symbol]
        assert amount.single == size


@given(newtons=sizes, symbol=st.sampled_from(["N", "daN", "kgf", "lbf", "ozf"]))
@settings(max_examples=40, deadline=None)
def test_a_change_of_unit_changes_nothing(newtons: float, symbol: str) -> None:
    unit = unit_of(symbol)
    assert unit is not None
    amount = parse_amount(f"{newtons / unit.factor:.12f} {symbol}")
    assert amount is not None
    assert math.isclose((amount.single or 0) * unit.factor, newtons, rel_tol=1e-6)


@given(a=sizes, b=sizes, word=st.sampled_from(["-", " - ", "–", " to ", " bis ", " à "]))
@settings(max_examples=60, deadline=None)
def test_a_range_goes_from_low_to_high(a: float, b: float, word: str) -> None:
    amount = parse_amount(f"{a:g}{word}{b:g} h")
    assert amount is not None
    assert amount.low == min(a, b)
    assert amount.high == max(a, b)
