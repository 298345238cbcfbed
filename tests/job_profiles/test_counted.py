"""Counts of things by time are how often; other counts are told, never asked for a unit of force."""

import pytest

from job_profiles.amounts import parse_amount
from job_profiles.by_unit import Place
from job_profiles.kinds import DemandKind
from job_profiles.measures import measure


@pytest.mark.parametrize(
    ("text", "symbol", "number"),
    [
        ("32 clamps a day", "per shift", 32),
        ("20 sacks/h", "/h", 20),
        ("4 Kartons pro Stunde", "/h", 4),
        ("6 caisses par heure", "/h", 6),
        ("12 big boxes per shift", "per shift", 12),
        ("3 sets a week", "per week", 3),
    ],
)
def test_things_are_counted_by_time(text, symbol, number):
    amount = parse_amount(text)
    assert amount is not None
    assert amount.unit is not None
    assert (amount.unit.symbol, amount.single) == (symbol, number)


@pytest.mark.parametrize(
    "text", ["5 kg/h", "8 litres a day", "3 persons per day", "22 blows per neck", "15 per neck"]
)
def test_what_is_measured_or_counted_by_something_else_is_no_rate(text):
    amount = parse_amount(text)
    assert amount is not None
    assert amount.unit is None


@pytest.mark.parametrize("role", ["rate", "amount", "kind"])
@pytest.mark.parametrize(
    "text", ["32 clamps a day", "22 blows per neck", "once a month", "32 clamps a month", "6 bags / pallet"]
)
def test_a_count_is_never_asked_for_a_unit_of_force(text, role):
    reading = measure(text, Place(role, DemandKind.POWER_GRIP))
    assert reading.facts or reading.complaints
    assert not [c for c in reading.complaints if (c.asks or "").startswith("units/") or "kgf" in c.advice]
