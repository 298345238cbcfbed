"""What stands behind a plan: caps as the brief has them, proof as the solver gave it, rungs as they leave."""

from dataclasses import replace
from datetime import timedelta

import pytest
from a_clinic import TODAY
from a_plannable_case import make_plannable
from sqlalchemy.orm import Session

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from reports.wording import limit_text
from rtw.domain.disclosure.vocabulary import report_restriction
from rtw.domain.hands import Side
from rtw.domain.optimise.worth import Earliest, Worth, earliest
from rtw.domain.plan import Restriction
from rtw.domain.planning import strength_forecast
from rtw.domain.schedule.brief import MINUTES, Gate, GateKind, Ground
from rtw.domain.schedule.brief import Origin as Whose
from rtw.domain.schedule.rules import rules_of
from rtw.domain.why import Origin
from rtw.knowledge.load import knowledge
from rtw.services.actor import Actor
from rtw.services.plans import acts
from rtw.services.plans.limit_panels import (
    dose_panel,
    expectation_of,
    gate_panel,
    restriction_panel,
)
from rtw.services.plans.page import PlanPage, plan_page
from rtw.services.plans.schedule_panels import (
    full_duty_panel,
    hours_panel,
    limits_panel,
    signed_hours_panel,
)
from rtw.services.plans.switches import switches_of
from rtw.services.plans.worth_panel import cost_panel, worth_panel
from rtw.services.recovery.words import OPENS_NOTHING
from rtw.store.cases import Case

NOT_REACHED = "not in these weeks"


@pytest.fixture
def plannable(session: Session, therapist: Actor, case: Case) -> int:
    make_plannable(session, case)
    acts.compute(session, therapist, case.id, TODAY)
    return case.id


def _page(session: Session, actor: Actor, case_id: int) -> PlanPage:
    page = plan_page(session, actor, case_id, TODAY).working
    assert page is not None
    return page


def test_full_duty_tells_the_solvers_proof_and_how_many_limits_it_kept(
    session: Session, therapist: Actor, plannable: int
) -> None:
    page = _page(session, therapist, plannable)
    outcome = page.ground.plan.outcome
    assert outcome is not None
    panel = full_duty_panel(page)
    shown = {line.name: line.value for line in panel.inputs}
    assert shown["Proof"] == outcome.status.label
    assert shown["Limits kept"] == str(len(rules_of(page.ground.brief)))
    assert panel.steps[0] == outcome.sentence
    assert len(panel.steps) == 1 + len(outcome.reached)


def test_hours_by_hand_claim_no_proof(session: Session, therapist: Actor, plannable: int) -> None:
    assert any("proven best" in step for step in hours_panel(_page(session, therapist, plannable)).steps)
    acts.edit_week(session, therapist, plannable, 1, [(0, "Enter claims", 10)], TODAY)
    page = _page(session, therapist, plannable)
    assert hours_panel(page).steps == ()
    assert "not proven best" in full_duty_panel(page).steps[0]
    assert full_duty_panel(page).inputs[0].value == "none"


def test_hours_name_every_dose_the_breaks_and_the_knowledge(
    session: Session, therapist: Actor, plannable: int
) -> None:
    page = _page(session, therapist, plannable)
    panel = hours_panel(page)
    names = {line.name for line in panel.inputs}
    assert {dose.name for dose in page.ground.brief.doses} <= names
    assert any("the knowledge base as it is today" in line.value for line in panel.inputs)
    assert knowledge().breaks.minutes.source in panel.sources
    assert limits_panel(page.ground.brief).result.startswith(f"{len(rules_of(page.ground.brief))} limits")


def test_a_dose_gives_the_caps_of_the_brief_week_by_week(
    session: Session, therapist: Actor, plannable: int
) -> None:
    page = _page(session, therapist, plannable)
    expected = expectation_of(page.ground)
    doses = [dose for dose in page.ground.brief.doses if dose.unit == MINUTES]
    assert doses
    for dose in doses:
        panel = dose_panel(dose, expected)
        caps = panel.steps[0].removeprefix("Cap by week, in hours a day: ").split(", ")
        assert caps == [f"{dose.in_unit(cap) / 60:.3g}" for cap in dose.daily]
        assert panel.inputs[0].origin is Origin.PATIENT
        assert [line.origin for line in panel.inputs if line.name == "Growth a week"] == [Origin.ASSUMED]
        assert len([line for line in panel.inputs if "half hour" in line.name]) == len(dose.weights)


def test_a_restriction_tells_the_rung_that_leaves(session: Session, therapist: Actor, plannable: int) -> None:
    page = _page(session, therapist, plannable)
    assert page.restrictions
    for restriction in page.restrictions:
        assert _rung(restriction) in restriction_panel(restriction).steps[0]
        assert restriction_panel(restriction).inputs[0].where == restriction.origin


def _rung(restriction: Restriction) -> str:
    return limit_text(report_restriction(restriction).limit)


