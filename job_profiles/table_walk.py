"""Row by row through a table: its job, its task, what it says of the task, and its demands."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from job_profiles.blocks import Table
from job_profiles.by_unit import Complaint, Place, Reading
from job_profiles.column_roles import Measured, Roles
from job_profiles.draft import JobDraft, TaskDraft
from job_profiles.grid.cells import CellError, CellValue
from job_profiles.letterhead import days_value, hours_value
from job_profiles.measures import measure
from job_profiles.problem import Problem, Severity
from job_profiles.rows import TableReader
from job_profiles.view import written
from job_profiles.vocabulary.kind_words import is_other_activity, kind_of
from job_profiles.vocabulary.words import fold, words

if TYPE_CHECKING:
    from job_profiles.sheet_walk import SheetWalk


_TASK_BAND: Final = re.compile(
    r"^\s*(?:task|duty|aufgabe|teilaufgabe|tätigkeit|tâche|tarea)\s*(?:no\.?\s*)?[\w.]{0,4}\s*[:.–-]\s*(.+)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class TableWalk:
    """Walks one table on behalf of its sheet."""

    sheet: "SheetWalk"
    table: Table
    roles: Roles
    reader: TableReader
    job: JobDraft = field(init=False)
    task: TaskDraft | None = None
    task_text: str | None = None
    unnamed: int = 0
    read_before: dict[tuple[int, type, CellValue], Reading] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.job = self.sheet.job
        self.task = self.sheet.task_draft

    def walk(self) -> None:
        """Read every row."""
        if self.sheet.beside_ticks(self.table, self.roles):
            return
        if self.roles.asks_demands or "task" in self.roles.context or "job" in self.roles.context:
            for row in self.table.body:
                if not self._total(row) and not self._band(row):
                    self._row(row)

    def _band(self, row: int) -> bool:
        """Take a lone text between rows of demands as the task of those below (`Task 2: Close bags`)."""
        label = self.roles.context.get("demand")
        if label is None or "task" in self.roles.context:
            return False
        cells = list(self.table.view.cells(row, self.table.first_col, self.table.last_col))
        if (
            len(cells) != 1
            or not isinstance(cells[0][1], str)
            or kind_of(cells[0][1])
            or is_other_activity(cells[0][1])
        ):
            return False
        numbered = _TASK_BAND.match(cells[0][1])
        if numbered is None and (
            self.roles.ticks_band or fold(cells[0][1]) in words("document_words", "sections")
        ):
            return True
        name = (numbered[1] if numbered else cells[0][1]).strip()
        self.task = self.job.task(name)
        self.task.name_cell, self.task.sheet = self.table.view.address(row, cells[0][0]), self.table.view.name
        return True

    def _total(self, row: int) -> bool:
        """Return a totals row is no task."""
        for _, value in self.table.view.cells(row, self.table.first_col, self.table.last_col):
            return isinstance(value, str) and fold(value) in words("not_demands", "totals")
        return False

    def _row(self, row: int) -> None:
        if "job" in self.roles.context:
            self._job(row)
        if "task" in self.roles.context:
            self._task(row)
        demands = self.reader.demands(row) if self.roles.asks_demands else []
        if not demands:
            return
        task = self.task or self._whole()
        if self.roles.is_tool_list and "task" not in self.roles.context:
            task = self.task or self._whole()
        task.demands += demands

    def _whole(self) -> TaskDraft:
        held = self.sheet.job
        self.sheet.job = self.job
        task = self.sheet.whole_task()
        self.sheet.job = held
        return task

    def _at(self, row: int, name: str) -> CellValue:
        column = self.roles.context.get(name)
        return None if column is None else self.table.view.rows[row][column.index]

    def _job(self, row: int) -> None:
        value = self._at(row, "job")
        if isinstance(value, str) and fold(value):
            job = self.sheet.book.job(value)
            if job is not self.job:
                self.job, self.task, self.task_text = job, None, None
                job.sheet = job.sheet or self.table.view.name
                job.scale = job.scale or self.sheet.job.scale
        self._job_facts(row)

    def _job_facts(self, row: int) -> None:
        shift, days, employer = self._at(row, "shift_hours"), self._at(row, "days"), self._at(row, "employer")
        if shift is not None and (hours := hours_value(shift)) is not None:
            self.job.shift_hours = hours
            self.job.shift_cell = self.job.shift_cell or self._address(row, "shift_hours")
        if days is not None:
            self.job.days_per_week = days_value(days) or self.job.days_per_week
        if isinstance(employer, str):
            self.job.employer = employer.strip()
        if (code := self._at(row, "occupation_code")) is not None:
            self.job.occupation_code = written(code).strip()

    def _address(self, row: int, name: str) -> str:
        return self.table.view.address(row, self.roles.context[name].index)

    def _task(self, row: int) -> None:
        value = self._at(row, "task")
        reference = self._at(row, "reference")
        if isinstance(value, CellError):
            self.reader.say(
                row,
                self.roles.context["task"].index,
                Complaint(
                    Severity.ERROR,
                    "error-cell",
                    f"The cell holds the spreadsheet error {value.text}.",
                    "Put in the name of the task.",
                ),
            )
            value = None
        if value is not None:
            self._named(row, written(value).strip())
        elif reference is not None and fold(written(reference)) in self.sheet.book.references:
            self._named(row, self.sheet.book.references[fold(written(reference))])
        elif self._stands_alone(row):
            self._nameless(row)
        self._task_facts(row)

    def _named(self, row: int, text: str) -> None:
        name = self.sheet.book.references.get(fold(text), text)
        if name != self.task_text:
            known = name in self.job.tasks
            self.task, self.task_text = self.job.task(name), name
            if not known or self.task.name_cell is None:
                self.task.name_cell, self.task.sheet = self._address(row, "task"), self.table.view.name
            elif self._other_hours(row):
                self._same_name(row, name)

    def _own_hours(self, row: int) -> float | None:
        for measured in self.roles.task_hours:
            value = self.table.view.rows[row][measured.column.index]
            facts = dict(self._measured(measured, value).facts) if value is not None else {}
            if isinstance(hours := facts.get("hours_per_day"), float):
                return hours
        return None

    def _other_hours(self, row: int) -> bool:
        hours = self._own_hours(row)
        task = self.task
        return (
            hours is not None
            and task is not None
            and task.hours is not None
            and task.sheet == self.table.view.name
            and abs(hours - task.hours) > 1e-6
        )

    def _same_name(self, row: int, name: str) -> None:
        first = self.task.name_cell if self.task else None
        here = self._address(row, "task")
        answer = dict(self.sheet.book.answers.task_names).get(f"{self.table.view.name}!{here}")
        if answer:
            if fold(answer) != fold(name):
                self._named(row, answer)
                self.task_text = name
            return
        self._problem(
            Severity.ERROR,
            "same-task-twice",
            f"The task “{name}” stands here again (first at {first}) with other hours.",
            "Give the two tasks different names, or the same hours.",
            f"{first}:{here}",
            name,
            f"task_names/{self.table.view.name}!{here}",
        )
        self.task = self.job.task(f"{name} ({here})")
        self.task.named = False

    def _stands_alone(self, row: int) -> bool:
        """Return a blank name with hours of its own that are not those of the task above: another task."""
        hours = self._own_hours(row)
        if hours is None or hours < 0:
            return False
        return self.task is None or self.task.hours is None or abs(self.task.hours - hours) > 1e-6

    def _nameless(self, row: int) -> None:
        here = self._address(row, "task")
        answer = dict(self.sheet.book.answers.task_names).get(f"{self.table.view.name}!{here}")
        if answer:
            self._named(row, answer)
            return
        self._problem(
            Severity.ERROR,
            "task-name-missing",
            "The row has hours of its own but no task name; it was not joined to the task above.",
            "Write the name of the task.",
            here,
            "",
            f"task_names/{self.table.view.name}!{here}",
        )
        self.task = self.job.task(f"Task in row {here.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}")
        self.task.named, self.task.name_cell, self.task.sheet = False, here, self.table.view.name
        self.task_text = None

    def _problem(
        self,
        severity: Severity,
        code: str,
        message: str,
        advice: str,
        cell: str,
        found: str,
        asks: str | None = None,
    ) -> None:
        self.reader.problems.append(
            Problem(severity, code, message, advice, self.table.view.name, cell, found, asks)
        )

    def _task_facts(self, row: int) -> None:
        task = self.task
        if task is None:
            return
        for name in ("essential", "modifiable"):
            value = self._at(row, name)
            if value is not None and getattr(task, name) is None:
                setattr(task, name, self.sheet_yes_no(value, self._address(row, name), name))
        for measured in self.roles.task_hours:
            value = self.table.view.rows[row][measured.column.index]
            if value is not None:
                self._hours(row, task, measured, value)

    def sheet_yes_no(self, value: CellValue, address: str, name: str) -> bool | None:
        """Read a yes-or-no cell of this table."""
        return self.sheet.says_yes(value, address, name)

    def _place(self, measured: Measured) -> Place:
        return Place(
            "hours",
            None,
            measured.column.heading.unit,
            "",
            measured.letters,
            measured.fractions,
            self.reader.decimal_comma,
            self.reader.text_file,
            self.reader.aliases,
            self.reader.legend,
        )

    def _measured(self, measured: Measured, value: CellValue) -> Reading:
        """Return what a cell of hours says; the same content is measured once."""
        key = (measured.column.index, type(value), value)
        found = self.read_before.get(key)
        if found is None:
            found = self.read_before[key] = measure(value, self._place(measured))
        return found

    def _hours(self, row: int, task: TaskDraft, measured: Measured, value: CellValue) -> None:
        if task.hours is not None and self._own_hours(row) == task.hours:
            return
        reading = self._measured(measured, value)
        for complaint in reading.complaints:
            self.reader.say(row, measured.column.index, complaint)
        facts = dict(reading.facts)
        if task.hours is None and isinstance(facts.get("hours_per_day"), float):
            task.hours = facts["hours_per_day"]  # type: ignore[assignment]
            task.hours_cell, task.sheet = (
                self.table.view.address(row, measured.column.index),
                self.table.view.name,
            )
        if "share" in facts and task.hours_share is None and task.hours is None:
            task.hours_share = facts["share"]  # type: ignore[assignment]
            task.hours_cell, task.sheet = (
                self.table.view.address(row, measured.column.index),
                self.table.view.name,
            )
        if "hours_range" in facts and task.hours_range is None:
            task.hours_range = facts["hours_range"]  # type: ignore[assignment]
