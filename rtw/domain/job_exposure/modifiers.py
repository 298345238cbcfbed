"""What lowers the strength a hand has at work below what it had at the gauge: posture and glove.

Sources conflict and give no curve, so each is a range of the strength that is left, never one number.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from job_profiles.profile import Range
from rtw.domain.figure import Figure


class Circumstance(StrEnum):
    """When a modifier applies."""

    WRIST_FLEXED = "wrist_flexed"
    WRIST_EXTENDED_FAR = "wrist_extended_far"
    WRIST_DEVIATED = "wrist_deviated"
    FOREARM_TURNED = "forearm_turned"
    GLOVE = "glove"
    ANTI_VIBRATION_GLOVE = "anti_vibration_glove"

    @property
    def label(self) -> str:
        """The words shown."""
        return {
            "wrist_flexed": "wrist flexed",
            "wrist_extended_far": "wrist extended far",
            "wrist_deviated": "wrist deviated to one side",
            "forearm_turned": "forearm turned",
            "glove": "glove worn",
            "anti_vibration_glove": "anti-vibration glove worn",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Modifier:
    """One published loss of grip: `left` is the share of strength that stays, with its range."""

    id: str
    when: Circumstance
    left: Figure

    def __post_init__(self) -> None:
        """Refuse a share outside 0 to 1, or one without a range."""
        if self.left.low is None or self.left.high is None:
            raise ValueError("a modifier gives a range: low and high are missing")
        if not 0 < self.left.low <= self.left.high <= 1:
            raise ValueError("the share of strength that is left lies between 0 and 1")


@dataclass(frozen=True, slots=True)
class StrengthModifiers:
    """All modifiers, and from how many degrees on a wrist counts as extended far."""

    extended_far: Figure
    modifiers: tuple[Modifier, ...]

    def applying(self, circumstances: Iterable[Circumstance]) -> Iterator[Modifier]:
        """Give the modifiers of what applies, in the order of the file."""
        applies = frozenset(circumstances)
        return (modifier for modifier in self.modifiers if modifier.when in applies)


def strength_left(modifiers: Iterable[Modifier], possible: Iterable[Modifier] = ()) -> Range:
    """Give the share of strength left by all that applies: (1, 1) of nothing.

    Of several sources on one circumstance the whole span counts; different circumstances multiply. What only
    may apply, because the sheet is silent, lowers the low end and leaves the high one.
    """
    low, high = _span_of(modifiers)
    return low * _span_of(possible)[0], high


def _span_of(modifiers: Iterable[Modifier]) -> Range:
    by_circumstance: dict[Circumstance, list[Figure]] = {}
    for modifier in modifiers:
        by_circumstance.setdefault(modifier.when, []).append(modifier.left)
    low = high = 1.0
    for figures in by_circumstance.values():
        low *= min(figure.low or 0.0 for figure in figures)
        high *= max(figure.high or 1.0 for figure in figures)
    return low, high
