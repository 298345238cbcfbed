from dataclasses import replace
from datetime import date

import pytest
from brute_force import best_of_all
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bench.schedule_cases import MADE_UP, START, case
from job_profiles.kinds import DemandKind
from rtw.domain.hands import Side
from rtw.domain.optimise.feasible import Effort
from rtw.domain.optimise.outcome import Goal, Outcome, SolveStatus
from rtw.domain.optimise.solve import solve
from rtw.domain.optimise.worth import Variant, earliest, relaxations, worth
from rtw.domain.schedule.brief import (
    Dose,
    Gate,
    GateKind,
    Growth,
    MinDay,
    Offer,
    OpenedGate,
    Requirement,
    RestRule,
    ScheduleBrief,
    TaskNeed,
    TaskWeight,
    TimeAway,
)
from rtw.domain.schedule.checker import check
from rtw.domain.schedule.edits import add_half_hours
from rtw.domain.schedule.rules import rules_of, without
from rtw.domain.schedule.values import BindKind, BreakRule
from rtw.domain.schedule.wording import week_in_words

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
MODEST = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def clerk(weeks: int = 8, **limits: object) -> ScheduleBrief:
    """Typing 6 h and filing 2 h a day; the right hand takes 2 h of typing and 1 h more each week."""
    typing = TaskNeed("Typing", essential=True, full=12, longest_bout_minutes=30)
    keys = Dose(
        "keys",
        "Keyboard use, right hand",
        DemandKind.KEYBOARDING,
        Side.RIGHT,
        "min",
        (TaskWeight("Typing", (30,) * weeks),),
        tuple(120 + 60 * week for week in range(weeks)),
        MADE_UP,
    )
    plain = ScheduleBrief(
        start=START,
        weeks=weeks,
        tasks=(typing, TaskNeed("Filing", essential=False, full=4)),
        offer=Offer((0, 1, 2, 3, 4), 16, MADE_UP),
        requirement=Requirement(MADE_UP, begin_by_week=weeks),
        breaks=BreakRule(60, 5, "convention"),
        doses=(keys,),
        growth=Growth(8, 2, MADE_UP),
        min_day=MinDay(4, MADE_UP),
    )
    return replace(plain, **limits)


def value_of(outcome: Outcome, goal: Goal) -> int:
    return next(entry.value for entry in outcome.reached if entry.goal is goal)


def test_a_clerk_reaches_full_duty_as_soon_as_the_hand_allows():
    outcome = solve(clerk())
    assert outcome.status is SolveStatus.PROVEN_OPTIMAL
    assert outcome.schedule is not None
    assert outcome.schedule.full_duty_week == outcome.earliest_full_duty_week == 5
    assert outcome.sentence == (
        "Full duty from week 5. Within these limits none reaches it before week 5. "
        "Proven best within these limits."
    )
    assert [week.hours for week in outcome.schedule.weeks] == [20, 25, 30, 35, 40, 40, 40, 40]
    assert week_in_words(outcome.schedule, outcome.schedule.weeks[0]) == (
        "Mon to Fri 4 h, Typing in bouts of at most 30 min"
    )


def test_each_week_says_what_binds_it():
    outcome = solve(clerk())
    assert outcome.schedule is not None
    first, last = outcome.schedule.weeks[0], outcome.schedule.weeks[-1]
    assert [bind.kind for bind in first.binds] == [BindKind.DOSE, BindKind.GROWTH]
    assert first.binds[0].limit.startswith("Keyboard use, right hand: at most 2 h a day")
    assert first.binds[0].side is Side.RIGHT
    assert first.binds[1].limit.startswith("At most 4 h a day this week")
    assert last.binds == ()


def test_work_left_out_for_the_reserve_is_said_to_be():
    keys = clerk().doses[0]
    both = replace(keys, weights=(*keys.weights, TaskWeight("Filing", (5,) * 8)))
    outcome = solve(clerk(doses=(both,), growth=None))
    assert outcome.schedule is not None
    assert outcome.schedule.full_duty_week == 6
    first = outcome.schedule.weeks[0]
    assert [(entry.task, entry.half_hours) for entry in first.days[0].tasks] == [("Typing", 4)]
    assert [bind.kind for bind in outcome.schedule.weeks[4].binds] == [BindKind.DOSE]
    slack = solve(clerk(doses=(replace(both, daily=(135,) * 8),), growth=None))
    assert slack.schedule is not None
    assert BindKind.RESERVE in {bind.kind for bind in slack.schedule.weeks[0].binds}


