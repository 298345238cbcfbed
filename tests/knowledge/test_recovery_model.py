"""What recovery is expected from: published figures that were read, and assumptions that say so."""

from dataclasses import replace
from math import exp, log

import pytest

from rtw.domain.assessment.operation import Procedure
from rtw.domain.figure import Verified
from rtw.domain.measurement_property import DETECTABLE
from rtw.domain.recovery.forecast import Measured, expected
from rtw.domain.recovery.model import RecoveryModel
from rtw.knowledge.for_recovery import recovery_model
from rtw.knowledge.load import knowledge, records

OPEN = Procedure.OPEN_CARPAL_TUNNEL_RELEASE


@pytest.fixture(scope="module")
def model() -> RecoveryModel:
    return recovery_model(knowledge())


def test_grip_after_open_release_follows_the_cohorts_that_were_read(model: RecoveryModel):
    prior = model.prior(OPEN, "power_grip")
    assert [node.week for node in prior.nodes] == [6, 13, 26, 52]
    assert 0.63 < exp(prior.nodes[0].mean) < 0.88
    assert exp(prior.nodes[1].mean) == pytest.approx(1.045, abs=0.02)


def test_figures_not_read_in_their_source_are_shown_and_not_counted(model: RecoveryModel):
    priors = [entry.prior for entry in model.published]
    unread = [p for prior in priors for p in prior.points if p.verified is Verified.NO]
    assert {point.source for point in unread} == {"gellman_1989"}
    assert all(point.counted_at is None for point in unread)


def test_shares_of_the_other_hand_are_never_taken_for_shares_of_before(model: RecoveryModel):
    prior = model.prior(Procedure.CUBITAL_TUNNEL_IN_SITU, "power_grip")
    assert not prior.has_evidence
    assert {point.of_other_hand for point in prior.points} == {True, False}


@pytest.mark.parametrize("procedure", [Procedure.RADIAL_TUNNEL_RELEASE, Procedure.CONSERVATIVE])
def test_without_a_published_course_there_is_still_a_prior_that_only_widens(model, procedure):
    prior = model.prior(procedure, "power_grip")
    assert not prior.has_evidence
    assert prior.deviation(6) == prior.deviation(20) > 0.2
    assert model.prior(procedure, "bctq_function") is None


def test_the_spread_between_cohorts_is_their_scatter(model: RecoveryModel):
    shares = {}
    for row in knowledge().recovery.rows:
        if row.band_week is not None and row.verified is not Verified.NO:
            shares.setdefault((row.cohort, row.measure, row.band_week), []).append(
                log(row.percent_of_preop / 100)
            )
    squares = sum((v - sum(g) / len(g)) ** 2 for g in shares.values() for v in g)
    degrees = sum(len(g) - 1 for g in shares.values())
    spread = model.prior(OPEN, "power_grip").spread
    assert spread.cohorts == pytest.approx((squares / degrees) ** 0.5)
    assert spread.degrees == degrees > 8


def test_the_spread_of_patients_is_that_of_healthy_people(model: RecoveryModel):
    (grip,) = [entry for entry in model.norms if entry.measure == "power_grip"]
    assert model.prior(OPEN, "power_grip").spread.patients == grip.share
    assert (grip.source, grip.groups) == ("mathiowetz_1985", 48)
    assert 0.15 < grip.share < 0.3


def test_what_is_assumed_agrees_with_the_cohorts_followed_over_time(model: RecoveryModel):
    """Deviations from the mean at weeks 6 and 26 of every cohort that has both: at least what is assumed."""
    prior = model.prior(OPEN, "power_grip")
    by_source = {}
    for point in prior.points:
        if point.counted_at in (6, 26):
            off = log(point.value) - prior.mean(point.counted_at)
            by_source.setdefault(point.source, {})[point.counted_at] = off
    pairs = [(entry[6], entry[26]) for entry in by_source.values() if len(entry) == 2]
    assert len(pairs) == 3
    products = [sum(x * y for x, y in ps) for ps in ([(a, b) for a, b in pairs], [(a, a) for a, _ in pairs])]
    kept = products[0] / (products[1] * sum(b * b for _, b in pairs)) ** 0.5
    assert prior.spread.kept ** (log(26 / 6) / log(2)) < kept < 0.8


