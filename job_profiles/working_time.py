"""Hours of a week where a sheet gives them instead of hours of a day: told apart, and worked out together."""

from collections.abc import Iterator
from typing import Final

from job_profiles.draft import JobDraft
from job_profiles.problem import Problem, Severity
from job_profiles.working_week import in_words

_TASKS_NAMED: Final = 8


def settle_shift(job: JobDraft) -> Iterator[Problem]:
    """Work out the hours of a day, of job and tasks, from those of the week and its days, and say so."""
    yield from _of_the_job(job)
    yield from _by_twelve(job)
    spread = [t for t in job.tasks.values() if t.week_hours is not None and t.hours is None]
    if spread and job.days_per_week:
        names = ", ".join(task.name for task in spread[:_TASKS_NAMED])
        yield Problem(
            Severity.NOTE,
            "task-hours-spread",
            f"Hours of a week were spread evenly over {job.days_per_week:g} days: {names}.",
            "Give the hours of a day where a task is done on some days only.",
            spread[0].sheet,
            spread[0].hours_cell,
        )


def _by_twelve(job: JobDraft) -> Iterator[Problem]:
    """Say how times of the clock were read that are written by twelve hours."""
    week = job.week_told
    if week is None or not week.turned or "shift_hours" in job.given:
        return
    yield Problem(
        Severity.NOTE,
        "clock-by-twelve",
        f"{', '.join(week.turned)} ends in the afternoon, as it was read: {in_words(week.stretches)}.",
        "Nothing needs doing if that is right; times such as 17:30 leave no doubt.",
        job.sheet,
        job.shift_cell,
        job.shift_found,
    )


def _of_the_job(job: JobDraft) -> Iterator[Problem]:
    if job.shift_hours is not None or job.week_hours is None or not job.days_per_week or job.shift_broken:
        return
    job.shift_hours, job.shift_cell = job.week_hours / job.days_per_week, job.week_cell
    yield Problem(
        Severity.NOTE,
        "shift-derived",
        f"{round(job.shift_hours, 2):g} h a day was worked out from {job.week_hours:g} h a week "
        f"on {job.days_per_week:g} days.",
        "Give the hours of a day if the days differ.",
        job.sheet,
        job.week_cell,
        f"{job.week_hours:g}",
    )


def proposed_shift(job: JobDraft) -> str:
    """Return what to answer when only the hours of a week are known; an empty text otherwise."""
    if job.week_hours is None:
        return ""
    return (
        f" The sheet gives {job.week_hours:g} h a week: on five days {round(job.week_hours / 5, 2):g} h each."
    )
