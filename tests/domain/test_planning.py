"""The steps of planning together: from findings to a checked schedule and proposed restrictions."""

from dataclasses import replace
from datetime import date, time

import pytest

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.accommodation.kinds import Category, Change, CostBand, EffectBasis, Evidence
from rtw.domain.accommodation.values import Accommodation, Effect
from rtw.domain.assessed_capacity import CapacityCoefficients
from rtw.domain.assessment.assessment import Assessment, SafeLoad, StatedLimit, Tolerance
from rtw.domain.assessment.findings import GripAtRung, HandFindings
from rtw.domain.assessment.operation import Operation, PatientFacts, Procedure
from rtw.domain.capacity import Basis, Quantity
from rtw.domain.exposure.mae import MaeCoefficients
from rtw.domain.gap import Override
from rtw.domain.hands import Side
from rtw.domain.matching.coefficients import MatchCoefficients, VibrationLimits
from rtw.domain.matching.gaps import GapOverride
from rtw.domain.measurement import AmountUnit, Trials
from rtw.domain.optimise.outcome import SolveStatus
from rtw.domain.plan import TreatmentTime
from rtw.domain.planning import CaseFindings, Figures, brief_for, matched, planned, strength_forecast
from rtw.domain.restrictions import proposed_restrictions, unsent_limits
from rtw.domain.schedule.check_restrictions import check_restrictions
from rtw.domain.schedule.checker import check
from rtw.domain.schedule.edits import with_full_duty_week
from rtw.domain.schedule.settings import BREAKS
from rtw.domain.schedule.wishes import ScheduleWishes, next_review, settings_of, time_away
from rtw.domain.verdicts import TaskVerdict, Verdict

MONDAY = date(2026, 3, 2)
TODAY = date(2026, 2, 27)
REVIEW = date(2026, 3, 16)
FIGURES = Figures(
    MatchCoefficients(MaeCoefficients(0.24, 1 / 28800, 0.5, 0.07, "mae"), VibrationLimits(2.5, 5.0, "hav")),
    CapacityCoefficients(),
)


def typing(hours: float) -> JobProfile:
    demand = Demand(DemandKind.KEYBOARDING, Hand.RIGHT, hours_per_day=hours, longest_bout_h=0.5)
    lift = Demand(DemandKind.LIFTING, Hand.BOTH, load_kg=3.0, hours_per_day=0.5)
    tasks = (Task("Typing", True, hours, demands=(demand,)), Task("Filing", False, 1.0, demands=(lift,)))
    return JobProfile("Clerk", shift=Shift(hours + 1.0, 5.0), tasks=tasks)


def case(day_min: float = 120.0, *limits: StatedLimit) -> CaseFindings:
    visit = Assessment(
        TODAY,
        "therapist",
        hands=(HandFindings(Side.LEFT, unaffected=True),),
        tolerances=(Tolerance(DemandKind.KEYBOARDING, Side.RIGHT, 30.0, day_min),),
        therapist_limits=(StatedLimit(DemandKind.LIFTING, Quantity.LOAD_KG, 5.0),),
    )
    return CaseFindings(typing(4.0), PatientFacts(Side.RIGHT), (), (visit,), limits)


def plan_of(findings: CaseFindings, wishes: ScheduleWishes | None = None):
    settings = settings_of(wishes or ScheduleWishes(start=MONDAY, weeks=10), (), BREAKS, TODAY)
    done = matched(findings, FIGURES, TODAY)
    return done, planned(brief_for(findings, done, FIGURES, settings))


def test_tolerated_hours_bound_the_first_week_and_grow_to_full_duty():
    done, plan = plan_of(case())
    assert [task.verdict for task in done.adapted.tasks] == [
        TaskVerdict.SUITABLE_WITH_MODIFICATION,
        TaskVerdict.SUITABLE,
    ]
    assert plan.outcome.status is SolveStatus.PROVEN_OPTIMAL
    assert plan.violations == ()
    first = plan.outcome.schedule.weeks[0]
    assert max(day.half_hours_of("Typing") for day in first.days) == 4


