"""Norms: z and percentile agree and rise with the measurement; no age, sex or percentile is made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rtw.domain.assessment.operation import PatientFacts, Sex
from rtw.domain.figure import HigherIs
from rtw.domain.hands import Side
from rtw.domain.measures.followed import Followed
from rtw.domain.measures.norm import NormBand, age_on
from rtw.domain.measures.standing import NoNorm, Standing, against, find_band, ordinal, standing
from rtw.domain.measures.why_norm import standing_words
from rtw.knowledge.for_measures import norm_bands
from rtw.knowledge.load import knowledge

KNOWN = {measure: norm_bands(knowledge(), measure) for measure in Followed}
BANDS = [band for by in KNOWN.values() for bands in by.values() for band in bands]
WITH_SPREAD = [band for band in BANDS if band.sd is not None]
SOURCES = sorted({str(band.source) for band in BANDS})
PERCENTILES = [band for band in BANDS if band.points]
ON = date(2026, 5, 1)
KGF = 9.80665

values = st.floats(0.0, 1500.0)


@given(st.sampled_from(WITH_SPREAD), values)
def test_z_and_percentile_agree(band: NormBand, value: float) -> None:
    found = standing(value, band)
    assert found.z is not None
    assert found.low == found.high
    assert (found.z > 0) <= (found.low >= 50)
    assert (found.z < 0) <= (found.low <= 50)
    assert 0 <= found.low <= 100


@given(st.sampled_from(BANDS), values, values)
def test_the_weaker_never_stands_higher(band: NormBand, one: float, other: float) -> None:
    worse, better = sorted((one, other), reverse=band.higher_is is HigherIs.WORSE)
    below, above = standing(worse, band), standing(better, band)
    assert below.low <= above.low
    assert below.high <= above.high
    if below.z is not None and above.z is not None:
        assert below.z <= above.z


@given(st.sampled_from(WITH_SPREAD))
def test_the_mean_is_the_middle_and_one_sd_is_z_of_one(band: NormBand) -> None:
    assert band.mean is not None
    assert band.sd is not None
    sign = 1 if band.higher_is is HigherIs.BETTER else -1
    assert standing(band.mean, band).low == pytest.approx(50)
    better = standing(band.mean + sign * band.sd, band)
    assert better.z == pytest.approx(1)
    assert better.low == pytest.approx(84.134, abs=0.001)


@given(st.sampled_from(PERCENTILES), values)
def test_percentiles_are_read_and_never_reckoned(band: NormBand, value: float) -> None:
    found = standing(value, band)
    ranks = {0.0, 100.0, *(rank for rank, _ in band.points)}
    assert found.z is None
    assert {found.low, found.high} <= ranks
    assert found.low <= found.high


def test_beyond_the_outer_percentiles_only_that_is_said() -> None:
    band = PERCENTILES[0]
    assert standing(band.points[0][1] - 1, band).words == "below the 5th"
    assert standing(band.points[-1][1] + 1, band).words == "above the 95th"
    assert standing(band.points[3][1], band).words == "30th"


def test_a_hair_below_the_mean_is_no_minus_nought() -> None:
    band = WITH_SPREAD[0]
    assert band.mean is not None
    assert band.sd is not None
    assert standing_words(standing(band.mean - 0.01 * band.sd, band)).endswith("z +0.0")
    assert standing_words(standing(band.mean + 0.01 * band.sd, band)).endswith("z +0.0")


def test_a_value_of_the_published_table_by_hand() -> None:
    """Mathiowetz: women of 45 to 49, right hand, 28.2 ± 6.8 kg; 22 kg is z −0.91, the 18th percentile."""
    patient = PatientFacts(Side.RIGHT, Sex.FEMALE, date(1980, 4, 17))
    found = against(22 * KGF, KNOWN[Followed.GRIP]["mathiowetz_1985"], patient, Side.RIGHT, ON)  # type: ignore[index]
    assert isinstance(found, Standing)
    assert found.z == pytest.approx((22 - 28.2) / 6.8)
    assert found.words == "18th"


def bands(source: str) -> tuple[NormBand, ...]:
    return next(found for by in KNOWN.values() for found in by.values() if found[0].source == source)


@pytest.mark.parametrize(
    ("source", "patient", "said"),
    [
        ("mathiowetz_1985", PatientFacts(Side.RIGHT, None, date(1980, 1, 1)), "Sex is not entered"),
        ("mathiowetz_1985", PatientFacts(Side.RIGHT, Sex.MALE, None), "Date of birth is not entered"),
        (
            "massy_westropp_2011",
            PatientFacts(None, Sex.MALE, date(1980, 1, 1)),
            "dominant hand is not entered",
        ),
        ("mathiowetz_1985", PatientFacts(None, Sex.MALE, date(2007, 1, 1)), "No norm for age 19"),
        ("tomkinson_2025", PatientFacts(None, Sex.MALE, date(1930, 1, 1)), "No norm for age 96"),
    ],
)
def test_where_there_is_no_norm_it_says_why(source: str, patient: PatientFacts, said: str) -> None:
    found = find_band(bands(source), patient, Side.LEFT, ON)
    assert isinstance(found, NoNorm)
    assert said in found.reason


@given(st.sampled_from(SOURCES), st.integers(0, 110), st.sampled_from(Side))
def test_no_age_is_ever_extrapolated(source: str, age: int, side: Side) -> None:
    patient = PatientFacts(Side.RIGHT, Sex.FEMALE, date(ON.year - age, 1, 1))
    found = find_band(bands(source), patient, side, ON)
    if isinstance(found, NormBand):
        assert found.age_from <= age
        assert found.age_to is None or age <= found.age_to
        assert found.sex is Sex.FEMALE


def test_dominance_chooses_the_row_not_the_side() -> None:
    left_handed = PatientFacts(Side.LEFT, Sex.MALE, date(1990, 1, 1))
    found = find_band(bands("massy_westropp_2011"), left_handed, Side.LEFT, ON)
    assert isinstance(found, NormBand)
    assert found.hand.label == "dominant hand"


def test_age_counts_whole_years_to_the_day() -> None:
    assert age_on(date(1980, 5, 2), ON) == 45
    assert age_on(date(1980, 5, 1), ON) == 46


def test_ordinals() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 4, 11, 12, 13, 21, 92, 93)] == (
        ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "92nd", "93rd"]
    )


def test_a_norm_needs_figures() -> None:
    band = WITH_SPREAD[0]
    with pytest.raises(ValueError, match="mean with its spread"):
        NormBand(
            band.source, band.sex, band.hand, 20, 24, band.higher_is, "", "", "", band.verified, mean=1.0
        )
