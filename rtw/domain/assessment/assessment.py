"""One visit: what the therapist measured, asked and decided. Clinical, never for an employer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from job_profiles.kinds import LOAD_KINDS, DemandKind
from rtw.domain.assessment.findings import HandFindings
from rtw.domain.capacity import Quantity
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit
from rtw.domain.scores.definition import ScoreId
from rtw.domain.scores.entry import ScoreEntry


class Measure(StrEnum):
    """A part of the assessment that is taken, copied forward and outdated as one."""

    GRIP = "grip"
    TIP_PINCH = "tip_pinch"
    KEY_PINCH = "key_pinch"
    PALMAR_PINCH = "palmar_pinch"
    NINE_HOLE_PEG = "nine_hole_peg"
    BOX_AND_BLOCK = "box_and_block"
    MOTION = "motion"
    MUSCLE_POWER = "muscle_power"
    SENSATION = "sensation"
    SWELLING = "swelling"
    UNAFFECTED = "unaffected"
    WOUND = "wound"
    TENDERNESS = "tenderness"
    NIGHT_WAKING = "night_waking"
    PAIN = "pain"
    TOLERANCES = "tolerances"
    SAFE_LOADS = "safe_loads"
    DIFFICULTY = "difficulty"
    THERAPIST_LIMITS = "therapist_limits"
    SURGEON_RESTRICTIONS = "surgeon_restrictions"

    @property
    def label(self) -> str:
        """The measure as a person reads it."""
        named = {"nine_hole_peg": "Nine-hole peg test", "box_and_block": "Box and block test"}
        return named.get(self.value, self.value.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class Tolerance:
    """Minutes of one activity the patient tolerates, at a stretch and in a day. `side` None: both hands."""

    kind: DemandKind
    side: Side | None = None
    bout_min: float | None = None
    day_min: float | None = None


@dataclass(frozen=True, slots=True)
class SafeLoad:
    """What was lifted, carried, pushed or pulled safely. `side` None: with both hands together."""

    kind: DemandKind
    entered: float
    unit: AmountUnit
    side: Side | None = None

    @property
    def quantity(self) -> Quantity:
        """A mass for lifting and carrying, a force for pushing and pulling."""
        return Quantity.LOAD_KG if self.kind in LOAD_KINDS else Quantity.FORCE_N

    @property
    def value(self) -> float:
        """The load in kg, or the force in newton, as `quantity` says."""
        is_mass = self.quantity is Quantity.LOAD_KG
        return self.entered * (self.unit.kilograms if is_mass else self.unit.newtons)


@dataclass(frozen=True, slots=True)
class StatedLimit:
    """A limit somebody set: at most `value`, where 0 means "not at all". Dates include both ends.

    For `Quantity.PERMITTED` 1 permits and 0 forbids. `side` None: the whole person.
    """

    kind: DemandKind
    quantity: Quantity
    value: float
    side: Side | None = None
    since: date | None = None
    until: date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class PerceivedDifficulty:
    """How hard the patient expects a demand to be: 0 no difficulty, 10 impossible.

    `task` None: wherever the demand occurs. `side` None: not told apart by hand.
    """

    kind: DemandKind
    difficulty: float
    side: Side | None = None
    task: str | None = None


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """A measure copied from an earlier visit: the day it was really taken, and its last usable day.

    `until` None: limits and restrictions keep their own dates and do not lapse by being old. `parts`: keys of
    the findings that were copied, where others of the measure are of another day; empty: all of it was.
    """

    measure: Measure
    side: Side | None
    measured_on: date
    until: date | None
    parts: tuple[str, ...] = ()

    def covers(self, part: str | None) -> bool:
        """Whether the mark is of this finding; None: of the measure as a whole."""
        return not self.parts or part in self.parts

    def expired_on(self, day: date) -> bool:
        """Whether the copied figures may no longer be used on `day`."""
        return self.until is not None and day > self.until


@dataclass(frozen=True, slots=True)
class Assessment:
    """One visit. Pain 0 to 10, night waking in nights a week (0 to 7). What is missing is None or empty."""

    on: date
    assessor: str
    hands: tuple[HandFindings, ...] = ()
    night_waking_per_week: float | None = None
    pain_rest: float | None = None
    pain_work: float | None = None
    tolerances: tuple[Tolerance, ...] = ()
    safe_loads: tuple[SafeLoad, ...] = ()
    therapist_limits: tuple[StatedLimit, ...] = ()
    surgeon_restrictions: tuple[StatedLimit, ...] = ()
    difficulties: tuple[PerceivedDifficulty, ...] = ()
    notes: str | None = None
    carried_over: tuple[CarriedOver, ...] = ()
    scores: tuple[ScoreEntry, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was entered: such a visit says nothing of the patient."""
        return self == Assessment(self.on, self.assessor, carried_over=self.carried_over)

    def hand(self, side: Side) -> HandFindings:
        """Return what was found on one hand; empty where it was not examined."""
        return next((hand for hand in self.hands if hand.side is side), HandFindings(side))

    def carried(self, measure: Measure, side: Side | None, part: str | None = None) -> CarriedOver | None:
        """Return the mark of a copied measure, or of one finding of it; None where it is of this visit.

        Without `part` the mark is of the whole measure: none where only some of its findings were copied.
        """
        return next((mark for mark in self.marks(measure, side) if mark.covers(part)), None)

    def marks(self, measure: Measure, side: Side | None) -> tuple[CarriedOver, ...]:
        """Return every mark of a measure: several where its findings were copied from different days."""
        return tuple(mark for mark in self.carried_over if mark.measure is measure and mark.side is side)

    def score(self, score: ScoreId) -> ScoreEntry:
        """Return what was entered of a score; empty where it was not taken."""
        return next((entry for entry in self.scores if entry.score is score), ScoreEntry(score))

    def taken_on(self, measure: Measure, side: Side | None, part: str | None = None) -> date:
        """Tell the day a measure, or one finding of it, was really taken."""
        mark = self.carried(measure, side, part)
        return mark.measured_on if mark else self.on
