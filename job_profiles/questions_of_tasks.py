"""What the tasks of a job leave open: hours, days, which are essential, the rest of the shift."""

from collections.abc import Iterable, Iterator

from job_profiles.answered import ROUNDING_H, sheets_title
from job_profiles.answers import subject
from job_profiles.draft import JobDraft
from job_profiles.problem import AnswerField, AnswerKind, Choice, Problem
from job_profiles.profile import JobProfile, Task
from job_profiles.question import Pairs, at_tasks, question


def days_of_week(job: JobDraft, profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    """Ask for the days of a week where the sheet gives hours of a week."""
    weekly = any(t.week_hours is not None and t.hours is None for t in job.tasks.values())
    if weekly and profile.shift.days_per_week is None and pairs:
        yield question(
            "days-unknown",
            "On how many days a week does the person work? The sheet gives hours of a week.",
            "Give the days: the hours of a day follow from them.",
            [],
            "days_per_week",
        )


def task_hours(job: JobDraft, profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    """Ask how long each task takes that has no hours."""
    if len(profile.tasks) == 1 and not job.tasks[profile.tasks[0].name].named:
        if "hours_per_day" in profile.tasks[0].given:
            return
        yield question(
            "no-tasks",
            "Which tasks does the job have, and how long does each take?",
            "It counts as one task: give its hours here, and split it after confirming.",
            pairs[:1],
            "settled/no-tasks",
            fields=_hours_fields(job, profile.tasks),
        )
        return
    without = [t for t in profile.tasks if t.hours_per_day is None and t.hours_range is None]
    if without:
        names = ", ".join(t.name for t in without[:8])
        asked = question(
            "task-hours-unknown",
            f"How long does each task itself take in a day: {names}? (Demands of one task overlap.)",
            "Give the hours of each task.",
            pairs[:1],
            "settled/task-hours-unknown",
            fields=_hours_fields(job, without),
        )
        yield at_tasks(asked, (job.tasks[t.name] for t in without))


def _hours_fields(job: JobDraft, tasks: Iterable[Task]) -> Iterator[AnswerField]:
    title = sheets_title(job)
    for task in tasks:
        yield AnswerField(
            f"task_hours/{subject(title, task.name)}", task.name, AnswerKind.HOURS, of_job=title
        )


def essential(job: JobDraft, profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    """Ask which tasks are essential where the sheet says it of none."""
    named = [t for t in profile.tasks if job.tasks[t.name].named]
    open_ones = [t for t in named if t.essential is None]
    from_sheet = any(t.essential is not None and "essential" not in t.given for t in named)
    if open_ones and not from_sheet:
        asked = question(
            "essential-unknown",
            "Which tasks are essential?",
            "Mark each task as essential or not.",
            pairs[:1],
            "settled/essential-unknown",
            fields=_essential_fields(job, open_ones),
        )
        yield at_tasks(asked, (job.tasks[t.name] for t in open_ones))


def _essential_fields(job: JobDraft, tasks: Iterable[Task]) -> Iterator[AnswerField]:
    title, choices = sheets_title(job), (Choice("yes", "essential"), Choice("no", "not essential"))
    for task in tasks:
        key = f"task_essential/{subject(title, task.name)}"
        yield AnswerField(key, task.name, AnswerKind.CHOICE, choices, title)


def uncovered(job: JobDraft, profile: JobProfile, pairs: Pairs) -> Iterator[Problem]:
    """Ask what is done in the hours of the shift that no task takes."""
    hours = [t.hours_per_day for t in profile.tasks]
    shift = profile.shift.hours_per_day
    if shift is None or not hours or None in hours:
        return
    left = shift - sum(h for h in hours if h is not None)
    if left > ROUNDING_H and not job.rest_is_known:
        yield question(
            "hours-uncovered",
            f"The tasks come to {round(shift - left, 2):g} h of a {round(shift, 2):g} h shift: "
            f"what is done in the rest ({round(left, 2):g} h)?",
            "Name the rest: breaks, other tasks.",
            pairs[:1],
            "settled/hours-uncovered",
            fields=(_rest_field(job, left),),
        )


def _rest_field(job: JobDraft, left: float) -> AnswerField:
    title = sheets_title(job)
    choices = (
        Choice("breaks", "breaks and rest"),
        Choice("other_work", "other work, not described: it counts as a task nothing is known of"),
    )
    label = f"The other {round(left, 2):g} h"
    return AnswerField(f"rest_of_shift/{title}", label, AnswerKind.CHOICE, choices, title)
