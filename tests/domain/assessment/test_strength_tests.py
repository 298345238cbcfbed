"""When a strength test may be asked for, and what to measure next."""

from dataclasses import replace
from datetime import date, timedelta

from visit_samples import VISIT, VISIT_DAY

from job_profiles.problem import Severity
from rtw.domain.assessment.assessment import Measure
from rtw.domain.assessment.copy_forward import CopyValidity, copy_forward
from rtw.domain.assessment.operation import Operation, Procedure
from rtw.domain.assessment.strength_tests import (
    StrengthTestRule,
    allowed_from,
    early_tests,
    next_measurements,
    strength_holds,
    strength_test_not_before,
)
from rtw.domain.gap import Missing
from rtw.domain.hands import Side

OPERATED = date(2026, 2, 2)
RELEASE = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, OPERATED)
RULES = (
    StrengthTestRule(Procedure.OPEN_CARPAL_TUNNEL_RELEASE, 4.0, "antonlambers"),
    StrengthTestRule(Procedure.OPEN_CARPAL_TUNNEL_RELEASE, 6.0, "ehand_thr116"),
    StrengthTestRule(Procedure.CONSERVATIVE, 0.0, "convention"),
)
GRIP = Missing("strength:power_grip:right", "Measure the power grip.", "clinic", None, Side.RIGHT, True)
FEELING = Missing("sensation:right", "Test the feeling.", "clinic", None, Side.RIGHT)


def test_of_two_protocols_the_later_week_counts() -> None:
    hold = strength_test_not_before(RELEASE, RULES)
    assert (hold.until, hold.source) == (OPERATED + timedelta(weeks=6), "ehand_thr116")
    assert hold.holds_on(OPERATED + timedelta(days=41))
    assert not hold.holds_on(OPERATED + timedelta(days=42))


def test_the_surgeons_own_date_goes_first() -> None:
    own = replace(RELEASE, strength_test_from=date(2026, 2, 20))
    assert strength_test_not_before(own, RULES).until == date(2026, 2, 20)


def test_without_rule_or_date_the_test_is_never_suggested() -> None:
    unknown = replace(RELEASE, procedure=Procedure.GUYON_CANAL_RELEASE)
    undated = replace(RELEASE, on=None)
    for operation in (unknown, undated):
        hold = strength_test_not_before(operation, RULES)
        assert hold.until is None
        assert hold.holds_on(date(2036, 1, 1))


def test_conservative_treatment_has_nothing_to_wait_for() -> None:
    treated = Operation(Side.RIGHT, Procedure.CONSERVATIVE)
    assert not strength_test_not_before(treated, RULES).holds_on(OPERATED)


def test_of_two_operations_on_a_hand_the_later_date_holds() -> None:
    second = replace(RELEASE, on=OPERATED + timedelta(weeks=2))
    left = replace(RELEASE, side=Side.LEFT)
    holds = strength_holds((RELEASE, second, left), RULES)
    assert [(hold.side, hold.until) for hold in holds] == [
        (Side.LEFT, OPERATED + timedelta(weeks=6)),
        (Side.RIGHT, OPERATED + timedelta(weeks=8)),
    ]


def test_what_can_be_done_today_comes_first() -> None:
    steps = next_measurements(((GRIP, 5), (FEELING, 2)), (RELEASE,), RULES, OPERATED + timedelta(days=10))
    assert [step.missing.subject for step in steps] == ["sensation:right", "strength:power_grip:right"]
    assert [step.allowed_today for step in steps] == [True, False]
    assert "16 March 2026" in steps[1].advice
    assert steps[1].missing.not_before == OPERATED + timedelta(weeks=6)


def test_from_its_date_on_the_strength_test_leads_again() -> None:
    steps = next_measurements(((GRIP, 5), (FEELING, 2)), (RELEASE,), RULES, OPERATED + timedelta(weeks=6))
    assert [step.missing.subject for step in steps] == ["strength:power_grip:right", "sensation:right"]
    assert all(step.allowed_today for step in steps)


def test_the_other_hand_may_be_tested() -> None:
    left = replace(GRIP, side=Side.LEFT)
    (step,) = next_measurements(((left, 1),), (RELEASE,), RULES, OPERATED)
    assert step.allowed_today


def test_a_test_taken_too_early_is_warned_of_and_a_copied_one_is_not() -> None:
    early = replace(RELEASE, on=VISIT_DAY - timedelta(days=10))
    (problem,) = early_tests(VISIT, (early,), RULES)
    assert (problem.code, problem.severity) == ("strength-test-too-early", Severity.WARNING)
    assert "strength was tested before 3 April 2026" in problem.message
    (undated,) = early_tests(VISIT, (replace(early, procedure=Procedure.GUYON_CANAL_RELEASE),), RULES)
    assert "tested, and no date says from when it may be. No published date" in undated.message
    assert "early" not in undated.message
    assert early_tests(VISIT, (replace(early, side=Side.LEFT),), RULES) == ()
    assert early_tests(VISIT, (replace(early, on=VISIT_DAY - timedelta(weeks=6)),), RULES) == ()
    validity = (CopyValidity(Measure.GRIP, 28), CopyValidity(Measure.TIP_PINCH, 28))
    copied = copy_forward(VISIT, VISIT_DAY + timedelta(days=7), validity)
    assert early_tests(copied, (early,), RULES) == ()


def test_leave_to_test_is_the_surgeons_date_of_the_held_operations_of_that_hand_only() -> None:
    guyon = replace(RELEASE, procedure=Procedure.GUYON_CANAL_RELEASE)
    left = replace(guyon, side=Side.LEFT)
    day = OPERATED + timedelta(weeks=7)
    kept = allowed_from((RELEASE, guyon, left), RULES, {Side.RIGHT}, day)
    assert kept == (RELEASE, replace(guyon, strength_test_from=day), left)
    assert not any(hold.holds_on(day) for hold in strength_holds(kept[:2], RULES))
