"""Columns of a table with one row per demand, and what each column can tell a reader."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from drawn_pages import Cell, Page, address
from layout_words import QUALITY_WORDS, Words
from plausible_profiles import AMOUNT_FIELDS

from job_profiles.profile import Demand, JobProfile, Task

SI_PER_UNIT: Final = {
    "N": 1.0,
    "kgf": 9.80665,
    "lbf": 4.4482216,
    "kg": 1.0,
    "g": 0.001,
    "lb": 0.45359237,
    "lbs": 0.45359237,
    "oz": 0.0283495,
    "N·m": 1.0,
    "Nm": 1.0,
    "in-lb": 0.1129848,
    "ft-lb": 1.3558179,
    "m/s²": 1.0,
    "°": 1.0,
    "deg": 1.0,
    "Grad": 1.0,
}
SI_UNITS: Final = {
    "force_n": "N",
    "load_kg": "kg",
    "angle_deg": "deg",
    "ahv_m_s2": "m/s²",
    "torque_n_m": "N·m",
}
IMPERIAL: Final = {
    "force_n": "lbf",
    "load_kg": "lb",
    "angle_deg": "°",
    "ahv_m_s2": "m/s²",
    "torque_n_m": "in-lb",
}
SMALL: Final = {"force_n": "kgf", "load_kg": "g", "angle_deg": "°", "ahv_m_s2": "m/s²", "torque_n_m": "Nm"}


@dataclass(frozen=True, slots=True)
class Line:
    """One demand with the task and job it stands in; `first` of its task on the sheet."""

    job: JobProfile
    task: Task
    demand: Demand
    first: bool = True


@dataclass(frozen=True, slots=True)
class Column:
    """A heading, what stands under it, and the fields of task and demand that it tells."""

    heading: str | None
    write: Callable[[Line], Cell]
    tells: tuple[str, ...] = ()
    tells_task: tuple[str, ...] = ()
    number_format: str | None = None


def in_unit(value: float, unit: str) -> float:
    """A value of the SI unit written in `unit`, to four significant digits."""
    return float(f"{value / SI_PER_UNIT[unit]:.4g}")


def amount_of(demand: Demand) -> tuple[str, float] | None:
    """The main amount of a demand: its field and SI value."""
    held = [(f, getattr(demand, f)) for f in AMOUNT_FIELDS if getattr(demand, f) is not None]
    return held[0] if held else None


def blank(heading: str | None = None) -> Column:
    return Column(heading, lambda _line: None)


def remark(heading: str, text: str) -> Column:
    return Column(heading, lambda line: text if line.first else None)


def task_name(words: Words, *, repeat: bool = True) -> Column:
    return Column(words.task, lambda x: x.task.name if repeat or x.first else None)


def essential(words: Words, *, repeat: bool = True) -> Column:
    def write(x: Line) -> Cell:
        return words.yes_no[0 if x.task.essential else 1] if repeat or x.first else None

    return Column(words.essential, write, tells_task=("essential",))


def task_hours(words: Words, *, repeat: bool = True) -> Column:
    def write(x: Line) -> Cell:
        return x.task.hours_per_day if repeat or x.first else None

    return Column(words.hours, write, tells_task=("hours_per_day",))


def demand_kind(words: Words) -> Column:
    return Column(words.demand, lambda x: words.kinds[x.demand.kind])


def hand(words: Words) -> Column:
    return Column(words.hand, lambda x: words.hand_word(x.demand.kind, x.demand.hand), ("hand",))


def amount(heading: str, units: dict[str, str]) -> Column:
    """The bare number; its unit stands in a unit column."""

    def write(x: Line) -> Cell:
        held = amount_of(x.demand)
        return in_unit(held[1], units[held[0]]) if held else None

    return Column(heading, write, AMOUNT_FIELDS)


def unit(heading: str, units: dict[str, str]) -> Column:
    def write(x: Line) -> Cell:
        held = amount_of(x.demand)
        return units[held[0]] if held else None

    return Column(heading, write)


def amount_with_unit(heading: str, units: dict[str, str], *, comma: bool = False, gap: str = " ") -> Column:
    def write(x: Line) -> Cell:
        held = amount_of(x.demand)
        if held is None:
            return None
        shown = f"{in_unit(held[1], units[held[0]]):g}"
        return f"{shown.replace('.', ',') if comma else shown}{gap}{units[held[0]]}"

    return Column(heading, write, AMOUNT_FIELDS)


def one_amount(heading: str, told: str, unit_word: str) -> Column:
    """A column for one quantity, with its unit in the heading."""

    def write(x: Line) -> Cell:
        value = getattr(x.demand, told)
        return None if value is None else in_unit(value, unit_word)

    return Column(heading, write, (told,))


def rate(heading: str, write_rate: Callable[[float], Cell]) -> Column:
    """How often: `write_rate` turns efforts per minute into what stands in the cell."""

    def write(x: Line) -> Cell:
        per_minute = x.demand.efforts_per_minute
        return None if per_minute is None else write_rate(per_minute)

    return Column(heading, write, ("efforts_per_minute",))


def demand_hours(
    heading: str, write_hours: Callable[[Line], Cell], number_format: str | None = None
) -> Column:
    return Column(heading, write_hours, ("hours_per_day",), number_format=number_format)


def letter(heading: str) -> Column:
    return Column(heading, lambda x: x.demand.frequency_band, ("frequency_band", "hours_range"))


def known(heading: str) -> Column:
    return Column(
        heading, lambda x: QUALITY_WORDS[x.demand.quality] if x.demand.quality else None, ("quality",)
    )


def as_minutes(x: Line) -> Cell:
    return round((x.demand.hours_per_day or 0) * 60)


def as_words(x: Line) -> Cell:
    """`2 h 30`, `45 min`, `3 h`."""
    hours, minutes = divmod(round((x.demand.hours_per_day or 0) * 60), 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {minutes:02d}" if minutes else f"{hours} h"


def as_clock(x: Line) -> Cell:
    return timedelta(hours=x.demand.hours_per_day or 0)


def as_share(x: Line) -> Cell:
    """Share of the shift in per cent, as text."""
    share = (x.demand.hours_per_day or 0) / (x.job.shift.hours_per_day or 8)
    return f"{float(f'{share * 100:.4g}'):g} %"


def lines_of(jobs: Iterable[JobProfile]) -> list[Line]:
    """Every demand of the jobs in the order they are written."""
    return [
        Line(job, task, demand, first=i == 0)
        for job in jobs
        for task in job.tasks
        for i, demand in enumerate(task.demands)
    ]


def write_table(page: Page, top: int, columns: tuple[Column, ...], lines: list[Line], left: int = 0) -> int:
    """Write a heading row and a row for each line; the row after the table."""
    for i, column in enumerate(columns):
        page.put(top, left + i, column.heading)
    return write_rows(page, top + 1, columns, lines, left)


def write_rows(page: Page, top: int, columns: tuple[Column, ...], lines: list[Line], left: int = 0) -> int:
    for offset, line in enumerate(lines):
        for i, column in enumerate(columns):
            page.put(top + offset, left + i, column.write(line), column.number_format)
    return top + len(lines)


def told_demand(page: Page, row: int, columns: tuple[Column, ...], line: Line, left: int = 0) -> Demand:
    """The demand as far as the columns tell it, with the address of its main amount or of its row."""
    fields: dict[str, Any] = {f: getattr(line.demand, f) for c in columns for f in c.tells}
    held = amount_of(line.demand)
    mains = [i for i, c in enumerate(columns) if held and held[0] in c.tells]
    first, last = (mains[0], mains[0]) if mains else (0, len(columns) - 1)
    cell = address(row, left + first)
    cell = cell if mains else f"{cell}:{address(row, left + last)}"
    return Demand(line.demand.kind, sheet=page.name, cell=cell, **fields)


def told_tasks(
    page: Page, top: int, columns: tuple[Column, ...], lines: list[Line], left: int = 0
) -> tuple[Task, ...]:
    """The tasks of consecutive rows from `top`, as far as the columns tell them."""
    made: dict[str, Task] = {}
    for row, line in enumerate(lines, top):
        fields = {f: getattr(line.task, f) for c in columns for f in c.tells_task}
        task = made.get(line.task.name, Task(line.task.name, **fields))
        demand = told_demand(page, row, columns, line, left)
        made[line.task.name] = replace(task, demands=(*task.demands, demand))
    return tuple(made.values())


def told_job(job: JobProfile, tasks: tuple[Task, ...], columns: tuple[Column, ...]) -> JobProfile:
    """The job with these tasks; its scale only where a column holds letters."""
    letters = any("frequency_band" in c.tells for c in columns)
    return replace(job, tasks=tasks, frequency_scale=job.frequency_scale if letters else None)
