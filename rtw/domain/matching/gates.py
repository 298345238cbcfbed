"""What is not a matter of amount: work that needs feeling, closed skin, or little vibration."""

from collections.abc import Iterator
from dataclasses import replace

from rtw.domain.capacity import Basis, Capacity, Quantity, Wound
from rtw.domain.gap import Comparison, Missing
from rtw.domain.matching import lacking, wording
from rtw.domain.matching.asked import Asked
from rtw.domain.matching.coefficients import MatchCoefficients, SensationGate, VibrationLimits, WoundGate
from rtw.domain.matching.judge import Available, judge_range, ratio_of
from rtw.domain.matching.weighing import NOTHING, Weighing
from rtw.domain.verdicts import Verdict


def gate_weighings(asked: Asked, capacity: Capacity, coefficients: MatchCoefficients) -> Iterator[Weighing]:
    """Compare a demand with the gates of its kind; those open only by a finding, never by a forecast."""
    kind = asked.demand.kind
    for gate in (g for g in coefficients.sensation_gates if g.kind is kind):
        yield Weighing(_sensation(asked, gate, capacity), frozenset({Quantity.PERMITTED}))
    for skin in (g for g in coefficients.wound_gates if g.kind is kind):
        settles = frozenset({Quantity.PERMITTED}) if skin.sufficient else NOTHING
        yield Weighing(_wound(asked, skin, capacity), settles)
    if asked.demand.ahv_m_s2 is not None:
        yield Weighing(_vibration(asked, coefficients.vibration), NOTHING)


def _sensation(asked: Asked, gate: SensationGate, capacity: Capacity) -> Comparison:
    feeling = capacity.state(asked.side).sensation
    if feeling is None:
        verdict, found = Verdict.CANNOT_SAY, "not tested in all working zones"
    else:
        passed = Verdict.WITHIN if feeling >= gate.within_from else Verdict.MARGINAL
        verdict = passed if feeling >= gate.marginal_from else Verdict.EXCEEDS
        found = wording.FEELING[feeling]
    lines = (
        f"Needed: a hand that feels ({wording.FEELING[gate.within_from]} or better)",
        f"Worst working zone of {wording.hand(asked.side)}: {found}",
    )
    missing = lacking.sensation(asked.side) if verdict is Verdict.CANNOT_SAY else None
    return _gate(verdict, f"feeling of {wording.hand(asked.side)}", lines, gate.source, missing)


def _wound(asked: Asked, gate: WoundGate, capacity: Capacity) -> Comparison:
    skin = capacity.state(asked.side).wound
    if skin is None:
        verdict = Verdict.CANNOT_SAY
    else:
        verdict = Verdict.WITHIN if skin in (Wound.NONE, Wound.CLOSED) else Verdict.EXCEEDS
    lines = (
        "Needed: closed skin",
        f"Skin of {wording.hand(asked.side)}: {skin.value if skin else 'not recorded'}",
    )
    missing = lacking.wound(asked.side) if skin is None else None
    return _gate(verdict, f"skin of {wording.hand(asked.side)}", lines, gate.source, missing)


def _gate(
    verdict: Verdict, origin: str, lines: tuple[str, ...], source: str, missing: Missing | None
) -> Comparison:
    return Comparison(
        quantity=Quantity.PERMITTED,
        required=(1.0, 1.0),
        available={Verdict.EXCEEDS: 0.0, Verdict.CANNOT_SAY: None}.get(verdict, 1.0),
        error=0.0,
        ratio=None,
        verdict=verdict,
        limit_basis=None if verdict is Verdict.CANNOT_SAY else Basis.MEASURED,
        limit_origin=origin,
        arithmetic=(*lines, wording.outcome(None, verdict)),
        source=source,
        missing=missing,
    )


def _vibration(asked: Asked, limits: VibrationLimits) -> Comparison:
    """Compare A(8) with the action value. Above it is too much for healthy hands, and so for this one."""
    required, action = asked.a8(), limits.action_m_s2
    available = Available(action, action)
    verdict, ratio = judge_range(required, available), ratio_of(required, available)
    missing = lacking.demand_figure(asked, Quantity.HOURS_PER_DAY) if verdict is Verdict.CANNOT_SAY else None
    hours = wording.amounts(asked.hours()[0], Quantity.HOURS_PER_DAY)
    comparison = Comparison(
        quantity=Quantity.A8_M_S2,
        required=required,
        available=action,
        error=0.0,
        ratio=ratio,
        verdict=verdict,
        limit_basis=Basis.KNOWLEDGE,
        limit_origin="exposure action value for healthy workers",
        arithmetic=(),
        source=limits.source,
        missing=missing,
        modifiable=verdict is Verdict.EXCEEDS,
    )
    magnitude = wording.amount(asked.demand.ahv_m_s2 or 0.0, Quantity.AHV_M_S2)
    lines = (
        f"Needed: {magnitude} for {hours} = {wording.amounts(required, Quantity.A8_M_S2)}",
        f"Action value {wording.figure(action)}, limit value {wording.figure(limits.limit_m_s2)} m/s² A(8)",
        "Below the action value is no permission: it was set for healthy workers.",
        wording.outcome(ratio, verdict),
    )
    return replace(comparison, arithmetic=lines)
