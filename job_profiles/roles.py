"""Which column of a table does what: jobs and tasks, the kind of demand, the hand, amounts, ticks."""

from dataclasses import replace

from job_profiles.amounts import parse_amount
from job_profiles.answers import Answers
from job_profiles.bare_amounts import has_bare_amounts, settle_bare_amounts
from job_profiles.belonging import EVERY_DEMAND, settle_belonging
from job_profiles.blocks import Column, Table
from job_profiles.column_placing import place_column
from job_profiles.column_roles import Roles, column_key
from job_profiles.grid.cells import CellValue
from job_profiles.headings import Heading, heading_of
from job_profiles.label_column import label_column, names_kinds
from job_profiles.numbered_tasks import name_tasks_by_words
from job_profiles.role_names import CONTEXT, MEASURES, TEXTS
from job_profiles.samples import sample, share
from job_profiles.settled_columns import keep_average, name_hand_forces, put_average_last, units_of_hours
from job_profiles.task_hours_columns import settle_hours
from job_profiles.vocabulary.kind_words import hand_of
from job_profiles.vocabulary.words import fold, words


def roles_of_table(table: Table, answers: Answers) -> Roles:
    """Say what each column of a table is for, by its heading, by an answer, or by what stands in it."""
    roles = Roles(table)
    answered = dict(answers.columns)
    columns = [_answered(c, answered.get(column_key(table, c))) for c in table.columns]
    label = label_column(table, columns)
    bands = table.bands
    for column in columns:
        place_column(roles, column, label, bands)
    keep_average(roles)
    put_average_last(roles)
    name_hand_forces(roles)
    _set_held_loads_apart(roles)
    name_tasks_by_words(roles)
    _unnamed_tasks(roles)
    settle_hours(roles)
    units_of_hours(roles)
    _load_labels(roles)
    settle_bare_amounts(roles)
    settle_belonging(roles, answers)
    return roles


def _set_held_loads_apart(roles: Roles) -> None:
    """Keep the answer to what a column of weights belongs to: beside labelled rows it heads no demand."""
    if "demand" not in roles.context:
        return
    for measured in roles.measured:
        if measured.role == "load" and not heading_of(measured.column.text).kinds and measured.kinds:
            roles.held_kinds[measured.column.index] = measured.kinds[0]
            measured.kinds, measured.wide = (), False


def _unnamed_tasks(roles: Roles) -> None:
    """Take texts under an unknown heading, left of the demands, for the tasks: never lose them silently."""
    label = roles.context.get("demand")
    if {"task", "job", "tool", "reference"} & set(roles.context) or not (
        label or roles.is_wide or has_bare_amounts(roles)
    ):
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
        and not any(fold(t) in others or names_kinds(t) or hand_of(t)[0] for t in texts)
    )


def _answered(column: Column, answer: str | None) -> Column:
    if not answer or answer == EVERY_DEMAND:
        return column
    made = (
        Heading(column.text, (answer,))
        if answer in CONTEXT or answer in MEASURES or answer in TEXTS or answer == "ignored"
        else heading_of(answer)
    )
    if made.kinds and not made.roles and column.heading.role in MEASURES:
        made = replace(made, roles=column.heading.roles)
    return replace(
        column,
        heading=replace(made, hand=made.hand or column.heading.hand, unit=made.unit or column.heading.unit),
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
            if share(isinstance(v, str) and parse_amount(v) is not None for v in values) > 0.5:
                roles.measured.remove(measured)
                roles.band_labels = measured.column
                return
