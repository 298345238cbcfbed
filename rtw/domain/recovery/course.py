"""One strength of one operated hand: what was measured, and what may be expected of it on a day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.operation import Operation
from rtw.domain.assessment.taken_trials import new_trials
from rtw.domain.hands import Side
from rtw.domain.measures.followed import TEST_OF
from rtw.domain.recovery.forecast import Expected, Measured, expected
from rtw.domain.recovery.model import MeasureError, RecoveryModel
from rtw.domain.recovery.prior import RecoveryPrior


@dataclass(frozen=True, slots=True)
class StrengthCourse:
    """A strength of the operated hand over the weeks, in newton. `measured` ascends in time, as `days` do.

    What was measured before operation counts only where a course since then is published.
    """

    kind: DemandKind
    side: Side
    operated_on: date
    prior: RecoveryPrior
    error: MeasureError
    measured: tuple[Measured, ...]
    days: tuple[date, ...]

    def week(self, on: date) -> float:
        """Weeks from operation to a day; a day before it counts as the day itself."""
        return max(0.0, (on - self.operated_on).days / 7.0)

    @property
    def used(self) -> tuple[Measured, ...]:
        """The measurements that tell of this hand's course."""
        return tuple(m for m in self.measured if m.week is not None or self.prior.counts_before)

    @property
    def last(self) -> Measured | None:
        """The newest measurement since the operation."""
        return next((m for m in reversed(self.measured) if m.week is not None), None)

    def expected(self, weeks: Sequence[float]) -> tuple[Expected, ...]:
        """Give the band at weeks since operation; empty where nothing says how strong the hand is."""
        return expected(self.prior, self.used, weeks)

    def lower_share(self, measured_on: date, on: date) -> float:
        """Lower edge of the 80 % band on a day as a share of what was measured on `measured_on`.

        1.0 where no course is published: then today's measurement stands until the next one.
        """
        known = tuple(m for m in self.used if m.week is None or m.week <= self.week(measured_on))
        last = known[-1] if known else None
        if not self.prior.has_evidence or last is None or last.week is None:
            return 1.0
        return _lower(self.prior, known, self.week(on)) / last.value


def strength_courses(
    operation: Operation, visits: Sequence[Assessment], model: RecoveryModel
) -> tuple[StrengthCourse, ...]:
    """Follow every strength of the operated hand; without the day of operation there is none."""
    return tuple(_courses(operation, sorted(visits, key=lambda visit: visit.on), model))


def _courses(
    operation: Operation, visits: Sequence[Assessment], model: RecoveryModel
) -> Iterator[StrengthCourse]:
    for kind in TEST_OF:
        prior, error = model.prior(operation.procedure, kind.value), model.error(kind.value)
        if operation.on is not None and prior is not None and error is not None:
            found = tuple(_measured(kind, operation.side, operation.on, visits, error))
            measured, days = tuple(m for _, m in found), tuple(on for on, _ in found)
            yield StrengthCourse(kind, operation.side, operation.on, prior, error, measured, days)


def _measured(
    kind: DemandKind, side: Side, operated_on: date, visits: Sequence[Assessment], error: MeasureError
) -> Iterator[tuple[date, Measured]]:
    """Take each test once: a copied figure is no new one, and a hand that gave nothing has no ratio."""
    for visit in visits:
        trials = new_trials(visit, kind, side)
        if trials is None or not trials.mean_n:
            continue
        days = (visit.on - operated_on).days
        yield visit.on, Measured(days / 7.0 if days >= 0 else None, trials.mean_n, error.deviation)


# A plan asks the same few days for every task of a job.
@lru_cache(maxsize=1024)
def _lower(prior: RecoveryPrior, measured: tuple[Measured, ...], week: float) -> float:
    return expected(prior, measured, (week,))[0].lower_80
