"""The catalogue of accommodations, to look things up in: no case is involved."""

from collections.abc import Iterable
from dataclasses import dataclass

from job_profiles.kinds import DemandKind
from rtw.domain.accommodation.kinds import Category, CostBand, Evidence
from rtw.domain.accommodation.search import search
from rtw.domain.accommodation.values import Accommodation, NotRecommended
from rtw.domain.figure import SourceId
from rtw.knowledge.load import knowledge
from rtw.knowledge.types.coefficients import CostContext
from rtw.knowledge.types.sources import Source
from rtw.services.actor import Actor
from rtw.services.permission import NotFoundError, Permission, require


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; None: whatever it is."""

    words: str = ""
    kind: DemandKind | None = None
    category: Category | None = None
    cost: CostBand | None = None
    evidence: Evidence | None = None

    @property
    def is_narrowed(self) -> bool:
        """Whether anything but words narrows the search."""
        return any((self.kind, self.category, self.cost, self.evidence))

    def fits(self, entry: Accommodation) -> bool:
        """Whether an entry is of the kind, category, cost and evidence looked for."""
        wishes = (
            (self.category, entry.category),
            (self.cost, entry.cost),
            (self.evidence, entry.evidence),
        )
        acts = self.kind is None or any(e.covers(self.kind) and not e.adverse for e in entry.effects)
        return acts and all(wish in (None, found) for wish, found in wishes)


@dataclass(frozen=True, slots=True)
class CatalogueFound:
    """What was found, by name; `total` is the size of the whole catalogue.

    Advice against something belongs to no category, so it answers to words alone.
    """

    offered: tuple[Accommodation, ...]
    advised_against: tuple[NotRecommended, ...]
    total: int


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One accommodation with the sources it names, and the dated context of costs."""

    entry: Accommodation
    sources: dict[SourceId, Source]
    costs: CostContext


@dataclass(frozen=True, slots=True)
class AdvicePage:
    """Advice against something, what to look at instead, and the sources it names."""

    advice: NotRecommended
    instead: tuple[Accommodation, ...]
    sources: dict[SourceId, Source]


def find(actor: Actor, wanted: Wanted) -> CatalogueFound:
    """Search the catalogue."""
    require(actor, Permission.SEE_KNOWLEDGE)
    catalogue = knowledge().catalogue
    found = search(catalogue, wanted.words)
    offered = sorted((e for e in found.accommodations if wanted.fits(e)), key=lambda e: e.name.casefold())
    against = () if wanted.is_narrowed else found.not_recommended
    return CatalogueFound(tuple(offered), against, len(catalogue.accommodations))


def entry_page(actor: Actor, accommodation_id: str) -> EntryPage:
    """Return one accommodation. Raises NotFoundError for one the catalogue does not hold."""
    require(actor, Permission.SEE_KNOWLEDGE)
    found = entry_of(accommodation_id)
    costs = knowledge().costs
    named = (*found.sources, *(figure.source for figure in costs.figures))
    return EntryPage(found, _sources(named), costs)


def advice_page(actor: Actor, advice_id: str) -> AdvicePage:
    """Return advice against something. Raises NotFoundError for what nobody advises against."""
    require(actor, Permission.SEE_KNOWLEDGE)
    catalogue = knowledge().catalogue
    advice = next((one for one in catalogue.not_recommended if one.id == advice_id), None)
    if advice is None:
        raise NotFoundError(f"advice {advice_id}")
    instead = tuple(entry_of(name) for name in advice.instead)
    return AdvicePage(advice, instead, _sources(finding.source for finding in advice.findings))


def entry_of(accommodation_id: str) -> Accommodation:
    """Find an accommodation of the catalogue. Raises NotFoundError."""
    found = knowledge().catalogue.find(accommodation_id)
    if found is None:
        raise NotFoundError(f"accommodation {accommodation_id}")
    return found


def _sources(names: Iterable[SourceId]) -> dict[SourceId, Source]:
    known = knowledge()
    return {name: source for name in names if (source := known.source(name)) is not None}
