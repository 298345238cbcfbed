"""What stops each week from holding more: one more block is tried, and the checker says what breaks.

Asking the checker rather than the solver's own figures keeps the reasons true for schedules written by
hand as well.
"""

from collections.abc import Iterator
from dataclasses import replace

from rtw.domain.schedule.brief import ScheduleBrief, TaskNeed
from rtw.domain.schedule.checker import check_week
from rtw.domain.schedule.edits import add_half_hours
from rtw.domain.schedule.values import Bind, BindKind, Day, Schedule, Week
from rtw.domain.schedule.violation import Violation


def with_binds(schedule: Schedule, brief: ScheduleBrief) -> Schedule:
    """Give every week the reasons why it holds no more work."""
    weeks = tuple(
        replace(week, binds=tuple(dict.fromkeys(_binds(schedule, brief, week)))) for week in schedule.weeks
    )
    return replace(schedule, weeks=weeks)


def _binds(schedule: Schedule, brief: ScheduleBrief, week: Week) -> Iterator[Bind]:
    broken = set(check_week(schedule, brief, week.index))
    for need in brief.tasks:
        day = _day_with_room(week, need)
        if day is None:
            continue
        more = 1 if day.half_hours_of(need.name) else need.min_block
        tried = add_half_hours(schedule, week.index, day.weekday, need.name, more)
        found = [v for v in check_week(tried, brief, week.index) if v not in broken]
        stops = [bind for bind in map(_bind, found) if bind is not None]
        yield from stops or ([] if need.essential else [_in_reserve(need)])


def _day_with_room(week: Week, need: TaskNeed) -> Day | None:
    """Find the day to try: a worked one if there is one, for a day off asks for more than a block."""
    short = [day for day in week.days if day.half_hours_of(need.name) < need.full]
    return max(short, key=lambda day: (day.half_hours > 0, -day.away_h, -day.weekday), default=None)


def _bind(violation: Violation) -> Bind | None:
    kind, ground = violation.breach.bind_kind, violation.ground
    if kind is None or ground is None:
        return None
    task = violation.task if kind in (BindKind.GATE, BindKind.OFFER) else None
    return Bind(violation.limit or ground.words, violation.side, task, ground.source, ground.helps, kind)


def _in_reserve(need: TaskNeed) -> Bind:
    words = f"{need.name} is not essential: it is left short so that the hand keeps a reserve"
    return Bind(words, task=need.name, helps="Mark it essential or add it by hand", kind=BindKind.RESERVE)
