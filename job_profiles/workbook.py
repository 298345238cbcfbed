"""A whole workbook: which sheet, letterhead or column speaks of which job and task, and every demand to its place."""

from dataclasses import dataclass, field, replace
from typing import Final

from job_profiles.answers import Answers
from job_profiles.amounts import duration_of
from job_profiles.blocks import Column, Page, Table, page_of
from job_profiles.draft import DemandDraft, JobDraft, TaskDraft
from job_profiles.grid.cells import EXAMPLES_MARK, UNNAMED_SHEET, CellError, CellValue, Sheet
from job_profiles.headings import heading_of
from job_profiles.kinds import DemandKind, Hand
from job_profiles.legend import Legend, legend_in_headings, legend_of
from job_profiles.letterhead import Around, Pair, around, days_value, hours_value, names_document, names_firm, shift_in, title_parts
from job_profiles.measures import Complaint, Place, measure
from job_profiles.problem import Problem, Severity
from job_profiles.roles import Measured, Roles, roles_of_table
from job_profiles.rows import TableReader
from job_profiles.transpose import upright
from job_profiles.view import View, view_of, written
from job_profiles.vocabulary.kind_words import exact_kind, quality_within
from job_profiles.vocabulary.words import fold, words

WHOLE_JOB: Final = "Whole job"


@dataclass(slots=True)
class Leaf:
    """A sheet taken apart: what stands around its tables, its legend, and its tables with their roles."""

    page: Page
    around: Around
    legend: Legend | None
    tables: list[tuple[Table, Roles]] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The sheet's name."""
        return self.page.view.name

    @property
    def has_demands(self) -> bool:
        """Whether a table of the sheet holds demands."""
        return any(r.asks_demands for _, r in self.tables)

    @property
    def titles(self) -> list[Pair]:
        """Pairs that name a job."""
        return [p for p in self.around.pairs if _is_title(p, self)]


def _is_title(pair: Pair, leaf: "Leaf") -> bool:
    if not isinstance(pair.value, str):
        return False
    if pair.heading.role == "job":
        return True
    return pair.heading.has("german_job") and any("task" in r.context for _, r in leaf.tables)


def leaf_of(sheet: Sheet, answers: Answers) -> Leaf:
    """Take one sheet apart."""
    page = page_of(view_of(sheet))
    loose = list(page.loose())
    leaf = Leaf(page, around(iter(loose)), legend_of(loose))
    for table in page.tables:
        roles = roles_of_table(table, answers)
        turned = upright(table, roles)
        if turned is not None:
            table, roles = turned, roles_of_table(turned, answers)
        leaf.tables.append((table, roles))
    if leaf.legend is None:
        texts = [c.text for t, _ in leaf.tables for c in t.columns if c.heading.band]
        leaf.legend = legend_in_headings(texts)
    return leaf


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

    def read(self) -> None:
        """Read every sheet into jobs."""
        self._gather_references()
        for leaf in self._in_order():
            SheetWalk(self, leaf).walk()
        self._settle_jobs()

    def _in_order(self) -> list[Leaf]:
        """Sheets that name a job come before those that only hold its tasks."""
        return sorted(self.leaves, key=lambda leaf: not leaf.titles and not _job_table(leaf))

    def job(self, title: str | None) -> JobDraft:
        """Return the job of a title; None is the job that no sheet names."""
        key = fold(title) if title else ""
        if key not in self.jobs:
            self.jobs[key] = JobDraft(title.strip() if title else None)
        return self.jobs[key]

    def _gather_references(self) -> None:
        """`T1` stands for the task it stands beside."""
        for leaf in self.leaves:
            for table, roles in leaf.tables:
                reference, task = roles.context.get("reference"), roles.context.get("task")
                if reference and task:
                    for row in table.body[:5000]:
                        key, name = table.view.rows[row][reference.index], table.view.rows[row][task.index]
                        if key is not None and isinstance(name, str):
                            self.references.setdefault(fold(written(key)), name.strip())

    def _settle_jobs(self) -> None:
        """What only the workbook says (firm, shift) holds for each job that says nothing itself."""
        shared = self.jobs.get("")
        named = [j for k, j in self.jobs.items() if k]
        if shared is not None and named:
            for job in named:
                _inherit(job, shared)
            if shared.tasks and len(named) == 1:
                _merge_tasks(named[0], shared)
            if not shared.tasks or len(named) == 1:
                del self.jobs[""]
        firms = {j.employer for j in named if j.employer}
        for job in named:
            job.employer = job.employer or (next(iter(firms)) if len(firms) == 1 else None)


