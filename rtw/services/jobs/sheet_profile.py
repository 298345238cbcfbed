"""From a sheet written in the browser to a job profile.

A row that was not touched stays exactly the demand it was copied from, with its cell and quality; a
changed row keeps what the sheet has no column for, and counts as stated.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from job_profiles.problem import Problem
from job_profiles.profile import Demand, FrequencyScale, JobProfile, Range, Shift, Task
from job_profiles.questions import schemes
from rtw.services.jobs.sheet import JobSheet, SheetRow
from rtw.services.jobs.sheet_cells import CellProblem
from rtw.services.jobs.sheet_demand import Frame, read_demand
from rtw.services.jobs.sheet_from_profile import KEPT_SCALE
from rtw.services.jobs.typed import number_in, odd, span_in, wrong

_DAYS = re.compile(r"\s*(?:days?|d)(?:\s*(?:a|per|/)\s*week)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetReading:
    """The profile of a sheet, and what is wrong or odd in it. It may be saved when nothing `blocks`.

    `left_blank` names hours that nobody gave; they are asked for once.
    """

    profile: JobProfile
    problems: tuple[CellProblem, ...]
    left_blank: tuple[CellProblem, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether something must be put right first."""
        return any(found.blocks for found in self.problems)

    @property
    def asked(self) -> tuple[CellProblem, ...]:
        """What is asked once before it is saved: it may well be so."""
        odd_hours = (found for found in self.problems if found.problem.code == "tasks-over-shift")
        return (*odd_hours, *self.left_blank)


def read_sheet(sheet: JobSheet, base: JobProfile | None = None) -> SheetReading:
    """Read a sheet as typed, on the ground of the profile it was copied from."""
    reader = _Reader(base)
    profile = reader.profile(sheet)
    left_blank = tuple(_left_blank(profile, sheet.rows, base))
    return SheetReading(profile, tuple(reader.problems), left_blank)


def _left_blank(
    profile: JobProfile, rows: tuple[SheetRow, ...], base: JobProfile | None
) -> Iterator[CellProblem]:
    """Ask for the shift and for each task without hours; not again where the version before had none."""
    known = {task.name for task in base.tasks if _is_untimed(task)} if base else set()
    advice = "Leave it blank if nobody knows."
    if profile.shift.hours_per_day is None and (base is None or base.shift.hours_per_day is not None):
        asked = odd("shift-missing", "How long is the shift?", advice)
        yield CellProblem(None, "shift_hours", asked)
    for task in profile.tasks:
        if task.name and task.name not in known and _is_untimed(task):
            row = next((n for n, row in enumerate(rows) if row.task == task.name), None)
            message = f"How long does “{task.name}” take in a day?"
            yield CellProblem(row, "task_hours", odd("task-hours-missing", message, advice))


