"""Which quantities must be known before a demand can be called within: missing is never fit."""

from collections.abc import Iterator

from job_profiles.kinds import LOAD_KINDS, POSTURE_KINDS, STRENGTH_KINDS, DemandKind
from rtw.domain.capacity import Capacity, Quantity
from rtw.domain.gap import Comparison, Missing
from rtw.domain.matching import lacking, wording
from rtw.domain.matching.asked import Asked
from rtw.domain.matching.coefficients import MatchCoefficients
from rtw.domain.matching.strength import TESTED_BY
from rtw.domain.matching.weighing import NOTHING, Weighing
from rtw.domain.verdicts import Verdict

_FORCES = STRENGTH_KINDS | {DemandKind.PUSHING, DemandKind.PULLING}

SETTLED_BY = {
    Quantity.HOURS_PER_DAY: frozenset({Quantity.HOURS_PER_DAY, Quantity.PERMITTED}),
    Quantity.ANGLE_DEG: frozenset({Quantity.ANGLE_DEG, Quantity.PERMITTED}),
    Quantity.PERMITTED: frozenset({Quantity.PERMITTED}),
    Quantity.A8_M_S2: frozenset(
        {Quantity.A8_M_S2, Quantity.AHV_M_S2, Quantity.HOURS_PER_DAY, Quantity.PERMITTED}
    ),
    Quantity.FORCE_N: frozenset({Quantity.FORCE_N}),
    Quantity.LOAD_KG: frozenset({Quantity.LOAD_KG}),
    Quantity.TORQUE_N_M: frozenset({Quantity.TORQUE_N_M}),
}
"""What settles each need. A bare permission says "may do it", not how hard: it settles no amount."""


def needed(asked: Asked, coefficients: MatchCoefficients) -> frozenset[Quantity]:
    """Give the quantities of a demand that must be compared with something known of this hand."""
    amounts = frozenset(_stated_amounts(asked))
    own = _own_quantity(asked.demand.kind, coefficients)
    if own is Quantity.HOURS_PER_DAY and amounts and asked.demand.kind in TESTED_BY:
        return amounts
    return amounts | {own}


def _own_quantity(kind: DemandKind, coefficients: MatchCoefficients) -> Quantity:
    """Give what a kind is measured in, even where the sheet names no amount."""
    if kind in _FORCES:
        return Quantity.FORCE_N
    if kind in LOAD_KINDS:
        return Quantity.LOAD_KG
    if kind in POSTURE_KINDS:
        return Quantity.ANGLE_DEG
    if kind is DemandKind.HAND_ARM_VIBRATION:
        return Quantity.A8_M_S2
    gated = {gate.kind for gate in coefficients.sensation_gates}
    gated |= {gate.kind for gate in coefficients.wound_gates if gate.sufficient}
    return Quantity.PERMITTED if kind in gated else Quantity.HOURS_PER_DAY


def _stated_amounts(asked: Asked) -> Iterator[Quantity]:
    """Give the amounts the sheet names. A key's force is no grip, so office work is judged by time."""
    demand = asked.demand
    if demand.force_n is not None and (demand.kind in TESTED_BY or demand.kind in _FORCES):
        yield Quantity.FORCE_N
    if asked.load() is not None and demand.kind not in _FORCES:
        yield Quantity.LOAD_KG
    if demand.torque_n_m is not None:
        yield Quantity.TORQUE_N_M
    if demand.ahv_m_s2 is not None:
        yield Quantity.A8_M_S2


def unknown_weighings(
    asked: Asked, capacity: Capacity, coefficients: MatchCoefficients, settled: frozenset[Quantity]
) -> Iterator[Weighing]:
    """Say `cannot_say` for every need that nothing settles, with the one thing to measure or set."""
    for quantity in sorted(needed(asked, coefficients)):
        if SETTLED_BY[quantity].isdisjoint(settled):
            yield Weighing(_unknown(asked, quantity, _lacking(asked, quantity, capacity)), NOTHING)


def _lacking(asked: Asked, quantity: Quantity, capacity: Capacity) -> Missing:
    kind = asked.demand.kind
    if quantity is Quantity.FORCE_N and kind in TESTED_BY:
        return lacking.strength(TESTED_BY[kind], asked.side, capacity)
    if asked.demand.hand is None and not asked.shared and _two_handed_only(asked, quantity, capacity):
        return lacking.which_hand(asked)
    shared = asked.shared and quantity in {Quantity.FORCE_N, Quantity.LOAD_KG}
    return lacking.capacity_figure(kind, None if shared else asked.side, quantity)


def _two_handed_only(asked: Asked, quantity: Quantity, capacity: Capacity) -> bool:
    """Whether a two-handed limit is known that would settle the demand if both hands share it."""
    limits = (limit for limit in capacity.limits if limit.kind is asked.demand.kind and limit.side is None)
    return any(limit.quantity is quantity and limit.holds_on(capacity.on) for limit in limits)


def _unknown(asked: Asked, quantity: Quantity, missing: Missing) -> Comparison:
    required = asked.required(quantity)
    needs = f"Needed: {wording.amounts(required, quantity)}"
    lines = () if quantity is Quantity.PERMITTED else (needs,)
    return Comparison(
        quantity=quantity,
        required=required,
        available=None,
        error=0.0,
        ratio=None,
        verdict=Verdict.CANNOT_SAY,
        limit_basis=None,
        limit_origin="nothing known of this hand",
        arithmetic=(
            *lines,
            f"Known of {wording.hand(asked.side)}: nothing that settles it",
            missing.what,
            wording.outcome(None, Verdict.CANNOT_SAY),
        ),
        missing=missing,
    )
