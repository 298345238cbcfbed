"""Change over the visits: noise is never called progress, in no unit, and by the largest published error."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtw.domain.assessment.assessment import Assessment, CarriedOver, Measure
from rtw.domain.assessment.findings import Digit, GripAtRung, HandFindings, Motion
from rtw.domain.assessment.operation import PatientFacts, Sex
from rtw.domain.change_words import UNJUDGED
from rtw.domain.figure import SourceId, Verified
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, Trials, variation_percent
from rtw.domain.measurement_property import DETECTABLE, IMPORTANT, MeasurementProperty
from rtw.domain.measures.course import noise_band, step, steps, whole_way
from rtw.domain.measures.detectable import detectable
from rtw.domain.measures.followed import Followed, Reading, readings, scale_of
from rtw.domain.measures.motion import normals_for
from rtw.domain.measures.norm import NormBand
from rtw.domain.measures.other_hand import BOTH_TREATED, of_other
from rtw.domain.measures.rungs import rung_curve
from rtw.knowledge.for_measures import detectables, norm_bands, normal_motions
from rtw.knowledge.load import knowledge

DAY = date(2026, 3, 2)
LIMITS = detectables(knowledge())
GRIP = LIMITS[Followed.GRIP]
UNITS = (AmountUnit.NEWTON, AmountUnit.KILOGRAM_FORCE, AmountUnit.POUND_FORCE)

strengths = st.floats(1.0, 900.0)


def reading(value: float, week: int = 0, unit: AmountUnit = AmountUnit.NEWTON) -> Reading:
    trials = Trials((value / unit.newtons,), unit)
    assert trials.mean_n is not None
    return Reading(DAY + timedelta(weeks=week), trials.mean_n, trials)


def grip_visit(day: date, kgf: float, carried_over: tuple[CarriedOver, ...] = ()) -> Assessment:
    hand = HandFindings(Side.RIGHT, grip=(GripAtRung(Trials((kgf,), AmountUnit.KILOGRAM_FORCE), 2),))
    return Assessment(day, "", hands=(hand,), carried_over=carried_over)


@given(strengths, strengths, st.sampled_from(UNITS), st.sampled_from(UNITS))
def test_units_change_nothing(before: float, now: float, one: AmountUnit, other: AmountUnit) -> None:
    first = step(reading(before, unit=one), reading(now, 1, unit=one), GRIP)
    second = step(reading(before, unit=other), reading(now, 1, unit=other), GRIP)
    assert first.words == second.words
    assert first.difference == pytest.approx(second.difference, abs=1e-9)


@given(st.sampled_from(Followed), strengths, st.floats(0.0, 900.0))
def test_the_noise_band_holds_the_earlier_value_and_all_noise(
    measure: Followed, before: float, now: float
) -> None:
    found = step(reading(before), reading(now, 1), LIMITS[measure])
    if found.band is None:
        assert found.words == UNJUDGED
        return
    low, high = found.band
    assert 0 <= low <= before <= high
    inside = low - 1e-6 <= now <= high + 1e-6
    assert inside or found.is_real
    assert not (found.is_real and low < now < high)


@given(st.sampled_from([m for m in Followed if LIMITS[m].thresholds]), strengths, st.sampled_from(UNITS))
def test_a_change_equal_to_the_error_is_noise_and_the_least_more_is_not(
    measure: Followed, before: float, unit: AmountUnit
) -> None:
    error = LIMITS[measure].at(before)
    assert error is not None
    equal = step(reading(before, unit=unit), reading(before + error, 1, unit=unit), LIMITS[measure])
    more = step(reading(before, unit=unit), reading(before + error * 1.001, 1, unit=unit), LIMITS[measure])
    assert not equal.is_real
    assert more.is_real


@given(st.sampled_from(Followed), strengths, strengths)
def test_noise_is_never_called_better_or_worse(measure: Followed, before: float, now: float) -> None:
    found = step(reading(before), reading(now, 1), LIMITS[measure])
    if not found.is_real:
        assert not found.words.startswith(("better", "worse"))


def test_less_time_is_better() -> None:
    peg = LIMITS[Followed.NINE_HOLE_PEG]
    assert step(Reading(DAY, 30.0), Reading(DAY, 20.0), peg).words.startswith("better")
    assert step(Reading(DAY, 20.0), Reading(DAY, 30.0), peg).words.startswith("worse")


def test_the_largest_published_error_counts_and_all_are_kept() -> None:
    """Nine-hole peg: 19.4 and 29.1 %; the larger one counts."""
    peg = LIMITS[Followed.NINE_HOLE_PEG]
    assert len(peg.thresholds) > 1
    assert peg.at(20.0) == pytest.approx(max(each.at(20.0) for each in peg.thresholds))
    assert GRIP.at(200.0) == pytest.approx(6.5 * 9.80665)


def test_an_important_change_stands_in_only_where_no_error_is_published() -> None:
    def row(statistic: str, high: float) -> MeasurementProperty:
        return MeasurementProperty(
            "key_pinch", "p", statistic, 0.1, high, "kg", Verified.YES, SourceId("villafane_2017")
        )

    alone = detectable(Followed.KEY_PINCH, [row(IMPORTANT, 0.7)])
    both = detectable(Followed.KEY_PINCH, [row(IMPORTANT, 9.0), row(DETECTABLE, 0.5)])
    assert alone.is_stand_in
    assert not both.is_stand_in
    assert both.at(50.0) == pytest.approx(0.5 * 9.80665)
    real = step(reading(50.0), reading(60.0, 1), alone)
    assert "error of measuring is not published" in real.words


def test_small_steps_add_up_since_the_first_visit() -> None:
    own = [reading(100.0 + 50.0 * week, week) for week in range(3)]
    assert not any(each.is_real for each in steps(own, GRIP))
    whole = whole_way(own, GRIP)
    assert whole is not None
    assert whole.is_real
    assert whole_way(own[:2], GRIP) is None


def test_a_hand_weaker_than_the_error_must_exceed_all_of_it() -> None:
    assert not step(reading(30.0), reading(80.0, 1), GRIP).is_real


@given(strengths, st.floats(0.0, 400.0))
def test_a_noise_band_never_goes_below_nothing(value: float, error: float) -> None:
    low, high = noise_band(value, error)
    assert 0 <= low <= value <= high


def test_what_was_copied_is_no_new_reading() -> None:
    mark = CarriedOver(Measure.GRIP, Side.RIGHT, DAY, DAY + timedelta(days=28))
    first = grip_visit(DAY, 20.0)
    copied = grip_visit(DAY + timedelta(days=7), 20.0, carried_over=(mark,))
    found = readings((copied, first), Followed.GRIP, Side.RIGHT)
    assert [each.on for each in found] == [DAY]
    assert readings((first,), Followed.GRIP, Side.LEFT) == ()
    assert scale_of(Followed.GRIP, found).unit == "kgf"
    assert scale_of(Followed.NINE_HOLE_PEG, ()).unit == "s"


def mathiowetz() -> tuple[NormBand, ...]:
    return norm_bands(knowledge(), Followed.GRIP)[SourceId("mathiowetz_1985")]


PERSON = PatientFacts(Side.RIGHT, Sex.FEMALE, date(1980, 1, 1))


def test_percent_of_the_other_hand_beside_what_the_norms_come_to() -> None:
    found = of_other(Side.RIGHT, reading(100.0), [reading(200.0)], mathiowetz(), PERSON, (Side.RIGHT,))
    assert found is not None
    assert found.percent == pytest.approx(50)
    assert found.usual == pytest.approx(100 * 28.2 / 25.4)
    assert len(found.norms) == 2


def test_a_sound_hand_is_not_held_against_the_treated_one() -> None:
    assert of_other(Side.LEFT, reading(100.0), [reading(50.0)], mathiowetz(), PERSON, (Side.RIGHT,)) is None


def test_two_treated_hands_are_compared_with_a_warning_and_later_readings_never() -> None:
    both = (Side.LEFT, Side.RIGHT)
    found = of_other(Side.RIGHT, reading(100.0), [reading(200.0)], (), PERSON, both)
    assert found is not None
    assert found.cautions[0] == BOTH_TREATED
    assert found.usual is None
    assert of_other(Side.RIGHT, reading(100.0), [reading(200.0, 1)], (), PERSON, both) is None


def test_the_curve_is_of_the_newest_visit_and_keeps_positions_apart() -> None:
    grips = tuple(
        GripAtRung(Trials((value, value + 2), AmountUnit.KILOGRAM_FORCE), rung)
        for rung, value in ((3, 20.0), (1, 10.0))
    )
    visits = (
        grip_visit(DAY, 9.0),
        Assessment(DAY + timedelta(1), "", hands=(HandFindings(Side.RIGHT, grips),)),
    )
    curve = rung_curve(visits, Side.RIGHT)
    assert curve is not None
    assert [rung for rung, _ in curve.points] == [1, 3]
    assert variation_percent(curve.readings[0].trials.newtons) == pytest.approx(100 * 2**0.5 / 11)
    assert rung_curve(visits, Side.LEFT) is None


def test_a_thumb_is_not_measured_by_a_fingers_normal() -> None:
    normals = normal_motions(knowledge())
    thumb = {n.degrees for n in normals_for(Motion.MP_FLEXION, Digit.THUMB, normals)}
    finger = {n.degrees for n in normals_for(Motion.MP_FLEXION, Digit.INDEX, normals)}
    assert thumb
    assert finger
    assert not thumb & finger