def test_a_gate_is_opened_by_a_signature_never_by_the_weeks_ahead():
    shut = Gate("Typing", GateKind.PEAK, Side.RIGHT, MADE_UP)
    closed = solve(clerk(gates=(shut,)))
    assert closed.closed_tasks == ("Typing",)
    assert closed.schedule is not None
    assert closed.schedule.full_duty_week is None
    assert all(day.half_hours_of("Typing") == 0 for week in closed.schedule.weeks for day in week.days)
    assert closed.reached_week == 1
    assert closed.sentence.startswith("Not full duty: Typing stays closed. All other tasks at full hours")
    signed = replace(shut, opened=OpenedGate(date(2026, 3, 16), "A. Therapist"))
    opened = solve(clerk(gates=(signed,)))
    assert opened.closed_tasks == ()
    assert opened.schedule is not None
    assert opened.schedule.full_duty_week == 7
    assert all(day.half_hours_of("Typing") == 0 for week in opened.schedule.weeks[:2] for day in week.days)


def test_a_shorter_day_than_the_jobs_is_not_full_duty():
    outcome = solve(clerk(offer=Offer((0, 1, 2, 3, 4), 14, MADE_UP)))
    assert outcome.schedule is not None
    assert outcome.schedule.full_duty_week is None
    assert outcome.schedule.weeks[-1].hours == 35
    assert BindKind.OFFER in {bind.kind for bind in outcome.schedule.weeks[-1].binds}


def test_treatment_in_working_time_does_not_undo_full_duty():
    outcome = solve(clerk(away=(TimeAway(2, weekday=1),)))
    assert outcome.schedule is not None
    assert outcome.schedule.full_duty_week == 5
    assert [day.half_hours for day in outcome.schedule.weeks[-1].days] == [16, 14, 16, 16, 16]
    assert check(outcome.schedule, clerk(away=(TimeAway(2, weekday=1),))) == ()


def test_out_of_reach_is_said_and_the_most_is_given():
    outcome = solve(clerk(weeks=3))
    assert outcome.status is SolveStatus.PROVEN_OPTIMAL
    assert outcome.reached_week is None
    assert outcome.earliest_full_duty_week == 4
    assert value_of(outcome, Goal.NEAREST) == 5 * 12
    assert outcome.sentence.startswith("Full duty is not reached within these weeks and limits.")


def test_without_tasks_or_workdays_there_is_no_plan():
    nothing = solve(clerk(tasks=(), doses=()))
    assert (nothing.status, nothing.conflicts) == (SolveStatus.NO_PLAN, ())
    shut = solve(clerk(weeks=1, offer=Offer((0,), 16, MADE_UP, closed_on=(START,))))
    assert shut.status is SolveStatus.NO_PLAN
    assert [rule.key for conflict in shut.conflicts for rule in conflict.rules] == ["closed"]


def test_a_week_of_seven_days_keeps_its_rest_days():
    rest = RestRule("rest", 1, 8, MADE_UP, max_days=5, max_in_a_row=3)
    outcome = solve(clerk(offer=Offer(tuple(range(7)), 16, MADE_UP), rests=(rest,)))
    assert outcome.schedule is not None
    assert outcome.schedule.full_duty_week is None
    worked = [[bool(day.tasks) for day in week.days] for week in outcome.schedule.weeks]
    assert all(sum(week) == 5 for week in worked)
    assert all(not all(week[first : first + 4]) for week in worked for first in range(4))


def test_days_in_a_row_are_counted_over_the_weekend():
    rest = RestRule("rest", 1, 4, MADE_UP, max_in_a_row=3)
    outcome = solve(clerk(weeks=4, offer=Offer(tuple(range(7)), 16, MADE_UP), rests=(rest,)))
    assert outcome.schedule is not None
    worked = [bool(day.tasks) for week in outcome.schedule.weeks for day in week.days]
    assert len(worked) == 28
    assert all(not all(worked[first : first + 4]) for first in range(25))
    assert sum(worked) == 21  # three of every four days, and no more fits


