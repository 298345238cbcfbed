"""What should stand in a cell, as a person said: read in place of what stands there, and marked as given."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from job_profiles.answers import Answers
from job_profiles.card_fields import in_its_key
from job_profiles.draft import DemandDraft, JobDraft
from job_profiles.grid.cells import CellValue, Sheet, parse_range
from job_profiles.kinds import Quality
from job_profiles.problem import Problem, Severity
from job_profiles.view import written


def as_meant(sheets: Iterable[Sheet], answers: Answers) -> tuple[Sheet, ...]:
    """Return the sheets with the answered cells changed; a place outside the sheet changes nothing."""
    return tuple(_changed(sheet, dict(_of_sheet(sheet.name, answers))) for sheet in sheets)


def _of_sheet(name: str, answers: Answers) -> Iterator[tuple[tuple[int, int], CellValue]]:
    for place, text in answers.meant:
        sheet, _, cell = place.rpartition("!")
        if sheet == name and (where := _place(cell)) is not None:
            yield where, _value(text)


def _place(cell: str) -> tuple[int, int] | None:
    try:
        area = parse_range(cell)
    except ValueError:
        return None
    return area.first_row, area.first_col


def _value(text: str) -> CellValue:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return text


def _changed(sheet: Sheet, meant: dict[tuple[int, int], CellValue]) -> Sheet:
    rows = list(sheet.rows)
    for (row, col), value in meant.items():
        if row < len(rows) and col < len(rows[row]):
            rows[row] = (*rows[row][:col], in_its_key(rows[row][col], value), *rows[row][col + 1 :])
    return replace(sheet, rows=tuple(rows)) if meant else sheet


def mark_meant(job: JobDraft, sheets: Iterable[Sheet], answers: Answers) -> None:
    """Mark what was read from an answered cell as given; what is quoted is what the sheet itself says."""
    by_name = {sheet.name: sheet for sheet in sheets}
    for place, _ in answers.meant:
        name, _, cell = place.rpartition("!")
        where = _place(cell)
        if where is None or name not in by_name:
            continue
        for task in job.tasks.values():
            if (task.sheet, task.hours_cell) == (name, cell):
                task.given.append("hours_per_day")
            for draft in task.demands:
                if draft.sheet == name:
                    _mark(draft, cell, written(by_name[name].at(*where)))


def _mark(draft: DemandDraft, cell: str, said: str) -> None:
    told = [fact for fact in draft.cols if draft.place(fact)[0] == cell]
    for fact in told:
        draft.given.append(fact)
        draft.quality = Quality.STATED
    if draft.cell == cell:
        draft.as_written = said


def as_found(problems: Iterable[Problem], sheets: Iterable[Sheet], answers: Answers) -> Iterator[Problem]:
    """Yield the findings; one about an answered cell tells what stands there, not what was answered."""
    by_name, places = {sheet.name: sheet for sheet in sheets}, {place for place, _ in answers.meant}
    for problem in problems:
        where = _place(problem.cell or "") if f"{problem.sheet}!{problem.cell}" in places else None
        if where is None or problem.found is None or problem.sheet not in by_name:
            yield problem
        else:
            yield replace(problem, found=written(by_name[problem.sheet].at(*where)))


def what_was_taken(sheets: Iterable[Sheet], answers: Answers) -> Iterator[Problem]:
    """Yield a note for each answered cell, so that the employer sees what was made of it."""
    by_name = {sheet.name: sheet for sheet in sheets}
    for place, text in answers.meant:
        name, _, cell = place.rpartition("!")
        where = _place(cell)
        if where is None or name not in by_name:
            continue
        found = written(by_name[name].at(*where))
        yield Problem(
            Severity.NOTE,
            "read-as-meant",
            f"“{found}” was read as “{text}”, as a person said.",
            "Correct the cell if that is right.",
            name,
            cell,
            found,
        )
