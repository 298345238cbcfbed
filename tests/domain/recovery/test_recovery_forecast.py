"""The band of expected recovery: its laws, and whether it holds what it says."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtw.domain.recovery.forecast import Expected, Measured, expected, surprise
from rtw.domain.recovery.prior import PriorNode, RecoveryPrior, Scale, Spread

NODES = (
    PriorNode(6, np.log(0.77), 0.007),
    PriorNode(13, np.log(1.05), 0.010),
    PriorNode(26, np.log(1.06), 0.005),
)
GRIP = RecoveryPrior("power_grip", Scale.RATIO, NODES, Spread(0.137, 11, 0.211, 0.8))
FLAT = RecoveryPrior("power_grip", Scale.RATIO, (), Spread(0.137, 11, 0.211, 0.8))
SCORE = RecoveryPrior(
    "bctq_function",
    Scale.POINTS,
    (PriorNode(1, 2.6, 0.005), PriorNode(13, 1.6, 0.005)),
    Spread(0.0, 0, 0.71, 0.8),
    before=2.3,
    level=0.71,
    low=1.0,
    high=5.0,
)
BEFORE_KNOWN = (Measured(None, 100.0, 0.0),)
SEM_KG = 2.35
PATIENTS = 3000

priors = st.sampled_from([GRIP, FLAT])
week = st.floats(0, 52)
strength = st.builds(Measured, week, st.floats(15, 40), st.floats(0.5, 3))
strengths = st.lists(strength, min_size=1, max_size=4).map(tuple)


def width(prior: RecoveryPrior, band: Expected) -> float:
    return prior.scale.of(band.upper_80) - prior.scale.of(band.lower_80)


def simulated(truth: RecoveryPrior, weeks: list[float], seed: int) -> np.ndarray:
    """Courses drawn from a prior: each patient's shares of the strength before operation at `weeks`."""
    draw = np.random.default_rng(seed)
    doublings = np.log2(np.maximum(weeks, 1.0))
    kept = truth.spread.kept ** np.abs(doublings[:, None] - doublings[None, :])
    sd = np.array([truth.deviation(w) for w in weeks])
    courses = draw.multivariate_normal([truth.mean(w) for w in weeks], np.outer(sd, sd) * kept, PATIENTS)
    return np.exp(courses)


def coverage(assumed: RecoveryPrior, truth: RecoveryPrior, measured_at: list[float], at: float) -> float:
    """Share of simulated patients whose strength at `at` lies in the 80 % band; errors are in kg."""
    draw = np.random.default_rng(7)
    courses = simulated(truth, [*measured_at, at], seed=11)
    levels = draw.uniform(20, 45, PATIENTS)
    inside = 0
    for level, course in zip(levels, courses, strict=True):
        true = level * course
        seen = [
            Measured(w, max(1.0, v + draw.normal(0, SEM_KG)), SEM_KG)
            for w, v in zip(measured_at, true[:-1], strict=True)
        ]
        if not seen:
            seen, true = list(BEFORE_KNOWN), 100.0 * course
        (band,) = expected(assumed, seen, [at])
        inside += band.lower_80 <= true[-1] <= band.upper_80
    return inside / PATIENTS


@pytest.mark.parametrize(
    ("prior", "measured_at"),
    [
        *((GRIP, weeks) for weeks in ([], [7.0], [6.0, 9.0], [6.0, 7.0, 9.0, 11.0])),
        *((FLAT, weeks) for weeks in ([7.0], [6.0, 9.0], [6.0, 7.0, 9.0, 11.0])),
    ],
)
def test_of_80_percent_bands_about_80_percent_hold_the_truth(prior: RecoveryPrior, measured_at: list[float]):
    for at in (13.0, 24.0):
        assert 0.75 <= coverage(prior, prior, measured_at, at) <= 0.85


@pytest.mark.parametrize(
    "truth",
    [
        replace(GRIP, nodes=tuple(replace(n, mean=n.mean - 0.137) for n in NODES)),
        replace(GRIP, spread=replace(GRIP.spread, patients=0.27)),
        replace(GRIP, spread=replace(GRIP.spread, kept=0.7)),
        replace(GRIP, nodes=tuple(replace(n, mean=(n.mean + NODES[0].mean) / 2) for n in NODES)),
    ],
    ids=["poorer by one spread of cohorts", "patients further apart", "less kept", "half the growth"],
)
@pytest.mark.parametrize("measured_at", [[], [7.0], [6.0, 9.0], [6.0, 7.0, 9.0, 11.0]])
def test_a_moderately_wrong_expectation_still_holds_most(
    truth: RecoveryPrior, measured_at: list[float], record_property
):
    held = coverage(GRIP, truth, measured_at, 13.0)
    record_property("share of 80 % bands that hold the truth", float(held))
    assert held >= 0.65


