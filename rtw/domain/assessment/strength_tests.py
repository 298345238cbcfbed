"""When a hand may be tested for strength, and what to measure next without ever testing too early."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from job_profiles.problem import Problem, Severity
from rtw.domain.assessment.assessment import Assessment
from rtw.domain.assessment.operation import Operation, Procedure
from rtw.domain.assessment.taken_trials import is_any_tested
from rtw.domain.capacity import StrengthHold
from rtw.domain.dates import day_in_words
from rtw.domain.gap import Missing
from rtw.domain.hands import Side


@dataclass(frozen=True, slots=True)
class StrengthTestRule:
    """Weeks after a procedure before a maximal grip or pinch may be asked for; 0: at once."""

    procedure: Procedure
    weeks: float
    source: str


@dataclass(frozen=True, slots=True)
class NextMeasurement:
    """One thing to measure or ask, how many gaps wait for it, and whether it may be done today."""

    missing: Missing
    gaps: int
    allowed_today: bool
    advice: str


def strength_test_not_before(operation: Operation, rules: tuple[StrengthTestRule, ...]) -> StrengthHold:
    """Give the first day a maximal strength test of the operated hand may be taken.

    The surgeon's own date goes first; where published protocols disagree, the latest counts. Without
    either, or without a date of operation, the day stays open and nothing suggests the test.
    """
    name, side = operation.procedure.label, operation.side
    if operation.strength_test_from is not None:
        return StrengthHold(side, operation.strength_test_from, f"{name}: the surgeon's own date.")
    own = (rule for rule in rules if rule.procedure is operation.procedure)
    rule = max(own, key=lambda rule: rule.weeks, default=None)
    if rule is None:
        return StrengthHold(
            side, None, f"No published date for a strength test after: {name}. Ask the surgeon."
        )
    if rule.weeks <= 0:
        return StrengthHold(side, date.min, f"{name}: strength may be tested.", rule.source)
    if operation.on is None:
        return StrengthHold(side, None, f"{name}: the date of operation is missing.", rule.source)
    day = operation.on + timedelta(days=ceil(rule.weeks * 7))
    reason = f"{name} on {day_in_words(operation.on)}: no maximal strength test before week {rule.weeks:g}."
    return StrengthHold(side, day, reason, rule.source)


def strength_holds(
    operations: Iterable[Operation], rules: tuple[StrengthTestRule, ...]
) -> tuple[StrengthHold, ...]:
    """Give one hold per operated hand: with several operations on a hand the latest date counts."""
    holds = tuple(strength_test_not_before(operation, rules) for operation in operations)
    sides = (side for side in Side if any(hold.side is side for hold in holds))
    return tuple(max((h for h in holds if h.side is side), key=_reach) for side in sides)


def _reach(hold: StrengthHold) -> date:
    """How far a hold reaches; an open one reaches furthest."""
    return hold.until or date.max


def next_measurements(
    settles: tuple[tuple[Missing, int], ...],
    operations: Iterable[Operation],
    rules: tuple[StrengthTestRule, ...],
    today: date,
) -> tuple[NextMeasurement, ...]:
    """Order what a match lacks: what can be done today first, a strength test never before its date."""
    holds = strength_holds(operations, rules)
    steps = tuple(_step(missing, gaps, holds, today) for missing, gaps in settles)
    return tuple(sorted(steps, key=lambda step: not step.allowed_today))


def early_tests(
    assessment: Assessment, operations: Iterable[Operation], rules: tuple[StrengthTestRule, ...]
) -> tuple[Problem, ...]:
    """Warn of a strength taken at this visit before its date, or without one; the figure is kept."""
    return tuple(_early(hold) for hold in holds_tested(assessment, operations, rules))


def holds_tested(
    assessment: Assessment, operations: Iterable[Operation], rules: tuple[StrengthTestRule, ...]
) -> tuple[StrengthHold, ...]:
    """Give the holds in whose spite strength was taken at this visit."""
    holds = (hold for hold in strength_holds(operations, rules) if hold.holds_on(assessment.on))
    return tuple(hold for hold in holds if is_any_tested(assessment, hold.side))


def _early(hold: StrengthHold) -> Problem:
    if hold.until is None:
        tested, stands = "tested, and no date says from when it may be", "until it is known"
    else:
        tested, stands = f"tested before {day_in_words(hold.until)}", "until its date"
    advice = f"Make sure that it was allowed; {stands} a therapist's limit can stand instead."
    message = f"{hold.side.label}: strength was {tested}. {hold.reason}"
    return Problem(Severity.WARNING, "strength-test-too-early", message, advice)


def allowed_from(
    operations: Iterable[Operation], rules: tuple[StrengthTestRule, ...], sides: Iterable[Side], day: date
) -> tuple[Operation, ...]:
    """Write the surgeon's leave for a test on `day` down as their date, where the hand was still held then.

    Without it the same hand would be held, and the same question asked, at every later visit.
    """
    return tuple(
        replace(operation, strength_test_from=day)
        if operation.side in sides and strength_test_not_before(operation, rules).holds_on(day)
        else operation
        for operation in operations
    )


def _step(missing: Missing, gaps: int, holds: tuple[StrengthHold, ...], today: date) -> NextMeasurement:
    hold = next((h for h in holds if h.side is missing.side and h.holds_on(today)), None)
    if hold is None or not missing.strength_test:
        return NextMeasurement(missing, gaps, allowed_today=True, advice=missing.what)
    later = replace(missing, not_before=hold.until)
    when = f"not before {day_in_words(hold.until)}" if hold.until else "not yet"
    advice = f"Strength test {when}. {hold.reason} Until then a therapist's limit settles it."
    return NextMeasurement(later, gaps, allowed_today=False, advice=advice)
