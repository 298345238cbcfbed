"""The closed lists of what may be said to an employer: a vocabulary of its own, on purpose.

Nothing here is taken from the clinical side, so that a word which may not leave has no way to be
written down. The mapping from the clinical words stands in one place, at the release.
"""

from enum import IntEnum, StrEnum
from typing import Final


class Language(StrEnum):
    """The language tag of a document."""

    ENGLISH = "en"


class ReleaseState(StrEnum):
    """Whether a document has been released. Anything not released says so on every page."""

    DRAFT = "draft"
    RELEASED = "released"


class WorkStatus(StrEnum):
    """What a person may do on a day."""

    FULL_DUTY = "full_duty"
    MODIFIED = "modified"
    NOT_SCHEDULED = "not_scheduled"
    RETURNING = "returning"

    @property
    def label(self) -> str:
        """The status as an employer reads it."""
        return {
            "full_duty": "Full duty",
            "modified": "At work, with the limits and hours in this plan",
            "not_scheduled": "No work is planned",
            "returning": "Not yet at work",
        }[self.value]


class Weekday(IntEnum):
    """A day of the week, Monday first."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6

    @property
    def label(self) -> str:
        """The name of the day."""
        return self.name.capitalize()

    @property
    def short(self) -> str:
        """The first three letters, as a table heading."""
        return self.label[:3]


class Hands(StrEnum):
    """Which hand a limit is for."""

    LEFT = "left"
    RIGHT = "right"
    TOGETHER = "together"

    @property
    def label(self) -> str:
        """The hand as an employer reads it."""
        return {"left": "Left hand", "right": "Right hand", "together": "Both hands together"}[self.value]


class Activity(StrEnum):
    """What a limit is about."""

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
        """The activity in words a supervisor uses."""
        return _ACTIVITY_LABELS[self]


_ACTIVITY_LABELS: Final = {
    Activity.KEYBOARDING: "Keyboard use",
    Activity.MOUSING: "Mouse use",
    Activity.TOUCHSCREEN: "Touchscreen use",
    Activity.HANDWRITING: "Writing by hand",
    Activity.FINE_MANIPULATION: "Fine work with the fingers",
    Activity.GROSS_HANDLING: "Handling and grasping objects",
    Activity.POWER_GRIP: "Gripping firmly with the whole hand",
    Activity.TIP_PINCH: "Pinching with the fingertips",
    Activity.KEY_PINCH: "Pinching as if turning a key",
    Activity.PALMAR_PINCH: "Pinching with thumb and two fingers",
    Activity.LIFTING: "Lifting",
    Activity.CARRYING: "Carrying",
    Activity.PUSHING: "Pushing",
    Activity.PULLING: "Pulling",
    Activity.REACHING_OVERHEAD: "Reaching above the shoulder",
    Activity.REACHING_FORWARD: "Reaching forward",
    Activity.WRIST_FLEXION: "Working with the wrist bent forward",
    Activity.WRIST_EXTENSION: "Working with the wrist bent back",
    Activity.WRIST_DEVIATION: "Working with the wrist bent sideways",
    Activity.FOREARM_ROTATION: "Turning the forearm, as with a screwdriver",
    Activity.ELBOW_FLEXION: "Working with the elbow bent",
    Activity.HAND_ARM_VIBRATION: "Vibrating tools or controls",
    Activity.CONTACT_STRESS: "Pressure of hard edges on the hand or elbow",
    Activity.HAND_IMPACT: "Striking with the hand",
    Activity.COLD: "Work in the cold, or with cold objects",
    Activity.HEAT: "Work near heat, or with hot objects",
    Activity.WET_OR_SOILED: "Work with wet or soiled hands",
    Activity.SHARP_OR_MOVING: "Sharp tools or moving machine parts",
    Activity.TOUCH_DISCRIMINATION: "Telling things apart by touch alone",
    Activity.PALM_WEIGHT_BEARING: "Leaning weight on the palm",
    Activity.CLIMBING: "Climbing",
    Activity.PERSON_HANDLING: "Moving or supporting people",
    Activity.TOOL_USE: "Use of hand or power tools",
    Activity.DRIVING: "Driving",
}


class Actor(StrEnum):
    """Who brings a change at work about."""

    EMPLOYER = "employer"
    SUPERVISOR = "supervisor"
    WORKER = "worker"
    CLINIC = "clinic"
    CASE_MANAGER = "case_manager"

    @property
    def label(self) -> str:
        """The actor as an employer reads it."""
        return self.value.replace("_", " ").capitalize()


class Progress(StrEnum):
    """How far a change at work has come."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    ORDERED = "ordered"
    IN_PLACE = "in_place"

    @property
    def label(self) -> str:
        """The progress as an employer reads it."""
        return self.value.replace("_", " ").capitalize()

    @property
    def is_done(self) -> bool:
        """Whether it is there, so that nothing is left to arrange."""
        return self is Progress.IN_PLACE


class Meanwhile(StrEnum):
    """What becomes of a task while this person does not do it."""

    LEFT = "left"
    COLLEAGUE = "colleague"


class IdentifierKind(StrEnum):
    """What a name or number identifies."""

    WORKER = "worker"
    REFERENCE = "reference"
    CLINIC = "clinic"
    ADDRESS = "address"
    CONTACT = "contact"
    PHONE = "phone"
    EMAIL = "email"
    RELEASED_BY = "released_by"
