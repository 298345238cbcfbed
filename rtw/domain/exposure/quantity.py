"""What a number given to an exposure model means, and what it can possibly be."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from annotated_types import BaseMetadata, Ge, GroupedMetadata, Gt, Le, MinLen, Predicate

LARGEST: Final = 1e9
"""No amount of a day's work comes near it; squares and sums of what lies below it stay finite."""


def is_an_amount(number: float) -> bool:
    """Whether a number can stand for an amount at all: finite, and not beyond all measure."""
    return -LARGEST <= number <= LARGEST


@dataclass(frozen=True, slots=True)
class Quantity(GroupedMetadata):
    """Meaning, unit and hard bounds of an input; bounds of logic only, never a model's fitted range.

    The range a model was fitted on is literature and stands with its coefficients: leaving it warns,
    leaving these bounds is refused.
    """

    meaning: str
    unit: str = ""
    at_least: float | None = None
    above: float | None = None
    at_most: float | None = None
    least: int | None = None
    """Of a list: how many it holds at least."""

    def __iter__(self) -> Iterator[BaseMetadata]:
        """Give the bounds as plain metadata, which the reader of inputs enforces."""
        if self.least is None:
            yield Predicate(is_an_amount)
        if self.at_least is not None:
            yield Ge(self.at_least)
        if self.above is not None:
            yield Gt(self.above)
        if self.at_most is not None:
            yield Le(self.at_most)
        if self.least is not None:
            yield MinLen(self.least)


class ContradictionError(ValueError):
    """Inputs that are possible alone and impossible together. `field` is the one to look at first."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field


def full_cycle(efforts_per_minute: float, seconds_per_effort: float) -> float:
    """Give the duty cycle (share of time under effort). Raises ContradictionError over 100 %."""
    duty = efforts_per_minute * seconds_per_effort / 60.0
    if duty > 1.0 + 1e-9:
        raise ContradictionError(
            "efforts_per_minute",
            f"efforts_per_minute {efforts_per_minute:g} × seconds_per_effort {seconds_per_effort:g} "
            f"fill {duty:.0%} of the time; more than 100 % is impossible",
        )
    return duty
