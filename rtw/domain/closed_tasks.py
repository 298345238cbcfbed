"""Tasks an employer is told not to ask for yet: whatever keeps them out of the hours, and never why."""

from datetime import date

from rtw.domain.plan import ClosedTask
from rtw.domain.schedule.brief import Gate, ScheduleBrief
from rtw.domain.schedule.checked_day import checked_days
from rtw.domain.schedule.values import Schedule


def closed_tasks(
    brief: ScheduleBrief, review_on: date, schedule: Schedule | None = None
) -> tuple[ClosedTask, ...]:
    """Name every task that is shut in any part of the plan up to its review, or has no hours up to then.

    What only a signed reassessment opens has no end, nor has a task without hours; dated restrictions keep
    their days. A plan without a schedule has no hours yet, and only what shuts a task is told.
    """
    by_task: dict[str, list[Gate]] = {}
    for gate in (*brief.gates, *brief.unplaced_gates):
        if gate.opened is None and _shuts(gate, brief.start, review_on):
            by_task.setdefault(gate.task, []).append(gate)
    shut = {task: _closed(task, gates, brief.start) for task, gates in by_task.items()}
    for task in _without_hours(brief, review_on, schedule):
        if not (task in shut and _lasts(shut[task], review_on)):
            shut[task] = ClosedTask(task)
    return tuple(shut.values())


def _without_hours(brief: ScheduleBrief, review_on: date, schedule: Schedule | None) -> list[str]:
    """Name the tasks that no day up to the review holds; of a plan that begins after it, no day at all."""
    days = checked_days(schedule) if schedule else []
    if not days:
        return []
    days = [day for day in days if day.on <= review_on] or days
    worked = {task for day in days for task, hours in day.amounts if hours}
    return [need.name for need in brief.tasks if need.name not in worked]


def _lasts(closed: ClosedTask, review_on: date) -> bool:
    """Whether a task is closed from the beginning of the plan up to its review."""
    return closed.since is None and (closed.until is None or closed.until >= review_on)


def _shuts(gate: Gate, start: date, review_on: date) -> bool:
    return (gate.until is None or gate.until >= start) and (gate.since is None or gate.since <= review_on)


def _closed(task: str, gates: list[Gate], start: date) -> ClosedTask:
    """Put the gates of one task together: from the first to the last of their days."""
    sinces = [gate.since for gate in gates if gate.since is not None and gate.since > start]
    untils = [gate.until for gate in gates if gate.until is not None]
    since = min(sinces) if len(sinces) == len(gates) else None
    return ClosedTask(task, since, max(untils) if len(untils) == len(gates) else None)
