"""Rows pasted from a spreadsheet, read by the same reader as files."""

import re
from dataclasses import dataclass, replace

from job_profiles.guarded import read_guarded
from job_profiles.kinds import Quality
from job_profiles.problem import Problem, Severity
from job_profiles.read import Reading
from job_profiles.template_workbook import COLUMNS
from rtw.services.jobs.sheet import SheetRow
from rtw.services.jobs.sheet_from_profile import sheet_of

MAX_CHARACTERS = 200_000
_FILE = "pasted.tsv"


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read from pasted text: rows for the sheet, and what is wrong or open in it."""

    rows: tuple[SheetRow, ...]
    problems: tuple[Problem, ...]


def read_pasted(text: str) -> Pasted:
    """Read tab-separated rows: with headings in any layout, without them in the columns of the sheet."""
    if not text.strip():
        return Pasted((), (_nothing(),))
    if len(text) > MAX_CHARACTERS:
        message = "This is too much to paste."
        return Pasted((), (Problem(Severity.ERROR, "too-much", message, "Upload it as a file instead."),))
    reading = _read(text)
    if not reading.profiles:
        headings = "\t".join(column.heading for column in COLUMNS)
        plain = _read(f"{headings}\n{text}")
        reading = replace(plain, problems=_one_row_up(plain.problems)) if plain.profiles else reading
    rows = tuple(row for profile in reading.profiles for row in sheet_of(profile).rows)
    told = tuple(p for p in reading.problems if p.severity in {Severity.ERROR, Severity.WARNING})
    return Pasted(tuple(_unbound(row) for row in rows), told)


def _read(text: str) -> Reading:
    return read_guarded(text.encode(), _FILE)


def _nothing() -> Problem:
    message = "There is nothing to paste."
    return Problem(
        Severity.ERROR, "nothing-pasted", message, "Copy rows in your spreadsheet, and paste them here."
    )


def _unbound(row: SheetRow) -> SheetRow:
    """Take a row as typed here: it belongs to no version yet, and is stated unless it says otherwise."""
    return replace(row, base="", quality=row.quality or Quality.STATED.value)


def _one_row_up(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Count the rows as the person pasted them, without the headings that were put above."""
    return tuple(
        replace(p, cell=re.sub(r"\d+", lambda m: str(max(1, int(m[0]) - 1)), p.cell)) if p.cell else p
        for p in problems
    )
