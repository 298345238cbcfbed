"""Minutes of a half hour that are no whole number: exact where they can be, protective where they cannot."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from small_briefs import MONDAY
from test_brief_of import CAPACITY, JOB, KEYS, MAE, PACKING, RULES, SETTINGS, TYPING, limit, made

from job_profiles.profile import JobProfile
from rtw.domain.capacity import Capacity, Quantity
from rtw.domain.hands import Side
from rtw.domain.matching.match import match
from rtw.domain.optimise.outcome import SolveStatus
from rtw.domain.optimise.solve import solve
from rtw.domain.restrictions import proposed_restrictions
from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.check_restrictions import check_restrictions
from rtw.domain.schedule.checker import check
from rtw.domain.schedule.doses_from_match import DoseInputs
from rtw.domain.schedule.edits import add_half_hours
from rtw.domain.schedule.minute_parts import FINEST, parts_for
from rtw.domain.schedule.restricted import restricted

REVIEW = MONDAY + timedelta(weeks=2)


def typing_for(task_h: float, keys_h: float) -> JobProfile:
    typing = replace(TYPING, hours_per_day=task_h, demands=(replace(KEYS, hours_per_day=keys_h),))
    return replace(JOB, tasks=(typing, PACKING))


def tolerating(hours: float) -> Capacity:
    return replace(CAPACITY, limits=(limit(Quantity.HOURS_PER_DAY, hours),))


def brief_for(job: JobProfile, capacity: Capacity) -> ScheduleBrief:
    return replace(made(job, capacity), growth=None)


def led_by_what_is_sent(brief: ScheduleBrief, job: JobProfile, capacity: Capacity) -> ScheduleBrief:
    """Add what the proposed restrictions come to on the rungs an employer reads."""
    matched = match(job, capacity, RULES)
    own = proposed_restrictions(matched, capacity, brief, REVIEW, MAE)
    hours = {need.name: need.full / 2 for need in brief.tasks}
    return restricted(brief, own, DoseInputs(job, matched, capacity, SETTINGS, MAE, hours))


@pytest.mark.parametrize(
    ("task_h", "keys_h", "tolerated_h", "fits"),
    [(4.0, 3.0, 1.5, 4), (3.5, 0.5, 3 / 7, 6), (5.5, 2.5, 5 * 2.5 / 5.5, 10), (3.0, 2.0, 1.0, 3)],
)
def test_a_tolerance_that_fits_exactly_is_used_by_solver_and_checker_alike(
    task_h: float, keys_h: float, tolerated_h: float, fits: int
) -> None:
    job, capacity = typing_for(task_h, keys_h), tolerating(tolerated_h)
    brief = brief_for(job, capacity)
    outcome = solve(brief)
    assert outcome.status is SolveStatus.PROVEN_OPTIMAL
    assert outcome.schedule is not None
    assert {day.half_hours_of("Typing") for day in outcome.schedule.weeks[0].days} == {fits}
    assert check(outcome.schedule, brief) == ()
    led = led_by_what_is_sent(brief, job, capacity)
    own = proposed_restrictions(match(job, capacity, RULES), capacity, led, REVIEW, MAE)
    schedule = solve(led).schedule
    assert schedule is not None
    assert check_restrictions(schedule, job, own, Side.RIGHT) == ()
    more = add_half_hours(outcome.schedule, 1, 0, "Typing", 1)
    assert [v.breach.value for v in check(more, brief)] == ["dose"]


def test_what_is_told_of_such_a_dose_is_in_minutes_and_hours() -> None:
    brief = brief_for(typing_for(4.0, 3.0), tolerating(1.5))
    schedule = solve(brief).schedule
    assert schedule is not None
    more = add_half_hours(schedule, 1, 0, "Typing", 1)
    found = next(v for v in check(more, brief) if v.breach.value == "dose")
    assert "112.5 min, at most 90 min" in found.sentence
    assert found.limit is not None
    assert "at most 1.5 h a day" in found.limit


@pytest.mark.parametrize("shares", [(0.371234567,), (1 / 7, 1 / 11, 1 / 13, 1 / 17), (0.1 + 0.2, 1e-6), ()])
def test_no_figure_is_rounded_to_permit_more(shares: tuple[float, ...]) -> None:
    minutes = [30 * share for share in shares]
    parts = parts_for(minutes)
    assert 1 <= parts.per_minute <= FINEST
    for each in minutes:
        exact = Fraction(each)
        used = Fraction(parts.used(each), parts.per_minute)
        assert exact - Fraction(1, 10**8) <= used <= exact + Fraction(1, parts.per_minute)
        assert Fraction(parts.allowed(each), parts.per_minute) <= exact + Fraction(1, 10**8)


@pytest.mark.parametrize("hours", range(1, 16))
def test_shares_of_usual_tasks_are_exact(hours: int) -> None:
    share = 30 * 0.5 / (hours / 2)
    parts = parts_for([share])
    assert Fraction(parts.used(share), parts.per_minute) == Fraction(30, hours)
