"""Which demand a column of a wide table speaks of when its heading names none (`Reps/min` beside `Grip (N)`).

A column joins a demand only where no other reading is left; else a person is asked, and the answer counts.
"""

from typing import Final

from job_profiles.answers import Answers
from job_profiles.column_roles import Measured, Roles, column_key
from job_profiles.kinds import LASTING, DemandKind, Hand

EVERY_DEMAND: Final = "every demand"
"""The answer that a column speaks of each demand of its row."""

HOW_OFTEN: Final = frozenset(
    {"rate", "interval", "per_cycle", "seconds_per_effort", "duty_cycle", "percent_mvc", "longest_bout"}
)
"""Roles of columns that say of a demand beside them how often or how long."""

_AMOUNTS: Final = frozenset({"amount", "force", "load", "angle", "kind"})
"""Roles of columns that, without a kind, may be a demand that was not understood."""

Owner = tuple[tuple[DemandKind, ...], Hand | None]


def settle_belonging(roles: Roles, answers: Answers) -> None:
    """Give each column of how often or how long its demand: as answered, or as it stands."""
    if not roles.is_wide or "demand" in roles.context or roles.is_tool_list:
        return
    listed = sorted(roles.measured, key=lambda m: m.column.index)
    answered = dict(answers.columns)
    for measured in listed:
        measured.own = measured.role not in HOW_OFTEN or not answered.get(
            column_key(roles.table, measured.column)
        )
    unsure = bool(roles.unknown) or any(not m.kinds and m.role in _AMOUNTS for m in listed)
    for measured in [m for m in listed if m.role in HOW_OFTEN and not m.kinds]:
        if answered.get(column_key(roles.table, measured.column)) == EVERY_DEMAND:
            measured.kinds, measured.own = kinds_of(roles), False
        elif (
            not unsure
            and (owner := _only_counted(listed, measured.role) or _beside(listed, measured)) is not None
        ):
            measured.kinds, measured.hand = owner[0], measured.hand or owner[1]
            measured.own = False
            roles.joined.append(measured)


def kinds_of(roles: Roles) -> tuple[DemandKind, ...]:
    """Return the kinds that the headings of a table name, in their order."""
    return tuple(dict.fromkeys(k for m in roles.measured for k in m.column.heading.kinds))


def _counted(measured: Measured) -> bool:
    return bool(set(measured.column.heading.kinds) - LASTING)


def _only_counted(listed: list[Measured], role: str) -> Owner | None:
    """Return the one kind of the table that is done again and again, for its one column of how often."""
    if sum(1 for m in listed if m.role == role and not m.column.heading.kinds) > 1:
        return None
    kinds = {m.column.heading.kinds for m in listed if _counted(m)}
    return (next(iter(kinds)), None) if len(kinds) == 1 else None


def _beside(listed: list[Measured], measured: Measured) -> Owner | None:
    """Return the demand right to the left of a column, if another one with a right to it has one of its own.

    `Grip (N) | Reps/min | Lift (kg) | Reps/min` leaves nothing open; `Grip (N) | Lift (kg) | Reps/min` does.
    """
    runs = _runs(listed, measured.role)
    at = next((i for i, (_, owned) in enumerate(runs) if measured in owned), None)
    if at is None or any(len(owned) != 1 for _, owned in runs[: at + 1]):
        return None
    closed = at + 1 < len(runs) or at > 0
    return runs[at][0] if closed else None


def _runs(listed: list[Measured], role: str) -> list[tuple[Owner, list[Measured]]]:
    """Part the columns into demands that stand side by side, each with the columns of `role` behind it."""
    runs: list[tuple[Owner, list[Measured]]] = []
    last = -1
    for measured in listed:
        if _counted(measured):
            owner = (measured.column.heading.kinds, measured.hand)
            if runs and runs[-1][0][0] == owner[0] and not runs[-1][1]:
                owner = owner if runs[-1][0] == owner else (owner[0], None)
                runs[-1] = (owner, [])
            else:
                runs.append((owner, []))
        elif measured.role == role and runs and measured.column.index == last + 1:
            runs[-1][1].append(measured)
        last = measured.column.index
    return runs
