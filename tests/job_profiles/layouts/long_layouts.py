"""Layouts with one row for each task and demand."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import layout_columns as col
from drawn_pages import Page, Rendering
from layout_words import CHATTY, FRENCH, GERMAN, PLAIN, SPANISH, Words
from letterheads import (
    bare_pairs,
    in_a_sentence,
    legend_line,
    legend_table,
    one_cell_each,
    spread_pairs,
    stacked_pairs,
)

from job_profiles.profile import JobProfile

Letterhead = Callable[[Page, JobProfile, Words], int]


@dataclass(frozen=True, slots=True)
class LongLayout:
    """A letterhead, a table of these columns, and what stands below it."""

    columns: tuple[col.Column, ...]
    words: Words = PLAIN
    letterhead: Letterhead = stacked_pairs
    filename: str = "demands.xlsx"
    left: int = 0
    total_row: bool = False
    legend: Callable[[Page, int], int] | None = None
    legend_above: bool = False
    merge_tasks: bool = False
    note: str | None = None
    encoding: str = "utf-8"
    delimiter: str = ";"
    decimal_comma: bool = False

    def __call__(self, job: JobProfile) -> Rendering:
        page = Page("Demands")
        top = self.letterhead(page, job, self.words)
        if self.legend and self.legend_above:
            top = self.legend(page, top)
        lines = col.lines_of([job])
        after = col.write_table(page, top, self.columns, lines, self.left)
        self._below(page, after, lines)
        if self.merge_tasks:
            _merge_tasks(page, top + 1, self.left, lines)
        tasks = col.told_tasks(page, top + 1, self.columns, lines, self.left)
        expected = (col.told_job(job, tasks, self.columns),)
        return Rendering(
            (page,), expected, self.filename, self.encoding, self.delimiter, decimal_comma=self.decimal_comma
        )

    def _below(self, page: Page, row: int, lines: list[col.Line]) -> None:
        if self.total_row:
            _total(page, row, self, lines)
            row += 1
        if self.legend and not self.legend_above:
            row = self.legend(page, row + 1)
        if self.note:
            page.put(row + 1, 0, self.note)


def _total(page: Page, row: int, layout: LongLayout, lines: list[col.Line]) -> None:
    page.put(row, layout.left, layout.words.total)
    for i, column in enumerate(layout.columns):
        if "hours_per_day" in column.tells_task:
            page.put(row, layout.left + i, sum(x.task.hours_per_day or 0 for x in lines if x.first))


def _merge_tasks(page: Page, top: int, left: int, lines: list[col.Line]) -> None:
    """Merge the task's name over its rows."""
    starts = [i for i, x in enumerate(lines) if x.first] + [len(lines)]
    for first, after in pairwise(starts):
        page.merge(top + first, left, top + after - 1, left)


def _per_hour(per_minute: float) -> float:
    return per_minute * 60


def _every(per_minute: float) -> str:
    return f"every {60 / per_minute:g} s"


def _every_s_or_min(per_minute: float) -> str:
    return f"every {1 / per_minute:g} min" if per_minute <= 1 else f"every {60 / per_minute:g} sec"


def _per_min_text(per_minute: float) -> str:
    return f"{per_minute:g}/min"


def _times_per_hour_text(per_minute: float) -> str:
    return f"{per_minute * 60:g} x per hour"


UNIT_COLUMN = LongLayout(
    (
        col.task_name(PLAIN),
        col.essential(PLAIN),
        col.demand_kind(PLAIN),
        col.hand(PLAIN),
        col.amount("Level", col.SI_UNITS),
        col.unit("Unit of measure", col.SI_UNITS),
        col.rate("Repetitions per minute", float),
        col.demand_hours("Duration (h/day)", lambda x: x.demand.hours_per_day),
        col.known("Source of value"),
        col.remark("Comments", "seen on the early shift"),
    ),
)

UNIT_COLUMN_FIRST = LongLayout(
    (
        col.demand_kind(CHATTY),
        col.hand(CHATTY),
        col.unit("UoM", col.IMPERIAL),
        col.amount("Value", col.IMPERIAL),
        col.task_name(CHATTY),
        col.task_hours(CHATTY),
        col.essential(CHATTY),
    ),
    CHATTY,
    bare_pairs,
    note="RT = right, LT = left.",
)

