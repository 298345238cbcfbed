"""Columns settled by what stands beside them: trials, averages, forces of a hand, units of a time."""

import re
from dataclasses import replace
from typing import Final

from job_profiles.column_roles import Roles
from job_profiles.kinds import DemandKind, Hand
from job_profiles.vocabulary.words import fold, words

_TRIAL: Final = re.compile(
    r"\b(?:trial|test|try|attempt|reading|run|versuch|messung|essai|mesure|prueba|intento|medicion|#) ?\d\b"
)


def keep_average(roles: Roles) -> None:
    """Of `Trial 1`, `Trial 2` and their average only the average is the amount; the trials made it."""
    trials = [m for m in roles.measured if _TRIAL.search(fold(m.column.text))]
    averages = [m for m in roles.measured if set(fold(m.column.text).split()) & words("values", "averages")]
    if len(trials) > 1 and len(averages) == 1 and averages[0] not in trials:
        roles.measured = [m for m in roles.measured if m not in trials]
        roles.trials = [m.column for m in trials]


def put_average_last(roles: Roles) -> None:
    """Beside an average the other amount of its sort is the more demanding one, and counts."""
    averages = words("values", "averages")
    roles.measured.sort(key=lambda m: bool(set(fold(m.column.text).split()) & averages))


_OF_A_HAND: Final = (
    DemandKind.TIP_PINCH,
    DemandKind.KEY_PINCH,
    DemandKind.PALMAR_PINCH,
    DemandKind.PUSHING,
    DemandKind.PULLING,
)
"""What the force of a hand may be where nothing says that it grips."""


def name_hand_forces(roles: Roles) -> None:
    """`Right hand force (N)` in a table of tasks that names no kind: a grip until someone says otherwise."""
    named = "demand" in roles.context or roles.is_wide or roles.ticks_band
    if named or "task" not in roles.context:
        return
    for measured in roles.measured:
        if measured.role == "force" and measured.hand in {Hand.RIGHT, Hand.LEFT}:
            heading = replace(measured.column.heading, kinds=(DemandKind.POWER_GRIP,), open_to=_OF_A_HAND)
            measured.column = replace(measured.column, heading=heading)
            measured.kinds, measured.wide = heading.kinds, True


def units_of_hours(roles: Roles) -> None:
    """Of several columns of units, the one right behind a column of hours is theirs: `Dauer | Einheit`."""
    at = {column.index for column in roles.units} if len(roles.units) > 1 else set()
    for measured in (*roles.task_hours, *(m for m in roles.measured if m.role == "hours")):
        index = measured.column.index
        if measured.column.heading.unit is None and index + 1 in at:
            roles.hour_units[index] = index + 1
