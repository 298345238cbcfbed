"""The why panels of the pages of a plan, found by what they stand at."""

from collections.abc import Mapping
from dataclasses import dataclass

from rtw.domain.plan import ChosenAccommodation, Plan, Restriction
from rtw.domain.schedule.brief import Gate
from rtw.domain.why import Why
from rtw.services.accommodations.panels import accommodation_panel
from rtw.services.plans import limit_panels, schedule_panels
from rtw.services.plans.page import PlanPage
from rtw.services.plans.versions import SignedVersion
from rtw.services.plans.worth_panel import cost_panel, worth_panel
from rtw.services.week_panels import is_answer


@dataclass(frozen=True, slots=True)
class PlanPanels:
    """What stands behind the figures of a plan in the making: doses by id, gates and restrictions by value.

    `worths` are by accommodation, where it was priced.
    """

    hours: Why
    full_duty: Why
    limits: Why
    assumed: Why
    cost: Why
    doses: Mapping[str, Why]
    gates: Mapping[Gate, Why]
    restrictions: Mapping[Restriction, Why]
    worths: Mapping[str, Why]


@dataclass(frozen=True, slots=True)
class ReadPanels:
    """What stands behind a plan that is read: before it is signed, or as it was signed."""

    hours: Why
    restrictions: Mapping[Restriction, Why]
    accommodations: Mapping[ChosenAccommodation, Why]


def plan_panels(page: PlanPage) -> PlanPanels:
    """Give the panels of a plan in the making."""
    brief, expected = page.ground.brief, limit_panels.expectation_of(page.ground)
    doses = brief.doses if page.schedule else ()
    priced = ((each.accommodation, each.worth) for each in page.switches if each.worth is not None)
    return PlanPanels(
        hours=schedule_panels.hours_panel(page),
        full_duty=schedule_panels.full_duty_panel(page),
        limits=schedule_panels.limits_panel(brief),
        assumed=schedule_panels.assumed_panel(brief),
        cost=cost_panel(),
        doses={dose.id: limit_panels.dose_panel(dose, expected) for dose in doses},
        gates={gate: limit_panels.gate_panel(gate) for gate in page.shut},
        restrictions=_restrictions(page.restrictions),
        worths={entry.id: worth_panel(entry.name, worth) for entry, worth in priced},
    )


def unsigned_panels(page: PlanPage) -> ReadPanels:
    """Give the panels of a plan that is looked through before it is signed."""
    return _read(schedule_panels.hours_panel(page), page.plan)


def signed_panels(version: SignedVersion) -> ReadPanels:
    """Give the panels of a signed plan, as it was signed."""
    plan, outcome = version.plan, version.working.outcome
    # An answer that hours laid out by hand replaced is kept with the plan: its proof is not theirs.
    answer = outcome if outcome is not None and is_answer(outcome, plan.schedule) else None
    return _read(schedule_panels.signed_hours_panel(answer, plan.schedule.breaks, plan.made_from), plan)


def _read(hours: Why, plan: Plan) -> ReadPanels:
    chosen = {each: accommodation_panel(each) for each in plan.accommodations}
    return ReadPanels(hours, _restrictions(plan.restrictions), chosen)


def _restrictions(restrictions: tuple[Restriction, ...]) -> dict[Restriction, Why]:
    return {each: limit_panels.restriction_panel(each) for each in restrictions}
