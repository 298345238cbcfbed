"""Both hands in one cell are two demands; a figure with a stroke in it is no pair."""

import pytest

from job_profiles.amounts import parse_amount
from job_profiles.headings import heading_of
from job_profiles.kinds import Hand
from job_profiles.paired import part_of


@pytest.mark.parametrize(
    ("cell", "first", "second"),
    [
        ("90 / 70 N", "90 N", "70 N"),
        ("30/25", "30", "25"),
        ("3 Nm / –", "3 Nm", None),
        ("60 N", "60 N", "60 N"),
        ("12/min", "12/min", "12/min"),
        ("—", None, None),
    ],
)
def test_a_cell_is_parted_by_hand(cell: str, first: str | None, second: str | None) -> None:
    assert (part_of(cell, 0), part_of(cell, 1)) == (first, second)


@pytest.mark.parametrize(
    ("heading", "sides"),
    [
        ("Force R / L (N)", (Hand.RIGHT, Hand.LEFT)),
        ("Kraft li/re (N)", (Hand.LEFT, Hand.RIGHT)),
        ("Force D/G (N)", (Hand.RIGHT, Hand.LEFT)),
        ("Hand R/L", None),
        ("R/L", None),
        ("Force (N)", None),
    ],
)
def test_a_heading_tells_the_order_of_the_hands(heading: str, sides: tuple[Hand, Hand] | None) -> None:
    assert heading_of(heading).sides == sides


@pytest.mark.parametrize("text", ["60 / 60 N", "30/40 N", "20/25 kg", "7..5 kg"])
def test_two_amounts_are_no_fraction(text: str) -> None:
    assert parse_amount(text) is None


@pytest.mark.parametrize(("text", "value"), [("1/2 h", 0.5), ("1 1/2 h", 1.5), ("7/16 in", 0.4375)])
def test_fractions_are_read(text: str, value: float) -> None:
    amount = parse_amount(text)
    assert amount is not None
    assert amount.single == pytest.approx(value)
