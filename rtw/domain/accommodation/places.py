"""Keeping the places of demands, so that a match before and one after can be read side by side.

A demand that an accommodation takes away would move all later ones up; here they keep their old
index, and what an accommodation brings comes after them.
"""

from collections.abc import Sequence
from dataclasses import replace

from job_profiles.profile import JobProfile
from rtw.domain.accommodation.effects import AccommodatedTask, ChosenEffect, accommodated_task
from rtw.domain.gap import JobMatch, TaskMatch


def in_old_places(match: JobMatch, profile: JobProfile, chosen: Sequence[ChosenEffect]) -> JobMatch:
    """Renumber the match of a changed profile by the places in `profile`, the one before the change."""
    changes = (accommodated_task(task, chosen, profile) for task in profile.tasks)
    kept = (change for change in changes if not change.is_removed)
    tasks = (_renumbered(task, change) for task, change in zip(match.tasks, kept, strict=True))
    return replace(match, tasks=tuple(tasks))


def _renumbered(task: TaskMatch, change: AccommodatedTask) -> TaskMatch:
    places = [index for index, demand in enumerate(change.demands) if demand is not None]
    first_new = len(change.demands)
    places += range(first_new, first_new + len(change.brought))
    return replace(task, gaps=tuple(replace(gap, index=places[gap.index]) for gap in task.gaps))
