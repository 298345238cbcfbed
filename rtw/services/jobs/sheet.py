"""A demand sheet that is written in the browser: rows of text as typed, and what is done to them.

The columns are those of the blank workbook, so that rows can be pasted from it as they are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row as typed. A blank `task` is the task of the row above.

    `base` names the demand of the version it was copied from (`task.demand`); `ask` is what a template
    suggests to ask the patient about it.
    """

    task: str = ""
    essential: str = ""
    task_hours: str = ""
    kind: str = ""
    hand: str = ""
    amount: str = ""
    unit: str = ""
    hours: str = ""
    rate: str = ""
    seconds: str = ""
    letter: str = ""
    tool: str = ""
    quality: str = ""
    bout: str = ""
    base: str = ""
    ask: str = ""


ROW_FIELDS: Final = tuple(field.name for field in fields(SheetRow))
TYPED_FIELDS: Final = ROW_FIELDS[:-2]
MAX_ROWS: Final = 300
"""More rows than anybody types; a longer sheet is corrected in its file and uploaded again."""

_HEAD: Final = ("title", "shift_hours", "days_per_week", "scale")


@dataclass(frozen=True, slots=True)
class JobSheet:
    """A whole sheet as typed. `scale` is a scheme of frequency letters, or `kept`: the one of the version."""

    title: str = ""
    shift_hours: str = ""
    days_per_week: str = ""
    scale: str = ""
    rows: tuple[SheetRow, ...] = ()


def sheet_to_data(sheet: JobSheet) -> dict[str, Any]:
    """Return the sheet as its form sends it: one list per column."""
    head = {name: getattr(sheet, name) for name in _HEAD}
    return head | {name: [getattr(row, name) for row in sheet.rows] for name in ROW_FIELDS}


def sheet_from_data(data: Mapping[str, Any]) -> JobSheet:
    """Return the sheet of a form; what was not sent is blank."""
    columns = {name: _column(data.get(name)) for name in ROW_FIELDS}
    count = min(max(len(column) for column in columns.values()), MAX_ROWS)
    rows = (
        SheetRow(**{name: column[n] if n < len(column) else "" for name, column in columns.items()})
        for n in range(count)
    )
    head = {name: str(data.get(name) or "").strip() for name in _HEAD}
    return JobSheet(rows=tuple(rows), **head)


def _column(sent: object) -> list[str]:
    if sent is None:
        return []
    return [str(value).strip() for value in sent] if isinstance(sent, list) else [str(sent).strip()]


def with_row(sheet: JobSheet, after: int) -> JobSheet:
    """Add a row below row `after` (counted from 0), of the same task."""
    if len(sheet.rows) >= MAX_ROWS:
        return sheet
    place = min(max(after + 1, 0), len(sheet.rows))
    return replace(sheet, rows=(*sheet.rows[:place], SheetRow(), *sheet.rows[place:]))


def without_row(sheet: JobSheet, index: int) -> JobSheet:
    """Remove a row. The name and facts of its task go to the next row when that took them from it."""
    rows = list(sheet.rows)
    if not 0 <= index < len(rows):
        return sheet
    gone = rows.pop(index)
    if index < len(rows) and gone.task and not rows[index].task:
        heir = rows[index]
        rows[index] = replace(
            heir,
            task=gone.task,
            essential=heir.essential or gone.essential,
            task_hours=heir.task_hours or gone.task_hours,
        )
    return replace(sheet, rows=tuple(rows))


def filled_from_above(sheet: JobSheet, index: int) -> JobSheet:
    """Fill the blank cells of a row with those of the row above."""
    if not 0 < index < len(sheet.rows):
        return sheet
    above, row = sheet.rows[index - 1], sheet.rows[index]
    filled = replace(row, **{name: getattr(row, name) or getattr(above, name) for name in TYPED_FIELDS})
    return replace(sheet, rows=(*sheet.rows[:index], filled, *sheet.rows[index + 1 :]))


def filled_down(sheet: JobSheet, column: str) -> JobSheet:
    """Fill every blank cell of a column with the nearest one above it that is not."""
    if column not in TYPED_FIELDS:
        return sheet
    rows, last = [], ""
    for row in sheet.rows:
        last = getattr(row, column) or last
        rows.append(replace(row, **{column: last}))
    return replace(sheet, rows=tuple(rows))


def with_rows(sheet: JobSheet, more: tuple[SheetRow, ...]) -> JobSheet:
    """Add rows at the end; rows that were never filled in give way. Too many are not taken at all."""
    kept = tuple(row for row in sheet.rows if row != SheetRow())
    return replace(sheet, rows=(*kept, *more)) if len(kept) + len(more) <= MAX_ROWS else sheet
