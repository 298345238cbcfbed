"""What this patient can do now, per hand: strengths and limits, each with where it came from.

Capacity is what matching and scheduling read. It holds no diagnosis: an assessment (clinical) is
turned into it by `rtw.domain.assessed_capacity`.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from job_profiles.kinds import DemandKind
from rtw.domain.hands import Side


class Basis(StrEnum):
    """How a capacity is known."""

    MEASURED = "measured"
    DERIVED = "derived"
    CLINICIAN = "clinician"
    SURGEON = "surgeon"
    PATIENT = "patient"
    KNOWLEDGE = "knowledge"

    @property
    def label(self) -> str:
        """The basis as a person reads it."""
        return _BASIS_LABELS[self]


_BASIS_LABELS = {
    Basis.MEASURED: "measured",
    Basis.DERIVED: "derived from a measurement",
    Basis.CLINICIAN: "therapist's limit",
    Basis.SURGEON: "surgeon's restriction",
    Basis.PATIENT: "patient's report",
    Basis.KNOWLEDGE: "published rule",
}


CLINICIANS = frozenset({Basis.SURGEON, Basis.CLINICIAN})
"""Whose limits are set, with days of their own, rather than found."""


class Quantity(StrEnum):
    """What a limit counts; the value is in the unit the name carries."""

    FORCE_N = "force_n"
    LOAD_KG = "load_kg"
    HOURS_PER_DAY = "hours_per_day"
    BOUT_H = "bout_h"
    ANGLE_DEG = "angle_deg"
    EFFORTS_PER_MINUTE = "efforts_per_minute"
    AHV_M_S2 = "ahv_m_s2"
    A8_M_S2 = "a8_m_s2"
    TORQUE_N_M = "torque_n_m"
    PERMITTED = "permitted"


class Sensation(IntEnum):
    """Monofilament grade of the worst-feeling working zone; 5 normal, 0 untestable."""

    UNTESTABLE = 0
    DEEP_PRESSURE_ONLY = 1
    LOSS_OF_PROTECTIVE = 2
    DIMINISHED_PROTECTIVE = 3
    DIMINISHED_LIGHT_TOUCH = 4
    NORMAL = 5


class Wound(StrEnum):
    """State of the operated skin."""

    NONE = "none"
    OPEN = "open"
    SUTURES = "sutures"
    CLOSED = "closed"


NO_ERROR_KNOWN = "no error of measuring known"
"""What is said where an error would have to be nought, which no measurement has."""


@dataclass(frozen=True, slots=True)
class Strength:
    """Mean of the trials of one grip or pinch, in newton, with the error of measuring it.

    `error_n` is the half-width within which two measurements cannot be told apart; 0 where none is known.
    `until` is the last day the figure may be used; a copied-forward figure keeps its own date.
    """

    kind: DemandKind
    side: Side
    mean_n: float
    error_n: float
    measured_on: date
    until: date | None
    source: str

    @property
    def words(self) -> str:
        """The strength with its error, as a therapist reads them: `201 N ± 64 N`."""
        if not self.error_n:
            return f"{self.mean_n:.0f} N, {NO_ERROR_KNOWN}"
        return f"{self.mean_n:.0f} N ± {error_words(self.error_n)}"


def error_words(error_n: float) -> str:
    """Write an error in newton; a small one never reads as none."""
    return f"{error_n:.0f} N" if error_n >= 1.0 else f"{error_n:.1g} N"


@dataclass(frozen=True, slots=True)
class Limit:
    """At most `value` of `quantity` for one kind of demand. 0 is a limit and means "not at all".

    `side` None: the whole person, both hands together. `error` is the half-width of measurement
    error, in the same unit. `value_high` is set where the measurement gives two values and the demand
    may not say which applies (deviation to either side): what is available lies between the two. `origin` is
    the sentence shown ("surgeon's restriction of 2 March").
    `source` is an id in the knowledge base where a published rule or error stands behind it.
    """

    kind: DemandKind
    side: Side | None
    quantity: Quantity
    value: float
    basis: Basis
    origin: str
    error: float = 0.0
    since: date | None = None
    until: date | None = None
    source: str | None = None
    value_high: float | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the limit is in force on `day` (both ends included)."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class HandState:
    """What gates, rather than measures, the work of one hand. None: not examined."""

    side: Side
    sensation: Sensation | None = None
    wound: Wound | None = None


@dataclass(frozen=True, slots=True)
class StrengthHold:
    """No maximal grip or pinch with this hand yet. `until` None: the date is the surgeon's to give."""

    side: Side
    until: date | None
    reason: str
    source: str | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the hand must not be tested on `day` (it may be from the day `until` on)."""
        return self.until is None or day < self.until


@dataclass(frozen=True, slots=True)
class Capacity:
    """Everything known about what the patient can do on day `on`."""

    on: date
    dominant: Side | None
    strengths: tuple[Strength, ...] = ()
    limits: tuple[Limit, ...] = ()
    hands: tuple[HandState, ...] = ()
    holds: tuple[StrengthHold, ...] = ()

    def strength(self, kind: DemandKind, side: Side) -> Strength | None:
        """Return the usable strength of a hand on the capacity's own day, or None."""
        usable = (s for s in self.strengths if s.kind is kind and s.side is side)
        return next((s for s in usable if s.until is None or self.on <= s.until), None)

    def hold(self, side: Side) -> StrengthHold | None:
        """Return what forbids a maximal strength test of a hand on the capacity's own day, or None."""
        return next((h for h in self.holds if h.side is side and h.holds_on(self.on)), None)

    def state(self, side: Side) -> HandState:
        """Say what is known of a hand's feeling and skin."""
        return next((h for h in self.hands if h.side is side), HandState(side))