def test_the_error_of_one_measurement_follows_from_the_detectable_change(model: RecoveryModel):
    grip, bctq, tip = (model.error(name) for name in ("power_grip", "bctq_symptom", "tip_pinch"))
    assert grip.deviation == pytest.approx(6.5 * 9.80665 / (1.96 * 2**0.5), rel=1e-3)
    assert bctq.deviation == pytest.approx(0.72 / (1.645 * 2**0.5), rel=1e-3)
    assert tip.borrowed_from == "Key pinch"
    assert grip.borrowed_from is None


def test_a_smallest_important_change_is_never_taken_for_an_error_without_saying_so(model: RecoveryModel):
    stood_in = {error.measure for error in model.errors if error.is_stand_in}
    assert stood_in == {"key_pinch", "tip_pinch", "palmar_pinch"}
    key, tip = model.error("key_pinch"), model.error("tip_pinch")
    assert (key.source, key.verified) == ("villafane_2017", Verified.NO)
    assert key.change == tip.change == pytest.approx(0.68 * 9.80665)
    assert "MCID" in model.assumptions.important_as_detectable.meaning
    assert model.assumptions.important_as_detectable.rests_on == key.source


def test_how_far_the_important_change_stands_in_is_what_the_assumption_says(model: RecoveryModel):
    said = knowledge().recovery_assumptions
    twice = replace(said, important_as_detectable=replace(said.important_as_detectable, value=2.0))
    found = recovery_model(replace(knowledge(), recovery_assumptions=twice))
    for name, times in (("key_pinch", 2), ("tip_pinch", 2), ("power_grip", 1)):
        assert found.error(name).deviation == pytest.approx(times * model.error(name).deviation)


def test_a_detectable_change_counts_before_an_important_one():
    key = next(r for r in knowledge().measurement.rows if r.measure == "key_pinch")
    error = replace(key, statistic=DETECTABLE, low=1.5, high=1.5)
    rows = (*knowledge().measurement.rows, error)
    found = recovery_model(replace(knowledge(), measurement=replace(knowledge().measurement, rows=rows)))
    assert found.error("key_pinch").change == pytest.approx(1.5 * 9.80665)
    assert not found.error("tip_pinch").is_stand_in


@pytest.mark.parametrize("measure", ["bctq_symptom", "mhq_pain"])
def test_one_published_week_of_a_score_is_shown_and_makes_no_course(model: RecoveryModel, measure: str):
    prior = model.prior(OPEN, measure)
    assert [point.week for point in prior.points] == [1]
    assert prior.points[0].counted_at is None
    assert not prior.has_evidence
    assert (prior.level, prior.counts_before) == (None, False)


def test_two_published_weeks_of_a_score_make_a_course_from_what_was_before(model: RecoveryModel):
    prior = model.prior(OPEN, "bctq_function")
    assert [(node.week, node.mean) for node in prior.nodes] == [(1, 2.6), (13, 1.6)]
    assert (prior.before, prior.counts_before) == (2.3, True)
    assert prior.level > 0


def test_without_a_figure_from_before_nothing_is_said_of_before(model: RecoveryModel):
    """The MHQ is published for weeks 1 and 13 only: one cannot tell how far apart patients were before."""
    prior = model.prior(OPEN, "mhq")
    assert prior.has_evidence
    assert (prior.before, prior.level, prior.counts_before) == (None, None, False)
    (band,) = expected(prior, (Measured(1.0, 40.0, 0.0),), [13.0])
    assert band.median < 80.0
    with pytest.raises(ValueError, match="before operation"):
        expected(prior, (Measured(None, 40.0, 0.0),), [13.0])


def test_every_assumption_says_that_it_is_one_and_why():
    assumed = [r for r in records(knowledge().recovery_assumptions) if hasattr(r, "reason")]
    assert len(assumed) == 8
    for each in assumed:
        assert each.source == "product_convention"
        assert each.verified is Verified.NO
        assert len(each.reason) > 40
        assert each.as_input.origin.value == "assumed"
