"""What a therapist asks of a schedule in her own words, and the settings they come to."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from math import ceil, floor
from typing import Any

from rtw.domain.plan import TreatmentTime
from rtw.domain.schedule.brief import Ground, Origin, RestRule, TimeAway
from rtw.domain.schedule.settings import (
    Chosen,
    EmployerOffer,
    HoursLimit,
    PlanSettings,
    SignedOpening,
)
from rtw.domain.schedule.values import BLOCK_H, BLOCK_MIN, BreakRule


@dataclass(frozen=True, slots=True)
class ScheduleWishes:
    """What the therapist sets for the schedule; None takes the product's default, which names its origin.

    `start` is a Monday; None: the first Monday after today. Hours are rounded down to half hours.
    `task_hours` are hours a day by task, where they differ from the sheet's or the sheet has none.
    """

    start: date | None = None
    weeks: int = 12
    offer: EmployerOffer = field(default_factory=EmployerOffer)
    first_day_hours: float | None = None
    day_grows_by_hours: float | None = None
    shortest_day_hours: float | None = None
    shortest_block_hours: float = 0.5
    hours_limits: tuple[HoursLimit, ...] = ()
    rests: tuple[RestRule, ...] = ()
    openings: tuple[SignedOpening, ...] = ()
    full_duty_by_week: int | None = None
    task_hours: tuple[tuple[str, float], ...] = ()


def settings_of(
    wishes: ScheduleWishes,
    away: tuple[TreatmentTime, ...],
    breaks: BreakRule,
    today: date,
    review_on: date | None = None,
) -> PlanSettings:
    """Turn the therapist's wishes into settings; what she leaves open keeps its default and its origin."""
    start = wishes.start or today + timedelta(days=7 - today.weekday())
    settings = PlanSettings(
        start=start,
        weeks=wishes.weeks,
        offer=wishes.offer,
        breaks=breaks,
        min_block=max(1, ceil(wishes.shortest_block_hours / BLOCK_H)),
        rests=wishes.rests,
        away=tuple(time_away(entry) for entry in away),
        hours_limits=wishes.hours_limits,
        openings=wishes.openings,
        full_duty_by_week=wishes.full_duty_by_week,
        task_hours=wishes.task_hours,
        review_on=review_on or next_review(start, today),
    )
    return _with_own_growth(settings, wishes)


def next_review(start: date, today: date, weeks: int = 2) -> date:
    """Suggest a review `weeks` after the schedule starts (convention), and never in the past."""
    return max(start + timedelta(weeks=weeks), today + timedelta(days=1))


def _with_own_growth(settings: PlanSettings, wishes: ScheduleWishes) -> PlanSettings:
    own: dict[str, Any] = {}
    if wishes.first_day_hours is not None:
        words = f"a first day of at most {wishes.first_day_hours:g} h"
        own["first_day"] = Chosen(max(1, floor(wishes.first_day_hours / BLOCK_H)), _therapists(words))
    if wishes.day_grows_by_hours is not None:
        words = f"a day grows by at most {wishes.day_grows_by_hours:g} h from week to week"
        own["day_step"] = Chosen(floor(wishes.day_grows_by_hours / BLOCK_H), _therapists(words))
    if wishes.shortest_day_hours is not None:
        words = f"a working day has at least {wishes.shortest_day_hours:g} h"
        own["min_day"] = Chosen(max(1, ceil(wishes.shortest_day_hours / BLOCK_H)), _therapists(words))
    return replace(settings, **own)


def _therapists(words: str) -> Ground:
    return Ground(Origin.THERAPIST, words, None, f"Loosen your own setting: {words}")


def time_away(treatment: TreatmentTime) -> TimeAway:
    """Count a weekly treatment in half-hours of working time, begun ones in full."""
    day = date(2000, 1, 3)
    length = datetime.combine(day, treatment.ends) - datetime.combine(day, treatment.starts)
    minutes = max(0.0, length / timedelta(minutes=1))
    return TimeAway(
        half_hours=ceil(minutes / BLOCK_MIN),
        weekday=treatment.weekday,
        since=treatment.since,
        until=treatment.until,
    )
