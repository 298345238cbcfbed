"""A whole workbook: its sheets taken apart, its jobs gathered, what holds for all of them."""

from dataclasses import dataclass, field

from job_profiles.answers import Answers
from job_profiles.blocks import Page, Table, page_of
from job_profiles.card_table import table_of_cards
from job_profiles.column_roles import Roles
from job_profiles.draft import JobDraft, TaskDraft
from job_profiles.grid.cells import CellValue, Comment, Sheet
from job_profiles.headless import table_without_headings
from job_profiles.legend import Legend, legend_in_headings, legend_of
from job_profiles.letterhead import (
    Around,
    Pair,
    around,
)
from job_profiles.problem import Problem
from job_profiles.roles import roles_of_table
from job_profiles.transpose import upright
from job_profiles.view import view_of, written
from job_profiles.vocabulary.words import fold


@dataclass(slots=True)
class Leaf:
    """A sheet taken apart: what stands around its tables, its legend, and its tables with their roles."""

    page: Page
    around: Around
    legend: Legend | None
    tables: list[tuple[Table, Roles]] = field(default_factory=list)
    titles: list[Pair] = field(default_factory=list)
    names_employer: bool = False
    comments: tuple[Comment, ...] = ()
    loose: tuple[tuple[int, tuple[CellValue, ...]], ...] = ()

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.page.view.name

    @property
    def has_demands(self) -> bool:
        """Whether a table of the sheet holds demands."""
        return any(r.asks_demands for _, r in self.tables)

    def settle(self) -> None:
        """Note the pairs that name a job or the firm, once every table is known."""
        self.titles = [p for p in self.around.pairs if is_title(p, self)]
        self.names_employer = any(p.heading.role == "employer" for p in self.around.pairs)


def is_title(pair: Pair, leaf: "Leaf") -> bool:
    """Whether a pair names a job; `Tätigkeit` does where a table of tasks stands on the sheet."""
    if not isinstance(pair.value, str):
        return False
    if pair.heading.role == "job":
        return True
    return pair.heading.has("german_job") and any("task" in r.context for _, r in leaf.tables)


def leaf_of(sheet: Sheet, answers: Answers) -> Leaf:
    """Take one sheet apart."""
    page = page_of(view_of(sheet))
    if not page.tables and not page.cards and (headless := table_without_headings(page.view)) is not None:
        page.tables.append(headless)
    loose = list(page.loose())
    leaf = Leaf(page, around(iter(loose)), legend_of(loose), comments=sheet.comments, loose=_values_of(loose))
    for table in (*page.tables, *(table_of_cards(page.view, cards) for cards in page.cards)):
        roles = roles_of_table(table, answers)
        turned = upright(table, roles)
        if turned is not None:
            table, roles = turned, roles_of_table(turned, answers)
        leaf.tables.append((table, roles))
    if leaf.legend is None:
        texts = [c.text for t, _ in leaf.tables for c in t.columns if c.heading.band]
        leaf.legend = legend_in_headings(texts)
    leaf.settle()
    return leaf


def _values_of(
    loose: list[tuple[int, list[tuple[int, CellValue]]]],
) -> tuple[tuple[int, tuple[CellValue, ...]], ...]:
    return tuple((row, tuple(value for _, value in cells)) for row, cells in loose)


@dataclass(slots=True)
class Workbook:
    """Gathers jobs from the leaves of a workbook, and all that is wrong on the way."""

    leaves: list[Leaf]
    answers: Answers
    decimal_comma: bool = False
    jobs: dict[str, JobDraft] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    references: dict[str, str] = field(default_factory=dict)
    breaks_open: Problem | None = None
    notes: list[tuple[str, str]] = field(default_factory=list)
    listed_tasks: list[tuple[str, TaskDraft]] = field(default_factory=list)
    titles: tuple[str, ...] = ()

    def in_order(self) -> list[Leaf]:
        """Sheets that name a job come before those that only hold its tasks."""
        return sorted(self.leaves, key=lambda leaf: not leaf.titles and not _job_table(leaf))

    def job(self, title: str | None) -> JobDraft:
        """Return the job of a title; None is the job that no sheet names."""
        key = fold(title) if title else ""
        if key not in self.jobs:
            self.jobs[key] = JobDraft(title.strip() if title else None)
        return self.jobs[key]

    def gather_titles(self) -> None:
        """Note the titles of all jobs, before any sheet is read."""
        found = [written(pair.value) for leaf in self.leaves for pair in leaf.titles]
        for leaf in self.leaves:
            for table, roles in leaf.tables:
                if (job := roles.context.get("job")) is not None:
                    found += [written(table.view.rows[row][job.index]) for row in table.body[:5000]]
        self.titles = tuple({fold(title): title for title in found if fold(title)}.values())

    def gather_references(self) -> None:
        """`T1` stands for the task it stands beside."""
        for leaf in self.leaves:
            for table, roles in leaf.tables:
                reference, task = roles.context.get("reference"), roles.context.get("task")
                if reference and task:
                    for row in table.body[:5000]:
                        key, name = table.view.rows[row][reference.index], table.view.rows[row][task.index]
                        if key is not None and isinstance(name, str):
                            self.references.setdefault(fold(written(key)), name.strip())

    def settle_jobs(self) -> None:
        """Return What only the workbook says (firm, shift) holds for each job that says nothing itself."""
        shared = self.jobs.get("")
        named = [j for k, j in self.jobs.items() if k]
        if shared is not None and named:
            for job in named:
                inherit(job, shared)
            if shared.tasks and len(named) == 1:
                _merge_tasks(named[0], shared)
            if not shared.tasks or len(named) == 1:
                del self.jobs[""]
        firms = {j.employer for j in named if j.employer}
        for job in named:
            job.employer = job.employer or (next(iter(firms)) if len(firms) == 1 else None)


def inherit(job: JobDraft, shared: JobDraft) -> None:
    """Fill what a job does not say itself from what holds for the whole workbook."""
    job.employer = job.employer or shared.employer
    job.occupation_code = job.occupation_code or shared.occupation_code
    job.cycle_s = job.cycle_s or shared.cycle_s
    job.days_per_week = job.days_per_week or shared.days_per_week
    if job.week_hours is None:
        job.week_hours, job.week_cell = shared.week_hours, shared.week_cell
    if job.shift_hours is None:
        job.shift_hours, job.shift_cell, job.sheet = (
            shared.shift_hours,
            shared.shift_cell,
            job.sheet or shared.sheet,
        )
        job.shift_broken = job.shift_broken or shared.shift_broken
        job.week_told = shared.week_told


def _merge_tasks(job: JobDraft, shared: JobDraft) -> None:
    for name, task in shared.tasks.items():
        job.tasks.setdefault(name, task)


def _job_table(leaf: Leaf) -> bool:
    return any("job" in r.context for _, r in leaf.tables)
