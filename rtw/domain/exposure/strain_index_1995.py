"""Strain Index of 1995 (Moore and Garg): six ratings, six multipliers, one product.

Older than the Revised Strain Index, and coarser: each input falls into one of five classes.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import prod
from typing import Annotated, Final

from rtw.domain.exposure.model import HEALTHY, ExposureModel
from rtw.domain.exposure.quantity import Quantity
from rtw.domain.exposure.rsi import AgainstThresholds
from rtw.domain.figure import Figure
from rtw.domain.published import Lookup
from rtw.domain.soundness import (
    all_positive,
    columns_are,
    first_column_is,
    positive,
    require,
    rising,
    steps_from,
)


class WristPosture(StrEnum):
    """Posture of hand and wrist as an observer rates it, best first."""

    VERY_GOOD = "very_good"
    GOOD = "good"
    FAIR = "fair"
    BAD = "bad"
    VERY_BAD = "very_bad"


class WorkSpeed(StrEnum):
    """Speed of work as an observer rates it, slowest first."""

    VERY_SLOW = "very_slow"
    SLOW = "slow"
    FAIR = "fair"
    FAST = "fast"
    VERY_FAST = "very_fast"


@dataclass(frozen=True, slots=True)
class StrainIndexCoefficients:
    """The six tables. Where score sheets differ about the edge of a class, `disputed_…` is that edge."""

    intensity: Lookup
    duration: Lookup
    efforts: Lookup
    posture: Lookup
    speed: Lookup
    hours: Lookup
    efforts_when_static: Figure
    disputed_percent: Figure
    disputed_short_day: Figure
    disputed_long_day: Figure
    probably_safe_below: Figure
    cut: Figure
    probably_hazardous_above: Figure

    def __post_init__(self) -> None:
        """Refuse a table without all five classes, an edge that divides none, and cuts out of order."""
        for name in _RATED:
            columns_are(self, name, ("rating", "multiplier"))
            first_column_is(self, name, range(1, _CLASSES + 1))
        for name, begins in _MEASURED.items():
            columns_are(self, name, (begins, "multiplier"))
            steps_from(self, name, 0.0, _CLASSES)
        for name in (*_RATED, *_MEASURED):
            all_positive(self, name, "multiplier")
        for edge, name in _EDGES.items():
            value, table = getattr(self, edge).value, getattr(self, name)
            holds = value in table.column(table.columns[0])
            require(edge, f"{value:g} is the edge of no class of {name!r}", holds=holds)
        positive(self, "efforts_when_static", "probably_safe_below")
        rising(self, "probably_safe_below", "cut", "probably_hazardous_above")


_CLASSES: Final = 5
_RATED: Final = ("intensity", "posture", "speed")
_MEASURED: Final = {"duration": "from_percent", "efforts": "from_per_minute", "hours": "from_hours"}
_EDGES: Final = {"disputed_percent": "duration", "disputed_short_day": "hours", "disputed_long_day": "hours"}


@dataclass(frozen=True, slots=True)
class StrainIndexInputs:
    """One job of one hand, as rated by an observer."""

    intensity_rating: Annotated[
        int,
        Quantity(
            "Intensity of exertion: 1 light, 2 somewhat hard, 3 hard, 4 very hard, 5 near maximal",
            at_least=1,
            at_most=5,
        ),
    ]
    percent_of_cycle: Annotated[
        float, Quantity("Time under exertion, of the cycle", "%", at_least=0, at_most=100)
    ]
    efforts_per_minute: Annotated[float, Quantity("Efforts a minute", "/min", at_least=0)]
    posture: WristPosture
    speed: WorkSpeed
    hours_per_day: Annotated[float, Quantity("Hours a day", "h", above=0, at_most=24)]


@dataclass(frozen=True, slots=True)
class StrainIndexResult:
    """The index, its six multipliers in the order of the formula, and each threshold in use."""

    strain_index: float
    ie: float
    de: float
    em: float
    hwp: float
    sw: float
    dd: float
    thresholds: tuple[AgainstThresholds, ...]


def compute(inputs: StrainIndexInputs, c: StrainIndexCoefficients) -> StrainIndexResult:
    """Compute the index."""
    multipliers = (
        _of_class(inputs.intensity_rating, c.intensity),
        _of_class(inputs.percent_of_cycle, c.duration),
        _efforts(inputs, c),
        _of_class(_rating(inputs.posture), c.posture),
        _of_class(_rating(inputs.speed), c.speed),
        _of_class(inputs.hours_per_day, c.hours),
    )
    index = prod(multipliers)
    return StrainIndexResult(index, *multipliers, _thresholds(index, c))


def _of_class(given: float, table: Lookup) -> float:
    """Take the last row that begins at or below `given`; its multiplier is the second column."""
    return [multiplier for begins, multiplier in table.rows if begins <= given][-1]


def _rating(named: WristPosture | WorkSpeed) -> int:
    return list(type(named)).index(named) + 1


def _efforts(inputs: StrainIndexInputs, c: StrainIndexCoefficients) -> float:
    """Give the multiplier of efforts; an effort that never ends counts as the most frequent."""
    if inputs.percent_of_cycle >= 100.0:
        return c.efforts_when_static.value
    return _of_class(inputs.efforts_per_minute, c.efforts)


def _thresholds(index: float, c: StrainIndexCoefficients) -> tuple[AgainstThresholds, ...]:
    quoted = (c.probably_safe_below, c.cut, c.probably_hazardous_above)
    return tuple(AgainstThresholds(f.value, index > f.value, f.source, f.verified.value) for f in quoted)


def warnings(inputs: StrainIndexInputs, c: StrainIndexCoefficients) -> tuple[str, ...]:
    """Warn where score sheets differ about the class, and say the index by the other reading."""
    given = (
        ("percent_of_cycle", inputs.percent_of_cycle, c.disputed_percent),
        ("hours_per_day", inputs.hours_per_day, c.disputed_short_day),
        ("hours_per_day", inputs.hours_per_day, c.disputed_long_day),
    )
    edges = tuple(_on_edge(name, inputs, c) for name, value, edge in given if value == edge.value)
    static = "The effort never ends: efforts count as the most frequent, a rule whose source was not read."
    return (*edges, *((static,) if inputs.percent_of_cycle >= 100.0 else ()))


def _on_edge(name: str, inputs: StrainIndexInputs, c: StrainIndexCoefficients) -> str:
    edge = getattr(inputs, name)
    other = compute(replace(inputs, **{name: edge * (1.0 - 1e-9)}), c).strain_index
    return (
        f"{name} {edge:g}: score sheets differ about the class this edge belongs to. The higher is taken; "
        f"by the lower the index is {other:g}."
    )


MODEL = ExposureModel(
    name="strain_index_1995",
    title="Strain Index of 1995",
    unit="1",
    inputs=StrainIndexInputs,
    coefficients=StrainIndexCoefficients,
    result=StrainIndexResult,
    compute=compute,
    warnings=warnings,
    formula="SI = intensity × duration × efforts × posture × speed × hours multiplier",
    validated_on=(
        "Industrial jobs with and without disorders (mean index 29 and 2.3 in one comparison). " + HEALTHY
    ),
    not_for=(
        "Adding light efforts can lower the index of a job, since classes are few: a known flaw.",
        "Sources differ about the cut: 3 and 7, or 5 alone.",
    ),
)