@dataclass(slots=True)
class _Reader:
    base: JobProfile | None
    problems: list[CellProblem] = field(default_factory=list)
    row: int | None = None
    shift_hours: float | None = None
    scale: FrequencyScale | None = None

    def tell(self, column: str, problem: Problem) -> None:
        self.problems.append(CellProblem(self.row, column, problem))

    def profile(self, sheet: JobSheet) -> JobProfile:
        self.shift_hours = self._of_shift(sheet.shift_hours, "shift_hours", 24)
        days = self._of_shift(_DAYS.sub("", sheet.days_per_week), "days_per_week", 7)
        self.scale = self._scale(sheet.scale)
        if not sheet.title:
            self.tell(
                "title", wrong("title-missing", "The job has no title.", "Write what the job is called.")
            )
        tasks = tuple(self._tasks(sheet.rows))
        self.row = None
        self._sum(tasks)
        begun = self.base or JobProfile(sheet.title)
        shift = Shift(self.shift_hours, days)
        return replace(begun, title=sheet.title, shift=shift, frequency_scale=self.scale, tasks=tasks)

    def _of_shift(self, text: str, column: str, most: float) -> float | None:
        value = number_in(text, column, self.tell)
        if value is not None and not 0 < value <= most:
            self.tell(column, wrong("impossible-shift", f"“{text}” cannot be.", "Check the shift.", text))
            return None
        return value

    def _scale(self, chosen: str) -> FrequencyScale | None:
        if chosen == KEPT_SCALE:
            return self.base.frequency_scale if self.base else None
        return schemes()[chosen][1] if chosen in schemes() else None

    def _tasks(self, rows: tuple[SheetRow, ...]) -> Iterator[Task]:
        by_name: dict[str, list[int]] = {}
        name = ""
        for n, row in enumerate(rows):
            if row == SheetRow():
                continue
            self.row, name = n, row.task or name
            if not name:
                self.tell("task", wrong("task-name-missing", "The task has no name.", "Write its name."))
            by_name.setdefault(name, []).append(n)
        self.row = None
        if not any(rows[n].kind for numbers in by_name.values() for n in numbers):
            message = "The sheet holds no demand."
            self.tell("rows", wrong("no-demands", message, "Write at least one row with a demand."))
        for name, numbers in by_name.items():
            yield self._task(name, numbers, rows)

    def _task(self, name: str, numbers: list[int], rows: tuple[SheetRow, ...]) -> Task:
        hours, span = self._task_hours(numbers, rows)
        said = {rows[n].essential for n in numbers} - {""}
        if len(said) > 1:
            self.row = numbers[-1]
            message = f"“{name}” is said to be essential and not."
            self.tell("essential", wrong("essential-contradicts", message, "Choose one."))
        essential = {"yes": True, "no": False}.get(next(iter(said), "")) if len(said) == 1 else None
        demands = tuple(made for n in numbers if (made := self._demand(n, rows[n], hours)) is not None)
        before = next((t for t in self.base.tasks if t.name == name), None) if self.base else None
        task = Task(name, essential, hours, span, before.modifiable if before else None, demands)
        return replace(task, given=_still_given(before, task)) if before else task

    def _task_hours(
        self, numbers: list[int], rows: tuple[SheetRow, ...]
    ) -> tuple[float | None, Range | None]:
        stated: tuple[float | None, Range | None] = (None, None)
        for n in (n for n in numbers if rows[n].task_hours):
            self.row = n
            found = span_in(rows[n].task_hours, "task_hours", self.tell)
            if stated != (None, None) and found != stated:
                message = "The task has other hours in a row above."
                self.tell("task_hours", wrong("task-hours-contradict", message, "Write them once."))
            stated = found if stated == (None, None) else stated
            longest = found[0] if found[0] is not None else found[1][1] if found[1] else 0.0
            if longest > (self.shift_hours or 24) + 0.01:
                message = "The task lasts longer than the shift."
                self.tell("task_hours", wrong("task-longer-than-shift", message, "Check both."))
        return stated

    def _demand(self, number: int, row: SheetRow, task_hours: float | None) -> Demand | None:
        self.row = number
        return read_demand(row, task_hours, Frame(self.shift_hours, self.scale, self.base), self.tell)

    def _sum(self, tasks: tuple[Task, ...]) -> None:
        total = sum(task.hours_per_day or 0.0 for task in tasks)
        if self.shift_hours and total > self.shift_hours * 1.02 + 0.01:
            message = f"The tasks add up to {round(total, 2):g} h, the shift has {self.shift_hours:g} h."
            self.tell("shift_hours", odd("tasks-over-shift", message, "Check the hours of tasks and shift."))


def _still_given(before: Task, now: Task) -> tuple[str, ...]:
    """Return what a person answered in the version before and nobody has changed since."""
    return tuple(name for name in before.given if getattr(before, name) == getattr(now, name))


def _is_untimed(task: Task) -> bool:
    return task.hours_per_day is None and task.hours_range is None
