"""From a sheet written in the browser to a job profile, and back.

A row that was not touched stays exactly the demand it was copied from, with its cell and quality; a
changed row keeps what the sheet has no column for, and counts as stated.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from job_profiles.kinds import DemandKind, Hand, Quality
from job_profiles.problem import Problem
from job_profiles.profile import Demand, FrequencyScale, JobProfile, Range, Shift, Task
from job_profiles.questions import schemes
from rtw.services.jobs.sheet import JobSheet, SheetRow
from rtw.services.jobs.sheet_cells import (
    AMOUNT_FIELDS,
    CellProblem,
    amount_fields,
    amount_of,
    look_twice,
    plain,
    span_text,
)
from rtw.services.jobs.typed import number_in, odd, span_in, wrong

KEPT_SCALE = "kept"
_FIGURES = ("hand", "amount", "unit", "hours", "rate", "seconds", "letter", "bout")
_DEMAND_CELLS = ("kind", *_FIGURES, "tool", "quality")
_DAYS = re.compile(r"\s*(?:days?|d)(?:\s*(?:a|per|/)\s*week)?\s*$", re.IGNORECASE)


def sheet_of(profile: JobProfile) -> JobSheet:
    """Return a profile as a sheet to go on with."""
    rows = [row for t, task in enumerate(profile.tasks) for row in _rows_of(t, task)]
    return JobSheet(
        title=profile.title,
        shift_hours=plain(profile.shift.hours_per_day),
        days_per_week=plain(profile.shift.days_per_week),
        scale=KEPT_SCALE if profile.frequency_scale else "",
        rows=tuple(rows),
    )


def _rows_of(index: int, task: Task) -> Iterator[SheetRow]:
    """Yield a row per demand; a task without demands keeps a row of its own."""
    head = SheetRow(
        task=task.name,
        essential={True: "yes", False: "no", None: ""}[task.essential],
        task_hours=span_text(task.hours_per_day, task.hours_range),
    )
    if not task.demands:
        yield head
    for d, demand in enumerate(task.demands):
        yield replace(head, base=f"{index}.{d}", **cells_of(demand))


def cells_of(demand: Demand) -> dict[str, str]:
    """Return the cells of a demand."""
    amount, unit = amount_of(demand)
    by_letter = demand.frequency_band and demand.hours_per_day is None
    bout = demand.longest_bout_h
    return {
        "kind": demand.kind.value,
        "hand": demand.hand.value if demand.hand else "",
        "amount": amount,
        "unit": unit,
        "hours": "" if by_letter else span_text(demand.hours_per_day, demand.hours_range),
        "rate": plain(demand.efforts_per_minute),
        "seconds": plain(demand.seconds_per_effort),
        "letter": demand.frequency_band or "",
        "tool": demand.tool or "",
        "quality": demand.quality.value if demand.quality else "",
        "bout": plain(bout * 60) if bout is not None else "",
    }


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
        if row.kind not in {kind.value for kind in DemandKind}:
            if any(getattr(row, name) for name in _FIGURES):
                self.tell("kind", wrong("demand-missing", "The row names no demand.", "Choose one."))
            return None
        kept = self._kept(row)
        demand = self._made(row, kept)
        if demand is not kept:
            look_twice(demand, self.tell)
        hours = demand.hours_per_day
        if hours is not None and task_hours is not None and hours > task_hours + 0.01:
            message = "The hand does this longer than the task lasts."
            self.tell("hours", odd("hours-over-task", message, "Check both hours."))
        return demand

    def _kept(self, row: SheetRow) -> Demand | None:
        """Return the demand a row was copied from; one of another kind is another demand."""
        task, _, demand = row.base.partition(".")
        if self.base is None or not (task.isdecimal() and demand.isdecimal()):
            return None
        tasks = self.base.tasks
        if int(task) >= len(tasks) or int(demand) >= len(tasks[int(task)].demands):
            return None
        found = tasks[int(task)].demands[int(demand)]
        return found if found.kind.value == row.kind else None

    def _made(self, row: SheetRow, kept: Demand | None) -> Demand:
        """Make the demand of a row; only what was changed is read."""
        before = cells_of(kept) if kept else dict.fromkeys(_DEMAND_CELLS, "")
        changed = {name for name in _DEMAND_CELLS if getattr(row, name) != before[name]}
        kind = DemandKind(row.kind)
        made: dict[str, Any] = {}
        if changed & {"amount", "unit"}:
            made |= dict.fromkeys((*AMOUNT_FIELDS, "load_range_kg", "as_written"))
            made |= amount_fields(kind, row.amount, row.unit, self.tell)
        made |= self._simple(row, changed)
        made |= self._hours(row, changed)
        if kept is not None and not made:
            return kept
        if changed:
            made |= {"quality": _quality(row, changed), "sheet": None, "cell": None}
        return replace(kept or Demand(kind), **made)

    def _simple(self, row: SheetRow, changed: set[str]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        if "hand" in changed:
            made["hand"] = Hand(row.hand) if row.hand in {hand.value for hand in Hand} else None
        if "rate" in changed:
            made["efforts_per_minute"] = number_in(row.rate, "rate", self.tell)
        if "seconds" in changed:
            made["seconds_per_effort"] = number_in(row.seconds, "seconds", self.tell)
        if "bout" in changed:
            minutes = number_in(row.bout, "bout", self.tell)
            made["longest_bout_h"] = None if minutes is None else minutes / 60
        if "tool" in changed:
            made["tool"] = row.tool or None
        if "quality" in changed:
            made["quality"] = None
        return made

    def _hours(self, row: SheetRow, changed: set[str]) -> dict[str, Any]:
        """Read the hours; a letter alone stands for its hours in the scale and the shift of now."""
        if row.letter and not row.hours:
            span = self.scale.hours(row.letter, self.shift_hours) if self.scale else None
            if not changed & {"letter", "hours"} and self._same_frame():
                return {}
            if self.scale is None:
                message = f"Nobody has said what the letter {row.letter} means."
                self.tell("letter", odd("letter-without-scale", message, "Choose above what letters mean."))
            return {"frequency_band": row.letter, "hours_per_day": None, "hours_range": span}
        if not changed & {"letter", "hours"}:
            return {}
        hours, span = span_in(row.hours, "hours", self.tell)
        return {"frequency_band": row.letter or None, "hours_per_day": hours, "hours_range": span}

    def _same_frame(self) -> bool:
        base = self.base
        return base is not None and (base.shift.hours_per_day, base.frequency_scale) == (
            self.shift_hours,
            self.scale,
        )

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


def _quality(row: SheetRow, changed: set[str]) -> Quality:
    """Say how a row is known: what was typed here is stated, unless she chose otherwise."""
    chosen = Quality(row.quality) if row.quality in {quality.value for quality in Quality} else Quality.STATED
    has_figures = any(getattr(row, name) for name in _FIGURES)
    if chosen is Quality.OCCUPATION_DATA and has_figures:
        return Quality.STATED
    if "quality" not in changed and changed & set(_FIGURES):
        return Quality.STATED
    return chosen
