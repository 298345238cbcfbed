"""What a column is for by the units of its cells or of its heading."""

from typing import Final

from job_profiles.amounts import parse_amount
from job_profiles.blocks import Column, Table
from job_profiles.grid.cells import CellValue
from job_profiles.headings import Heading
from job_profiles.samples import sample
from job_profiles.units import UNITS
from job_profiles.vocabulary.words import fold, words

SECONDS: Final = (UNITS["s"], UNITS["ms"])

_OWN_UNITS: Final = {
    "force": "amount",
    "weight": "amount",
    "torque": "amount",
    "acceleration": "amount",
    "angle": "amount",
    "rate": "rate",
    "per_shift": "rate",
    "per_cycle": "per_cycle",
    "time": "hours",
}


def role_by_values(table: Table, column: Column) -> str | None:
    """Return the role of a column whose heading is unknown but whose cells carry their own units.

    Units of several sorts settle it only under a heading that merely asks *how many*: each cell tells itself.
    """
    values = sample(table, column)
    amounts = [parse_amount(v) if isinstance(v, str) else None for v in values]
    found = [_OWN_UNITS.get(a.unit.dimension.value) if a and a.unit else None for a in amounts]
    best = max(set(found), key=found.count) if found else None
    if best is not None and found.count(best) > 0.7 * len(found):
        return best
    return "amount" if found and None not in found and is_told_by_units(column.text) else None


def is_told_by_units(heading: str) -> bool:
    """Whether a heading asks how long or how many and says no more: the units of its cells say the rest."""
    return fold(heading) in words("fillers", "told_by_units")


def role_of_cell(measured_as: str, column: Column, value: CellValue) -> str:
    """Return the role of one cell: seconds under a bare *how long* are those of an effort, not of the day."""
    if measured_as != "hours" or not isinstance(value, str) or not is_told_by_units(column.text):
        return measured_as
    amount = parse_amount(value)
    return "seconds_per_effort" if amount and amount.unit in SECONDS else measured_as


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
