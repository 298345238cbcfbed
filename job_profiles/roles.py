"""Which column of a table does what: jobs and tasks, the kind of demand, the hand, amounts, ticks."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.answers import Answers
from job_profiles.blocks import Column, Table
from job_profiles.column_roles import CONTEXT, MEASURES, SAMPLE, TEXTS, Measured, Roles
from job_profiles.grid.cells import CellValue, Percent, column_letters
from job_profiles.headings import Heading, heading_of
from job_profiles.units import Dimension, unit_of
from job_profiles.view import is_number
from job_profiles.vocabulary.kind_words import band_of, exact_kind, hand_of, is_other_activity, kind_of
from job_profiles.vocabulary.words import fold, words


def roles_of_table(table: Table, answers: Answers) -> Roles:
    """Say what each column of a table is for, by its heading, by an answer, or by what stands in it."""
    roles = Roles(table)
    answered = dict(answers.columns)
    columns = [_answered(c, answered.get(column_key(table, c))) for c in table.columns]
    label = _label_column(table, columns)
    bands = table.bands
    for column in columns:
        _place(roles, column, label, bands)
    _unnamed_tasks(roles)
    _hours(roles)
    _load_labels(roles)
    return roles


def _unnamed_tasks(roles: Roles) -> None:
    """Take texts under an unknown heading, left of the demands, for the tasks: never lose them silently."""
    label = roles.context.get("demand")
    if {"task", "job", "tool", "reference"} & set(roles.context) or not (label or roles.is_wide):
        return
    end = label.index if label else min(m.column.index for m in roles.measured)
    for column in roles.unknown:
        if column.text and column.index < end and _reads_like_tasks(sample(roles.table, column)):
            roles.context["task"] = roles.taken_as_task = column
            roles.unknown.remove(column)
            return


def _reads_like_tasks(values: list[CellValue]) -> bool:
    texts = {v for v in values if isinstance(v, str)}
    others = words("values", "yes") | words("values", "no") | words("document_words", "sections")
    return (
        len(texts) > 1
        and all(isinstance(v, str) and any(c.isalpha() for c in v) for v in values)
        and not any(fold(t) in others or _names_kinds(t) or hand_of(t)[0] for t in texts)
    )


def column_key(table: Table, column: Column) -> str:
    """Return the key of answers about a column: `Sheet!F`; `Sheet!10` where a row of the sheet is meant."""
    view = table.view
    line = str(view.top + column.index + 1) if view.swapped else column_letters(view.left + column.index)
    return f"{view.name}!{line}"


def _answered(column: Column, answer: str | None) -> Column:
    if not answer:
        return column
    made = (
        Heading(column.text, (answer,))
        if answer in CONTEXT or answer in MEASURES or answer in TEXTS or answer == "ignored"
        else heading_of(answer)
    )
    return replace(
        column,
        heading=replace(made, hand=made.hand or column.heading.hand, unit=made.unit or column.heading.unit),
    )


def sample(table: Table, column: Column) -> list[CellValue]:
    """Return the first non-blank cells of a column."""
    found: list[CellValue] = []
    for row in table.body[:2000]:
        value = table.view.rows[row][column.index]
        if value is not None:
            found.append(value)
            if len(found) >= SAMPLE:
                break
    return found


def _names_kinds(value: CellValue) -> bool:
    return isinstance(value, str) and (
        exact_kind(value) is not None or kind_of(value) is not None or is_other_activity(value)
    )


def _is_just_a_kind(value: CellValue) -> bool:
    return isinstance(value, str) and (exact_kind(value) is not None or is_other_activity(value))


def _label_test(column: Column) -> Callable[[CellValue], bool]:
    """Under `Task`, `Lift boxes` is a task; only plain names of kinds make such a column one of demands."""
    return _is_just_a_kind if column.heading.role == "task" else _names_kinds


def _share(values: Iterable[bool]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


def _label_column(table: Table, columns: list[Column]) -> Column | None:
    """Return the column whose cells name the kinds of demand."""
    demand = [c for c in columns if c.heading.role == "demand"]
    if demand:
        return max(demand, key=lambda c: (_share(_names_kinds(v) for v in sample(table, c)), -c.index))
    wide = sum(1 for c in columns if c.heading.kinds and not c.heading.has("hand"))
    candidates = [
        c
        for c in columns
        if c.heading.has("activity", "demand", "task", "reference", "remark") or not c.heading.known
    ]
    best = [(_share(_label_test(c)(v) for v in sample(table, c)), c) for c in candidates]
    ranked = sorted(
        (x for x in best if x[0] >= 0.5), key=lambda x: (not x[1].heading.has("activity"), -x[0], x[1].index)
    )
    if ranked and (wide <= 1 or ranked[0][1].heading.has("activity")):
        return ranked[0][1]
    activity = [c for c in columns if c.heading.has("activity")]
    return activity[0] if activity and wide == 0 and table.bands else None


def _place(roles: Roles, column: Column, label: Column | None, bands: tuple[Column, ...]) -> None:
    heading = column.heading
    if heading.as_spelt:
        roles.spelt.append(column)
    if label is not None and column.index == label.index:
        roles.context["demand"] = column
    elif column.index in {c.index for c in bands}:
        roles.ticks_band.append(column)
    elif heading.foreign or heading.role == "ignored":
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
        _measured(roles, column, _role_of_unit(column.heading))
    elif _is_hand_column(roles.table, column):
        roles.context.setdefault("hand", column)
    elif (role := _role_by_values(roles.table, column)) is not None:
        _measured(roles, column, role)
    else:
        roles.unknown.append(column)


_MANY_MEANINGS: Final = frozenset({Dimension.TIME, Dimension.SHARE, Dimension.LENGTH})
"""Units that under an unknown word may count anything."""

_OWN_UNITS: Final = {
    "force": "amount",
    "weight": "amount",
    "torque": "amount",
    "acceleration": "amount",
    "angle": "amount",
    "rate": "rate",
    "per_shift": "rate",
    "time": "hours",
}


def _role_by_values(table: Table, column: Column) -> str | None:
    """Return the role of a column whose heading is unknown but whose cells carry their own units."""
    values = sample(table, column)
    amounts = [parse_amount(v) if isinstance(v, str) else None for v in values]
    found = [_OWN_UNITS.get(a.unit.dimension.value) if a and a.unit else None for a in amounts]
    best = max(set(found), key=found.count) if found else None
    return best if best is not None and found.count(best) > 0.7 * len(found) else None


def _role_of_unit(heading: Heading) -> str:
    unit = heading.unit
    return (
        {"time": "hours", "share": "hours", "rate": "rate", "per_cycle": "per_cycle"}.get(
            unit.dimension.value, "amount"
        )
        if unit
        else "amount"
    )


def _place_kind(roles: Roles, column: Column) -> None:
    if column.heading.has("hand"):
        roles.kind_hands.append(column)
        return
    role = column.heading.role
    if role is None or role not in MEASURES:
        role = "kind" if column.heading.unit is None else _role_of_unit(column.heading)
    _measured(roles, column, role)


def _place_hand(roles: Roles, column: Column) -> None:
    """`RT` over ticks says which hand; over numbers it is a column of amounts of that hand."""
    values = sample(roles.table, column)
    if (
        _share(
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
    if role == "activity":
        role = "task" if "task" not in roles.context else "remark"
    if role == "german_job":
        role = "job"
    if role == "remark":
        roles.remarks.append(column)
    elif role == "tool" or role in CONTEXT:
        if role in roles.context and role in {"task", "hand"}:
            roles.remarks.append(column)
        roles.context.setdefault(role, column)
    elif role in MEASURES or role in TEXTS or role == "task_hours":
        _measured(roles, column, "hours" if role == "task_hours" else role)
    else:
        roles.unknown.append(column)


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
        and _share(isinstance(v, str) and hand_of(v)[0] is not None for v in sample(table, column)) > 0.8
    )


def _measured(roles: Roles, column: Column, role: str) -> None:
    values = sample(roles.table, column)
    texts = [v for v in values if isinstance(v, str)]
    letters = (
        bool(texts)
        and _share(band_of(v) is not None for v in texts if fold(v) != "0") > 0.5
        and role in {"kind", "rate", "hours", "amount"}
    )
    numbers = [abs(float(v)) for v in values if isinstance(v, int | float) and not isinstance(v, bool)]
    fractions = (
        bool(numbers)
        and max(numbers) <= 1
        and any(n < 1 for n in numbers)
        and not any(isinstance(v, Percent) for v in values)
    )
    roles.measured.append(
        Measured(
            column,
            role,
            column.heading.kinds,
            column.heading.hand,
            letters,
            fractions,
            bool(column.heading.kinds),
        )
    )


def _hours(roles: Roles) -> None:
    """Hours of the task, or hours of the demand: by wording, by place, by how they repeat."""
    for measured in [m for m in roles.measured if m.role == "hours" and not m.kinds]:
        if _of_the_task(roles, measured):
            roles.measured.remove(measured)
            roles.task_hours.append(measured)
    if (
        "task" not in roles.context
        and "demand" not in roles.context
        and "job" in roles.context
        and roles.task_hours
        and not roles.is_wide
    ):
        roles.context.setdefault("shift_hours", roles.task_hours.pop(0).column)


def _of_the_task(roles: Roles, measured: Measured) -> bool:
    heading, demand = measured.column.heading, roles.context.get("demand")
    if heading.has("task_hours"):
        return True
    if roles.is_tool_list or measured.letters:
        return False
    if demand is None:
        return True
    if "task" not in roles.context:
        return False
    if measured.column.index < demand.index:
        return True
    return not _task_hours_elsewhere(roles, measured) and _first_row_only(roles, measured)


def _task_hours_elsewhere(roles: Roles, measured: Measured) -> bool:
    """Whether another column holds the hours of the task, so that this one speaks of the demand."""
    return bool(roles.task_hours) or any(
        m is not measured and m.role == "hours" and m.column.heading.has("task_hours") for m in roles.measured
    )


def _first_row_only(roles: Roles, measured: Measured) -> bool:
    """Return Filled beside the first row of each task and blank below it, as if written once for the task."""
    rows, task = roles.table.view.rows, roles.context["task"].index
    body = roles.table.body[:2000]
    first = [
        r
        for i, r in enumerate(body)
        if rows[r][task] is not None and (i == 0 or rows[body[i - 1]][task] != rows[r][task])
    ]
    later = set(body) - set(first)
    return (
        bool(later)
        and not any(rows[r][measured.column.index] is not None for r in later)
        and any(rows[r][measured.column.index] is not None for r in first)
    )


def _load_labels(roles: Roles) -> None:
    """Weights as row labels (`11-25 lb`) with ticks under letters beside them."""
    if "demand" in roles.context or not roles.ticks_band:
        return
    for measured in list(roles.measured):
        if (
            measured.role in {"load", "amount", "force", "kind"}
            and measured.column.index < roles.ticks_band[0].index
        ):
            values = sample(roles.table, measured.column)
            if _share(isinstance(v, str) and parse_amount(v) is not None for v in values) > 0.5:
                roles.measured.remove(measured)
                roles.band_labels = measured.column
                return