@pytest.mark.parametrize("known", [0, 1, 2])
def test_bands_of_scores_hold_the_truth_too(known: int):
    draw, weeks = np.random.default_rng(5), [2.0, 6.0, 13.0]
    doublings = np.log2(weeks)
    kept = SCORE.spread.kept ** np.abs(doublings[:, None] - doublings[None, :])
    sd = np.array([SCORE.deviation(w) for w in weeks])
    inside = 0
    for course in draw.multivariate_normal([SCORE.mean(w) for w in weeks], np.outer(sd, sd) * kept, PATIENTS):
        true = course + draw.normal(0, SCORE.level)
        seen = [Measured(w, v + draw.normal(0, 0.34), 0.34) for w, v in zip(weeks, true, strict=True)]
        (band,) = expected(replace(SCORE, low=None, high=None), seen[:known], [13.0])
        inside += band.lower_80 <= true[-1] <= band.upper_80
    assert 0.75 <= inside / PATIENTS <= 0.85


@given(priors, strengths, strength, week)
def test_one_more_measurement_never_widens_the_band(prior, measured, more, at):
    (with_more,) = expected(prior, (*measured, more), [at])
    (without,) = expected(prior, measured, [at])
    assert width(prior, with_more) <= width(prior, without) + 1e-6


@given(priors, strength)
def test_the_band_at_a_measured_week_lies_within_the_error_of_measuring(prior, entry):
    detectable = 1.96 * np.sqrt(2) * entry.error / entry.value
    (band,) = expected(prior, (entry,), [entry.week])
    for edge in (band.lower_80, band.median, band.upper_80):
        assert abs(np.log(edge / entry.value)) <= detectable + 1e-6


@given(priors, st.lists(st.floats(-2, 2), min_size=2, max_size=4), st.integers(0, 2**32 - 1))
def test_the_median_stays_within_the_error_of_all_that_could_be_expected(prior, noises, seed):
    """Measurements as the model allows them: a course of the prior, errors up to two standard errors."""
    weeks = [6.0 + 3.0 * place for place in range(len(noises))]
    course = np.clip(simulated(prior, weeks, seed=seed % 97)[seed % PATIENTS], 0.4, 2.5)
    true = zip(weeks, 25 * course, noises, strict=True)
    measured = [Measured(w, s * (1 + 0.05 * e), s * 0.05) for w, s, e in true]
    for entry, band in zip(measured, expected(prior, measured, weeks), strict=True):
        assert abs(np.log(band.median / entry.value)) <= 1.96 * np.sqrt(2) * 0.05 + 1e-9


@given(priors, strengths, week, st.sampled_from([9.80665, 2.2046, 0.1]))
def test_another_unit_changes_nothing(prior, measured, at, factor):
    turned = tuple(Measured(m.week, m.value * factor, m.error * factor) for m in measured)
    (band,), (other,) = expected(prior, measured, [at]), expected(prior, turned, [at])
    assert other.median == pytest.approx(band.median * factor, rel=1e-6)
    assert other.lower_80 == pytest.approx(band.lower_80 * factor, rel=1e-6)


@given(priors, strengths, week)
def test_the_edges_stand_in_order(prior, measured, at):
    (b,) = expected(prior, measured, [at])
    assert 0 < b.lower_80 <= b.lower_50 <= b.median <= b.upper_50 <= b.upper_80


def test_without_measurements_the_band_is_the_published_one():
    (at_six,) = expected(GRIP, BEFORE_KNOWN, [6])
    assert at_six.median == pytest.approx(77.0)
    assert np.log(at_six.upper_80 / 77) == pytest.approx(1.2816 * GRIP.deviation(6), rel=1e-3)
    (score,) = expected(SCORE, (), [13])
    assert score.median == pytest.approx(1.6)
    assert score.lower_80 == 1.0


def test_without_any_level_there_is_no_band_in_newton():
    assert expected(GRIP, (), [6, 13]) == ()
    assert expected(FLAT, (), [6, 13]) == ()


def test_without_a_published_course_the_band_is_flat_and_widens():
    bands = expected(FLAT, (Measured(8, 20.0, 1.0),), [8, 10, 16, 30])
    assert [b.median for b in bands] == pytest.approx([20.0] * 4, rel=1e-3)
    rising = expected(FLAT, (Measured(4, 15.0, 1.0), Measured(8, 20.0, 1.0)), [8, 10, 16, 30])
    assert [b.median for b in rising] == pytest.approx([rising[0].median] * 4, rel=1e-3)
    widths = [width(FLAT, b) for b in bands]
    assert widths == sorted(widths)
    assert widths[0] < widths[-1] / 2


def test_a_measurement_far_from_what_was_expected_is_noticed():
    course = (Measured(6, 20.0, 1.0), Measured(7, 20.5, 1.0))
    assert abs(surprise(GRIP, course)) < 1
    assert surprise(GRIP, (*course, Measured(8, 10.0, 1.0))) < -3
    assert surprise(GRIP, course[:1]) is None


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="below 0"):
        Measured(-1, 20.0, 1.0)
    with pytest.raises(ValueError, match=r"expected a positive input|math domain"):
        expected(GRIP, (Measured(6, 0.0, 1.0),), [7])
