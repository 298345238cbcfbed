from dataclasses import replace
from datetime import date

import pytest
from small_briefs import BREAKS, FILING, GROUND, MONDAY, TYPING, brief, dose, growth, min_day

from rtw.domain.hands import Side
from rtw.domain.schedule.brief import (
    Gate,
    GateKind,
    HoursCap,
    Offer,
    OpenedGate,
    Requirement,
    RestRule,
    ScheduleBrief,
    TimeAway,
)
from rtw.domain.schedule.checker import check
from rtw.domain.schedule.edits import blank_schedule, copy_week_forward, set_half_hours
from rtw.domain.schedule.values import Bout, BreakRule, Day, Schedule, TaskHours
from rtw.domain.schedule.violation import Breach


def steady(of: ScheduleBrief, typing: int = 4, filing: int = 2) -> Schedule:
    """Every day of every week alike."""
    schedule = blank_schedule(of)
    for weekday in of.offer.workdays:
        schedule = set_half_hours(schedule, 1, weekday, "Typing", typing)
        schedule = set_half_hours(schedule, 1, weekday, "Filing", filing)
    return copy_week_forward(schedule, 1, of.weeks)


def breaches(schedule: Schedule, of: ScheduleBrief) -> set[Breach]:
    return {violation.breach for violation in check(schedule, of)}


def test_a_schedule_within_all_limits_passes():
    of = brief(doses=(dose("keys", {"Typing": 30}, (120,) * 4),), growth=growth(6, 2), min_day=min_day(4))
    assert check(steady(of), of) == ()


LATE = date(2026, 3, 25)
LIMITS = {
    Breach.DOSE: {"doses": (dose("keys", {"Typing": 30}, (119,) * 4),)},
    Breach.HOURS: {"hours_caps": (HoursCap("surgeon", GROUND, daily=(5,) * 4),)},
    Breach.GROWTH: {"growth": growth(5, 1)},
    Breach.SHORT_DAY: {"min_day": min_day(7)},
    Breach.REST: {"rests": (RestRule("three", 1, 1, GROUND, max_days=3),)},
    Breach.TREATMENT: {"away": (TimeAway(2, weekday=1),)},
    Breach.CLOSED_TASK: {"gates": (Gate("Typing", GateKind.PEAK, Side.RIGHT, GROUND),)},
    Breach.REQUIREMENT: {"requirement": Requirement(GROUND, 4, full_duty_by_week=3)},
}


@pytest.mark.parametrize(("breach", "limits"), LIMITS.items(), ids=[str(breach) for breach in LIMITS])
def test_each_limit_is_found_when_it_is_broken(breach: Breach, limits: dict[str, object]):
    schedule = steady(brief())
    assert breaches(schedule, brief()) == set()
    assert breach in breaches(schedule, brief(**limits))


def test_weekly_limits_add_the_days_up():
    weekly = dose("keys", {"Typing": 30}, (480,) * 4, weekly=(599,) * 4)
    assert breaches(steady(brief()), brief(doses=(weekly,))) == {Breach.DOSE}
    cap = HoursCap("surgeon", GROUND, weekly=(29,) * 4)
    assert breaches(steady(brief()), brief(hours_caps=(cap,))) == {Breach.HOURS}


def test_days_in_a_row_are_counted_by_date():
    of = brief(rests=(RestRule("rest", 1, 4, GROUND, max_in_a_row=2),))
    schedule = steady(of)
    for week in range(1, 5):
        schedule = set_half_hours(schedule, week, 2, "Typing", 0)
        schedule = set_half_hours(schedule, week, 2, "Filing", 0)
    assert check(schedule, of) == ()
    assert Breach.REST in breaches(set_half_hours(schedule, 2, 2, "Filing", 1), of)


def test_days_in_a_row_go_on_over_the_weekend():
    rule = RestRule("rest", 2, 4, GROUND, max_in_a_row=2)
    of = brief(weeks=2, offer=Offer((0, 5, 6), 12, GROUND), rests=(rule,))
    schedule = blank_schedule(of)
    for week, day in ((1, 5), (1, 6), (2, 0)):
        schedule = set_half_hours(schedule, week, day, "Filing", 2)
    (found,) = [v for v in check(schedule, of) if v.breach is Breach.REST]
    assert found.sentence == "Week 2: 3 working days in a row, at most 2 (made up for a test)."
    assert check(set_half_hours(schedule, 1, 5, "Filing", 0), of) == ()


def test_a_shut_task_is_told_once_with_all_that_shuts_it():
    grounds = (replace(GROUND, words="one reason"), replace(GROUND, words="another", helps="ask"))
    gates = tuple(
        Gate("Typing", GateKind.NOT_MEASURED, Side.RIGHT, ground) for ground in (*grounds, *grounds)
    )
    of = brief(weeks=1, gates=gates)
    (found,) = check(set_half_hours(blank_schedule(of), 1, 0, "Typing", 2), of)
    assert found.sentence == "Mon 2 March: Typing is closed (one reason; another)."
    assert found.side is Side.RIGHT
    assert found.ground is not None
    assert found.ground.helps == "loosen it; ask"


