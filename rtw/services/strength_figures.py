"""What appears beside strengths while they are typed: mean, spread, other hand, change; each says why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.operation import PatientFacts
from rtw.domain.assessment.taken_trials import grip_taken, new_trials, trials_taken
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit
from rtw.domain.measures.course import Step, step
from rtw.domain.measures.followed import TEST_OF, Followed, Reading, Scale
from rtw.domain.measures.other_hand import BOTH_TREATED, of_other
from rtw.domain.measures.shown import Shown
from rtw.domain.measures.why_findings import why_spread
from rtw.domain.measures.why_measures import change_words, why_reading, why_step
from rtw.domain.measures.why_other_hand import why_other
from rtw.domain.why import Why
from rtw.knowledge.for_measures import detectables
from rtw.knowledge.load import knowledge
from rtw.services.measures.findings import effort_cautions
from rtw.services.visits import Visit

_HEALTHY: Final = "How far healthy hands of this sex and age differ stands on the page of measures."


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """A change since an earlier visit, and whether it is more than the error of measuring."""

    step: Step
    shown: Shown


@dataclass(frozen=True, slots=True)
class StrengthFigure:
    """One strength of one hand in the unit it is read in; what is None cannot be worked out.

    `rung` is the handle position that counts, where grip was tested at several. `of_other` is left out for
    a sound hand beside a treated one: that would read an injury as strength.
    """

    kind: DemandKind
    side: Side
    mean: Shown | None = None
    variation: Shown | None = None
    of_other: Shown | None = None
    since: ChangeShown | None = None
    rung: int | None = None


def strength_figures(
    value: Assessment, before: Visit | None, unit: AmountUnit, treated: Sequence[Side] = ()
) -> tuple[StrengthFigure, ...]:
    """Summarise each strength of each hand against the other hand and the visit before, in `unit`."""
    scale = Scale(unit.value, unit.newtons)
    earlier = before.assessment if before else None
    return tuple(_figure(value, earlier, kind, side, scale, treated) for kind in TEST_OF for side in Side)


def _figure(
    value: Assessment,
    before: Assessment | None,
    kind: DemandKind,
    side: Side,
    scale: Scale,
    treated: Sequence[Side],
) -> StrengthFigure:
    now = _reading(value, kind, side)
    if now is None:
        return StrengthFigure(kind, side)
    measure = TEST_OF[kind]
    return StrengthFigure(
        kind,
        side,
        mean=Shown(scale.words(now.value), why_reading(measure, side, now, scale)),
        variation=_variation(measure, side, now, scale),
        of_other=_of_other(measure, side, now, _reading(value, kind, side.other), scale, treated),
        since=_since(measure, side, now, _before(value, before, kind, side), scale),
        rung=_rung_that_counts(value, side) if kind is DemandKind.POWER_GRIP else None,
    )


def _reading(visit: Assessment, kind: DemandKind, side: Side) -> Reading | None:
    trials, mark = trials_taken(visit, kind, side)
    mean_n = trials.mean_n if trials else None
    return None if mean_n is None else Reading(mark.measured_on if mark else visit.on, mean_n, trials)


def _before(value: Assessment, before: Assessment | None, kind: DemandKind, side: Side) -> Reading | None:
    """Give the reading of the visit before; none where this visit only copied it."""
    return None if before is None or new_trials(value, kind, side) is None else _reading(before, kind, side)


def _variation(measure: Followed, side: Side, now: Reading, scale: Scale) -> Shown | None:
    against = tuple(caution.coefficient for caution in effort_cautions())
    why = why_spread(measure, side, now, scale, against)
    return Shown(f"varies {why.result}", why) if why else None


def _of_other(
    measure: Followed, side: Side, now: Reading, other: Reading | None, scale: Scale, treated: Sequence[Side]
) -> Shown | None:
    found = of_other(side, now, (other,) if other else (), (), PatientFacts(), treated)
    if found is None:
        return None
    both = tuple(caution for caution in found.cautions if caution == BOTH_TREATED)
    why = why_other(measure, replace(found, cautions=(*both, _HEALTHY)), scale)
    return Shown(f"{why.result} of the other hand", why)


def _since(
    measure: Followed, side: Side, now: Reading, before: Reading | None, scale: Scale
) -> ChangeShown | None:
    if before is None:
        return None
    limits = detectables(knowledge())[measure]
    found = step(before, now, limits)
    why: Why = why_step(measure, side, found, limits, scale)
    return ChangeShown(found, Shown(change_words(found, scale), why))


def _rung_that_counts(visit: Assessment, side: Side) -> int | None:
    """Name the rung that counts where more than one was tested."""
    tested = [grip for grip in visit.hand(side).grip if grip.trials.entered]
    counts, _ = grip_taken(visit, side)
    return counts.rung if counts and len(tested) > 1 else None
