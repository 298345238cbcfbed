"""What one column of a table is for: by its heading, its hand, its unit, or what stands in it."""

from typing import Final

from job_profiles.blocks import Column, Table
from job_profiles.column_roles import Measured, Roles
from job_profiles.grid.cells import Percent
from job_profiles.postures import names_postures
from job_profiles.role_by_unit import role_by_values, role_of_unit
from job_profiles.role_names import CONTEXT, MEASURES, TEXTS
from job_profiles.samples import sample, share
from job_profiles.units import Dimension, unit_of
from job_profiles.view import is_number
from job_profiles.vocabulary.kind_words import band_of, hand_of, is_other_activity
from job_profiles.vocabulary.words import fold, words

_MANY_MEANINGS: Final = frozenset({Dimension.TIME, Dimension.SHARE, Dimension.LENGTH})
"""Units that under an unknown word may count anything."""


def place_column(roles: Roles, column: Column, label: Column | None, bands: tuple[Column, ...]) -> None:
    """Put one column where it belongs in `roles`.

    `label`: the column that names the kinds of demand; `bands`: the columns of letters of frequency.
    """
    heading = column.heading
    if heading.as_spelt:
        roles.spelt.append(column)
    if label is not None and column.index == label.index:
        roles.context["demand"] = column
    elif column.index in {c.index for c in bands}:
        roles.ticks_band.append(column)
    elif heading.foreign or heading.role == "ignored" or is_other_activity(column.text):
        return
    elif heading.kinds:
        _place_kind(roles, column)
    elif heading.hand is not None and heading.unit is None and (not heading.roles or heading.role == "hand"):
        _place_hand(roles, column)
    elif heading.roles:
        _place_role(roles, column)
    else:
        _place_unnamed(roles, column)


def _place_unnamed(roles: Roles, column: Column) -> None:
    """Place a column whose heading gives a unit at most: by that unit, or by its cells."""
    unit, hand = column.heading.unit, column.heading.hand
    if unit is not None and (unit.dimension not in _MANY_MEANINGS or hand or unit_of(column.text)):
        _measured(roles, column, role_of_unit(column.heading))
    elif _is_hand_column(roles.table, column):
        roles.context.setdefault("hand", column)
    elif (role := role_by_values(roles.table, column)) is not None:
        _measured(roles, column, role)
    else:
        roles.unknown.append(column)


def _place_kind(roles: Roles, column: Column) -> None:
    if column.heading.has("hand"):
        roles.kind_hands.append(column)
        return
    role = column.heading.role
    if role is None or role not in MEASURES:
        role = "kind" if column.heading.unit is None else role_of_unit(column.heading)
    _measured(roles, column, role)


def _place_hand(roles: Roles, column: Column) -> None:
    """`RT` over ticks says which hand; over numbers it is a column of amounts of that hand."""
    values = sample(roles.table, column)
    if values and all(isinstance(v, str) and hand_of(v)[0] is not None for v in values):
        _place_context(roles, column, "hand")
    elif (
        share(
            (isinstance(v, str) and (fold(v) in words("values", "marks"))) or isinstance(v, bool)
            for v in values
        )
        >= 0.5
        or not values
    ):
        roles.ticks_hand.append(column)
    elif column.heading.role == "hand":
        roles.context.setdefault("hand", column)
    else:
        _measured(roles, column, "amount")


def _place_role(roles: Roles, column: Column) -> None:
    role = column.heading.role or ""
    if role == "span":
        roles.ticks_span.append(column)
        return
    if role == "demand":
        role = "amount"
    if role == "task" and _says_yes_or_no(roles.table, column):
        role = "essential" if "essential" in column.heading.text.lower() else "remark"
    role = {"activity": "task", "german_job": "job"}.get(role, role)
    if role == "week_hours" and roles.week_hours is None:
        roles.week_hours = column
    elif role == "remark":
        roles.remarks.append(column)
    elif role == "tool" or role in CONTEXT:
        _place_context(roles, column, role)
    elif role == "angle" and names_postures(sample(roles.table, column), column.text):
        roles.postures.append(column)
    elif role in MEASURES or role in TEXTS or role == "task_hours":
        _measured(roles, column, "hours" if role == "task_hours" else role)
    else:
        roles.unknown.append(column)


def _place_context(roles: Roles, column: Column, role: str) -> None:
    """Place a column that speaks of the whole row; a second one of its sort is kept to be told of."""
    if role == "unit":
        roles.units.append(column)
    elif role in roles.context:
        roles.remarks += [column] if role in {"task", "hand"} else []
        roles.passed_over.append(column)
    roles.context.setdefault(role, column)


def _says_yes_or_no(table: Table, column: Column) -> bool:
    """Whether every cell of a column is yes or no: `Essential function?` is no list of tasks."""
    either = words("values", "yes") | words("values", "no")
    values = sample(table, column)
    return (
        len(values) > 1
        and all(fold(v) in either for v in values if isinstance(v, str))
        and not any(is_number(v) for v in values)
    )


def _is_hand_column(table: Table, column: Column) -> bool:
    return (
        not column.heading.known
        and share(isinstance(v, str) and hand_of(v)[0] is not None for v in sample(table, column)) > 0.8
    )


def _measured(roles: Roles, column: Column, role: str) -> None:
    values = sample(roles.table, column)
    texts = [v for v in values if isinstance(v, str)]
    letters = (
        bool(texts)
        and share(band_of(v) is not None for v in texts if fold(v) != "0") > 0.5
        and role in {"kind", "rate", "interval", "hours", "amount"}
    )
    numbers = [abs(float(v)) for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
    fractions = (
        bool(numbers)
        and max(numbers) <= 1
        and any(n < 1 for n in numbers)
        and not any(isinstance(v, Percent) for v in values)
    )
    sides = column.heading.sides or (column.heading.hand,)
    for part, hand in enumerate(sides):
        one = Measured(
            column, role, column.heading.kinds, hand, letters, fractions, bool(column.heading.kinds)
        )
        one.part = part if column.heading.sides else None
        roles.measured.append(one)
