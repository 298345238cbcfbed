"""The end of a dated limit permits nothing: what nobody measured is unknown again from that day on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.assessed_capacity import CapacityCoefficients
from rtw.domain.assessment.assessment import Assessment, StatedLimit, Tolerance
from rtw.domain.assessment.operation import Operation, PatientFacts, Procedure
from rtw.domain.capacity import Quantity
from rtw.domain.closed_tasks import closed_tasks
from rtw.domain.exposure.mae import MaeCoefficients
from rtw.domain.hands import Side
from rtw.domain.matching.coefficients import MatchCoefficients, VibrationLimits
from rtw.domain.planning import CaseFindings, Figures, brief_for, matched, planned
from rtw.domain.schedule.brief import GateKind, OpenedGate
from rtw.domain.schedule.settings import PlanSettings, SignedOpening

MONDAY, TODAY = date(2026, 3, 2), date(2026, 2, 27)
ENDS = date(2026, 3, 15)
FIGURES = Figures(
    MatchCoefficients(MaeCoefficients(0.24, 1 / 28800, 0.5, 0.07, "mae"), VibrationLimits(2.5, 5.0, "hav")),
    CapacityCoefficients(),
)
KEYS = Demand(DemandKind.KEYBOARDING, Hand.RIGHT, hours_per_day=3.0, longest_bout_h=0.5)
JOB = JobProfile("Clerk", shift=Shift(4.0, 5.0), tasks=(Task("Typing", True, 4.0, demands=(KEYS,)),))
SETTINGS = PlanSettings(MONDAY, weeks=6)
BANNED = StatedLimit(DemandKind.KEYBOARDING, Quantity.PERMITTED, 0.0, until=ENDS)
TWO_HOURS = StatedLimit(DemandKind.KEYBOARDING, Quantity.HOURS_PER_DAY, 2.0, until=ENDS)
TOLERANCES = (Tolerance(DemandKind.KEYBOARDING, Side.RIGHT, 30.0, 120.0),)


def plan_of(*limits: StatedLimit, settings: PlanSettings = SETTINGS, tolerances=(), operations=()):
    visit = Assessment(TODAY, "therapist", tolerances=tolerances)
    findings = CaseFindings(JOB, PatientFacts(Side.RIGHT), operations, (visit,), limits)
    return planned(brief_for(findings, matched(findings, FIGURES, TODAY), FIGURES, settings))


def worked_after(plan) -> bool:
    weeks = plan.outcome.schedule.weeks if plan.outcome.schedule else ()
    return any(day.tasks for week in weeks if week.monday > ENDS for day in week.days)


def test_a_ban_that_ends_opens_nothing_that_was_not_measured():
    plan = plan_of(BANNED)
    assert plan.outcome.schedule is None
    assert {gate.kind for gate in plan.brief.gates} == {GateKind.DATED, GateKind.NOT_MEASURED}
    assert [closed.until for closed in closed_tasks(plan.brief, MONDAY + timedelta(weeks=1))] == [None]


def test_hours_a_surgeon_allowed_until_a_day_allow_none_after_it():
    plan = plan_of(TWO_HOURS)
    assert plan.outcome.schedule is not None
    assert plan.outcome.schedule.weeks[0].half_hours > 0
    assert not worked_after(plan)
    (gate,) = plan.brief.gates
    assert (gate.kind, gate.since) == (GateKind.NOT_MEASURED, ENDS + timedelta(days=1))
    assert gate.ground.words.endswith("once the limit until 15 March 2026 has ended")


@pytest.mark.parametrize("limit", [BANNED, TWO_HOURS])
def test_what_was_measured_carries_on_after_the_limit(limit):
    plan = plan_of(limit, tolerances=TOLERANCES)
    assert worked_after(plan)
    assert {gate.kind for gate in plan.brief.gates} <= {GateKind.DATED}


def test_the_next_limit_takes_over_from_the_one_that_ended():
    later = replace(TWO_HOURS, since=ENDS + timedelta(days=1), until=None)
    plan = plan_of(TWO_HOURS, later)
    assert worked_after(plan)
    assert plan.violations == ()


def test_a_signed_reassessment_opens_what_the_lapse_shut():
    opening = SignedOpening("Typing", OpenedGate(TODAY, "therapist"))
    plan = plan_of(TWO_HOURS, settings=replace(SETTINGS, openings=(opening,)))
    assert worked_after(plan)


@pytest.mark.parametrize(
    ("side", "procedure", "goes_on"),
    [
        (Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, False),
        (Side.LEFT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, True),
        (Side.RIGHT, Procedure.CONSERVATIVE, True),
    ],
)
def test_nothing_found_before_an_operation_to_come_counts_after_it(side, procedure, goes_on):
    operation = Operation(side, procedure, ENDS + timedelta(days=1))
    plan = plan_of(tolerances=TOLERANCES, operations=(operation,))
    assert plan.outcome.schedule is not None
    assert plan.outcome.schedule.weeks[0].half_hours > 0
    assert worked_after(plan) is goes_on
    words = [gate.ground.words for gate in plan.brief.gates]
    assert goes_on or words[0].endswith("from the operation of 16 March 2026 on")
