"""Maximum acceptable effort against its published anchors, and as a law."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtw.domain.exposure.mae import MaeCoefficients, duty_cycle_at, mae, mae_warnings

POTVIN = MaeCoefficients(0.24, 1 / 28800, 0.5, 0.0723, "potvin_2012")
shares = st.floats(0, 1)


@pytest.mark.parametrize(
    ("duty_cycle", "share"),
    [(0.01, 0.669), (0.05, 0.513), (0.10, 0.425), (0.25, 0.283), (0.50, 0.153), (0.75, 0.067), (0.90, 0.025)],
)
def test_anchor(duty_cycle: float, share: float) -> None:
    assert mae(duty_cycle, POTVIN) == pytest.approx(share, abs=0.0006)


def test_one_effort_a_day_may_take_the_whole_strength() -> None:
    assert mae(1 / 28800, POTVIN) == 1.0
    assert mae(0.0, POTVIN) == 1.0


def test_the_right_formula_and_none_of_its_wrong_variants() -> None:
    assert mae(0.01, POTVIN) != pytest.approx(1 - 0.01**0.24, abs=1e-6)
    assert mae(0.01, POTVIN) < 1.0


@given(low=shares, high=shares)
def test_more_of_the_time_never_allows_more(low: float, high: float) -> None:
    first, second = sorted((low, high))
    assert mae(second, POTVIN) <= mae(first, POTVIN)
    assert 0.0 <= mae(second, POTVIN) <= 1.0


@given(duty_cycle=st.floats(0.001, 0.99))
def test_the_inverse_gives_the_duty_cycle_back(duty_cycle: float) -> None:
    assert duty_cycle_at(mae(duty_cycle, POTVIN), POTVIN) == pytest.approx(duty_cycle, abs=1e-9)


@pytest.mark.parametrize("share", [-0.01, 1.01])
def test_outside_0_to_1_is_a_bug(share: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        mae(share, POTVIN)
    with pytest.raises(ValueError, match="between 0 and 1"):
        duty_cycle_at(share, POTVIN)


def test_warnings_say_where_the_fit_is_thin() -> None:
    assert len(mae_warnings(0.2, POTVIN)) == 1
    assert any("Few data" in warning for warning in mae_warnings(0.5, POTVIN))
    assert any("one effort a day" in warning for warning in mae_warnings(0.0, POTVIN))
