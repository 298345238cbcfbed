"""From a share of strength to a rating of effort, by published steps: no step is missing, none falls."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from rtw.domain.exposure.model import Values
from rtw.domain.published import Lookup
from rtw.domain.soundness import require

COLUMNS: Final = ("from_percent", "omni_res")
RATINGS: Final = 5
"""The ratings of the 1995 Strain Index that the steps pass through, light to near maximal."""

MOST_OMNI_RES: Final = 10.0


@dataclass(frozen=True, slots=True)
class EffortScale(Lookup):
    """From which percent of strength on an effort counts as which OMNI-RES rating, 0 to 10."""

    def __post_init__(self) -> None:
        """Refuse steps that leave a share of strength or a rating out, and ratings that do not rise."""
        Lookup.__post_init__(self)
        require("columns", f"must be {', '.join(COLUMNS)}", holds=self.columns == COLUMNS)
        begins, ratings = (self.column(name) for name in COLUMNS)
        require("rows", f"{RATINGS} are needed, one a rating", holds=len(self.rows) == RATINGS)
        require("rows", "must begin at 0 percent and below 100", holds=begins[0] == 0 and begins[-1] < 100)
        end = f"must end at {MOST_OMNI_RES:g}, the most that is rated"
        require("rows", end, holds=ratings[0] >= 0 and ratings[-1] == MOST_OMNI_RES)
        for column in (begins, ratings):
            rises = all(before < after for before, after in pairwise(column))
            require("rows", "percent and rating must rise from row to row", holds=rises)


def omni_res(share: Values, scale: EffortScale) -> Values:
    """Rate the effort of a share of strength (0 to 1) by the published steps; NaN stays NaN."""
    steps, ratings = (np.asarray(scale.column(name)) for name in COLUMNS)
    place = np.searchsorted(steps, share * 100.0, side="right") - 1
    return np.where(np.isnan(share), np.nan, ratings[np.clip(place, 0, ratings.size - 1)])
