"""Scores follow the published arithmetic to the digit, and where too much is missing there is none."""

from datetime import date

import pytest

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.figure import Verified
from rtw.domain.measurement_property import DETECTABLE
from rtw.domain.scores.change import ScorePoint, change_of
from rtw.domain.scores.course import changes_since, score_courses, visit_scores
from rtw.domain.scores.definition import ScoreDefinition, ScoreId
from rtw.domain.scores.entry import ScoreEntry
from rtw.domain.scores.scoring import ScoreBasis, ScoreResult, scores_of
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import knowledge

RULES = score_rules(knowledge())
STOOD_IN_FOR = "by more than the smallest important change; the error of measuring is not published"


def result(score: ScoreId, *items: int | None, total: float | None = None) -> ScoreResult:
    (found,) = [r for r in scores_of([ScoreEntry(score, items, total)], RULES) if r.score is score]
    return found


def of_all(score: ScoreId, answer: int) -> ScoreResult:
    scale = RULES.of(score).items
    assert scale is not None
    return result(score, *([answer] * scale.count))


WITH_ITEMS = [d.id for d in RULES.definitions if d.items is not None]


@pytest.mark.parametrize("score", WITH_ITEMS)
def test_lowest_and_highest_answers_reach_the_ends_of_the_scale(score: ScoreId) -> None:
    definition = RULES.of(score)
    assert definition.items is not None
    low, high = definition.items.low, definition.items.high
    turned = definition.items.reversed
    count = definition.items.count
    worst = [low if n in turned else high for n in range(1, count + 1)]
    best = [high if n in turned else low for n in range(1, count + 1)]
    assert result(score, *best).value == pytest.approx(definition.low)
    assert result(score, *worst).value == pytest.approx(definition.high)


def test_quickdash_is_a_quarter_step_for_each_point_of_the_mean() -> None:
    # (28/11 - 1) * 25 = 38.636...
    assert result(ScoreId.QUICKDASH, 1, 2, 3, 4, 5, 1, 2, 3, 4, 1, 2).value == pytest.approx(38.6363636)


def test_quickdash_bears_one_missing_answer_and_not_two() -> None:
    one = result(ScoreId.QUICKDASH, *[3] * 10, None)
    assert (one.value, one.filled_in) == (50.0, 1)
    two = result(ScoreId.QUICKDASH, *[3] * 9, None, None)
    assert two.value is None
    assert two.why_not == "9 answered, at least 10 of 11 are needed"


def test_dash_bears_three_missing_answers_and_not_four() -> None:
    assert result(ScoreId.DASH, *[2] * 27, *[None] * 3).value == 25.0
    assert result(ScoreId.DASH, *[2] * 26, *[None] * 4).value is None


def test_the_work_module_needs_all_four_and_stays_apart() -> None:
    assert result(ScoreId.QUICKDASH_WORK, 1, 2, 3, 4).value == pytest.approx(37.5)
    lacking = result(ScoreId.QUICKDASH_WORK, 1, 2, 3, None)
    assert lacking.why_not == "3 answered, all 4 are needed"
    both = scores_of(
        [
            ScoreEntry(ScoreId.QUICKDASH, (1,) * 11),
            ScoreEntry(ScoreId.QUICKDASH_WORK, (5,) * 4),
        ],
        RULES,
    )
    assert [(r.score, r.value) for r in both] == [(ScoreId.QUICKDASH, 0.0), (ScoreId.QUICKDASH_WORK, 100.0)]


def test_bctq_is_the_mean_of_what_was_answered() -> None:
    assert result(ScoreId.BCTQ_SYMPTOM, *[2] * 5, *[4] * 5, None).value == 3.0
    assert result(ScoreId.BCTQ_FUNCTION, 5, *[None] * 7).value == 5.0


