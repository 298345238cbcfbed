"""The job and the task that a letterhead speaks of just now."""

from dataclasses import dataclass, field
from typing import Final

from job_profiles.draft import JobDraft, TaskDraft
from job_profiles.grid.cells import CellValue
from job_profiles.letterhead import Pair
from job_profiles.workbook import Leaf, Workbook, inherit
from job_profiles.yes_no import yes_no

WHOLE_JOB: Final = "Whole job"


@dataclass(slots=True)
class LetterheadJob:
    """Knows the `job` and the task, `task_draft`, that what stands around the tables speaks of just now.

    `used`: a table has followed the letterhead. `guessed_firm`: a line taken for the firm though nothing
    marks it as one, and its cell. `above_all`: what stands above the blocks of all jobs and holds for each.
    """

    book: Workbook
    leaf: Leaf
    job: JobDraft = field(init=False)
    task_name: str | None = None
    task_draft: TaskDraft | None = None
    used: bool = False
    guessed_firm: tuple[str, str] | None = None
    above_all: JobDraft | None = None

    def _named(self, title: str) -> None:
        self._begin_if_used()
        held = self.job
        job = self.book.job(title)
        if held is not job:
            inherit(job, held)
            if self.above_all is not None:
                inherit(job, self.above_all)
            job.scale = job.scale or held.scale
            job.shift_found = job.shift_found or held.shift_found
        self.job = job
        job.sheet = job.sheet or self.leaf.name
        self.task_name = self.task_draft = None

    def _begin_if_used(self) -> None:
        """Begin the next job where a letterhead follows a table on the same sheet."""
        if self.used:
            scale = self.job.scale
            self.job, self.used = JobDraft(scale=scale), False
            self.task_name = self.task_draft = None

    def _task_pair(self, pair: Pair) -> None:
        self.task_name = str(pair.value).strip()
        self.task_draft = self.job.task(self.task_name)
        self.task_draft.named_at(self.leaf.name, self.leaf.page.view.address(pair.row, pair.col))

    def _title(self, title: str) -> None:
        if self.job is self.book.jobs.get(""):
            self.job.title = self.job.title or title
        elif self.job.title is None:
            self.job.title = title

    def whole_task(self) -> TaskDraft:
        """Return the task in hand; the whole job as one task where the sheet names none."""
        if self.task_draft is not None:
            return self.task_draft
        task = self.job.task(WHOLE_JOB)
        task.named = False
        return task

    def says_yes(self, value: CellValue, address: str, what: str) -> bool | None:
        """Return what a yes-or-no cell of this sheet says."""
        return yes_no(value, self.leaf.name, address, what, self.book.problems)
