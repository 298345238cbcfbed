"""What happens after operation: protocols, recovery, days to work."""

from dataclasses import dataclass
from enum import StrEnum

from rtw.domain.assessment.operation import Procedure
from rtw.domain.figure import SourceId, Verified


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


@dataclass(frozen=True, slots=True)
class RecoveryFigure:
    """What one cohort reached at one time after operation (or start of treatment).

    `band_week` is the week at which the figure enters the band of expected recovery; None: not at all.
    """

    cohort: Cohort
    measure: str
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
        """Refuse a figure in the band that is not a share of the strength before operation."""
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
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a row without any number of days."""
        if self.days is None and (self.low is None or self.high is None):
            raise ValueError("a number of days, or its low and high, is needed")


@dataclass(frozen=True, slots=True)
class ReturnPredictor:
    """What was found to hasten or delay the return to work."""

    factor: str
    effect: str
    verified: Verified
    source: SourceId
