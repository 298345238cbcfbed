"""What is known of the measures themselves, and of classes of work."""

from dataclasses import dataclass

from rtw.domain.exposure.strength_classes import StrengthClass as ClassName
from rtw.domain.figure import SourceId, Verified


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
    name: ClassName
    occasional_lb: float | None
    frequent_lb: float | None
    constant_lb: float | None
    verified: Verified
    source: SourceId
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse loads below zero, and a heavier load the more often it comes."""
        loads = [v for v in (self.occasional_lb, self.frequent_lb, self.constant_lb) if v is not None]
        if any(load <= 0 for load in loads) or loads != sorted(loads, reverse=True):
            raise ValueError("loads lie above zero and fall from occasionally to constantly")
