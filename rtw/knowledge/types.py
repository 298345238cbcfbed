"""The shapes of knowledge: what one row of a table or one entry of a file says."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rtw.domain.assessment.operation import Procedure, Sex
from rtw.domain.capacity import Sensation
from rtw.domain.figure import Figure, SourceId, Verified


@dataclass(frozen=True, slots=True)
class Source:
    """A publication. `document` is a number other than a DOI: a directive, a PMID, a report."""

    id: str
    citation: str
    doi: str | None = None
    document: str | None = None
    url: str | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a source that nobody could look up."""
        if self.doi is None and self.document is None and self.url is None:
            raise ValueError(f"source {self.id!r} needs a doi, a document number or a url")


class NormHand(StrEnum):
    """The hand a norm is for; some tables give the better hand only."""

    RIGHT = "right"
    LEFT = "left"
    DOMINANT = "dominant"
    NON_DOMINANT = "non_dominant"
    BEST = "best"


class HigherIs(StrEnum):
    """Which direction of a measure is the better one."""

    BETTER = "better"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Norm:
    """Mean and standard deviation of healthy people. `age_to` None: and older. Ages include both ends."""

    test: str
    sex: Sex
    hand: NormHand
    age_from: int
    age_to: int | None
    mean: float
    sd: float
    unit: str
    higher_is: HigherIs
    verified: Verified
    source: SourceId
    n: int | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse an age band or a spread that cannot be."""
        if self.age_to is not None and self.age_to < self.age_from:
            raise ValueError(f"age band {self.age_from} to {self.age_to} runs backwards")
        if self.sd <= 0 or self.mean <= 0:
            raise ValueError("mean and standard deviation are above zero")


@dataclass(frozen=True, slots=True)
class GripPercentiles:
    """Percentiles of grip of one sex and age band, in the unit given."""

    sex: Sex
    age_from: int
    age_to: int
    unit: str
    p5: float
    p10: float
    p20: float
    p30: float
    p40: float
    p50: float
    p60: float
    p70: float
    p80: float
    p90: float
    p95: float
    verified: Verified
    source: SourceId

    def __post_init__(self) -> None:
        """Refuse percentiles that do not rise."""
        steps = [value for _, value in self.points]
        if any(left >= right for left, right in pairwise(steps)):
            raise ValueError("percentiles must rise from left to right")

    @property
    def points(self) -> tuple[tuple[int, float], ...]:
        """Each percentile with its value, lowest first."""
        ranks = (5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95)
        return tuple((rank, float(getattr(self, f"p{rank}"))) for rank in ranks)


@dataclass(frozen=True, slots=True)
class MotionNorm:
    """Normal range of one motion, as one authority gives it."""

    joint: str
    motion: str
    degrees: float
    authority: str
    verified: Verified
    source: SourceId
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Filament:
    """One monofilament: its marking and the force at which it bends, in gram-force."""

    size: float
    force_gf: float
    verified: Verified
    source: SourceId


@dataclass(frozen=True, slots=True)
class TouchCategory:
    """A grade of touch and the filaments (inclusive) that are the lightest felt in it."""

    grade: Sensation
    name: str
    from_size: float | None
    to_size: float | None
    usual_colour: str
    verified: Verified
    source: SourceId


@dataclass(frozen=True, slots=True)
class TwoPointBand:
    """A band of static two-point discrimination at the fingertip, in millimetres (ends included)."""

    name: str
    from_mm: float | None
    to_mm: float | None
    verified: Verified
    source: SourceId
    note: str | None = None


@dataclass(frozen=True, slots=True)
class MeasurementProperty:
    """An error or threshold of a measure in one population. `low` equals `high` where one figure is given."""

    measure: str
    population: str
    statistic: str
    low: float
    high: float
    unit: str
    verified: Verified
    source: SourceId
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.low > self.high:
            raise ValueError(f"{self.low} to {self.high} runs backwards")


@dataclass(frozen=True, slots=True)
class EffortCaution:
    """What speaks against reading effort from a strength test. Shown, never turned into a label."""

    test: str
    rule: str
    criticism: str
    verified: Verified
    source: SourceId


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


@dataclass(frozen=True, slots=True)
class StrengthClass:
    """An occupational strength class: most pounds occasionally, frequently, constantly; None: negligible."""

    authority: str
    name: str
    occasional_lb: float | None
    frequent_lb: float | None
    constant_lb: float | None
    verified: Verified
    source: SourceId
    note: str | None = None


@dataclass(frozen=True, slots=True)
class MaeFigures:
    """Coefficients of maximum acceptable effort: 1 − (duty cycle − offset) ^ exponent."""

    exponent: Figure
    offset: Figure
    sparse_above: Figure
    rms_error: Figure


@dataclass(frozen=True, slots=True)
class VibrationFigures:
    """Daily action and limit value of hand-arm vibration, and the hours they are stated for."""

    action_value: Figure
    limit_value: Figure
    reference_hours: Figure


@dataclass(frozen=True, slots=True)
class BreakFigures:
    """Supplementary breaks as one trial gave them."""

    minutes: Figure
    after_minutes: Figure


@dataclass(frozen=True, slots=True)
class PainFigures:
    """Bounds of the pain rule on the 0 to 10 scale: up to `safe`, up to `acceptable`, beyond."""

    safe: Figure
    acceptable: Figure
    settles_within_minutes: Figure


@dataclass(frozen=True, slots=True)
class MonitoringRule:
    """A rule for watching symptoms or raising hours, in words, with the figures it rests on."""

    id: str
    name: str
    text: str
    source: SourceId
    verified: Verified
    figures: tuple[Figure, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class CostContext:
    """What accommodations cost employers in one dated survey: context, never an estimate for a case."""

    text: str
    figures: tuple[Figure, ...]
