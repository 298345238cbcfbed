"""A patient's own course, and the strength a schedule may reckon with from it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import Assessment, CarriedOver, Measure
from rtw.domain.assessment.findings import GripAtRung, HandFindings
from rtw.domain.assessment.operation import Operation, Procedure
from rtw.domain.hands import Side
from rtw.domain.measurement import AmountUnit, Trials
from rtw.domain.recovery.course import StrengthCourse, strength_courses
from rtw.domain.recovery.growth import cautious_share
from rtw.domain.schedule.doses_from_match import StrengthForecast
from rtw.knowledge.for_domain import recovery_bands
from rtw.knowledge.for_recovery import recovery_model
from rtw.knowledge.load import knowledge

OPERATED = date(2026, 1, 5)
MODEL = recovery_model(knowledge())
GRIP = DemandKind.POWER_GRIP
OPEN = Operation(Side.RIGHT, Procedure.OPEN_CARPAL_TUNNEL_RELEASE, OPERATED)
RADIAL = Operation(Side.RIGHT, Procedure.RADIAL_TUNNEL_RELEASE, OPERATED)
BANDS = tuple(b for b in recovery_bands(knowledge()) if b.procedure is OPEN.procedure)


def visit(
    weeks: float, kgf: float, unit: AmountUnit = AmountUnit.KILOGRAM_FORCE, **more: object
) -> Assessment:
    entered = kgf * AmountUnit.KILOGRAM_FORCE.newtons / unit.newtons
    hand = HandFindings(Side.RIGHT, grip=(GripAtRung(Trials((entered,) * 3, unit), 2),))
    return Assessment(OPERATED + timedelta(weeks=weeks), "T", hands=(hand,), **more)


def grip(*visits: Assessment, operation: Operation = OPEN) -> StrengthCourse:
    return next(c for c in strength_courses(operation, visits, MODEL) if c.kind is GRIP)


def forecast(*visits: Assessment, operation: Operation = OPEN) -> StrengthForecast:
    bands = BANDS if operation is OPEN else ()
    return StrengthForecast(Side.RIGHT, OPERATED, bands, strength_courses(operation, visits, MODEL))


def share(made: StrengthForecast, measured: float, at: float) -> float:
    days = [OPERATED + timedelta(weeks=weeks) for weeks in (measured, at)]
    return made.share(GRIP, Side.RIGHT, *days)


def test_only_what_was_measured_on_that_visit_is_a_measurement():
    copied = CarriedOver(Measure.GRIP, Side.RIGHT, OPERATED + timedelta(weeks=7), None)
    course = grip(visit(7, 22), visit(9, 22, carried_over=(copied,)), visit(11, 0))
    assert [m.week for m in course.measured] == [7]


def test_strength_before_operation_counts_only_with_a_published_course():
    assert [m.week for m in grip(visit(-2, 30), visit(7, 22)).used] == [None, 7]
    assert [m.week for m in grip(visit(-2, 30), visit(7, 22), operation=RADIAL).used] == [7]


def test_strength_before_operation_gives_a_band_before_the_first_test():
    (band,) = grip(visit(-2, 30)).expected([6])
    assert band.median == pytest.approx(0.77 * 30 * 9.80665, rel=0.02)
    assert grip().expected([6]) == ()


def test_without_a_day_of_operation_there_is_no_course():
    assert strength_courses(replace(OPEN, on=None), (visit(7, 22),), MODEL) == ()


@given(
    kgf=st.floats(5, 50),
    second=st.floats(5, 50),
    at=st.floats(7, 60),
)
def test_the_strength_of_a_dose_is_never_above_the_cautious_growth_and_never_below_today(kgf, second, at):
    made = forecast(visit(6.5, kgf), visit(7, second))
    cautious = cautious_share(next(b for b in BANDS if b.kind is GRIP), 7, 7 + (round(at * 7) - 49) / 7)
    days = [OPERATED + timedelta(days=round(weeks * 7)) for weeks in (7, at)]
    assert 1.0 <= made.share(GRIP, Side.RIGHT, *days) <= cautious.share + 1e-9


def test_one_weak_test_earns_less_growth_than_the_published_band():
    """The error of one test of a weak hand leaves the lower edge near what was measured."""
    one = share(forecast(visit(7, 12)), 7, 13)
    four = share(forecast(visit(6, 12), visit(6.4, 12), visit(6.7, 12), visit(7, 12)), 7, 13)
    published = share(StrengthForecast(Side.RIGHT, OPERATED, BANDS), 7, 13)
    assert 1.0 <= one < four <= published


def test_without_evidence_todays_measurement_stands_and_nothing_grows():
    made = forecast(visit(4, 20), operation=RADIAL)
    assert [share(made, 4, at) for at in (4, 8, 20)] == [1.0, 1.0, 1.0]


def test_the_other_hand_is_taken_as_it_is():
    days = [OPERATED + timedelta(weeks=weeks) for weeks in (7, 13)]
    assert forecast(visit(7, 22)).share(GRIP, Side.LEFT, *days) == 1.0


@pytest.mark.parametrize("unit", list(AmountUnit))
def test_the_unit_of_the_gauge_changes_nothing(unit: AmountUnit):
    in_kgf, other = forecast(visit(7, 22)), forecast(visit(7, 22, unit))
    assert share(other, 7, 12) == pytest.approx(share(in_kgf, 7, 12))


def test_a_later_measurement_is_not_known_earlier():
    alone, with_later = forecast(visit(7, 22)), forecast(visit(7, 22), visit(10, 35))
    assert share(with_later, 7, 9) == share(alone, 7, 9)
