"""The task of a row: by its name, by a reference, or by hours of its own without a name."""

from dataclasses import dataclass

from job_profiles.by_unit import Complaint
from job_profiles.grid.cells import CellError
from job_profiles.problem import Severity
from job_profiles.task_hours import TaskHours
from job_profiles.view import written
from job_profiles.vocabulary.words import fold


@dataclass(slots=True)
class TaskRows(TaskHours):
    """Reads the cells of a row that name its task, and what they say of it."""

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
                self.task.named_at(self.table.view.name, self._address(row, "task"))
            elif self._other_hours(row):
                self._same_name(row, name)

    def _named_by_person(self, row: int, name: str) -> None:
        is_new = name not in self.job.tasks
        self._named(row, name)
        if is_new and self.task is not None:
            self.task.given.append("name")

    def _same_name(self, row: int, name: str) -> None:
        first = self.task.name_cell if self.task else None
        here = self._address(row, "task")
        answer = dict(self.sheet.book.answers.task_names).get(f"{self.table.view.name}!{here}")
        if answer:
            if fold(answer) != fold(name):
                self._named_by_person(row, answer)
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

    def _nameless(self, row: int) -> None:
        here = self._address(row, "task")
        answer = dict(self.sheet.book.answers.task_names).get(f"{self.table.view.name}!{here}")
        if answer:
            self._named_by_person(row, answer)
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
        self.task.named = False
        self.task.named_at(self.table.view.name, here)
        self.task_text = None

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
        self._days_of_hours(row)
        if self.roles.week_hours is not None:
            self._week_hours(row, task, self.roles.week_hours.index)
