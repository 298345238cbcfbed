"""One demand of a task becomes a gap per hand, the strictest comparison first."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import inf

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import JobProfile, Task
from rtw.domain.assessment.assessment import PerceivedDifficulty
from rtw.domain.capacity import Basis, Capacity, Quantity
from rtw.domain.gap import Comparison, Gap, Missing, Override
from rtw.domain.hands import Side, sides_of
from rtw.domain.matching import lacking, wording
from rtw.domain.matching.asked import Asked, asked_of
from rtw.domain.matching.coefficients import MatchCoefficients
from rtw.domain.matching.gates import gate_weighings
from rtw.domain.matching.judge import strictness
from rtw.domain.matching.limits import limit_weighings
from rtw.domain.matching.needed import unknown_weighings
from rtw.domain.matching.strength import strength_weighings
from rtw.domain.matching.weighing import Weighing
from rtw.domain.verdicts import Verdict

_CLINICIANS = (Basis.CLINICIAN, Basis.SURGEON)


@dataclass(frozen=True, slots=True)
class GapOverride:
    """A therapist's verdict for one gap. `kind` guards against a demand that moved to another row."""

    task: str
    index: int
    kind: DemandKind
    side: Side
    override: Override


def gaps_of_demand(
    profile: JobProfile, task: Task, index: int, capacity: Capacity, coefficients: MatchCoefficients
) -> tuple[Gap, ...]:
    """Judge one demand on each hand it may fall on, left before right."""
    demand = task.demands[index]
    sides = sides_of(demand.hand, capacity.dominant)
    gaps = tuple(_gap(asked_of(profile, task, index, side), capacity, coefficients) for side in sides)
    return _open_hand(gaps, asked_of(profile, task, index, sides[0]), capacity)


def _gap(asked: Asked, capacity: Capacity, coefficients: MatchCoefficients) -> Gap:
    ranked = tuple(sorted(_comparisons(asked, capacity, coefficients), key=_rank))
    return Gap(asked.task.name, asked.index, asked.demand, asked.side, ranked, ranked[0].verdict)


def _comparisons(asked: Asked, capacity: Capacity, coefficients: MatchCoefficients) -> tuple[Comparison, ...]:
    if asked.is_never():
        return (_not_asked(),)
    weighings = (
        *limit_weighings(asked, capacity),
        *strength_weighings(asked, capacity, coefficients.mae),
        *gate_weighings(asked, capacity, coefficients),
    )
    known = _permitted(weighings)
    settled = frozenset(quantity for weighing in known for quantity in weighing.settles)
    unknown = unknown_weighings(asked, capacity, coefficients, settled)
    return tuple(weighing.comparison for weighing in (*known, *unknown))


def _permitted(weighings: tuple[Weighing, ...]) -> tuple[Weighing, ...]:
    """Let a clinician's permission stand in for a gate not examined, never for one that failed."""
    about = tuple(f.comparison for f in weighings if f.comparison.quantity is Quantity.PERMITTED)
    if not any(c.verdict is Verdict.WITHIN and c.limit_basis in _CLINICIANS for c in about):
        return weighings
    unexamined = {id(c) for c in about if c.verdict is Verdict.CANNOT_SAY}
    return tuple(f for f in weighings if id(f.comparison) not in unexamined)


def _not_asked() -> Comparison:
    lines = ("The sheet says this is never asked.", wording.outcome(None, Verdict.WITHIN))
    origin = "not asked"
    return Comparison(
        Quantity.HOURS_PER_DAY, (0.0, 0.0), None, 0.0, None, Verdict.WITHIN, None, origin, lines
    )


def _rank(comparison: Comparison) -> tuple[int, float]:
    """Order by strictness; among equals "cannot" first, then the highest ratio, then what is unknown."""
    if comparison.verdict is Verdict.EXCEEDS and comparison.available == 0.0:
        return strictness(comparison.verdict), -inf
    return strictness(comparison.verdict), -comparison.ratio[1] if comparison.ratio else 0.0


def _open_hand(gaps: tuple[Gap, ...], asked: Asked, capacity: Capacity) -> tuple[Gap, ...]:
    """Where the sheet leaves the hand open, one hand that exceeds condemns only if the other does too."""
    hand = asked.demand.hand
    by_dominance = hand in (Hand.DOMINANT, Hand.NON_DOMINANT) and capacity.dominant is None
    if asked.takes_both or (hand is not None and not by_dominance):
        return gaps
    if all(gap.computed is Verdict.EXCEEDS for gap in gaps):
        return gaps
    missing = lacking.dominance() if by_dominance else lacking.which_hand(asked)
    return tuple(_undecided(gap, missing) if gap.computed is Verdict.EXCEEDS else gap for gap in gaps)


def _undecided(gap: Gap, missing: Missing) -> Gap:
    """Turn "exceeds" into `cannot_say`: it exceeds only if it is this hand."""
    comparisons = tuple(_if_this_hand(comparison, missing) for comparison in gap.comparisons)
    return replace(gap, comparisons=comparisons, computed=Verdict.CANNOT_SAY)


def _if_this_hand(comparison: Comparison, missing: Missing) -> Comparison:
    if comparison.verdict is not Verdict.EXCEEDS:
        return comparison
    verdict = Verdict.CANNOT_SAY
    lines = (
        *comparison.arithmetic,
        "But the sheet does not say that it falls on this hand.",
        missing.what,
        wording.outcome(None, verdict),
    )
    return replace(comparison, verdict=verdict, arithmetic=lines, missing=missing, modifiable=False)


def beside(gap: Gap, overrides: Iterable[GapOverride], perceived: Iterable[PerceivedDifficulty]) -> Gap:
    """Put the therapist's override and the patient's own estimate beside the computed verdict."""
    own = next((o.override for o in overrides if _concerns(o, gap)), None)
    return replace(gap, override=own, perceived=_difficulty(gap, perceived))


def _concerns(entry: GapOverride, gap: Gap) -> bool:
    return (entry.task, entry.index, entry.kind, entry.side) == (gap.task, gap.index, gap.kind, gap.side)


def _difficulty(gap: Gap, perceived: Iterable[PerceivedDifficulty]) -> float | None:
    """Give the patient's estimate: the one for this task and hand before a general one."""
    fitting = [
        entry
        for entry in perceived
        if entry.kind is gap.kind and entry.task in (None, gap.task) and entry.side in (None, gap.side)
    ]
    best = max(fitting, key=lambda entry: (entry.task is not None, entry.side is not None), default=None)
    return best.difficulty if best else None


def either_hand(gap: Gap) -> bool:
    """Whether the other hand may do it instead."""
    return gap.demand.hand is Hand.EITHER
