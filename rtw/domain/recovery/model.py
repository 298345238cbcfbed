"""All that recovery is expected from: a prior per procedure and measure, and the error of each measure."""

from dataclasses import dataclass

from rtw.domain.assessment.operation import Procedure
from rtw.domain.figure import SourceId, Verified
from rtw.domain.recovery.assumption import RecoveryAssumptions
from rtw.domain.recovery.prior import RecoveryPrior


@dataclass(frozen=True, slots=True)
class MeasureError:
    """Standard error of measuring something, in newton or in points of a score, and where it is from.

    `change` is the published change it was worked out from, `confidence` how sure that change is meant to be.
    `borrowed_from` names another measure where none is published for this one. `is_stand_in`: not even a
    detectable change is published, and the smallest important one stands in for it.
    """

    measure: str
    deviation: float
    change: float
    confidence: float
    source: SourceId
    verified: Verified
    borrowed_from: str | None = None
    is_stand_in: bool = False


@dataclass(frozen=True, slots=True)
class NormSpread:
    """How far healthy people lie apart in a measure: median of SD / mean of `groups` of a norm table."""

    measure: str
    share: float
    groups: int
    source: SourceId
    verified: Verified


@dataclass(frozen=True, slots=True)
class ProcedurePrior:
    """What to expect of one measure after one procedure."""

    procedure: Procedure
    prior: RecoveryPrior


@dataclass(frozen=True, slots=True)
class RecoveryModel:
    """Priors with a published course, and one without for every strength, which only widens."""

    published: tuple[ProcedurePrior, ...]
    unpublished: tuple[RecoveryPrior, ...]
    errors: tuple[MeasureError, ...]
    norms: tuple[NormSpread, ...]
    assumptions: RecoveryAssumptions

    def prior(self, procedure: Procedure, measure: str) -> RecoveryPrior | None:
        """Find what is published, else the prior that knows of no course; None for a score without either."""
        own = (e.prior for e in self.published if e.procedure is procedure and e.prior.measure == measure)
        flat = (each for each in self.unpublished if each.measure == measure)
        return next(own, None) or next(flat, None)

    def error(self, measure: str) -> MeasureError | None:
        """Find the error of measuring; None where nothing is published and nothing borrowed."""
        return next((each for each in self.errors if each.measure == measure), None)
