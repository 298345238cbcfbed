"""A table with demands down and tasks across, turned on its side so that it reads like any other."""

from dataclasses import replace
from typing import Final

from job_profiles.blocks import Column, Table
from job_profiles.column_roles import Roles
from job_profiles.grid.cells import CellError
from job_profiles.header_rows import combined
from job_profiles.headings import Heading, heading_of
from job_profiles.view import is_number, written
from job_profiles.vocabulary.kind_words import band_of, hand_of, is_other_activity, kind_of
from job_profiles.vocabulary.words import fold, words

_LABELS: Final = frozenset({"demand", "hand", "unit", "quality", "remark"})


def upright(table: Table, roles: Roles) -> Table | None:
    """Return the table turned so that tasks stand down and demands across; None if they already do."""
    label = roles.context.get("demand")
    if label is None or "task" in roles.context or roles.ticks_band or not _tasks_across(table, roles):
        return None
    tasks = _task_columns(table, roles)
    leads = [c for c in table.columns if c.index < tasks[0]]
    return _turned(table, label, leads, tasks)


def _task_columns(table: Table, roles: Roles) -> list[int]:
    """Return the columns of tasks: also those whose name is a word of ours (`E-mail`, `Driving`)."""
    first = min(c.index for c in _headed(roles))
    placed = {
        c.index for c in (*roles.context.values(), *roles.remarks, *roles.ticks_hand, *roles.kind_hands)
    }
    return [c.index for c in table.columns if c.text and c.index >= first and c.index not in placed]


def _headed(roles: Roles) -> list[Column]:
    """Return the columns with a heading that is not known; under a blank corner the units tell no column."""
    found = [c for c in roles.unknown if c.text]
    if not roles.context["demand"].text:
        found += [m.column for m in roles.measured if m.column.text and not m.column.heading.known]
    return found


def _tasks_across(table: Table, roles: Roles) -> bool:
    """Whether unknown headings stand over amounts, letters or yes and no, and no known amounts beside."""
    headed = _headed(roles)
    told = [m for m in roles.measured if m.column.index not in {c.index for c in headed}]
    if (
        not headed
        or any(not c.text for c in roles.unknown)
        or any(m.role in {"amount", "force", "load", "rate", "interval"} for m in told)
    ):
        return False
    cells = [table.view.rows[r][c.index] for c in headed for r in table.body]
    filled = [v for v in cells if v is not None]
    fitting = sum(
        1
        for v in filled
        if is_number(v) or isinstance(v, CellError) or (isinstance(v, str) and _short_value(v))
    )
    return bool(filled) and fitting >= 0.6 * len(filled)


def _short_value(text: str) -> bool:
    folded = fold(text)
    return (
        any(c.isdigit() for c in text)
        or band_of(text) is not None
        or folded in words("values", "marks") | words("values", "no") | words("values", "yes")
    )


def _turned(table: Table, label: Column, leads: list[Column], tasks: list[int]) -> Table:
    rows = [r for r in table.body if table.view.rows[r][label.index] is not None]
    first_row, last_row = table.header[1], max(rows)
    view = table.view.swap(first_row, last_row, tasks[0], max(tasks))
    columns = [Column(0, Heading("task", ("task",)), "task", 0)]
    columns += [_column(table, r, label, leads, first_row) for r in rows]
    wanted = tuple(i - tasks[0] for i in tasks)
    return Table(view, (-1, -1), tuple(columns), wanted, table.title)


def _column(table: Table, row: int, label: Column, leads: list[Column], first_row: int) -> Column:
    text = written(table.view.rows[row][label.index])
    heading = _label_heading(text)
    for lead in leads:
        value = table.view.rows[row][lead.index]
        if lead.index == label.index or value is None:
            continue
        if lead.heading.has("hand"):
            hand = hand_of(written(value))[0]
            heading = replace(heading, hand=hand or heading.hand)
        elif lead.heading.has("unit") or not lead.heading.known:
            heading = replace(
                combined(heading, replace(heading_of(written(value)), roles=(), kinds=())),
                roles=heading.roles,
                kinds=heading.kinds,
            )
    return Column(row - first_row, replace(heading, text=text), text, row)


def _label_heading(text: str) -> Heading:
    heading = heading_of(text)
    if heading.kinds or heading.roles or is_other_activity(text):
        return replace(heading, foreign=is_other_activity(text))
    word = kind_of(text)
    return replace(heading, kinds=word.kinds, open_to=word.open_to) if word else heading
