"""The best of all schedules by trying every one: a few days, a few half-hours, no solver."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product

from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.check_claims import full_duty_from
from rtw.domain.schedule.checker import check
from rtw.domain.schedule.edits import blank_schedule
from rtw.domain.schedule.values import Day, Schedule, TaskHours

Goals = tuple[int, int, int, int, int]


def best_of_all(brief: ScheduleBrief) -> Goals | None:
    """Goal values of the best valid schedule (weeks at full, last week, essential, load, changes)."""
    valid = [schedule for schedule in every_schedule(brief) if not check(schedule, brief)]
    values = [goal_values(schedule, brief) for schedule in valid]
    return max(values, key=lambda v: (v[0], v[1], v[2], -v[3], -v[4]), default=None)


def every_schedule(brief: ScheduleBrief) -> Iterator[Schedule]:
    """All schedules whose worked days of a week are alike."""
    blank = blank_schedule(brief)
    for filled in product(_every_week(brief), repeat=brief.weeks):
        pairs = zip(blank.weeks, filled, strict=True)
        yield replace(blank, weeks=tuple(replace(week, days=days) for week, days in pairs))


def _every_week(brief: ScheduleBrief) -> list[tuple[Day, ...]]:
    patterns = [
        tuple(TaskHours(need.name, count) for need, count in zip(brief.tasks, counts, strict=True) if count)
        for counts in product(*(range(need.full + 1) for need in brief.tasks))
    ]
    weeks = {
        tuple(Day(day, pattern if on else ()) for day, on in zip(brief.offer.workdays, worked, strict=True))
        for pattern in patterns
        for worked in product((False, True), repeat=len(brief.offer.workdays))
    }
    free = [week for week in weeks if _is_free(brief) or len({bool(day.tasks) for day in week}) == 1]
    return sorted(free, key=str)


def _is_free(brief: ScheduleBrief) -> bool:
    """Whether days may be left off while others are worked."""
    weekly = any(dose.weekly for dose in brief.doses) or any(cap.weekly for cap in brief.hours_caps)
    return bool(brief.rests) or weekly


def goal_values(schedule: Schedule, brief: ScheduleBrief) -> Goals:
    """Work the goals out from the schedule alone."""
    reached = full_duty_from(schedule, brief)
    full_weeks = brief.weeks + 1 - reached if reached else 0
    essential = {need.name for need in brief.tasks if need.essential}
    entries = [(w.index - 1, e) for w in schedule.weeks for day in w.days for e in day.tasks]
    return (
        full_weeks,
        0 if full_weeks else schedule.weeks[-1].half_hours,
        sum(entry.half_hours for _, entry in entries if entry.task in essential),
        sum(entry.half_hours * _load(brief, week, entry.task) for week, entry in entries),
        _changes(schedule, brief),
    )


def _load(brief: ScheduleBrief, week: int, task: str) -> int:
    load = 0
    for dose in brief.doses:
        each = sum(weight.per_half_hour[week] for weight in dose.weights if weight.task == task)
        load += -(-1000 * each // dose.daily[week]) if dose.daily[week] else 0
    return load


def _changes(schedule: Schedule, brief: ScheduleBrief) -> int:
    rows = [[_row(day, brief) for day in week.days] for week in schedule.weeks]
    along = [(a, b) for row in rows for a, b in pairwise(row)]
    down = [(a, b) for one, two in pairwise(rows) for a, b in zip(one, two, strict=True)]
    return sum(x != y for a, b in along + down for x, y in zip(a, b, strict=True))


def _row(day: Day, brief: ScheduleBrief) -> tuple[int, ...]:
    return tuple(day.half_hours_of(need.name) for need in brief.tasks)
