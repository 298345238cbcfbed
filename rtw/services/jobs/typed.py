"""Figures as people type them into the sheet: 7.5, 7,5h, 7:30, 450 min, 2-3 h, 8 kgf."""

from collections.abc import Callable
from dataclasses import dataclass

from job_profiles.amounts import Amount, parse_amount
from job_profiles.problem import Problem, Severity
from job_profiles.profile import Range
from job_profiles.units import Dimension, Unit

Tell = Callable[[str, Problem], None]
"""Keeps a problem of a column."""


def wrong(code: str, message: str, advice: str, found: str | None = None) -> Problem:
    """Return what stops a sheet from being saved."""
    return Problem(Severity.ERROR, code, message, advice, found=found)


def odd(code: str, message: str, advice: str, found: str | None = None) -> Problem:
    """Return what one should look at twice."""
    return Problem(Severity.WARNING, code, message, advice, found=found)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a column counts: the dimension of units that may stand behind its figures, and what they become.

    `per_base` turns the dimension's base unit (hours, a minute) into the column's own.
    """

    words: str
    dimension: Dimension
    per_base: float
    example: str


MEASURED = {
    "shift_hours": Measured("a number of hours", Dimension.TIME, 1, "7.5 or 7:30"),
    "task_hours": Measured("a number of hours", Dimension.TIME, 1, "2.5, 2-3 or 150 min"),
    "hours": Measured("a number of hours", Dimension.TIME, 1, "2.5, 2-3 or 150 min"),
    "rate": Measured("how often a minute", Dimension.RATE, 1, "6 or 360/h"),
    "seconds": Measured("a number of seconds", Dimension.TIME, 3600, "2 or 1.5 s"),
    "bout": Measured("a number of minutes", Dimension.TIME, 60, "20 or 0.5 h"),
}
"""Columns whose unit stands in the heading, and may stand behind the figure too."""


def number_in(text: str, column: str, tell: Tell) -> float | None:
    """Read a number, with its unit or without; what is none is told. Blank is None."""
    value, span = span_in(text, column, tell)
    if span is None:
        return value
    tell(column, wrong("one-number", f"“{text}” is a range; one number is needed.", "Write one.", text))
    return None


def span_in(text: str, column: str, tell: Tell) -> tuple[float | None, Range | None]:
    """Read a number or a range such as `2-3`, with its unit or without, in the unit of the column."""
    if not text:
        return None, None
    low, high = _plain(text) or _with_unit(text, column) or (None, None)
    if low is None or high is None:
        tell(column, _no_figure(text, column))
        return None, None
    if low > high:
        message = f"“{text}” goes downwards."
        tell(column, wrong("range-backwards", message, "Write the smaller number first.", text))
        return None, None
    return (low, None) if low == high else (None, (low, high))


def _plain(text: str) -> tuple[float, float] | None:
    """Read `2.5` or `2-3`."""
    first, dash, last = text.replace("–", "-").partition("-")
    low = _number(first)
    high = _number(last) if dash else low
    return None if low is None or high is None else (low, high)


def _number(text: str) -> float | None:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None


def _with_unit(text: str, column: str) -> tuple[float, float] | None:
    """Read `7.5h` where the column counts a time."""
    measured, amount = MEASURED.get(column), parse_amount(text)
    if measured is None or amount is None or amount.unit is None or not _is_whole(amount):
        return None
    if amount.unit.dimension is not measured.dimension:
        return None
    factor = amount.unit.factor * measured.per_base
    return (amount.low or 0.0) * factor, (amount.high or 0.0) * factor


def _is_whole(amount: Amount) -> bool:
    """Whether nothing of what was typed is left over or open."""
    return not (amount.unit_text or amount.rest or amount.low is None or amount.high is None)


def _no_figure(text: str, column: str) -> Problem:
    measured = MEASURED.get(column)
    if measured is None:
        return wrong(
            "not-a-number", f"“{text}” is no amount.", "Write a number such as 2.5, or nothing.", text
        )
    message = f"“{text}” is not {measured.words}."
    return wrong("not-a-number", message, f"Write for example {measured.example}, or nothing.", text)


def without_unit(text: str) -> tuple[str, Unit | None]:
    """Part an amount from the unit typed behind it: `8 kgf` → (`8`, kgf). Without a known one: as it is."""
    amount = parse_amount(text)
    if amount is None or amount.unit is None or not _is_whole(amount):
        return text, None
    figures = text.rstrip()
    while figures and not (figures[-1].isdigit()):
        figures = figures[:-1]
    return (figures, amount.unit) if _plain(figures) else (text, None)
