"""What stands behind the figures of a case's first page, and how hard its job is for the treated hand."""

from dataclasses import dataclass
from functools import lru_cache

from job_profiles.profile import JobProfile
from rtw.domain.assessment.operation import PatientFacts
from rtw.domain.capacity import Capacity
from rtw.domain.hands import Side
from rtw.domain.job_exposure.healthy import AgainstHealthy
from rtw.domain.plan import MadeFrom
from rtw.domain.schedule.values import Week
from rtw.domain.why import Why
from rtw.knowledge.load import knowledge
from rtw.services.case_record import CaseRecord
from rtw.services.exposure.case_panels import against_healthy_panel
from rtw.services.exposure.of_case import compared_with_healthy
from rtw.services.overview import Overview, PlanShown
from rtw.services.plans.worth_panel import worth_panel
from rtw.services.progress import pain_panel, strength_panel
from rtw.services.week_panels import binds_panel, hours_panel


@dataclass(frozen=True, slots=True)
class HardHand:
    """How hard the job is for one hand, against a healthy one; `why` says what that rests on."""

    found: AgainstHealthy
    why: Why


@dataclass(frozen=True, slots=True)
class OverviewPanels:
    """One panel for each figure of the page; None where the figure is not shown.

    `week`: hours of this week; `schedule`: hours of all weeks, as drawn; `hard`: the treated hand the job is
    hardest for.
    """

    week: Why | None
    schedule: Why | None
    binds: Why | None
    worth: Why | None
    strength: Why | None
    pain: Why | None
    hard: HardHand | None


def overview_panels(shown: Overview) -> OverviewPanels:
    """Give the panels of a case's first page."""
    plan, progress = shown.plan, shown.progress
    week = plan.week if plan else None
    worth = shown.help.worth if shown.help else None
    is_share = len(shown.record.treated_sides) == 1
    return OverviewPanels(
        week=_hours(shown.record, plan, week) if plan and week else None,
        schedule=_hours(shown.record, plan) if plan else None,
        binds=binds_panel(week) if week and week.binds else None,
        worth=worth_panel(shown.help.accommodation.name, worth) if shown.help and worth else None,
        strength=strength_panel(progress, is_share=is_share) if progress.courses else None,
        pain=pain_panel(progress) if progress.pain_work else None,
        hard=hardest_hand(shown),
    )


def _hours(record: CaseRecord, plan: PlanShown, week: Week | None = None) -> Why:
    name = "the draft, which nobody has signed" if plan.is_draft else f"signed plan {plan.number}"
    return hours_panel(name, plan.schedule, plan.outcome, plan.made_from or _made_from(record), week)


def _made_from(record: CaseRecord) -> MadeFrom:
    """Say what a draft rests on: the job and the visit of today."""
    visit = record.last_signed
    return MadeFrom(record.job_version_number or 0, visit.number if visit else 0, knowledge().version)


def hardest_hand(shown: Overview) -> HardHand | None:
    """Find the treated hand that the job as it stands is hardest for; None where nothing can be compared."""
    if shown.match is None or shown.record.profile is None:
        return None
    capacity = shown.match.result.capacity
    hands = _hard_hands(shown.record.profile, capacity, shown.record.patient)
    treated = [hand for hand in hands if hand.found.side in (shown.record.treated_sides or tuple(Side))]
    return max(treated, key=_hardness, default=None)


def _hardness(hand: HardHand) -> float:
    found = hand.found
    return float("inf") if found.is_beyond else found.ratio or 0.0


# The first page of a case is asked for again and again; the same job and hands compare alike.
@lru_cache(maxsize=64)
def _hard_hands(profile: JobProfile, capacity: Capacity, patient: PatientFacts) -> tuple[HardHand, ...]:
    healthy, strengths, _ = compared_with_healthy(profile, capacity, patient)
    return tuple(HardHand(each, against_healthy_panel(each, strengths)) for each in healthy)
