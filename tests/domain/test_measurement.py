"""Means, spread, the other hand and change since last time, as they appear while typing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_profiles.kinds import DemandKind
from rtw.domain.measurement import (
    AmountUnit,
    Change,
    StrengthError,
    Trials,
    change_since,
    mean,
    percent_of,
    standard_deviation,
    variation_percent,
)

KILOGRAMS = AmountUnit.KILOGRAM_FORCE


def test_three_trials_by_hand() -> None:
    """20, 22 and 24: mean 22, sample SD 2, variation 9.1 %."""
    values = (20.0, 22.0, 24.0)
    assert mean(values) == 22.0
    assert standard_deviation(values) == 2.0
    assert variation_percent(values) == pytest.approx(9.0909, abs=1e-4)


def test_one_trial_has_no_spread_and_none_has_no_mean() -> None:
    assert mean(()) is None
    assert standard_deviation((20.0,)) is None
    assert variation_percent((20.0,)) is None
    assert variation_percent((0.0, 0.0)) is None


def test_a_gauge_in_kilograms_means_kilograms_of_force() -> None:
    assert Trials((10.0,), AmountUnit.KILOGRAM).newtons == Trials((10.0,), KILOGRAMS).newtons
    assert Trials((10.0,), KILOGRAMS).mean_n == pytest.approx(98.0665)
    assert Trials((10.0,), AmountUnit.POUND_FORCE).mean_n == pytest.approx(44.482, abs=1e-3)
    assert Trials((10.0,), AmountUnit.NEWTON).mean_n == 10.0


def test_mass_has_no_newtons() -> None:
    assert AmountUnit.POUND.kilograms == pytest.approx(0.45359237)
    with pytest.raises(ValueError, match="mass"):
        _ = AmountUnit.NEWTON.kilograms


def test_change_within_the_error_is_noise() -> None:
    assert change_since(200.0, 150.0, 63.7).change is Change.NOISE
    grown = change_since(220.0, 150.0, 63.7)
    assert (grown.change, grown.difference) == (Change.REAL, 70.0)
    assert grown.percent == pytest.approx(46.67, abs=0.01)
    assert change_since(80.0, 150.0, 63.7).change is Change.REAL


@given(values=st.lists(st.floats(1, 500), min_size=2, max_size=3), factor=st.floats(0.1, 10))
def test_variation_does_not_depend_on_the_unit(values: list[float], factor: float) -> None:
    scaled = tuple(value * factor for value in values)
    assert variation_percent(scaled) == pytest.approx(variation_percent(tuple(values)), abs=1e-6)


@given(strength=st.floats(0, 600))
def test_the_error_is_never_more_than_the_strength(strength: float) -> None:
    share = StrengthError(DemandKind.KEY_PINCH, "x", error_n=30.0, error_share=0.2)
    assert 0 <= share.at(strength) <= strength or strength == 0
    assert share.at(300.0) == 60.0
    assert share.at(100.0) == 30.0


def test_percent_of_nothing_is_nothing() -> None:
    assert percent_of(10.0, None) is None
    assert percent_of(None, 10.0) is None
    assert percent_of(10.0, 0.0) is None
