"""From a case to a checked schedule, one step after the other, each with its result kept for the page."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from job_profiles.profile import JobProfile
from rtw.domain.accommodation.effects import ChosenEffect, changed_profile
from rtw.domain.accommodation.given_figures import given_restrictions, with_given_bouts
from rtw.domain.accommodation.places import in_new_places
from rtw.domain.assessed_capacity import CapacityCoefficients, capacity_of
from rtw.domain.assessment.assessment import Assessment, PerceivedDifficulty, StatedLimit
from rtw.domain.assessment.operation import Operation, PatientFacts, undated_beside
from rtw.domain.capacity import Capacity
from rtw.domain.gap import JobMatch
from rtw.domain.matching.coefficients import MatchCoefficients
from rtw.domain.matching.gaps import GapOverride
from rtw.domain.matching.match import match
from rtw.domain.optimise.outcome import Outcome
from rtw.domain.optimise.solve import solve
from rtw.domain.plan import Plan, Restriction
from rtw.domain.recovery.course import StrengthCourse, strength_courses
from rtw.domain.recovery.growth import RecoveryBand
from rtw.domain.recovery.model import RecoveryModel
from rtw.domain.restrictions import NOTHING_WRITTEN, Written, proposed_restrictions, strictest
from rtw.domain.schedule.brief import ScheduleBrief
from rtw.domain.schedule.check_restrictions import check_restrictions
from rtw.domain.schedule.checker import check
from rtw.domain.schedule.doses_from_match import DoseInputs, StrengthForecast
from rtw.domain.schedule.from_match import brief_of
from rtw.domain.schedule.hours_assumed import hours_assumed, with_task_hours
from rtw.domain.schedule.lapsing import Lapse, lapses_of, with_lapses, without_lapsed
from rtw.domain.schedule.restricted import restricted
from rtw.domain.schedule.settings import PlanSettings
from rtw.domain.schedule.task_needs import handed_over
from rtw.domain.schedule.values import BLOCK_H
from rtw.domain.schedule.violation import Violation
from rtw.domain.tightening import tightened


@dataclass(frozen=True, slots=True)
class CaseFindings:
    """What is known of one case: the job, the patient, what was measured, chosen and decided."""

    profile: JobProfile
    patient: PatientFacts
    operations: tuple[Operation, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    restrictions: tuple[StatedLimit, ...] = ()
    chosen: tuple[ChosenEffect, ...] = ()
    overrides: tuple[GapOverride, ...] = ()

    def perceived(self, on: date) -> tuple[PerceivedDifficulty, ...]:
        """Return the patient's own estimates from the latest visit on or before `on`."""
        visits = [visit for visit in self.assessments if visit.on <= on]
        return max(visits, key=lambda visit: visit.on).difficulties if visits else ()


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything the steps take from the literature."""

    match: MatchCoefficients
    capacity: CapacityCoefficients
    recovery: tuple[RecoveryBand, ...] = ()
    expected: RecoveryModel | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """Capacity and match on a day: the job as it stands, and as it is with the accommodations chosen."""

    capacity: Capacity
    as_it_stands: JobMatch
    profile: JobProfile
    adapted: JobMatch


@dataclass(frozen=True, slots=True)
class Planned:
    """A solved plan: what it had to respect, what came out, and what an independent check says of it."""

    brief: ScheduleBrief
    outcome: Outcome
    violations: tuple[Violation, ...]


def matched(case: CaseFindings, figures: Figures, on: date) -> Matched:
    """Match the job with what the patient can do on `on`, without and with the accommodations chosen.

    The last ones are remembered: the pages of one case follow each other, and equal values match alike.
    """
    return _matched(case, figures, on)


@lru_cache(maxsize=64)
def _matched(case: CaseFindings, figures: Figures, on: date) -> Matched:
    capacity = capacity_of(
        case.assessments, case.patient, case.operations, case.restrictions, figures.capacity, on
    )
    perceived = case.perceived(on)
    return Matched(
        capacity=capacity,
        as_it_stands=match(case.profile, capacity, figures.match, case.overrides, perceived),
        profile=changed_profile(case.profile, case.chosen),
        adapted=adapted_match(case, case.chosen, capacity, figures.match),
    )


def adapted_match(
    case: CaseFindings,
    chosen: tuple[ChosenEffect, ...],
    capacity: Capacity,
    coefficients: MatchCoefficients,
) -> JobMatch:
    """Match the job as it is with these accommodations; a therapist's verdicts stay with their demands."""
    overrides = in_new_places(case.overrides, case.profile, chosen)
    perceived = case.perceived(capacity.on)
    return match(changed_profile(case.profile, chosen), capacity, coefficients, overrides, perceived)


