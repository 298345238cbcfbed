"""Published numbers as people read them."""

import pytest

from rtw.domain.figure import Figure, SourceId, Verified
from rtw.domain.percent_words import percent
from rtw.domain.published import Constants, Lookup
from rtw.domain.published_words import (
    column_words,
    figure_words,
    formula_words,
    plain,
    rows_in_words,
    unit_words,
)

WHENCE = {"source": SourceId("s"), "population": "p", "verified": Verified.YES}


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0.0, "0"),
        (0.03, "0.03"),
        (30.0, "30"),
        (3842605.0, "3\u202f842\u202f605"),
        (5e-06, "5 × 10⁻⁶"),
        (-2.6e-07, "-2.6 × 10⁻⁷"),
        (9.9999e-05, "10 × 10⁻⁵"),
    ],
)
def test_numbers_are_written_out(number: float, shown: str) -> None:
    assert plain(number) == shown


def test_a_plain_number_has_no_unit() -> None:
    assert (unit_words("1"), unit_words("kg")) == ("", "kg")
    assert figure_words(Figure(0.03, "1", "m", low=0.02, high=0.04, **WHENCE)) == "0.03 (0.02 to 0.04)"


def test_constants_stand_by_the_letters_of_their_formula() -> None:
    assert formula_words(Constants("m", "HM = a / H", (10.0,), **WHENCE)) == "HM = a / H, with a = 10"
    fitted = Constants("m", "EM = a E ^ b", (0.00334, 1.96), **WHENCE)
    assert formula_words(fitted) == "EM = a E ^ b, with a = 0.00334, b = 1.96"
    assert formula_words(Constants("m", "mean of the items", (0.0, 1.0), **WHENCE)) == "mean of the items"


def test_a_table_names_its_columns_in_words() -> None:
    table = Lookup("m", ("omni_res", "damage_per_cycle"), ((0.0, 2.6e-07), (1.0, 0.5)), **WHENCE)
    assert column_words(table) == ("OMNI-RES rating", "damage per cycle")
    assert rows_in_words(table) == (("0", "2.6 × 10⁻⁷"), ("1", "0.5"))


@pytest.mark.parametrize(
    ("share", "digits", "shown"),
    [
        (0.5, 0, "50 %"),
        (1.2345, 3, "123 %"),
        (0.0123, 3, "1.23 %"),
        (9.99, 0, "999 %"),
        (5220.42, 0, "over 999 %"),
        (1800.0, 3, "over 999 %"),
    ],
)
def test_what_is_far_over_is_said_to_be_so(share: float, digits: int, shown: str) -> None:
    assert percent(share, digits) == shown
