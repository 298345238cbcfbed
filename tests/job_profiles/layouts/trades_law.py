"""A workbook with all that is read out of it, written so that a person can compare line by line."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from job_profiles.grid.cells import CellValue, Sheet
from job_profiles.problem import Severity
from job_profiles.profile import Demand
from job_profiles.read import Reading

_SAID: Final = (
    "force_n", "load_kg", "load_range_kg", "angle_deg", "ahv_m_s2", "torque_n_m", "hours_per_day",
    "hours_range", "efforts_per_minute", "seconds_per_effort", "duty_cycle", "frequency_band", "tool",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trade:
    """Sheets, and what must come out: `read` line by line, errors and warnings `found`, questions `asked`."""

    sheets: tuple[Sheet, ...]
    read: tuple[str, ...]
    found: tuple[str, ...]
    asked: tuple[str, ...]


def page(name: str, *rows: tuple[CellValue, ...], hidden: bool = False) -> Sheet:
    """A sheet from rows of any length."""
    width = max(len(row) for row in rows)
    return Sheet(name, tuple((*row, *[None] * (width - len(row))) for row in rows), hidden)


def digest(reading: Reading) -> tuple[str, ...]:
    """One line for each job, task and demand."""
    return tuple(_lines(reading))


def _lines(reading: Reading) -> Iterator[str]:
    for job in reading.profiles:
        hours, days = _short(job.shift.hours_per_day), _short(job.shift.days_per_week)
        yield f"{job.title} @ {job.employer}: {hours} h, {days} d"
        for task in job.tasks:
            hours = _short(task.hours_range or task.hours_per_day)
            yield f"- {task.name}: {hours} h, essential {task.essential}"
            yield from (_demand(demand) for demand in task.demands)


def _demand(demand: Demand) -> str:
    hand = demand.hand.value if demand.hand else "?"
    said = (f"{n}={_short(getattr(demand, n))}" for n in _SAID if getattr(demand, n) is not None)
    return f"  {demand.cell} {demand.kind.value} {hand} {' '.join(said)}".rstrip()


def _short(value: Any) -> str:
    if isinstance(value, tuple):
        return "..".join(_short(part) for part in value)
    return "?" if value is None else f"{value:.4g}" if isinstance(value, float | int) else str(value)


def findings(reading: Reading) -> tuple[str, ...]:
    """Errors and warnings with their cells."""
    grave = {Severity.ERROR, Severity.WARNING}
    return tuple(f"{p.code} {p.sheet or ''}!{p.cell or ''}" for p in reading.problems if p.severity in grave)


def questions(reading: Reading) -> tuple[str, ...]:
    """Codes of the questions that do not merely repeat an error."""
    asked = (p.code for p in reading.problems if p.severity is Severity.QUESTION)
    return tuple(code for code in asked if not code.endswith("-question"))
