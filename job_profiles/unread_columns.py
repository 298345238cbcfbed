"""What is to be said of the columns themselves: not understood, of which demand is open, or taken for one."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.belonging import EVERY_DEMAND, kinds_of
from job_profiles.blocks import Column, Table
from job_profiles.column_roles import Measured, Roles, column_key
from job_profiles.comments import about_comments
from job_profiles.demand_columns import demand_columns
from job_profiles.grid.cells import CellError, CellValue
from job_profiles.problem import Choice, Problem, Severity
from job_profiles.role_names import TEXTS
from job_profiles.samples import sample
from job_profiles.view import is_number, written
from job_profiles.vocabulary.kind_words import band_of, kind_of
from job_profiles.vocabulary.words import fold, words
from job_profiles.workbook import Leaf


def about_columns(leaf: Leaf) -> Iterator[Problem]:
    """Yield what the columns of a sheet leave open; a column with values is never dropped silently."""
    yield from _dittos(leaf)
    yield from about_comments(leaf)
    for table, roles in leaf.tables:
        yield from _headings_missing(table)
        yield from _taken_as_tasks(table, roles)
        yield from _texts_not_read(table, roles)
        yield from _within_a_cycle(table, roles)
        yield from _trials(table, roles)
        yield from _another_kind(table, roles)
        yield from _of_open_kind(table, roles)
        if roles.asks_demands:
            yield from _not_understood(table, roles)
        if roles.is_wide and "demand" not in roles.context and not roles.is_tool_list:
            yield from _of_which_demand(table, roles)
            yield from _joined(table, roles)


def _dittos(leaf: Leaf) -> Iterator[Problem]:
    """Say that ditto marks were read as what stands above them: a lone `"` may also be inches."""
    view = leaf.page.view
    if view.dittos and leaf.has_demands:
        row, col = min(view.dittos)
        message = "A ditto mark was read as what stands above it, here and below."
        advice = "Nothing needs doing unless inches are meant."
        place = view.address(row, col)
        yield Problem(
            Severity.NOTE, "ditto-read", message, advice, leaf.name, place, written(view.at(row, col))
        )


def _about(table: Table, column: Column, severity: Severity, code: str, message: str, advice: str) -> Problem:
    row = 0 if table.view.swapped else column.row
    place = table.view.address(row, column.index)
    key = f"columns/{column_key(table, column)}"
    shown = _shown(table, column)
    return Problem(severity, code, message, advice, table.view.name, place, column.text, key, sample=shown)


_SHOWN: Final = 3


def _shown(table: Table, column: Column) -> tuple[str, ...]:
    """Return the first values of a column, for whoever is asked what it holds."""
    values = (written(value).strip() for value in sample(table, column))
    return tuple(islice(dict.fromkeys(values), _SHOWN))


def _headings_missing(table: Table) -> Iterator[Problem]:
    """Name a table that was read without headings, by what its cells say themselves."""
    if table.headless:
        first = table.view.address(table.body[0], table.first_col)
        last = table.view.address(table.body[-1], table.last_col)
        yield Problem(
            Severity.WARNING,
            "headings-missing",
            "No headings stand above the table; its columns were told by what their cells hold.",
            "Check each column, and write headings above them.",
            table.view.name,
            f"{first}:{last}",
        )


def _taken_as_tasks(table: Table, roles: Roles) -> Iterator[Problem]:
    """Name the column of texts under an unknown heading that was taken for the tasks."""
    if (column := roles.taken_as_task) is not None:
        message = f"What stands under “{column.text}” was taken for the tasks."
        advice = "Say what the column holds if it is something else."
        yield _about(table, column, Severity.WARNING, "taken-as-task", message, advice)


def _within_a_cycle(table: Table, roles: Roles) -> Iterator[Problem]:
    """Name a column of seconds where the hours of a day are wanted."""
    for column in roles.within_cycle:
        message = f"“{column.text}” counts seconds within a cycle, not hours of the day; it was not read."
        advice = "Give the hours of a working day."
        yield _about(table, column, Severity.WARNING, "seconds-of-a-cycle", message, advice)


def _trials(table: Table, roles: Roles) -> Iterator[Problem]:
    """Name the single trials beside their average."""
    for column in roles.trials:
        message = f"“{column.text}” is one trial; the average beside it was taken."
        advice = "Nothing needs doing unless the greatest trial is meant."
        yield _about(table, column, Severity.NOTE, "average-used", message, advice)


def _another_kind(table: Table, roles: Roles) -> Iterator[Problem]:
    """Name a column that ticks off a demand of its own (`Heat`) beside rows that each name another."""
    label = roles.context.get("demand")
    names = [kind_of(v) for v in sample(table, label) if isinstance(v, str)] if label else []
    named = {kind for word in names if word for kind in word.kinds}
    yes = words("values", "marks") | words("values", "yes")
    for measured in roles.measured if label else ():
        if measured.role != "kind" or not measured.kinds or set(measured.kinds) & named:
            continue
        if any(isinstance(v, str) and fold(v) in yes for v in sample(table, measured.column)):
            message = f"“{measured.column.text}” is a demand of its own beside those of the rows; not read."
            advice = "Give it a row of its own."
            yield _about(table, measured.column, Severity.WARNING, "kind-beside-demands", message, advice)


def _of_open_kind(table: Table, roles: Roles) -> Iterator[Problem]:
    """Name the columns of amounts of which neither a heading nor any row names the demand."""
    for column in roles.bare_open:
        letters = table.view.line(column.index)
        message = f"Column {letters} “{column.text}” was not read: nothing says of which demand it is."
        advice = "Say which demand the column is about, or what else it holds."
        yield _about(table, column, Severity.ERROR, "amounts-of-what", message, advice)


def _texts_not_read(table: Table, roles: Roles) -> Iterator[Problem]:
    """Name the columns of words that nothing was made of."""
    unknown = (c for c in roles.unknown if roles.asks_demands and c.text)
    wordy = (c for c in unknown if not any(_says_something(v) for v in sample(table, c)))
    for column in (*roles.passed_over, *wordy):
        if sample(table, column):
            letters = table.view.line(column.index)
            message = f"Column {letters} “{column.text}” was not read."
            advice = "Nothing needs doing unless it says what the hands must do."
            yield _about(table, column, Severity.NOTE, "text-column-not-read", message, advice)


def _not_understood(table: Table, roles: Roles) -> Iterator[Problem]:
    """Name the columns of numbers, letters or ticks that nobody understood."""
    for column in roles.unknown:
        if not any(_says_something(v) for v in sample(table, column)):
            continue
        if column.text:
            message = f"It is not known what “{column.text}” holds, or of which demand; it was not read."
            advice = "Say what the column holds."
            yield _about(table, column, Severity.WARNING, "unknown-heading", message, advice)
        else:
            yield _without_heading(table, column)


def _without_heading(table: Table, column: Column) -> Problem:
    return Problem(
        Severity.ERROR,
        "no-heading",
        f"Column {table.view.line(column.index)} holds values but has no heading.",
        "Write what the column holds above it, with the unit.",
        table.view.name,
        table.view.address(0 if table.view.swapped else table.header[1], column.index),
        "",
        f"columns/{column_key(table, column)}",
        sample=_shown(table, column),
    )


def _says_something(value: CellValue) -> bool:
    """Whether a cell holds a number, an amount, a letter of frequency or a tick."""
    if isinstance(value, str):
        marked = band_of(value) is not None or fold(value) in words("values", "marks")
        return marked or _is_plain_amount(value)
    return is_number(value) or isinstance(value, CellError)


def _is_plain_amount(text: str) -> bool:
    """Whether a text is an amount with its unit and nothing else: `2 kg`, `80 degrees`, `40 %`."""
    amount = parse_amount(text)
    return amount is not None and amount.unit is not None and not amount.rest and not amount.unit_text


_OF_THE_ROW: Final = frozenset({"cycle_time"})
"""Roles of columns that speak of the row, not of one of its demands."""


def _of_which_demand(table: Table, roles: Roles) -> Iterator[Problem]:
    """Name the columns of a table of kinds that say how often or how long, but not of which kind."""
    joined = {m.column.index for _, _, group in demand_columns(roles.measured) for m in group}
    for measured in roles.measured:
        known = measured.column.index in joined or measured.role in _OF_THE_ROW
        if not known and sample(table, measured.column):
            yield _open_column(table, roles, measured)


def _open_column(table: Table, roles: Roles, measured: Measured) -> Problem:
    column = measured.column
    choices = [Choice(kind.label, kind.label) for kind in kinds_of(roles)]
    if measured.role not in TEXTS and len(choices) > 1:
        choices.append(Choice(EVERY_DEMAND, "Each demand of the row"))
    return Problem(
        Severity.WARNING,
        "unjoined-column",
        f"It is not known of which demand “{column.text}” speaks; it was not read.",
        "Say which demand it belongs to.",
        table.view.name,
        table.view.address(0 if table.view.swapped else column.row, column.index),
        column.text,
        f"columns/{column_key(table, column)}",
        (*choices, Choice("ignored", "Nothing that matters here")),
        sample=_shown(table, column),
    )


def _joined(table: Table, roles: Roles) -> Iterator[Problem]:
    """Name the columns that were read as speaking of the demand they stand beside."""
    for measured in roles.joined:
        kinds = ", ".join(kind.label.lower() for kind in measured.kinds)
        message = f"“{measured.column.text}” was read as speaking of {kinds}, beside which it stands."
        advice = "Nothing needs doing if that is right."
        yield _about(table, measured.column, Severity.NOTE, "joined-column", message, advice)
