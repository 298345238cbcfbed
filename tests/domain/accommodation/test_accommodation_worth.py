"""Ticking an accommodation: which verdicts change when the job is matched anew."""

from datetime import date

import pytest

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, Task
from rtw.domain.accommodation.effects import ChosenEffect, changed_profile
from rtw.domain.accommodation.places import in_old_places
from rtw.domain.capacity import Basis, Capacity, Limit, Quantity
from rtw.domain.gap import JobMatch
from rtw.domain.hands import Side
from rtw.domain.matching.compare_change import GapChange, changes
from rtw.domain.matching.match import match
from rtw.domain.verdicts import Verdict
from rtw.knowledge.for_domain import match_coefficients
from rtw.knowledge.load import knowledge

PROFILE = JobProfile(
    "Packer",
    tasks=(
        Task(
            "Pack",
            hours_per_day=4.0,
            demands=(
                Demand(DemandKind.CARRYING, Hand.RIGHT, load_kg=12.0),
                Demand(DemandKind.LIFTING, Hand.RIGHT, load_kg=12.0),
            ),
        ),
        Task("Type", hours_per_day=2.0, demands=(Demand(DemandKind.KEYBOARDING, Hand.RIGHT),)),
    ),
)
CAPACITY = Capacity(
    date(2026, 3, 2),
    Side.RIGHT,
    limits=tuple(
        Limit(kind, Side.RIGHT, Quantity.LOAD_KG, 8.0, Basis.CLINICIAN, "therapist's limit")
        for kind in (DemandKind.CARRYING, DemandKind.LIFTING)
    ),
)
COEFFICIENTS = match_coefficients(knowledge())


def chosen(accommodation_id: str, *tasks: str) -> ChosenEffect:
    accommodation = knowledge().catalogue.find(accommodation_id)
    assert accommodation is not None
    return ChosenEffect(accommodation, tasks)


def matched_anew(*choices: ChosenEffect) -> tuple[JobMatch, JobMatch]:
    before = match(PROFILE, CAPACITY, COEFFICIENTS)
    after = match(changed_profile(PROFILE, choices), CAPACITY, COEFFICIENTS)
    return before, in_old_places(after, PROFILE, choices)


def test_a_demand_taken_away_leaves_the_verdicts_of_the_others_in_their_places() -> None:
    found = changes(*matched_anew(chosen("trolley", "Pack"))).gaps
    assert GapChange("Pack", 0, DemandKind.CARRYING, Side.RIGHT, Verdict.EXCEEDS, None) in found
    assert all(change.kind is not DemandKind.LIFTING for change in found)


def test_what_is_brought_is_new_and_cannot_be_said_until_it_is_measured() -> None:
    found = changes(*matched_anew(chosen("trolley", "Pack"))).gaps
    brought = [change for change in found if change.kind is DemandKind.PUSHING]
    assert brought
    assert {(change.index, change.before, change.after) for change in brought} == {
        (2, None, Verdict.CANNOT_SAY)
    }


@pytest.mark.parametrize("accommodation_id", ["half_loads", "two_person_lift"])
def test_lighter_loads_bring_both_demands_within(accommodation_id: str) -> None:
    found = changes(*matched_anew(chosen(accommodation_id))).gaps
    assert {(c.kind, c.before, c.after) for c in found} == {
        (kind, Verdict.EXCEEDS, Verdict.WITHIN) for kind in (DemandKind.CARRYING, DemandKind.LIFTING)
    }


def test_a_task_handed_over_is_gone_from_the_match() -> None:
    before, after = matched_anew(chosen("hand_over_task", "Pack"))
    assert [task.task.name for task in after.tasks] == ["Type"]
    assert changes(before, after).tasks[0].after is None


def test_without_a_choice_nothing_moves() -> None:
    before, after = matched_anew()
    assert before == after
