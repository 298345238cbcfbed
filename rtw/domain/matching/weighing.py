"""One comparison on its way into a gap, and whether it settles its quantity."""

from dataclasses import dataclass

from rtw.domain.capacity import Quantity
from rtw.domain.gap import Comparison


@dataclass(frozen=True, slots=True)
class Weighing:
    """A comparison, and the quantities it settles.

    A published limit for healthy workers, or a two-handed limit for one hand, can say "too much" but
    never "allowed": then `settles` is empty.
    """

    comparison: Comparison
    settles: frozenset[Quantity]


NOTHING: frozenset[Quantity] = frozenset()
