"""What an employer wrote beside the findings of a corrected workbook that came back."""

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from job_profiles.correction.clean_text import clean_text
from job_profiles.correction.found_cells import without_texts
from job_profiles.correction.listing import HEADINGS, TITLE
from job_profiles.correction.question_rows import rows_of
from job_profiles.correction.remarks import Remark, told
from job_profiles.grid.cells import CORRECTIONS_MARK, CellValue, Sheet
from job_profiles.grid.read import read_grid
from job_profiles.problem import AnswerField, Problem, Severity
from job_profiles.view import written

_ANSWER: Final = len(HEADINGS) - 1
_ZIP_START: Final = b"PK"
_PLACE: Final = slice(1, 5)
"""Sheet, cell, what was found there, and what is asked: together they name one row of the list."""

_MOST_NAMED_BYTES: Final = 1_000_000
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WrittenBeside:
    """One filled answer box. `asked` is what its row asks, `place` what names that row."""

    place: Row
    asked: str
    text: str


@dataclass(frozen=True, slots=True)
class Asked:
    """The open question a row of the list stands for; `field` where the row asks for one of several."""

    problem: Problem
    field: AnswerField | None


def written_beside(data: bytes, filename: str) -> tuple[WrittenBeside, ...]:
    """Return every filled answer box of a list of corrections; none where the file holds no such list."""
    if not _may_hold_list(data):
        return ()
    lists = (sheet for sheet in read_grid(data, filename).sheets if sheet.at(0, 0) == CORRECTIONS_MARK)
    return tuple(box for sheet in lists for box in _boxes(sheet))


def asked_by(problems: Iterable[Problem]) -> dict[Row, Asked]:
    """Return the open questions by the row of the list that asks them; rows that read alike ask nothing.

    A row that names an error asks what was meant there, where that can be answered.
    """
    listed = tuple(problems)
    about_errors = _about_errors(listed)
    found: dict[Row, list[Asked]] = {}
    for remark, problem, field in rows_of(listed):
        asked = _asked(problem, field) or about_errors.get(_cell(problem)) or about_errors.get(problem.asks)
        if asked is not None:
            found.setdefault(_place(remark), []).append(asked)
    return {place: asked[0] for place, asked in found.items() if len(asked) == 1}


def _asked(problem: Problem, field: AnswerField | None) -> Asked | None:
    is_one = field is not None or not problem.fields
    return Asked(problem, field) if problem.severity is Severity.QUESTION and is_one else None


def _cell(problem: Problem) -> str | None:
    """Return the key under which is answered what was meant at the cell of an error."""
    is_error = problem.severity is Severity.ERROR and problem.sheet and problem.cell
    return f"meant/{problem.sheet}!{problem.cell}" if is_error else None


def _about_errors(problems: tuple[Problem, ...]) -> dict[str | None, Asked]:
    """Return the questions about errors, which an employer is not asked, by their keys."""
    unlisted = set(problems) - set(told(problems))
    single: dict[str | None, Asked] = {
        p.asks: Asked(p, None) for p in problems if p in unlisted and p.asks and not p.fields
    }
    return single | {field.asks: Asked(p, field) for p in problems if p in unlisted for field in p.fields}


def _may_hold_list(data: bytes) -> bool:
    """Tell whether a file may hold the list, without reading an .xlsx or .xls that surely holds none."""
    if not data.startswith(_ZIP_START):
        return any(TITLE.encode(code) in data for code in ("utf-8", "utf-16-le"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("xl/workbook.xml") as names:
            return TITLE.encode() in names.read(_MOST_NAMED_BYTES)
    except (KeyError, OSError, RuntimeError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return True


def _boxes(sheet: Sheet) -> Iterator[WrittenBeside]:
    rows = iter(sheet.rows)
    for row in rows:
        if _texts(row)[: len(HEADINGS)] == HEADINGS:
            break
    for row in rows:
        texts = (*_texts(row), *("" for _ in HEADINGS))
        if texts[_ANSWER]:
            yield WrittenBeside(_told_apart(texts[_PLACE]), texts[4], texts[_ANSWER])


def _texts(row: Iterable[CellValue]) -> Row:
    return tuple(_plain(written(value)) for value in row)


def _plain(text: str) -> str:
    """Return a text as programs keep it alike: with single blanks."""
    return " ".join(text.split())


def _place(remark: Remark) -> Row:
    return _told_apart(tuple(_plain(clean_text(text)) for text in remark.listed[_PLACE]))


def _told_apart(place: Row) -> Row:
    sheet, cell, found, asked = place
    return (sheet, cell, without_texts(found), asked)
