"""The why panels of the pages of accommodations, found by what they stand at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rtw.domain.accommodation.values import Accommodation
from rtw.domain.why import Why
from rtw.services.accommodations.page import CasePage, ChoicePage, Help
from rtw.services.accommodations.panels import chosen_panel, effects_panel, gap_panel, option_panel
from rtw.services.accommodations.standing import Standing
from rtw.services.accommodations.trying import Comparing
from rtw.services.accommodations.worths import KnownWorths
from rtw.services.match_panels import gap_panels
from rtw.services.plans.worth_panel import cost_panel


@dataclass(frozen=True, slots=True)
class AccommodationPanels:
    """What stands behind a case's accommodations, by id; `gaps` by key: as it stands, and as chosen."""

    cost: Why
    effects: Mapping[str, Why]
    worths: Mapping[str, Why]
    gaps: Mapping[str, tuple[Why | None, Why | None]]


@dataclass(frozen=True, slots=True)
class ComparePanels:
    """What stands behind options side by side: the verdict of the gap, then one panel for each option."""

    cost: Why
    verdict: tuple[Why, ...]
    options: tuple[Why, ...]
    worths: Mapping[str, Why]


def case_panels(page: CasePage) -> AccommodationPanels:
    """Give the panels of what was chosen and of what would help."""
    chosen = {one.accommodation.id: chosen_panel(one.effect) for one in page.live}
    offered = [offer.entry for offer in page.help.offers] if page.help else []
    entries = (*(one.accommodation for one in page.live), *offered)
    return AccommodationPanels(
        cost=cost_panel(),
        effects={entry.id: effects_panel(entry) for entry in offered} | chosen,
        worths=_worths(page.worths, entries),
        gaps=_gaps(page.help) if page.help else {},
    )


def choice_panels(page: ChoicePage) -> AccommodationPanels:
    """Give the panels of one accommodation that is decided about."""
    effects = {page.entry.id: effects_panel(page.entry, page.choice.given)}
    return AccommodationPanels(cost_panel(), effects, _worths(page.worths, (page.entry,)), {})


def compare_panels(found: Comparing, standing: Standing, worths: KnownWorths | None) -> ComparePanels:
    """Give the panels of options beside each other."""
    gap = found.gap.gap
    options = tuple(option_panel(option, gap) for option in found.options)
    entries = (option.chosen.accommodation for option in found.options)
    verdict = gap_panels(gap, standing.done.capacity)[:1]
    return ComparePanels(cost_panel(), verdict, options, _worths(worths, entries))


def _worths(worths: KnownWorths | None, entries: Iterable[Accommodation]) -> dict[str, Why]:
    found = ((entry.id, worths.panel(entry)) for entry in entries) if worths else ()
    return {name: panel for name, panel in found if panel is not None}


def _gaps(help_: Help) -> dict[str, tuple[Why | None, Why | None]]:
    capacity = help_.capacity
    return {
        open_.key: (
            gap_panel(open_.gap, capacity),
            gap_panel(open_.now, capacity, is_adapted=True) if open_.now else None,
        )
        for open_ in help_.gaps
    }
