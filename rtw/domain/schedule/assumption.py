"""Something a schedule reckons with though nobody stated it."""

from dataclasses import dataclass
from enum import StrEnum


class AssumptionKind(StrEnum):
    """What is taken for granted about hours."""

    SHARED_OUT = "shared_out"
    OVER_SHIFT = "over_shift"
    UNDER_SHIFT = "under_shift"
    ROUNDED = "rounded"


@dataclass(frozen=True, slots=True)
class Assumption:
    """What is reckoned with, the question to the employer that settles it, and the tasks it is about.

    No question (empty) where there is nothing to ask: whole half hours are the product's own convention.
    """

    kind: AssumptionKind
    words: str
    question: str
    tasks: tuple[str, ...]
