"""Accommodations as switches above the plan: on or off, and what each is worth in days."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.accommodation.recommend import Suggestion, recommend
from rtw.domain.accommodation.values import Accommodation, Asks
from rtw.domain.optimise.worth import Variant, Worth, worth
from rtw.domain.planning import brief_for, matched
from rtw.domain.schedule.brief import ScheduleBrief
from rtw.knowledge.load import knowledge
from rtw.services.accommodations.catalogue import entry_of
from rtw.services.accommodations.choosing import choose, put_back, take_out, usual_choice
from rtw.services.accommodations.trying import helped_tasks
from rtw.services.actor import Actor
from rtw.services.permission import NotFoundError
from rtw.services.plans.ground import Ground, load_ground

MOST_OFFERED = 6
"""How many suggestions stand above the plan (convention); the page of the match has all of them."""


@dataclass(frozen=True, slots=True)
class Switch:
    """One accommodation: on or off, which tasks it serves, why, and its worth where it was priced.

    `asks` are figures it needs before it changes anything.
    """

    accommodation: Accommodation
    is_on: bool
    tasks: tuple[str, ...]
    reason: str
    worth: Worth | None
    asks: tuple[Asks, ...]


def switches_of(ground: Ground) -> tuple[Switch, ...]:
    """List what was chosen, then the best suggestions for what stands in the way."""
    worths = {entry.name: entry for entry in ground.plan.worths}
    on = [
        Switch(
            entry.accommodation,
            is_on=True,
            tasks=entry.chosen.tasks,
            reason=entry.chosen.status.label,
            worth=worths.get(entry.accommodation.id),
            asks=entry.effect.unanswered,
        )
        for entry in ground.record.accommodations
        if entry.counts
    ]
    off = [
        Switch(
            found.accommodation,
            is_on=False,
            tasks=found.tasks,
            reason=found.reason,
            worth=worths.get(found.accommodation.id),
            asks=ChosenEffect(found.accommodation).unanswered,
        )
        for found in _offered(ground)
    ]
    return (*on, *off)


def worths_of(ground: Ground) -> tuple[Worth, ...]:
    """Price every switch in days: what is on against going without, what is off against having it."""
    chosen = ground.findings.chosen
    going_without = (
        worth(
            _brief_with(ground, tuple(other for other in chosen if other != one)),
            (Variant(one.accommodation.id, ground.brief),),
        )[0]
        for one in chosen
        if not one.unanswered
    )
    offered = (ChosenEffect(found.accommodation, found.tasks) for found in _offered(ground))
    having = tuple(
        Variant(one.accommodation.id, _brief_with(ground, (*chosen, one)))
        for one in offered
        if not one.unanswered
    )
    return (*going_without, *worth(ground.brief, having))


def switch_on(session: Session, actor: Actor, case_id: int, accommodation_id: str, today: date) -> None:
    """Put back an accommodation as it was before it was taken out, or choose it for the tasks it helps."""
    entry = entry_of(accommodation_id)
    try:
        put_back(session, actor, case_id, accommodation_id)
    except NotFoundError:
        ground = load_ground(session, actor, case_id, today)
        choice = usual_choice(entry, helped_tasks(entry, ground.done.as_it_stands))
        choose(session, actor, case_id, accommodation_id, choice, today)


def switch_off(session: Session, actor: Actor, case_id: int, accommodation_id: str) -> None:
    """Take an accommodation out: a mere proposal goes, one that was agreed ends and stays on record."""
    take_out(session, actor, case_id, accommodation_id)


def _offered(ground: Ground) -> tuple[Suggestion, ...]:
    record = ground.record
    on = {entry.accommodation.id for entry in record.accommodations if entry.counts}
    found = recommend(ground.done.as_it_stands, knowledge().catalogue, record.settings, record.circumstances)
    sure = (one for one in found if one.accommodation.id not in on and one.only_if is None)
    return tuple(sure)[:MOST_OFFERED]


def _brief_with(ground: Ground, chosen: tuple[ChosenEffect, ...]) -> ScheduleBrief:
    findings = replace(ground.findings, chosen=chosen)
    done = matched(findings, ground.figures, ground.done.capacity.on)
    return brief_for(findings, done, ground.figures, ground.settings, ground.plan.written)
