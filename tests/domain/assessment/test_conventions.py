"""The conventions hang together with the rules that use them."""

from visit_samples import VISIT, VISIT_DAY

from rtw.domain.assessment.assessment import Measure
from rtw.domain.assessment.conventions import COPY_VALIDITY, PLAUSIBILITY
from rtw.domain.assessment.copy_forward import HAND_FIELDS, STANDING, VISIT_FIELDS, copy_forward
from rtw.domain.assessment.plausibility import plausibility
from rtw.domain.measurement import AmountUnit


def test_every_measure_has_its_fields_and_is_copied_or_asked_anew() -> None:
    assert set(HAND_FIELDS) | set(VISIT_FIELDS) == set(Measure)
    copied = {entry.measure for entry in COPY_VALIDITY} | STANDING
    assert set(Measure) - copied == {Measure.PAIN, Measure.NIGHT_WAKING}
    assert all(entry.source for entry in COPY_VALIDITY)


def test_pain_is_asked_anew_the_same_day() -> None:
    copy = copy_forward(VISIT, VISIT_DAY, COPY_VALIDITY)
    assert (copy.pain_rest, copy.pain_work, copy.night_waking_per_week) == (None, None, None)
    assert copy.tolerances == VISIT.tolerances


def test_a_pound_for_a_kilogram_is_noticed() -> None:
    factor = AmountUnit.KILOGRAM_FORCE.newtons / AmountUnit.POUND_FORCE.newtons
    assert 1.0 < PLAUSIBILITY.change_factor < factor
    assert 1.0 < PLAUSIBILITY.trial_factor < factor
    assert plausibility(VISIT, None, PLAUSIBILITY) == ()
