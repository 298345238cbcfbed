"""What was found on one hand at one visit. Every figure may be missing: None or an empty tuple."""

from dataclasses import dataclass
from enum import StrEnum

from job_profiles.kinds import DemandKind
from rtw.domain.capacity import Sensation, Wound
from rtw.domain.hands import Side
from rtw.domain.measurement import Trials


class MuscleGrade(StrEnum):
    """A grade of muscle power between whole ones, as it was written: no number stands for it."""

    ONE_PLUS = "1+"
    TWO_MINUS = "2-"
    TWO_PLUS = "2+"
    THREE_MINUS = "3-"
    THREE_PLUS = "3+"
    FOUR_MINUS = "4-"
    FOUR_PLUS = "4+"
    FIVE_MINUS = "5-"


class Zone(StrEnum):
    """A zone of the palm side where feeling is tested."""

    THUMB = "thumb"
    INDEX = "index"
    MIDDLE = "middle"
    RING = "ring"
    LITTLE = "little"
    PALM = "palm"

    @property
    def label(self) -> str:
        """The zone as a person reads it."""
        return self.value.capitalize()


class Digit(StrEnum):
    """A finger, for motion of its joints."""

    THUMB = "thumb"
    INDEX = "index"
    MIDDLE = "middle"
    RING = "ring"
    LITTLE = "little"

    @property
    def label(self) -> str:
        """The digit as a person reads it."""
        return self.value.capitalize()


class Motion(StrEnum):
    """An active motion measured with a goniometer, in degrees from neutral."""

    ELBOW_FLEXION = "elbow_flexion"
    ELBOW_EXTENSION = "elbow_extension"
    PRONATION = "pronation"
    SUPINATION = "supination"
    WRIST_FLEXION = "wrist_flexion"
    WRIST_EXTENSION = "wrist_extension"
    RADIAL_DEVIATION = "radial_deviation"
    ULNAR_DEVIATION = "ulnar_deviation"
    THUMB_PALMAR_ABDUCTION = "thumb_palmar_abduction"
    THUMB_RADIAL_ABDUCTION = "thumb_radial_abduction"
    MP_FLEXION = "mp_flexion"
    MP_EXTENSION = "mp_extension"
    PIP_FLEXION = "pip_flexion"
    PIP_EXTENSION = "pip_extension"
    DIP_FLEXION = "dip_flexion"
    DIP_EXTENSION = "dip_extension"
    IP_FLEXION = "ip_flexion"
    IP_EXTENSION = "ip_extension"

    @property
    def label(self) -> str:
        """The motion as a therapist writes it."""
        words = self.value.split("_")
        first = words[0].upper() if words[0] in {"mp", "pip", "dip", "ip"} else words[0].capitalize()
        return " ".join([first, *words[1:]])


class Swelling(StrEnum):
    """Swelling by eye and hand."""

    NONE = "none"
    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"

    @property
    def label(self) -> str:
        """The word shown."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class GripAtRung:
    """Grip trials at one handle position (1 to 5) of the dynamometer; None where not written down."""

    trials: Trials
    rung: int | None = None


@dataclass(frozen=True, slots=True)
class MotionFinding:
    """One active motion in degrees. `digit` where the joint is a finger's or thumb's."""

    motion: Motion
    degrees: float
    digit: Digit | None = None


@dataclass(frozen=True, slots=True)
class ZoneSensation:
    """Feeling in one zone: thinnest filament felt by its number (2.83), or its grade, and two points (mm)."""

    zone: Zone
    monofilament: float | None = None
    grade: Sensation | None = None
    two_point_mm: float | None = None


@dataclass(frozen=True, slots=True)
class HandFindings:
    """Everything found on one hand. Muscle power by MRC, 0 to 5, tenderness 0 to 10, blocks in 60 seconds.

    `unaffected` is the therapist's statement that nothing limits this hand; it permits what is not
    measured by amount, and never stands for a strength that was not tested.
    """

    side: Side
    grip: tuple[GripAtRung, ...] = ()
    tip_pinch: Trials | None = None
    key_pinch: Trials | None = None
    palmar_pinch: Trials | None = None
    nine_hole_peg_s: float | None = None
    motion: tuple[MotionFinding, ...] = ()
    thumb_abductor_mrc: MuscleGrade | int | None = None
    first_interosseous_mrc: MuscleGrade | int | None = None
    sensation: tuple[ZoneSensation, ...] = ()
    swelling: Swelling | None = None
    wrist_circumference_cm: float | None = None
    wound: Wound | None = None
    scar_tenderness: float | None = None
    pillar_tenderness: float | None = None
    unaffected: bool = False
    box_and_block: float | None = None

    def strongest_grip(self) -> GripAtRung | None:
        """Return the rung with the highest mean: handles differ by hand size, so none is prescribed."""
        tested = [grip for grip in self.grip if grip.trials.entered]
        return max(tested, key=lambda grip: grip.trials.mean_n or 0.0, default=None)

    def trials(self, kind: DemandKind) -> Trials | None:
        """Return the trials of one strength (grip at its strongest rung); None where it was not tested."""
        grip = self.strongest_grip()
        by_kind = {
            DemandKind.POWER_GRIP: grip.trials if grip else None,
            DemandKind.TIP_PINCH: self.tip_pinch,
            DemandKind.KEY_PINCH: self.key_pinch,
            DemandKind.PALMAR_PINCH: self.palmar_pinch,
        }
        trials = by_kind.get(kind)
        return trials if trials and trials.entered else None

    def degrees(self, motion: Motion) -> float | None:
        """Active motion of elbow, forearm or wrist in degrees; None where not measured."""
        return next((found.degrees for found in self.motion if found.motion is motion), None)
