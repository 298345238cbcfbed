"""What published cohorts let one expect of a patient before anything was measured: a band over weeks.

Strengths are followed as logarithms of the strength before operation, so that shares and newton, kilogram
and pound all give the same answer. Scores are followed in their own points.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import exp, log, sqrt

from rtw.domain.figure import SourceId, Verified


class Scale(StrEnum):
    """How a measure is reckoned with: by ratios (strengths) or by differences in points (scores)."""

    RATIO = "ratio"
    POINTS = "points"

    def of(self, value: float) -> float:
        """Put a value on the scale. Raises ValueError for a strength that is not above 0."""
        return log(value) if self is Scale.RATIO else value

    def back(self, value: float) -> float:
        """Turn a figure of the scale into the unit of the measure."""
        return exp(value) if self is Scale.RATIO else value

    def error_of(self, error: float, value: float) -> float:
        """Put an error (one standard deviation, in the unit of `value`) on the scale."""
        return error / value if self is Scale.RATIO else error


@dataclass(frozen=True, slots=True)
class CohortPoint:
    """What one cohort reached at one week: a share of its strength before operation, or points of a score.

    `counted_at` is the week it is taken together with others at; None: shown and not reckoned with (not read
    in its source, or not comparable). `of_other_hand`: a share of the other hand's strength instead.
    """

    week: float
    value: float
    n: int | None
    source: SourceId
    verified: Verified
    cohort: str
    counted_at: float | None = None
    of_other_hand: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True)
class PriorNode:
    """The mean of all cohorts at a week, on the scale, and the variance that mean has itself."""

    week: float
    mean: float
    mean_variance: float


@dataclass(frozen=True, slots=True)
class Spread:
    """How far apart recoveries lie, on the scale, as standard deviations.

    `cohorts` is the scatter between published cohorts with its degrees of freedom, `patients` that of
    patients within one; `kept` is the share of a deviation left when the weeks since operation double.
    """

    cohorts: float
    degrees: int
    patients: float
    kept: float


@dataclass(frozen=True, slots=True)
class RecoveryPrior:
    """What to expect of one measure after one procedure.

    `nodes` ascend by week; empty where no course is published: then nothing but the patient's own
    measurements counts. `before` is the mean before operation on the scale, None: not known. `level` is how
    far patients lie apart before operation; None: nothing is assumed of it, as of a strength in newton. `low`
    and `high` are the ends of the measure, in its unit.
    """

    measure: str
    scale: Scale
    nodes: tuple[PriorNode, ...]
    spread: Spread
    points: tuple[CohortPoint, ...] = ()
    before: float | None = 0.0
    level: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def has_evidence(self) -> bool:
        """Whether a course over weeks is published."""
        return bool(self.nodes)

    @property
    def counts_before(self) -> bool:
        """Whether what was measured before operation tells of the course since: both ends must be known."""
        return self.has_evidence and self.before is not None

    @property
    def first_week(self) -> float | None:
        """The first week after operation of which anything published is known."""
        return self.nodes[0].week if self.nodes else None

    @property
    def last_week(self) -> float | None:
        """The last such week."""
        return self.nodes[-1].week if self.nodes else None

    def mean(self, week: float) -> float:
        """Return the figure expected at a week, on the scale: straight between nodes, level outside them."""
        return _between([(node.week, node.mean) for node in self.nodes], week)

    def deviation(self, week: float) -> float:
        """Give the standard deviation of a new patient about that mean, before anything is measured."""
        own = _between([(node.week, node.mean_variance) for node in self.nodes], week)
        return sqrt(self.spread.cohorts**2 + self.spread.patients**2 + own)


def prior_nodes(points: Sequence[CohortPoint], scale: Scale, spread: Spread) -> tuple[PriorNode, ...]:
    """Take the cohorts of each week together (random effects; unknown size counts as the least)."""
    smallest = min((point.n for point in points if point.n and point.counted_at is not None), default=1)
    weeks = sorted({point.counted_at for point in points if point.counted_at is not None})
    at = {week: [point for point in points if point.counted_at == week] for week in weeks}
    nodes = [_node(week, at[week], scale, spread, smallest) for week in weeks]
    return tuple(_never_falling(nodes) if scale is Scale.RATIO else nodes)


def _node(
    week: float, points: Sequence[CohortPoint], scale: Scale, spread: Spread, smallest: int
) -> PriorNode:
    weights = [1.0 / (spread.cohorts**2 + spread.patients**2 / (p.n or smallest)) for p in points]
    values = [scale.of(point.value) for point in points]
    mean = sum(w * v for w, v in zip(weights, values, strict=True)) / sum(weights)
    return PriorNode(week, mean, 1.0 / sum(weights))


def _never_falling(nodes: Sequence[PriorNode]) -> list[PriorNode]:
    """Level out where a later mean is lower (pool adjacent violators, by weight).

    Other cohorts were followed at that week: that tells of the spread between studies, not of hands that
    grew weaker.
    """
    pools: list[list[PriorNode]] = []
    for node in nodes:
        pools.append([node])
        while len(pools) > 1 and _pooled(pools[-2]) > _pooled(pools[-1]):
            pools[-2:] = [[*pools[-2], *pools[-1]]]
    return [PriorNode(n.week, _pooled(pool), n.mean_variance) for pool in pools for n in pool]


def _pooled(nodes: Sequence[PriorNode]) -> float:
    weights = [1.0 / node.mean_variance for node in nodes]
    return sum(w * node.mean for w, node in zip(weights, nodes, strict=True)) / sum(weights)


def scatter(groups: Iterable[Sequence[float]]) -> tuple[float, int]:
    """Pool the standard deviation within groups; beside it its degrees of freedom (0.0, 0 of none)."""
    squares, degrees = 0.0, 0
    for group in groups:
        centre = sum(group) / len(group) if group else 0.0
        squares += sum((value - centre) ** 2 for value in group)
        degrees += max(0, len(group) - 1)
    return (sqrt(squares / degrees), degrees) if degrees else (0.0, 0)


def _between(nodes: Sequence[tuple[float, float]], week: float) -> float:
    if not nodes:
        return 0.0
    if week <= nodes[0][0]:
        return nodes[0][1]
    for (week_a, a), (week_b, b) in pairwise(nodes):
        if week <= week_b:
            return a + (b - a) * (week - week_a) / (week_b - week_a)
    return nodes[-1][1]
