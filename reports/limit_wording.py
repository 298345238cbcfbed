"""How a limit reads whole: its activity, its hand, its end, and what a late review means for it."""

from typing import Final

from reports.enums import Activity, Hands
from reports.ladders import Ladder
from reports.types import EmployerReport, ReportRestriction
from reports.wording import limit_text, until_text

LATE_REVIEW: Final = (
    "If a review is late, all that is “until reviewed” stays as it is: only a review ends it."
)


def restriction_text(restriction: ReportRestriction) -> str:
    """Write a whole limit as one sentence part: `Lifting, right hand: at most 2 kg (4 lb)`."""
    limit = limit_text(restriction.limit)
    hand = hands_text(restriction).lower()
    return f"{restriction.activity.label}, {hand}: {limit[0].lower()}{limit[1:]}"


def hands_text(restriction: ReportRestriction) -> str:
    """Say which hand a limit is for: what one hand does alone is never told as done by both together."""
    is_shared = restriction.activity in _BOTH_AT_ONCE or restriction.limit.ladder in _SUMMED
    if restriction.hands is Hands.TOGETHER and not is_shared:
        return "Either hand"
    return restriction.hands.label


_BOTH_AT_ONCE: Final = frozenset(
    {
        Activity.KEYBOARDING,
        Activity.GROSS_HANDLING,
        Activity.LIFTING,
        Activity.CARRYING,
        Activity.PUSHING,
        Activity.PULLING,
        Activity.REACHING_OVERHEAD,
        Activity.REACHING_FORWARD,
        Activity.CLIMBING,
        Activity.PERSON_HANDLING,
        Activity.TOOL_USE,
        Activity.DRIVING,
    }
)
"""What two hands do in one movement."""

_SUMMED: Final = frozenset({Ladder.FORCE_N, Ladder.LOAD_KG, Ladder.TORQUE_N_M})
"""Amounts that two hands share: said of either hand, they would permit twice as much."""


def limit_end_text(restriction: ReportRestriction) -> str:
    """Write the end of a limit within a line: `until Fri 11 Dec 2026`, `until reviewed (planned …)`."""
    end = until_text(restriction.until, restriction.review_on)
    return f"until {end}" if restriction.until else f"{end[0].lower()}{end[1:]}"


def late_review_text(report: EmployerReport) -> str:
    """Say what a late review means; nothing where no limit waits for one."""
    ends = (*(each.until for each in report.restrictions), *(each.until for each in report.closed))
    return LATE_REVIEW if None in ends else ""
