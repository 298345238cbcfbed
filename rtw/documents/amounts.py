"""Exact amounts for the clinic's own eyes, in the unit their quantity names."""

from typing import Final

from reports.wording import number_text
from rtw.domain.capacity import Quantity

_UNITS: Final = {
    Quantity.FORCE_N: "N",
    Quantity.LOAD_KG: "kg",
    Quantity.HOURS_PER_DAY: "h/day",
    Quantity.BOUT_H: "min at a stretch",
    Quantity.ANGLE_DEG: "°",
    Quantity.EFFORTS_PER_MINUTE: "/min",
    Quantity.AHV_M_S2: "m/s²",
    Quantity.A8_M_S2: "m/s² A(8)",
    Quantity.TORQUE_N_M: "N·m",
}


def amount_text(quantity: Quantity, value: float, error: float = 0.0) -> str:
    """Write an amount with its unit and, where there is one, its error."""
    if quantity is Quantity.PERMITTED:
        return "permitted" if value else "not permitted"
    spread = _figure(quantity, error)
    return f"{_figure(quantity, value)}{f' ± {spread}' if spread != '0' else ''} {_UNITS[quantity]}"


def range_text(quantity: Quantity, amounts: tuple[float, float] | None) -> str:
    """Write a required amount: one figure, or the range within which it lies; unknown is a question mark."""
    if amounts is None:
        return "?"
    if quantity is Quantity.PERMITTED:
        return "required"
    low, high = amounts
    if low == high:
        return amount_text(quantity, high)
    return f"{_figure(quantity, low)} to {amount_text(quantity, high)}"


def _figure(quantity: Quantity, value: float) -> str:
    """Write a number in the unit people say: stretches are kept in hours and told in minutes."""
    return number_text(value * 60 if quantity is Quantity.BOUT_H else value)