def _inherit(job: JobDraft, shared: JobDraft) -> None:
    job.employer = job.employer or shared.employer
    job.occupation_code = job.occupation_code or shared.occupation_code
    job.days_per_week = job.days_per_week or shared.days_per_week
    if job.shift_hours is None:
        job.shift_hours, job.shift_cell, job.sheet = shared.shift_hours, shared.shift_cell, job.sheet or shared.sheet
        job.shift_broken = job.shift_broken or shared.shift_broken


def _merge_tasks(job: JobDraft, shared: JobDraft) -> None:
    for name, task in shared.tasks.items():
        job.tasks.setdefault(name, task)


def _job_table(leaf: Leaf) -> bool:
    return any("job" in r.context for _, r in leaf.tables)


@dataclass(slots=True)
class SheetWalk:
    """Goes down one sheet: pairs and lines set the job and the task, tables fill them."""

    book: Workbook
    leaf: Leaf
    job: JobDraft = field(init=False)
    task_name: str | None = None
    task_draft: TaskDraft | None = None
    used: bool = False

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
        alike = [x for x in self.book.leaves if x is not self.leaf and not x.titles and _task_tables(x) and _task_tables(x) == mine]
        return self.leaf.name if mine and alike else None

    def walk(self) -> None:
        """Read the sheet from top to bottom."""
        events: list[tuple[int, int, object]] = [(p.row, p.col, p) for p in self.leaf.around.pairs]
        events += [(r, c, (r, c, t)) for r, c, t in self.leaf.around.lines]
        events += [(t.header[0] if t.header[0] >= 0 else t.view.top, -1, (t, r)) for t, r in self.leaf.tables]
        self._sheet_task()
        if self.leaf.legend:
            self._scale_of(self.job)
        for _, _, event in sorted(events, key=lambda e: (e[0], e[1])):
            if isinstance(event, Pair):
                self._pair(event)
            elif isinstance(event, tuple) and len(event) == 3:
                self._line(*event)
            elif isinstance(event, tuple):
                self._table(*event)
        self._after()

    # --- letterhead -------------------------------------------------------------------------------------------

    def _pair(self, pair: Pair) -> None:
        role = pair.heading.role
        if _is_title(pair, self.leaf):
            self._named(str(pair.value))
        elif role == "employer" and isinstance(pair.value, str):
            self._begin_if_used()
            self.job.employer = pair.value.strip()
        elif role in {"task", "german_job"} and isinstance(pair.value, str):
            self._task_pair(pair)
        elif role == "occupation_code":
            self.job.occupation_code = written(pair.value).strip()
        elif pair.heading.kinds:
            self._kind_pair(pair)
        elif role == "ignored" and fold(pair.key) in {"breaks", "break", "pausen", "pauses", "pausas"}:
            self._breaks(pair)
        else:
            self._time_pair(pair)

    def _named(self, title: str) -> None:
        self._begin_if_used()
        held = self.job
        job = self.book.job(title)
        if held is not job:
            _inherit(job, held)
            job.scale = job.scale or held.scale
            job.shift_found = job.shift_found or held.shift_found
        self.job = job
        job.sheet = job.sheet or self.leaf.name
        self.task_name = self.task_draft = None

    def _begin_if_used(self) -> None:
        """A letterhead after a table begins the next job on the same sheet."""
        if self.used:
            scale = self.job.scale
            self.job, self.used = JobDraft(scale=scale), False
            self.task_name = self.task_draft = None

    def _task_pair(self, pair: Pair) -> None:
        self.task_name = str(pair.value).strip()
        self.task_draft = self.job.task(self.task_name)
        self.task_draft.name_cell, self.task_draft.sheet = self.leaf.page.view.address(pair.row, pair.col), self.leaf.name

    def _time_pair(self, pair: Pair) -> None:
        heading, value = pair.heading, pair.value
        address = self.leaf.page.view.address(pair.row, pair.col)
        if heading.has("essential") and self.task_draft is not None:
            self.task_draft.essential = self._yes_no(value, address, "essential")
        elif heading.has("hours") and self.task_draft is not None:
            self.task_draft.hours, self.task_draft.hours_cell = hours_value(value, _factor(heading.unit)), address
        elif heading.has("shift_hours", "hours"):
            self._shift(value, address, heading)
        elif heading.has("days"):
            self.job.days_per_week = days_value(value) or self.job.days_per_week
        if isinstance(value, CellError) and not heading.has("shift_hours", "ignored"):
            self._error_cell(value, address)

    def _shift(self, value: CellValue, address: str, heading: object) -> None:
        if isinstance(value, CellError):
            self._error_cell(value, address)
            self.job.shift_broken = True
            return
        unit = getattr(heading, "unit", None)
        hours = hours_value(value, _factor(unit) if unit is not None and unit.dimension.value == "time" else 1.0)
        if hours is not None:
            self.job.shift_hours, self.job.shift_cell, self.job.shift_found = hours, address, written(value)
            self.job.sheet = self.leaf.name
        if isinstance(value, str):
            self.job.days_per_week = shift_in(value)[1] or self.job.days_per_week

    def _error_cell(self, value: CellError, address: str) -> None:
        self.book.problems.append(
            Problem(Severity.ERROR, "error-cell", f"The cell holds the spreadsheet error {value.text}.", "Put in the value.", self.leaf.name, address, value.text)
        )

    def _breaks(self, pair: Pair) -> None:
        text = fold(written(pair.value))
        if not any(w in text for w in ("paid", "unpaid", "unbezahlt", "bezahlt", "not in", "included")):
            self.book.breaks_open = Problem(
                Severity.QUESTION, "breaks-in-shift", "Is the shift counted with or without the breaks?", "Say how long the person works without the breaks.",
                self.leaf.name, self.leaf.page.view.address(pair.row, pair.col), written(pair.value), "shift_hours",
            )

    def _kind_pair(self, pair: Pair) -> None:
        """`Required grip force: 25 lb` outside a table; a sentence after a kind is a note about how it is known."""
        kind = pair.heading.kinds[0]
        text = written(pair.value)
        if isinstance(pair.value, str) and (quality := quality_within(text)) is not None and not any(c.isdigit() for c in text):
            self.book.notes.append((kind.value, quality.value))
            return
        reading = measure(pair.value, Place("amount", kind, pair.heading.unit, decimal_comma=self.book.decimal_comma))
        if not reading.facts or any(c.severity is Severity.ERROR for c in reading.complaints):
            return
        draft = self._same_kind(kind)
        address = self.leaf.page.view.address(pair.row, pair.col)
        if draft is None:
            draft = DemandDraft(kind, self.leaf.name, pair.row, open_to=pair.heading.open_to)
            draft.hand = pair.heading.hand
            self._whole_task().demands.append(draft)
        draft.facts.update({k: v for k, v in reading.facts if k not in draft.facts})
        draft.cell, draft.as_written, draft.rank, draft.hand_open = address, text, 0, draft.hand_open
        self.book.problems += [Problem(c.severity, c.code, c.message, c.advice, self.leaf.name, address, text, c.asks, c.choices) for c in reading.complaints]

    def _same_kind(self, kind: DemandKind) -> DemandDraft | None:
        found = [d for t in self.job.tasks.values() for d in t.demands if d.kind is kind and d.sheet == self.leaf.name and not {"force_n", "load_kg"} & set(d.facts)]
        return found[-1] if found else None

    def _line(self, row: int, col: int, text: str) -> None:
        hours, days = shift_in(text) if len(text) < 200 else (None, None)
        if hours is not None and self.job.shift_hours is None:
            self.job.shift_hours, self.job.shift_cell, self.job.sheet = hours, self.leaf.page.view.address(row, col), self.leaf.name
        self.job.days_per_week = self.job.days_per_week or days
        if (hours or days) or len(text) > 120 or self.used:
            return
        self._letterhead(text)

    def _letterhead(self, text: str) -> None:
        """The firm and the job out of a title line: `Firm – document`, `document – job`, `Firm – job`."""
        if not any(c.isalpha() for c in text) or exact_kind(text) or text.rstrip().endswith((".", "?")) or (self.leaf.legend and _band_line(text)):
            return
        parts, document = title_parts(text)
        parts = [p for p in parts if fold(p) != fold(self.leaf.name) and fold(p) not in words("document_words", "sections") and not heading_of(p).roles and fold(p) != fold(self.task_name or "")]
        if not parts or self.task_draft is not None:
            return
        titled = self.job.title is not None or bool(self.leaf.titles)
        firm = next((p for p in parts if names_firm(p)), None)
        if document and firm is None and not titled:
            self._title(parts[0])
        elif len(parts) == 2 and not titled and not document:
            self.job.employer = self.job.employer or firm or parts[0]
            self._title(parts[1] if (firm or parts[0]) == parts[0] else parts[0])
        elif self.job.employer is None and len(text) < 80 and (firm or not self._has_employer_pair()):
            self.job.employer = firm or parts[0]

    def _has_employer_pair(self) -> bool:
        return any(p.heading.role == "employer" for p in self.leaf.around.pairs)

    def _title(self, title: str) -> None:
        if self.job is self.book.jobs.get(""):
            self.job.title = self.job.title or title
        elif self.job.title is None:
            self.job.title = title

    # --- tables -------------------------------------------------------------------------------------------------

    def _sheet_task(self) -> None:
        """A sheet without a job of its own whose table names no task is about one task: the sheet's."""
        leaf = self.leaf
        if leaf.titles or not leaf.has_demands or any("task" in r.context or "job" in r.context for _, r in leaf.tables):
            return
        if any(p.heading.role == "task" for p in leaf.around.pairs):
            return
        speaks = any(p.heading.has("essential") or (p.heading.has("hours") and not p.heading.has("shift_hours")) for p in leaf.around.pairs)
        listed = any(fold(leaf.name) == fold(t) for t in self._listed())
        others = [x for x in self.book.leaves if x is not leaf and x.titles]
        if speaks or listed or (others and len(self.book.leaves) > 2 and leaf.has_demands and not leaf.page.view.hidden):
            self.task_name = self._task_title()
            self.task_draft = self.job.task(self.task_name)
            self.task_draft.sheet = leaf.name

    def _listed(self) -> list[str]:
        return [written(t.view.rows[r][roles.context["task"].index]) for x in self.book.leaves for t, roles in x.tables if "task" in roles.context and not roles.asks_demands for r in t.body]

    def _task_title(self) -> str:
        for _, _, text in self.leaf.around.lines[:1]:
            if not names_document(text) and not names_firm(text):
                return text.strip()
        return self.leaf.name

    def _scale_of(self, job: JobDraft) -> None:
        if self.leaf.legend is not None:
            job.scale = self.leaf.legend.scale

    def _whole_task(self) -> TaskDraft:
        if self.task_draft is not None:
            return self.task_draft
        task = self.job.task(WHOLE_JOB)
        task.named = False
        return task

    def _table(self, table: Table, roles: Roles) -> None:
        legend = self.leaf.legend or next((x.legend for x in self.book.leaves if x.legend), None)
        if self.book.answers.frequency_scale and legend is None:
            legend = None
        reader = TableReader(
            roles, self.book.answers, decimal_comma=self.book.decimal_comma, text_file=table.view.name == UNNAMED_SHEET,
            aliases=legend.aliases if legend else (), legend=frozenset(x for x, _ in legend.scale.bands) if legend else frozenset(),
            row_kinds=self._row_kinds(table), title_kinds=_kinds_in(table.title),
        )
        from job_profiles.table_walk import TableWalk

        self.book.problems += _zeros_in_headings(table)
        TableWalk(self, table, roles, reader).walk()
        self.book.problems += reader.problems
        self.used = self.used or roles.asks_demands

    def _row_kinds(self, table: Table) -> dict[int, tuple[DemandKind, ...]]:
        """Kinds ticked in a table beside this one, row by row (`Lift`, `Carry`)."""
        found: dict[int, tuple[DemandKind, ...]] = {}
        for other, roles in self.leaf.tables:
            if other is table or other.header != table.header or roles.ticks_band or not _ticks_kinds(other, roles):
                continue
            for row in other.body:
                kinds = tuple(k for m in roles.measured if other.view.rows[row][m.column.index] is not None for k in m.kinds)
                if kinds:
                    found[row] = kinds
        return found

    def beside_ticks(self, table: Table, roles: Roles) -> bool:
        """Whether a table only says, by ticks, which kinds the rows of its neighbour are about."""
        return _ticks_kinds(table, roles) and any(o is not table and o.header == table.header and r.band_labels is not None for o, r in self.leaf.tables)

    def _yes_no(self, value: CellValue, address: str, what: str) -> bool | None:
        return yes_no(value, self.leaf.name, address, what, self.book.problems)

    def _after(self) -> None:
        if self.leaf.page.view.hidden and self.used:
            self.book.problems.append(Problem(Severity.NOTE, "hidden-sheet", "A hidden sheet holds demands; it was read.", "Check that it is meant to count.", self.leaf.name))


