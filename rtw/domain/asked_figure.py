"""Figures of a demand that only the employer knows: what each is called, and how it is asked for."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class _Words:
    """`question` holds the kind of demand as {kind}; `per_unit` of `unit` make one of the field's unit."""

    noun: str
    question: str
    unit: str
    per_unit: float = 1.0


class AskedFigure(StrEnum):
    """One figure of a demand; the value names the demand's field (a direction has none)."""

    HOURS = "hours_per_day"
    LONGEST_BOUT = "longest_bout_h"
    FORCE = "force_n"
    LOAD = "load_kg"
    ANGLE = "angle_deg"
    PACE = "efforts_per_minute"
    EFFORT_TIME = "seconds_per_effort"
    SHARE_OF_TIME = "duty_cycle"
    VIBRATION = "ahv_m_s2"
    TORQUE = "torque_n_m"
    MACHINE_PACED = "machine_paced"
    HAND = "hand"
    DIRECTION = "direction"

    @property
    def noun(self) -> str:
        """The figure within a sentence: "hours a day"."""
        return _WORDS[self].noun

    @property
    def unit(self) -> str:
        """The unit it is asked in; hours are asked in minutes, a share in per cent."""
        return _WORDS[self].unit

    @property
    def has_field(self) -> bool:
        """Whether a demand has a field for the answer; the side a joint turns to has none."""
        return self is not AskedFigure.DIRECTION

    @property
    def is_number(self) -> bool:
        """Whether the answer is a number."""
        return self.has_field and self not in (AskedFigure.HAND, AskedFigure.MACHINE_PACED)

    def question(self, kind: str) -> str:
        """Put the question, with the kind of demand as it stands in a sentence."""
        return _WORDS[self].question.format(kind=kind)

    def in_field(self, asked: float) -> float:
        """Turn an answer in the unit asked into the demand's own (hours, shares, SI)."""
        return asked / _WORDS[self].per_unit


_WORDS = {
    AskedFigure.HOURS: _Words("minutes a day", "How many minutes a day of {kind}?", "min a day", 60.0),
    AskedFigure.LONGEST_BOUT: _Words(
        "longest stretch",
        "How many minutes of {kind} at a stretch, without a pause?",
        "min at a stretch",
        60.0,
    ),
    AskedFigure.FORCE: _Words("force", "How much force: {kind}?", "N"),
    AskedFigure.LOAD: _Words("load", "How many kilograms: {kind}?", "kg"),
    AskedFigure.ANGLE: _Words("joint angle", "How far does the joint go: {kind}?", "degrees"),
    AskedFigure.PACE: _Words("efforts a minute", "How many times a minute: {kind}?", "times a minute"),
    AskedFigure.EFFORT_TIME: _Words(
        "seconds of one effort", "For how many seconds each time: {kind}?", "s each time"
    ),
    AskedFigure.SHARE_OF_TIME: _Words(
        "share of the time under effort",
        "What share of the task’s time is spent on {kind}?",
        "% of the time",
        100.0,
    ),
    AskedFigure.VIBRATION: _Words(
        "vibration of the tool", "What vibration does the maker of the tool declare: {kind}?", "m/s²"
    ),
    AskedFigure.TORQUE: _Words("torque", "How much torque: {kind}?", "N·m"),
    AskedFigure.MACHINE_PACED: _Words(
        "whether a machine sets the pace", "Does a machine set the pace of {kind}, or can it pause?", ""
    ),
    AskedFigure.HAND: _Words("hand that does it", "Which hand does it, or do both: {kind}?", ""),
    AskedFigure.DIRECTION: _Words(
        "side the joint turns to", "To which side is the joint turned: {kind}?", ""
    ),
}
