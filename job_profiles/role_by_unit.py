"""What a column is for by the units of its cells or of its heading."""

from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.blocks import Column, Table
from job_profiles.headings import Heading
from job_profiles.samples import sample

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


def role_by_values(table: Table, column: Column) -> str | None:
    """Return the role of a column whose heading is unknown but whose cells carry their own units."""
    values = sample(table, column)
    amounts = [parse_amount(v) if isinstance(v, str) else None for v in values]
    found = [_OWN_UNITS.get(a.unit.dimension.value) if a and a.unit else None for a in amounts]
    best = max(set(found), key=found.count) if found else None
    return best if best is not None and found.count(best) > 0.7 * len(found) else None


def role_of_unit(heading: Heading) -> str:
    """Return what the unit of a heading without a role says of its column; without a unit, an amount."""
    unit = heading.unit
    return (
        {
            "time": "hours",
            "share": "hours",
            "rate": "rate",
            "per_cycle": "per_cycle",
            "acceleration": "vibration",
        }.get(unit.dimension.value, "amount")
        if unit
        else "amount"
    )
