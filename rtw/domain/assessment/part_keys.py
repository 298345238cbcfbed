"""Names of the single findings of a measure, by which the day of each is kept; and their words."""

from typing import Any, Final

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import PerceivedDifficulty, SafeLoad, StatedLimit, Tolerance
from rtw.domain.assessment.findings import Digit, GripAtRung, Motion, MotionFinding, Zone, ZoneSensation
from rtw.domain.hands import Side

GRIP_TRIALS: Final = "trials"
"""The trials of grip, taken together at one rung: their mean is the figure, so they are one finding."""

_BETWEEN: Final = "|"
_WORDS: Final = {
    "touch": "filament",
    "two_point": "two points",
    "bout": "at a stretch",
    "day": "a day",
    "both": "both hands",
    "thumb_abductor_mrc": "thumb abductor",
    "first_interosseous_mrc": "first interosseous",
    "wrist_circumference_cm": "wrist circumference",
    "": "whole job",
}


def part_words(key: str) -> str:
    """Write the key of a finding as a person reads it: `index, two points`."""
    return ", ".join(_WORDS.get(word, word.replace("_", " ")) for word in key.split(_BETWEEN))


def rung_part(rung: int | None) -> str:
    """Key of a point of the curve over the rungs."""
    return f"rung {rung or 'not written down'}"


def motion_part(motion: Motion, digit: Digit | None) -> str:
    """Key of one motion."""
    return motion.value if digit is None else f"{digit.value}{_BETWEEN}{motion.value}"


def touch_part(zone: Zone) -> str:
    """Key of the filament, or the grade, of one zone."""
    return f"{zone.value}{_BETWEEN}touch"


def two_point_part(zone: Zone) -> str:
    """Key of the two points of one zone."""
    return f"{zone.value}{_BETWEEN}two_point"


def load_part(kind: DemandKind, side: Side | None) -> str:
    """Key of what was done safely."""
    return f"{kind.value}{_BETWEEN}{side.value if side else 'both'}"


def bout_part(kind: DemandKind, side: Side | None) -> str:
    """Key of the minutes tolerated at a stretch."""
    return f"{load_part(kind, side)}{_BETWEEN}bout"


def day_part(kind: DemandKind, side: Side | None) -> str:
    """Key of the minutes tolerated in a day."""
    return f"{load_part(kind, side)}{_BETWEEN}day"


def difficulty_part(felt: PerceivedDifficulty) -> str:
    """Key of how hard the patient expects one demand to be."""
    return _BETWEEN.join((felt.task or "", load_part(felt.kind, felt.side)))


def limit_part(limit: StatedLimit) -> str:
    """Key of a limit: everything it says, for a limit changed in any of it is another one."""
    said = (
        limit.kind,
        limit.quantity,
        f"{limit.value:g}",
        limit.side,
        limit.since,
        limit.until,
        limit.reason,
    )
    return _BETWEEN.join("–" if each is None else str(each) for each in said)


def keys_of_item(item: Any, place: int) -> dict[str, tuple[str, ...]]:
    """Give the key of each finding of an item, with the fields that hold it."""
    match item:
        case GripAtRung():
            return {rung_part(item.rung) if place else GRIP_TRIALS: ("trials",)}
        case MotionFinding():
            return {motion_part(item.motion, item.digit): ("degrees",)}
        case ZoneSensation():
            fields = ("monofilament", "grade")
            return {touch_part(item.zone): fields, two_point_part(item.zone): ("two_point_mm",)}
        case Tolerance():
            at_stretch, in_day = (part(item.kind, item.side) for part in (bout_part, day_part))
            return {at_stretch: ("bout_min",), in_day: ("day_min",)}
        case SafeLoad():
            return {load_part(item.kind, item.side): ("entered", "unit")}
        case PerceivedDifficulty():
            return {difficulty_part(item): ("difficulty",)}
        case StatedLimit():
            return {limit_part(item): ("value",)}
        case _:
            raise TypeError(f"no finding: {item!r}")
