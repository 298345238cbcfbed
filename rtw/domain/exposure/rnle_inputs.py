"""What the NIOSH lifting equation takes: one lift, in inches and pounds or in centimetres and kilograms."""

from dataclasses import dataclass
from typing import Annotated

from rtw.domain.exposure.quantity import ContradictionError, Quantity
from rtw.domain.exposure.rnle_multipliers import Coupling, Units

Load = Annotated[float, Quantity("Weight of the load", "lb or kg", at_least=0)]
LoadConstant = Annotated[float, Quantity("Load constant instead of the published one", "lb or kg", above=0)]
Horizontal = Annotated[float, Quantity("Hands before the ankles", "in or cm", at_least=0)]
Vertical = Annotated[float, Quantity("Hands above the floor", "in or cm", at_least=0)]
Travel = Annotated[float, Quantity("Vertical travel of the hands", "in or cm", at_least=0)]
Asymmetry = Annotated[float, Quantity("Turn of the trunk", "°", at_least=0, at_most=180)]
LiftRate = Annotated[float, Quantity("Lifts a minute", "/min", at_least=0)]
LiftHours = Annotated[float, Quantity("Hours of lifting without a long break", "h", above=0, at_most=24)]
RecoveryHours = Annotated[
    float, Quantity("Hours of light work after the lifting", "h", at_least=0, at_most=24)
]
Multiplier = Annotated[
    float, Quantity("Multiplier as read from the published table", "1", at_least=0, at_most=1)
]


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a load is set down with care: then this end counts too."""

    horizontal: Horizontal
    vertical: Vertical
    asymmetry_deg: Asymmetry


@dataclass(frozen=True, slots=True)
class RnleInputs:
    """One lift. Frequency and coupling are given as what they are, or as their multipliers."""

    units: Units
    horizontal: Horizontal
    vertical: Vertical
    travel: Travel
    asymmetry_deg: Asymmetry
    load: Load | None = None
    frequency_multiplier: Multiplier | None = None
    lifts_per_minute: LiftRate | None = None
    duration_hours: LiftHours | None = None
    recovery_hours: RecoveryHours | None = None
    coupling: Coupling | None = None
    coupling_multiplier: Multiplier | None = None
    load_constant: LoadConstant | None = None
    destination: Destination | None = None
    one_handed: bool = False
    one_handed_en_1005_2: bool = False

    def __post_init__(self) -> None:
        """Refuse frequency or coupling given twice, by half or not at all."""
        rated = self.lifts_per_minute is not None and self.duration_hours is not None
        begun = self.lifts_per_minute is not None or self.duration_hours is not None
        if begun is not rated or rated is (self.frequency_multiplier is not None):
            raise ContradictionError(
                "frequency_multiplier",
                "give either frequency_multiplier, or lifts_per_minute and duration_hours",
            )
        if (self.coupling is None) is (self.coupling_multiplier is None):
            raise ContradictionError("coupling", "give either coupling or coupling_multiplier")
