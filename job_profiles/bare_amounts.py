"""Amounts in a table of tasks that names no demand: which columns hold them, and what tells their kind."""

from functools import lru_cache
from typing import Final

from job_profiles.blocks import Column
from job_profiles.column_roles import SAMPLE, Measured, Roles
from job_profiles.doers import denies
from job_profiles.grid.cells import CellValue
from job_profiles.kinds import DemandKind
from job_profiles.remarks import kinds_named
from job_profiles.units import unit_of
from job_profiles.vocabulary.kind_words import KindWord, is_not_applicable, kind_of
from job_profiles.vocabulary.words import fold

_AMOUNTS: Final = frozenset({"amount", "force", "load", "angle"})
_OF_TOOLS: Final = frozenset({"torque", "vibration", "tool_weight", "trigger"})
"""Roles of columns that name their demand by what they measure."""

_HELD_BY_TOOL: Final = frozenset({DemandKind.TOOL_USE, DemandKind.HAND_ARM_VIBRATION})


def settle_bare_amounts(roles: Roles) -> None:
    """Note the columns of amounts whose demand no column and no heading names, and which of them is open."""
    named = "demand" in roles.context or roles.is_wide or roles.band_labels is not None or roles.is_tool_list
    if named or "task" not in roles.context:
        return
    roles.bare = [m for m in roles.measured if m.role in _AMOUNTS and not m.letters]
    roles.tells_of_tools = any(m.role in _OF_TOOLS for m in roles.measured)
    roles.bare_open = [m.column for m in roles.bare if _is_open(roles, m)]


def has_bare_amounts(roles: Roles) -> bool:
    """Whether a table without a column of demands holds amounts that its tasks must be asking for."""
    return "demand" not in roles.context and any(m.role in _AMOUNTS | _OF_TOOLS for m in roles.measured)


def _is_open(roles: Roles, measured: Measured) -> bool:
    """Whether none of the first rows names a kind: then the column is asked about once, not row by row."""
    rows = roles.table.view.rows
    filled = [r for r in roles.table.body[:2000] if rows[r][measured.column.index] is not None][:SAMPLE]
    return len(filled) > 1 and not any(kind_told(roles, r, measured) for r in filled)


def kind_told(roles: Roles, row: int, measured: Measured) -> tuple[KindWord, Column] | None:
    """Return what says of which kind an amount is, and where: cell, heading, tool or task."""
    values, column = roles.table.view.rows[row], measured.column
    if (word := _in_cell(values[column.index])) is not None:
        return word, column
    if (word := _in_heading(column.text)) is not None:
        return word, column
    for role in ("tool", "task"):
        told = roles.context.get(role)
        word = _in_name(values[told.index], role) if told is not None else None
        if told is not None and word is not None:
            return word, told
    return None


def _in_cell(value: CellValue) -> KindWord | None:
    return kind_beside_amount(value) if isinstance(value, str) else None


@lru_cache(maxsize=20_000)
def kind_beside_amount(text: str) -> KindWord | None:
    """Return the kind that a cell names beside its amount: `grip 20 lb`, `6 kg push`, `feed push 10kg`."""
    content = [t for t in fold(text).split() if not any(c.isdigit() for c in t) and unit_of(t) is None]
    word = kind_of(" ".join(content)) if content and not is_not_applicable(text) else None
    return word if word is not None and word.as_spelt is None and not denies(text) else None


@lru_cache(maxsize=1000)
def _in_heading(text: str) -> KindWord | None:
    word = kind_of(text) if text else None
    return word if word is not None and word.as_spelt is None else None


def _in_name(value: CellValue, role: str) -> KindWord | None:
    """Return the kind that a task names, or a tool outright: `Lift billets`; a tool is no use of itself."""
    word = kind_of(value) if isinstance(value, str) else None
    if word is None or word.as_spelt is not None or denies(str(value)):
        return None
    outright = role == "task" or bool(kinds_named(str(value)))
    return word if outright and not set(word.kinds) & _HELD_BY_TOOL else None
