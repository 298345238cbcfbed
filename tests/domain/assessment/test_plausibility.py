"""Surprising entries are asked about; none is ever an error."""

from dataclasses import replace
from datetime import timedelta

import pytest
from visit_samples import KGF, RIGHT, VISIT, VISIT_DAY

from job_profiles.kinds import DemandKind
from job_profiles.problem import Severity
from rtw.domain.assessment.assessment import Assessment, Tolerance
from rtw.domain.assessment.conventions import PLAUSIBILITY
from rtw.domain.assessment.findings import (
    GripAtRung,
    HandFindings,
    Motion,
    MotionFinding,
    Zone,
    ZoneSensation,
)
from rtw.domain.assessment.plausibility import MotionRange, PlausibilityRules, plausibility
from rtw.domain.capacity import Wound
from rtw.domain.measurement import AmountUnit, Trials

RULES = PlausibilityRules(
    max_grip_n=900.0,
    max_pinch_n=250.0,
    trial_factor=1.5,
    change_factor=1.8,
    motions=(MotionRange(Motion.WRIST_EXTENSION, 85.0),),
)


def codes(visit: Assessment, previous: Assessment | None = None) -> set[str]:
    found = plausibility(visit, previous, RULES)
    assert all(problem.severity is Severity.QUESTION for problem in found)
    return {problem.code for problem in found}


def with_hand(**fields: object) -> Assessment:
    return replace(VISIT, hands=(replace(RIGHT, **fields),))  # type: ignore[arg-type]


def test_an_ordinary_visit_asks_nothing() -> None:
    assert codes(VISIT) == set()
    assert codes(Assessment(VISIT_DAY, "A. Therapist"), VISIT) == set()


@pytest.mark.parametrize(
    ("visit", "code"),
    [
        (replace(VISIT, tolerances=(Tolerance(DemandKind.MOUSING, None, 60.0, 30.0),)), "bout-over-day"),
        (with_hand(grip=(GripAtRung(Trials((120.0,), KGF), 2),)), "very-strong"),
        (with_hand(grip=(GripAtRung(Trials((20.0, 44.0, 21.0), KGF), 2),)), "trials-differ"),
        (with_hand(grip=(GripAtRung(Trials((20.0, 20.0, 21.0, 20.0), KGF), 2),)), "more-than-three-trials"),
        (with_hand(tip_pinch=Trials((22.0,), KGF)), "pinch-over-grip"),
        (with_hand(motion=(MotionFinding(Motion.WRIST_EXTENSION, 95.0),)), "unusual-motion"),
    ],
)
def test_each_surprise_is_asked_about(visit: Assessment, code: str) -> None:
    assert code in codes(visit)


@pytest.mark.parametrize(
    ("name", "asked", "usual"),
    [
        ("wrist_circumference_cm", 172.0, 17.2),
        ("wrist_circumference_cm", 6.8, 15.0),  # inches
        ("nine_hole_peg_s", 0.4, 24.0),
        ("box_and_block", 640.0, 64.0),
    ],
)
def test_a_figure_of_another_unit_is_asked_about(name: str, asked: float, usual: float) -> None:
    def found(value: float) -> list[str]:
        problems = plausibility(with_hand(**{name: value}), None, PLAUSIBILITY)
        return [p.message for p in problems if p.code == "unusual-figure"]

    (message,) = found(asked)
    assert message.endswith("is usual; is the unit right?")
    assert found(usual) == []


def test_two_points_in_centimetres_are_asked_about() -> None:
    zones = (ZoneSensation(Zone.INDEX, two_point_mm=0.5), ZoneSensation(Zone.THUMB, two_point_mm=5.0))
    found = plausibility(with_hand(sensation=zones), None, PLAUSIBILITY)
    asked = [p.message for p in found if p.code == "unusual-figure"]
    assert asked == ["Right hand, index, two points: 1 to 25 mm is usual; is the unit right?"]


def test_pounds_taken_for_kilograms_show_as_a_large_change() -> None:
    pounds = Trials((44.0, 46.0, 48.0), AmountUnit.POUND_FORCE)
    same = with_hand(grip=(GripAtRung(pounds, 2),))
    assert "large-change" not in codes(same, VISIT)
    mistaken = with_hand(grip=(GripAtRung(replace(pounds, unit=KGF), 2),))
    assert "large-change" in codes(mistaken, VISIT)


def test_a_wound_that_opens_again_and_a_visit_out_of_order_are_asked_about() -> None:
    assert "wound-opened" in codes(with_hand(wound=Wound.OPEN), VISIT)
    assert "visit-before-last" in codes(replace(VISIT, on=VISIT_DAY - timedelta(days=1)), VISIT)


def test_a_hand_not_seen_before_is_no_change() -> None:
    other = replace(VISIT, hands=(HandFindings(RIGHT.side),))
    assert codes(VISIT, other) == set()
