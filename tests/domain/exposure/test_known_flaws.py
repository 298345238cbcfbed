"""Flaws of published formulas that are kept and said: each is shown here, and each model warns of it."""

import numpy as np
import pytest

from rtw.domain.exposure import cosi, cusi, duet, rnle, rnle_composite, rosa, rsi
from rtw.domain.exposure.composite import ORDER
from rtw.domain.exposure.cosi import CosiInputs, Subtask
from rtw.domain.exposure.cusi import CusiInputs, JobTask
from rtw.domain.exposure.duet import DuetInputs
from rtw.domain.exposure.model import values
from rtw.domain.exposure.rnle_composite import LiftingSubtask, RnleCompositeInputs
from rtw.domain.exposure.rnle_inputs import RnleInputs
from rtw.domain.exposure.rnle_multipliers import Coupling, Units
from rtw.domain.exposure.rosa_inputs import RosaInputs, Use
from rtw.knowledge.load import knowledge

KNOWN = knowledge()


@pytest.mark.parametrize(
    ("multiplier", "joint"), [(rsi.efforts_multiplier, 90.0), (rsi.duration_multiplier, 60.0)]
)
def test_the_strain_index_falls_a_little_where_its_pieces_join(multiplier, joint: float) -> None:  # type: ignore[no-untyped-def]
    at, above = multiplier(values(joint, np.nextafter(joint, np.inf)), KNOWN.rsi)
    assert 0.999 * at < above < at


def test_more_force_in_one_kind_of_effort_can_lower_the_composite() -> None:
    often, seldom = Subtask(0.10, 10.0, 0.5, 0.0), Subtask(0.5, 1.0, 2.0, 0.0)
    harder = Subtask(0.102, 10.0, 0.5, 0.0)
    before = cosi.compute(CosiInputs(8.0, (often, seldom)), KNOWN.rsi)
    after = cosi.compute(CosiInputs(8.0, (harder, seldom)), KNOWN.rsi)
    assert after.rsi[0] > before.rsi[0]
    assert after.cosi < 0.9 * before.cosi


def test_more_strain_in_one_task_can_lower_the_cumulative_index() -> None:
    brief = JobTask(0.1, cosi=5.0)
    before = cusi.compute(CusiInputs((JobTask(4.0, cosi=4.95), brief)), KNOWN.rsi)
    after = cusi.compute(CusiInputs((JobTask(4.0, cosi=5.05), brief)), KNOWN.rsi)
    assert after.cusi < 0.7 * before.cusi


def test_the_flaws_of_the_strain_indices_are_said() -> None:
    assert all(rsi.JOINTS in model.not_for for model in (rsi.MODEL, cosi.MODEL, cusi.MODEL))
    assert all(ORDER in model.not_for for model in (cosi.MODEL, cusi.MODEL))


def test_too_little_damage_has_no_probability_and_says_so() -> None:
    least = KNOWN.duet.no_probability_below.value
    below, at = DuetInputs(cumulative_damage=least * 0.99), DuetInputs(cumulative_damage=least)
    assert duet.compute(below, KNOWN.duet).probability_percent is None
    assert duet.compute(at, KNOWN.duet).probability_percent == pytest.approx(3.2708, abs=1e-4)
    assert duet.warnings(at, KNOWN.duet) == ()
    assert duet.warnings(below, KNOWN.duet) == (
        "Damage lies below 5e-06: the published workbook gives no probability there.",
    )


def _lift(hours: float, recovery: float | None) -> RnleInputs:
    return RnleInputs(
        Units.US,
        10.0,
        30.0,
        10.0,
        0.0,
        load=20.0,
        lifts_per_minute=1.0,
        duration_hours=hours,
        recovery_hours=recovery,
        coupling=Coupling.GOOD,
    )


@pytest.mark.parametrize(
    ("hours", "recovery", "is_said"),
    [(1.0, None, True), (2.0, None, True), (1.0, 1.0, False), (8.0, None, False)],
)
def test_a_recovery_nobody_stated_is_said_to_be_assumed(
    hours: float, recovery: float | None, is_said: bool
) -> None:
    said = [text for text in rnle.warnings(_lift(hours, recovery), KNOWN.rnle) if "recovery_hours" in text]
    assert bool(said) is is_said
    if is_said:
        rested, tired = (rnle.compute(_lift(hours, r), KNOWN.rnle).rwl for r in (None, 0.0))
        assert tired < rested


def test_the_composite_of_lifts_says_which_recovery_is_assumed() -> None:
    parts = tuple(
        LiftingSubtask(20.0, 10.0, 30.0, 10.0, 0.0, 1.0, hours, recovery, Coupling.GOOD)
        for hours, recovery in ((1.0, None), (2.0, 2.0))
    )
    said = rnle_composite.warnings(RnleCompositeInputs(Units.US, parts), KNOWN.rnle)
    assert any(text.startswith("recovery_hours is not stated: after 1 h of lifting") for text in said)


def test_rosa_says_that_its_order_of_use_and_grid_is_inferred() -> None:
    with_use = RosaInputs(Use(None, 5.0), seat_sum=3, support_sum=3, mouse_sum=2, mouse_use=Use(None, 5.0))
    without = RosaInputs(Use(None, 5.0), seat_sum=3, support_sum=3, mouse_sum=3)
    assert any("inferred" in text for text in rosa.warnings(with_use, KNOWN.rosa))
    assert not any("inferred" in text for text in rosa.warnings(without, KNOWN.rosa))
