"""A demand against the limits that hold: loads, hours, bouts, angles, pace, torque, vibration, permission."""

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from job_profiles.kinds import DemandKind
from job_profiles.profile import Range
from rtw.domain.capacity import CLINICIANS, Basis, Capacity, Limit, Quantity
from rtw.domain.gap import Comparison, Missing
from rtw.domain.hands import Side
from rtw.domain.matching import lacking, wording
from rtw.domain.matching.asked import AMOUNTS, Asked
from rtw.domain.matching.judge import Available, judge_range, ratio_of
from rtw.domain.matching.weighing import NOTHING, Weighing
from rtw.domain.verdicts import Verdict

SELF_PACED = frozenset(
    {DemandKind.KEYBOARDING, DemandKind.MOUSING, DemandKind.TOUCHSCREEN, DemandKind.HANDWRITING}
)
"""Office work stops when the hands stop: unless the sheet says otherwise, it can be cut into bouts."""

BY_HOURS = frozenset({Quantity.HOURS_PER_DAY, Quantity.BOUT_H, Quantity.A8_M_S2})
"""Quantities that fewer hours or more pauses bring down: they exceed modifiably."""

_DIRECT = frozenset({Basis.MEASURED, Basis.DERIVED, Basis.PATIENT})


def limit_weighings(asked: Asked, capacity: Capacity) -> Iterator[Weighing]:
    """Compare the demand with every limit of its kind that holds today for this hand or the whole person."""
    limits = _holding(asked, asked.side, capacity)
    for limit in limits:
        if _overtaken(limit, asked, limits):
            continue
        comparison = _compare(asked, limit, capacity)
        yield Weighing(comparison, _settles(limit, asked))


def _holding(asked: Asked, side: Side, capacity: Capacity) -> tuple[Limit, ...]:
    """Give the limits in force for a hand; a tool that vibrates meets those on vibration too."""
    kinds = {asked.demand.kind}
    if asked.demand.ahv_m_s2:
        kinds.add(DemandKind.HAND_ARM_VIBRATION)
    applies = (limit for limit in capacity.limits if limit.kind in kinds and limit.side in (None, side))
    return tuple(limit for limit in applies if limit.holds_on(capacity.on))


def _overtaken(limit: Limit, asked: Asked, limits: tuple[Limit, ...]) -> bool:
    """Whether a one-handed test gives way: the two-handed test measured the shared load itself.

    Not where a clinician limited this hand: an employer then reads the strictest limit of one hand.
    """
    if not asked.shared or limit.side is None or limit.quantity not in AMOUNTS or limit.basis not in _DIRECT:
        return False
    same = [other for other in limits if other.quantity is limit.quantity]
    if any(other.side is limit.side and other.basis in CLINICIANS for other in same):
        return False
    return any(other.side is None and other.basis in _DIRECT for other in same)


def _settles(limit: Limit, asked: Asked) -> frozenset[Quantity]:
    """Settle nothing by a published figure; and what two hands can do together says nothing of one alone."""
    if limit.basis is Basis.KNOWLEDGE:
        return NOTHING
    if limit.kind is not asked.demand.kind:
        return frozenset({Quantity.A8_M_S2})
    if limit.side is None and limit.quantity in AMOUNTS and not asked.shared:
        return NOTHING
    return frozenset({limit.quantity})


def _compare(asked: Asked, limit: Limit, capacity: Capacity) -> Comparison:
    if limit.quantity is Quantity.PERMITTED:
        return _permission(limit)
    required = _required(asked, limit, capacity)
    high = limit.value if limit.value_high is None else limit.value_high
    available = Available(limit.value, high, limit.error, limit.error)
    verdict, ratio = judge_range(required, available), ratio_of(required, available)
    comparison = Comparison(
        quantity=limit.quantity,
        required=required,
        available=limit.value,
        available_high=limit.value_high,
        error=limit.error,
        ratio=ratio,
        verdict=verdict,
        limit_basis=limit.basis,
        limit_origin=limit.origin,
        arithmetic=_lines(asked, limit, required, ratio, verdict),
        source=limit.source,
        missing=_missing(asked, limit, required) if verdict is Verdict.CANNOT_SAY else None,
        modifiable=_modifiable(asked, limit, verdict),
    )
    return _if_it_can_pause(asked, limit, _in_bouts(asked, limit, comparison))


def _permission(limit: Limit) -> Comparison:
    verdict = Verdict.WITHIN if limit.value else Verdict.EXCEEDS
    words = wording.amount(limit.value, Quantity.PERMITTED)
    lines = (f"{limit.origin}: {words}", wording.outcome(None, verdict))
    return Comparison(
        Quantity.PERMITTED,
        (1.0, 1.0),
        limit.value,
        0.0,
        None,
        verdict,
        limit.basis,
        limit.origin,
        lines,
        limit.source,
    )