def test_prwe_adds_pain_to_half_the_function_and_fills_gaps_within_a_subscale() -> None:
    pain = ScoreEntry(ScoreId.PRWE_PAIN, (8, 6, None, 4, 2))  # mean 5 of four -> 25
    function = ScoreEntry(ScoreId.PRWE_FUNCTION, (10, 0, 4, 6, 5, 5, 5, 5, 5, 5))  # 50 / 2 = 25
    found = {r.score: r for r in scores_of([pain, function], RULES)}
    assert found[ScoreId.PRWE_PAIN].value == 25.0
    assert found[ScoreId.PRWE_PAIN].filled_in == 1
    assert (found[ScoreId.PRWE].value, found[ScoreId.PRWE].basis) == (50.0, ScoreBasis.PARTS)


def test_prwe_without_its_function_is_no_whole() -> None:
    found = {r.score: r for r in scores_of([ScoreEntry(ScoreId.PRWE_PAIN, (5,) * 5)], RULES)}
    assert found[ScoreId.PRWE].value is None
    assert found[ScoreId.PRWE].why_not == "without PRWE function there is no whole"


def test_mhq_turns_pain_round_before_it_takes_the_mean() -> None:
    scales = (
        (ScoreId.MHQ_FUNCTION, 60.0),
        (ScoreId.MHQ_DAILY, 70.0),
        (ScoreId.MHQ_WORK, 50.0),
        (ScoreId.MHQ_PAIN, 30.0),
        (ScoreId.MHQ_LOOKS, 80.0),
        (ScoreId.MHQ_SATISFACTION, 40.0),
    )
    found = {r.score: r for r in scores_of([ScoreEntry(s, total=v) for s, v in scales], RULES)}
    assert found[ScoreId.MHQ].value == pytest.approx((60 + 70 + 50 + 70 + 80 + 40) / 6)


def test_oerebro_turns_three_items_and_needs_all_ten() -> None:
    assert result(ScoreId.OMPSQ_SHORT, 5, 5, 10, 10, 5, 5, 5, 10, 5, 5).value == pytest.approx(35.0)
    assert result(ScoreId.OMPSQ_SHORT, *[5] * 9, None).value is None


def test_a_total_is_taken_as_it_is_and_answers_go_before_it() -> None:
    typed = result(ScoreId.QUICKDASH, total=41.0)
    assert (typed.value, typed.basis) == (41.0, ScoreBasis.TOTAL)
    both = result(ScoreId.QUICKDASH, *[3] * 11, total=41.0)
    assert (both.value, both.basis) == (50.0, ScoreBasis.ITEMS)


@pytest.mark.parametrize(("items", "total"), [((6,) * 11, None), ((0, *(1,) * 10), None), ((), 101.0)])
def test_off_the_scale_makes_no_score_and_says_so(items: tuple[int, ...], total: float | None) -> None:
    found = result(ScoreId.QUICKDASH, *items, total=total)
    assert found.value is None
    assert "off the scale" in (found.why_not or "")


def test_nothing_entered_makes_nothing() -> None:
    assert scores_of([ScoreEntry(ScoreId.QUICKDASH, (None,) * 11)], RULES) == ()


def visit(day: int, **scores: float) -> Assessment:
    entries = tuple(ScoreEntry(ScoreId(name), total=value) for name, value in scores.items())
    return Assessment(date(2026, 3, day), "T", scores=entries)


def test_change_inside_the_error_is_noise_and_never_progress() -> None:
    (found,) = changes_since(visit(9, quickdash=40.0), [visit(2, quickdash=54.0)], RULES)
    assert found.difference == -14.0
    assert found.words == "not more than the smallest important change, so taken for noise"
    assert not found.is_real


