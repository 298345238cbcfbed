"""What a sheet states of efforts and cannot be: told, and never reckoned with."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from job_profiles.profile import JobProfile
from rtw.domain.dates import time_in_words
from rtw.domain.gap import Missing
from rtw.domain.job_exposure.effort_value import Effort
from rtw.domain.matching import lacking

WHOLE: Final = 1.0 + 1e-9
DAY_H: Final = 24.0
SHOWN_H: Final = 0.01 / 2
"""Half of the last digit that pages show of hours: who enters what is shown contradicts nobody."""


def contradicted(profile: JobProfile, efforts: Sequence[Effort]) -> tuple[Effort, ...]:
    """Mark every effort whose figures contradict each other, with what contradicts."""
    found = {place: tuple(_contradictions(profile, efforts, effort)) for place, effort in enumerate(efforts)}
    return tuple(
        replace(
            effort,
            missing=(*effort.missing, *(missing for missing, _ in found[place])),
            impossible=any(impossible for _, impossible in found[place]),
        )
        for place, effort in enumerate(efforts)
    )


def _contradictions(
    profile: JobProfile, efforts: Sequence[Effort], effort: Effort
) -> Iterator[tuple[Missing, bool]]:
    """Give what contradicts, and whether nothing can be reckoned for it."""
    task = effort.asked.task
    together = sum(_share_of_time(e) for e in efforts if _at_once(e, effort))
    if together > WHOLE:
        yield _ask(effort, f"the efforts fill {together:.0%} of the time of “{task.name}”"), True
    day = sum(each.hours_per_day or 0.0 for each in profile.tasks)
    if day > DAY_H:
        yield _ask(effort, f"the tasks take {day:g} h a day"), True
    own, spread = effort.hours, task.hours_per_day
    if own is not None and spread is not None and own[0] > spread + SHOWN_H:
        within = f"{time_in_words(own[0])} of it in {time_in_words(spread)}"
        yield _ask(effort, f"{within} of “{task.name}”"), False


def _share_of_time(effort: Effort) -> float:
    """Give the least share of its time that an effort fills; 0 where that is not known."""
    if effort.rate is None or effort.seconds is None:
        return 0.0
    return effort.rate[0] * effort.seconds[0] / 60.0


def _at_once(one: Effort, other: Effort) -> bool:
    """Whether two efforts are of one hand in the same hours of one task."""
    return (one.place, one.asked.side, one.hours) == (other.place, other.asked.side, other.hours)


def _ask(effort: Effort, words: str) -> Missing:
    what = f"This cannot be: {words}. Ask which figure is right."
    subject = f"contradiction:{words}:{effort.asked.side.value}"
    return Missing(subject, what, lacking.EMPLOYER, task=effort.asked.task.name)
