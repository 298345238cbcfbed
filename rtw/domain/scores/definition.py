"""What a score is: how its items make it, when too many are missing, and what change of it counts.

Item texts belong to their authors and are not reproduced: an item is a number on a paper form.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from rtw.domain.figure import HigherIs, SourceId, Verified
from rtw.domain.measurement_property import MeasurementProperty, MeasureName
from rtw.domain.published import Constants


class ScoreId(StrEnum):
    """The scores the product knows."""

    PAIN_REST = "pain_rest"
    PAIN_WORK = "pain_work"
    BCTQ_SYMPTOM = "bctq_symptom"
    BCTQ_FUNCTION = "bctq_function"
    QUICKDASH = "quickdash"
    QUICKDASH_WORK = "quickdash_work"
    DASH = "dash"
    DASH_WORK = "dash_work"
    PRWE_PAIN = "prwe_pain"
    PRWE_FUNCTION = "prwe_function"
    PRWE = "prwe"
    MHQ_FUNCTION = "mhq_function"
    MHQ_DAILY = "mhq_daily"
    MHQ_WORK = "mhq_work"
    MHQ_PAIN = "mhq_pain"
    MHQ_LOOKS = "mhq_looks"
    MHQ_SATISFACTION = "mhq_satisfaction"
    MHQ = "mhq"
    OMPSQ_SHORT = "ompsq_short"
    RTW_SELF_EFFICACY = "rtw_self_efficacy"
    TSK_11 = "tsk_11"


PAIN_SCORES: Final = frozenset({ScoreId.PAIN_REST, ScoreId.PAIN_WORK})
"""Scores a visit holds in fields of their own: nothing is entered twice."""


class Combination(StrEnum):
    """How the parts of a score make the whole."""

    SUM = "sum"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class ItemScale:
    """The items of a score: how many, and the numbers each may have. `reversed`: counted from 1."""

    count: int
    low: int
    high: int
    source: SourceId
    verified: Verified
    reversed: tuple[int, ...] = ()
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a scale without items or that runs backwards, and reversed items that do not exist."""
        if self.count < 1 or self.low >= self.high:
            raise ValueError("items need a count above 0 and a scale that rises")
        if any(not 1 <= number <= self.count for number in self.reversed):
            raise ValueError(f"reversed items are numbered 1 to {self.count}")

    def scored(self, number: int, answer: int) -> int:
        """Turn an answer into what counts: a reversed item runs the other way."""
        return self.low + self.high - answer if number in self.reversed else answer


@dataclass(frozen=True, slots=True)
class MissingRule:
    """What is done when answers are missing. `min_answered` None: no official least number was found."""

    rule: str
    source: SourceId
    verified: Verified
    min_answered: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A score that is part of another one. `reversed`: it runs the other way and is turned first."""

    score: ScoreId
    reversed: bool = False

    def turned(self, definition: "ScoreDefinition", value: float) -> float:
        """Turn the value of the part, of which `definition` is the score, into what it adds."""
        return definition.low + definition.high - value if self.reversed else value


@dataclass(frozen=True, slots=True)
class JudgedBy:
    """Which measurement property a change of the score must exceed. `note`: why this one."""

    statistic: str
    population: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ScoreDefinition:
    """A score. With `items` it is (mean of the items − offset) × factor; with `parts` made of other scores.

    With neither it is entered as it was worked out on paper. `scoring.constants` are offset and factor.
    `measure` names it in the measurement properties. `judged_by` None: nothing says when change is real.
    """

    id: ScoreId
    questionnaire: str
    name: str
    about: str
    unit: str
    low: float
    high: float
    higher_is: HigherIs
    measure: MeasureName
    scoring: Constants
    missing: MissingRule
    rights: str
    items: ItemScale | None = None
    parts: tuple[Part, ...] = ()
    combination: Combination | None = None
    judged_by: JudgedBy | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse a score whose items cannot make its range, and one made in two ways at once."""
        if len(self.scoring.constants) != 2:
            raise ValueError("constants of a score are its offset and its factor")
        if self.low >= self.high:
            raise ValueError(f"the score runs from {self.low:g} to {self.high:g}, backwards")
        if self.items is not None and self.parts:
            raise ValueError("a score is made of items or of parts, not of both")
        if bool(self.parts) != (self.combination is not None):
            raise ValueError("parts and the way they are combined belong together")
        if self.items is not None:
            self._check_items(self.items)

    def _check_items(self, items: ItemScale) -> None:
        ends = (self.of_mean(items.low), self.of_mean(items.high))
        if any(abs(made - said) > 1e-9 for made, said in zip(ends, (self.low, self.high), strict=True)):
            raise ValueError(f"the items make {ends[0]:g} to {ends[1]:g}, not {self.low:g} to {self.high:g}")
        least = self.missing.min_answered
        if least is not None and not 1 <= least <= items.count:
            raise ValueError(f"min_answered lies between 1 and {items.count}")

    def of_mean(self, mean: float) -> float:
        """Turn the mean of the answered items into the score."""
        offset, factor = self.scoring.constants
        return (mean - offset) * factor

    def is_on_scale(self, value: float) -> bool:
        """Whether the score can have this value."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class ScoreRules:
    """All scores, in the order they are asked, and what is published of their error and change."""

    definitions: tuple[ScoreDefinition, ...]
    properties: tuple[MeasurementProperty, ...]

    def of(self, score: ScoreId) -> ScoreDefinition:
        """Find a score's definition."""
        return next(definition for definition in self.definitions if definition.id is score)

    def properties_of(self, score: ScoreId) -> tuple[MeasurementProperty, ...]:
        """List everything published of a score's error and change, disagreements and all."""
        measure = self.of(score).measure
        return tuple(found for found in self.properties if found.measure == measure)

    def threshold(self, score: ScoreId) -> MeasurementProperty | None:
        """Find what a change of the score must exceed; None where nothing is published."""
        chosen = self.of(score).judged_by
        if chosen is None:
            return None
        wanted = (chosen.statistic, chosen.population)
        return next(p for p in self.properties_of(score) if (p.statistic, p.population) == wanted)
