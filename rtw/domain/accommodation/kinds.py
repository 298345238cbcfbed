"""The closed lists of accommodations: where they act, what they change, what stands against them."""

from enum import StrEnum
from typing import Final


class Category(StrEnum):
    """The part of work an accommodation changes."""

    WORKSTATION = "workstation"
    ADAPTIVE_TOOL = "adaptive_tool"
    TASK_CHANGE = "task_change"
    BREAKS = "breaks"
    ENVIRONMENT = "environment"
    TRAINING = "training"
    SCHEDULE = "schedule"

    @property
    def label(self) -> str:
        """The category as a person reads it."""
        return self.value.replace("_", " ").capitalize()


class CostBand(StrEnum):
    """What it costs the employer, in US dollars, as a band. A convention, not an estimate for a case."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    ONGOING = "ongoing"

    @property
    def label(self) -> str:
        """The band as a person reads it."""
        return {
            "none": "No cost",
            "low": "Under $100",
            "medium": "$100 to $1,000",
            "high": "Over $1,000",
            "ongoing": "A running cost",
        }[self.value]

    @property
    def rank(self) -> int:
        """Cheapest first; a running cost last."""
        return list(CostBand).index(self)


class Evidence(StrEnum):
    """The best evidence that the accommodation does what it is for, strongest first.

    `arithmetic` is not a study: what is taken away is not done, whoever counts it.
    """

    TRIAL = "trial"
    LAB_STUDY = "lab_study"
    ARITHMETIC = "arithmetic"
    SURVEY = "survey"
    CLINICAL_CONVENTION = "clinical_convention"
    NONE = "none"

    @property
    def label(self) -> str:
        """The evidence as a person reads it."""
        return {
            "trial": "Controlled trial at work",
            "lab_study": "Laboratory study",
            "arithmetic": "Follows by arithmetic",
            "survey": "Survey",
            "clinical_convention": "Clinical convention",
            "none": "No evidence found",
        }[self.value]

    @property
    def rank(self) -> int:
        """Strongest first."""
        return list(Evidence).index(self)


class Setting(StrEnum):
    """What is particular about a place of work."""

    SHARED_DESK = "shared_desk"
    MOBILE_WORK = "mobile_work"
    COLD = "cold"
    GLOVES_REQUIRED = "gloves_required"
    CUSTOMER_FACING = "customer_facing"
    STERILE = "sterile"
    VEHICLE = "vehicle"
    OPEN_PLAN = "open_plan"
    MACHINE_PACED = "machine_paced"
    LONE_WORK = "lone_work"
    WET = "wet"

    @property
    def label(self) -> str:
        """The setting as a person reads it."""
        return _SETTING_LABELS.get(self, self.value.replace("_", " ").capitalize())


_SETTING_LABELS: Final = {
    Setting.COLD: "Cold workplace",
    Setting.STERILE: "Sterile or hygienic area",
    Setting.OPEN_PLAN: "Open-plan office",
    Setting.MACHINE_PACED: "Paced by a machine",
    Setting.LONE_WORK: "Works alone",
    Setting.WET: "Wet workplace",
    Setting.CUSTOMER_FACING: "Facing customers",
}


class Circumstance(StrEnum):
    """What is particular about the worker (clinical; never leaves the clinic)."""

    OPEN_WOUND = "open_wound"
    REDUCED_SENSATION = "reduced_sensation"
    OTHER_HAND_AFFECTED = "other_hand_affected"
    NECK_PROBLEM = "neck_problem"
    SHOULDER_PROBLEM = "shoulder_problem"
    VOICE_PROBLEM = "voice_problem"
    THUMB_JOINT_PROBLEM = "thumb_joint_problem"
    TENDER_SCAR = "tender_scar"
    COLD_INTOLERANCE = "cold_intolerance"
    EYESIGHT_PROBLEM = "eyesight_problem"
    LEG_OR_FOOT_PROBLEM = "leg_or_foot_problem"

    @property
    def label(self) -> str:
        """The circumstance as a clinician reads it."""
        return self.value.replace("_", " ").capitalize()


class Aspect(StrEnum):
    """Which amount of a demand changes; each value is the name of the demand's field."""

    FORCE_N = "force_n"
    LOAD_KG = "load_kg"
    HOURS_PER_DAY = "hours_per_day"
    LONGEST_BOUT_H = "longest_bout_h"
    ANGLE_DEG = "angle_deg"
    EFFORTS_PER_MINUTE = "efforts_per_minute"
    SECONDS_PER_EFFORT = "seconds_per_effort"
    DUTY_CYCLE = "duty_cycle"
    AHV_M_S2 = "ahv_m_s2"
    TORQUE_N_M = "torque_n_m"

    @property
    def label(self) -> str:
        """The aspect as it stands in a sentence."""
        return _ASPECT_LABELS[self][0]

    @property
    def unit(self) -> str:
        """The unit its amounts are in."""
        return _ASPECT_LABELS[self][1]


_ASPECT_LABELS: Final = {
    Aspect.FORCE_N: ("force", "N"),
    Aspect.LOAD_KG: ("load", "kg"),
    Aspect.HOURS_PER_DAY: ("hours a day", "h"),
    Aspect.LONGEST_BOUT_H: ("longest stretch", "h"),
    Aspect.ANGLE_DEG: ("joint angle", "°"),
    Aspect.EFFORTS_PER_MINUTE: ("efforts a minute", "/min"),
    Aspect.SECONDS_PER_EFFORT: ("seconds an effort", "s"),
    Aspect.DUTY_CYCLE: ("share of time under effort", "share"),
    Aspect.AHV_M_S2: ("vibration", "m/s²"),
    Aspect.TORQUE_N_M: ("torque", "N·m"),
}


class Change(StrEnum):
    """What happens to the amount, or to the demand itself."""

    MULTIPLY = "multiply"
    ADD = "add"
    CAP = "cap"
    REMOVE = "remove"
    OTHER_HAND = "other_hand"
    BRINGS = "brings"

    @property
    def needs_amount(self) -> bool:
        """Whether the change is a number rather than an act."""
        return self in (Change.MULTIPLY, Change.ADD, Change.CAP)


class EffectBasis(StrEnum):
    """How the size of an effect is known."""

    PUBLISHED = "published"
    ARITHMETIC = "arithmetic"
    TO_BE_GIVEN = "to_be_given"
    NOT_KNOWN = "not_known"

    @property
    def label(self) -> str:
        """The basis as a person reads it."""
        return {
            "published": "published effect",
            "arithmetic": "arithmetic",
            "to_be_given": "you give the figure",
            "not_known": "effect not known",
        }[self.value]