def test_a_rule_that_begins_later_looks_back_over_the_weekend():
    rest = RestRule("rest", 2, 2, MADE_UP, max_in_a_row=2)
    outcome = solve(clerk(weeks=2, offer=Offer((0, 5, 6), 16, MADE_UP), rests=(rest,)))
    assert outcome.schedule is not None
    first, second = ([bool(day.tasks) for day in week.days] for week in outcome.schedule.weeks)
    assert not (first[1] and first[2] and second[0])
    assert check(outcome.schedule, clerk(weeks=2, offer=Offer((0, 5, 6), 16, MADE_UP), rests=(rest,))) == ()


def test_equal_briefs_give_equal_answers():
    assert solve(case(7, weeks=6)) == solve(case(7, weeks=6))


def test_too_little_effort_is_no_proof():
    outcome = solve(case(15), Effort(deterministic_limit=1e-4))
    assert outcome.status in (SolveStatus.TIME_LIMIT, SolveStatus.FEASIBLE_NOT_PROVEN)
    assert (outcome.schedule is None) == (outcome.status is SolveStatus.TIME_LIMIT)
    assert outcome.conflicts == ()


def test_a_collision_is_named_and_each_member_frees_it():
    tight = clerk(gates=(Gate("Filing", GateKind.WOUND, Side.RIGHT, MADE_UP),), min_day=MinDay(6, MADE_UP))
    brief = replace(tight, requirement=Requirement(MADE_UP, begin_by_week=1))
    outcome = solve(brief)
    assert outcome.status is SolveStatus.NO_PLAN
    assert outcome.schedule is None
    (conflict,) = outcome.conflicts
    assert {rule.key for rule in conflict.rules} == {"gate-0", "keys", "min-day"}
    assert conflict.frees == conflict.rules
    assert "Keyboard use, right hand: at most 2 h a day in week 1" in conflict.sentence
    assert conflict.advice.startswith("Any one of these frees it: ")
    for rule in conflict.rules:
        assert solve(without(brief, (rule,))).schedule is not None


def test_a_deadline_that_cannot_be_met_is_a_collision():
    outcome = solve(clerk(requirement=Requirement(MADE_UP, 8, full_duty_by_week=3)))
    assert outcome.status is SolveStatus.NO_PLAN
    named = [{rule.key for rule in conflict.rules} for conflict in outcome.conflicts]
    assert {"full-duty", "keys"} in named
    freeing = [{rule.key for rule in conflict.frees} for conflict in outcome.conflicts]
    assert all(keys == {"full-duty"} for keys in freeing)
    assert "full duty by week 3" in outcome.conflicts[0].sentence
    assert {"full-duty", "growth"} in named


def test_what_an_accommodation_is_worth_in_days():
    brief = clerk()
    easier = replace(brief.doses[0], weights=(TaskWeight("Typing", (15,) * 8),))
    found = worth(brief, (Variant("Dictation", replace(brief, doses=(easier,))), *relaxations(brief)))
    by_name = {one.name: one for one in found}
    assert (by_name["Dictation"].days_sooner, by_name["Dictation"].at_least) == (0, False)
    assert found[0].days_sooner == max(one.days_sooner or 0 for one in found)
    slow = clerk(growth=Growth(16, 2, MADE_UP))
    faster = replace(slow, doses=(easier,))
    (dictation,) = worth(slow, (Variant("Dictation", faster),))
    assert (dictation.days_sooner, dictation.with_it.full_duty_week) == (21, 2)


@MODEST
@given(seed=st.integers(0, 10_000), weeks=st.integers(1, 6), tasks=st.integers(1, 5))
def test_every_solved_schedule_passes_the_checker(seed: int, weeks: int, tasks: int):
    brief = case(seed, weeks, tasks)
    outcome = solve(brief)
    if outcome.schedule is None:
        assert outcome.status is SolveStatus.NO_PLAN
        assert outcome.conflicts
        assert all(solve(without(brief, c.frees[:1])).schedule for c in outcome.conflicts if c.frees)
    else:
        assert check(outcome.schedule, brief) == ()


