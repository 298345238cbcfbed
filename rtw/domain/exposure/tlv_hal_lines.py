"""Both lines over the hand activity level, limit and action limit, in both editions."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from rtw.domain.exposure.model import Values
from rtw.domain.figure import Figure
from rtw.domain.published import Constants
from rtw.domain.soundness import counted, positive, ranged, require


class Edition(StrEnum):
    """The edition of the limits."""

    OF_2018 = "2018"
    OF_2001 = "2001"


@dataclass(frozen=True, slots=True)
class TlvHalCoefficients:
    """Limit and action limit of both editions, the scale of force, and what the limits were made for."""

    tlv_2018: Constants
    action_limit_2018: Constants
    tlv_2001: Constants
    action_limit_2001: Constants
    npf_per_percent: Figure
    counts_above_percent: Figure
    hours: Figure

    def __post_init__(self) -> None:
        """Refuse lines that rise or that lie the wrong way round, and hours without a range."""
        for name in ("tlv_2018", "action_limit_2018", "tlv_2001", "action_limit_2001"):
            counted(self, **{name: 2})
            holds = all(constant > 0 for constant in getattr(self, name).constants)
            require(name, "both constants lie above zero", holds=holds)
        for edition in Edition:
            tlv, action = self.lines(edition)
            name = f"action_limit_{edition.value}"
            holds = action.constants[0] < tlv.constants[0] and action.constants[1] <= tlv.constants[1]
            require(name, "the action limit lies below the limit", holds=holds)
        positive(self, "npf_per_percent", "counts_above_percent", "hours")
        ranged(self, "hours")

    def lines(self, edition: Edition) -> tuple[Constants, Constants]:
        """Give limit and action limit of an edition."""
        if edition is Edition.OF_2001:
            return self.tlv_2001, self.action_limit_2001
        return self.tlv_2018, self.action_limit_2018


def limit(hal: Values, line: Constants) -> Values:
    """Give the normalised peak force on a line at activity levels; no line asks for less than no force."""
    at_rest, per_level = line.constants
    return np.maximum(at_rest - per_level * hal, 0.0)


def limits(hal: Values, edition: Edition, c: TlvHalCoefficients) -> tuple[Values, Values]:
    """Give limit and action limit, as normalised peak force, at activity levels from 0 to 10."""
    tlv, action = c.lines(edition)
    return limit(hal, tlv), limit(hal, action)
