"""What is asked about a score: contradictions and slips, never what rounding on paper explains."""

import pytest

from rtw.domain.scores.definition import ScoreId
from rtw.domain.scores.entry import ScoreEntry
from rtw.domain.scores.questions import rounding, score_questions
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import knowledge

RULES = score_rules(knowledge())
TWOS = (1, 2, 3, 4, 5, 1, 2, 3, 4, 1, 2)  # 28 over 11: 38.64


def codes(*entries: ScoreEntry) -> list[str]:
    return [problem.code for problem in score_questions(entries, RULES)]


@pytest.mark.parametrize(
    ("total", "asked"), [(39.0, 0), (38.6, 0), (38.64, 0), (38.5, 1), (38.0, 1), (41.0, 1)]
)
def test_a_total_is_asked_about_when_rounding_does_not_explain_it(total: float, asked: int) -> None:
    assert len(codes(ScoreEntry(ScoreId.QUICKDASH, TWOS, total))) == asked


def test_the_question_names_both_figures_and_which_one_counts() -> None:
    (problem,) = score_questions([ScoreEntry(ScoreId.QUICKDASH, TWOS, 41.0)], RULES)
    assert problem.message == "QuickDASH: the items make 38.6, the total says 41; the items count."


def test_a_total_against_its_parts_is_asked_about() -> None:
    pain, function = ScoreEntry(ScoreId.PRWE_PAIN, total=20.0), ScoreEntry(ScoreId.PRWE_FUNCTION, total=10.0)
    assert codes(pain, function, ScoreEntry(ScoreId.PRWE, total=40.0)) == ["total-against-items"]
    assert codes(pain, function, ScoreEntry(ScoreId.PRWE, total=30.0)) == []
    assert codes(pain, ScoreEntry(ScoreId.PRWE, total=40.0)) == []


def test_items_that_do_not_exist_are_asked_about_and_what_is_off_the_scale_is_no_question() -> None:
    assert codes(ScoreEntry(ScoreId.QUICKDASH, (6, *TWOS[1:]))) == []
    assert codes(ScoreEntry(ScoreId.QUICKDASH, total=140.0)) == []
    assert codes(ScoreEntry(ScoreId.QUICKDASH, (*TWOS, 3))) == ["no-such-item"]
    assert codes(ScoreEntry(ScoreId.MHQ_WORK, (3,))) == ["no-such-item"]


@pytest.mark.parametrize(("total", "half"), [(39.0, 0.5), (38.6, 0.05), (2.64, 0.005)])
def test_rounding_is_half_a_step_of_the_last_digit(total: float, half: float) -> None:
    assert rounding(total) == pytest.approx(half, abs=2e-9)
