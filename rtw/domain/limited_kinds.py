"""Which quantities can limit which kinds of demand.

A limit that no demand of its kind can ever be compared with keeps tasks shut and says nothing of why. Only
what can mean nothing is refused: hours, stretches and permission fit every kind.
"""

from typing import Final

from job_profiles.kinds import LOAD_KINDS, POSTURE_KINDS, STRENGTH_KINDS, DemandKind
from rtw.domain.capacity import Quantity

_OFFICE: Final = frozenset(
    {DemandKind.KEYBOARDING, DemandKind.MOUSING, DemandKind.TOUCHSCREEN, DemandKind.HANDWRITING}
)
_SURROUNDINGS: Final = frozenset(
    {
        DemandKind.COLD,
        DemandKind.HEAT,
        DemandKind.WET_OR_SOILED,
        DemandKind.SHARP_OR_MOVING,
        DemandKind.TOUCH_DISCRIMINATION,
    }
)
_REACHING: Final = frozenset({DemandKind.REACHING_OVERHEAD, DemandKind.REACHING_FORWARD})
_VIBRATING: Final = STRENGTH_KINDS | {
    DemandKind.HAND_ARM_VIBRATION,
    DemandKind.TOOL_USE,
    DemandKind.HAND_IMPACT,
    DemandKind.DRIVING,
    DemandKind.GROSS_HANDLING,
    DemandKind.FINE_MANIPULATION,
    DemandKind.PUSHING,
    DemandKind.PULLING,
}
_NOT_BY: Final = {
    Quantity.FORCE_N: LOAD_KINDS | POSTURE_KINDS | _SURROUNDINGS | {DemandKind.HAND_ARM_VIBRATION},
    Quantity.LOAD_KG: POSTURE_KINDS
    | _OFFICE
    | _SURROUNDINGS
    | {DemandKind.HAND_ARM_VIBRATION, DemandKind.CONTACT_STRESS, DemandKind.HAND_IMPACT, DemandKind.DRIVING},
    Quantity.ANGLE_DEG: LOAD_KINDS | _SURROUNDINGS | {DemandKind.HAND_ARM_VIBRATION},
    Quantity.EFFORTS_PER_MINUTE: (_SURROUNDINGS - {DemandKind.TOUCH_DISCRIMINATION})
    | {DemandKind.HAND_ARM_VIBRATION},
    Quantity.AHV_M_S2: frozenset(DemandKind) - _VIBRATING,
    Quantity.A8_M_S2: frozenset(DemandKind) - _VIBRATING,
    Quantity.TORQUE_N_M: LOAD_KINDS
    | _OFFICE
    | _SURROUNDINGS
    | _REACHING
    | {DemandKind.HAND_ARM_VIBRATION, DemandKind.CONTACT_STRESS, DemandKind.PALM_WEIGHT_BEARING},
}


def can_limit(quantity: Quantity, kind: DemandKind) -> bool:
    """Whether a limit of this quantity can mean something for this kind: a mass is not lifted in m/s²."""
    return kind not in _NOT_BY.get(quantity, frozenset())
