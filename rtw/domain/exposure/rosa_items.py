"""What an observer notes at an office workplace for ROSA: a choice and additions for each item.

Each choice and addition has its points among the coefficients, by the name of device, field and choice.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import get_type_hints


class SeatHeight(StrEnum):
    """Height of the seat."""

    KNEES_90 = "knees_90"
    TOO_LOW_OR_HIGH = "too_low_or_high"
    NO_FOOT_CONTACT = "no_foot_contact"


class SeatDepth(StrEnum):
    """Depth of the seat: the gap behind the knee."""

    GAP_8_CM = "gap_8_cm"
    TOO_LONG_OR_SHORT = "too_long_or_short"


class Armrests(StrEnum):
    """Height of the armrests."""

    IN_LINE = "in_line"
    TOO_LOW_OR_HIGH = "too_low_or_high"


class Backrest(StrEnum):
    """Support of the back."""

    SUPPORTED = "supported"
    NOT_SUPPORTED = "not_supported"


class MonitorHeight(StrEnum):
    """Height of the monitor, at arm's length."""

    EYE_LEVEL = "eye_level"
    TOO_LOW = "too_low"
    TOO_HIGH = "too_high"


class TelephoneReach(StrEnum):
    """Where the telephone stands."""

    WITHIN_REACH = "within_reach"
    TOO_FAR = "too_far"


class MouseReach(StrEnum):
    """Where the mouse lies."""

    IN_LINE = "in_line"
    REACHING = "reaching"


class KeyboardWrist(StrEnum):
    """The wrists at the keyboard."""

    STRAIGHT = "straight"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True)
class Chair:
    """The chair: seat height and depth make its first sum, armrests and back its second."""

    seat_height: SeatHeight
    seat_depth: SeatDepth
    armrests: Armrests
    backrest: Backrest
    no_leg_room: bool = False
    seat_height_not_adjustable: bool = False
    seat_depth_not_adjustable: bool = False
    armrests_hard_or_damaged: bool = False
    armrests_too_wide: bool = False
    armrests_not_adjustable: bool = False
    work_surface_too_high: bool = False
    backrest_not_adjustable: bool = False


@dataclass(frozen=True, slots=True)
class Telephone:
    """The telephone."""

    reach: TelephoneReach
    neck_and_shoulder_hold: bool = False
    no_hands_free: bool = False


@dataclass(frozen=True, slots=True)
class Monitor:
    """The monitor."""

    height: MonitorHeight
    too_far: bool = False
    neck_twist: bool = False
    glare: bool = False
    no_document_holder: bool = False


@dataclass(frozen=True, slots=True)
class Mouse:
    """The mouse."""

    reach: MouseReach
    different_surface: bool = False
    pinch_grip: bool = False
    palmrest: bool = False


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The keyboard."""

    wrist: KeyboardWrist
    deviation: bool = False
    too_high: bool = False
    overhead_reach: bool = False
    not_adjustable: bool = False


SEAT = (
    "seat_height",
    "no_leg_room",
    "seat_height_not_adjustable",
    "seat_depth",
    "seat_depth_not_adjustable",
)
"""What of the chair makes its first sum; all else makes the second."""

Device = Chair | Telephone | Monitor | Mouse | Keyboard


@cache
def item_ids() -> tuple[str, ...]:
    """Name every choice and addition of the form, as `device.field.choice` or `device.field`."""
    devices = (Chair, Telephone, Monitor, Mouse, Keyboard)
    return tuple(name for device in devices for name in _ids_of(device))


def _ids_of(device: type[Device]) -> Iterator[str]:
    kinds = get_type_hints(device)
    for field in fields(device):
        name, kind = f"{device.__name__.lower()}.{field.name}", kinds[field.name]
        yield from (f"{name}.{choice.value}" for choice in kind) if issubclass(kind, StrEnum) else (name,)
