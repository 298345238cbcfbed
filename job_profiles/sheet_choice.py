"""Which sheets of a workbook are read: none that says it is not to be, none far wider than a demand sheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from job_profiles.grid.cells import Sheet, address
from job_profiles.problem import Problem, Severity
from job_profiles.vocabulary.words import fold

MOST_COLUMNS: Final = 300
"""Columns of a sheet that are read: several times what the widest demand table needs."""


@dataclass(frozen=True, slots=True)
class SheetChoice:
    """The sheets to read, and why others are not read."""

    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]


def sheets_to_read(sheets: Iterable[Sheet], only: tuple[str, ...] = ()) -> SheetChoice:
    """Return the sheets that may hold demands; with `only`, those of that name."""
    named = {fold(name) for name in only}
    wanted = [s for s in sheets if (not named or fold(s.name) in named) and not s.is_marked_not_read]
    if only and not wanted:
        return SheetChoice((), (_no_such_sheet(", ".join(only)),))
    kept, problems = [], []
    for sheet in wanted:
        narrow, problem = _narrow(sheet)
        kept += [narrow] if narrow is not None else []
        problems += [problem] if problem is not None else []
    return SheetChoice(tuple(kept), tuple(problems))


def _narrow(sheet: Sheet) -> tuple[Sheet | None, Problem | None]:
    """Return the sheet without stray cells far to the right; no sheet where all of it is too wide."""
    if sheet.width <= MOST_COLUMNS:
        return sheet, None
    if _uses_more_than(sheet, MOST_COLUMNS):
        return None, _too_wide(sheet)
    rows = tuple(row[:MOST_COLUMNS] for row in sheet.rows)
    return replace(sheet, rows=rows), next(_far_cells(sheet), None)


def _uses_more_than(sheet: Sheet, most: int) -> bool:
    used: set[int] = set()
    for row in sheet.rows:
        used.update(col for col, value in enumerate(row) if value is not None)
        if len(used) > most:
            return True
    return False


def _too_wide(sheet: Sheet) -> Problem:
    return Problem(
        Severity.ERROR,
        "sheet-too-wide",
        f"The sheet has {sheet.width} columns, more than any demand sheet needs; it was not read.",
        "Copy the columns that describe the job to a new sheet and send that.",
        sheet.name,
        address(0, MOST_COLUMNS),
    )


def _far_cells(sheet: Sheet) -> Iterator[Problem]:
    for row, values in enumerate(sheet.rows):
        for col in range(MOST_COLUMNS, len(values)):
            if values[col] is not None:
                yield Problem(
                    Severity.WARNING,
                    "cells-far-right",
                    f"Cells right of column {MOST_COLUMNS} were not read.",
                    "Delete them if they are stray, or move them beside the table.",
                    sheet.name,
                    address(row, col),
                    str(values[col])[:60],
                )


def _no_such_sheet(name: str) -> Problem:
    return Problem(
        Severity.ERROR,
        "no-such-sheet",
        f"The workbook has no sheet “{name}”.",
        "Choose one of its sheets.",
        found=name,
    )
