"""The closed lists of the trade: what a task can ask of a hand, which hand, and how it is known."""

from enum import StrEnum
from typing import Final


class DemandKind(StrEnum):
    """One kind of thing a task asks of a hand or body."""

    KEYBOARDING = "keyboarding"
    MOUSING = "mousing"
    TOUCHSCREEN = "touchscreen"
    HANDWRITING = "handwriting"
    FINE_MANIPULATION = "fine_manipulation"
    GROSS_HANDLING = "gross_handling"
    POWER_GRIP = "power_grip"
    TIP_PINCH = "tip_pinch"
    KEY_PINCH = "key_pinch"
    PALMAR_PINCH = "palmar_pinch"
    LIFTING = "lifting"
    CARRYING = "carrying"
    PUSHING = "pushing"
    PULLING = "pulling"
    REACHING_OVERHEAD = "reaching_overhead"
    REACHING_FORWARD = "reaching_forward"
    WRIST_FLEXION = "wrist_flexion"
    WRIST_EXTENSION = "wrist_extension"
    WRIST_DEVIATION = "wrist_deviation"
    FOREARM_ROTATION = "forearm_rotation"
    ELBOW_FLEXION = "elbow_flexion"
    HAND_ARM_VIBRATION = "hand_arm_vibration"
    CONTACT_STRESS = "contact_stress"
    HAND_IMPACT = "hand_impact"
    COLD = "cold"
    HEAT = "heat"
    WET_OR_SOILED = "wet_or_soiled"
    SHARP_OR_MOVING = "sharp_or_moving"
    TOUCH_DISCRIMINATION = "touch_discrimination"
    PALM_WEIGHT_BEARING = "palm_weight_bearing"
    CLIMBING = "climbing"
    PERSON_HANDLING = "person_handling"
    TOOL_USE = "tool_use"
    DRIVING = "driving"

    @property
    def label(self) -> str:
        """The kind as a person reads it, in sentence case."""
        return _KIND_LABELS.get(self, self.value.replace("_", " ").capitalize())


_KIND_LABELS: Final = {
    DemandKind.MOUSING: "Mouse use",
    DemandKind.KEYBOARDING: "Keyboard use",
    DemandKind.TOUCHSCREEN: "Touchscreen use",
    DemandKind.HAND_ARM_VIBRATION: "Hand-arm vibration",
    DemandKind.WET_OR_SOILED: "Wet or soiled hands",
    DemandKind.SHARP_OR_MOVING: "Sharp or moving parts",
    DemandKind.PALM_WEIGHT_BEARING: "Weight on the palm",
    DemandKind.REACHING_OVERHEAD: "Reaching overhead",
    DemandKind.REACHING_FORWARD: "Reaching forward",
}

STRENGTH_KINDS: Final = frozenset(
    {DemandKind.POWER_GRIP, DemandKind.TIP_PINCH, DemandKind.KEY_PINCH, DemandKind.PALMAR_PINCH}
)
"""Kinds whose amount is a force that a dynamometer or pinch gauge measures on the same hand."""

FORCE_KINDS: Final = STRENGTH_KINDS | {DemandKind.PUSHING, DemandKind.PULLING}
"""Kinds whose `lb` or `kg` can only be a force."""

LOAD_KINDS: Final = frozenset({DemandKind.LIFTING, DemandKind.CARRYING})
"""Kinds whose `lb` or `kg` can only be a mass."""

LASTING: Final = frozenset(
    {
        DemandKind.KEYBOARDING,
        DemandKind.MOUSING,
        DemandKind.TOUCHSCREEN,
        DemandKind.HANDWRITING,
        DemandKind.HAND_ARM_VIBRATION,
        DemandKind.CONTACT_STRESS,
        DemandKind.COLD,
        DemandKind.HEAT,
        DemandKind.WET_OR_SOILED,
        DemandKind.SHARP_OR_MOVING,
        DemandKind.DRIVING,
    }
)
"""Kinds that are told by their hours; nobody counts their repetitions."""

WITHOUT_AMOUNT: Final = frozenset(
    {DemandKind.COLD, DemandKind.HEAT, DemandKind.WET_OR_SOILED, DemandKind.SHARP_OR_MOVING}
)
"""Kinds that are there or not: no force, weight, torque, angle or acceleration measures them."""

POSTURE_KINDS: Final = frozenset(
    {
        DemandKind.WRIST_FLEXION,
        DemandKind.WRIST_EXTENSION,
        DemandKind.WRIST_DEVIATION,
        DemandKind.FOREARM_ROTATION,
        DemandKind.ELBOW_FLEXION,
    }
)
"""Kinds whose amount is a joint angle."""


class Hand(StrEnum):
    """Which hand a demand falls on. `each`: both, each carries the full amount. `both`: shared."""

    LEFT = "left"
    RIGHT = "right"
    EACH = "each"
    BOTH = "both"
    EITHER = "either"
    DOMINANT = "dominant"
    NON_DOMINANT = "non_dominant"

    @property
    def label(self) -> str:
        """The hand as a person reads it."""
        return _HAND_LABELS[self]

    def label_of(self, kind: DemandKind) -> str:
        """Name the hand as it reads beside a demand: vibration reaches each hand whole, nothing halves it."""
        shares = not (self is Hand.BOTH and kind is DemandKind.HAND_ARM_VIBRATION)
        return self.label if shares else "Both"


_HAND_LABELS: Final = {
    Hand.LEFT: "Left",
    Hand.RIGHT: "Right",
    Hand.EACH: "Each hand",
    Hand.BOTH: "Both, shared",
    Hand.EITHER: "Either",
    Hand.DOMINANT: "Dominant",
    Hand.NON_DOMINANT: "Non-dominant",
}


class Quality(StrEnum):
    """How an amount is known, best first."""

    MEASURED = "measured"
    FORCE_MATCHED = "force_matched"
    OBSERVED = "observed"
    STATED = "stated"
    OCCUPATION_DATA = "occupation_data"

    @property
    def label(self) -> str:
        """The quality as a person reads it."""
        return self.value.replace("_", "-" if self is Quality.FORCE_MATCHED else " ").capitalize()
