"""The law of every noted workbook: all that is read out of it, line by line, and where a reading departs."""

import re
from collections.abc import Iterator
from typing import Any, Final

from round_trip_law import holds, within
from workbook_notation import Report, Workbook

from job_profiles.grid.cells import Merge, parse_range
from job_profiles.problem import Problem, Severity
from job_profiles.profile import Demand, JobProfile
from job_profiles.read import Reading

MAY_BE_MISSING: Final = " (or left out)"
_SAID: Final = (
    "force_n", "load_kg", "load_range_kg", "angle_deg", "ahv_m_s2", "torque_n_m", "hours_per_day",
    "hours_range", "efforts_per_minute", "seconds_per_effort", "duty_cycle", "frequency_band", "tool",
)  # fmt: skip


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


def settled(wanted: tuple[str, ...], got: tuple[str, ...]) -> tuple[str, ...]:
    """Settle each freedom of the wanted lines as the reading used it; a line that fits nothing stays."""
    left, lines = list(got), []
    for line in wanted:
        plain = line.removesuffix(MAY_BE_MISSING)
        fitting = next((other for other in left if _fits(plain, other)), None)
        if fitting is not None:
            left.remove(fitting)
            lines.append(fitting)
        elif plain == line:
            lines.append(line)
    return tuple(lines)


def _fits(wanted: str, got: str) -> bool:
    """Only a demand's line leaves freedom: cells, and words, that are as good as each other."""
    if wanted == got or not (wanted.startswith("  ") and got.startswith("  ")):
        return wanted == got
    (cells, *words), (cell, *others) = wanted.split(), got.split()
    return (
        any(within(cell, area) for area in cells.split("|"))
        and len(words) == len(others)
        and all(other in _alternatives(word) for word, other in zip(words, others, strict=True))
    )


def _alternatives(word: str) -> set[str]:
    """`each|both` is two words, `hours_range=0..2|0..1` is two ranges."""
    name, equals, values = word.rpartition("=")
    return {f"{name}{equals}{value}" for value in values.split("|")}


def findings(reading: Reading) -> tuple[str, ...]:
    """Errors and warnings with their cells."""
    grave = {Severity.ERROR, Severity.WARNING}
    return tuple(f"{p.code} {p.sheet or ''}!{p.cell or ''}" for p in reading.problems if p.severity in grave)


def questions(reading: Reading) -> tuple[str, ...]:
    """Codes of the questions that do not merely repeat an error."""
    asked = (p.code for p in reading.problems if p.severity is Severity.QUESTION)
    return tuple(code for code in asked if not code.endswith("-question"))


def scales(reading: Reading) -> set[str]:
    """Give what the letters of each job mean: `hours_per_day O 0..3, F 3..6`, or `none`."""
    return {_scale(job) for job in reading.profiles}


def _scale(job: JobProfile) -> str:
    scale = job.frequency_scale
    if scale is None:
        return "none"
    return f"{scale.basis.value} " + ", ".join(f"{letter} {_short(band)}" for letter, band in scale.bands)


def unasked(workbook: Workbook, reading: Reading) -> list[str]:
    """Patterns that no question answers to."""
    asked = [p for p in reading.problems if p.severity is Severity.QUESTION]
    told = [f"{p.code} {p.asks} {p.message} {p.advice} {p.found}" for p in asked]
    return [about for about in workbook.asked_about if not any(_says(about, text) for text in told)]


def unreported(workbook: Workbook, reading: Reading) -> list[Report]:
    """What must be reported and is not."""
    return [report for report in workbook.reported if not any(_answers(p, report) for p in reading.problems)]


def _answers(problem: Problem, report: Report) -> bool:
    return (
        problem.severity in report.severities
        and report.sheet in {None, problem.sheet}
        and (report.cells is None or _touches(problem.cell, report.cells))
        and _says(report.words, f"{problem.code} {problem.message}")
    )


def _says(pattern: str, text: str) -> bool:
    return re.search(pattern, text, re.IGNORECASE) is not None


def _touches(cell: str | None, area: Merge) -> bool:
    """Whether either end of a reported cell or range lies where the mistake stands."""
    ends = [parse_range(end) for end in cell.split(":")] if cell else []
    return any(
        area.first_row <= end.first_row <= area.last_row and area.first_col <= end.first_col <= area.last_col
        for end in ends
    )


def misquoted(workbook: Workbook, reading: Reading) -> list[str]:
    """Demands that do not quote the cell at which they say they stand."""
    demands = [demand for job in reading.profiles for task in job.tasks for demand in task.demands]
    return [f"{d.sheet}!{d.cell} {d.as_written!r}" for d in demands if not _quotes(workbook, d)]


def _quotes(workbook: Workbook, demand: Demand) -> bool:
    if not demand.sheet or not demand.cell or demand.as_written is None:
        return False
    place = parse_range(demand.cell)
    held = [s.at(place.first_row, place.first_col) for s in workbook.sheets if s.name == demand.sheet]
    return any(holds(value, demand.as_written) for value in held)
