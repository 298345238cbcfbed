"""Coefficients of formulas and rules: figures with names."""

from dataclasses import dataclass, field

from job_profiles.kinds import DemandKind
from rtw.domain.capacity import Sensation
from rtw.domain.figure import Figure, SourceId, Verified


@dataclass(frozen=True, slots=True)
class BreakFigures:
    """Supplementary breaks as one trial gave them."""

    minutes: Figure = field(metadata={"unit": "min"})
    after_minutes: Figure = field(metadata={"unit": "min"})


@dataclass(frozen=True, slots=True)
class PainFigures:
    """Bounds of the pain rule on the 0 to 10 scale: up to `safe`, up to `acceptable`, beyond."""

    safe: Figure = field(metadata={"unit": "points (0-10)"})
    acceptable: Figure = field(metadata={"unit": "points (0-10)"})
    settles_within_minutes: Figure = field(metadata={"unit": "min"})


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


@dataclass(frozen=True, slots=True)
class FeelingGate:
    """Work that needs feeling: fit from one grade of touch on, doubtful from another, else not at all."""

    kind: DemandKind
    within_from: Sensation
    marginal_from: Sensation
    source: SourceId
    verified: Verified
    note: str

    def __post_init__(self) -> None:
        """Refuse grades that run backwards."""
        if self.marginal_from > self.within_from:
            raise ValueError("marginal_from must not lie above within_from")


@dataclass(frozen=True, slots=True)
class SkinGate:
    """Work that needs closed skin. `sufficient`: with closed skin nothing more has to be known."""

    kind: DemandKind
    sufficient: bool
    source: SourceId
    verified: Verified
    note: str


@dataclass(frozen=True, slots=True)
class GateRules:
    """Everything that is not a matter of amount."""

    feeling: tuple[FeelingGate, ...]
    skin: tuple[SkinGate, ...]
