"""From a visit to a capacity: every figure with where it came from, and nothing that was not found."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from visit_samples import KGF, RIGHT, VISIT, VISIT_DAY

from job_profiles.kinds import DemandKind
from rtw.domain.assessed_capacity import CapacityCoefficients, MonofilamentBand, capacity_of, sensation_of
from rtw.domain.assessment.assessment import Measure, StatedLimit
from rtw.domain.assessment.copy_forward import CopyValidity, copy_forward
from rtw.domain.assessment.findings import HandFindings, Zone, ZoneSensation
from rtw.domain.assessment.operation import Operation, PatientFacts, Procedure
from rtw.domain.assessment.strength_tests import StrengthTestRule
from rtw.domain.capacity import Basis, Capacity, Limit, Quantity, Sensation, Wound
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, StrengthError, Trials

K = DemandKind
COEFFICIENTS = CapacityCoefficients(
    strength_errors=(StrengthError(K.POWER_GRIP, "bohannon_2019", error_n=63.7),),
    monofilaments=(
        MonofilamentBand(Sensation.NORMAL, 1.65, 2.83),
        MonofilamentBand(Sensation.DIMINISHED_LIGHT_TOUCH, 3.22, 3.61),
        MonofilamentBand(Sensation.LOSS_OF_PROTECTIVE, 4.56, 6.45),
    ),
    strength_tests=(StrengthTestRule(Procedure.OPEN_CARPAL_TUNNEL_RELEASE, 6.0, "ehand"),),
    angle_error_deg=5.0,
    angle_error_source="goniometer",
)
PATIENT = PatientFacts(dominant=Side.RIGHT)
RELEASE = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, VISIT_DAY)


def able(*visits: object, on: date = VISIT_DAY, restrictions: tuple[StatedLimit, ...] = ()) -> Capacity:
    return capacity_of(visits or (VISIT,), PATIENT, (RELEASE,), restrictions, COEFFICIENTS, on)  # type: ignore[arg-type]


def limits_of(capacity: Capacity, kind: DemandKind, side: Side | None, quantity: Quantity) -> list[Limit]:
    return [li for li in capacity.limits if (li.kind, li.side, li.quantity) == (kind, side, quantity)]


def test_grip_is_the_mean_at_the_strongest_rung_with_its_error() -> None:
    grip = able().strength(K.POWER_GRIP, Side.RIGHT)
    assert grip is not None
    assert grip.mean_n == pytest.approx(21.0 * 9.80665)
    assert (grip.error_n, grip.source, grip.measured_on) == (63.7, "bohannon_2019", VISIT_DAY)


def test_without_a_published_error_the_spread_of_the_trials_stands_in() -> None:
    pinch = able().strength(K.TIP_PINCH, Side.RIGHT)
    assert pinch is not None
    assert pinch.error_n == pytest.approx(0.2 * 9.80665)
    assert pinch.source == "spread of the trials"


@pytest.mark.parametrize(
    ("entered", "unit", "error_n", "source", "words"),
    [
        ((3.2, 3.2, 3.2), AmountUnit.KILOGRAM, 0.4903, "last decimal of the reading", "31 N ± 0.5 N"),
        ((5.0,), AmountUnit.POUND, 2.2241, "last decimal of the reading", "22 N ± 2 N"),
        ((3.2, 3.2, 3.25), AmountUnit.KILOGRAM, 0.2831, "spread of the trials", "32 N ± 0.3 N"),
        (
            (31.381281,) * 3,
            AmountUnit.NEWTON,
            0.0,
            "no error of measuring known",
            "31 N, no error of measuring known",
        ),
    ],
)
def test_trials_that_read_alike_are_never_without_error(
    entered: tuple[float, ...], unit: AmountUnit, error_n: float, source: str, words: str
) -> None:
    visit = replace(VISIT, hands=(replace(RIGHT, tip_pinch=Trials(entered, unit)),))
    pinch = able(visit).strength(K.TIP_PINCH, Side.RIGHT)
    assert pinch is not None
    assert (pinch.error_n, pinch.source) == (pytest.approx(error_n, rel=1e-3), source)
    assert pinch.words == words


def test_how_finely_a_gauge_was_read_is_told_by_both_hands() -> None:
    left = HandFindings(Side.LEFT, tip_pinch=Trials((5.0, 5.0, 5.0), KGF))
    visit = replace(VISIT, hands=(replace(RIGHT, tip_pinch=Trials((3.2,), KGF)), left))
    errors = {own.side: own.error_n for own in able(visit).strengths if own.kind is K.TIP_PINCH}
    assert errors == {side: pytest.approx(0.4903, rel=1e-3) for side in (Side.RIGHT, Side.LEFT)}


def test_what_was_not_tested_is_not_there() -> None:
    assert able().strength(K.KEY_PINCH, Side.RIGHT) is None
    assert able().strength(K.POWER_GRIP, Side.LEFT) is None


def test_tolerated_minutes_become_hours() -> None:
    capacity = able()
    (day,) = limits_of(capacity, K.KEYBOARDING, None, Quantity.HOURS_PER_DAY)
    (bout,) = limits_of(capacity, K.KEYBOARDING, None, Quantity.BOUT_H)
    assert (day.value, bout.value, day.basis) == (2.0, 0.5, Basis.PATIENT)
    assert "2 March 2026" in day.origin


def test_safe_loads_are_masses_or_forces_by_kind() -> None:
    (lift,) = limits_of(able(), K.LIFTING, None, Quantity.LOAD_KG)
    (push,) = limits_of(able(), K.PUSHING, Side.RIGHT, Quantity.FORCE_N)
    assert lift.value == pytest.approx(4.536, abs=0.001)
    assert push.value == pytest.approx(49.03, abs=0.01)


def test_motion_becomes_an_angle_and_two_ways_become_a_range() -> None:
    (extension,) = limits_of(able(), K.WRIST_EXTENSION, Side.RIGHT, Quantity.ANGLE_DEG)
    assert (extension.value, extension.error, extension.value_high) == (55.0, 5.0, None)
    (deviation,) = limits_of(able(), K.WRIST_DEVIATION, Side.RIGHT, Quantity.ANGLE_DEG)
    assert (deviation.value, deviation.value_high) == (18.0, 28.0)
    assert limits_of(able(), K.FOREARM_ROTATION, Side.RIGHT, Quantity.ANGLE_DEG) == []


def test_limits_keep_who_set_them_and_why() -> None:
    (climb,) = limits_of(able(), K.CLIMBING, None, Quantity.PERMITTED)
    assert (climb.value, climb.basis) == (0.0, Basis.CLINICIAN)
    assert "balance" in climb.origin
    (surgeon,) = limits_of(able(), K.LIFTING, Side.RIGHT, Quantity.LOAD_KG)
    assert (surgeon.value, surgeon.basis, surgeon.until) == (2.0, Basis.SURGEON, date(2026, 3, 30))


def test_restrictions_of_the_case_hold_even_before_the_first_visit() -> None:
    ban = StatedLimit(K.POWER_GRIP, Quantity.PERMITTED, 0.0, Side.RIGHT)
    capacity = able(on=VISIT_DAY - timedelta(days=1), restrictions=(ban,))
    assert [limit.basis for limit in capacity.limits] == [Basis.SURGEON]
    assert capacity.strengths == ()
    assert capacity.hold(Side.RIGHT) is not None


def test_an_unaffected_hand_is_permitted_all_but_amounts() -> None:
    permitted = {limit.kind for limit in able().limits if limit.side is Side.LEFT}
    assert K.SHARP_OR_MOVING in permitted
    assert K.KEYBOARDING in permitted
    assert permitted.isdisjoint({K.POWER_GRIP, K.TIP_PINCH, K.LIFTING, K.PUSHING})


def test_the_worst_zone_counts_once_all_working_zones_are_tested() -> None:
    state = able().state(Side.RIGHT)
    assert (state.sensation, state.wound) == (Sensation.DIMINISHED_LIGHT_TOUCH, Wound.CLOSED)
    one_finger = (ZoneSensation(Zone.LITTLE, monofilament=2.83),)
    assert sensation_of(one_finger, COEFFICIENTS) is None
    numb = (ZoneSensation(Zone.INDEX, monofilament=4.56),)
    assert sensation_of(numb, COEFFICIENTS) is Sensation.LOSS_OF_PROTECTIVE
    assert sensation_of((ZoneSensation(Zone.INDEX, monofilament=9.9),), COEFFICIENTS) is None


def test_the_latest_visit_counts_and_an_older_one_fills_no_blanks() -> None:
    later = replace(
        VISIT, on=VISIT_DAY + timedelta(days=7), hands=(replace(RIGHT, tip_pinch=None),), tolerances=()
    )
    capacity = able(VISIT, later, on=VISIT_DAY + timedelta(days=7))
    assert capacity.strength(K.TIP_PINCH, Side.RIGHT) is None
    assert limits_of(capacity, K.KEYBOARDING, None, Quantity.HOURS_PER_DAY) == []
    before = able(later, VISIT, on=VISIT_DAY + timedelta(days=6))
    assert before.strength(K.TIP_PINCH, Side.RIGHT) is not None


def test_a_copied_figure_keeps_its_day_and_is_missing_after_its_expiry() -> None:
    validity = (CopyValidity(Measure.GRIP, 21), CopyValidity(Measure.TOLERANCES, 10))
    copy = copy_forward(VISIT, VISIT_DAY + timedelta(days=7), validity)
    fresh = able(VISIT, copy, on=VISIT_DAY + timedelta(days=10))
    grip = fresh.strength(K.POWER_GRIP, Side.RIGHT)
    assert grip is not None
    assert (grip.measured_on, grip.until) == (VISIT_DAY, VISIT_DAY + timedelta(days=21))
    assert limits_of(fresh, K.KEYBOARDING, None, Quantity.HOURS_PER_DAY)
    stale = able(VISIT, copy, on=VISIT_DAY + timedelta(days=22))
    assert stale.strength(K.POWER_GRIP, Side.RIGHT) is None
    assert limits_of(stale, K.KEYBOARDING, None, Quantity.HOURS_PER_DAY) == []


def test_the_hold_on_strength_tests_comes_along() -> None:
    hold = able().hold(Side.RIGHT)
    assert hold is not None
    assert hold.until == VISIT_DAY + timedelta(weeks=6)
    assert able().hold(Side.LEFT) is None


def test_empty_trials_are_no_strength() -> None:
    empty = replace(VISIT, hands=(replace(RIGHT, tip_pinch=Trials((), KGF), grip=()),))
    assert able(empty).strengths == ()


def test_what_was_measured_before_the_operation_describes_another_hand() -> None:
    later = replace(RELEASE, on=VISIT_DAY + timedelta(days=3))
    before = capacity_of((VISIT,), PATIENT, (later,), (), COEFFICIENTS, VISIT_DAY + timedelta(days=2))
    assert before.strength(K.POWER_GRIP, Side.RIGHT) is not None
    after = capacity_of((VISIT,), PATIENT, (later,), (), COEFFICIENTS, VISIT_DAY + timedelta(days=3))
    assert after.strengths == ()
    assert after.state(Side.RIGHT).sensation is None
    assert limits_of(after, K.LIFTING, None, Quantity.LOAD_KG) == []
    assert limits_of(after, K.LIFTING, Side.RIGHT, Quantity.LOAD_KG)
    assert limits_of(after, K.KEYBOARDING, Side.LEFT, Quantity.PERMITTED)


def test_the_other_hand_keeps_its_strength_through_an_operation() -> None:
    later = replace(RELEASE, side=Side.LEFT, on=VISIT_DAY + timedelta(days=3))
    after = capacity_of((VISIT,), PATIENT, (later,), (), COEFFICIENTS, VISIT_DAY + timedelta(days=9))
    assert after.strength(K.POWER_GRIP, Side.RIGHT) is not None
    assert limits_of(after, K.KEYBOARDING, Side.LEFT, Quantity.PERMITTED) == []


def test_conservative_treatment_outdates_nothing() -> None:
    treated = replace(RELEASE, procedure=Procedure.CONSERVATIVE, on=VISIT_DAY + timedelta(days=3))
    after = capacity_of((VISIT,), PATIENT, (treated,), (), COEFFICIENTS, VISIT_DAY + timedelta(days=9))
    assert after.strength(K.POWER_GRIP, Side.RIGHT) is not None
