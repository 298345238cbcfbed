"""Force against this hand's own strength: at most once, and sustained by maximum acceptable effort."""

from collections.abc import Iterator
from dataclasses import replace

from job_profiles.kinds import STRENGTH_KINDS, DemandKind
from job_profiles.profile import Range
from rtw.domain.capacity import NO_ERROR_KNOWN, Basis, Capacity, Quantity, Strength, error_words
from rtw.domain.dates import day_in_words
from rtw.domain.exposure.mae import MaeCoefficients, mae, mae_warnings
from rtw.domain.gap import Comparison, Missing
from rtw.domain.matching import lacking, wording
from rtw.domain.matching.asked import Asked
from rtw.domain.matching.judge import Available, judge_range, ratio_of
from rtw.domain.matching.weighing import NOTHING, Weighing
from rtw.domain.verdicts import Verdict

# A tool or object is held with the whole hand. Fine work uses some pinch; the tip pinch is the weakest
# of the three, so measuring against it errs on the safe side.
TESTED_BY = {kind: kind for kind in STRENGTH_KINDS} | {
    DemandKind.GROSS_HANDLING: DemandKind.POWER_GRIP,
    DemandKind.TOOL_USE: DemandKind.POWER_GRIP,
    DemandKind.FINE_MANIPULATION: DemandKind.TIP_PINCH,
}
"""Which strength test stands for the force of a kind of demand."""


def strength_weighings(asked: Asked, capacity: Capacity, coefficients: MaeCoefficients) -> Iterator[Weighing]:
    """Compare the force with the strength that governs it; nothing where none was measured."""
    tested = TESTED_BY.get(asked.demand.kind)
    strength = capacity.strength(tested, asked.side) if tested else None
    if strength is None or (asked.demand.force_n is None and asked.demand.kind not in STRENGTH_KINDS):
        return
    yield Weighing(_sustained(asked, strength, capacity, coefficients), frozenset({Quantity.FORCE_N}))
    if asked.demand.force_n is not None:
        yield Weighing(_once(asked, strength, capacity), NOTHING)


def _sustained(asked: Asked, own: Strength, capacity: Capacity, coefficients: MaeCoefficients) -> Comparison:
    duty = asked.duty_cycle()
    shares = mae(duty[1], coefficients), mae(duty[0], coefficients)
    required = _force(asked, capacity.strength(own.kind, asked.side.other), shares[1])
    available = Available(
        own.mean_n * shares[0], own.mean_n * shares[1], own.error_n * shares[0], own.error_n * shares[1]
    )
    verdict, ratio = judge_range(required, available), ratio_of(required, available)
    comparison = _comparison(own, required, available, verdict, coefficients.source)
    lines = (
        *_needed(asked, required, duty),
        f"Acceptable share of strength at that: {_percent(shares)} (maximum acceptable effort)",
        f"{_name(own)} {own.mean_n:.0f} N × {_percent(shares)} = {_newtons(available)}",
        _error_of_that(available),
        *mae_warnings(duty[1], coefficients),
        wording.outcome(ratio, verdict),
    )
    missing = _missing(asked, capacity) if verdict is Verdict.CANNOT_SAY else None
    return replace(comparison, arithmetic=lines, missing=missing)


def _once(asked: Asked, own: Strength, capacity: Capacity) -> Comparison:
    """Compare with the whole strength: what exceeds it, exceeds whatever the duty."""
    required = _force(asked, capacity.strength(own.kind, asked.side.other), 1.0)
    available = Available(own.mean_n, own.mean_n, own.error_n, own.error_n)
    verdict, ratio = judge_range(required, available), ratio_of(required, available)
    lines = (
        f"Needed once: {wording.amounts(required, Quantity.FORCE_N)}",
        f"{_name(own)}, mean of the trials: {own.words}",
        wording.outcome(ratio, verdict),
    )
    comparison = _comparison(own, required, available, verdict, own.source)
    missing = lacking.shared_amount(asked, Quantity.FORCE_N) if verdict is Verdict.CANNOT_SAY else None
    return replace(comparison, arithmetic=lines, missing=missing)


def _comparison(
    own: Strength, required: Range | None, available: Available, verdict: Verdict, source: str
) -> Comparison:
    return Comparison(
        quantity=Quantity.FORCE_N,
        required=required,
        available=available.low,
        available_high=available.high if available.high != available.low else None,
        error=available.low_error,
        ratio=ratio_of(required, available),
        verdict=verdict,
        limit_basis=Basis.MEASURED,
        limit_origin=f"{_name(own)} measured on {day_in_words(own.measured_on)}",
        arithmetic=(),
        source=source,
    )


def _force(asked: Asked, other: Strength | None, share: float) -> Range | None:
    """Give the force on this hand; of a shared force the other hand may take what it can at most."""
    force = asked.demand.force_n
    if force is None:
        return None
    if not asked.shared:
        return force, force
    relief = force if other is None else (other.mean_n + other.error_n) * share
    return max(0.0, force - relief), force


def _missing(asked: Asked, capacity: Capacity) -> Missing:
    if asked.demand.force_n is None:
        return lacking.demand_figure(asked, Quantity.FORCE_N)
    low, high = asked.duty_cycle()
    if low != high:
        return lacking.effort_time(asked)
    other = TESTED_BY[asked.demand.kind]
    if capacity.strength(other, asked.side.other) is None:
        return lacking.strength(other, asked.side.other, capacity)
    return lacking.shared_amount(asked, Quantity.FORCE_N)


def _needed(asked: Asked, required: Range | None, duty: Range) -> tuple[str, ...]:
    demand, needed = asked.demand, f"Needed: {wording.amounts(required, Quantity.FORCE_N)}"
    if demand.duty_cycle is None and demand.efforts_per_minute is not None and duty[0] == duty[1]:
        pace = f"{wording.figure(demand.efforts_per_minute)} times a minute"
        needed += f", {pace} for {wording.figure(demand.seconds_per_effort or 0.0)} s"
    span = asked.hours_of_task()
    if span is not None and duty[0] != duty[1]:
        needed += f", at most {wording.figure(span[0])} of {wording.figure(span[1])} h"
    if asked.shared:
        needed += " (this hand's part of what both share)"
    share = _percent(duty) if duty != (0.0, 1.0) else "an unknown share (0 to 100 %)"
    line = f"{needed} = {share} of the time"
    if required is None and demand.percent_mvc is not None:
        return line, "The percentage of strength in the sheet is another person's: it gives no force here."
    return (line,)


def _percent(shares: Range) -> str:
    low, high = sorted(shares)
    return f"{low:.0%}".replace("%", " %") if low == high else f"{low * 100:.0f} to {high * 100:.0f} %"


def _newtons(available: Available) -> str:
    low, high = f"{available.low:.0f}", f"{available.high:.0f}"
    return f"{low} N" if low == high else f"{low} to {high} N"


def _error_of_that(available: Available) -> str:
    if not available.high_error:
        return f"Measurement error of that: {NO_ERROR_KNOWN}"
    return f"Measurement error of that: ± {error_words(available.high_error)}"


def _name(own: Strength) -> str:
    side, kind = own.side.value.capitalize(), own.kind.label.lower()
    return f"{side} {'grip' if own.kind is DemandKind.POWER_GRIP else kind}"