UNIT_IN_HEADING = LongLayout(
    (
        col.task_name(PLAIN, repeat=False),
        col.essential(PLAIN, repeat=False),
        col.task_hours(PLAIN, repeat=False),
        col.blank(),
        col.demand_kind(PLAIN),
        col.hand(PLAIN),
        col.one_amount("Force [N]", "force_n", "N"),
        col.one_amount("Weight [kg]", "load_kg", "kg"),
        col.one_amount("Joint angle [°]", "angle_deg", "°"),
        col.one_amount("Vibration [m/s²]", "ahv_m_s2", "m/s²"),
        col.one_amount("Torque [N·m]", "torque_n_m", "N·m"),
        col.rate("Efforts/min", float),
    ),
    letterhead=spread_pairs,
    left=1,
    total_row=True,
)

UNIT_IN_CELL = LongLayout(
    (
        col.blank("No."),
        col.task_name(CHATTY),
        col.demand_kind(CHATTY),
        col.hand(CHATTY),
        col.amount_with_unit("How much", col.SMALL),
        col.rate("How often", _per_min_text),
        col.demand_hours("How long a day", col.as_words),
    ),
    CHATTY,
    in_a_sentence,
)

UNIT_CLOSE_TO_NUMBER = LongLayout(
    (
        col.task_name(PLAIN),
        col.demand_kind(PLAIN),
        col.amount_with_unit("Requirement", col.SI_UNITS, gap=""),
        col.hand(PLAIN),
        col.rate("Frequency", _times_per_hour_text),
    ),
    letterhead=one_cell_each,
    note="Requirement: largest value seen.",
)

EVERY_N_SECONDS = LongLayout(
    (
        col.task_name(PLAIN),
        col.demand_kind(PLAIN),
        col.hand(PLAIN),
        col.amount_with_unit("Effort", col.SI_UNITS),
        col.rate("Repeats", _every),
        col.demand_hours("Minutes per day", col.as_minutes),
    ),
    letterhead=bare_pairs,
)

EVERY_N_MINUTES = replace(
    EVERY_N_SECONDS,
    columns=(
        col.task_name(CHATTY, repeat=False),
        col.demand_kind(CHATTY),
        col.hand(CHATTY),
        col.rate("Interval", _every_s_or_min),
        col.amount("Magnitude", col.SI_UNITS),
        col.unit("Units", col.SI_UNITS),
    ),
    words=CHATTY,
)

PER_HOUR_HEADING = LongLayout(
    (
        col.task_name(PLAIN),
        col.task_hours(PLAIN),
        col.demand_kind(PLAIN),
        col.hand(PLAIN),
        col.amount("Amount", col.IMPERIAL),
        col.unit("Unit", col.IMPERIAL),
        col.rate("Times per hour", _per_hour),
    ),
    letterhead=spread_pairs,
    left=2,
    total_row=True,
    note="Times per hour counted over ten minutes.",
)

SHARE_OF_SHIFT = LongLayout(
    (
        col.task_name(CHATTY),
        col.essential(CHATTY),
        col.demand_kind(CHATTY),
        col.hand(CHATTY),
        col.demand_hours("% of shift", col.as_share),
        col.amount_with_unit("Peak", col.SI_UNITS),
    ),
    CHATTY,
    stacked_pairs,
)

CLOCK_CELLS = LongLayout(
    (
        col.task_name(PLAIN),
        col.demand_kind(PLAIN),
        col.hand(PLAIN),
        col.amount("Quantity", col.SI_UNITS),
        col.unit("Unit", col.SI_UNITS),
        col.demand_hours("Daily duration (h:mm)", col.as_clock, "[h]:mm"),
    ),
    letterhead=bare_pairs,
)
CLOCK_CELLS_ODS = replace(CLOCK_CELLS, filename="demands.ods")

LETTERS_LEGEND_BELOW = LongLayout(
    (
        col.task_name(PLAIN, repeat=False),
        col.essential(PLAIN, repeat=False),
        col.demand_kind(PLAIN),
        col.hand(PLAIN),
        col.letter("Frequency"),
        col.amount_with_unit("Greatest effort", col.SI_UNITS),
    ),
    letterhead=stacked_pairs,
    legend=legend_table,
    merge_tasks=True,
)

LETTERS_LEGEND_ABOVE = replace(
    LETTERS_LEGEND_BELOW, legend=legend_line, legend_above=True, letterhead=one_cell_each, merge_tasks=False
)

XLS = replace(UNIT_COLUMN, filename="demands.xls")
ODS = replace(UNIT_IN_CELL, filename="demands.ods")