@pytest.mark.parametrize("minutes", [60.0, 120.0, 180.0, 240.0])
def test_a_better_tolerance_never_comes_later_to_full_duty(minutes):
    def week(amount: float) -> int:
        return plan_of(case(amount))[1].outcome.reached_week or 99

    assert week(minutes + 30.0) <= week(minutes)


@pytest.mark.parametrize(
    ("hours", "stretch", "minutes"), [(4.0, None, 30), (4.0, 0.4, None), (0.0, None, None)]
)
def test_a_stretch_binds_only_a_task_that_can_reach_it(hours, stretch, minutes):
    demand = Demand(DemandKind.KEYBOARDING, Hand.RIGHT, hours_per_day=hours, longest_bout_h=stretch)
    profile = JobProfile(
        "Clerk", shift=Shift(8.0, 5.0), tasks=(Task("Typing", True, 4.0, demands=(demand,)),)
    )
    _, plan = plan_of(replace(case(), profile=profile))
    assert plan.brief.tasks[0].longest_bout_minutes == minutes


def test_a_surgeons_no_keeps_the_task_shut_until_its_date():
    no_lifting = StatedLimit(DemandKind.LIFTING, Quantity.LOAD_KG, 0.0, None, MONDAY, date(2026, 3, 29))
    _, plan = plan_of(case(240.0, no_lifting))
    weeks = plan.outcome.schedule.weeks
    assert all(day.half_hours_of("Filing") == 0 for week in weeks[:4] for day in week.days)
    assert any(day.half_hours_of("Filing") for day in weeks[4].days)


def test_what_nobody_measured_is_never_scheduled():
    unknown = replace(case(), assessments=())
    _, plan = plan_of(unknown)
    assert plan.outcome.schedule is None or plan.outcome.schedule.weeks[0].half_hours == 0


def test_restrictions_are_those_the_schedule_keeps():
    done, plan = plan_of(case())
    found = proposed_restrictions(done.adapted, done.capacity, plan.brief, REVIEW, FIGURES.match.mae)
    hours = next(r for r in found if r.quantity is Quantity.HOURS_PER_DAY)
    assert (hours.value, hours.basis) == (2.0, Basis.PATIENT)
    until_review = [week for week in plan.outcome.schedule.weeks if week.monday <= REVIEW]
    assert {day.half_hours_of("Typing") for week in until_review for day in week.days} == {4}


@pytest.mark.parametrize(("reviewed", "grows_in"), [(None, 4), (date(2026, 3, 30), 6), (date(2026, 6, 1), 0)])
def test_what_is_expected_to_have_grown_counts_only_after_the_review(reviewed, grows_in):
    settings = settings_of(ScheduleWishes(start=MONDAY, weeks=10), (), BREAKS, TODAY, reviewed)
    done = matched(case(), FIGURES, TODAY)
    plan = planned(brief_for(case(), done, FIGURES, settings))
    caps = next(dose for dose in plan.brief.doses if dose.kind is DemandKind.KEYBOARDING).daily
    grown = [week for week, minutes in enumerate(caps, 1) if minutes > 120]
    assert (grown[0] if grown else 0) == grows_in
    assert caps[-1] == (228 if grown else 120)
    found = proposed_restrictions(
        done.adapted, done.capacity, plan.brief, settings.review_on, FIGURES.match.mae
    )
    schedule, job = plan.outcome.schedule, done.profile
    assert check_restrictions(schedule, job, found, Side.RIGHT) == ()
    words = [bind.limit for week in schedule.weeks for bind in week.binds if "Keyboard" in bind.limit]
    assert words[0].startswith("Keyboard use, right hand: at most 2 h a day (tolerated")
    assert all("expected after the review, today 2 h" in one for one in words if "most 2 h" not in one)


