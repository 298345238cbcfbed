"""Keeping the places of demands, so that a match before and one after can be read side by side.

A demand that an accommodation takes away would move all later ones up; here they keep their old
index, and what an accommodation brings comes after them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from job_profiles.profile import JobProfile
from rtw.domain.accommodation.effects import AccommodatedTask, ChosenEffect, accommodated_task
from rtw.domain.gap import JobMatch, TaskMatch
from rtw.domain.matching.gaps import GapOverride


def in_old_places(match: JobMatch, profile: JobProfile, chosen: Sequence[ChosenEffect]) -> JobMatch:
    """Renumber the match of a changed profile by the places in `profile`, the one before the change."""
    changes = (accommodated_task(task, chosen, profile) for task in profile.tasks)
    kept = (change for change in changes if not change.is_removed)
    tasks = (_renumbered(task, change) for task, change in zip(match.tasks, kept, strict=True))
    return replace(match, tasks=tuple(tasks))


def in_new_places(
    overrides: Iterable[GapOverride], profile: JobProfile, chosen: Sequence[ChosenEffect]
) -> tuple[GapOverride, ...]:
    """Renumber a therapist's verdicts by the places in the changed profile.

    A verdict on a demand that is no longer asked falls away with it.
    """
    changes = {task.name: accommodated_task(task, chosen, profile) for task in profile.tasks}
    return tuple(_moved(overrides, changes))


def _moved(overrides: Iterable[GapOverride], changes: dict[str, AccommodatedTask]) -> Iterator[GapOverride]:
    for override in overrides:
        demands = changes[override.task].demands if override.task in changes else ()
        if override.index < len(demands) and demands[override.index] is not None:
            still_asked = [demand for demand in demands[: override.index] if demand is not None]
            yield replace(override, index=len(still_asked))


def _renumbered(task: TaskMatch, change: AccommodatedTask) -> TaskMatch:
    places = [index for index, demand in enumerate(change.demands) if demand is not None]
    first_new = len(change.demands)
    places += range(first_new, first_new + len(change.brought))
    return replace(task, gaps=tuple(replace(gap, index=places[gap.index]) for gap in task.gaps))
