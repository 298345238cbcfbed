"""How much of every dose a schedule uses, week by week: what a page draws beneath the week grid."""

from dataclasses import dataclass
from fractions import Fraction

from rtw.domain.hands import Side
from rtw.domain.schedule.brief import Dose, Ground, ScheduleBrief
from rtw.domain.schedule.check_doses import dose_of
from rtw.domain.schedule.checked_day import CheckedDay, checked_days
from rtw.domain.schedule.values import Schedule


@dataclass(frozen=True, slots=True)
class DoseUse:
    """One dose in one week on its heaviest day: units taken, units allowed, and the share (1 is all).

    `share` is None where nothing is allowed and nothing taken.
    """

    dose: str
    name: str
    side: Side | None
    unit: str
    taken: float
    allowed: float
    share: float | None
    ground: Ground


def dose_uses(schedule: Schedule, brief: ScheduleBrief, week: int) -> tuple[DoseUse, ...]:
    """Give the use of every dose in a week (counted from 1), most used first."""
    days = [day for day in checked_days(schedule) if day.week == week]
    uses = [_use(dose, days, week) for dose in brief.doses]
    return tuple(sorted(uses, key=lambda use: -(use.share or 0.0)))


def _use(dose: Dose, days: list[CheckedDay], week: int) -> DoseUse:
    taken = max((dose_of(day, dose) for day in days), default=Fraction(0))
    allowed = dose.daily[week - 1]
    share = float(taken / allowed) if allowed else (None if not taken else float("inf"))
    used, most = dose.in_unit(taken), dose.in_unit(allowed)
    return DoseUse(dose.id, dose.name, dose.side, dose.unit, used, most, share, dose.ground)
