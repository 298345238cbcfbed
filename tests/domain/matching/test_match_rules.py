"""From gaps to tasks and the job, what stands beside a gap, and what would settle most."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from clinic_samples import COEFFICIENTS, TODAY, capacity, gaps, grip, job, limit, right, strength

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Shift, Task
from rtw.domain.asked_figure import AskedFigure
from rtw.domain.assessment.assessment import PerceivedDifficulty
from rtw.domain.capacity import Basis, HandState, Quantity, Sensation, StrengthHold
from rtw.domain.gap import Override
from rtw.domain.hands import Side
from rtw.domain.matching.compare_change import changes
from rtw.domain.matching.gaps import GapOverride
from rtw.domain.matching.match import match
from rtw.domain.matching.verdict import unsaid
from rtw.domain.verdicts import TaskVerdict, Verdict

K = DemandKind
STRONG = strength(K.POWER_GRIP, Side.RIGHT, 300.0, 30.0)
TYPING = limit(K.KEYBOARDING, Quantity.HOURS_PER_DAY, 3.0)
LIGHT = grip(30.0, duty_cycle=0.1)
HEAVY = grip(200.0, duty_cycle=0.5)


def verdict_of(*demands: Demand, able=None, coefficients=COEFFICIENTS, **task) -> TaskVerdict:
    return match(job(*demands, **task), able or capacity(STRONG, TYPING), coefficients).tasks[0].verdict


def test_a_task_is_suitable_when_every_demand_is_within() -> None:
    assert verdict_of(LIGHT, Demand(K.KEYBOARDING, Hand.RIGHT, hours_per_day=2)) is TaskVerdict.SUITABLE


def test_marginal_counts_as_suitable_and_is_named() -> None:
    task = match(job(grip(125.0, duty_cycle=0.1)), capacity(STRONG), COEFFICIENTS).tasks[0]
    assert task.verdict is TaskVerdict.SUITABLE
    assert task.gaps[0].computed is Verdict.MARGINAL
    assert any("marginal" in reason for reason in task.reasons)


def test_too_many_hours_can_be_modified_but_too_much_force_cannot() -> None:
    assert (
        verdict_of(Demand(K.KEYBOARDING, Hand.RIGHT, hours_per_day=6))
        is TaskVerdict.SUITABLE_WITH_MODIFICATION
    )
    assert verdict_of(HEAVY) is TaskVerdict.NOT_SUITABLE


def test_a_known_accommodation_makes_force_modifiable_but_never_lifts_a_ban() -> None:
    with_tool = replace(COEFFICIENTS, accommodated=frozenset({K.POWER_GRIP}))
    assert verdict_of(HEAVY, coefficients=with_tool) is TaskVerdict.SUITABLE_WITH_MODIFICATION
    banned = capacity(STRONG, limit(K.POWER_GRIP, Quantity.PERMITTED, 0.0, basis=Basis.SURGEON))
    assert verdict_of(HEAVY, able=banned, coefficients=with_tool) is TaskVerdict.NOT_SUITABLE


def test_an_employer_who_cannot_change_the_task_is_believed() -> None:
    typing = Demand(K.KEYBOARDING, Hand.RIGHT, hours_per_day=6)
    assert verdict_of(typing, modifiable=False) is TaskVerdict.NOT_SUITABLE


def test_cannot_say_never_hides_behind_a_modification() -> None:
    unknown = Demand(K.HEAT, Hand.RIGHT)
    typing = Demand(K.KEYBOARDING, Hand.RIGHT, hours_per_day=6)
    assert verdict_of(LIGHT, unknown) is TaskVerdict.CANNOT_SAY
    assert verdict_of(typing, unknown) is TaskVerdict.CANNOT_SAY
    assert verdict_of(HEAVY, unknown) is TaskVerdict.NOT_SUITABLE


def test_what_exceeds_for_certain_does_not_hide_behind_what_cannot_be_said() -> None:
    with_tool = replace(COEFFICIENTS, accommodated=frozenset({K.POWER_GRIP}))
    unknown = Demand(K.HEAT, Hand.RIGHT)
    found = match(job(HEAVY, unknown), capacity(STRONG), with_tool)
    (task,) = found.tasks
    assert task.verdict is TaskVerdict.NOT_SUITABLE
    assert found.verdict is TaskVerdict.NOT_SUITABLE
    assert unsaid(task) == 1
    assert any("cannot say" in reason for reason in task.reasons)
    assert unsaid(match(job(HEAVY), capacity(STRONG), with_tool).tasks[0]) == 0


def test_one_hand_left_open_by_a_surgeon_hides_nothing_of_what_both_exceed() -> None:
    lift = Demand(K.LIFTING, Hand.BOTH, load_kg=18.0)
    able = capacity(
        limit(K.LIFTING, Quantity.LOAD_KG, 5.66, basis=Basis.MEASURED, side=None),
        limit(K.LIFTING, Quantity.LOAD_KG, 4.0, basis=Basis.SURGEON),
    )
    helped = replace(COEFFICIENTS, accommodated=frozenset({K.LIFTING}))
    (task,) = match(job(lift), able, helped).tasks
    assert {gap.verdict for gap in task.gaps} == {Verdict.EXCEEDS}
    assert (task.verdict, unsaid(task)) == (TaskVerdict.NOT_SUITABLE, 1)


def test_cannot_say_does_not_hide_behind_hours_of_the_same_demand_that_fewer_would_bring_down() -> None:
    able = capacity(
        limit(K.GROSS_HANDLING, Quantity.HOURS_PER_DAY, 3.0), limit(K.GROSS_HANDLING, Quantity.BOUT_H, 0.75)
    )
    profile = job(Demand(K.GROSS_HANDLING, Hand.RIGHT, hours_per_day=5))
    found = match(profile, able, COEFFICIENTS)
    assert found.tasks[0].gaps[0].verdict is Verdict.EXCEEDS
    assert found.tasks[0].verdict is TaskVerdict.CANNOT_SAY
    assert any("cannot say" in reason for reason in found.tasks[0].reasons)
    assert [count for _, count in found.settles] == [1]
    known = job(
        Demand(K.GROSS_HANDLING, Hand.RIGHT, hours_per_day=5, longest_bout_h=2.0, machine_paced=False)
    )
    assert match(known, able, COEFFICIENTS).tasks[0].verdict is TaskVerdict.SUITABLE_WITH_MODIFICATION


@pytest.mark.parametrize(
    ("kind", "paced", "stated", "unstated"),
    [
        (K.GROSS_HANDLING, None, TaskVerdict.CANNOT_SAY, TaskVerdict.CANNOT_SAY),
        (
            K.GROSS_HANDLING,
            False,
            TaskVerdict.SUITABLE_WITH_MODIFICATION,
            TaskVerdict.SUITABLE_WITH_MODIFICATION,
        ),
        (K.GROSS_HANDLING, True, TaskVerdict.NOT_SUITABLE, TaskVerdict.CANNOT_SAY),
        (
            K.KEYBOARDING,
            None,
            TaskVerdict.SUITABLE_WITH_MODIFICATION,
            TaskVerdict.SUITABLE_WITH_MODIFICATION,
        ),
        (K.KEYBOARDING, True, TaskVerdict.NOT_SUITABLE, TaskVerdict.CANNOT_SAY),
    ],
)
def test_a_stretch_too_long_never_opens_what_a_stretch_nobody_stated_shuts(
    kind: DemandKind, paced: bool | None, stated: TaskVerdict, unstated: TaskVerdict
) -> None:
    able = capacity(limit(kind, Quantity.HOURS_PER_DAY, 6.0), limit(kind, Quantity.BOUT_H, 0.75))
    open_ended = Demand(kind, Hand.RIGHT, hours_per_day=5, machine_paced=paced)
    assert verdict_of(replace(open_ended, longest_bout_h=2.0), able=able) is stated
    assert verdict_of(open_ended, able=able) is unstated
    assert verdict_of(replace(open_ended, longest_bout_h=0.5), able=able) is TaskVerdict.SUITABLE


def test_who_sets_the_pace_is_asked_where_only_pauses_would_shorten_a_stretch() -> None:
    able = capacity(
        limit(K.GROSS_HANDLING, Quantity.HOURS_PER_DAY, 6.0), limit(K.GROSS_HANDLING, Quantity.BOUT_H, 0.75)
    )
    long = Demand(K.GROSS_HANDLING, Hand.RIGHT, hours_per_day=5, longest_bout_h=2.0)
    found = match(job(long), able, COEFFICIENTS)
    ((missing, waiting),) = found.settles
    assert (missing.figure, missing.is_employers, waiting) == (AskedFigure.MACHINE_PACED, True, 1)
    for paced in (True, False):
        assert match(job(replace(long, machine_paced=paced)), able, COEFFICIENTS).settles == ()


def test_nothing_is_asked_of_a_demand_that_no_answer_could_make_fit() -> None:
    able = capacity(
        limit(K.GROSS_HANDLING, Quantity.PERMITTED, 0.0, basis=Basis.SURGEON),
        limit(K.GROSS_HANDLING, Quantity.BOUT_H, 0.75),
    )
    found = match(job(Demand(K.GROSS_HANDLING, Hand.RIGHT, hours_per_day=5)), able, COEFFICIENTS)
    assert found.tasks[0].verdict is TaskVerdict.NOT_SUITABLE
    assert found.settles == ()


def test_a_task_without_demands_and_a_job_without_tasks_cannot_be_said() -> None:
    assert verdict_of() is TaskVerdict.CANNOT_SAY
    assert match(JobProfile("Empty"), capacity(STRONG), COEFFICIENTS).verdict is TaskVerdict.CANNOT_SAY


def test_bouts_are_a_modification_and_say_so() -> None:
    able = capacity(TYPING, limit(K.KEYBOARDING, Quantity.BOUT_H, 0.5))
    task = match(job(Demand(K.KEYBOARDING, Hand.RIGHT, hours_per_day=2)), able, COEFFICIENTS).tasks[0]
    assert task.verdict is TaskVerdict.SUITABLE_WITH_MODIFICATION
    assert any("30 min" in reason for reason in task.reasons)


def test_for_either_hand_the_better_one_counts() -> None:
    sharp = Demand(K.SHARP_OR_MOVING, Hand.EITHER)
    states = (HandState(Side.LEFT, Sensation.NORMAL), HandState(Side.RIGHT, Sensation.LOSS_OF_PROTECTIVE))
    able = capacity(hands=states)
    assert [gap.computed for gap in gaps(sharp, able)] == [Verdict.WITHIN, Verdict.EXCEEDS]
    assert verdict_of(sharp, able=able) is TaskVerdict.SUITABLE
    assert verdict_of(replace(sharp, hand=Hand.EACH), able=able) is TaskVerdict.NOT_SUITABLE


def test_a_task_that_is_not_essential_can_be_left_out() -> None:
    tasks = (Task("Core", essential=True, demands=(LIGHT,)), Task("Extra", essential=False, demands=(HEAVY,)))
    profile = JobProfile("Job", shift=Shift(8.0), tasks=tasks)
    assert match(profile, capacity(STRONG), COEFFICIENTS).verdict is TaskVerdict.SUITABLE_WITH_MODIFICATION
    unsaid = replace(profile, tasks=(tasks[0], replace(tasks[1], essential=None)))
    assert match(unsaid, capacity(STRONG), COEFFICIENTS).verdict is TaskVerdict.NOT_SUITABLE


def test_an_override_counts_and_the_computed_verdict_stays_beside_it() -> None:
    entry = GapOverride(
        "Assembly", 0, K.POWER_GRIP, Side.RIGHT, Override(Verdict.WITHIN, "tried at work", "OT")
    )
    task = match(job(HEAVY), capacity(STRONG), COEFFICIENTS, overrides=(entry,)).tasks[0]
    assert (task.gaps[0].verdict, task.gaps[0].computed) == (Verdict.WITHIN, Verdict.EXCEEDS)
    assert task.verdict is TaskVerdict.SUITABLE
    assert any("tried at work" in reason for reason in task.reasons)


def test_an_override_does_not_follow_another_demand_into_its_row() -> None:
    entry = GapOverride("Assembly", 0, K.KEY_PINCH, Side.RIGHT, Override(Verdict.WITHIN, "tried", "OT"))
    task = match(job(HEAVY), capacity(STRONG), COEFFICIENTS, overrides=(entry,)).tasks[0]
    assert task.gaps[0].override is None


def test_the_patients_estimate_stands_beside_and_changes_nothing() -> None:
    estimates = (
        PerceivedDifficulty(K.POWER_GRIP, 4.0),
        PerceivedDifficulty(K.POWER_GRIP, 9.0, task="Assembly"),
        PerceivedDifficulty(K.POWER_GRIP, 1.0, task="Another"),
    )
    gap = match(job(LIGHT), capacity(STRONG), COEFFICIENTS, perceived=estimates).tasks[0].gaps[0]
    assert (gap.perceived, gap.computed) == (9.0, Verdict.WITHIN)


def test_the_measurement_that_settles_most_comes_first() -> None:
    demands = (
        Demand(K.HEAT, Hand.RIGHT),
        Demand(K.SHARP_OR_MOVING, Hand.RIGHT),
        Demand(K.CLIMBING, Hand.RIGHT),
    )
    settles = match(job(*demands), capacity(), COEFFICIENTS).settles
    assert [(missing.subject, count) for missing, count in settles] == [
        ("sensation:right", 2),
        ("hours_per_day:climbing:right", 1),
    ]


def test_a_figure_that_settles_alone_goes_before_one_that_only_helps() -> None:
    alone = Demand(K.CLIMBING, Hand.RIGHT)
    twice = Demand(K.TOOL_USE, Hand.RIGHT, force_n=10.0, torque_n_m=2.0)
    settles = match(job(twice, twice, alone), capacity(), COEFFICIENTS).settles
    assert settles[0][0].subject == "hours_per_day:climbing:right"
    assert {(missing.subject, count) for missing, count in settles[1:]} == {
        ("strength:power_grip:right", 2),
        ("torque_n_m:tool_use:right", 2),
    }


def test_before_its_date_no_strength_test_is_suggested() -> None:
    hold = StrengthHold(Side.RIGHT, TODAY + timedelta(days=10), "too early")
    missing = right(LIGHT, capacity(holds=(hold,))).comparisons[0].missing
    assert missing is not None
    assert (missing.strength_test, missing.not_before) == (False, hold.until)
    assert missing.what.startswith("Set a therapist's limit")
    later = replace(capacity(holds=(hold,)), on=hold.until)
    due = right(LIGHT, later).comparisons[0].missing
    assert due is not None
    assert due.strength_test


def test_a_limit_holds_between_its_dates_only() -> None:
    ban = replace(limit(K.POWER_GRIP, Quantity.FORCE_N, 10.0), since=TODAY, until=TODAY + timedelta(days=7))
    able = capacity(STRONG, ban)
    assert right(LIGHT, able).computed is Verdict.EXCEEDS
    assert right(LIGHT, replace(able, on=TODAY + timedelta(days=8))).computed is Verdict.WITHIN
    assert right(LIGHT, replace(able, on=TODAY - timedelta(days=1))).computed is Verdict.WITHIN


def test_an_expired_strength_is_missing() -> None:
    old = replace(STRONG, until=date(2026, 3, 1))
    assert right(LIGHT, capacity(old)).computed is Verdict.CANNOT_SAY


def test_a_permission_opens_a_gate_nobody_examined_but_none_that_failed() -> None:
    allowed = limit(K.SHARP_OR_MOVING, Quantity.PERMITTED, 1.0)
    sharp = Demand(K.SHARP_OR_MOVING, Hand.RIGHT)
    assert right(sharp, capacity(allowed)).computed is Verdict.WITHIN
    numb = (HandState(Side.RIGHT, Sensation.LOSS_OF_PROTECTIVE),)
    assert right(sharp, capacity(allowed, hands=numb)).computed is Verdict.EXCEEDS


def test_an_unknown_dominant_hand_is_asked_for() -> None:
    able = replace(capacity(STRONG, strength(K.POWER_GRIP, Side.LEFT, 20.0)), dominant=None)
    found = gaps(replace(LIGHT, hand=Hand.DOMINANT), able)
    assert [gap.computed for gap in found] == [Verdict.CANNOT_SAY, Verdict.WITHIN]
    missing = found[0].comparisons[0].missing
    assert missing is not None
    assert missing.subject == "dominance"


def test_the_arithmetic_can_be_followed() -> None:
    demand = grip(80.0, efforts_per_minute=6.7, seconds_per_effort=2.0)
    lines = right(demand, capacity(strength(K.POWER_GRIP, Side.RIGHT, 210.0))).comparisons[0].arithmetic
    assert lines[0] == "Needed: 80 N, 6.7 times a minute for 2 s = 22 % of the time"
    assert lines[2] == "Right grip 210 N × 30 % = 63 N" or lines[2] == "Right grip 210 N × 30 % = 64 N"
    assert lines[-1] == "Needed / available = 1.26: exceeds"


def test_changes_list_what_reads_differently() -> None:
    before = match(job(HEAVY, LIGHT), capacity(STRONG), COEFFICIENTS)
    after = match(job(replace(HEAVY, force_n=10.0), LIGHT), capacity(STRONG), COEFFICIENTS)
    change = changes(before, after)
    assert [(c.index, c.before, c.after) for c in change.gaps] == [(0, Verdict.EXCEEDS, Verdict.WITHIN)]
    assert [(c.before, c.after) for c in change.tasks] == [(TaskVerdict.NOT_SUITABLE, TaskVerdict.SUITABLE)]
    assert change.job == (TaskVerdict.NOT_SUITABLE, TaskVerdict.SUITABLE)
    same = changes(before, before)
    assert (same.gaps, same.tasks, same.job) == ((), (), None)


def test_a_demand_that_disappears_has_no_verdict_after() -> None:
    before = match(job(LIGHT, HEAVY), capacity(STRONG), COEFFICIENTS)
    after = match(job(LIGHT), capacity(STRONG), COEFFICIENTS)
    assert [(c.before, c.after) for c in changes(before, after).gaps] == [(Verdict.EXCEEDS, None)]
