"""Limits of a case file whose quantity cannot limit their kind: they would shut a task and never say why."""

from collections.abc import Iterator
from typing import Any

from job_profiles.kinds import DemandKind
from job_profiles.problem import Problem
from rtw.domain.capacity import Quantity
from rtw.domain.limited_kinds import can_limit
from rtw.services.case_file.bounds import LIMITS
from rtw.services.case_file.places import error, places, texts


def unfit_limits(data: dict[str, Any]) -> Iterator[Problem]:
    """Name every limit of a kind that is not counted in its quantity."""
    for pattern in LIMITS:
        for path, limit in places(data, pattern):
            kind, quantity = _text(limit, "kind"), _text(limit, "quantity")
            if kind in list(DemandKind) and quantity in list(Quantity):
                yield from _unfit(path, DemandKind(kind), Quantity(quantity))


def _text(limit: object, key: str) -> str:
    return next((value for _, value in texts(limit, key)), "")


def _unfit(path: str, kind: DemandKind, quantity: Quantity) -> Iterator[Problem]:
    if can_limit(quantity, kind):
        return
    fitting = ", ".join(other.value for other in Quantity if can_limit(other, kind))
    message = f"{kind.label.lower()} cannot be limited by {quantity.value}"
    yield error("unfit-limit", f"{path}.quantity", quantity.value, message, f"It is by: {fitting}.")