def brief_for(
    case: CaseFindings,
    done: Matched,
    figures: Figures,
    settings: PlanSettings,
    written: Written = NOTHING_WRITTEN,
) -> ScheduleBrief:
    """Make the brief of the adapted job: every limit a schedule must keep, with its ground.

    That is what the hand can do, and what the employer will read of it: the restrictions that follow from
    the limits, as far as the therapist wrote nothing in their place, and what she wrote.
    """
    brief, review_on = _brief_of_the_hand(case, done, figures, settings), settings.review_on

    def proposed() -> tuple[Restriction, ...]:
        return restrictions_for(case, done, brief, figures, review_on) if review_on else ()

    kept = written.with_proposed(proposed)
    hours = {need.name: need.full * BLOCK_H for need in brief.tasks}
    profile, mae = planned_profile(case, settings), figures.match.mae
    return restricted(brief, kept, DoseInputs(profile, done.adapted, done.capacity, settings, mae, hours))


def _brief_of_the_hand(
    case: CaseFindings, done: Matched, figures: Figures, settings: PlanSettings
) -> ScheduleBrief:
    courses = courses_of(case, figures, done.capacity.on)
    forecast = strength_forecast(case.operations, figures.recovery, courses)
    job, profile = with_task_hours(case.profile, settings.task_hours), planned_profile(case, settings)
    brief = brief_of(profile, done.adapted, done.capacity, settings, figures.match.mae, forecast)
    brief = replace(
        brief,
        assumptions=hours_assumed(job, profile, settings),
        handed_over=handed_over(job, profile, settings),
    )
    lapsed = lapsed_matches(case, done, figures, settings)
    brief = with_lapses(brief, lapsed, done.capacity, figures.match.mae, settings)
    return with_given_bouts(brief, case.chosen)


def lapsed_matches(
    case: CaseFindings, done: Matched, figures: Figures, settings: PlanSettings
) -> tuple[tuple[Lapse, JobMatch], ...]:
    """Match the job anew for each day from which something known today is known no more."""
    lapses = lapses_of(done.capacity, case.operations, settings)
    known = ((lapse, without_lapsed(done.capacity, lapse.day, case.operations)) for lapse in lapses)
    return tuple((lapse, adapted_match(case, case.chosen, left, figures.match)) for lapse, left in known)


def planned_profile(case: CaseFindings, settings: PlanSettings) -> JobProfile:
    """Give the job as it is planned: the therapist's hours of tasks, then the accommodations chosen."""
    return changed_profile(with_task_hours(case.profile, settings.task_hours), case.chosen)


def restrictions_for(
    case: CaseFindings, done: Matched, brief: ScheduleBrief, figures: Figures, review_on: date
) -> tuple[Restriction, ...]:
    """Propose restrictions: from the limits of the hand, and from figures given with accommodations."""
    given = given_restrictions(case.profile, case.chosen, brief.start, review_on)
    mae = figures.match.mae
    proposed = proposed_restrictions(done.adapted, done.capacity, brief, review_on, mae)
    return strictest(tightened((*proposed, *given), done.capacity))


def planned(brief: ScheduleBrief) -> Planned:
    """Solve a brief, and let the independent checker read what came out."""
    outcome = solve(brief)
    violations = check(outcome.schedule, brief) if outcome.schedule else ()
    return Planned(brief, outcome, violations)


def contradictions(plan: Plan, done: Matched) -> tuple[Violation, ...]:
    """Find where the plan's hours go beyond its own restrictions; empty is the only good answer."""
    return check_restrictions(plan.schedule, done.profile, plan.restrictions, done.capacity.dominant)


def courses_of(case: CaseFindings, figures: Figures, on: date) -> tuple[StrengthCourse, ...]:
    """Follow the strengths of the hand operated on last, as measured up to `on`."""
    last = _last_operation(case.operations, figures.recovery)
    visits = [visit for visit in case.assessments if visit.on <= on]
    return strength_courses(last, visits, figures.expected) if last and figures.expected else ()


def strength_forecast(
    operations: tuple[Operation, ...],
    bands: tuple[RecoveryBand, ...],
    courses: tuple[StrengthCourse, ...] = (),
) -> StrengthForecast | None:
    """Expect the published recovery for the hand operated on last; any other hand is taken as it is."""
    last = _last_operation(operations, bands)
    if last is None or last.on is None:
        return None
    own = tuple(band for band in bands if band.procedure is last.procedure)
    return StrengthForecast(last.side, last.on, own, courses)


def _last_operation(operations: tuple[Operation, ...], bands: tuple[RecoveryBand, ...]) -> Operation | None:
    """Find the operation a hand recovers from: the last one.

    None where another of that hand has no day: it may have come later. Of several on one day it is one
    without a published course: a course of one operation alone would let the hours grow faster than
    anybody has seen after both.
    """
    published = {band.procedure for band in bands}
    dated = [operation for operation in operations if operation.on is not None]
    last = max(dated, key=lambda each: (each.on or date.min, each.procedure not in published), default=None)
    return None if last is None or undated_beside(operations, last) else last
