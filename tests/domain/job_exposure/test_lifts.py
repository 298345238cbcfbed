"""Lifts of a job by the NIOSH equation."""

import pytest

from job_profiles.kinds import DemandKind, Hand
from job_profiles.profile import Demand, JobProfile, LiftGeometry, Shift, Task
from rtw.domain.job_exposure.lifts import LiftExposure, lift_exposures
from rtw.knowledge.load import knowledge

GEOMETRY = LiftGeometry(
    horizontal_cm=30.0, vertical_cm=75.0, travel_cm=25.0, asymmetry_deg=0.0, coupling="Good"
)


def lifted(**changes: object) -> LiftExposure:
    given = {
        "hand": Hand.BOTH,
        "load_kg": 10.0,
        "efforts_per_minute": 1.0,
        "hours_per_day": 1.0,
        "geometry": GEOMETRY,
        **changes,
    }
    task = Task("Stack", hours_per_day=2.0, demands=(Demand(DemandKind.LIFTING, **given),))
    (found,) = lift_exposures(JobProfile("Packer", shift=Shift(8.0, 5.0), tasks=(task,)), knowledge().rnle)
    return found


def test_a_two_handed_lift_is_reckoned_without_rest_nobody_stated() -> None:
    found = lifted()
    assert found.result.rwl == pytest.approx(23 * 25 / 30 * 0.75)
    assert found.result.lifting_index == pytest.approx(10.0 / (23 * 25 / 30 * 0.75))


def test_of_a_weight_band_the_heavier_end_counts() -> None:
    assert lifted(load_range_kg=(5.0, 12.0)).result.lifting_index > lifted().result.lifting_index


@pytest.mark.parametrize("hand", [Hand.LEFT, Hand.RIGHT, Hand.DOMINANT, Hand.EACH, Hand.EITHER])
def test_one_hand_is_refused_and_said_to_be(hand: Hand) -> None:
    found = lifted(hand=hand)
    assert found.result is None
    assert "two hands only" in found.refused


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"hand": None}, "which hands"),
        ({"load_kg": None}, "weight"),
        ({"geometry": None}, "travels"),
        ({"efforts_per_minute": None}, "lifts a minute"),
        ({"geometry": LiftGeometry(30.0, 75.0, 25.0, 0.0, "so so")}, "good, fair or poor"),
    ],
)
def test_every_figure_that_is_missing_is_named(changes: dict[str, object], asked: str) -> None:
    found = lifted(**changes)
    assert found.result is None
    assert any(asked in words for words in found.missing)


def test_a_lift_beyond_the_equation_is_told_not_raised() -> None:
    far = LiftGeometry(30.0, 75.0, 25.0, 190.0, "good")
    found = lifted(geometry=far)
    assert found.result is None or found.result.rwl == 0.0
