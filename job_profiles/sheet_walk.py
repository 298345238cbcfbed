"""Down one sheet: its letterhead sets the job and the task, its tables fill them."""

from copy import copy
from dataclasses import dataclass, field

from job_profiles.blocks import Table
from job_profiles.column_roles import Roles
from job_profiles.draft import JobDraft
from job_profiles.grid.cells import UNNAMED_SHEET
from job_profiles.job_blocks import JobBlocks
from job_profiles.kinds import DemandKind
from job_profiles.letterhead import (
    Pair,
    names_document,
    names_firm,
)
from job_profiles.letterhead_walk import LetterheadWalk
from job_profiles.problem import Problem, Severity
from job_profiles.rows import TableReader
from job_profiles.table_walk import TableWalk
from job_profiles.unit_notes import with_unit_notes
from job_profiles.view import written
from job_profiles.vocabulary.kind_words import kind_of, side_named
from job_profiles.vocabulary.words import fold, words
from job_profiles.workbook import Leaf, Workbook


@dataclass(slots=True)
class SheetWalk(LetterheadWalk):
    """Goes down one sheet: pairs and lines set the job and the task, tables fill them."""

    by_header: dict[tuple[int, int], list[tuple[Table, Roles]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.job = self._first_job()

    def _first_job(self) -> JobDraft:
        book, leaf = self.book, self.leaf
        if leaf.titles:
            return JobDraft()
        if fold(leaf.name) in book.jobs:
            return book.jobs[fold(leaf.name)]
        named = [j for k, j in book.jobs.items() if k]
        if len(named) == 1 and not any("job" in r.context for _, r in leaf.tables):
            return named[0]
        return book.job(self._sheet_title())

    def _sheet_title(self) -> str | None:
        """Several sheets of one layout, none with a title: each is a job of its own."""
        mine = _task_tables(self.leaf)
        alike = [
            x
            for x in self.book.leaves
            if x is not self.leaf and not x.titles and _task_tables(x) and _task_tables(x) == mine
        ]
        return self.leaf.name if mine and alike else None

    def walk(self) -> None:
        """Read the sheet from top to bottom."""
        events: list[tuple[int, int, object]] = [(p.row, p.col, p) for p in self.leaf.around.pairs]
        events += [(r, c, (r, c, t)) for r, c, t in self.leaf.around.lines]
        events += [(t.header[0] if t.header[0] >= 0 else t.view.top, -1, (t, r)) for t, r in self.leaf.tables]
        self._sheet_task()
        if self.leaf.legend:
            self._scale_of(self.job)
        events.sort(key=lambda e: (e[0], e[1]))
        blocks = JobBlocks(self.leaf, self.book.titles)
        above = blocks.above_all(events)
        for at, (_, _, event) in enumerate(blocks.in_order(events)):
            if 0 < above == at:
                self.above_all = copy(self.job)
            if isinstance(event, Pair):
                self._pair(event)
            elif isinstance(event, tuple) and len(event) == 3:
                self._line(*event)
            elif isinstance(event, tuple):
                self._table(*event)
        self.book.problems += blocks.problems()
        self._after()

    def _sheet_task(self) -> None:
        """Take a sheet without a job of its own, whose table names no task, for one task."""
        leaf = self.leaf
        if (
            leaf.titles
            or not leaf.has_demands
            or any("task" in r.context or "job" in r.context for _, r in leaf.tables)
        ):
            return
        if any(p.heading.role == "task" for p in leaf.around.pairs):
            return
        speaks = any(
            p.heading.has("essential") or (p.heading.has("hours") and not p.heading.has("shift_hours"))
            for p in leaf.around.pairs
        )
        listed = any(fold(leaf.name) == fold(t) for t in self._listed())
        others = [x for x in self.book.leaves if x is not leaf and x.titles]
        if (
            speaks
            or listed
            or (others and len(self.book.leaves) > 2 and leaf.has_demands and not leaf.page.view.hidden)
        ):
            self.task_name = self._task_title()
            self.task_draft = self.job.task(self.task_name)
            self.task_draft.sheet = leaf.name

    def _listed(self) -> list[str]:
        return [
            written(t.view.rows[r][roles.context["task"].index])
            for x in self.book.leaves
            for t, roles in x.tables
            if "task" in roles.context and not roles.asks_demands
            for r in t.body
        ]

    def _task_title(self) -> str:
        for _, _, text in self.leaf.around.lines[:1]:
            if not names_document(text) and not names_firm(text):
                return text.strip()
        return self.leaf.name

    def _scale_of(self, job: JobDraft) -> None:
        if self.leaf.legend is not None:
            job.scale = self.leaf.legend.scale

    def _table(self, table: Table, roles: Roles) -> None:
        legend = self.leaf.legend or next((x.legend for x in self.book.leaves if x.legend), None)
        if self.book.answers.frequency_scale and legend is None:
            legend = None
        reader = TableReader(
            roles,
            self.book.answers,
            decimal_comma=self.book.decimal_comma,
            text_file=table.view.name == UNNAMED_SHEET,
            aliases=legend.aliases if legend else (),
            legend=frozenset(x for x, _ in legend.scale.bands) if legend else frozenset(),
            row_kinds=self._row_kinds(table),
            title_kinds=_kinds_in(table.title),
            section_hand=side_named(table.title),
        )
        self.book.problems += _zeros_in_headings(table)
        TableWalk(self, table, roles, reader).walk()
        self.book.problems += with_unit_notes(reader.problems, self.leaf, self.book.leaves)
        self.used = self.used or roles.asks_demands

    def _row_kinds(self, table: Table) -> dict[int, tuple[DemandKind, ...]]:
        """Kinds ticked in a table beside this one, row by row (`Lift`, `Carry`)."""
        found: dict[int, tuple[DemandKind, ...]] = {}
        for other, roles in self._beside(table):
            if other is table or roles.ticks_band or not _ticks_kinds(other, roles):
                continue
            for row in other.body:
                kinds = tuple(
                    k
                    for m in roles.measured
                    if other.view.rows[row][m.column.index] is not None
                    for k in m.kinds
                )
                if kinds:
                    found[row] = kinds
        return found

    def beside_ticks(self, table: Table, roles: Roles) -> bool:
        """Whether a table only says, by ticks, which kinds the rows of its neighbour are about."""
        return _ticks_kinds(table, roles) and any(
            o is not table and r.band_labels is not None for o, r in self._beside(table)
        )

    def _beside(self, table: Table) -> list[tuple[Table, Roles]]:
        """Return the tables whose headings stand in the same rows."""
        if not self.by_header:
            for other, roles in self.leaf.tables:
                self.by_header.setdefault(other.header, []).append((other, roles))
        return self.by_header.get(table.header, [])

    def _after(self) -> None:
        if self.leaf.page.view.hidden and self.used:
            self.book.problems.append(
                Problem(
                    Severity.NOTE,
                    "hidden-sheet",
                    "A hidden sheet holds demands; it was read.",
                    "Check that it is meant to count.",
                    self.leaf.name,
                )
            )


def _zeros_in_headings(table: Table) -> list[Problem]:
    return [
        Problem(
            Severity.NOTE,
            "digit-zero",
            "A digit 0 stands where the letter O (occasional) belongs; it was read as O.",
            "Nothing needs doing.",
            table.view.name,
            table.view.address(c.row, c.index),
            "0",
        )
        for c in table.bands
        if written(table.view.at(c.row, c.index)).strip() == "0"
    ]


def _kinds_in(title: str) -> tuple[DemandKind, ...]:
    word = kind_of(title) if title else None
    return word.kinds if word else ()


def _ticks_kinds(table: Table, roles: Roles) -> bool:
    if (
        not roles.measured
        or any(m.role != "kind" or len(m.kinds) != 1 for m in roles.measured)
        or "task" in roles.context
    ):
        return False
    values = [table.view.rows[r][m.column.index] for r in table.body for m in roles.measured]
    return all(v is None or fold(written(v)) in words("values", "marks") for v in values)


def _task_tables(leaf: Leaf) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(fold(c.text) for c in t.columns)
        for t, r in leaf.tables
        if r.asks_demands and "task" in r.context
    )


def read_book(book: Workbook) -> None:
    """Read every sheet of a workbook into its jobs."""
    book.gather_references()
    book.gather_titles()
    for leaf in book.in_order():
        SheetWalk(book, leaf).walk()
    book.settle_jobs()
