"""What stands behind each figure a recipient reads, for the therapist alone: none of it leaves the clinic."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from reports.wording import limit_text
from rtw.domain.accommodation.values import Accommodation
from rtw.domain.disclosure.vocabulary import rung_of
from rtw.domain.matching import wording
from rtw.domain.plan import Plan, Restriction
from rtw.domain.why import Coefficient, Input, Origin, Why, coefficient
from rtw.knowledge.load import knowledge
from rtw.services import limit_sources
from rtw.services.match_panels import ORIGINS
from rtw.services.plans.versions import SignedVersion
from rtw.services.week_panels import hours_panel

STEPPED: Final = (
    "the exact limit of the plan, stepped to the next more protective rung: a limit down, a rest up; of "
    "several limits on one activity and hand the strictest"
)
RUNGS: Final = "Rungs are a convention of this product: what was measured cannot be read back from them."
RANGE: Final = "Full duty is told as a range, by convention: a single day would be read as a promise."
WRITTEN: Final = "the catalogue's own sentence, or one that somebody approved by name"


@dataclass(frozen=True, slots=True)
class ReleasePanels:
    """One panel for each part of a report: hours of the weeks, limits, changes at work."""

    hours: Why
    limits: Why
    changes: Why


def release_panels(signed: SignedVersion) -> ReleasePanels:
    """Give the panels of what a report of a signed plan shows."""
    plan, outcome = signed.plan, signed.working.outcome
    hours = hours_panel(f"signed plan {signed.version.number}", plan.schedule, outcome, plan.made_from)
    return ReleasePanels(
        hours=replace(hours, cautions=(RANGE, *hours.cautions)),
        limits=limits_panel(plan),
        changes=changes_panel(plan),
    )


def limits_panel(plan: Plan) -> Why:
    """Say where restrictions, stretches and breaks come from, each before it stepped to its rung."""
    rule = plan.schedule.breaks
    return Why(
        subject="Restrictions, stretches and breaks",
        result=f"{len(plan.restrictions)} restrictions",
        formula=STEPPED,
        inputs=tuple(_limits(plan)),
        steps=tuple(_step(each) for each in plan.restrictions),
        coefficients=limit_sources.breaks() if rule.source else (),
        cautions=(RUNGS, "Basis and origin of a limit stay in the clinic, whatever the profile."),
    )


def _limits(plan: Plan) -> Iterator[Input]:
    for each in plan.restrictions:
        yield Input(each.named, _exact(each), ORIGINS[each.basis], each.origin)
    for bout in plan.schedule.bouts:
        where = "what the hand tolerates, taken over into the plan"
        yield Input(f"Stretch of {bout.task}", f"{bout.max_minutes} min", Origin.COMPUTED, where)
    rule = plan.schedule.breaks
    whose = Origin.PUBLISHED if rule.source else Origin.CLINICIAN
    yield Input("Breaks", f"{rule.minutes} min after {rule.after_minutes} min", whose, rule.origin)


def _step(each: Restriction) -> str:
    return f"{each.named}: {_exact(each)} → “{limit_text(rung_of(each.quantity, each.value))}”"


def _exact(each: Restriction) -> str:
    return wording.amount(each.value, each.quantity) if each.value else "not at all"


def changes_panel(plan: Plan) -> Why:
    """Say where the sentences on changes at work come from, and what is published of each change."""
    live = [each for each in plan.accommodations if each.status.is_live]
    known = [(each, knowledge().catalogue.find(each.accommodation_id)) for each in live]
    inputs = tuple(
        Input(
            found.name if found else each.accommodation_id,
            each.employer_text,
            _whose(found, each.employer_text),
            f"catalogue of accommodations, {found.evidence.label.lower()}" if found else "",
        )
        for each, found in known
    )
    published = (piece for _, found in known if found for piece in _published(found))
    return Why("Changes at work", f"{len(live)} in the plan", WRITTEN, inputs, (), tuple(published))


def _whose(found: Accommodation | None, text: str) -> Origin:
    """Say whose a sentence is: published, a convention of the catalogue, or the clinic's own words."""
    if found is None or found.employer_text != text:
        return Origin.CLINICIAN
    return Origin.PUBLISHED if found.sources else Origin.ASSUMED


def _published(found: Accommodation) -> Iterator[Coefficient]:
    """List what studies found of an accommodation: sizes of its effects, and outcomes in words."""
    for effect in found.effects:
        if effect.figure is not None:
            yield coefficient(effect.figure)
    for outcome in found.outcomes:
        yield Coefficient(
            found.name, outcome.finding, outcome.source, outcome.verified, population=outcome.design
        )
