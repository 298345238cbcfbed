"""The page of a case's accommodations, as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from rtw.domain.accommodation.kinds import Circumstance
from rtw.domain.accommodation.recommend import SetAside, Suggestion
from rtw.domain.accommodation.values import Accommodation, Asks
from rtw.domain.capacity import Capacity
from rtw.domain.verdicts import TaskVerdict
from rtw.services.accommodations.catalogue import entry_of
from rtw.services.accommodations.choosing import Choice, usual_choice
from rtw.services.accommodations.standing import OpenGap, Standing, case_standing
from rtw.services.accommodations.trying import Preview, Tried, asked_figures, helped_tasks, preview
from rtw.services.accommodations.worths import KnownWorths, known_worths
from rtw.services.actor import Actor
from rtw.services.case_record import CaseAccommodation, CaseRecord


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggestion not chosen yet, with the figures it asks for and their units.

    `is_needed`: it acts on a gap that what was chosen leaves open.
    """

    suggestion: Suggestion
    figures: tuple[tuple[Asks, str], ...]
    is_needed: bool

    @property
    def entry(self) -> Accommodation:
        """The entry of the catalogue."""
        return self.suggestion.accommodation


@dataclass(frozen=True, slots=True)
class Help:
    """What there is to choose from, in a case that can be matched."""

    as_it_stands: TaskVerdict
    with_chosen: TaskVerdict
    offers: tuple[Offer, ...]
    set_aside: tuple[SetAside, ...]
    gaps: tuple[OpenGap, ...]
    found: frozenset[Circumstance]
    preview: Preview
    capacity: Capacity

    @property
    def needed(self) -> tuple[Offer, ...]:
        """What acts on a gap that is still open, whatever tool is used or with the tool the sheet names."""
        return tuple(offer for offer in self.offers if offer.is_needed and not offer.suggestion.only_if)

    @property
    def needs_a_tool(self) -> tuple[Offer, ...]:
        """What acts on a gap that is still open only if a tool is used that the sheet does not name."""
        return tuple(offer for offer in self.offers if offer.is_needed and offer.suggestion.only_if)

    @property
    def spare(self) -> tuple[Offer, ...]:
        """What acts only where what was chosen already suffices."""
        return tuple(offer for offer in self.offers if not offer.is_needed)


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case's accommodations. `help` is None while there is no job, or no signed visit."""

    record: CaseRecord
    help: Help | None
    worths: KnownWorths | None = None

    @property
    def tools(self) -> tuple[str, ...]:
        """The tools that the job's sheet names, each once, in its order."""
        tasks = self.record.profile.tasks if self.record.profile else ()
        return tuple(dict.fromkeys(demand.tool for task in tasks for demand in task.demands if demand.tool))

    @property
    def live(self) -> tuple[CaseAccommodation, ...]:
        """What match and plan reckon with."""
        return tuple(entry for entry in self.record.accommodations if entry.counts)

    @property
    def over(self) -> tuple[CaseAccommodation, ...]:
        """What was declined, or has ended."""
        return tuple(entry for entry in self.record.accommodations if not entry.counts)


@dataclass(frozen=True, slots=True)
class ChoicePage:
    """One accommodation of a case: what it does, and what was decided, or usually is."""

    entry: Accommodation
    record: CaseRecord
    suggestion: Suggestion | None
    figures: tuple[tuple[Asks, str], ...]
    is_chosen: bool
    choice: Choice
    worths: KnownWorths | None = None

    @property
    def task_names(self) -> tuple[str, ...]:
        """The tasks of the job, and those it was chosen for that the job no longer has."""
        profile = self.record.profile
        now = tuple(task.name for task in profile.tasks) if profile else ()
        return tuple(dict.fromkeys((*now, *self.choice.tasks)))


def case_page(
    session: Session, actor: Actor, case_id: int, today: date, tried: Sequence[Tried] = ()
) -> CasePage:
    """Return what was chosen, what would help, and what ticking `tried` would change."""
    record, standing = case_standing(session, actor, case_id, today)
    worths = known_worths(session, record, today) if standing else None
    return CasePage(record, _help(standing, tried) if standing else None, worths)


def choice_page(
    session: Session, actor: Actor, case_id: int, accommodation_id: str, today: date
) -> ChoicePage:
    """Return one accommodation of a case, chosen or not. Raises NotFoundError for an unknown one."""
    record, standing = case_standing(session, actor, case_id, today)
    entry = entry_of(accommodation_id)
    known = next((one for one in record.accommodations if one.accommodation.id == entry.id), None)
    suggestion = _suggestion(standing, entry) if standing else None
    tasks = helped_tasks(entry, standing.done.as_it_stands) if standing else ()
    choice = _choice(known) if known else usual_choice(entry, tasks)
    worths = known_worths(session, record, today) if standing else None
    return ChoicePage(entry, record, suggestion, asked_figures(entry), known is not None, choice, worths)


def _help(standing: Standing, tried: Sequence[Tried]) -> Help:
    suggestions, needed = standing.suggestions(), standing.needed_still()
    return Help(
        as_it_stands=standing.done.as_it_stands.verdict,
        with_chosen=standing.done.adapted.verdict,
        offers=tuple(
            Offer(one, asked_figures(one.accommodation), one.accommodation.id in needed)
            for one in suggestions
            if one.accommodation.id not in standing.chosen_ids
        ),
        set_aside=standing.set_aside(),
        gaps=standing.open_gaps(suggestions),
        found=standing.found,
        preview=preview(standing, tried),
        capacity=standing.done.capacity,
    )


def _suggestion(standing: Standing, entry: Accommodation) -> Suggestion | None:
    return next((one for one in standing.suggestions() if one.accommodation == entry), None)


def _choice(known: CaseAccommodation) -> Choice:
    chosen = known.chosen
    return Choice(
        chosen.tasks, known.effect.given, chosen.owner, chosen.due, chosen.status, chosen.employer_text
    )