@MODEST
@given(seed=st.integers(0, 10_000), task=st.integers(0, 2), place=st.integers(0, 3), more=st.integers(1, 4))
def test_more_essential_work_than_the_best_breaks_a_rule(seed: int, task: int, place: int, more: int):
    """Adding essential work to all worked days of a week of the proven best must break something."""
    brief = case(seed, weeks=4, tasks=3)
    outcome, need = solve(brief), brief.tasks[task]
    assume(outcome.schedule is not None and outcome.status is SolveStatus.PROVEN_OPTIMAL and need.essential)
    changed, week = outcome.schedule, outcome.schedule.weeks[place]
    worked = [day for day in week.days if day.tasks]
    assume(worked)
    for day in worked:
        changed = add_half_hours(changed, week.index, day.weekday, need.name, more)
    assert check(changed, brief)


@MODEST
@given(seed=st.integers(0, 10_000), place=st.integers(0, 1000))
def test_loosening_a_limit_never_makes_full_duty_later(seed: int, place: int):
    brief = case(seed, weeks=6, tasks=4)
    rules = rules_of(brief)
    before = earliest(brief)
    after = earliest(without(brief, (rules[place % len(rules)],)))
    assert set(after.closed_tasks) <= set(before.closed_tasks)
    if before.full_duty_week is not None:
        assert after.full_duty_week is not None
        assert after.full_duty_week <= before.full_duty_week


@st.composite
def tiny_briefs(draw: st.DrawFn) -> ScheduleBrief:
    """Two days a week for two weeks, also Monday and Sunday, two tasks of a few half-hours."""
    needs = (
        TaskNeed("A", draw(st.booleans()), draw(st.integers(1, 3)), draw(st.integers(1, 2))),
        TaskNeed("B", draw(st.booleans()), draw(st.integers(1, 2))),
    )
    needs = tuple(replace(need, min_block=min(need.min_block, need.full)) for need in needs)
    doses = tuple(_tiny_dose(draw, name) for name in draw(st.sampled_from((("x",), ("x", "y")))))
    return ScheduleBrief(
        start=START,
        weeks=2,
        tasks=needs,
        offer=Offer(draw(st.sampled_from(((0, 1), (0, 6)))), draw(st.integers(2, 5)), MADE_UP),
        requirement=Requirement(MADE_UP, 2),
        breaks=BreakRule(60, 5, "convention"),
        doses=doses,
        growth=draw(st.sampled_from((None, Growth(2, 1, MADE_UP), Growth(1, 2, MADE_UP)))),
        min_day=draw(st.sampled_from((None, MinDay(2, MADE_UP)))),
        rests=draw(
            st.sampled_from(
                (
                    (),
                    (RestRule("one", 1, 1, MADE_UP, max_days=1),),
                    (RestRule("row", 1, 2, MADE_UP, max_in_a_row=1),),
                    (RestRule("later", 2, 2, MADE_UP, max_in_a_row=1),),
                )
            )
        ),
    )


def _tiny_dose(draw: st.DrawFn, name: str) -> Dose:
    weights = tuple(TaskWeight(task, (draw(st.integers(0, 9)),) * 2) for task in ("A", "B"))
    daily = tuple(draw(st.integers(0, 40)) for _ in range(2))
    weekly = draw(st.sampled_from((None, (30, 60))))
    return Dose(name, name, None, None, "min", weights, daily, MADE_UP, weekly)


@FEW
@given(brief=tiny_briefs())
def test_the_solver_is_as_good_as_trying_everything(brief: ScheduleBrief):
    best, outcome = best_of_all(brief), solve(brief)
    if best is None:
        assert outcome.status is SolveStatus.NO_PLAN
        return
    assert outcome.status is SolveStatus.PROVEN_OPTIMAL
    found = tuple(
        next((entry.value for entry in outcome.reached if entry.goal is goal), 0)
        for goal in (Goal.FULL_DUTY, Goal.NEAREST, Goal.ESSENTIAL, Goal.RESERVE, Goal.CHANGES)
    )
    assert found == best


@pytest.mark.parametrize("seed", [3, 4, 19])
def test_the_bench_cases_are_proven(seed: int):
    outcome = solve(case(seed))
    assert outcome.status is SolveStatus.PROVEN_OPTIMAL
    assert all(entry.proven for entry in outcome.reached)
