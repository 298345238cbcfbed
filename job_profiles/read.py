"""A workbook of any sensible layout becomes job profiles, and a list of everything wrong or open in it."""

import gc
import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from job_profiles.answered import add_rest_of_shift, fill_job
from job_profiles.answers import NO_ANSWERS, Answers
from job_profiles.checks import check_job
from job_profiles.draft import JobDraft
from job_profiles.error_questions import about_errors
from job_profiles.finish import profile_of
from job_profiles.grid.cells import Sheet
from job_profiles.grid.read import GridReading, read_grid
from job_profiles.impossible import clear_impossible, holds_impossible, without_impossible
from job_profiles.meant import as_found, as_meant, mark_meant, what_was_taken
from job_profiles.problem import Problem, Severity
from job_profiles.profile import JobProfile
from job_profiles.questions import ask, chosen_scale
from job_profiles.sheet_choice import sheets_to_read
from job_profiles.sheet_walk import read_book
from job_profiles.unread_amounts import about_unread_amounts
from job_profiles.unread_columns import about_columns
from job_profiles.vocabulary.words import fold
from job_profiles.without_demands import about_missing_demands
from job_profiles.workbook import Leaf, Workbook, leaf_of
from job_profiles.working_time import settle_shift


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file told. `layout` is the same for every file with the same headings, whatever its values.

    `sheets` names every sheet of the file that may hold demands, also those that an answer leaves out.
    """

    profiles: tuple[JobProfile, ...]
    problems: tuple[Problem, ...]
    readable: bool
    layout: str
    sheets: tuple[str, ...] = ()


def read_workbook(
    data: bytes, filename: str, answers: Answers | None = None, sheet: str | None = None
) -> Reading:
    """Read the demands of every job in a file; with `sheet`, only of that sheet.

    Good rows survive bad ones. A file that is no spreadsheet is not `readable` and has one error.
    """
    return read_cells(read_grid(data, filename), answers, sheet)


def read_cells(grid: GridReading, answers: Answers | None = None, sheet: str | None = None) -> Reading:
    """Read like `read_workbook` what is already in cells."""
    if not grid.readable:
        return Reading((), grid.problems, readable=False, layout="")
    with collector_paused():
        reading = read_sheets(grid.sheets, answers or NO_ANSWERS, sheet)
    return replace(reading, problems=(*grid.problems, *reading.problems))


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking through a hundred thousand new rows that all stay alive."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_sheets(sheets: Iterable[Sheet], answers: Answers = NO_ANSWERS, only: str | None = None) -> Reading:
    """Read the demands out of sheets of cells."""
    there = tuple(sheets)
    choice = sheets_to_read(there, (only,) if only is not None else answers.sheets)
    names = tuple(sheet.name for sheet in there if not sheet.is_marked_not_read)
    if not choice.sheets and choice.problems:
        missing = choice.problems[0].code == "no-such-sheet"
        return Reading((), choice.problems, readable=missing, layout="", sheets=names)
    cells = as_meant(choice.sheets, answers)
    leaves = [leaf_of(s, answers) for s in cells]
    book = Workbook(leaves, answers, decimal_comma=_decimal_comma(cells))
    read_book(book)
    profiles, problems = _finish(book, choice.sheets)
    problems = list(as_found(problems, choice.sheets, answers))
    told = _in_order([*choice.problems, *problems, *what_was_taken(choice.sheets, answers)])
    return Reading(profiles, told, readable=True, layout=_layout(leaves), sheets=names)


_COMMA = re.compile(r"^\s*-?\d+,\d{1,2}(?!\d)")


def _decimal_comma(sheets: tuple[Sheet, ...]) -> bool:
    """Whether numbers in texts are written with a decimal comma: some are, and none needs a point."""
    commas = points = 0
    for sheet in sheets:
        for row in sheet.rows[:3000]:
            for value in row:
                if isinstance(value, str) and value[:1].isdigit():
                    commas += _COMMA.match(value) is not None
                    points += re.match(r"^\s*\d+\.\d{1,2}(?![\d.])", value) is not None
    return commas > points


def _finish(book: Workbook, sheets: tuple[Sheet, ...]) -> tuple[tuple[JobProfile, ...], list[Problem]]:
    problems = list(book.problems)
    jobs = [j for j in book.jobs.values() if any(t.demands for t in j.tasks.values())]
    profiles = []
    for job in jobs:
        _answered(job, book.answers, book)
        mark_meant(job, sheets, book.answers)
        problems += settle_shift(job)
        profile, wrong = _checked(job, book)
        profiles.append(profile)
        problems += wrong
        problems += ask(job, profile, book.answers)
    if (
        book.breaks_open
        and book.breaks_open.asks not in book.answers.settled
        and profiles
        and book.answers.shift_hours is None
    ):
        problems.append(book.breaks_open)
    for leaf in book.leaves:
        problems += about_columns(leaf)
    problems += list(about_unread_amounts(book, problems))
    if not profiles:
        kept = [p for p in problems if p.severity is not Severity.QUESTION]
        asked = [
            p
            for p in about_errors(kept, book.answers, sheets)
            if p.asks and p.asks.startswith(_TELLS_DEMANDS)
        ]
        return (), [*kept, *asked, *about_missing_demands(book, kept)]
    problems += about_errors(problems, book.answers, sheets)
    return tuple(profiles), problems


_TELLS_DEMANDS: Final = ("columns/", "kinds/")
"""What is asked of a file without a demand: the answers that give it some."""


def _checked(job: JobDraft, book: Workbook) -> tuple[JobProfile, list[Problem]]:
    """Return the profile without what cannot be, and what is wrong in it."""
    profile = profile_of(job, book.notes)
    problems = list(check_job(job, profile))
    if holds_impossible(problems):
        clear_impossible(job)
        profile = without_impossible(profile_of(job, book.notes))
    return profile, problems


def _answered(job: JobDraft, answers: Answers, book: Workbook) -> None:
    if job.scale is None:
        job.scale = next((x.legend.scale for x in book.leaves if x.legend), None)
        if job.scale is None and (chosen := chosen_scale(answers)) is not None:
            job.scale = chosen
            job.given.append("frequency_scale")
    if (
        job.scale is not None
        and not any("band" in d.facts for t in job.tasks.values() for d in t.demands)
        and not any(x.legend for x in book.leaves)
    ):
        job.scale = None
        job.given = [name for name in job.given if name != "frequency_scale"]
    fill_job(job, answers)
    add_rest_of_shift(job, answers)


_ORDER = {Severity.ERROR: 0, Severity.QUESTION: 1, Severity.WARNING: 2, Severity.NOTE: 3}


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: _ORDER[p.severity]))


def _layout(leaves: list[Leaf]) -> str:
    """Return a fingerprint of the headings: the sheets, tables and columns, none of the values."""
    parts = []
    for leaf in leaves:
        for table, _ in leaf.tables:
            columns = "|".join(
                "" if table.view.swapped and c.index == 0 else fold(c.text) for c in table.columns
            )
            parts.append(f"{columns}")
        parts.append(";".join(sorted({fold(p.key) for p in leaf.around.pairs})))
    return hashlib.sha256("\n".join(dict.fromkeys(parts)).encode()).hexdigest()[:16]
