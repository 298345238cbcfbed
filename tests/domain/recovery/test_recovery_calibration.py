"""Do the shipped bands hold patients who recover in another way than the model reckons?

The patients here are no draws from the model. Each hand heals from its own loss towards its own plateau at
its own pace, and is stronger or weaker by a share on the day of each test, whatever error the gauge has.
"""

from math import log

import numpy as np
import pytest

from rtw.domain.assessment.operation import Procedure
from rtw.domain.measurement import AmountUnit
from rtw.domain.recovery.forecast import Measured, expected
from rtw.knowledge.for_recovery import recovery_model
from rtw.knowledge.load import knowledge

PATIENTS = 300
BEFORE_KGF, DAY_NOISE = 28.0, 0.1
START, PLATEAU, PACE_WEEKS = 0.2, 1.12, 6.0
"""Medians of the mechanism: with them 0.78, 1.0 and 1.1 of before in weeks 6, 13 and 26, about as cohorts."""
SPREADS = {"before": 0.35, "start": 0.3, "plateau": 0.2, "pace": log(2.0)}
"""Standard deviations of logarithms: two hands of three need from half the usual time to twice as much."""
AHEAD = (8.0, 13.0, 20.0, 26.0)


def patients(weeks: tuple[float, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Strengths in kgf, one row a patient: before operation, and at weeks since."""
    draw = np.random.default_rng(17)
    before, start, plateau, pace = (
        median * draw.lognormal(0.0, spread, (PATIENTS, 1))
        for median, spread in zip((BEFORE_KGF, START, PLATEAU, PACE_WEEKS), SPREADS.values(), strict=True)
    )
    return before, before * (plateau - (plateau - start) * np.exp(-np.array(weeks) / pace))


def shown_by_gauge(true: np.ndarray, seed: int) -> np.ndarray:
    """What the gauge shows of true strengths, in newton: a good or a bad day multiplies."""
    shown = true * np.random.default_rng(seed).lognormal(0.0, DAY_NOISE, true.shape)
    return shown * AmountUnit.KILOGRAM_FORCE.newtons


@pytest.mark.parametrize(
    "tested", [(), (7.0,), (6.0, 9.0), (6.0, 8.0, 10.0, 12.0)], ids=lambda weeks: f"{len(weeks)} tests"
)
def test_shipped_bands_hold_patients_who_heal_in_another_way(tested: tuple[float, ...], record_property):
    model = recovery_model(knowledge())
    prior = model.prior(Procedure.OPEN_CARPAL_TUNNEL_RELEASE, "power_grip")
    error = model.error("power_grip").deviation
    ahead = tuple(week for week in AHEAD if week > max(tested, default=0.0))
    before, true = patients((*tested, *ahead))
    seen = shown_by_gauge(np.hstack([before, true[:, : len(tested)]]), seed=23)
    # With tests since operation the one before it is left out: then only they tell how strong the hand is.
    weeks = tested or (None,)
    shown = seen[:, 1:] if tested else seen[:, :1]
    held = np.zeros(len(ahead))
    for row, later in zip(shown, true[:, len(tested) :], strict=True):
        known = [Measured(week, float(value), error) for week, value in zip(weeks, row, strict=True)]
        for place, band in enumerate(expected(prior, known, ahead)):
            strength = later[place] * AmountUnit.KILOGRAM_FORCE.newtons
            held[place] += band.lower_80 <= strength <= band.upper_80
    shares = {week: round(float(count) / PATIENTS, 3) for week, count in zip(ahead, held, strict=True)}
    record_property("share of 80 % bands that hold the truth", str(shares))
    assert all(0.70 <= share <= 0.95 for share in shares.values()), shares


def test_these_patients_recover_about_as_published_cohorts_do():
    model = recovery_model(knowledge())
    prior = model.prior(Procedure.OPEN_CARPAL_TUNNEL_RELEASE, "power_grip")
    before, true = patients((6.0, 13.0, 26.0))
    medians = np.median(np.log(true / before), axis=0)
    for week, median in zip((6.0, 13.0, 26.0), medians, strict=True):
        assert abs(median - prior.mean(week)) < prior.spread.cohorts
