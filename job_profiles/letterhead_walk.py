"""What the letterhead of a sheet says of the job and its tasks, pair by pair and line by line."""

from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.by_unit import Place
from job_profiles.draft import DemandDraft, JobDraft, TaskDraft
from job_profiles.grid.cells import CellError, CellValue
from job_profiles.headings import heading_of
from job_profiles.kinds import DemandKind
from job_profiles.letterhead import (
    Pair,
    days_value,
    ends_abbreviated,
    hours_value,
    names_firm,
    shift_in,
    title_parts,
)
from job_profiles.measures import measure
from job_profiles.problem import Problem, Severity
from job_profiles.view import written
from job_profiles.vocabulary.kind_words import band_of, exact_kind, quality_within
from job_profiles.vocabulary.words import fold, words
from job_profiles.workbook import Leaf, Workbook, inherit, is_title

WHOLE_JOB: Final = "Whole job"
_TASKS_ABOVE: Final = 200
_DEMANDS_ABOVE: Final = 200
"""How far up a key such as `Required grip force` looks for the demand that it completes."""


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
        problems.append(
            Problem(
                severity,
                f"{what}-unclear",
                f"“{text}” is neither yes nor no; {what} was left open.",
                "Write yes or no.",
                sheet,
                address,
                text,
            )
        )
    return None


def _factor(unit: object) -> float:
    return (
        float(getattr(unit, "factor", 1.0))
        if unit is not None and getattr(unit, "dimension", None) == "time"
        else 1.0
    )


def _band_line(text: str) -> bool:
    return any(band_of(p) for p in text.replace("/", " ").split()) or any(c.isdigit() for c in text)


