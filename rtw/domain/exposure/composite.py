"""Adding parts to a composite index: the strongest counts whole, each further one by what it adds.

Both composites of the Revised Strain Index follow one rule. With parts sorted by index, highest first, and
M the multiplier of the amount they share (efforts a minute, or hours a day):

    composite = index₁ + Σ index_i / M(a_i) × (M(a₁ + … + a_i) − M(a₁ + … + a_{i−1}))

Many groups are added at once, so that all jobs of an employer take one pass.
"""

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rtw.domain.exposure.model import Values

Groups = NDArray[np.int64]
"""The number of the group each part belongs to; any order, any numbers."""

Starts = NDArray[np.intp]
"""Where each group begins, ascending."""

ORDER: Final = (
    "More strain in one part can lower the whole: where it then comes before another part, the published "
    "rule adds the other differently. A known flaw of sorting by index; the published rule is kept."
)
"""A known flaw of the published rule."""


def composite(
    index: Values, amount: Values, group: Groups, multiplier: Callable[[Values], Values]
) -> tuple[Groups, Values]:
    """Give each group (ascending) and its composite index. All three arrays have one number per part.

    Of equal indices the one with the larger amount comes first: the NIOSH manual's rule for its composite,
    taken here too, as the strain indices have none and the sum would hang on the order parts were listed in.
    """
    order = np.lexsort((-amount, -index, group))
    starts = starts_of(group[order])
    return group[order][starts], composite_of_sorted(index[order], amount[order], starts, multiplier)


def composite_of_sorted(
    index: Values, amount: Values, starts: Starts, multiplier: Callable[[Values], Values]
) -> Values:
    """Give the composite of each group where parts stand by group, within it highest index first.

    An unknown part (NaN) leaves its group unknown, one beyond all bounds (infinity) beyond all bounds.
    """
    total = running(amount, starts)
    before = np.maximum(total - amount, 0.0)  # never the rounding below nothing that the difference leaves
    added = index * ((multiplier(total) - multiplier(before)) / multiplier(amount))
    added[starts] = index[starts]
    return np.add.reduceat(added, starts) if starts.size else added


def starts_of(group: Groups) -> Starts:
    """Find where each group begins in groups that stand together."""
    if not group.size:
        return np.empty(0, dtype=np.intp)
    return np.flatnonzero(np.concatenate(([True], group[1:] != group[:-1])))


def running(amount: Values, starts: Starts) -> Values:
    """Sum up `amount` within each group; `starts` are the places where groups begin."""
    total = np.cumsum(amount)
    before = (total - amount)[starts]
    return total - np.repeat(before, np.diff(np.append(starts, amount.size)))
