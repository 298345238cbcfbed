"""What ROSA takes: the chair and four devices, each by its items or by its sum, and how long each is used."""

from dataclasses import dataclass
from typing import Annotated, Final

from rtw.domain.exposure.quantity import ContradictionError, Quantity
from rtw.domain.exposure.rosa_items import Chair, Keyboard, Monitor, Mouse, Telephone


@dataclass(frozen=True, slots=True)
class Use:
    """How long a thing is used: on end, a day, or both; the higher of both counts."""

    hours_continuous: Annotated[float, Quantity("Longest use on end", "h", at_least=0, at_most=24)] | None = (
        None
    )
    hours_per_day: Annotated[float, Quantity("Use a day", "h", at_least=0, at_most=24)] | None = None

    def __post_init__(self) -> None:
        """Refuse a use without any time."""
        if self.hours_continuous is None and self.hours_per_day is None:
            raise ContradictionError("hours_per_day", "give hours_continuous, hours_per_day or both")


SeatSum = Annotated[int, Quantity("Seat height and depth with additions", "points", at_least=2, at_most=8)]
SupportSum = Annotated[int, Quantity("Armrests and back with additions", "points", at_least=2, at_most=9)]
DeviceSum = Annotated[int, Quantity("The device with additions", "points", at_least=0, at_most=7)]
TelephoneSum = Annotated[int, Quantity("The telephone with additions", "points", at_least=0, at_most=6)]


DEVICES: Final = ("telephone", "monitor", "mouse", "keyboard")


@dataclass(frozen=True, slots=True)
class RosaInputs:
    """An office workplace: the chair by items or by its two sums, devices by items or sum, or not there.

    The use of a device is added to its points; a sum without a use counts with its use already in it.
    """

    chair_use: Use
    chair: Chair | None = None
    seat_sum: SeatSum | None = None
    support_sum: SupportSum | None = None
    telephone: Telephone | None = None
    telephone_sum: TelephoneSum | None = None
    telephone_use: Use | None = None
    monitor: Monitor | None = None
    monitor_sum: DeviceSum | None = None
    monitor_use: Use | None = None
    mouse: Mouse | None = None
    mouse_sum: DeviceSum | None = None
    mouse_use: Use | None = None
    keyboard: Keyboard | None = None
    keyboard_sum: DeviceSum | None = None
    keyboard_use: Use | None = None
    neutral_chair: (
        Annotated[int, Quantity("Cell of the neutral chair: 1 or 2", "points", at_least=1, at_most=2)] | None
    ) = None

    def __post_init__(self) -> None:
        """Refuse what is given twice, by half or not at all."""
        sums = (self.seat_sum is not None, self.support_sum is not None)
        if sums[0] is not sums[1] or sums[0] is (self.chair is not None):
            raise ContradictionError("chair", "give either chair, or seat_sum and support_sum")
        for name in DEVICES:
            self._check(name)

    def _check(self, name: str) -> None:
        has_items, has_sum = getattr(self, name) is not None, getattr(self, f"{name}_sum") is not None
        has_use = getattr(self, f"{name}_use") is not None
        if has_items and has_sum:
            raise ContradictionError(name, f"give either {name} or {name}_sum")
        if has_items and not has_use:
            raise ContradictionError(f"{name}_use", f"say how long the {name} is used")
        if has_use and not (has_items or has_sum):
            raise ContradictionError(f"{name}_use", f"a use without {name} or {name}_sum")