def test_a_restriction_begins_with_the_plan_and_a_clinicians_limit_is_among_them():
    operated = StatedLimit(
        DemandKind.PULLING, Quantity.FORCE_N, 40.0, Side.RIGHT, date(2026, 1, 5), None, "x"
    )
    done, plan = plan_of(case(120.0, operated))
    found = proposed_restrictions(done.adapted, done.capacity, plan.brief, REVIEW, FIGURES.match.mae)
    assert all(restriction.since >= MONDAY for restriction in found)
    assert {(r.kind, r.value) for r in found if r.basis is Basis.SURGEON} == {(DemandKind.PULLING, 40.0)}
    assert {(r.kind, r.value) for r in found if r.basis is Basis.CLINICIAN} == {(DemandKind.LIFTING, 5.0)}


def test_the_forecast_follows_the_hand_operated_on_last():
    first = Operation(Side.LEFT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, date(2025, 6, 2))
    last = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, date(2026, 1, 5))
    assert strength_forecast((first, last), ()).side is Side.RIGHT
    assert strength_forecast((Operation(Side.LEFT, Procedure.CONSERVATIVE),), ()) is None


def test_the_review_is_never_in_the_past():
    assert next_review(MONDAY, date(2026, 5, 1)) == date(2026, 5, 2)
    assert next_review(MONDAY, TODAY) == REVIEW


@pytest.mark.parametrize(("ends", "blocks"), [(time(15, 0), 0), (time(15, 30), 1), (time(15, 31), 2)])
def test_a_begun_half_hour_of_treatment_counts_in_full(ends, blocks):
    assert time_away(TreatmentTime(2, time(15, 0), ends, MONDAY)).half_hours == blocks


def test_the_therapists_own_figures_name_her_as_their_origin():
    wishes = ScheduleWishes(
        start=MONDAY, weeks=4, first_day_hours=2.0, day_grows_by_hours=0.5, shortest_day_hours=1.0
    )
    settings = settings_of(wishes, (), BREAKS, TODAY)
    assert settings.first_day is not None
    assert (settings.first_day.value, settings.day_step.value, settings.min_day.value) == (4, 1, 2)
    grounds = (settings.first_day.ground, settings.day_step.ground, settings.min_day.ground)
    assert {ground.origin.value for ground in grounds} == {"therapist"}


def test_without_a_start_the_plan_begins_on_the_next_monday():
    assert settings_of(ScheduleWishes(), (), BREAKS, TODAY).start == MONDAY
    assert settings_of(ScheduleWishes(), (), BREAKS, MONDAY).start == date(2026, 3, 9)


def without_lifting(*tasks: str) -> ChosenEffect:
    takes_it_away = Effect(
        Change.REMOVE, EffectBasis.ARITHMETIC, "what is taken away is not done", (DemandKind.LIFTING,)
    )
    entry = Accommodation(
        "colleague_lifts",
        "A colleague lifts",
        Category.TASK_CHANGE,
        CostBand.NONE,
        Evidence.ARITHMETIC,
        "A colleague does the lifting.",
        "",
        (takes_it_away,),
    )
    return ChosenEffect(entry, tasks)


def taken_over(task: str) -> ChosenEffect:
    lifts = without_lifting(task)
    (effect,) = lifts.accommodation.effects
    whole = replace(effect, kinds=(), every_kind=True)
    return replace(lifts, accommodation=replace(lifts.accommodation, effects=(whole,)))


@pytest.mark.parametrize(
    ("task", "answer"),
    [
        ("Typing", "Not full duty: Typing is handed over. All other tasks at full hours from week 1."),
        ("Filing", "Full duty from week"),
    ],
)
def test_a_job_without_its_essential_task_is_never_called_full_duty(task, answer):
    _, plan = plan_of(replace(case(240.0), chosen=(taken_over(task),)))
    assert plan.violations == ()
    assert plan.outcome.sentence.startswith(answer)
    claimed = plan.outcome.schedule.full_duty_week
    assert (claimed is None) == (task == "Typing")
    edited = with_full_duty_week(plan.outcome.schedule, plan.brief)
    assert edited.full_duty_week == claimed
    boasting = replace(plan.outcome.schedule, full_duty_week=plan.outcome.reached_week)
    assert bool(check(boasting, plan.brief)) == (task == "Typing")


