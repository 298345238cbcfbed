"""Published numbers, formulas and tables in words: plain figures, and constants by their letters."""

import re
from math import floor, log10
from typing import Final

from rtw.domain.figure import Figure
from rtw.domain.published import Constants, Lookup

DIMENSIONLESS: Final = "1"
_LETTERS: Final = "abcdefgh"
_RAISED: Final = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_COLUMNS: Final = {"omni_res": "OMNI-RES rating"}


def plain(number: float) -> str:
    """Write a number as people do: no 3.8e+06, no 5e-06."""
    if number == 0 or 1e-4 <= abs(number) < 1e5:
        return f"{number:g}"
    if abs(number) >= 1e5:
        return f"{number:,.0f}".replace(",", "\u202f")
    exponent = floor(log10(abs(number)))
    return f"{number / 10**exponent:.3g} × 10{str(exponent).translate(_RAISED)}"


def unit_words(unit: str) -> str:
    """Name a unit; a plain number has none."""
    return "" if unit == DIMENSIONLESS else unit


def figure_words(figure: Figure) -> str:
    """Write the number of a figure with the range its source gives."""
    if figure.low is None or figure.high is None:
        return plain(figure.value)
    return f"{plain(figure.value)} ({plain(figure.low)} to {plain(figure.high)})"


def formula_words(published: Constants) -> str:
    """Write a formula with its constants by letter; one without letters says its numbers itself."""
    letters = _LETTERS[: len(published.constants)]
    if not all(re.search(rf"(?<![A-Za-z]){letter}(?![A-Za-z])", published.formula) for letter in letters):
        return published.formula
    named = (f"{letter} = {plain(c)}" for letter, c in zip(letters, published.constants, strict=True))
    return f"{published.formula}, with {', '.join(named)}"


def column_words(lookup: Lookup) -> tuple[str, ...]:
    """Name the columns of a table."""
    return tuple(_COLUMNS.get(name, name.replace("_", " ")) for name in lookup.columns)


def rows_in_words(lookup: Lookup) -> tuple[tuple[str, ...], ...]:
    """Write the rows of a table."""
    return tuple(tuple(plain(number) for number in row) for row in lookup.rows)
