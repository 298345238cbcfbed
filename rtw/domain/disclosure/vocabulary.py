"""The one place where clinical words become the words of a report: enums and rungs, nothing else."""

from typing import Final

from reports.enums import Activity, Actor, Hands, Progress
from reports.ladders import Ladder, Rung, protective
from reports.types import ReportRestriction
from rtw.domain.capacity import Quantity
from rtw.domain.hands import Side
from rtw.domain.plan import AccommodationStatus, Owner, Restriction

_LADDERS: Final = {
    Quantity.FORCE_N: (Ladder.FORCE_N, 1.0),
    Quantity.LOAD_KG: (Ladder.LOAD_KG, 1.0),
    Quantity.HOURS_PER_DAY: (Ladder.HOURS_PER_DAY, 1.0),
    Quantity.BOUT_H: (Ladder.BOUT_MIN, 60.0),
    Quantity.ANGLE_DEG: (Ladder.ANGLE_DEG, 1.0),
    Quantity.EFFORTS_PER_MINUTE: (Ladder.EFFORTS_PER_MINUTE, 1.0),
    Quantity.AHV_M_S2: (Ladder.VIBRATION_M_S2, 1.0),
    Quantity.A8_M_S2: (Ladder.DAILY_VIBRATION_M_S2, 1.0),
    Quantity.TORQUE_N_M: (Ladder.TORQUE_N_M, 1.0),
    Quantity.PERMITTED: (Ladder.PERMITTED, 1.0),
}

_CONVERTED: Final = 1e-9
"""Figures closer than this differ only because they were converted from another unit."""

_OWNERS: Final = {
    Owner.EMPLOYER: Actor.EMPLOYER,
    Owner.SUPERVISOR: Actor.SUPERVISOR,
    Owner.WORKER: Actor.WORKER,
    Owner.THERAPIST: Actor.CLINIC,
    Owner.CASE_MANAGER: Actor.CASE_MANAGER,
}

_PROGRESS: Final = {
    AccommodationStatus.PROPOSED: Progress.PROPOSED,
    AccommodationStatus.AGREED: Progress.AGREED,
    AccommodationStatus.ORDERED: Progress.ORDERED,
    AccommodationStatus.IN_PLACE: Progress.IN_PLACE,
}


def ladder_amount(quantity: Quantity, value: float) -> float:
    """Return `value` in the unit of its ladder."""
    return value * _LADDERS[quantity][1]


def rung_of(quantity: Quantity, value: float) -> Rung:
    """Step a limit to the rung an employer may see; never a rung that permits more."""
    return protective(_LADDERS[quantity][0], ladder_amount(quantity, value))


def sent_value(quantity: Quantity, value: float) -> float:
    """Give a limit as it leaves, in its own unit: what an employer reads is what a plan has to keep."""
    return rung_of(quantity, value).value / _LADDERS[quantity][1]


def is_stepped(quantity: Quantity, value: float) -> bool:
    """Whether a limit leaves as another figure than it is; one that was only converted does not."""
    return abs(sent_value(quantity, value) - value) > _CONVERTED


def hands_of(side: Side | None) -> Hands:
    """Say which hand, in the report's words."""
    return Hands.TOGETHER if side is None else Hands(side.value)


def actor_of(owner: Owner) -> Actor:
    """Say who, in the report's words."""
    return _OWNERS[owner]


def progress_of(status: AccommodationStatus) -> Progress:
    """Say how far, in the report's words. Raises KeyError for a status that is no longer live."""
    return _PROGRESS[status]


def report_restriction(restriction: Restriction) -> ReportRestriction:
    """Strip a restriction to what an employer applies; basis and origin stay behind."""
    return ReportRestriction(
        activity=Activity(restriction.kind.value),
        hands=hands_of(restriction.side),
        limit=rung_of(restriction.quantity, restriction.value),
        since=restriction.since,
        until=restriction.until,
        review_on=restriction.review_on,
    )
