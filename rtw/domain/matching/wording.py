"""Amounts and sentences of the arithmetic, as a therapist reads them."""

from job_profiles.kinds import DemandKind
from job_profiles.profile import Range
from rtw.domain.capacity import Quantity, Sensation
from rtw.domain.hands import Side
from rtw.domain.verdicts import Verdict

_UNITS = {
    Quantity.FORCE_N: " N",
    Quantity.LOAD_KG: " kg",
    Quantity.HOURS_PER_DAY: " h a day",
    Quantity.ANGLE_DEG: "°",
    Quantity.EFFORTS_PER_MINUTE: " a minute",
    Quantity.AHV_M_S2: " m/s²",
    Quantity.A8_M_S2: " m/s² A(8)",
    Quantity.TORQUE_N_M: " N·m",
}

_NOUNS = {
    Quantity.FORCE_N: "force",
    Quantity.LOAD_KG: "load",
    Quantity.HOURS_PER_DAY: "hours a day",
    Quantity.BOUT_H: "longest stretch without a pause",
    Quantity.ANGLE_DEG: "angle",
    Quantity.EFFORTS_PER_MINUTE: "efforts a minute",
    Quantity.AHV_M_S2: "vibration of the tool (m/s²)",
    Quantity.A8_M_S2: "vibration of the tool (m/s²) and its hours a day",
    Quantity.TORQUE_N_M: "torque",
    Quantity.PERMITTED: "permission",
}

FEELING = {
    Sensation.UNTESTABLE: "not testable",
    Sensation.DEEP_PRESSURE_ONLY: "deep pressure only",
    Sensation.LOSS_OF_PROTECTIVE: "loss of protective sensation",
    Sensation.DIMINISHED_PROTECTIVE: "diminished protective sensation",
    Sensation.DIMINISHED_LIGHT_TOUCH: "diminished light touch",
    Sensation.NORMAL: "normal",
}
"""Grades of feeling within a sentence."""

OPEN_RATIO = 100.0
"""Beyond this a ratio only says that one end is open."""


def noun(quantity: Quantity) -> str:
    """Name a quantity within a sentence."""
    return _NOUNS[quantity]


def figure(value: float) -> str:
    """Write a number with three significant digits, never in powers of ten."""
    text = f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return "0" if text == "-0" else text


def amount(value: float, quantity: Quantity) -> str:
    """Write a value with its unit; stretches read in minutes, a permission as yes or no."""
    if quantity is Quantity.BOUT_H:
        return f"{figure(value * 60)} min"
    if quantity is Quantity.PERMITTED:
        return "permitted" if value else "not at all"
    return f"{figure(value)}{_UNITS[quantity]}"


def amounts(values: Range | None, quantity: Quantity) -> str:
    """Write a range, or the one value it holds, or that it is not known."""
    if values is None:
        return "not known"
    low, high = values
    if low == high:
        return amount(low, quantity)
    factor = 60.0 if quantity is Quantity.BOUT_H else 1.0
    return f"{figure(low * factor)} to {amount(high, quantity)}"


def hand(side: Side | None) -> str:
    """Name a hand within a sentence."""
    return "both hands" if side is None else f"the {side.value} hand"


def kind(demand: DemandKind) -> str:
    """Name a kind of demand within a sentence."""
    return demand.label[0].lower() + demand.label[1:]


def outcome(ratio: Range | None, verdict: Verdict) -> str:
    """Close the arithmetic: the ratio, and the verdict it led to."""
    word = verdict.label.lower()
    if ratio is None:
        return f"Verdict: {word}"
    return f"Needed / available = {ratio_in_words(ratio)}: {word}"


def ratio_in_words(ratio: Range) -> str:
    """Write needed over available: one figure, a span, or the lower end where the upper is open."""
    low, high = ratio
    if high > OPEN_RATIO:
        return f"{low:.2f} or more"
    return f"{low:.2f}" if abs(high - low) < 0.005 else f"{low:.2f} to {high:.2f}"
