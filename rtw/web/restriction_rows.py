"""The restrictions of a plan as rows of a form: each with its own amount, dates and hand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from job_profiles.kinds import DemandKind
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.hands import Side
from rtw.domain.plan import Restriction
from rtw.domain.restrictions import BY_HAND
from rtw.services.plans.limit_panels import sent_words
from rtw.web.time_field import hours_in, minutes_of
from rtw.web.typed_days import typed_day

UNITS: Final = {
    Quantity.FORCE_N: ("N", 1.0),
    Quantity.LOAD_KG: ("kg", 1.0),
    Quantity.HOURS_PER_DAY: ("h a day", 1.0),
    Quantity.BOUT_H: ("min at a stretch", 60.0),
    Quantity.ANGLE_DEG: ("degrees", 1.0),
    Quantity.EFFORTS_PER_MINUTE: ("times a minute", 1.0),
    Quantity.AHV_M_S2: ("m/s² at the handle", 1.0),
    Quantity.A8_M_S2: ("m/s² over 8 h", 1.0),
    Quantity.TORQUE_N_M: ("N·m", 1.0),
    Quantity.PERMITTED: ("(0: not at all)", 1.0),
}
"""Unit shown for each quantity, and how many of them one unit of the value is."""

KINDS: Final = sorted(((kind.value, kind.label) for kind in DemandKind), key=lambda pair: pair[1])
"""Activities to choose from, by their words."""

NEW = "new"
LONGEST = 9999.0


@dataclass(frozen=True, slots=True)
class RestrictionRow:
    """One row as typed; `wrong` says what to put right, `sent` how an employer reads it if that differs."""

    key: str
    kind: str
    side: str
    quantity: str
    amount: str
    since: str
    until: str
    origin: str
    wrong: str = ""
    sent: str | None = None


def row_of(index: int, restriction: Restriction) -> RestrictionRow:
    """Write a restriction as a row."""
    factor = UNITS[restriction.quantity][1]
    return RestrictionRow(
        key=str(index),
        kind=restriction.kind.value,
        side=restriction.side.value if restriction.side else "",
        quantity=restriction.quantity.value,
        amount=f"{round(restriction.value * factor, 2):g}",
        since=restriction.since.isoformat(),
        until=restriction.until.isoformat() if restriction.until else "",
        origin=f"{restriction.basis.label}: {restriction.origin}",
        sent=sent_words(restriction),
    )


def typed_rows(form: Mapping[str, str], shown: tuple[Restriction, ...]) -> list[RestrictionRow]:
    """Take the rows from what was sent, without those that were struck out or left empty."""
    known = [row_of(index, restriction) for index, restriction in enumerate(shown)]
    empty = RestrictionRow(NEW, "", "", "", "", "", "", "therapist's limit")
    rows = [_typed(form, row) for row in (*known, empty)]
    return [row for row in rows if row.amount and form.get(f"drop-{row.key}") is None]


def _typed(form: Mapping[str, str], row: RestrictionRow) -> RestrictionRow:
    def of(name: str, known: str) -> str:
        return form.get(f"{name}-{row.key}", known).strip()

    return replace(
        row,
        kind=of("kind", row.kind),
        side=of("side", row.side),
        quantity=of("quantity", row.quantity),
        amount=of("amount", row.amount),
        since=of("since", row.since),
        until=of("until", row.until),
    )


def read_rows(
    rows: list[RestrictionRow], shown: tuple[Restriction, ...], start: date, review_on: date
) -> tuple[list[RestrictionRow], tuple[Restriction, ...]]:
    """Read all rows: the rows with what is wrong in them, and the restrictions where nothing is."""
    checked, found = [], []
    for row in rows:
        try:
            found.append(_restriction(row, shown, start, review_on))
            checked.append(row)
        except ValueError as wrong:
            checked.append(replace(row, wrong=str(wrong)))
    return checked, tuple(found)


def _restriction(
    row: RestrictionRow, shown: tuple[Restriction, ...], start: date, review_on: date
) -> Restriction:
    """Read one row; a row that was not touched stays exactly what it was."""
    if row.key != NEW and row == row_of(int(row.key), shown[int(row.key)]):
        return shown[int(row.key)]
    kind, quantity = _chosen(row)
    since, until = _day(row.since) or start, _day(row.until)
    if until is not None and until < since:
        raise ValueError("The restriction ends before it begins. Check the two days.")
    return Restriction(
        kind=kind,
        side=Side(row.side) if row.side in ("left", "right") else None,
        quantity=quantity,
        value=_amount(row.amount, quantity) / UNITS[quantity][1],
        since=since,
        until=until,
        review_on=review_on,
        basis=Basis.CLINICIAN,
        origin=BY_HAND,
    )


def _chosen(row: RestrictionRow) -> tuple[DemandKind, Quantity]:
    try:
        return DemandKind(row.kind), Quantity(row.quantity)
    except ValueError:
        raise ValueError("Choose the activity and what is limited.") from None


_READ = {Quantity.HOURS_PER_DAY: hours_in, Quantity.BOUT_H: minutes_of}
"""How a time is read, in the unit that stands beside it; any other amount is a bare number."""


def _amount(typed: str, quantity: Quantity) -> float:
    try:
        amount = _READ[quantity](typed) if quantity in _READ else float(typed.replace(",", "."))
    except ValueError:
        raise ValueError("Enter the limit as a number; 0 means not at all.") from None
    if not 0 <= amount <= LONGEST:
        raise ValueError(f"Enter a limit from 0 to {LONGEST:g}.")
    return amount


def _day(typed: str) -> date | None:
    return typed_day(typed) if typed else None
