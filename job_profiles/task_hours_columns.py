"""Which columns of hours speak of the task, and which of the demand."""

from typing import Final

from job_profiles.column_roles import Measured, Roles
from job_profiles.units import UNITS

_SECONDS: Final = (UNITS["s"], UNITS["ms"])


def settle_hours(roles: Roles) -> None:
    """Hours of the task, or hours of the demand: by wording, by place, by how they repeat."""
    for measured in [m for m in roles.measured if m.role == "hours" and not m.kinds]:
        if measured.column.heading.unit in _SECONDS:
            roles.measured.remove(measured)
            roles.within_cycle.append(measured.column)
        elif _of_the_task(roles, measured):
            roles.measured.remove(measured)
            roles.task_hours.append(measured)
    if (
        "task" not in roles.context
        and "demand" not in roles.context
        and "job" in roles.context
        and roles.task_hours
        and not roles.is_wide
    ):
        roles.context.setdefault("shift_hours", roles.task_hours.pop(0).column)


def _of_the_task(roles: Roles, measured: Measured) -> bool:
    heading, demand = measured.column.heading, roles.context.get("demand")
    if heading.has("task_hours"):
        return True
    if roles.is_tool_list or measured.letters:
        return False
    if demand is None:
        return True
    if "task" not in roles.context:
        return False
    if measured.column.index < demand.index:
        return True
    if roles.table.view.places:
        return False  # a card speaks of one demand, whatever stands behind its name
    return not _task_hours_elsewhere(roles, measured) and _first_row_only(roles, measured)


def _task_hours_elsewhere(roles: Roles, measured: Measured) -> bool:
    """Whether another column holds the hours of the task, so that this one speaks of the demand."""
    return bool(roles.task_hours) or any(
        m is not measured and m.role == "hours" and m.column.heading.has("task_hours") for m in roles.measured
    )


def _first_row_only(roles: Roles, measured: Measured) -> bool:
    """Whether each task has at most one cell, beside its first row: written, or merged, once for the task."""
    view, column = roles.table.view, measured.column.index
    rows, task = view.rows, roles.context["task"].index
    body = roles.table.body[:2000]
    first = [
        r
        for i, r in enumerate(body)
        if rows[r][task] is not None and (i == 0 or rows[body[i - 1]][task] != rows[r][task])
    ]
    later = set(body) - set(first)
    return (
        bool(later)
        and not any(rows[r][column] is not None and (r, column) not in view.below for r in later)
        and any(rows[r][column] is not None for r in first)
    )
