"""Whether an accommodation fits this place of work and this person."""

from collections.abc import Iterable, Set

from job_profiles.kinds import DemandKind
from rtw.domain.accommodation.kinds import Aspect, Change, Circumstance, Setting
from rtw.domain.accommodation.values import Accommodation, Catalogue, Effect
from rtw.domain.capacity import Capacity, Sensation, Wound
from rtw.domain.hands import Side


def why_unfit(
    accommodation: Accommodation, settings: Set[Setting], circumstances: Set[Circumstance]
) -> str | None:
    """Say why an accommodation does not fit here; None where it does."""
    for setting in accommodation.unfit_for:
        if setting in settings:
            return f"Does not fit: {setting.label.lower()}."
    for setting in accommodation.needs:
        if setting not in settings:
            return f"Only for: {setting.label.lower()}."
    for contra in accommodation.contraindications:
        if contra.rules_out and contra.when in circumstances:
            return f"{contra.when.label}: {contra.reason}"
    return None


def lowered_kinds(
    catalogue: Catalogue,
    settings: Set[Setting] = frozenset(),
    circumstances: Set[Circumstance] = frozenset(),
) -> frozenset[DemandKind]:
    """Name the kinds of demand that something in the catalogue, fitting here, is known to lower.

    Handing a whole task over, shorter hours and bouts, or another hand do not count: they serve any kind.
    """
    fitting = (a for a in catalogue.accommodations if why_unfit(a, settings, circumstances) is None)
    lowering = (effect for a in fitting for effect in a.effects if _lowers(effect))
    return frozenset(kind for effect in lowering for kind in effect.kinds)


def circumstances_of(capacity: Capacity, affected: Iterable[Side]) -> frozenset[Circumstance]:
    """Read the circumstances of the affected hands from a capacity; the rest the therapist adds."""
    sides = tuple(affected)
    states = [capacity.state(side) for side in sides]
    found = {
        Circumstance.OPEN_WOUND: any(s.wound in (Wound.OPEN, Wound.SUTURES) for s in states),
        Circumstance.REDUCED_SENSATION: any(_feels_too_little(s.sensation) for s in states),
        Circumstance.OTHER_HAND_AFFECTED: len(set(sides)) > 1,
    }
    return frozenset(circumstance for circumstance, holds in found.items() if holds)


def _lowers(effect: Effect) -> bool:
    is_time = effect.aspect in (Aspect.HOURS_PER_DAY, Aspect.LONGEST_BOUT_H)
    return effect.is_known and not (effect.adverse or is_time or effect.change is Change.OTHER_HAND)


def _feels_too_little(sensation: Sensation | None) -> bool:
    return sensation is not None and sensation <= Sensation.LOSS_OF_PROTECTIVE