@pytest.mark.parametrize(("index", "kind"), [(0, DemandKind.LIFTING), (1, DemandKind.KEYBOARDING)])
def test_a_therapists_verdict_stays_with_its_demand_when_another_falls_away(index, kind):
    lift = Demand(DemandKind.LIFTING, Hand.BOTH, load_kg=3.0, hours_per_day=0.5)
    first, second = (Demand(DemandKind.KEYBOARDING, Hand.RIGHT, hours_per_day=h) for h in (4.0, 3.0))
    task = Task("Typing", True, 4.0, demands=(lift, first, second))
    override = GapOverride("Typing", index, kind, Side.RIGHT, Override(Verdict.WITHIN, "seen at work", "T"))
    findings = replace(
        case(60.0),
        profile=JobProfile("Clerk", shift=Shift(8.0, 5.0), tasks=(task,)),
        overrides=(override,),
        chosen=(without_lifting(),),
    )
    gaps = matched(findings, FIGURES, TODAY).adapted.tasks[0].gaps
    kept = [gap.demand for gap in gaps if gap.override is not None]
    assert kept == ([first] if kind is DemandKind.KEYBOARDING else [])


def test_what_two_hands_lifted_is_no_figure_for_one():
    visit = Assessment(
        TODAY, "therapist", safe_loads=(SafeLoad(DemandKind.LIFTING, 2.0, AmountUnit.KILOGRAM),)
    )
    findings = replace(case(), assessments=(visit,))
    done, plan = plan_of(findings)
    found = proposed_restrictions(done.adapted, done.capacity, plan.brief, REVIEW, FIGURES.match.mae)
    lifts = [(r.side, r.value) for r in found if r.kind is DemandKind.LIFTING]
    assert lifts == [(None, 2.0)]


def test_a_force_that_only_tires_is_kept_by_hours_and_not_by_a_printed_force():
    grip = Demand(
        DemandKind.POWER_GRIP, Hand.RIGHT, force_n=60.0, hours_per_day=3.0, duty_cycle=0.6, longest_bout_h=0.5
    )
    tested = HandFindings(Side.RIGHT, grip=(GripAtRung(Trials((200.0,), AmountUnit.NEWTON)),))
    visit = Assessment(TODAY, "therapist", hands=(tested,))
    task = Task("Press", True, 3.0, demands=(grip,))
    findings = replace(
        case(), assessments=(visit,), profile=JobProfile("Presser", shift=Shift(3.0, 5.0), tasks=(task,))
    )
    done, plan = plan_of(findings)
    assert done.adapted.tasks[0].gaps[0].verdict is Verdict.EXCEEDS
    found = proposed_restrictions(done.adapted, done.capacity, plan.brief, REVIEW, FIGURES.match.mae)
    assert [r for r in found if r.quantity is Quantity.FORCE_N] == []


def test_what_exceeds_and_stands_in_no_restriction_is_told():
    heavy = StatedLimit(DemandKind.LIFTING, Quantity.LOAD_KG, 1.0)
    done, plan = plan_of(case(120.0, heavy))
    (found,) = (each for each in unsent_limits(done.as_it_stands, ()) if each.kind is DemandKind.LIFTING)
    assert found.tasks == ("Filing",)
    assert "no restriction on it will be sent" in found.words
    proposed = proposed_restrictions(done.adapted, done.capacity, plan.brief, REVIEW, FIGURES.match.mae)
    assert unsent_limits(done.as_it_stands, proposed) == ()
