"""A demand as the cells of a row, and the cells of a row as the fields of a demand."""

from dataclasses import dataclass
from typing import Any

from job_profiles.checks import is_impossible, is_unusual
from job_profiles.kinds import FORCE_KINDS, LOAD_KINDS, DemandKind
from job_profiles.problem import Problem, Severity
from job_profiles.profile import Demand, Range
from job_profiles.units import Dimension, Unit, unit_of
from rtw.services.jobs.typed import Tell, odd, span_in, without_unit, wrong

UNITS_OFFERED = ("N", "kgf", "lbf", "kg", "lb", "N·m", "in-lb", "m/s²", "deg", "% MVC")
_SAME = 1e-6
AMOUNT_FIELDS = ("force_n", "load_kg", "torque_n_m", "ahv_m_s2", "angle_deg", "percent_mvc")
_SHOWN_IN = {
    "force_n": ("N", "kgf", "lbf"),
    "load_kg": ("kg", "lb"),
    "torque_n_m": ("N·m", "in-lb"),
    "ahv_m_s2": ("m/s²",),
    "angle_deg": ("deg",),
    "percent_mvc": ("% MVC",),
}
"""The units of a field, its own first; another is shown where the number was plainly meant in it."""

_FIELD_OF = {
    Dimension.FORCE: "force_n",
    Dimension.TORQUE: "torque_n_m",
    Dimension.ACCELERATION: "ahv_m_s2",
    Dimension.ANGLE: "angle_deg",
    Dimension.MVC: "percent_mvc",
}
_MASS_KINDS = LOAD_KINDS | {DemandKind.PERSON_HANDLING, DemandKind.TOOL_USE}


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What is wrong in a cell of the sheet: its row (counted from 0; None: the head) and column."""

    row: int | None
    column: str
    problem: Problem

    @property
    def blocks(self) -> bool:
        """Whether the sheet cannot be saved with it."""
        return self.problem.severity is Severity.ERROR


def plain(value: float | None) -> str:
    """Write a number so that reading it gives the same to a millionth."""
    return "" if value is None else f"{round(value, 6):.6f}".rstrip("0").rstrip(".")


def span_text(value: float | None, span: Range | None) -> str:
    """Write a number, or the range it lies in."""
    return f"{plain(span[0])}-{plain(span[1])}" if value is None and span is not None else plain(value)


def hours_text(hours: float | None, span: Range | None) -> str:
    """Write hours so that reading them gives the same: minutes that hundredths do not say as `40 min`."""
    minutes = round(hours * 60) if hours is not None else 0
    if hours is None or abs(hours - round(hours, 2)) < _SAME or abs(hours * 60 - minutes) > 60 * _SAME:
        return span_text(hours, span)
    return f"{minutes // 60} h {minutes % 60} min" if minutes > 60 else f"{minutes} min"


def amount_of(demand: Demand) -> tuple[str, str]:
    """Return number and unit of a demand's first amount, as typed where that is known."""
    for name in AMOUNT_FIELDS:
        value = getattr(demand, name)
        if value is not None:
            return _as_typed(demand, name, value) or _shown(demand, name, value)
    return "", ""


def _shown(demand: Demand, name: str, value: float) -> tuple[str, str]:
    if name == "percent_mvc":
        return plain(value * 100), _SHOWN_IN[name][0]
    if name == "load_kg" and demand.load_range_kg is not None:
        return span_text(None, demand.load_range_kg), _SHOWN_IN[name][0]
    return _in_its_unit(name, value)


def _in_its_unit(name: str, value: float) -> tuple[str, str]:
    """Write 29.41995 N as the 3 kgf it was; a number that is round in no unit keeps the field's own."""
    for symbol in _SHOWN_IN[name]:
        unit = unit_of(symbol)
        number = value / _factor(name, unit) if unit else value
        if abs(number - round(number, 2)) < _SAME:
            return plain(round(number, 2)), symbol
    return plain(value), _SHOWN_IN[name][0]


