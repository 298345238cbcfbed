"""Exercises with their published doses, and therapy putty: what a home programme is put together from."""

from dataclasses import dataclass
from enum import StrEnum

from rtw.domain.assessment.operation import Procedure
from rtw.domain.figure import SourceId, Verified


class ExerciseAim(StrEnum):
    """What an exercise is for."""

    TENDON_GLIDE = "tendon_glide"
    NERVE_GLIDE = "nerve_glide"
    STRETCH = "stretch"
    STRENGTH = "strength"
    SCAR = "scar"
    DESENSITISATION = "desensitisation"
    SENSORY_RE_EDUCATION = "sensory_re_education"
    DEXTERITY = "dexterity"
    WORK_TOLERANCE = "work_tolerance"

    @property
    def label(self) -> str:
        """The aim as a person reads it."""
        return {
            "sensory_re_education": "Sensory re-education",
            "work_tolerance": "Work tolerance",
        }.get(self.value, self.value.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class Span:
    """From `low` to `high`, both included; equal where one number is published."""

    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards or holds nothing."""
        if self.low > self.high:
            raise ValueError(f"{self.low:g} to {self.high:g} runs backwards")
        if self.high <= 0 or self.low < 0:
            raise ValueError("a dose lies above zero")


@dataclass(frozen=True, slots=True)
class Dose:
    """One published dose. What the source does not say is None; sources that disagree are separate doses."""

    text: str
    source: SourceId
    verified: Verified
    repetitions: Span | None = None
    sets: Span | None = None
    hold_s: Span | None = None
    minutes: Span | None = None
    times_per_day: Span | None = None
    weeks: Span | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ExerciseStart:
    """When a source begins with an exercise: at `from_week`, or (None) at the sign `text` names.

    `procedure` None: whatever was done.
    """

    text: str
    source: SourceId
    verified: Verified
    procedure: Procedure | None = None
    from_week: float | None = None

    def __post_init__(self) -> None:
        """Refuse a week before the operation."""
        if self.from_week is not None and self.from_week < 0:
            raise ValueError("an exercise starts on the day of operation or later")


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise of the home programme. `stop` says when to stop or ease, `progress` when to go on."""

    id: str
    name: str
    aim: ExerciseAim
    purpose: str
    doses: tuple[Dose, ...]
    starts: tuple[ExerciseStart, ...]
    stop: str | None = None
    progress: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse an exercise without a dose or without a start: nobody could give it."""
        if not self.doses or not self.starts:
            raise ValueError(f"{self.id!r} needs a dose and a start")


class Resistance(StrEnum):
    """How firm therapy putty is, softest first."""

    XX_SOFT = "xx_soft"
    X_SOFT = "x_soft"
    SOFT = "soft"
    MEDIUM = "medium"
    FIRM = "firm"
    X_FIRM = "x_firm"

    @property
    def label(self) -> str:
        """The resistance as it is printed on the tin."""
        grade, _, firmness = self.value.rpartition("_")
        return f"{grade.upper()}-{firmness}" if grade else firmness


@dataclass(frozen=True, slots=True)
class PuttyColour:
    """The colour one brand gives a resistance. `step` counts from the softest of that brand, from 1."""

    brand: str
    step: int
    resistance: Resistance
    colour: str
    verified: Verified
    source: SourceId
