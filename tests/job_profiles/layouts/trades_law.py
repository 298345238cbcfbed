"""A workbook with all that is read out of it, written so that a person can compare line by line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import yaml

from job_profiles.grid.cells import CellValue, Merge, Percent, Sheet
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


class _Cells(yaml.SafeLoader):
    """YAML as it is, with `!seconds` for a duration and `!percent` for a share shown in per cent."""


_Cells.add_constructor("!seconds", lambda loader, node: timedelta(seconds=int(loader.construct_scalar(node))))
_Cells.add_constructor("!percent", lambda loader, node: Percent(float(loader.construct_scalar(node))))


def trades(file: str = "trades.yaml") -> dict[str, Trade]:
    """Every workbook of a file beside this one, by name."""
    text = Path(__file__).with_name(file).read_text(encoding="utf-8")
    return {name: _trade(said) for name, said in yaml.load(text, _Cells).items()}


def _trade(said: dict[str, Any]) -> Trade:
    sheets = tuple(
        replace(
            page(sheet["name"], *sheet["rows"], hidden=sheet.get("hidden", False)),
            merges=tuple(Merge(*corners) for corners in sheet.get("merges", ())),
        )
        for sheet in said["sheets"]
    )
    return Trade(sheets, tuple(said["read"]), tuple(said["found"]), tuple(said["asked"]))


def page(name: str, *rows: Sequence[CellValue], hidden: bool = False) -> Sheet:
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
