"""What the strain indices take: force, efforts, posture and hours of one hand, with their bounds."""

from dataclasses import dataclass
from typing import Annotated

from rtw.domain.exposure.quantity import Quantity

Intensity = Annotated[
    float,
    Quantity("Force as a share of the strongest effort of this hand in this grip", "1", above=0, at_most=1),
]
EffortRate = Annotated[float, Quantity("Efforts a minute", "/min", above=0)]
EffortSeconds = Annotated[float, Quantity("Duration of one effort", "s", above=0, at_most=86_400)]
WristAngle = Annotated[
    float, Quantity("Wrist posture: extension positive, flexion negative", "°", at_least=-180, at_most=180)
]
DayHours = Annotated[float, Quantity("Hours a day", "h", above=0, at_most=24)]
Threshold = Annotated[float, Quantity("Index above which work counts as hazardous", "1", above=0)] | None


@dataclass(frozen=True, slots=True)
class RsiInputs:
    """One repeated effort of one hand. `threshold`: the index above which work counts as hazardous."""

    intensity: Intensity
    efforts_per_minute: EffortRate
    seconds_per_effort: EffortSeconds
    wrist_angle_deg: WristAngle
    hours_per_day: DayHours
    threshold: Threshold = None
