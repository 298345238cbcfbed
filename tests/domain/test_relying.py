"""Hours that hold only with a change which is not there yet are named with it."""

from dataclasses import replace
from datetime import date

import pytest

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile
from rtw.domain.accommodation.effects import ChosenEffect
from rtw.domain.assessment.assessment import StatedLimit
from rtw.domain.capacity import Quantity
from rtw.domain.plan import AccommodationStatus, ChosenAccommodation, MadeFrom, Owner, Plan
from rtw.domain.planning import brief_for, matched, planned, restrictions_for
from rtw.domain.relying import Planning, with_relying_tasks
from rtw.domain.schedule.settings import BREAKS
from rtw.domain.schedule.wishes import ScheduleWishes, settings_of
from tests.domain.test_planning import FIGURES, MONDAY, REVIEW, TODAY, case, without_lifting

NO_LIFTING = StatedLimit(DemandKind.LIFTING, Quantity.PERMITTED, 0.0, None, MONDAY, date(2026, 3, 29))
PROPOSED, IN_PLACE = AccommodationStatus.PROPOSED, AccommodationStatus.IN_PLACE


def job() -> JobProfile:
    """Filing, which asks for some typing beside the lifting, so that something of it is left."""
    typing, filing = case().profile.tasks
    keys = Demand(DemandKind.KEYBOARDING, Hand.RIGHT, hours_per_day=0.25, longest_bout_h=0.25)
    return replace(
        case().profile, tasks=(typing, replace(filing, essential=True, demands=(*filing.demands, keys)))
    )


def relied_on(
    *chosen: tuple[ChosenEffect, AccommodationStatus], limits=(NO_LIFTING,)
) -> dict[str, tuple[str, ...]]:
    effects = tuple(effect for effect, _ in chosen)
    findings = replace(case(300.0, *limits), profile=job(), chosen=effects)
    settings = settings_of(ScheduleWishes(start=MONDAY, weeks=4), (), BREAKS, TODAY)
    done = matched(findings, FIGURES, TODAY)
    brief = brief_for(findings, done, FIGURES, settings)
    schedule = planned(brief).outcome.schedule
    assert schedule is not None
    assert any(day.half_hours_of("Filing") for week in schedule.weeks[:2] for day in week.days)
    plan = Plan(
        schedule,
        restrictions_for(findings, done, brief, FIGURES, REVIEW),
        tuple(
            ChosenAccommodation(effect.accommodation.id, effect.tasks, Owner.EMPLOYER, None, status, "")
            for effect, status in chosen
        ),
        REVIEW,
        MadeFrom(1, 1, "test"),
    )
    made = Planning(findings, FIGURES, settings, TODAY)
    return {
        each.accommodation_id: each.relied_on_by for each in with_relying_tasks(plan, made).accommodations
    }


def other(effect: ChosenEffect) -> ChosenEffect:
    return replace(effect, accommodation=replace(effect.accommodation, id="a_hoist_lifts"))


@pytest.mark.parametrize(
    ("status", "tasks"), [(PROPOSED, ("Filing",)), (AccommodationStatus.ORDERED, ("Filing",)), (IN_PLACE, ())]
)
def test_hours_beside_a_restriction_that_forbids_them_rely_on_the_change_until_it_is_in_place(status, tasks):
    assert relied_on((without_lifting("Filing"), status)) == {"colleague_lifts": tasks}


def test_a_change_for_the_whole_job_is_relied_on_only_where_it_is_needed():
    assert relied_on((without_lifting(), PROPOSED)) == {"colleague_lifts": ("Filing",)}


def test_a_change_that_hours_would_do_without_is_no_condition():
    may_lift = StatedLimit(DemandKind.LIFTING, Quantity.LOAD_KG, 4.0)
    assert relied_on((without_lifting("Filing"), PROPOSED), limits=(may_lift,)) == {"colleague_lifts": ()}


def test_where_either_of_two_would_do_both_are_named():
    first = without_lifting("Filing")
    found = relied_on((first, PROPOSED), (other(first), PROPOSED))
    assert found == {"colleague_lifts": ("Filing",), "a_hoist_lifts": ("Filing",)}


def test_what_is_in_place_already_leaves_nothing_to_wait_for():
    first = without_lifting("Filing")
    assert relied_on((first, IN_PLACE), (other(first), PROPOSED)) == {
        "colleague_lifts": (),
        "a_hoist_lifts": (),
    }
