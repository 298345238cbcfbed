"""The NIOSH lifting equation: its edges, what it refuses, and the laws of its composite."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtw.domain.exposure.quantity import ContradictionError
from rtw.domain.exposure.rnle import compute, risk_of, warnings
from rtw.domain.exposure.rnle_composite import LiftingSubtask, RnleCompositeInputs
from rtw.domain.exposure.rnle_composite import compute as composite
from rtw.domain.exposure.rnle_composite import warnings as composite_warnings
from rtw.domain.exposure.rnle_inputs import Destination, RnleInputs
from rtw.domain.exposure.rnle_multipliers import Coupling, Units, frequency_multiplier
from rtw.domain.exposure.rnle_result import Risk
from rtw.knowledge.load import knowledge

C = knowledge().rnle
BEST = RnleInputs(Units.METRIC, 25, 75, 25, 0, load=23, frequency_multiplier=1, coupling=Coupling.GOOD)
OFTEN = replace(BEST, frequency_multiplier=None, lifts_per_minute=2.0, duration_hours=1.0)
parts = st.builds(
    LiftingSubtask,
    load=st.floats(0.5, 30),
    horizontal=st.floats(20, 60),
    vertical=st.floats(80, 160),
    travel=st.floats(0, 160),
    asymmetry_deg=st.floats(0, 130),
    lifts_per_minute=st.floats(0.2, 3),
    duration_hours=st.just(1.0),
    coupling=st.sampled_from(Coupling),
)


@pytest.mark.parametrize(("units", "constant"), [(Units.METRIC, 23), (Units.US, 51)])
def test_the_best_lift_may_weigh_the_load_constant(units: Units, constant: float) -> None:
    near = {Units.METRIC: (25, 75, 25), Units.US: (10, 30, 10)}[units]
    found = compute(replace(BEST, units=units, horizontal=near[0], vertical=near[1], travel=near[2]), C)
    assert found.rwl == pytest.approx(constant)


@pytest.mark.parametrize(
    ("field", "last", "name"),
    [("horizontal", 63, "hm"), ("vertical", 175, "vm"), ("travel", 175, "dm"), ("asymmetry_deg", 135, "am")],
)
def test_beyond_its_last_value_a_multiplier_is_nothing(field: str, last: float, name: str) -> None:
    assert getattr(compute(replace(BEST, **{field: last}), C), name) > 0.3
    beyond = replace(BEST, **{field: last + 0.1})
    found = compute(beyond, C)
    assert (getattr(found, name), found.rwl, found.lifting_index, found.risk) == (0, 0, None, Risk.MOST)
    assert any("nothing may be lifted" in each for each in warnings(beyond, C))


def test_below_its_first_value_a_multiplier_changes_no_more() -> None:
    assert compute(replace(BEST, horizontal=1, travel=0), C) == compute(BEST, C)


@pytest.mark.parametrize(
    ("per_minute", "duration", "is_high", "expected"),
    [
        (0.05, "1h", False, 1.0),
        (5.333, "1h", False, 0.80 - 0.333 * 0.05),
        (2.4, "8h", True, 0.65 - 0.4 * 0.10),
        (15, "1h", True, 0.28),
        (15, "1h", False, 0.0),
        (15.1, "1h", True, 0.0),
        (9, "8h", False, 0.0),
        (9, "8h", True, 0.15),
    ],
)
def test_frequency_is_read_from_its_table_and_between_rows(
    per_minute: float, duration: str, is_high: bool, expected: float
) -> None:
    assert frequency_multiplier(per_minute, duration, C, is_high=is_high) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("hours", "recovery", "column"),
    [
        (1, None, "1h"),
        (1, 1, "1h"),
        (1, 0.9, "2h"),
        (1, 0.2, "8h"),
        (2, 0.6, "2h"),
        (2, 0.5, "8h"),
        (8, 0, "8h"),
    ],
)
def test_too_short_a_recovery_makes_the_longer_duration_count(
    hours: float, recovery: float | None, column: str
) -> None:
    assert C.duration_column(hours, recovery) == column


def test_more_than_eight_hours_is_refused() -> None:
    with pytest.raises(ContradictionError, match="8 hours") as refused:
        compute(replace(OFTEN, duration_hours=8.5), C)
    assert refused.value.field == "duration_hours"


def test_one_hand_is_refused_unless_its_extension_is_named() -> None:
    with pytest.raises(ContradictionError, match="two hands") as refused:
        compute(replace(BEST, one_handed=True), C)
    assert refused.value.field == "one_handed"
    extended = replace(BEST, one_handed=True, one_handed_en_1005_2=True)
    assert compute(extended, C).rwl == pytest.approx(0.6 * 23)
    assert any("outside the NIOSH" in each for each in warnings(extended, C))


def test_the_lower_end_of_a_lift_counts_and_frequency_goes_by_its_origin() -> None:
    low = replace(OFTEN, vertical=20.0, travel=80.0, lifts_per_minute=13.0)
    end = replace(low, vertical=100.0)
    assert compute(low, C).fm == 0.0 < compute(end, C).fm
    carried = replace(OFTEN, vertical=20.0, travel=80.0, destination=Destination(50, 100, 30))
    found = compute(carried, C)
    assert found.governed_by == "destination"
    assert found.destination is not None
    assert found.rwl == found.destination.rwl < found.origin.rwl
    assert found.destination.fm == found.origin.fm
    near = replace(carried, destination=Destination(25, 75, 0))
    assert compute(near, C).governed_by == "origin"
    assert any("travel" in each for each in warnings(near, C))


def test_a_load_constant_of_ones_own_is_said() -> None:
    own = replace(BEST, load_constant=25)
    assert compute(own, C).rwl == pytest.approx(25)
    assert any("25" in each and "NIOSH" in each for each in warnings(own, C))
    assert any("exactly 1" in each for each in warnings(BEST, C))


@given(part=parts)
def test_a_composite_of_one_lift_is_the_lift(part: LiftingSubtask) -> None:
    alone = RnleCompositeInputs(Units.METRIC, (part,))
    found = composite(alone, C)
    assert found.composite_lifting_index == found.subtasks[0].single_task_lifting_index
    assert found.risk is risk_of(found.composite_lifting_index, part.load, C)


@given(given_parts=st.lists(parts, min_size=2, max_size=4), data=st.data())
def test_the_order_of_lifts_changes_nothing(given_parts: list[LiftingSubtask], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(given_parts))
    first, second = (
        composite(RnleCompositeInputs(Units.METRIC, tuple(p)), C) for p in (given_parts, shuffled)
    )
    assert first.composite_lifting_index == pytest.approx(second.composite_lifting_index)
    highest = max(part.single_task_lifting_index or 0.0 for part in first.subtasks)
    assert (first.composite_lifting_index or 0.0) >= highest * (1 - 1e-12)


def test_lifts_that_together_are_too_frequent_have_no_index() -> None:
    part = LiftingSubtask(5, 25, 80, 25, 0, 9, 1, coupling=Coupling.GOOD)
    inputs = RnleCompositeInputs(Units.METRIC, (part, replace(part, load=4)))
    assert composite(inputs, C).composite_lifting_index is None
    assert composite(inputs, C).risk is Risk.MOST
    assert any("nothing may be lifted" in each for each in composite_warnings(inputs, C))
    mixed = RnleCompositeInputs(
        Units.METRIC, (replace(part, lifts_per_minute=1), replace(part, lifts_per_minute=1, duration_hours=2))
    )
    assert any("duration_hours" in each for each in composite_warnings(mixed, C))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"frequency_multiplier": None}, "frequency_multiplier"),
        ({"lifts_per_minute": 2.0, "duration_hours": 1.0}, "frequency_multiplier"),
        ({"frequency_multiplier": None, "lifts_per_minute": 2.0}, "frequency_multiplier"),
        ({"duration_hours": 1.0}, "frequency_multiplier"),
        ({"coupling": None}, "coupling"),
        ({"coupling_multiplier": 0.9}, "coupling"),
    ],
)
def test_what_is_given_twice_by_half_or_not_at_all_is_refused(changed: dict[str, float], field: str) -> None:
    with pytest.raises(ContradictionError) as refused:
        replace(BEST, **changed)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("load", "risk"),
    [
        (0, Risk.ACCEPTABLE),
        (23, Risk.ACCEPTABLE),
        (23.1, Risk.INCREASED),
        (69, Risk.INCREASED),
        (70, Risk.MOST),
    ],
)
def test_an_index_says_whose_risk_is_increased(load: float, risk: Risk) -> None:
    assert compute(replace(BEST, load=load), C).risk is risk
