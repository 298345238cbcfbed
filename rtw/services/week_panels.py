"""Why panels of a week as pages outside the plan tell it: its hours, and what binds it."""

from dataclasses import replace
from typing import Final

from rtw.domain.optimise.outcome import Outcome
from rtw.domain.plan import MadeFrom
from rtw.domain.schedule.settings import START_SHARE
from rtw.domain.schedule.values import Bind, BindKind, Schedule, Week
from rtw.domain.why import Coefficient, Input, Origin, Why
from rtw.services import limit_sources
from rtw.services.plans.schedule_panels import FORECAST, NOT_SAFETY, signed_hours_panel

TRIED: Final = (
    "one more block of each task is tried in the week; the limit that an independent check then finds broken "
    "is what binds"
)
LIMITS: Final = "Each limit stands on the page of the plan, each comparison behind it on that of the match."
NOT_PROVEN: Final = "Laid out by hand: that no schedule does better is not proven."
CONVENTIONS: Final = (
    "How much a day may grow from week to week is a convention or the therapist's own; no study gives it."
)


def hours_panel(
    plan: str, schedule: Schedule, outcome: Outcome | None, made_from: MadeFrom, week: Week | None = None
) -> Why:
    """Say where the hours of a schedule come from; with `week`, those of that week.

    `plan` names plan and signature. `outcome`: the solver's answer, None where none stands behind it.
    """
    answer = outcome if outcome is not None and is_answer(outcome, schedule) else None
    whole = signed_hours_panel(answer, schedule.breaks, made_from)
    by_hand = Input("Half-hours of each day", "laid out by hand", Origin.CLINICIAN, plan)
    return replace(
        whole,
        subject=f"Hours of {plan}" if week is None else f"Hours of week {week.index}, {plan}",
        result=f"{len(schedule.weeks)} weeks, {whole.result}" if week is None else f"{week.hours:g} h",
        inputs=whole.inputs if answer else (by_hand, *whole.inputs),
        steps=((f"{week.half_hours} half-hours = {week.hours:g} h",) if week else ()) + whole.steps,
        coefficients=(*_first_day(schedule.weeks), *whole.coefficients),
        cautions=(*(() if answer else (NOT_PROVEN,)), LIMITS, NOT_SAFETY, FORECAST),
    )


def is_answer(outcome: Outcome, schedule: Schedule) -> bool:
    """Whether a schedule is the solver's own, block by block."""
    own = outcome.schedule
    return own is not None and [week.days for week in own.weeks] == [week.days for week in schedule.weeks]


def _first_day(weeks: tuple[Week, ...]) -> tuple[Coefficient, ...]:
    """Give what is published of a first day of half the hours, where it binds: nobody set another."""
    binds = (bind for week in weeks for bind in week.binds)
    begins = any(bind.source == START_SHARE.ground.source for bind in binds)
    return limit_sources.half_hours() if begins else ()


def binds_panel(week: Week) -> Why:
    """Say how the limits that bind a week were found, and whose each is."""
    shown = tuple(
        Input(bind.kind.label, bind.limit, _whose(bind), f"to loosen it: {bind.helps}" if bind.helps else "")
        for bind in week.binds
    )
    published = _first_day((week,))
    return Why(
        subject=f"What binds week {week.index}",
        result=f"{len(week.binds)} limits reached" if len(week.binds) != 1 else "1 limit reached",
        formula=TRIED,
        inputs=shown,
        coefficients=published,
        cautions=(*((CONVENTIONS,) if published else ()), LIMITS),
    )


def _whose(bind: Bind) -> Origin:
    """Say whose a limit is; for a dose the limit itself names who measured or reported it."""
    return {
        BindKind.HOURS: Origin.CLINICIAN,
        BindKind.GROWTH: Origin.ASSUMED,
        BindKind.DAY: Origin.ASSUMED,
        BindKind.OFFER: Origin.EMPLOYER,
        BindKind.REST: Origin.CLINICIAN,
    }.get(bind.kind, Origin.COMPUTED)
