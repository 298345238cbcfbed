"""A table without headings, read where its own cells say what each column holds."""

from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.blocks import Column, Table
from job_profiles.grid.cells import CellValue
from job_profiles.headings import Heading
from job_profiles.labels import amount_in
from job_profiles.units import Dimension
from job_profiles.view import View
from job_profiles.vocabulary.kind_words import exact_kind, hand_of, kind_of

_FEWEST_ROWS: Final = 2
_RATES: Final = frozenset({Dimension.RATE, Dimension.PER_SHIFT})


def table_without_headings(view: View) -> Table | None:
    """Return the one table of a sheet without headings; None where a column could be taken for two things.

    Every row must be filled alike: a name, a kind of demand, and amounts that all bear their units.
    """
    body = tuple(row for row in range(len(view.rows)) if any(v is not None for v in view.rows[row]))
    if len(body) < _FEWEST_ROWS or body[-1] - body[0] + 1 != len(body):
        return None
    filled = [c for c in range(view.width) if any(view.rows[r][c] is not None for r in body)]
    roles = [_role(_column(view, body, c), first=at == 0) for at, c in enumerate(filled)]
    if not _is_whole(roles) or any(view.rows[r][filled[roles.index("demand")]] is None for r in body):
        return None
    columns = tuple(
        Column(col, Heading("", (str(role),)), "", body[0]) for col, role in zip(filled, roles, strict=True)
    )
    return Table(view, (-1, -1), columns, body, headless=True)


def _is_whole(roles: list[str | None]) -> bool:
    """Whether every column is told, one of them the demand, and the task stands left of it."""
    if None in roles or roles.count("demand") != 1 or len(set(roles)) != len(roles):
        return False
    return roles[0] == "task" and len(roles) > 1


def _column(view: View, body: tuple[int, ...], col: int) -> list[CellValue]:
    return [v for r in body if (v := view.rows[r][col]) is not None]


def _role(values: list[CellValue], *, first: bool) -> str | None:
    """Return what a column holds when all its cells are of one sort; None where they are not."""
    texts = [v for v in values if isinstance(v, str)]
    if len(texts) < len(values):
        return None
    if all(_is_demand(text) for text in texts):
        return "demand"
    if all(hand_of(text)[0] is not None for text in texts):
        return "hand"
    dimensions = {_dimension(text) for text in texts}
    if None not in dimensions:
        return "rate" if dimensions <= _RATES else None if dimensions & _RATES else "amount"
    plain = all(_dimension(text) is None and not _is_demand(text) for text in texts)
    return "task" if first and plain else None


def _is_demand(text: str) -> bool:
    """Whether a text is a kind of demand, alone or with an amount that can be read beside it."""
    if exact_kind(text) is not None:
        return True
    word = kind_of(text)
    has_figure = any(c.isdigit() for c in text)
    return word is not None and has_figure and bool(amount_in(text, word.kind).facts)


def _dimension(text: str) -> Dimension | None:
    amount = parse_amount(text)
    return amount.unit.dimension if amount is not None and amount.unit is not None else None
