"""What the expectation of recovery takes for granted because no study gives it. Shown wherever it counts."""

from dataclasses import dataclass

from rtw.domain.figure import SourceId, Verified
from rtw.domain.scores.definition import ScoreId
from rtw.domain.why import Input, Origin


@dataclass(frozen=True, slots=True)
class StatedAssumption:
    """One number nobody has published, and why this one is taken. Never mixed with published figures.

    `source` is the product's own convention; `rests_on` names what makes it reasonable.
    """

    meaning: str
    value: float
    unit: str
    reason: str
    source: SourceId
    verified: Verified
    rests_on: str | None = None

    @property
    def as_input(self) -> Input:
        """The assumption as a why panel lists it."""
        unit = "" if self.unit == "1" else f" {self.unit}"
        return Input(self.meaning, f"{self.value:g}{unit}", Origin.ASSUMED, self.reason)


@dataclass(frozen=True, slots=True)
class StatedConfidence:
    """How sure a published detectable change of one score is meant to be, where its source says so."""

    measure: ScoreId
    confidence: float
    source: SourceId
    verified: Verified


@dataclass(frozen=True, slots=True)
class RecoveryAssumptions:
    """All of them, each saying in `meaning` what it is; beside them what sources say of their confidence."""

    patients_as_norms: StatedAssumption
    kept_per_doubling: StatedAssumption
    pinch_error_as_key: StatedAssumption
    important_as_detectable: StatedAssumption
    detectable_confidence: StatedAssumption
    score_spread: StatedAssumption
    score_kept: StatedAssumption
    desk_share: StatedAssumption
    stated_confidence: tuple[StatedConfidence, ...] = ()

    def __post_init__(self) -> None:
        """Refuse shares outside 0 to 1, and a correlation that keeps all or nothing."""
        for share in (self.kept_per_doubling, self.detectable_confidence, self.score_kept, self.desk_share):
            if not 0.0 < share.value < 1.0:
                raise ValueError(f"{share.meaning}: {share.value:g} is no share between 0 and 1")

    def confidence(self, measure: str) -> float:
        """How sure the detectable change of a measure is meant to be."""
        stated = (each.confidence for each in self.stated_confidence if each.measure == measure)
        return next(stated, self.detectable_confidence.value)

    @property
    def of_strength(self) -> tuple[StatedAssumption, ...]:
        """What the band of a strength takes for granted."""
        return self.patients_as_norms, self.kept_per_doubling

    @property
    def of_score(self) -> tuple[StatedAssumption, ...]:
        """What the band of a score takes for granted."""
        return self.score_spread, self.score_kept, self.kept_per_doubling
