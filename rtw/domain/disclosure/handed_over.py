"""Tasks that a colleague takes over whole: not to be done, though no limit of this hand closes them."""

from typing import Final

from rtw.domain.plan import Plan

HAND_OVER: Final = "hand_over_task"
"""The accommodation of the knowledge base that takes a task away whole."""


def handed_over(plan: Plan) -> tuple[str, ...]:
    """Name the tasks handed over: without hours in the plan, and not closed already until a reassessment.

    The plan counts on a handover for all of its weeks, so the tasks are not to be done from now on, also
    before the day by which the handover has to be arranged. A handover of the whole job names no task.
    """
    worked = {entry.task for week in plan.schedule.weeks for day in week.days for entry in day.tasks}
    closed = {each.task for each in plan.closed_tasks if each.until is None}
    served = (
        task
        for chosen in plan.accommodations
        if chosen.accommodation_id == HAND_OVER and chosen.status.is_live
        for task in chosen.tasks
    )
    return tuple(task for task in dict.fromkeys(served) if task not in worked | closed)
