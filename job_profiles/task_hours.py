"""The hours of a task in the rows of a table, of a day or of a week."""

from dataclasses import dataclass, replace
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.by_unit import Complaint, Place, Reading
from job_profiles.column_roles import Measured
from job_profiles.draft import TaskDraft, TotalDraft
from job_profiles.grid.cells import CellValue
from job_profiles.letterhead import hours_value
from job_profiles.measures import measure
from job_profiles.part_of_week import days_of_few, not_every_day
from job_profiles.problem import Severity
from job_profiles.row_context import RowContext
from job_profiles.units import Dimension, unit_of
from job_profiles.view import written
from job_profiles.vocabulary.kind_words import is_not_applicable

_OFTEN: Final = frozenset({"rate", "interval"})


def _tells_a_time(value: CellValue) -> bool:
    if not isinstance(value, str):
        return value is not None
    amount = parse_amount(value)
    if amount is None or amount.unit is None:
        return amount is not None and not amount.unit_text
    return amount.unit.dimension is Dimension.TIME


@dataclass(slots=True)
class TaskHours(RowContext):
    """Reads the cells of a row that tell the hours of its task."""

    def _own_hours(self, row: int) -> float | None:
        for measured in self.roles.task_hours:
            value = self.table.view.rows[row][measured.column.index]
            facts = dict(self._measured(row, measured, value).facts) if value is not None else {}
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

    def _stands_alone(self, row: int) -> bool:
        """Whether a row without a name is another task: its hours are not those of the task above."""
        hours = self._own_hours(row)
        if hours is None or hours < 0:
            return False
        return self.task is None or self.task.hours is None or abs(self.task.hours - hours) > 1e-6

    def _week_hours(self, row: int, task: TaskDraft, col: int) -> None:
        """Keep the hours of a week that a task takes; they become hours of a day once the days are known."""
        value = self.table.view.rows[row][col]
        hours = hours_value(value)
        if hours is not None:
            task.week_hours = hours
            task.hours_cell, task.sheet = self.table.view.address(row, col), self.table.view.name
        elif value is not None and not is_not_applicable(written(value)):
            message, advice = f"“{written(value)}” is no number of hours.", "Write the hours as a number."
            self.reader.say(row, col, Complaint(Severity.ERROR, "text-in-number", message, advice))

    def _days_of_hours(self, row: int) -> None:
        """Say where another cell of the row tells that its hours are not those of every day: `2x a week`."""
        cells = self.table.view.rows[row]
        timed = (*self.roles.task_hours, *(m for m in self.roles.measured if m.role == "hours"))
        if not any(_tells_a_time(cells[m.column.index]) for m in timed):
            return
        for measured in self.roles.measured:
            text = cells[measured.column.index]
            if measured.role in _OFTEN and isinstance(text, str) and days_of_few(text):
                self.reader.say(row, measured.column.index, not_every_day(text))

    def _keep_total(self, row: int) -> None:
        """Keep the hours that a row of totals gives, to be held against the tasks."""
        for measured in (*self.roles.task_hours, *(m for m in self.roles.measured if m.role == "hours")):
            value = self.table.view.rows[row][measured.column.index]
            hours = dict(self._measured(row, measured, value).facts).get("hours_per_day")
            if isinstance(hours, float):
                cell = self.table.view.address(row, measured.column.index)
                self.job.totals.append(TotalDraft(hours, self.table.view.name, cell, written(value)))

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

    def _measured(self, row: int, measured: Measured, value: CellValue) -> Reading:
        """Return what a cell of hours says; the same content is measured once."""
        beside = self.roles.hour_units.get(measured.column.index)
        unit_text = None if beside is None else written(self.table.view.rows[row][beside])
        key = (measured.column.index, type(value), value, unit_text)
        found = self.read_before.get(key)
        if found is None:
            place = self._place(measured)
            if unit_text is not None:
                place = replace(place, unit=unit_of(unit_text), unit_words=unit_text.strip())
            found = self.read_before[key] = measure(value, place)
        return found

    def _hours(self, row: int, task: TaskDraft, measured: Measured, value: CellValue) -> None:
        if task.hours is not None and self._own_hours(row) == task.hours:
            return
        reading = self._measured(row, measured, value)
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
