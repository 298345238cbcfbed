"""What posture and glove leave of strength."""

import pytest

from rtw.domain.figure import Figure, SourceId, Verified
from rtw.domain.job_exposure.modifiers import Circumstance, Modifier, strength_left
from rtw.knowledge.load import knowledge


def modifier(when: Circumstance, low: float, high: float) -> Modifier:
    figure = Figure(low, "share of strength", "m", SourceId("s"), "Adults", Verified.YES, low=low, high=high)
    return Modifier(f"{when}-{low}", when, figure)


def test_nothing_that_applies_leaves_all_strength() -> None:
    assert strength_left(()) == (1.0, 1.0)


def test_sources_on_one_circumstance_span_and_different_circumstances_multiply() -> None:
    flexed = (modifier(Circumstance.WRIST_FLEXED, 0.7, 1.0), modifier(Circumstance.WRIST_FLEXED, 0.6, 0.8))
    glove = modifier(Circumstance.GLOVE, 0.5, 0.9)
    assert strength_left(flexed) == (0.6, 1.0)
    assert strength_left((*flexed, glove)) == pytest.approx((0.3, 0.9))


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (0.5, 1.2)])
def test_a_share_that_cannot_be_is_refused(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        modifier(Circumstance.GLOVE, low, high)


def test_every_circumstance_has_a_published_modifier() -> None:
    held = {each.when for each in knowledge().strength_modifiers.modifiers}
    assert held == set(Circumstance)
