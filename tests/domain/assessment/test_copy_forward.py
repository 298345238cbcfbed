"""Copying a visit forward: what comes along, how old it is, when it lapses."""

from dataclasses import replace
from datetime import date, timedelta

from visit_samples import VISIT, VISIT_DAY

from rtw.domain.assessment.assessment import Measure
from rtw.domain.assessment.copy_forward import CopyValidity, copy_forward, retaken, without_expired
from rtw.domain.assessment.findings import HandFindings
from rtw.domain.hands import Side

VALIDITY = (
    CopyValidity(Measure.GRIP, 28),
    CopyValidity(Measure.SENSATION, 14),
    CopyValidity(Measure.PAIN, 7),
)
WEEK_LATER = VISIT_DAY + timedelta(days=7)


def test_what_is_valid_comes_along_with_its_date_and_expiry() -> None:
    copy = copy_forward(VISIT, WEEK_LATER, VALIDITY, "B. Therapist")
    assert (copy.on, copy.assessor, copy.notes) == (WEEK_LATER, "B. Therapist", None)
    assert copy.hand(Side.RIGHT).grip == VISIT.hand(Side.RIGHT).grip
    mark = copy.carried(Measure.GRIP, Side.RIGHT)
    assert mark is not None
    assert (mark.measured_on, mark.until) == (VISIT_DAY, VISIT_DAY + timedelta(days=28))
    assert copy.taken_on(Measure.GRIP, Side.RIGHT) == VISIT_DAY


def test_what_has_no_validity_or_is_too_old_is_left_blank() -> None:
    copy = copy_forward(VISIT, VISIT_DAY + timedelta(days=15), VALIDITY)
    right = copy.hand(Side.RIGHT)
    assert right.grip
    assert (right.sensation, right.tip_pinch, right.wound) == ((), None, None)
    assert (copy.pain_work, copy.tolerances) == (None, ())


def test_a_pain_of_nought_is_a_finding() -> None:
    copy = copy_forward(replace(VISIT, pain_work=None), WEEK_LATER, VALIDITY)
    assert copy.pain_rest == 0.0


def test_copying_a_copy_never_makes_it_younger() -> None:
    first = copy_forward(VISIT, WEEK_LATER, VALIDITY)
    second = copy_forward(first, VISIT_DAY + timedelta(days=21), VALIDITY)
    assert second.taken_on(Measure.GRIP, Side.RIGHT) == VISIT_DAY
    third = copy_forward(second, VISIT_DAY + timedelta(days=29), VALIDITY)
    assert third.hand(Side.RIGHT).grip == ()


def test_limits_and_restrictions_stay_until_somebody_lifts_them() -> None:
    copy = copy_forward(VISIT, date(2027, 3, 2), VALIDITY)
    assert copy.surgeon_restrictions == VISIT.surgeon_restrictions
    assert copy.therapist_limits == VISIT.therapist_limits
    mark = copy.carried(Measure.THERAPIST_LIMITS, None)
    assert mark is not None
    assert mark.until is None
    assert without_expired(copy, date(2028, 1, 1)).therapist_limits == VISIT.therapist_limits


def test_the_word_that_a_hand_is_unaffected_lapses_like_any_finding() -> None:
    assert copy_forward(VISIT, WEEK_LATER, VALIDITY).hand(Side.LEFT) == HandFindings(Side.LEFT)
    with_word = (*VALIDITY, CopyValidity(Measure.UNAFFECTED, 90))
    assert copy_forward(VISIT, WEEK_LATER, with_word).hand(Side.LEFT).unaffected


def test_a_new_measurement_loses_the_mark() -> None:
    copy = retaken(copy_forward(VISIT, WEEK_LATER, VALIDITY), Measure.GRIP, Side.RIGHT)
    assert copy.carried(Measure.GRIP, Side.RIGHT) is None
    assert copy.carried(Measure.SENSATION, Side.RIGHT) is not None
    assert copy.taken_on(Measure.GRIP, Side.RIGHT) == WEEK_LATER


def test_an_expired_copy_is_missing_and_the_last_day_still_counts() -> None:
    copy = copy_forward(VISIT, WEEK_LATER, VALIDITY)
    last = VISIT_DAY + timedelta(days=14)
    assert without_expired(copy, last).hand(Side.RIGHT).sensation
    after = without_expired(copy, last + timedelta(days=1))
    assert after.hand(Side.RIGHT).sensation == ()
    assert after.hand(Side.RIGHT).grip
    assert after.pain_work is None
