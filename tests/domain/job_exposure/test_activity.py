"""Zones of hand activity."""

from hypothesis import given
from hypothesis import strategies as st

from rtw.domain.exposure.tlv_hal import Zone
from rtw.domain.hands import Side
from rtw.domain.job_exposure.activity import activity_zone
from rtw.domain.job_exposure.job import Span, TaskExposure
from rtw.knowledge.load import knowledge

C = knowledge().tlv_hal
ORDER = list(Zone)


def task(hal: Span | None, peak: Span | None) -> TaskExposure:
    return TaskExposure("Pack", 0, Side.RIGHT, None, hal, None, peak, ())


def test_a_settled_zone_and_an_open_one() -> None:
    settled = activity_zone(task(Span(1.0, 1.0), Span(0.1, 0.2)), C)
    assert settled.least is settled.most is Zone.BELOW_ACTION_LIMIT
    assert settled.words == "below the action limit"
    spanning = activity_zone(task(Span(4.0, 4.0), Span(0.1, 0.6)), C)
    assert (spanning.least, spanning.most) == (Zone.BELOW_ACTION_LIMIT, Zone.ABOVE_TLV)
    assert spanning.words.startswith("cannot say")


def test_what_is_not_known_has_no_zone() -> None:
    assert activity_zone(task(None, Span(0.1, 0.1)), C) is None
    assert activity_zone(task(Span(1.0, None), Span(0.1, 0.1)), C) is None
    assert activity_zone(task(Span(1.0, 1.0), None), C) is None


def test_a_force_beyond_the_hand_is_above_the_limit() -> None:
    assert activity_zone(task(Span(1.0, 1.0), Span(1.4, 1.6)), C).least is Zone.ABOVE_TLV


@given(level=st.floats(0, 10), share=st.floats(0, 1), more=st.floats(0, 0.5))
def test_more_force_or_activity_never_lies_in_a_milder_zone(level: float, share: float, more: float) -> None:
    low = activity_zone(task(Span(level, level), Span(share, share)), C).least
    high = activity_zone(
        task(Span(min(10, level + more), min(10, level + more)), Span(share + more, share + more)), C
    )
    assert ORDER.index(high.least) >= ORDER.index(low)