def _required(asked: Asked, limit: Limit, capacity: Capacity) -> Range | None:
    """Give what falls on the limit: of a shared amount, one hand bears at least what the other cannot."""
    required = asked.required(limit.quantity)
    if required is None or not asked.shared or limit.side is None or limit.quantity not in AMOUNTS:
        return required
    relief = _most(asked, limit.quantity, capacity)
    return max(0.0, required[0] - relief), required[1]


def _most(asked: Asked, quantity: Quantity, capacity: Capacity) -> float:
    """Give the most the other hand may take of a shared amount; unbounded where nothing is known of it."""
    others = _holding(asked, asked.side.other, capacity)
    tops = (limit.value + limit.error for limit in others if limit.quantity is quantity and limit.side)
    return min(tops, default=inf)


def _missing(asked: Asked, limit: Limit, required: Range | None) -> Missing:
    known = asked.required(limit.quantity)
    if known is not None and asked.shared and limit.side and limit.quantity in AMOUNTS and required != known:
        return lacking.shared_amount(asked, limit.quantity)
    if limit.value_high is not None and known is not None and known[0] == known[1]:
        return lacking.direction(asked)
    return lacking.demand_figure(asked, limit.quantity)


def _modifiable(asked: Asked, limit: Limit, verdict: Verdict) -> bool:
    """Whether fewer hours or more pauses would do; there are no pauses where a machine sets the pace."""
    if verdict is not Verdict.EXCEEDS or limit.value <= 0.0 or limit.quantity not in BY_HOURS:
        return False
    return limit.quantity is not Quantity.BOUT_H or _can_pause(asked)


def _if_it_can_pause(asked: Asked, limit: Limit, comparison: Comparison) -> Comparison:
    """Where a stretch is too long and nobody says whether the work can pause, say that this is not known.

    A stretch nobody stated and one that is too long have the same way out, pauses. Where the pace is not
    known neither may count on them: an answer that makes things worse must not open what silence shuts.
    """
    too_long = limit.quantity is Quantity.BOUT_H and comparison.verdict is Verdict.EXCEEDS and limit.value > 0
    if not too_long or asked.demand.machine_paced is not None or _can_pause(asked):
        return comparison
    missing, verdict = lacking.pace_setter(asked), Verdict.CANNOT_SAY
    lines = (
        *comparison.arithmetic[:-1],
        "Pauses would shorten the stretch, but the sheet does not say whether a machine sets the pace.",
        missing.what,
        wording.outcome(comparison.ratio, verdict),
    )
    return replace(comparison, verdict=verdict, arithmetic=lines, missing=missing)


def _in_bouts(asked: Asked, limit: Limit, comparison: Comparison) -> Comparison:
    """Where the stretch is open and the work can pause, the limit becomes a condition of the schedule."""
    open_stretch = limit.quantity is Quantity.BOUT_H and asked.demand.longest_bout_h is None
    if not open_stretch or comparison.verdict is not Verdict.CANNOT_SAY or not _can_pause(asked):
        return comparison
    condition = f"in bouts of at most {wording.amount(limit.value, Quantity.BOUT_H)}"
    lines = (
        *comparison.arithmetic[:-1],
        "The sheet names no longest stretch, and this work can be interrupted.",
        f"Verdict: within, {condition}",
    )
    return replace(comparison, verdict=Verdict.WITHIN, condition=condition, arithmetic=lines, missing=None)


def _can_pause(asked: Asked) -> bool:
    paced = asked.demand.machine_paced
    return paced is False or (paced is None and asked.demand.kind in SELF_PACED)


def _lines(
    asked: Asked, limit: Limit, required: Range | None, ratio: Range | None, verdict: Verdict
) -> tuple[str, ...]:
    needed = f"Needed: {wording.amounts(required, limit.quantity)}"
    if limit.quantity in BY_HOURS and required is not None:
        needed += f" ({asked.hours()[1]})" if asked.demand.longest_bout_h is None else ""
    if required is not None and required != asked.required(limit.quantity):
        needed += " (this hand's part of what both share)"
    both_ways = (limit.value, limit.value if limit.value_high is None else limit.value_high)
    error = f" ± {wording.amount(limit.error, limit.quantity)}" if limit.error else ""
    if limit.value == 0.0 and limit.value_high in (None, 0.0):
        able = f"Limit: not at all ({limit.origin})"
    else:
        able = f"Limit: {wording.amounts(both_ways, limit.quantity)}{error} ({limit.origin})"
    return needed, able, wording.outcome(ratio, verdict)
