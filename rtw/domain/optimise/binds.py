"""What stops each week from holding more: one more block is tried, and the checker says what breaks.

Asking the checker rather than the solver's own figures keeps the reasons true for schedules written by
hand as well.
"""

from dataclasses import replace

from rtw.domain.schedule.brief import ScheduleBrief, TaskNeed
from rtw.domain.schedule.checker import check_week
from rtw.domain.schedule.edits import add_half_hours
from rtw.domain.schedule.values import Bind, BindKind, Day, Schedule, Week
from rtw.domain.schedule.violation import Violation


def with_binds(schedule: Schedule, brief: ScheduleBrief) -> Schedule:
    """Give every week the reasons why it holds no more work."""
    weeks = tuple(replace(week, binds=_binds(schedule, brief, week)) for week in schedule.weeks)
    return replace(schedule, weeks=weeks)


def _binds(schedule: Schedule, brief: ScheduleBrief, week: Week) -> tuple[Bind, ...]:
    """Name each limit once, an allowance with all the tasks of which no more fits under it."""
    broken = set(check_week(schedule, brief, week.index))
    stopped: dict[tuple[Bind, str | None], list[TaskNeed]] = {}
    for need in brief.tasks:
        day = _day_with_room(week, need)
        for stop in () if day is None else _stops(schedule, brief, week, day, need, broken):
            stopped.setdefault(stop, []).append(need)
    return tuple(dict.fromkeys(_worded(bind, of, needs) for (bind, of), needs in stopped.items()))


def _stops(
    schedule: Schedule, brief: ScheduleBrief, week: Week, day: Day, need: TaskNeed, broken: set[Violation]
) -> list[tuple[Bind, str | None]]:
    more = 1 if day.half_hours_of(need.name) else need.min_block
    tried = add_half_hours(schedule, week.index, day.weekday, need.name, more)
    found = [v for v in check_week(tried, brief, week.index) if v not in broken]
    stops = [(bind, v.allowance) for v in found if (bind := _bind(v)) is not None]
    return stops or ([] if need.essential else [(_in_reserve(need), None)])


def _worded(bind: Bind, allowance: str | None, needs: list[TaskNeed]) -> Bind:
    """Say which work an allowance is too small for: where nothing is used, it is not used up."""
    if allowance is None:
        return bind
    block = "half hour" if all(need.min_block == 1 for need in needs) else "block"
    names = " or ".join(dict.fromkeys(need.name for need in needs))
    return replace(bind, limit=f"One more {block} of {names} would exceed {allowance}")


def _day_with_room(week: Week, need: TaskNeed) -> Day | None:
    """Find the day to try: a worked one if there is one, for a day off asks for more than a block."""
    short = [day for day in week.days if day.half_hours_of(need.name) < need.full]
    return max(short, key=lambda day: (day.half_hours > 0, -day.away_h, -day.weekday), default=None)


def _bind(violation: Violation) -> Bind | None:
    kind, ground = violation.breach.bind_kind, violation.ground
    if kind is None or ground is None:
        return None
    task = violation.task if kind in (BindKind.GATE, BindKind.OFFER) else None
    return Bind(
        violation.limit or violation.allowance or ground.words,
        violation.side,
        task,
        ground.source,
        ground.helps,
        kind,
    )


def _in_reserve(need: TaskNeed) -> Bind:
    words = f"{need.name} is not essential: it is left short so that the hand keeps a reserve"
    return Bind(words, task=need.name, helps="Mark it essential or add it by hand", kind=BindKind.RESERVE)