GERMAN_CSV = LongLayout(
    (
        col.task_name(GERMAN),
        col.essential(GERMAN),
        col.task_hours(GERMAN),
        col.demand_kind(GERMAN),
        col.hand(GERMAN),
        col.one_amount("Kraft in N", "force_n", "N"),
        col.one_amount("Last in kg", "load_kg", "kg"),
        col.one_amount("Winkel in Grad", "angle_deg", "Grad"),
        col.one_amount("Vibration in m/s²", "ahv_m_s2", "m/s²"),
        col.one_amount("Drehmoment in Nm", "torque_n_m", "Nm"),
        col.rate("Wiederholungen pro Minute", float),
    ),
    GERMAN,
    bare_pairs,
    "anforderungen.csv",
    encoding="latin-1",
    decimal_comma=True,
)
GERMAN_XLSX = replace(
    GERMAN_CSV,
    filename="anforderungen.xlsx",
    columns=(
        col.task_name(GERMAN, repeat=False),
        col.demand_kind(GERMAN),
        col.hand(GERMAN),
        col.amount_with_unit("Höchstwert", col.SI_UNITS, comma=True),
        col.demand_hours("Dauer (min/Tag)", col.as_minutes),
    ),
)
FRENCH_CSV = LongLayout(
    (
        col.task_name(FRENCH),
        col.essential(FRENCH),
        col.demand_kind(FRENCH),
        col.hand(FRENCH),
        col.amount("Valeur", col.SI_UNITS),
        col.unit("Unité", col.SI_UNITS),
        col.rate("Fréquence (par minute)", float),
    ),
    FRENCH,
    bare_pairs,
    "exigences.csv",
    encoding="utf-8-sig",
    decimal_comma=True,
)
SPANISH_XLSX = LongLayout(
    (
        col.task_name(SPANISH),
        col.essential(SPANISH),
        col.task_hours(SPANISH),
        col.demand_kind(SPANISH),
        col.hand(SPANISH),
        col.amount_with_unit("Esfuerzo máximo", col.SI_UNITS),
        col.rate("Repeticiones por minuto", float),
    ),
    SPANISH,
    stacked_pairs,
    "exigencias.xlsx",
    total_row=True,
)
TSV_UTF16 = replace(
    UNIT_COLUMN, filename="demands.tsv", encoding="utf-16", delimiter="\t", letterhead=bare_pairs
)
COMMA_CSV = replace(PER_HOUR_HEADING, filename="demands.csv", delimiter=",", left=0)

MINUTES_AND_OUNCES = LongLayout(
    (
        col.task_name(CHATTY),
        col.demand_kind(CHATTY),
        col.hand(CHATTY),
        col.amount_with_unit("Force or weight", {**col.IMPERIAL, "load_kg": "oz"}),
        col.demand_hours("Minutes a day", col.as_minutes),
    ),
    CHATTY,
    bare_pairs,
)


LONG_LAYOUTS: Final[dict[str, Callable[[JobProfile], Rendering]]] = {
    "long, unit column": UNIT_COLUMN,
    "long, demand before task, unit before value, imperial": UNIT_COLUMN_FIRST,
    "long, unit in heading, blank column, total row": UNIT_IN_HEADING,
    "long, unit in cell, kgf and grams": UNIT_IN_CELL,
    "long, unit against the number, x per hour": UNIT_CLOSE_TO_NUMBER,
    "long, every n seconds, minutes": EVERY_N_SECONDS,
    "long, every n minutes, unit last": EVERY_N_MINUTES,
    "long, times per hour in heading, starts at C": PER_HOUR_HEADING,
    "long, per cent of shift": SHARE_OF_SHIFT,
    "long, clock cells": CLOCK_CELLS,
    "long, clock cells, ods": CLOCK_CELLS_ODS,
    "long, letters, legend below, merged tasks": LETTERS_LEGEND_BELOW,
    "long, letters, legend above in one cell": LETTERS_LEGEND_ABOVE,
    "long, xls": XLS,
    "long, ods": ODS,
    "long, German csv": GERMAN_CSV,
    "long, German xlsx": GERMAN_XLSX,
    "long, French csv": FRENCH_CSV,
    "long, Spanish xlsx": SPANISH_XLSX,
    "long, tsv in UTF-16": TSV_UTF16,
    "long, comma csv": COMMA_CSV,
    "long, ounces and minutes": MINUTES_AND_OUNCES,
}