@pytest.mark.parametrize(
    ("limits", "why"),
    [
        ({"gates": (Gate("Typing", GateKind.PEAK, None, GROUND),)}, "these tasks are shut: Typing"),
        (
            {"offer": Offer((0, 1, 2, 3, 4), 8, GROUND)},
            "the employer offers 4 h a day and full duty takes 6 h",
        ),
        ({}, "a day of that week holds 0 h of the 6 h of full duty"),
    ],
)
def test_a_missed_full_duty_says_why(limits: dict[str, object], why: str):
    of = brief(requirement=Requirement(GROUND, 4, 3), **limits)
    told = [v.sentence for v in check(blank_schedule(of), of) if v.breach is Breach.REQUIREMENT]
    assert told == [
        "No task is worked up to week 4: made up for a test.",
        f"Full duty is not reached by week 3, as was required, because {why}.",
    ]


def test_a_gate_opens_by_signature_and_a_restriction_by_its_date():
    shut = Gate("Typing", GateKind.SENSATION, Side.RIGHT, GROUND)
    signed = replace(shut, opened=OpenedGate(LATE, "A. Therapist"))
    dated = Gate("Typing", GateKind.DATED, None, GROUND, until=LATE)
    schedule = steady(brief())
    assert {v.on for v in check(schedule, brief(gates=(shut,)))} >= {date(2026, 3, 27)}
    assert max(v.on for v in check(schedule, brief(gates=(signed,))) if v.on) == date(2026, 3, 24)
    assert max(v.on for v in check(schedule, brief(gates=(dated,))) if v.on) == LATE


def test_only_a_dated_restriction_may_lift_by_date():
    with pytest.raises(ValueError, match="date"):
        Gate("Typing", GateKind.WOUND, None, GROUND, until=LATE)


def test_what_the_employer_does_not_offer_is_found():
    schedule = steady(brief())
    windowed = brief(replace(TYPING, offered_from=LATE), FILING)
    assert {v.task for v in check(schedule, windowed)} == {"Typing"}
    closed = replace(brief().offer, closed_on=(MONDAY,))
    assert [v.on for v in check(schedule, brief(offer=closed))] == [MONDAY]
    short = replace(brief().offer, half_hours_per_day=5)
    assert breaches(schedule, brief(offer=short)) == {Breach.NOT_OFFERED}


def test_blocks_full_hours_bouts_and_breaks_are_kept():
    schedule = steady(brief())
    assert breaches(schedule, brief(TYPING, replace(FILING, min_block=3))) == {Breach.SHORT_BLOCK}
    assert breaches(schedule, brief(replace(TYPING, full=3), FILING)) >= {Breach.OVER_FULL}
    assert breaches(replace(schedule, bouts=(Bout("Typing", 45),)), brief()) == {Breach.BOUT}
    assert breaches(replace(schedule, bouts=()), brief()) == {Breach.BOUT}
    assert breaches(replace(schedule, breaks=BreakRule(90, 5, "own")), brief()) == {Breach.BREAKS}
    assert breaches(replace(schedule, breaks=replace(BREAKS, minutes=10)), brief()) == set()


def test_full_duty_may_not_be_claimed_too_early():
    of = brief()
    full = steady(of, 8, 4)
    assert check(replace(full, full_duty_week=1), of) == ()
    late = set_half_hours(full, 2, 4, "Filing", 3)
    assert breaches(replace(late, full_duty_week=2), of) == {Breach.CLAIM}
    assert check(replace(late, full_duty_week=3), of) == ()
    shut = brief(gates=(Gate("Filing", GateKind.PEAK, None, GROUND, since=date(2026, 4, 30)),))
    assert check(replace(full, full_duty_week=1), shut) == ()


def test_a_value_that_is_no_schedule_says_so():
    of, schedule = brief(), steady(brief())
    odd = Day(0, (TaskHours("Welding", 2), TaskHours("Welding", 0)))
    twisted = replace(schedule.weeks[0], days=(odd, odd))
    found = check(replace(schedule, weeks=(twisted, *schedule.weeks[2:])), of)
    assert {violation.breach for violation in found} == {Breach.NOT_A_SCHEDULE}
    assert len(found) >= 5


def test_sentences_name_day_amount_limit_and_reason():
    of = brief(doses=(dose("Keyboard use, right hand", {"Typing": 30}, (90,) * 4),))
    first = check(steady(of), of)[0]
    assert first.sentence == (
        "Mon 2 March: Keyboard use, right hand 120 min, at most 90 min (made up for a test)."
    )
    assert first.limit == "Keyboard use, right hand: at most 1.5 h a day (made up for a test)"
    assert (first.week, first.on, first.task, first.side) == (1, MONDAY, "Typing", Side.RIGHT)
