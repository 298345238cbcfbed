"""Revised NIOSH lifting equation: the load that nearly all healthy workers may lift in given circumstances.

For two hands. Inches and pounds, or centimetres and kilograms: the two sets of constants are no exact
conversions of each other, so a lift is computed in the one it was given in.
"""

from math import prod
from typing import Final

from rtw.domain.exposure.model import ExposureModel
from rtw.domain.exposure.quantity import ContradictionError
from rtw.domain.exposure.rnle_inputs import Destination, RnleInputs
from rtw.domain.exposure.rnle_multipliers import (
    RnleCoefficients,
    asymmetry_multiplier,
    coupling_multiplier,
    frequency_multiplier,
    horizontal_multiplier,
    recovery_warning,
    travel_multiplier,
    vertical_multiplier,
)
from rtw.domain.exposure.rnle_result import LiftEnd, Risk, RnleResult
from rtw.domain.figure import Figure


def compute(inputs: RnleInputs, c: RnleCoefficients) -> RnleResult:
    """Compute limit and index. Raises ContradictionError for a lift the equation does not cover."""
    refuse_one_hand(one_handed=inputs.one_handed, extension=inputs.one_handed_en_1005_2)
    origin = _end(inputs, inputs, c)
    destination = None if inputs.destination is None else _end(inputs, inputs.destination, c)
    is_set_down = destination is not None and destination.rwl < origin.rwl
    lower = destination if destination is not None and is_set_down else origin
    index = None if inputs.load is None or lower.rwl == 0.0 else inputs.load / lower.rwl
    return RnleResult(
        lower.rwl,
        index,
        None if inputs.load is None else risk_of(index, inputs.load, c),
        load_constant(inputs, c),
        "destination" if is_set_down else "origin",
        *(lower.hm, lower.vm, lower.dm, lower.am, lower.fm, lower.cm, lower.om),
        origin,
        destination,
    )


def refuse_one_hand(*, one_handed: bool, extension: bool) -> None:
    """Raise ContradictionError for a lift with one hand, unless its extension is asked for by name."""
    if one_handed and not extension:
        raise ContradictionError(
            "one_handed",
            "the NIOSH equation is for two hands; set one_handed_en_1005_2 to apply the factor of EN 1005-2, "
            "which is outside NIOSH",
        )


def load_constant(inputs: RnleInputs, c: RnleCoefficients) -> float:
    """Give the load constant in the units of the lift."""
    own = inputs.load_constant
    return c.of(inputs.units).load_constant.value if own is None else own


def _end(inputs: RnleInputs, place: RnleInputs | Destination, c: RnleCoefficients) -> LiftEnd:
    constants = c.of(inputs.units)
    multipliers = (
        horizontal_multiplier(place.horizontal, constants),
        vertical_multiplier(place.vertical, constants),
        travel_multiplier(inputs.travel, constants),
        asymmetry_multiplier(place.asymmetry_deg, c),
        _frequency(inputs, c),
        _coupling(inputs, place.vertical, c),
        c.one_handed.value if inputs.one_handed_en_1005_2 else 1.0,
    )
    return LiftEnd(load_constant(inputs, c) * prod(multipliers), *multipliers)


def _frequency(inputs: RnleInputs, c: RnleCoefficients) -> float:
    """Give the multiplier of frequency: at both ends by the height at the origin, as the manual has it."""
    if inputs.lifts_per_minute is None or inputs.duration_hours is None:
        return inputs.frequency_multiplier or 0.0
    column = c.duration_column(inputs.duration_hours, inputs.recovery_hours)
    is_high = c.of(inputs.units).is_high(inputs.vertical)
    return frequency_multiplier(inputs.lifts_per_minute, column, c, is_high=is_high)


def _coupling(inputs: RnleInputs, vertical: float, c: RnleCoefficients) -> float:
    if inputs.coupling is None:
        return inputs.coupling_multiplier or 0.0
    return coupling_multiplier(inputs.coupling, c, is_high=c.of(inputs.units).is_high(vertical))


def risk_of(index: float | None, load: float, c: RnleCoefficients) -> Risk:
    """Say what an index means; where nothing may be lifted any load lies above all bounds."""
    if index is None:
        return Risk.MOST if load > 0.0 else Risk.ACCEPTABLE
    if index <= c.increased_above.value:
        return Risk.ACCEPTABLE
    return Risk.INCREASED if index <= c.most_above.value else Risk.MOST


def warnings(inputs: RnleInputs, c: RnleCoefficients) -> tuple[str, ...]:
    """Warn where nothing may be lifted, at the edge of the index, of what is assumed or not NIOSH's."""
    found = compute(inputs, c)
    published = c.of(inputs.units).load_constant
    return (
        *(_NOTHING if found.rwl == 0.0 else ()),
        *(_AT_THE_EDGE if found.lifting_index == c.increased_above.value else ()),
        *(one_hand_warning(c.one_handed) if inputs.one_handed_en_1005_2 else ()),
        *own_constant_warning(inputs.load_constant, published),
        *_travel_warning(inputs),
        *recovery_warning(c, (inputs.duration_hours, inputs.recovery_hours)),
    )


_NOTHING: Final = ("A multiplier is 0: nothing may be lifted like this, and no index is defined.",)
_AT_THE_EDGE: Final = ("The manual is not consistent about an index of exactly 1.",)


def one_hand_warning(factor: Figure) -> tuple[str, ...]:
    """Say that the factor of one hand is not part of the equation."""
    return (f"Factor {factor.value:g} for one hand is from EN 1005-2 and outside the NIOSH equation.",)


def own_constant_warning(own: float | None, published: Figure) -> tuple[str, ...]:
    """Say that a load constant is not the one of NIOSH."""
    if own is None or own == published.value:
        return ()
    return (f"load_constant {own:g} is not that of NIOSH ({published.value:g} {published.unit}).",)


def _travel_warning(inputs: RnleInputs) -> tuple[str, ...]:
    """Say where the travel is not the way between both ends."""
    end = inputs.destination
    if end is None or abs(abs(end.vertical - inputs.vertical) - inputs.travel) < 1e-9:
        return ()
    heights = f"{inputs.vertical:g} and {end.vertical:g}"
    return (f"travel {inputs.travel:g} is not the difference of both heights, {heights}.",)


MADE_ON: Final = "Healthy adults, lifting with two hands. Not validated on operated hands."
NOT_FOR: Final = (
    "Not for lifting with one hand, sitting or kneeling, or in a restricted space.",
    "Not for unstable loads, poor footing or an unfavourable climate.",
    "Not for carrying, pushing, pulling, shovelling or wheelbarrows.",
    "Not for lifts faster than about 30 in/s, nor for more than 8 hours of lifting a day.",
)

MODEL = ExposureModel(
    name="rnle",
    title="NIOSH lifting equation",
    unit="lb or kg",
    inputs=RnleInputs,
    coefficients=RnleCoefficients,
    result=RnleResult,
    compute=compute,
    warnings=warnings,
    formula="RWL = LC × HM × VM × DM × AM × FM × CM, the lower of both ends; lifting index = load / RWL",
    validated_on=MADE_ON,
    not_for=NOT_FOR,
)
