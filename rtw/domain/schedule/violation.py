"""One breach of one rule by a schedule, in words a therapist can act on."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rtw.domain.hands import Side
from rtw.domain.schedule.brief import Ground
from rtw.domain.schedule.values import BindKind


class Breach(StrEnum):
    """Which rule is broken."""

    NOT_A_SCHEDULE = "not_a_schedule"
    CLOSED_TASK = "closed_task"
    NOT_OFFERED = "not_offered"
    OVER_FULL = "over_full"
    SHORT_BLOCK = "short_block"
    SHORT_DAY = "short_day"
    DOSE = "dose"
    HOURS = "hours"
    GROWTH = "growth"
    REST = "rest"
    TREATMENT = "treatment"
    BOUT = "bout"
    BREAKS = "breaks"
    RESTRICTION = "restriction"
    CLAIM = "claim"
    REQUIREMENT = "requirement"

    @property
    def bind_kind(self) -> BindKind | None:
        """What sort of bind the rule is when it stops more work; None where it never does."""
        return _BIND_KINDS.get(self)


_BIND_KINDS = {
    Breach.CLOSED_TASK: BindKind.GATE,
    Breach.NOT_OFFERED: BindKind.OFFER,
    Breach.SHORT_DAY: BindKind.DAY,
    Breach.DOSE: BindKind.DOSE,
    Breach.HOURS: BindKind.HOURS,
    Breach.GROWTH: BindKind.GROWTH,
    Breach.REST: BindKind.REST,
}


@dataclass(frozen=True, slots=True)
class Violation:
    """A broken rule: `sentence` says where, how much and against what. `week` counts from 1.

    `limit` states the rule itself, where it is one that stops more work; `allowance` names what would be
    exceeded where the limit is a share with no figure of its own.
    """

    breach: Breach
    sentence: str
    week: int | None = None
    on: date | None = None
    task: str | None = None
    side: Side | None = None
    ground: Ground | None = None
    limit: str | None = None
    allowance: str | None = None
