"""Which columns of a wide table speak of one demand together: its amount, how often, how long, its hand."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from job_profiles.column_roles import Measured
from job_profiles.kinds import DemandKind, Hand
from job_profiles.units import Dimension

Group = tuple[DemandKind, Hand | None, list[Measured]]

_LEADING: Final = frozenset({"amount", "kind", "force", "load", "angle", "torque", "vibration"})
"""Roles of columns that hold an amount of their own, not just how often or how long."""

_GEOMETRY: Final = frozenset({"horizontal", "vertical", "travel", "asymmetry", "coupling"})
"""Roles of columns that say where a lift begins and ends."""

_STRAINS: Final = frozenset({Dimension.FORCE, Dimension.WEIGHT})


def demand_columns(measured: list[Measured]) -> list[Group]:
    """Return the columns of each demand. One without a hand speaks of each hand of its kind.

    A second amount of the same kind and hand is a demand of its own (`Lift floor to waist (kg)` beside
    `Lift waist to shoulder (kg)`), else it would be lost.
    """
    found = _by_kind_and_hand(measured)
    for key in [k for k in found if k[1] is None and not _leads(found[k])]:
        sided = [k for k in found if k[0] is key[0] and k[1] is not None]
        for other in sided:
            found[other] = found[other] + found[key]
        if sided:
            del found[key]
    return [(kind, hand, part) for (kind, hand), group in found.items() for part in _one_amount_each(group)]


def _by_kind_and_hand(measured: list[Measured]) -> dict[tuple[DemandKind, Hand | None], list[Measured]]:
    found: dict[tuple[DemandKind, Hand | None], list[Measured]] = {}
    named = {kind for one in measured for kind in one.kinds}
    vibrates = DemandKind.HAND_ARM_VIBRATION in named or any(m.role == "vibration" for m in measured)
    for one in measured:
        for kind in one.kinds or _implied(one, named, vibrates=vibrates):
            found.setdefault((kind, one.hand), []).append(one)
    return found


def _implied(measured: Measured, named: set[DemandKind], *, vibrates: bool) -> tuple[DemandKind, ...]:
    """Return what a column without a kind speaks of: a tool, its vibration, or the lift of the table."""
    if measured.role in {"torque", "tool_weight", "trigger"}:
        return (DemandKind.TOOL_USE,)
    if measured.role == "vibration" or (vibrates and measured.role == "running"):
        return (DemandKind.HAND_ARM_VIBRATION,)
    if measured.role in _GEOMETRY and DemandKind.LIFTING in named:
        return (DemandKind.LIFTING,)
    return ()


def _leads(group: Iterable[Measured]) -> bool:
    return any(m.role in _LEADING for m in group)


def _one_amount_each(group: list[Measured]) -> Iterator[list[Measured]]:
    """Part a group with several amounts; columns as many as the amounts go with them one by one."""
    amounts: dict[Hashable, list[Measured]] = {}
    for one in group:
        if (what := _amount_of(one)) is not None:
            amounts.setdefault(what, []).append(one)
    most = max(amounts.values(), key=len, default=[])
    if len(most) < 2:
        yield group
        return
    others: dict[Hashable, list[Measured]] = {}
    for one in group:
        if one not in most:
            others.setdefault((one.role, _amount_of(one)), []).append(one)
    for at, amount in enumerate(most):
        yield [amount, *(m for same in others.values() for m in _share_of(same, at, len(most)))]


def _share_of(columns: list[Measured], at: int, parts: int) -> list[Measured]:
    return [columns[at]] if len(columns) == parts else columns


def _amount_of(measured: Measured) -> Hashable | None:
    """Return what sort of force or weight a column holds; None where it holds neither."""
    unit = measured.column.heading.unit
    if measured.letters or measured.role not in {"amount", "kind", "force", "load"}:
        return None
    if unit is None:
        return "as written"
    return unit.dimension if unit.dimension in _STRAINS else None