def test_change_beyond_the_error_says_which_way_and_a_stand_in_is_called_no_error() -> None:
    before = [visit(2, quickdash=54.0, bctq_symptom=2.0, bctq_function=3.0, mhq_function=50.0)]
    now = visit(9, quickdash=39.9, bctq_symptom=2.73, bctq_function=2.2, mhq_function=36.0)
    words = {c.score: c.words for c in changes_since(now, before, RULES)}
    assert words == {
        ScoreId.QUICKDASH: f"better, {STOOD_IN_FOR}",
        ScoreId.BCTQ_SYMPTOM: "worse, beyond measurement error",
        ScoreId.BCTQ_FUNCTION: "better, beyond measurement error",
        ScoreId.MHQ_FUNCTION: f"worse, {STOOD_IN_FOR}",
    }


@pytest.mark.parametrize("definition", RULES.definitions, ids=lambda each: each.id.value)
def test_only_a_published_error_is_called_one_and_the_largest_counts(
    definition: ScoreDefinition,
) -> None:
    own = [p for p in RULES.properties_of(definition.id) if p.unit == definition.unit]
    errors = [p.amount for p in own if p.statistic == DETECTABLE]
    used = RULES.threshold(definition.id)
    before, now = ScorePoint(date(2026, 3, 2), definition.high), ScorePoint(date(2026, 3, 9), definition.low)
    words = change_of(definition.id, before, now, RULES).words
    assert ("beyond measurement error" in words) is bool(errors)
    if errors:
        assert used is not None
        assert used.amount == max(errors)


def test_the_wrist_evaluation_is_judged_by_its_error_and_says_in_whom_it_was_found() -> None:
    (inside,) = changes_since(visit(9, prwe=26.0), [visit(2, prwe=50.0)], RULES)
    (beyond,) = changes_since(visit(9, prwe=25.9), [visit(2, prwe=50.0)], RULES)
    assert inside.words == "within measurement error"
    assert beyond.words == "better, beyond measurement error"
    assert beyond.threshold is not None
    assert (beyond.threshold.population, beyond.threshold.verified) == (
        "thumb base osteoarthritis",
        Verified.YES,
    )


def test_without_a_published_error_change_is_not_judged() -> None:
    (found,) = changes_since(visit(9, ompsq_short=20.0), [visit(2, ompsq_short=80.0)], RULES)
    assert found.since is None
    assert "not judged" in found.words


@pytest.mark.parametrize(
    ("score", "amount"),
    [
        (ScoreId.QUICKDASH, 14),
        (ScoreId.DASH, 10),
        (ScoreId.PRWE, 24),
        (ScoreId.BCTQ_SYMPTOM, 0.72),
        (ScoreId.BCTQ_FUNCTION, 0.79),
        (ScoreId.PAIN_REST, 2.8),
        (ScoreId.MHQ_PAIN, 23),
        (ScoreId.MHQ_FUNCTION, 13),
        (ScoreId.MHQ_WORK, 8),
    ],
)
def test_change_is_judged_by_the_published_figure(score: ScoreId, amount: float) -> None:
    threshold = RULES.threshold(score)
    assert threshold is not None
    assert threshold.amount == amount


def test_a_score_is_compared_with_the_last_visit_that_has_it() -> None:
    earlier = [visit(1, dash=50.0), visit(2, quickdash=60.0)]
    (found,) = changes_since(visit(3, dash=30.0), earlier, RULES)
    assert found.before.on == date(2026, 3, 1)


def test_pain_is_a_score_entered_in_its_own_field() -> None:
    first = Assessment(date(2026, 3, 1), "T", pain_rest=6.0, pain_work=8.0)
    second = Assessment(date(2026, 3, 8), "T", pain_rest=3.0)
    assert [r.value for r in visit_scores(first, RULES)] == [6.0, 8.0]
    courses = {c.definition.id: [p.value for p in c.points] for c in score_courses([second, first], RULES)}
    assert courses == {ScoreId.PAIN_REST: [6.0, 3.0], ScoreId.PAIN_WORK: [8.0]}
    (change,) = changes_since(second, [first], RULES)
    assert change.words == f"better, {STOOD_IN_FOR}"
