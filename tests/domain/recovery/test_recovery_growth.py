"""The cautious growth taken from a published band."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.operation import Operation, Procedure
from rtw.domain.hands import Side
from rtw.domain.planning import strength_forecast
from rtw.domain.recovery.growth import NOT_PUBLISHED, RecoveryBand, RecoveryPoint, cautious_share

BAND = RecoveryBand(
    Procedure.OPEN_CARPAL_TUNNEL_RELEASE,
    DemandKind.POWER_GRIP,
    (RecoveryPoint(6, 0.63, 0.88), RecoveryPoint(13, 1.0, 1.09), RecoveryPoint(26, 1.0, 1.26)),
    "band",
)
weeks = st.floats(0, 60)


def test_the_slower_edge_counts() -> None:
    """From week 6 to 13 the lower edge grows by 59 %, the upper by 24 %."""
    growth = cautious_share(BAND, 6, 13)
    assert growth.share == pytest.approx(1.09 / 0.88)
    assert growth.source == "band"


def test_between_points_the_edges_are_straight() -> None:
    assert cautious_share(BAND, 6, 9.5).share == pytest.approx((0.88 + 0.105) / 0.88)


def test_the_lower_edge_counts_where_it_is_flat() -> None:
    assert cautious_share(BAND, 13, 26).share == 1.0


def test_nothing_is_assumed_outside_the_band_or_without_one() -> None:
    assert cautious_share(BAND, 26, 52).share == 1.0
    assert cautious_share(BAND, 1, 5).share == 1.0
    assert (cautious_share(None, 2, 9).share, cautious_share(None, 2, 9).reason) == (1.0, NOT_PUBLISHED)
    assert cautious_share(BAND, 9, 9).share == 1.0


def test_a_published_fall_is_not_hidden() -> None:
    points = (RecoveryPoint(0, 1.0, 1.0), RecoveryPoint(3, 0.28, 0.74))
    falling = RecoveryBand(Procedure.OPEN_CARPAL_TUNNEL_RELEASE, DemandKind.POWER_GRIP, points, "band")
    assert cautious_share(falling, 0, 3).share == pytest.approx(0.28)


@given(begin=weeks, end=weeks)
def test_growth_is_never_above_either_edge(begin: float, end: float) -> None:
    share = cautious_share(BAND, begin, end).share
    assert 0 < share <= max(1.0, 1.26 / 0.88)


def expected(procedure: Procedure, kind: DemandKind) -> float:
    """Strength expected in week 13 of that measured in week 6, where only BAND is published."""
    day = date(2026, 1, 5)
    forecast = strength_forecast((Operation(Side.RIGHT, procedure, day),), (BAND,))
    return forecast.share(kind, Side.RIGHT, day + timedelta(weeks=6), day + timedelta(weeks=13))


def test_the_band_of_another_procedure_or_strength_is_not_borrowed() -> None:
    grown = expected(Procedure.OPEN_CARPAL_TUNNEL_RELEASE, DemandKind.POWER_GRIP)
    assert grown == pytest.approx(1.09 / 0.88)
    assert expected(Procedure.RADIAL_TUNNEL_RELEASE, DemandKind.POWER_GRIP) == 1.0
    assert expected(Procedure.OPEN_CARPAL_TUNNEL_RELEASE, DemandKind.KEY_PINCH) == 1.0


def test_of_two_operations_on_one_day_the_course_of_one_alone_is_not_taken() -> None:
    carpal = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, date(2026, 1, 5))
    guyon = Operation(Side.RIGHT, Procedure.GUYON_CANAL_RELEASE, date(2026, 1, 5))
    for operations in ((carpal, guyon), (guyon, carpal)):
        assert strength_forecast(operations, (BAND,)).bands == ()
    later = replace(carpal, on=date(2026, 2, 5))
    assert strength_forecast((guyon, later), (BAND,)).bands == (BAND,)


def test_beside_an_operation_of_the_hand_without_a_day_nothing_grows() -> None:
    carpal = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, date(2026, 1, 5))
    undated = Operation(Side.RIGHT, Procedure.CUBITAL_TUNNEL_IN_SITU)
    assert strength_forecast((carpal, undated), (BAND,)) is None
    assert strength_forecast((carpal, replace(undated, side=Side.LEFT)), (BAND,)).bands == (BAND,)
    splinted = replace(undated, procedure=Procedure.CONSERVATIVE)
    assert strength_forecast((carpal, splinted), (BAND,)).bands == (BAND,)
