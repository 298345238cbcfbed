"""Laws of the other models: what must hold of them whatever the numbers, and what they must refuse."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtw.domain.exposure import duet, hal, hav_a8, mae, rosa, strain_index_1995, strength_classes, tlv_hal
from rtw.domain.exposure.model import values
from rtw.domain.exposure.rosa_inputs import RosaInputs, Use
from rtw.domain.exposure.rosa_items import Mouse, MouseReach
from rtw.domain.exposure.strain_index_1995 import StrainIndexInputs, WorkSpeed, WristPosture
from rtw.domain.exposure.strength_classes import Frequency, StrengthClass
from rtw.domain.exposure.tlv_hal import TlvHalInputs, Zone
from rtw.domain.exposure.tlv_hal_lines import Edition
from rtw.knowledge.for_exposure import strength_class_coefficients
from rtw.knowledge.load import knowledge

KNOWN = knowledge()
CLASSES = strength_class_coefficients(KNOWN)
frequencies = st.floats(0.01, 5.0)
duties = st.floats(0.0, 100.0)
levels = st.floats(0.0, 10.0)
ratings = st.floats(0.0, 10.0)


# Hand activity level


@given(often=frequencies, duty=duties, more=st.floats(1.0, 3.0))
def test_more_activity_never_gives_a_lower_level(often: float, duty: float, more: float) -> None:
    pair = values(often, often * more)
    level = hal.hal(pair, values(duty, duty), KNOWN.hal)
    assert 0.0 <= level[0] <= level[1] + 1e-12 <= hal.TOP
    level = hal.hal(values(often, often), values(duty, min(100.0, duty * more)), KNOWN.hal)
    assert level[0] <= level[1] + 1e-12


def test_the_level_of_no_activity_is_nothing_and_of_too_much_stays_on_the_scale() -> None:
    often, duty = values(0.0, 1.0, 0.0, 1e300, 1.0), values(50.0, 0.0, 0.0, 100.0, 250.0)
    assert hal.hal(often, duty, KNOWN.hal) == pytest.approx([0, 0, 0, 9.4999, 7.2271], abs=1e-3)


def test_outside_the_fit_and_off_the_scale_is_said() -> None:
    inside = hal.HalInputs(1.0, 50.0)
    outside = hal.HalInputs(2.0, 0.5)
    assert hal.warnings(inside, KNOWN.hal) == ()
    assert len(hal.warnings(outside, KNOWN.hal)) == 3
    assert hal.compute(outside, KNOWN.hal).hal == 0.0 > hal.compute(outside, KNOWN.hal).unclipped


# Hand activity limits


@given(level=levels, npf=st.floats(0, 10), edition=st.sampled_from(Edition))
def test_zones_lie_between_the_lines(level: float, npf: float, edition: Edition) -> None:
    found = tlv_hal.compute(TlvHalInputs(level, npf=npf, edition=edition), KNOWN.tlv_hal)
    assert 0.0 <= found.action_limit_npf <= found.tlv_npf
    assert (found.zone is Zone.ABOVE_TLV) == (npf > found.tlv_npf)
    assert (found.zone is Zone.BELOW_ACTION_LIMIT) == (npf < found.action_limit_npf)


@given(level=levels)
def test_the_limit_of_2018_is_the_action_limit_of_2001(level: float) -> None:
    (new, _), (_, old) = (tlv_hal.limits(values(level), each, KNOWN.tlv_hal) for each in Edition)
    assert new == pytest.approx(old)


def test_a_percentage_of_strength_is_ten_times_the_force() -> None:
    by_percent, by_npf = TlvHalInputs(4, percent_mvc=35), TlvHalInputs(4, npf=3.5)
    assert tlv_hal.compute(by_percent, KNOWN.tlv_hal) == tlv_hal.compute(by_npf, KNOWN.tlv_hal)
    none = tlv_hal.compute(TlvHalInputs(4), KNOWN.tlv_hal)
    assert (none.npf, none.zone, none.peak_force_index) == (None, None, None)
    at_the_end = tlv_hal.compute(TlvHalInputs(10, npf=3), KNOWN.tlv_hal)
    assert (at_the_end.tlv_npf, at_the_end.peak_force_index) == (pytest.approx(0.0), None)


def test_work_the_limits_are_not_for_is_said() -> None:
    told = tlv_hal.warnings(TlvHalInputs(9.5, percent_mvc=8, hours_per_day=2), KNOWN.tlv_hal)
    assert [any(word in each for each in told) for word in ("4 to 8 h", "10 %", "hal 9.5", "is 0")] == [
        True
    ] * 4
    assert any(
        "2001" in each for each in tlv_hal.warnings(TlvHalInputs(5, edition=Edition.OF_2001), KNOWN.tlv_hal)
    )


# Tendon damage


def test_whole_ratings_have_the_damage_of_the_table() -> None:
    table = KNOWN.duet.damage.column("damage_per_cycle")
    assert duet.damage_per_cycle(np.arange(11.0), KNOWN.duet).tolist() == list(table)
    mixed = duet.damage_per_cycle(values(2.0, 2.5, np.nan, 10.0), KNOWN.duet)
    assert mixed[[0, 3]].tolist() == [table[2], table[10]]
    assert mixed[1] == pytest.approx((table[2] * table[3]) ** 0.5)
    assert np.isnan(mixed[2])


@given(low=ratings, high=ratings)
def test_a_harder_effort_never_does_less_damage(low: float, high: float) -> None:
    damage = duet.damage_per_cycle(values(*sorted((low, high))), KNOWN.duet)
    assert 0.0 < damage[0] <= damage[1] * (1 + 1e-12)


@given(rating=ratings, first=st.floats(0, 1e5), second=st.floats(0, 1e5))
def test_repetitions_may_be_counted_together_or_apart(rating: float, first: float, second: float) -> None:
    apart = duet.DuetInputs((duet.DuetTask(rating, first), duet.DuetTask(rating, second)))
    together = duet.DuetInputs((duet.DuetTask(rating, first + second),))
    found = [duet.compute(each, KNOWN.duet).cumulative_damage for each in (apart, together)]
    assert found[0] == pytest.approx(found[1])


def test_without_damage_there_is_no_probability() -> None:
    idle = duet.DuetInputs((duet.DuetTask(5, 0),))
    assert duet.compute(idle, KNOWN.duet).probability_percent is None
    assert any("not defined" in each for each in duet.warnings(idle, KNOWN.duet))
    between = duet.DuetInputs((duet.DuetTask(2.5, 10),))
    assert any("2.5" in each for each in duet.warnings(between, KNOWN.duet))
    assert duet.warnings(duet.DuetInputs((duet.DuetTask(2, 10),)), KNOWN.duet) == ()


# Acceptable effort and vibration


@given(cycles=st.lists(st.floats(0, 1), min_size=1, max_size=9))
def test_many_duty_cycles_at_once_are_each_alone(cycles: list[float]) -> None:
    many = mae.acceptable_share(np.array(cycles), KNOWN.mae.plain)
    assert many.tolist() == [mae.mae(each, KNOWN.mae.plain) for each in cycles]


@given(tools=st.lists(st.tuples(st.floats(0, 50), st.floats(0, 3)), min_size=1, max_size=6))
def test_parts_of_a_day_add_up_to_it(tools: list[tuple[float, float]]) -> None:
    inputs = hav_a8.HavInputs(tuple(hav_a8.VibrationExposure(a, hours=h) for a, h in tools))
    found = hav_a8.compute(inputs, KNOWN.vibration)
    assert found.points == pytest.approx(sum(each.points for each in found.exposures), abs=1e-9)
    assert found.points == pytest.approx(sum(2 * a * a * h for a, h in tools), abs=1e-9)
    assert found.a8_m_s2 >= max(each.a8_m_s2 for each in found.exposures) - 1e-9


@given(a=st.floats(0.1, 50))
def test_the_time_to_a_value_reaches_it(a: float) -> None:
    (tool,) = hav_a8.compute(
        hav_a8.HavInputs((hav_a8.VibrationExposure(a, hours=1),)), KNOWN.vibration
    ).exposures
    for hours, value in ((tool.hours_to_action_value, 2.5), (tool.hours_to_limit_value, 5.0)):
        assert hours is not None
        assert hav_a8.partial_a8(values(a), values(hours), KNOWN.vibration) == pytest.approx(value)


# Strain Index of 1995 and strength classes


@pytest.mark.parametrize(
    ("field", "edge", "below", "above"),
    [
        ("percent_of_cycle", 10.0, 0.5, 1.0),
        ("percent_of_cycle", 30.0, 1.0, 1.5),
        ("percent_of_cycle", 50.0, 1.5, 2.0),
        ("percent_of_cycle", 80.0, 2.0, 3.0),
        ("efforts_per_minute", 4.0, 0.5, 1.0),
        ("efforts_per_minute", 9.0, 1.0, 1.5),
        ("efforts_per_minute", 15.0, 1.5, 2.0),
        ("efforts_per_minute", 20.0, 2.0, 3.0),
        ("hours_per_day", 1.0, 0.25, 0.5),
        ("hours_per_day", 2.0, 0.5, 0.75),
        ("hours_per_day", 4.0, 0.75, 1.0),
        ("hours_per_day", 8.0, 1.0, 1.5),
    ],
)
def test_a_class_begins_at_its_edge(field: str, edge: float, below: float, above: float) -> None:
    neutral = {"percent_of_cycle": 20.0, "efforts_per_minute": 5.0, "hours_per_day": 5.0}
    for given_value, expected in ((np.nextafter(edge, 0), below), (edge, above)):
        numbers = {**neutral, field: float(given_value)}
        inputs = StrainIndexInputs(1, posture=WristPosture.GOOD, speed=WorkSpeed.FAIR, **numbers)
        assert strain_index_1995.compute(inputs, KNOWN.strain_index_1995).strain_index == expected


def test_a_disputed_edge_is_said_with_the_other_reading() -> None:
    inputs = StrainIndexInputs(4, 54, 33, WristPosture.GOOD, WorkSpeed.FAIR, 8)
    assert strain_index_1995.compute(inputs, KNOWN.strain_index_1995).strain_index == 81
    (told,) = strain_index_1995.warnings(inputs, KNOWN.strain_index_1995)
    assert "hours_per_day 8" in told
    assert "54" in told


def test_an_effort_that_never_ends_counts_as_the_most_frequent() -> None:
    inputs = StrainIndexInputs(1, 100, 0, WristPosture.GOOD, WorkSpeed.FAIR, 5)
    assert strain_index_1995.compute(inputs, KNOWN.strain_index_1995).em == 3.0
    assert any("never ends" in each for each in strain_index_1995.warnings(inputs, KNOWN.strain_index_1995))


@given(low=st.floats(0, 200), high=st.floats(0, 200), frequency=st.sampled_from(Frequency))
def test_a_heavier_load_never_needs_a_lighter_class(low: float, high: float, frequency: Frequency) -> None:
    order = list(StrengthClass)
    light, heavy = (strength_classes.class_of(each, frequency, CLASSES) for each in sorted((low, high)))
    assert order.index(light) <= order.index(heavy)


@given(load=st.floats(0, 200))
def test_a_load_handled_oftener_never_needs_a_lighter_class(load: float) -> None:
    places = [list(StrengthClass).index(strength_classes.class_of(load, f, CLASSES)) for f in Frequency]
    assert places == sorted(places)


# Office


def test_the_grids_are_those_of_the_agreeing_copies(shared: Path) -> None:
    copies = json.loads((shared / "evidence" / "rosa_tables.json").read_text("utf-8"))
    for name, grid in (("A", KNOWN.rosa.section_a), ("B", KNOWN.rosa.section_b), ("C", KNOWN.rosa.section_c)):
        assert [list(row[1:]) for row in grid.rows] == copies[f"section_{name}"]["grid"]


def test_no_grid_falls_and_the_one_of_mouse_and_keyboard_is_symmetric() -> None:
    for grid in (KNOWN.rosa.section_a, KNOWN.rosa.section_b, KNOWN.rosa.section_c):
        cells = np.array(grid.rows)[:, 1:]
        assert (np.diff(cells, axis=0) >= 0).all()
        assert (np.diff(cells, axis=1) >= 0).all()
    assert (cells == cells.T).all()


@pytest.mark.parametrize(
    ("use", "points"),
    [
        (Use(hours_per_day=0.9), -1),
        (Use(hours_continuous=0.4), -1),
        (Use(hours_per_day=1), 0),
        (Use(hours_continuous=0.5), 0),
        (Use(hours_continuous=0.5, hours_per_day=0.5), 0),
        (Use(hours_per_day=4), 1),
        (Use(hours_continuous=1), 1),
    ],
)
def test_use_is_worth_its_points(use: Use, points: int) -> None:
    assert rosa.use_points(use, KNOWN.rosa) == points


def test_items_and_their_sum_are_worth_the_same() -> None:
    long = Use(hours_per_day=6)
    mouse = Mouse(MouseReach.REACHING, different_surface=True, pinch_grip=True, palmrest=True)
    chair = {"chair_use": Use(hours_per_day=2), "seat_sum": 3, "support_sum": 3}
    items = rosa.compute(RosaInputs(mouse=mouse, mouse_use=long, **chair), KNOWN.rosa)
    summed = rosa.compute(RosaInputs(mouse_sum=6, mouse_use=long, **chair), KNOWN.rosa)
    counted = rosa.compute(RosaInputs(mouse_sum=7, **chair), KNOWN.rosa)
    assert items == summed == counted
    assert (items.mouse, items.section_c, items.rosa) == (7, 6, 6)


def test_the_unresolved_cell_and_what_is_not_there_are_said() -> None:
    told = rosa.warnings(RosaInputs(Use(hours_per_day=2), seat_sum=2, support_sum=2), KNOWN.rosa)
    assert "neutral_chair" in told[0]
    assert len(told) == 5
