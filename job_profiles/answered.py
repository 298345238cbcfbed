"""What a person answered is put where the sheet says nothing, and every field of it is marked as given."""

from collections.abc import Iterator, Mapping
from typing import Final

from job_profiles.answers import Answers, subject
from job_profiles.draft import DemandDraft, JobDraft, TaskDraft
from job_profiles.finish import UNTITLED
from job_profiles.impossible import fits_a_day
from job_profiles.kinds import DemandKind, Hand, Quality

REST_OF_SHIFT: Final = "Other work, not described"
"""The task that stands for hours of the shift nobody described; nothing is known of what it asks."""

ROUNDING_H: Final = 0.2
"""Hours of a shift that tasks may leave over, as people round them."""


def told(given: Mapping[str, float] | Mapping[str, str], *parts: str | None) -> float | str | None:
    """Return what was answered about a job, its task and so on; an answer that names no job holds for all."""
    return given.get(subject(*parts), given.get(subject(*parts[1:])))


def sheets_title(job: JobDraft) -> str:
    """Return the title as the sheet has it, so that keys stay when a person names the job."""
    return UNTITLED if job.title is None or "title" in job.given else job.title


def fill_job(job: JobDraft, answers: Answers) -> None:
    """Fill the title, shift and days of a job, and what its tasks and demands leave open."""
    if job.title is None and answers.title:
        job.title = answers.title
        job.given.append("title")
    for name in ("shift_hours", "days_per_week"):
        if (value := getattr(answers, name)) is not None:
            setattr(job, name, value)
            job.given.append(name)
    for task in job.tasks.values():
        _fill_task(job, task, answers)
        if _speaks_of_demands(answers):
            for draft in task.demands:
                _fill_demand(job, task, draft, answers)


def _speaks_of_demands(answers: Answers) -> bool:
    rates = answers.efforts_per_minute or answers.seconds_per_effort
    return bool(rates or answers.running_hours or answers.hands or answers.heaviest_kg)


def _fill_task(job: JobDraft, task: TaskDraft, answers: Answers) -> None:
    parts = (sheets_title(job), task.name)
    hours = told(dict(answers.task_hours), *parts)
    open_hours = task.hours is None and task.hours_range is None and task.hours_share is None
    if isinstance(hours, float) and (open_hours or not fits_a_day(task.hours)):
        task.hours = hours
        task.given.append("hours_per_day")
    essential = told(dict(answers.task_essential), *parts)
    if essential in {"yes", "no"} and task.essential is None:
        task.essential = essential == "yes"
        task.given.append("essential")


def demand_subject(job: JobDraft, task: TaskDraft | str, draft: DemandDraft) -> tuple[str | None, ...]:
    """Return what names a demand in answers: its job, task and kind, and its tool where it has one."""
    name = task if isinstance(task, str) else task.name
    return (sheets_title(job), name, draft.kind.value, draft.tool)


def band_subject(job: JobDraft, draft: DemandDraft) -> tuple[str | None, ...]:
    """Return what names a band of weights in answers: its job, kind, and the band as written."""
    return (sheets_title(job), draft.kind.value, draft.as_written)


def _fill_demand(job: JobDraft, task: TaskDraft, draft: DemandDraft, answers: Answers) -> None:
    for name, value in _figures(job, task, draft, answers):
        draft.facts[name] = value
        draft.given.append(name)
        draft.quality = draft.quality or Quality.STATED
    hand = dict(answers.hands).get(draft.kind.value)
    if draft.hand is None and hand in {one.value for one in Hand}:
        draft.hand = Hand(hand)
        draft.given.append("hand")
    if draft.facts.get("load_range_kg") is not None:
        heaviest = told(dict(answers.heaviest_kg), *band_subject(job, draft))
        if isinstance(heaviest, float):
            del draft.facts["load_range_kg"]
            draft.facts["load_kg"], draft.quality = heaviest, Quality.STATED
            draft.given.append("load_kg")


def _figures(
    job: JobDraft, task: TaskDraft, draft: DemandDraft, answers: Answers
) -> Iterator[tuple[str, float]]:
    parts = demand_subject(job, task, draft)
    timed = {"hours_per_day", "hours_range", "share", "band"} & set(draft.facts)
    if draft.kind is DemandKind.HAND_ARM_VIBRATION and not timed:
        yield from _one("hours_per_day", told(dict(answers.running_hours), *parts))
    if not {"efforts_per_minute", "per_cycle", "per_shift"} & set(draft.facts):
        yield from _one("efforts_per_minute", told(dict(answers.efforts_per_minute), *parts))
    if "seconds_per_effort" not in draft.facts:
        yield from _one("seconds_per_effort", told(dict(answers.seconds_per_effort), *parts))


def _one(name: str, value: float | str | None) -> Iterator[tuple[str, float]]:
    if isinstance(value, float):
        yield name, value


def add_rest_of_shift(job: JobDraft, answers: Answers) -> None:
    """Add the hours that no task covers as a task, where a person said that work is done in them."""
    answer = told(dict(answers.rest_of_shift), sheets_title(job))
    job.rest_is_known = answer is not None
    hours = [task.hours for task in job.tasks.values() if task.hours is not None]
    if answer != "other_work" or job.shift_hours is None or REST_OF_SHIFT in job.tasks:
        return
    left = job.shift_hours - sum(hours)
    if left > ROUNDING_H:
        task = job.task(REST_OF_SHIFT)
        task.hours = round(left, 4)
        task.given += ["name", "hours_per_day"]
