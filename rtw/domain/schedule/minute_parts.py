"""Minutes of a dose as whole numbers: a minute is cut as finely as the tasks that use it need.

A half hour of which three quarters are typing holds 22.5 minutes. In whole minutes it would count 23, and
four of them would miss a limit of 90 minutes that they fit exactly.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, lcm

FINEST = 10_080
"""Most parts of a minute (convention: as fine as other doses, and divisible by 1 to 10, for usual shares)."""

_SLACK_MIN = 1e-9
"""Minutes by which a figure converted from hours may be off."""


@dataclass(frozen=True, slots=True)
class MinuteParts:
    """Parts of a minute, `per_minute` of them. Weights are rounded up to a part and caps down."""

    per_minute: int

    def used(self, minutes: float) -> int:
        """Give what is used, in parts."""
        return ceil((minutes - _SLACK_MIN) * self.per_minute)

    def allowed(self, minutes: float) -> int:
        """Give what is allowed, in parts."""
        return floor((minutes + _SLACK_MIN) * self.per_minute)


def parts_for(minutes: Iterable[float]) -> MinuteParts:
    """Cut a minute so that each of these is whole; into the finest parts where no coarser would do."""
    needed = lcm(*(Fraction(each).limit_denominator(FINEST).denominator for each in minutes))
    return MinuteParts(min(needed, FINEST))
