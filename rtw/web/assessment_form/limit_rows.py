"""Rows of limits in the assessment form: the therapist's own, and the surgeon's."""

from dataclasses import dataclass
from typing import Final

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import StatedLimit
from rtw.domain.capacity import Quantity
from rtw.domain.hands import Side
from rtw.domain.limited_kinds import can_limit
from rtw.domain.measurement import AmountUnit
from rtw.web.assessment_form.typed import Typed, shown

SPARE_ROWS: Final = 2
MOST_ROWS: Final = 40


@dataclass(frozen=True, slots=True)
class LimitUnit:
    """One way to state a limit: what it counts, the words of the choice, and units in one of its own.

    `one`: the words after a single one, where they differ.
    """

    quantity: Quantity
    words: str
    factor: float = 1.0
    fixed: float | None = None
    one: str = ""


UNITS: Final = {
    "not_at_all": LimitUnit(Quantity.PERMITTED, "not at all", fixed=0.0),
    "permitted": LimitUnit(Quantity.PERMITTED, "is permitted", fixed=1.0),
    "kg": LimitUnit(Quantity.LOAD_KG, "kg (load)"),
    "lb": LimitUnit(Quantity.LOAD_KG, "lb (load)", AmountUnit.POUND.kilograms),
    "n": LimitUnit(Quantity.FORCE_N, "N (force)"),
    "hours": LimitUnit(Quantity.HOURS_PER_DAY, "hours a day", one="hour a day"),
    "minutes": LimitUnit(Quantity.HOURS_PER_DAY, "minutes a day", 1 / 60, one="minute a day"),
    "bout": LimitUnit(Quantity.BOUT_H, "minutes at a stretch", 1 / 60, one="minute at a stretch"),
    "degrees": LimitUnit(Quantity.ANGLE_DEG, "degrees", one="degree"),
    "efforts": LimitUnit(Quantity.EFFORTS_PER_MINUTE, "efforts a minute", one="effort a minute"),
    "vibration": LimitUnit(Quantity.AHV_M_S2, "m/s² (tool)"),
    "torque": LimitUnit(Quantity.TORQUE_N_M, "N·m"),
}


def texts_of_limits(prefix: str, limits: tuple[StatedLimit, ...]) -> dict[str, str]:
    """Write limits into numbered rows."""
    texts = {f"{prefix}-rows": str(len(limits) + SPARE_ROWS)}
    for row, limit in enumerate(limits):
        name, unit = unit_of(limit)
        texts |= {
            f"{prefix}-{row}-kind": limit.kind.value,
            f"{prefix}-{row}-side": limit.side.value if limit.side else "",
            f"{prefix}-{row}-value": "" if unit.fixed is not None else shown(limit.value / unit.factor, 2),
            f"{prefix}-{row}-unit": name,
            f"{prefix}-{row}-since": limit.since.isoformat() if limit.since else "",
            f"{prefix}-{row}-until": limit.until.isoformat() if limit.until else "",
            f"{prefix}-{row}-reason": limit.reason or "",
        }
    return texts


def unit_of(limit: StatedLimit) -> tuple[str, LimitUnit]:
    """Find the way a limit is shown: the first of its quantity, hours below one as minutes."""
    if limit.quantity is Quantity.HOURS_PER_DAY and 0 < limit.value < 1:
        return "minutes", UNITS["minutes"]
    fitting = ((name, unit) for name, unit in UNITS.items() if unit.quantity is limit.quantity)
    return next(
        (name, unit) for name, unit in fitting if unit.fixed is None or unit.fixed == float(bool(limit.value))
    )


def row_count(typed: Typed, prefix: str) -> int:
    """Count the rows a form was sent with."""
    written = typed.text(f"{prefix}-rows")
    return min(int(written), MOST_ROWS) if written.isdecimal() else SPARE_ROWS


def read_limits(typed: Typed, prefix: str, whose: str) -> tuple[StatedLimit, ...]:
    """Read the rows that say something; a row without its kind or amount is noted."""
    rows = (_limit(typed, f"{prefix}-{row}", f"{whose} {row + 1}") for row in range(row_count(typed, prefix)))
    return tuple(limit for limit in rows if limit is not None)


def _limit(typed: Typed, row: str, what: str) -> StatedLimit | None:
    kind, unit = typed.choice(f"{row}-kind", DemandKind), UNITS.get(typed.text(f"{row}-unit"))
    amount = typed.number(f"{row}-value", what)
    if kind is None and amount is None and not typed.text(f"{row}-reason"):
        return None
    if kind is None:
        typed.errors[f"{row}-kind"] = f"{what}: choose what is limited, or clear the row."
        return None
    if unit is None:
        typed.errors[f"{row}-unit"] = f"{what}: choose what the amount counts."
        return None
    value = _value(typed, row, what, unit, amount)
    if value is None or not _fits(typed, row, what, kind, unit):
        return None
    return StatedLimit(
        kind=kind,
        quantity=unit.quantity,
        value=value * unit.factor,
        side=typed.choice(f"{row}-side", Side),
        since=typed.day(f"{row}-since", f"{what}, from"),
        until=typed.day(f"{row}-until", f"{what}, until"),
        reason=typed.text(f"{row}-reason") or None,
    )


def _value(typed: Typed, row: str, what: str, unit: LimitUnit, amount: float | None) -> float | None:
    """Give the amount of a row; None where it is missing or below none, which is noted."""
    value = unit.fixed if unit.fixed is not None else amount
    if value is None:
        typed.errors.setdefault(f"{row}-value", f"{what}: enter the amount; 0 means not at all.")
        return None
    if value < 0:
        words = f"{what}: {value:g} cannot be, it cannot be below 0; 0 means not at all."
        typed.errors[f"{row}-value"] = words
        return None
    return value


def _fits(typed: Typed, row: str, what: str, kind: DemandKind, unit: LimitUnit) -> bool:
    """Whether the kind can be limited by what the amount counts; a limit that says nothing is noted."""
    if can_limit(unit.quantity, kind):
        return True
    words = f"{what}: {kind.label.lower()} cannot be limited in {unit.words}; choose another unit."
    typed.errors[f"{row}-unit"] = words
    return False
