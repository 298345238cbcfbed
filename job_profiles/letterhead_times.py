"""The times in a letterhead: cycle, shift, week, days, hours of a task, breaks."""

from dataclasses import dataclass
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.by_unit import Place
from job_profiles.draft import TaskDraft
from job_profiles.grid.cells import CellError, CellValue
from job_profiles.hours_of_week import week_hours_in
from job_profiles.letterhead import Pair, days_value, hours_value, shift_in
from job_profiles.letterhead_job import LetterheadJob
from job_profiles.measures import measure
from job_profiles.problem import Problem, Severity
from job_profiles.units import UNITS
from job_profiles.view import is_number, written
from job_profiles.vocabulary.words import fold
from job_profiles.working_pattern import break_within, days_stated
from job_profiles.working_week import working_week


def _factor(unit: object) -> float:
    return (
        float(getattr(unit, "factor", 1.0))
        if unit is not None and getattr(unit, "dimension", None) == "time"
        else 1.0
    )


_OF_THE_JOB: Final = ("week_hours", "days", "shift_hours", "hours")


def _of_week(value: CellValue) -> bool:
    """Whether a value beside *Week* tells its hours, not its days: `38 hours per week`."""
    return isinstance(value, str) and week_hours_in(value) is not None


@dataclass(slots=True)
class LetterheadTimes(LetterheadJob):
    """Reads the pairs of a letterhead that tell a time."""

    def _time_pair(self, pair: Pair) -> None:
        heading, value = pair.heading, pair.value
        address = self.leaf.page.view.address(pair.row, pair.col)
        if heading.has("essential") and self.task_draft is not None:
            self.task_draft.essential = self.says_yes(value, address, "essential")
        elif heading.has("hours") and self.task_draft is not None:
            self._hours_of_task(value, address, self.task_draft, _factor(heading.unit))
        elif heading.has("week_hours", "days", "shift_hours", "hours") and self._told_by_clock(
            value, address
        ):
            pass
        elif heading.has("week_hours") or (heading.has("days") and _of_week(value)):
            self._week(value, address)
        elif heading.has("shift_hours", "hours"):
            self._shift(value, address, heading)
        elif heading.has("days"):
            self.job.days_per_week = days_value(value) or self.job.days_per_week
        if isinstance(value, CellError) and not heading.has("shift_hours", "ignored"):
            self._error_cell(value, address)

    def _hours_of_task(self, value: CellValue, address: str, task: TaskDraft, factor: float) -> None:
        """Take the hours of a task; say so where they are not those of every day."""
        task.hours, task.hours_cell = hours_value(value, factor), address
        if not isinstance(value, str):
            return
        self.book.problems += [
            Problem(c.severity, c.code, c.message, c.advice, self.leaf.name, address, value, None, c.choices)
            for c in measure(value, Place("task_hours", unit=UNITS["h"])).complaints
            if c.code in {"counted-by-week", "not-every-day"}
        ]

    def _cycle(self, pair: Pair) -> None:
        """Take the time of a cycle; a bare number without a unit is asked about, never taken for hours."""
        unit, value = pair.heading.unit, pair.value
        written_unit = parse_amount(value).unit if isinstance(value, str) and parse_amount(value) else unit  # type: ignore[union-attr]
        if written_unit is None and (isinstance(value, str) or is_number(value)):
            self.book.problems.append(self._unit_of_cycle(pair))
            return
        cycle = hours_value(value, _factor(unit))
        self.job.cycle_s = cycle * 3600 if cycle is not None else None

    def _unit_of_cycle(self, pair: Pair) -> Problem:
        return Problem(
            Severity.WARNING,
            "unit-missing",
            "The time of a cycle has no unit; it was not read.",
            "Write it with its unit, in s or min.",
            self.leaf.name,
            self.leaf.page.view.address(pair.row, pair.col),
            written(pair.value),
        )

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
            days = days_stated(value, alone=True)
            self.job.days_per_week = days or self.job.days_per_week
            if (of_week := week_hours_in(value, alone=True)) is not None:
                self._week(of_week, address)
            pause = break_within(value)
            if pause is not None and pause[1] is None:
                self.book.breaks_open = self._breaks_problem(address, value)

    def _told_by_clock(self, value: CellValue, address: str) -> bool:
        """Take days and times of the clock, if a value tells any: the longest day is the shift."""
        week = working_week(value) if isinstance(value, str) else None
        if week is None or not isinstance(value, str):
            return False
        job = self.job
        job.week_told, job.sheet = week, self.leaf.name
        job.shift_hours, job.shift_cell, job.shift_found = week.hours, address, value
        job.days_per_week = week.days or days_stated(value, alone=True) or job.days_per_week
        if week.stated is not None and job.week_hours is None:
            job.week_hours, job.week_cell = week.stated, address
        if week.break_open:
            self.book.breaks_open = self._breaks_problem(address, value)
        return True

    def _week(self, value: CellValue, address: str) -> None:
        """Take the hours of a week; a bare number counts where the key speaks of the week."""
        hours = week_hours_in(value) if isinstance(value, str) else None
        hours = hours if hours is not None else hours_value(value)
        if hours is not None and self.job.week_hours is None:
            self.job.week_hours, self.job.week_cell, self.job.sheet = hours, address, self.leaf.name
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
            address = self.leaf.page.view.address(pair.row, pair.col)
            self.book.breaks_open = self._breaks_problem(address, written(pair.value))

    def _breaks_problem(self, address: str, found: str) -> Problem:
        return Problem(
            Severity.QUESTION,
            "breaks-in-shift",
            "Is the shift counted with or without the breaks?",
            "Say how long the person works without the breaks.",
            self.leaf.name,
            address,
            found,
            "shift_hours",
        )
