"""Which accommodations follow from the gaps of a match, why, and in what order."""

from collections.abc import Set
from dataclasses import dataclass

from rtw.domain.accommodation.fitting import why_unfit
from rtw.domain.accommodation.kinds import Circumstance, Setting
from rtw.domain.accommodation.reach import TouchedGap, asking_gaps, served_tasks, touched_gaps
from rtw.domain.accommodation.values import Accommodation, Catalogue
from rtw.domain.accommodation.wording import caution_words, reason_words
from rtw.domain.gap import JobMatch


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One accommodation with the gaps it acts on, why, and what to mind. Clinical: it stays in the clinic."""

    accommodation: Accommodation
    touched: tuple[TouchedGap, ...]
    reason: str
    cautions: tuple[str, ...]

    @property
    def tasks(self) -> tuple[str, ...]:
        """The tasks it is offered for, in the order of the match."""
        return served_tasks(self.touched)

    @property
    def only_if(self) -> str | None:
        """The tool that must be used for it to help; None where the sheet names it, or any will do."""
        return self.touched[0].only_if if all(touch.only_if for touch in self.touched) else None

    @property
    def remaining(self) -> float | None:
        """The best share left over all gaps it acts on; None where no size is known."""
        known = [touch.remaining for touch in self.touched if touch.remaining is not None]
        return min(known, default=None)


@dataclass(frozen=True, slots=True)
class SetAside:
    """An accommodation that would act on a gap, but does not fit here; `why` says so."""

    accommodation: Accommodation
    why: str


def recommend(
    match: JobMatch,
    catalogue: Catalogue,
    settings: Set[Setting] = frozenset(),
    circumstances: Set[Circumstance] = frozenset(),
) -> tuple[Suggestion, ...]:
    """List what helps with the gaps of a match and fits here: by evidence, then effect, then cost."""
    fitting = (a for a in catalogue.accommodations if why_unfit(a, settings, circumstances) is None)
    asking = asking_gaps(match)
    touching = ((a, touched_gaps(a, asking)) for a in fitting)
    found = (_suggestion(a, touched, match, circumstances) for a, touched in touching if touched)
    return tuple(sorted(found, key=_order))


def set_aside(
    match: JobMatch,
    catalogue: Catalogue,
    settings: Set[Setting] = frozenset(),
    circumstances: Set[Circumstance] = frozenset(),
) -> tuple[SetAside, ...]:
    """List what would help with a gap but does not fit this place or this person, each with the reason."""
    unfit = ((a, why_unfit(a, settings, circumstances)) for a in catalogue.accommodations)
    asking = asking_gaps(match)
    return tuple(SetAside(a, why) for a, why in unfit if why is not None and touched_gaps(a, asking))


def _suggestion(
    accommodation: Accommodation,
    touched: tuple[TouchedGap, ...],
    match: JobMatch,
    circumstances: Set[Circumstance],
) -> Suggestion:
    tasks = [touch.gap.task for touch in touched]
    cautions = caution_words(accommodation, tasks, match, circumstances)
    return Suggestion(accommodation, touched, reason_words(touched), tuple(cautions))


def _order(suggestion: Suggestion) -> tuple[bool, int, bool, float, int, str]:
    """Put first what fits for sure: a tool nobody named may not be there."""
    entry, remaining = suggestion.accommodation, suggestion.remaining
    is_unsure = suggestion.only_if is not None
    return is_unsure, entry.evidence.rank, remaining is None, remaining or 0.0, entry.cost.rank, entry.id