def test_a_worth_says_with_and_without_as_they_were_solved(
    session: Session, therapist: Actor, plannable: int
) -> None:
    page = _page(session, therapist, plannable)
    now = earliest(page.ground.brief).full_duty_week
    offered = [s for s in switches_of(page.ground) if s.worth is not None and not s.is_on]
    assert any(s.worth and s.worth.days_sooner for s in offered)
    for switch in offered:
        assert switch.worth is not None
        panel = worth_panel(switch.accommodation.name, switch.worth)
        with_it, without = (line.value for line in panel.inputs)
        week = switch.worth.with_it.full_duty_week
        if switch.worth.gives_away:
            assert with_it.startswith("no full duty of this job")
            continue
        assert with_it == (f"week {week}" if week else NOT_REACHED)
        assert without == (f"week {now}" if now and week else NOT_REACHED)


@pytest.mark.parametrize(
    ("days", "at_least", "without", "result", "steps"),
    [
        (14, False, "week 7", "14 days sooner", ("7 − 5 weeks = 14 days",)),
        (-7, False, "week 4", "7 days later", ("4 − 5 weeks = -7 days",)),
        (56, True, "not in these weeks", "at least 56 days sooner", ()),
        (0, False, "week 5", "Full duty no sooner", ("5 − 5 weeks = 0 days",)),
    ],
)
def test_days_are_the_weeks_between(
    days: int, at_least: bool, without: str, result: str, steps: tuple[str, ...]
) -> None:
    panel = worth_panel("Lighter tool", Worth("tool", Earliest(5, (), proven=True), days, at_least, ()))
    assert (panel.inputs[1].value, panel.result, panel.steps) == (without, result, steps)
    assert any("worth more" in caution for caution in panel.cautions) is at_least


def test_a_gate_says_its_rule_and_that_no_forecast_opens_it() -> None:
    rule = knowledge().gates.skin[0]
    words = f"{rule.kind.label}, right hand: skin of the right hand"
    gate = Gate("Mop floors", GateKind.WOUND, None, Ground(Whose.MEASURED, words, rule.source))
    panel = gate_panel(gate)
    assert panel.sources == (rule.source,)
    assert panel.inputs[0].origin is Origin.MEASURED
    assert any("forecast" in caution for caution in panel.cautions)
    missing = gate_panel(Gate("Pack", GateKind.NOT_STATED, None, Ground(Whose.JOB, "no figure")))
    assert missing.formula is not None
    assert "not known is never called fit" in missing.formula
    assert missing.coefficients == ()


def test_a_signed_plan_tells_what_was_proven_then(session: Session, therapist: Actor, plannable: int) -> None:
    page = _page(session, therapist, plannable)
    outcome, breaks, made_from = page.ground.plan.outcome, page.ground.brief.breaks, page.plan.made_from
    assert outcome is not None
    assert signed_hours_panel(outcome, breaks, made_from).result == outcome.status.label
    by_hand = signed_hours_panel(None, breaks, made_from)
    assert by_hand.steps == ()
    assert "set by hand" in by_hand.result


def test_costs_lead_to_the_survey_and_say_they_are_a_convention() -> None:
    panel = cost_panel()
    assert len(panel.coefficients) == len(knowledge().costs.figures)
    assert "convention" in panel.result


def test_effort_that_is_taken_to_grow_leads_to_the_cohorts_and_to_no_permission(
    session: Session, therapist: Actor, case: Case
) -> None:
    demand = Demand(DemandKind.POWER_GRIP, Hand.RIGHT, force_n=60.0, duty_cycle=0.2, hours_per_day=4.0)
    task = Task("Pack", essential=True, hours_per_day=4.0, demands=(demand,))
    make_plannable(session, case, JobProfile("Packer", shift=Shift(4.0, 5.0), tasks=(task,)))
    page = _page(session, therapist, case.id)
    ground = page.ground
    dose = next(each for each in ground.brief.doses if each.id == "effort-right")
    # Published growth alone: this patient's own lower edge allows none yet.
    forecast = strength_forecast(ground.findings.operations, ground.figures.recovery)
    expected = replace(expectation_of(ground), forecast=forecast)
    assert forecast is not None
    (weights,) = dose.weights
    lighter = tuple(each - week for week, each in enumerate(weights.per_half_hour))
    dose = replace(dose, weights=(replace(weights, per_half_hour=lighter),))
    panel = dose_panel(dose, expected)
    shown = {line.name: line.value for line in panel.inputs}
    own = page.ground.done.capacity.strength(DemandKind.POWER_GRIP, Side.RIGHT)
    assert own is not None
    last = page.ground.brief.start + timedelta(weeks=page.ground.brief.weeks - 1)
    share = forecast.share(own.kind, own.side, own.measured_on, last)
    assert share > 1.0
    assert shown["Power grip, last week of the plan"] == f"{share:.0%} of what was measured"
    cohorts = {row.source for row in knowledge().recovery.rows}
    assert cohorts & set(panel.sources)
    assert knowledge().mae.exponent.source in panel.sources
    assert OPENS_NOTHING in panel.cautions
