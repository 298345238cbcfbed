"""The schedule for the clinician's PDF, with what binds each week and what would loosen it."""

from itertools import groupby
from typing import Any, Final

from reports.document_data import Rows
from reports.wording import hours_text, short_day_text, weekdays_text
from rtw.documents.marks import Marks
from rtw.domain.schedule.values import BLOCK_H, Bind, Day, Schedule, TaskHours, Week

_TASKS_ACROSS: Final = 6


def schedule_parts(schedule: Schedule) -> list[dict[str, Any]]:
    """Write the weeks as tables whose columns are tasks, as many as fit across the page."""
    worked = [entry.task for week in schedule.weeks for day in week.days for entry in day.tasks]
    tasks = list(dict.fromkeys(worked))
    parts = [tasks[n : n + _TASKS_ACROSS] for n in range(0, len(tasks), _TASKS_ACROSS)]
    return [
        {"tasks": part, "rows": [row for week in schedule.weeks for row in _rows(week, part)]}
        for part in parts
    ]


def _rows(week: Week, tasks: list[str]) -> Rows:
    """Write one row for each kind of day in a week."""
    alike: dict[tuple[TaskHours, ...], list[Day]] = {}
    for day in week.days:
        if day.tasks:
            alike.setdefault(day.tasks, []).append(day)
    name = f"{week.index}, from {short_day_text(week.monday)}"
    return [
        [
            name,
            weekdays_text([day.weekday for day in days]),
            *(hours_text(days[0].half_hours_of(task) * BLOCK_H) for task in tasks),
            hours_text(days[0].hours),
        ]
        for days in alike.values()
    ] or [[name, "No work", *("–" for _ in tasks), "–"]]


def bind_rows(schedule: Schedule, marks: Marks) -> Rows:
    """Write what binds, each reason once with the weeks it holds for."""
    weeks: dict[Bind, list[int]] = {}
    for week in schedule.weeks:
        for bind in dict.fromkeys(week.binds):
            weeks.setdefault(bind, []).append(week.index)
    return [
        [
            _numbers(numbers),
            bind.limit,
            bind.side.label if bind.side else "–",
            bind.task or "–",
            bind.helps or "–",
            marks.of(bind.source),
        ]
        for bind, numbers in weeks.items()
    ]


def _numbers(weeks: list[int]) -> str:
    """Write week numbers with runs drawn together: `1–4, 6`."""
    runs = [[w for _, w in run] for _, run in groupby(enumerate(weeks), lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