def _zeros_in_headings(table: Table) -> list[Problem]:
    return [
        Problem(Severity.NOTE, "digit-zero", "A digit 0 stands where the letter O (occasional) belongs; it was read as O.", "Nothing needs doing.", table.view.name, table.view.address(c.row, c.index), "0")
        for c in table.bands
        if written(table.view.at(c.row, c.index)).strip() == "0"
    ]


def yes_no(value: CellValue, sheet: str, address: str, what: str, problems: list[Problem]) -> bool | None:
    """Return what a yes-or-no cell says; anything else is a warning."""
    if value is None:
        return None
    text = written(value)
    folded = fold(text) or text.strip()
    if value is True or folded in words("values", "yes"):
        return True
    if value is False or folded in words("values", "no"):
        return False
    if folded not in words("not_demands", "not_applicable"):
        severity = Severity.ERROR if isinstance(value, CellError) else Severity.WARNING
        problems.append(Problem(severity, f"{what}-unclear", f"“{text}” is neither yes nor no; {what} was left open.", "Write yes or no.", sheet, address, text))
    return None


def _factor(unit: object) -> float:
    return float(getattr(unit, "factor", 1.0)) if unit is not None and getattr(unit, "dimension", None) == "time" else 1.0


def _band_line(text: str) -> bool:
    from job_profiles.vocabulary.kind_words import band_of

    return any(band_of(p) for p in text.replace("/", " ").split()) or any(c.isdigit() for c in text)


def _kinds_in(title: str) -> tuple[DemandKind, ...]:
    from job_profiles.vocabulary.kind_words import kind_of

    word = kind_of(title) if title else None
    return word.kinds if word else ()


def _ticks_kinds(table: Table, roles: Roles) -> bool:
    if not roles.measured or any(m.role != "kind" or len(m.kinds) != 1 for m in roles.measured) or "task" in roles.context:
        return False
    values = [table.view.rows[r][m.column.index] for r in table.body for m in roles.measured]
    return all(v is None or fold(written(v)) in words("values", "marks") for v in values)


def _task_tables(leaf: Leaf) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold(c.text) for c in t.columns) for t, r in leaf.tables if r.asks_demands and "task" in r.context)
