"""One force of one task on one hand, as the models take it: every input a range."""

from dataclasses import dataclass

from job_profiles.kinds import Hand
from job_profiles.profile import Range
from rtw.domain.capacity import Strength
from rtw.domain.gap import Missing
from rtw.domain.job_exposure.modifiers import Modifier
from rtw.domain.matching.asked import Asked


@dataclass(frozen=True, slots=True)
class Effort:
    """One force-bearing demand of a task on one hand. A range of None is not known.

    `place` is the task's place in the job. `share` is the force as a share of this hand's strength at work:
    error of measuring, posture and glove widen it, and so does a posture that `possible` modifiers say nobody
    stated. `plain_share` is the same of the mean at the gauge, None where the force on the hand is open.
    `rate` are efforts a minute while it is done, for `hours` a day: its own, else those of its task.
    `wrist_deg` counts extension positive. `missing` names what is not known, and what contradicts, and who
    can tell; `impossible`: what is stated cannot be, so nothing is reckoned. `on_this_hand`: where the sheet
    speaks of the dominant hand, whether that is known.
    """

    asked: Asked
    place: int
    strength: Strength | None
    share: Range | None
    plain_share: float | None
    rate: Range | None
    seconds: Range | None
    wrist_deg: Range | None
    hours: Range | None
    modifiers: tuple[Modifier, ...]
    possible: tuple[Modifier, ...]
    missing: tuple[Missing, ...]
    on_this_hand: bool = True
    impossible: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether the sheet says that it falls on this hand; else it may fall on the other."""
        return self.asked.demand.hand not in (None, Hand.EITHER) and self.on_this_hand

    @property
    def is_known(self) -> bool:
        """Whether every input is known, at least as a range."""
        return not self.missing
