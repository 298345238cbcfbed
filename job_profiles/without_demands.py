"""A file without one demand: what is said of it, at the rows and tables that look as if they held some."""

from collections.abc import Iterator

from job_profiles.blocks import Table
from job_profiles.column_roles import Roles
from job_profiles.grid.cells import CellValue
from job_profiles.problem import Problem, Severity
from job_profiles.unread_amounts import LOOSE
from job_profiles.view import is_number
from job_profiles.vocabulary.kind_words import exact_kind, kind_of
from job_profiles.workbook import Leaf, Workbook


def about_missing_demands(book: Workbook, known: list[Problem]) -> Iterator[Problem]:
    """Yield what keeps a file without a demand from being read; `known`: what is told of it already."""
    yield from _headless(book)
    yield _no_demands(book, known)


def _headless(book: Workbook) -> Iterator[Problem]:
    """Rows that look like demands with amounts, but under no headings."""
    for leaf in book.leaves:
        view = leaf.page.view
        rows = [r for r, cells in leaf.page.loose() if _looks_like_demand([v for _, v in cells])]
        if len(rows) > 1:
            yield Problem(
                Severity.ERROR,
                "no-header",
                "Rows look like demands, but no headings stand above them.",
                "Write headings above the columns: task, demand, hand, amount, unit, how often.",
                leaf.name,
                f"{view.address(rows[0], 0)}:{view.address(rows[-1], view.width - 1)}",
            )


def _looks_like_demand(values: list[CellValue]) -> bool:
    texts = [v for v in values if isinstance(v, str)]
    named = any(exact_kind(t) or (any(c.isdigit() for c in t) and kind_of(t)) for t in texts)
    figures = any(is_number(v) for v in values) or any(c.isdigit() for t in texts for c in t)
    return named and figures and len(values) > 1


def _no_demands(book: Workbook, known: list[Problem]) -> Problem:
    leaf, place = _nearest(book, known)
    holds = "" if any(leaf.page.view.rows for leaf in book.leaves) else " It is empty."
    if place is not None:
        holds = f" The table at {place} holds amounts, but nothing that could be read says of which demands."
    return Problem(
        Severity.ERROR,
        "no-demands",
        f"The workbook holds no demands of a job.{holds}",
        "Send a sheet with the tasks of a job and what each asks of the hands, or fill in the template.",
        leaf,
        place,
    )


def _nearest(book: Workbook, known: list[Problem]) -> tuple[str | None, str | None]:
    """Return sheet and range of what comes nearest to demands: tasks with amounts, or amounts alone."""
    for leaf in book.leaves:
        for table, roles in leaf.tables:
            if _tells_amounts_of_tasks(roles) and table.body:
                return leaf.name, _range(leaf, table)
    loose = next((p for p in known if p.code == LOOSE), None)
    return (loose.sheet, loose.cell) if loose is not None else (None, None)


def _tells_amounts_of_tasks(roles: Roles) -> bool:
    return bool({"task", "job"} & set(roles.context)) and bool(roles.measured)


def _range(leaf: Leaf, table: Table) -> str:
    view = leaf.page.view if table.view.places else table.view
    first = table.view.address(max(table.header[0], 0), table.first_col)
    last = table.view.address(table.body[-1], table.last_col)
    return first if view is not table.view else f"{first}:{last}"
