"""What is known of the measures themselves, and of classes of work."""

from dataclasses import dataclass

from rtw.domain.figure import SourceId, Verified


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
