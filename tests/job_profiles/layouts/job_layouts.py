"""Layouts that spread one job over sheets, or hold several jobs in one workbook."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import layout_columns as col
from drawn_pages import Page, Rendering
from layout_words import CHATTY, PLAIN
from letterheads import bare_pairs, stacked_pairs

from job_profiles.profile import JobProfile, Task

Jobs = tuple[JobProfile, ...]

COLUMNS = (
    col.task_name(PLAIN),
    col.task_hours(PLAIN),
    col.essential(PLAIN),
    col.demand_kind(PLAIN),
    col.hand(PLAIN),
    col.amount_with_unit("Amount", col.SI_UNITS),
    col.rate("Times a minute", float),
)
TASK_COLUMNS = (
    col.demand_kind(CHATTY),
    col.hand(CHATTY),
    col.amount("Amount", col.SI_UNITS),
    col.unit("Unit", col.SI_UNITS),
    col.rate("Per minute", float),
)


def sheet_per_task(job: JobProfile) -> Rendering:
    """A cover sheet with the job, then a sheet for each task named after it."""
    cover = Page("Job")
    stacked_pairs(cover, job, CHATTY)
    pages, tasks = [cover], []
    for number, task in enumerate(job.tasks, 1):
        page = Page(f"Task {number}")
        tasks.append(_task_sheet(page, job, task))
        pages.append(page)
    return Rendering(tuple(pages), (col.told_job(job, tuple(tasks), TASK_COLUMNS),))


def _task_sheet(page: Page, job: JobProfile, task: Task) -> Task:
    page.put_row(0, ("Task:", task.name))
    page.put_row(1, ("Hours per day:", task.hours_per_day))
    page.put_row(2, ("Essential:", "Yes" if task.essential else "No"))
    lines = [col.Line(job, task, d) for d in task.demands]
    col.write_table(page, 4, TASK_COLUMNS, lines)
    told = col.told_tasks(page, 5, TASK_COLUMNS, lines)[0]
    return replace(told, essential=task.essential, hours_per_day=task.hours_per_day)


def sheet_per_job(jobs: Jobs) -> Rendering:
    """A sheet for each job, each with its own letterhead."""
    pages, expected = [], []
    for number, job in enumerate(jobs, 1):
        page = Page(f"Job {number}")
        top = bare_pairs(page, job, PLAIN)
        lines = col.lines_of([job])
        col.write_table(page, top, COLUMNS, lines)
        expected.append(col.told_job(job, col.told_tasks(page, top + 1, COLUMNS, lines), COLUMNS))
        pages.append(page)
    return Rendering(tuple(pages), tuple(expected))


def jobs_stacked(jobs: Jobs) -> Rendering:
    """The jobs below each other on one sheet, each with letterhead and table."""
    page, row, expected = Page("All jobs"), 0, []
    for job in jobs:
        page.put_row(row, ("Company", job.employer))
        page.put_row(row + 1, ("Position", job.title))
        page.put_row(
            row + 2,
            ("Hours per shift", job.shift.hours_per_day, None, "Days per week", job.shift.days_per_week),
        )
        lines = col.lines_of([job])
        expected.append(col.told_job(job, col.told_tasks(page, row + 5, COLUMNS, lines), COLUMNS))
        row = col.write_table(page, row + 4, COLUMNS, lines) + 2
    return Rendering((page,), tuple(expected))


def _jobs_in_one_table(jobs: Jobs, *, repeat: bool) -> Rendering:
    page = Page("Jobs")
    page.put(0, 0, f"Employer: {jobs[0].employer}")
    seen: set[str] = set()

    def title(line: col.Line) -> str | None:
        new = line.job.title not in seen
        seen.add(line.job.title)
        return line.job.title if repeat or new else None

    own = (
        col.Column("Job title", title),
        col.Column("Shift (h)", lambda x: x.job.shift.hours_per_day),
        col.Column("Days/week", lambda x: x.job.shift.days_per_week),
    )
    columns = (*own, *COLUMNS)
    lines = col.lines_of(jobs)
    col.write_table(page, 2, columns, lines)
    expected, row = [], 3
    for job in jobs:
        mine = [x for x in lines if x.job is job]
        expected.append(col.told_job(job, col.told_tasks(page, row, columns, mine), columns))
        row += len(mine)
    return Rendering((page,), tuple(expected))


def jobs_in_one_table(jobs: Jobs) -> Rendering:
    """All jobs in one table, title on each row."""
    return _jobs_in_one_table(jobs, repeat=True)


def jobs_in_one_table_filled_down(jobs: Jobs) -> Rendering:
    """All jobs in one table, title on the first row of each only."""
    return _jobs_in_one_table(jobs, repeat=False)


def tasks_beside_demands(job: JobProfile) -> Rendering:
    """The list of tasks (hours, essential) left, the table of demands right, in the same rows."""
    page = Page("Work")
    top = bare_pairs(page, job, PLAIN)
    page.put_row(top, ("Task", "Hours per day", "Essential"))
    for row, task in enumerate(job.tasks, top + 1):
        page.put_row(row, (task.name, task.hours_per_day, "Yes" if task.essential else "No"))
    columns = (col.task_name(PLAIN), *TASK_COLUMNS)
    lines = col.lines_of([job])
    col.write_table(page, top, columns, lines, left=5)
    told = col.told_tasks(page, top + 1, columns, lines, left=5)
    whole = tuple(
        replace(t, essential=own.essential, hours_per_day=own.hours_per_day)
        for t, own in zip(told, job.tasks, strict=True)
    )
    return Rendering((page,), (col.told_job(job, whole, columns),))


ONE_JOB_ON_SHEETS: Final[dict[str, Callable[[JobProfile], Rendering]]] = {
    "sheet per task": sheet_per_task,
    "tasks beside demands": tasks_beside_demands,
}
SEVERAL_JOBS = {
    "sheet per job": sheet_per_job,
    "jobs stacked on one sheet": jobs_stacked,
    "jobs in one table": jobs_in_one_table,
    "jobs in one table, filled down": jobs_in_one_table_filled_down,
}
