"""Which column of a table names the kinds of demand: by its heading, or by what its cells name."""

from collections.abc import Callable

from job_profiles.blocks import Column, Table
from job_profiles.grid.cells import CellValue
from job_profiles.samples import sample, share
from job_profiles.vocabulary.kind_words import exact_kind, is_other_activity, kind_of


def names_kinds(value: CellValue) -> bool:
    """Whether a cell names a kind of demand, or another activity that is no demand of the hands."""
    return isinstance(value, str) and (
        exact_kind(value) is not None or kind_of(value) is not None or is_other_activity(value)
    )


def _is_just_a_kind(value: CellValue) -> bool:
    return isinstance(value, str) and (exact_kind(value) is not None or is_other_activity(value))


def _label_test(column: Column) -> Callable[[CellValue], bool]:
    """Under `Task`, `Lift boxes` is a task; only plain names of kinds make such a column one of demands."""
    return _is_just_a_kind if column.heading.role == "task" else names_kinds


def _least(column: Column) -> float:
    """Return what share of its cells must name a kind: one task that does (`Push cart`) is still a task."""
    return 0.7 if column.heading.role == "task" else 0.5


def label_column(table: Table, columns: list[Column]) -> Column | None:
    """Return the column whose cells name the kinds of demand."""
    demand = [c for c in columns if c.heading.role == "demand"]
    if demand:
        return max(demand, key=lambda c: (share(names_kinds(v) for v in sample(table, c)), -c.index))
    wide = sum(1 for c in columns if c.heading.kinds and not c.heading.has("hand"))
    candidates = [
        c
        for c in columns
        if c.heading.has("activity", "demand", "task", "reference", "remark")
        or not c.heading.known
        or (table.bands and c.heading.has("environment"))
        or _heads_labels(table, c)
        or _heads_words(table, c)
    ]
    best = [(share(_label_test(c)(v) for v in sample(table, c)), c) for c in candidates]
    ranked = sorted(
        (x for x in best if x[0] >= _least(x[1])),
        key=lambda x: (not x[1].heading.has("activity"), -x[0], x[1].index),
    )
    if ranked and (wide <= 1 or ranked[0][1].heading.has("activity")):
        return ranked[0][1]
    activity = [c for c in columns if c.heading.has("activity")]
    return activity[0] if activity and wide == 0 and table.bands else None


def _heads_words(table: Table, column: Column) -> bool:
    """Whether nothing but words stand under a heading of amounts: `Effort` over `Soulever`, `Pince`."""
    values = sample(table, column) if column.heading.role == "amount" and not column.heading.kinds else []
    return bool(values) and all(isinstance(v, str) and not any(c.isdigit() for c in v) for v in values)


def _heads_labels(table: Table, column: Column) -> bool:
    """Whether a kind over the first column, beside letters, only titles a section: `Material handling`."""
    heading = column.heading
    first = column.index == table.first_col and bool(table.bands)
    return first and bool(heading.kinds) and not heading.roles and heading.unit is None