def _as_typed(demand: Demand, name: str, value: float) -> tuple[str, str] | None:
    """Return what was typed (`8 kgf`) while it still says the same as the value."""
    number, _, symbol = (demand.as_written or "").partition(" ")
    unit = unit_of(symbol) if symbol in UNITS_OFFERED else None
    try:
        typed = float(number.replace(",", "."))
    except ValueError:
        return None
    fits = unit is not None and abs(typed * _factor(name, unit) - value) < _SAME
    return (number, symbol) if fits else None


def _factor(name: str, unit: Unit) -> float:
    return unit.force_factor if name == "force_n" else unit.factor


def amount_fields(kind: DemandKind, amount: str, symbol: str, tell: Tell) -> dict[str, Any]:
    """Return the fields that an amount with its unit sets; problems are told at their column."""
    amount, typed = without_unit(amount)
    if not amount:
        return {}
    unit = _one_unit(amount, symbol, typed, tell)
    name = _field_told(kind, unit, symbol, tell) if unit is not None else None
    if unit is None or name is None:
        return {}
    value, span = span_in(amount, "amount", tell)
    if span is not None and name != "load_kg":
        tell("amount", wrong("one-number", "One number is needed here.", "Write the largest.", amount))
        return {}
    top = span[1] if span is not None else value
    if top is None:
        return {}
    written = f"{amount} {symbol or unit.symbol}"
    made: dict[str, Any] = {name: top * _factor(name, unit), "as_written": written}
    if span is not None:
        made["load_range_kg"] = (span[0] * unit.factor, span[1] * unit.factor)
    return made


def _one_unit(amount: str, symbol: str, typed: Unit | None, tell: Tell) -> Unit | None:
    """Return the unit chosen or typed; told and None where the two differ or there is none."""
    unit = unit_of(symbol) if symbol else typed
    if unit is None:
        tell("unit", wrong("unit-missing", "The amount has no unit.", "Choose the unit.", amount))
        return None
    if typed is not None and typed.symbol != unit.symbol:
        message = f"The amount says {typed.symbol}, the unit {unit.symbol}."
        tell("unit", wrong("unit-twice", message, "Choose the unit that is meant.", symbol))
        return None
    return unit


def _field_told(kind: DemandKind, unit: Unit, symbol: str, tell: Tell) -> str | None:
    """Return the field of an amount in this unit; told and None where the unit leaves it open."""
    name = _field_for(kind, unit)
    if name is None:
        message = f"{kind.label}: is {unit.symbol} the weight of an object, or a force?"
        tell("unit", wrong("force-or-weight", message, "For a force choose N, kgf or lbf.", symbol))
    return name


def _field_for(kind: DemandKind, unit: Unit) -> str | None:
    """Say which field an amount of this unit belongs to; None where `kg` leaves it open."""
    if unit.dimension is Dimension.WEIGHT:
        return "force_n" if kind in FORCE_KINDS else "load_kg" if kind in _MASS_KINDS else None
    return _FIELD_OF.get(unit.dimension)


def look_twice(demand: Demand, tell: Tell) -> None:
    """Tell figures that cannot be, and those that are unusually high."""
    for name, column in _COLUMN_OF.items():
        value = getattr(demand, name)
        if value is None:
            continue
        if is_impossible(name, demand.kind, value):
            tell(
                column,
                wrong("impossible-value", f"{demand.kind.label}: this cannot be.", "Check number and unit."),
            )
        elif is_unusual(name, demand.kind, value):
            message = f"{demand.kind.label}: this is unusually high."
            tell(column, odd("implausible-value", message, "Check number and unit."))


_COLUMN_OF = dict.fromkeys(AMOUNT_FIELDS, "amount") | {
    "hours_per_day": "hours",
    "efforts_per_minute": "rate",
    "seconds_per_effort": "seconds",
}
