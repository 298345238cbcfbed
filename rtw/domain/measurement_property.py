"""What is known of a measure itself: its error, and the change that matters to patients."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from rtw.domain.figure import SourceId, Verified


class MeasureName(StrEnum):
    """Every measure of which an error or a threshold is kept: tests of the hand, and questionnaires."""

    GRIP = "grip"
    TIP_PINCH = "tip_pinch"
    KEY_PINCH = "key_pinch"
    PALMAR_PINCH = "palmar_pinch"
    NINE_HOLE_PEG = "nine_hole_peg"
    BOX_AND_BLOCK = "box_and_block"
    PURDUE_PEGBOARD = "purdue_pegboard"
    MINNESOTA_DEXTERITY = "minnesota_dexterity"
    PAIN = "pain"
    BCTQ = "bctq"
    BCTQ_SYMPTOM = "bctq_symptom"
    BCTQ_FUNCTION = "bctq_function"
    QUICKDASH = "quickdash"
    DASH = "dash"
    DASH_WORK = "dash_work"
    PRWE = "prwe"
    PRWE_PAIN = "prwe_pain"
    PRWE_FUNCTION = "prwe_function"
    MHQ = "mhq"
    MHQ_FUNCTION = "mhq_function"
    MHQ_DAILY = "mhq_daily"
    MHQ_WORK = "mhq_work"
    MHQ_PAIN = "mhq_pain"
    MHQ_LOOKS = "mhq_looks"
    MHQ_SATISFACTION = "mhq_satisfaction"
    OMPSQ_SHORT = "ompsq_short"
    RTW_SELF_EFFICACY = "rtw_self_efficacy"
    TSK_11 = "tsk_11"


DETECTABLE: Final = "minimal detectable change"
IMPORTANT: Final = "MCID"
RECKONED_WITH: Final = (DETECTABLE, IMPORTANT)
"""The statistics by which changes are judged; all others are shown and not reckoned with."""

_ALIKE: Final = 0.5
"""From which likeness on a statistic counts as a slip for one of these: other ones lie below 0.45."""


@dataclass(frozen=True, slots=True)
class MeasurementProperty:
    """An error or threshold of a measure in one population, in `unit`.

    `low` equals `high` where one figure is given; `value` is the point estimate of a range that has one.
    """

    measure: MeasureName
    population: str
    statistic: str
    low: float
    high: float
    unit: str
    verified: Verified
    source: SourceId
    note: str | None = None
    value: float | None = None

    def __post_init__(self) -> None:
        """Refuse a range that cannot be, and a statistic that is a slip for one that is reckoned with."""
        meant = _slip_for(self.statistic)
        if meant is not None:
            raise ValueError(f"{self.statistic!r} is no statistic; is {meant!r} meant?")
        if self.low > self.high:
            raise ValueError(f"{self.low:g} to {self.high:g} runs backwards")
        if self.low < 0:
            raise ValueError(f"{self.low:g}: an error or a threshold cannot lie below zero")
        if self.value is not None and not self.low <= self.value <= self.high:
            raise ValueError(f"{self.value:g} lies outside its own range, {self.low:g} to {self.high:g}")

    @property
    def is_error(self) -> bool:
        """Whether it tells change from error of measuring; a change that matters to patients does not."""
        return self.statistic == DETECTABLE

    @property
    def amount(self) -> float:
        """The change that must be exceeded: the point estimate, else the larger end of the range."""
        return self.high if self.value is None else self.value


def _slip_for(statistic: str) -> str | None:
    if statistic in RECKONED_WITH:
        return None
    alike = {name: SequenceMatcher(None, statistic.lower(), name.lower()).ratio() for name in RECKONED_WITH}
    nearest = max(alike, key=lambda name: alike[name])
    return nearest if alike[nearest] >= _ALIKE else None
