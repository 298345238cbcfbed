"""What happens after operation: protocols, recovery, days to work."""

from dataclasses import dataclass
from enum import StrEnum

from rtw.domain.assessment.operation import Procedure
from rtw.domain.figure import SourceId, Verified
from rtw.domain.recovery.days_to_work import ForJobs, Milestone, SpreadOf
from rtw.knowledge.types.sound_rows import require_people, require_rising


@dataclass(frozen=True, slots=True)
class StrengthGate:
    """When one source first allows resistance after a procedure.

    `weeks` None: no published week was found; only the surgeon's or therapist's own date opens it.
    """

    procedure: Procedure
    weeks: float | None
    what: str
    verified: Verified
    source: SourceId
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a week before the operation."""
        if self.weeks is not None and self.weeks < 0:
            raise ValueError("weeks do not lie below zero")


@dataclass(frozen=True, slots=True)
class ProtocolPhase:
    """One phase of a published protocol, in weeks after operation. A template: the surgeon's own rules."""

    procedure: Procedure
    phase: str
    from_week: float | None
    to_week: float | None
    content: str
    verified: Verified
    source: SourceId
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse weeks that run backwards."""
        if self.from_week is not None and self.to_week is not None and self.from_week > self.to_week:
            raise ValueError(f"weeks {self.from_week:g} to {self.to_week:g} run backwards")
        if any(week is not None and week < 0 for week in (self.from_week, self.to_week)):
            raise ValueError("weeks do not lie below zero")


class Cohort(StrEnum):
    """Whom a study followed: one procedure, or several that it did not keep apart."""

    OPEN_CARPAL_TUNNEL_RELEASE = "open_carpal_tunnel_release"
    MINI_OPEN_CARPAL_TUNNEL_RELEASE = "mini_open_carpal_tunnel_release"
    ENDOSCOPIC_CARPAL_TUNNEL_RELEASE = "endoscopic_carpal_tunnel_release"
    CARPAL_TUNNEL_RELEASE = "carpal_tunnel_release"
    CUBITAL_TUNNEL_IN_SITU = "cubital_tunnel_in_situ"
    CUBITAL_TUNNEL_ANY = "cubital_tunnel_any"
    ULNAR_SUBCUTANEOUS_TRANSPOSITION = "ulnar_subcutaneous_transposition"
    ULNAR_SUBMUSCULAR_TRANSPOSITION = "ulnar_submuscular_transposition"
    CONSERVATIVE = "conservative"

    @property
    def label(self) -> str:
        """The cohort as a person reads it."""
        return self.value.replace("_", " ").capitalize()

    @property
    def procedures(self) -> tuple[Procedure, ...]:
        """The procedures its figures speak of."""
        return _COHORT_PROCEDURES.get(self) or (Procedure(self.value),)


_COHORT_PROCEDURES = {
    Cohort.CARPAL_TUNNEL_RELEASE: (
        Procedure.OPEN_CARPAL_TUNNEL_RELEASE,
        Procedure.MINI_OPEN_CARPAL_TUNNEL_RELEASE,
        Procedure.ENDOSCOPIC_CARPAL_TUNNEL_RELEASE,
    ),
    Cohort.CUBITAL_TUNNEL_ANY: (
        Procedure.CUBITAL_TUNNEL_IN_SITU,
        Procedure.ULNAR_SUBCUTANEOUS_TRANSPOSITION,
        Procedure.ULNAR_SUBMUSCULAR_TRANSPOSITION,
    ),
}


class RecoveryMeasure(StrEnum):
    """What a cohort was followed by."""

    POWER_GRIP = "power_grip"
    KEY_PINCH = "key_pinch"
    TIP_PINCH = "tip_pinch"
    PALMAR_PINCH = "palmar_pinch"
    PINCH = "pinch"
    DEXTERITY = "dexterity"
    BCTQ_SYMPTOM = "bctq_symptom"
    BCTQ_FUNCTION = "bctq_function"
    CTQ_SYMPTOM = "ctq_symptom"
    MHQ = "mhq"
    MHQ_PAIN = "mhq_pain"
    NIGHT_SYMPTOMS = "night_symptoms"
    PILLAR_PAIN = "pillar_pain"
    SYMPTOMS = "symptoms"
    RELIEF = "relief"


@dataclass(frozen=True, slots=True)
class RecoveryFigure:
    """What one cohort reached at one time after operation (or start of treatment).

    `band_week` is the week at which the figure enters the band of expected recovery; None: not at all.
    """

    cohort: Cohort
    measure: RecoveryMeasure
    week: float
    value: float | None
    unit: str | None
    percent_of_preop: float | None
    n: int | None
    verified: Verified
    source: SourceId
    note: str | None = None
    band_week: float | None = None

    def __post_init__(self) -> None:
        """Refuse a figure in the band that is no share of the strength before, and one below zero."""
        if any(
            value is not None and value < 0 for value in (self.week, self.percent_of_preop, self.band_week)
        ):
            raise ValueError("weeks and shares do not lie below zero")
        require_people(self.n)
        if self.band_week is not None and not self.percent_of_preop:
            raise ValueError("a figure with a band_week needs its percent_of_preop")


@dataclass(frozen=True, slots=True)
class DaysToWork:
    """Days from operation to work, advised or observed, with its spread."""

    cohort: Cohort
    job_class: str
    kind: str
    days: float | None
    low: float | None
    high: float | None
    n: int | None
    verified: Verified
    source: SourceId
    jobs: ForJobs
    milestone: Milestone
    spread: SpreadOf
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a row without any number of days."""
        if self.days is None and (self.low is None or self.high is None):
            raise ValueError("a number of days, or its low and high, is needed")
        require_rising("low, days and high", self.low, self.days, self.high)
        if any(value is not None and value < 0 for value in (self.low, self.days, self.high)):
            raise ValueError("days do not lie below zero")
        require_people(self.n)


@dataclass(frozen=True, slots=True)
class ReturnPredictor:
    """What was found to hasten or delay the return to work.

    `odds_ratio`: of a delayed return, where the source gives one; other outcomes stand in `effect` only.
    """

    factor: str
    effect: str
    verified: Verified
    source: SourceId
    odds_ratio: float | None = None
