"""The six multipliers of the NIOSH lifting equation, each in the units of the lift."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from rtw.domain.exposure.quantity import ContradictionError
from rtw.domain.figure import Figure
from rtw.domain.published import Constants, Lookup
from rtw.domain.soundness import columns_are, counted, ending, first_column_is, positive, require, rising


class Units(StrEnum):
    """Which set of constants: inches and pounds, or centimetres and kilograms."""

    US = "us"
    METRIC = "metric"


class Coupling(StrEnum):
    """How well the hands hold the load."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


@dataclass(frozen=True, slots=True)
class UnitConstants:
    """What depends on the units. `low` and `high` of a piece: up to the first nothing changes, beyond: 0."""

    load_constant: Figure
    horizontal: Constants
    vertical: Constants
    travel: Constants

    def __post_init__(self) -> None:
        """Refuse pieces without their constants or without the end beyond which nothing may be lifted."""
        positive(self, "load_constant")
        counted(self, horizontal=1, vertical=2, travel=2)
        ending(self, "horizontal", "vertical", "travel")
        for name in ("horizontal", "travel"):
            require(name, "low must lie above zero", holds=(getattr(self, name).low or 0.0) > 0)

    def is_high(self, vertical: float) -> bool:
        """Whether hands are at or above the height where the tables change their column."""
        return vertical >= self.vertical.constants[1]


@dataclass(frozen=True, slots=True)
class RnleCoefficients:
    """Constants by units, asymmetry, the tables of coupling, frequency and duration, and the bounds."""

    us: UnitConstants
    metric: UnitConstants
    asymmetry: Constants
    coupling: Lookup
    frequency: Lookup
    durations: Lookup
    one_handed: Figure
    increased_above: Figure
    most_above: Figure

    def __post_init__(self) -> None:
        """Refuse tables that lack a row or column, and indices out of order."""
        counted(self, asymmetry=1)
        ending(self, "asymmetry")
        columns_are(self, "coupling", ("hands_high", *Coupling))
        first_column_is(self, "coupling", (0, 1))
        columns_are(self, "durations", ("hours_up_to", "recovery_share"))
        message = "the longest duration must ask for no recovery, or some lifts would have no column"
        require("durations", message, holds=self.durations.rows[-1][1] == 0)
        hours = (f"{row[0]:g}h_{hands}" for row in self.durations.rows for hands in ("low", "high"))
        columns_are(self, "frequency", ("lifts_per_minute", *hours))
        positive(self, "one_handed", "increased_above")
        rising(self, "increased_above", "most_above")

    def of(self, units: Units) -> UnitConstants:
        """Give the constants of a set of units."""
        return self.us if units is Units.US else self.metric

    def asks_recovery(self, hours: float) -> bool:
        """Whether the column of so many hours of lifting asks for any recovery after them."""
        return next((share > 0 for up_to, share in self.durations.rows if hours <= up_to), False)

    def duration_column(self, hours: float, recovery_hours: float | None) -> str:
        """Name the duration whose column counts. Raises ContradictionError beyond the longest.

        Too short a recovery makes the next longer duration count; without one stated it is taken as enough.
        """
        for up_to, recovery_share in self.durations.rows:
            rested = recovery_hours is None or recovery_hours >= recovery_share * hours
            if hours <= up_to and rested:
                return f"{up_to:g}h"
        longest = self.durations.rows[-1][0]
        raise ContradictionError("duration_hours", f"the equation is for up to {longest:g} hours of lifting")


def horizontal_multiplier(horizontal: float, c: UnitConstants) -> float:
    """Multiplier of the reach."""
    (scale,) = c.horizontal.constants
    low, high = _range(c.horizontal)
    return 0.0 if horizontal > high else scale / max(horizontal, low)


def vertical_multiplier(vertical: float, c: UnitConstants) -> float:
    """Multiplier of the height of the hands."""
    slope, best = c.vertical.constants
    return 0.0 if vertical > _range(c.vertical)[1] else 1.0 - slope * abs(vertical - best)


def travel_multiplier(travel: float, c: UnitConstants) -> float:
    """Multiplier of the vertical way of the load."""
    base, scale = c.travel.constants
    low, high = _range(c.travel)
    return 0.0 if travel > high else min(1.0, base + scale / max(travel, low))


def asymmetry_multiplier(degrees: float, c: RnleCoefficients) -> float:
    """Multiplier of the turn of the trunk."""
    (slope,) = c.asymmetry.constants
    return 0.0 if degrees > _range(c.asymmetry)[1] else 1.0 - slope * degrees


def coupling_multiplier(coupling: Coupling, c: RnleCoefficients, *, is_high: bool) -> float:
    """Multiplier of the grip on the load; the second row of the table is that of high hands."""
    return c.coupling.column(coupling.value)[int(is_high)]


def frequency_multiplier(per_minute: float, duration: str, c: RnleCoefficients, *, is_high: bool) -> float:
    """Multiplier of lifts a minute, between two rows on the straight line; beyond the last row 0."""
    rates = c.frequency.column("lifts_per_minute")
    if per_minute > rates[-1] + 1e-9:
        return 0.0
    return float(
        np.interp(per_minute, rates, c.frequency.column(f"{duration}_{'high' if is_high else 'low'}"))
    )


def recovery_warning(c: RnleCoefficients, *lifts: tuple[float | None, float | None]) -> tuple[str, ...]:
    """Say that a recovery nobody stated was taken as enough, where the table asks for any.

    `lifts` are hours of lifting, each with its hours of recovery; None where not stated.
    """
    stated = ((hours, recovery) for hours, recovery in lifts if hours is not None)
    assumed = [hours for hours, recovery in stated if recovery is None and c.asks_recovery(hours)]
    if not assumed:
        return ()
    named = " and ".join(f"{hours:g}" for hours in dict.fromkeys(assumed))
    text = (
        f"recovery_hours is not stated: after {named} h of lifting enough light work or rest is assumed. "
        "With too little the limit is lower."
    )
    return (text,)


def _range(piece: Constants) -> tuple[float, float]:
    return piece.low or 0.0, np.inf if piece.high is None else piece.high
