"""What the label of a row says beside the kind of demand: a hand, both hands, an amount."""

import re
from functools import lru_cache
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.by_unit import NOTHING, Place, Reading, by_dimension
from job_profiles.kinds import DemandKind, Hand
from job_profiles.problem import Severity
from job_profiles.units import Dimension
from job_profiles.vocabulary.kind_words import hand_in, kind_of, listed_parts
from job_profiles.vocabulary.words import fold


@lru_cache(maxsize=10_000)
def side_in(label: str) -> Hand | None:
    """Return the hand a label names beside the demand: `Gripping - right`."""
    side = hand_in(fold(label))[1]
    return side if side in {Hand.LEFT, Hand.RIGHT} else None


@lru_cache(maxsize=10_000)
def side_of(label: str, kind: DemandKind) -> Hand | None:
    """Return the hand that a label of several demands names for one of them (`Keyboard, mouse right`)."""
    for part in listed_parts(label):
        named = kind_of(part)
        if (side := side_in(part)) is not None and (named is None or kind in named.kinds):
            return side
    return None


@lru_cache(maxsize=10_000)
def both_in(label: str) -> bool:
    """Whether a label says beside the demand that both hands do it: `Grip (both hands)`."""
    return hand_in(fold(label))[1] is Hand.BOTH


AMOUNTS: Final = frozenset(
    {"force_n", "load_kg", "angle_deg", "ahv_m_s2", "torque_n_m", "unread", "percent_mvc"}
)
_AMOUNT_WITHIN: Final = re.compile(
    r"(?:(?:>=|<=|[<>≤≥]|\b(?:over|above|more than|at least|über|mehr als|mindestens|plus de|au moins|más de|"
    r"up to|under|less than|bis zu|unter|jusqu'à|moins de|hasta|menos de))\s*)?\d",
    re.IGNORECASE,
)
_TOLD_BY_LABEL: Final = frozenset(
    {Dimension.FORCE, Dimension.WEIGHT, Dimension.TORQUE, Dimension.ANGLE, Dimension.ACCELERATION}
)


@lru_cache(maxsize=10_000)
def amount_in(label: str, kind: DemandKind) -> Reading:
    """Return the amount that stands within a label: `Lifting 20 lb`."""
    first = _AMOUNT_WITHIN.search(label)
    amount = parse_amount(label[first.start() :].rstrip(") ")) if first else None
    if amount is None or amount.unit is None or amount.unit.dimension not in _TOLD_BY_LABEL:
        return NOTHING
    reading = by_dimension(amount, amount.unit, Place("amount", kind))
    return reading if not any(c.severity is Severity.ERROR for c in reading.complaints) else NOTHING
