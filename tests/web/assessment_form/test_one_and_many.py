"""One of a thing is not written as many."""

from dataclasses import replace

import pytest
from a_plannable_case import VISIT

from job_profiles.kinds import DemandKind
from rtw.domain.assessment.assessment import StatedLimit
from rtw.domain.capacity import Quantity
from rtw.web.assessment_form.summary import limit_words, summary_of


@pytest.mark.parametrize(
    ("hours", "words"),
    [(1.0, "at most 1 hour a day"), (2.0, "at most 2 hours a day"), (1 / 60, "at most 1 minute a day")],
)
def test_a_limit_of_one_is_in_the_singular(hours: float, words: str) -> None:
    limit = StatedLimit(kind=DemandKind.LIFTING, quantity=Quantity.HOURS_PER_DAY, value=hours)
    assert words in limit_words(limit)


@pytest.mark.parametrize(("nights", "words"), [(1, "1 night a week"), (3, "3 nights a week")])
def test_nights_are_counted_in_words(nights: int, words: str) -> None:
    lines = summary_of(replace(VISIT, night_waking_per_week=nights)).person
    assert words in [line.words for line in lines]