@dataclass(slots=True)
class LetterheadWalk:
    """Reads what stands around the tables. `job` and `task_draft` are what it speaks of just now."""

    book: Workbook
    leaf: Leaf
    job: JobDraft = field(init=False)
    task_name: str | None = None
    task_draft: TaskDraft | None = None
    used: bool = False

    def _pair(self, pair: Pair) -> None:
        role = pair.heading.role
        if is_title(pair, self.leaf):
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
        elif role == "cycle_time":
            cycle = hours_value(pair.value, _factor(pair.heading.unit))
            self.job.cycle_s = cycle * 3600 if cycle is not None else None
        elif role == "ignored" and fold(pair.key) in {"breaks", "break", "pausen", "pauses", "pausas"}:
            self._breaks(pair)
        else:
            self._time_pair(pair)

    def _named(self, title: str) -> None:
        self._begin_if_used()
        held = self.job
        job = self.book.job(title)
        if held is not job:
            inherit(job, held)
            job.scale = job.scale or held.scale
            job.shift_found = job.shift_found or held.shift_found
        self.job = job
        job.sheet = job.sheet or self.leaf.name
        self.task_name = self.task_draft = None

    def _begin_if_used(self) -> None:
        """Return a letterhead after a table begins the next job on the same sheet."""
        if self.used:
            scale = self.job.scale
            self.job, self.used = JobDraft(scale=scale), False
            self.task_name = self.task_draft = None

    def _task_pair(self, pair: Pair) -> None:
        self.task_name = str(pair.value).strip()
        self.task_draft = self.job.task(self.task_name)
        self.task_draft.name_cell, self.task_draft.sheet = (
            self.leaf.page.view.address(pair.row, pair.col),
            self.leaf.name,
        )

    def _time_pair(self, pair: Pair) -> None:
        heading, value = pair.heading, pair.value
        address = self.leaf.page.view.address(pair.row, pair.col)
        if heading.has("essential") and self.task_draft is not None:
            self.task_draft.essential = self.says_yes(value, address, "essential")
        elif heading.has("hours") and self.task_draft is not None:
            self.task_draft.hours, self.task_draft.hours_cell = (
                hours_value(value, _factor(heading.unit)),
                address,
            )
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
        hours = hours_value(
            value, _factor(unit) if unit is not None and unit.dimension.value == "time" else 1.0
        )
        if hours is not None:
            self.job.shift_hours, self.job.shift_cell, self.job.shift_found = hours, address, written(value)
            self.job.sheet = self.leaf.name
        if isinstance(value, str):
            self.job.days_per_week = shift_in(value)[1] or self.job.days_per_week

    def _error_cell(self, value: CellError, address: str) -> None:
        self.book.problems.append(
            Problem(
                Severity.ERROR,
                "error-cell",
                f"The cell holds the spreadsheet error {value.text}.",
                "Put in the value.",
                self.leaf.name,
                address,
                value.text,
            )
        )

    def _breaks(self, pair: Pair) -> None:
        text = fold(written(pair.value))
        if not any(w in text for w in ("paid", "unpaid", "unbezahlt", "bezahlt", "not in", "included")):
            self.book.breaks_open = Problem(
                Severity.QUESTION,
                "breaks-in-shift",
                "Is the shift counted with or without the breaks?",
                "Say how long the person works without the breaks.",
                self.leaf.name,
                self.leaf.page.view.address(pair.row, pair.col),
                written(pair.value),
                "shift_hours",
            )

    def _kind_pair(self, pair: Pair) -> None:
        """Take `Required grip force: 25 lb`; a sentence after a kind tells how it is known."""
        kind = pair.heading.kinds[0]
        text = written(pair.value)
        if (
            isinstance(pair.value, str)
            and (quality := quality_within(text)) is not None
            and not any(c.isdigit() for c in text)
        ):
            self.book.notes.append((kind.value, quality.value))
            return
        reading = measure(
            pair.value, Place("amount", kind, pair.heading.unit, decimal_comma=self.book.decimal_comma)
        )
        if not reading.facts or any(c.severity is Severity.ERROR for c in reading.complaints):
            return
        draft = self._same_kind(kind)
        address = self.leaf.page.view.address(pair.row, pair.col)
        if draft is None:
            draft = DemandDraft(kind, self.leaf.name, pair.row, open_to=pair.heading.open_to)
            draft.hand = pair.heading.hand
            self.whole_task().demands.append(draft)
        draft.facts.update({k: v for k, v in reading.facts if k not in draft.facts})
        draft.cell, draft.as_written, draft.rank, draft.hand_open = address, text, 0, draft.hand_open
        self.book.problems += [
            Problem(c.severity, c.code, c.message, c.advice, self.leaf.name, address, text, c.asks, c.choices)
            for c in reading.complaints
        ]

    def _same_kind(self, kind: DemandKind) -> DemandDraft | None:
        """Return the demand of that kind, not far above on this sheet, that still lacks an amount."""
        for task in islice(reversed(self.job.tasks.values()), _TASKS_ABOVE):
            for draft in reversed(task.demands[-_DEMANDS_ABOVE:]):
                same = draft.kind is kind and draft.sheet == self.leaf.name
                if same and not {"force_n", "load_kg"} & set(draft.facts):
                    return draft
        return None

    def _line(self, row: int, col: int, text: str) -> None:
        hours, days = shift_in(text) if len(text) < 200 else (None, None)
        if hours is not None and self.job.shift_hours is None:
            self.job.shift_hours, self.job.shift_cell, self.job.sheet = (
                hours,
                self.leaf.page.view.address(row, col),
                self.leaf.name,
            )
        self.job.days_per_week = self.job.days_per_week or days
        if (hours or days) or len(text) > 120 or self.used:
            return
        self._letterhead(text)

    def _letterhead(self, text: str) -> None:
        """Take firm and job out of a title line: `Firm – document`, `document – job`, `Firm – job`."""
        if (
            not any(c.isalpha() for c in text)
            or exact_kind(text)
            or (text.rstrip().endswith((".", "?")) and not ends_abbreviated(text))
            or (self.leaf.legend and _band_line(text))
        ):
            return
        parts, document = title_parts(text)
        parts = [
            p
            for p in parts
            if fold(p) != fold(self.leaf.name)
            and fold(p) not in words("document_words", "sections")
            and not heading_of(p).roles
            and parse_amount(p) is None
            and fold(p) != fold(self.task_name or "")
        ]
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
        return self.leaf.names_employer

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
