"""Behind every score stand its answers, its arithmetic and its sources; behind every change its threshold."""

from datetime import date

import pytest

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.measures.detectable import STAND_IN
from rtw.domain.scores.course import changes_since, visit_scores
from rtw.domain.scores.definition import ScoreId
from rtw.domain.scores.entry import ScoreEntry
from rtw.domain.scores.why_score import score_words, why_change, why_score
from rtw.domain.why import Why
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import knowledge

RULES = score_rules(knowledge())
ON = date(2026, 3, 9)


def why(*entries: ScoreEntry, of: ScoreId) -> Why:
    results = visit_scores(Assessment(ON, "T", scores=entries), RULES)
    return why_score(next(r for r in results if r.score is of), results, RULES, ON)


def test_a_score_from_items_shows_answers_steps_and_sources() -> None:
    panel = why(ScoreEntry(ScoreId.QUICKDASH, (1, 2, 3, 4, 5, 1, 2, 3, 4, 1, None)), of=ScoreId.QUICKDASH)
    assert panel.result == "40 on a scale of 0 to 100, higher is worse"
    assert panel.formula == "(sum/n - 1) * 25"
    assert panel.inputs[0].value == "1 2 3 4 5 1 2 3 4 1 –"
    assert panel.inputs[0].where == "visit of 9 March 2026"
    assert panel.steps == ("26 over 10 answered items: mean 2.600", "(2.600 − 1) × 25 = 40")
    assert set(panel.sources) == {"gummesson_2006"}
    assert panel.cautions[0] == "1 answer is missing; the mean of the others stands in."


def test_a_score_of_few_answers_says_that_no_least_number_is_known() -> None:
    panel = why(ScoreEntry(ScoreId.BCTQ_FUNCTION, (5, *[None] * 7)), of=ScoreId.BCTQ_FUNCTION)
    assert panel.cautions[0] == "7 answers are missing; the mean of the others stands in."
    assert "No official least number" in panel.cautions[1]


def test_a_total_has_no_formula_and_says_that_it_was_entered() -> None:
    panel = why(ScoreEntry(ScoreId.DASH, total=41.0), of=ScoreId.DASH)
    assert panel.formula is None
    assert [(i.name, i.value) for i in panel.inputs] == [("total as entered", "41")]


def test_no_score_says_why() -> None:
    panel = why(ScoreEntry(ScoreId.QUICKDASH, (1,) * 9), of=ScoreId.QUICKDASH)
    assert panel.result == "no score: 9 answered, at least 10 of 11 are needed"
    assert panel.steps == ()


def test_a_whole_names_its_parts() -> None:
    entries = (ScoreEntry(ScoreId.PRWE_PAIN, total=20.0), ScoreEntry(ScoreId.PRWE_FUNCTION, total=10.0))
    panel = why(*entries, of=ScoreId.PRWE)
    assert [(i.name, i.value) for i in panel.inputs] == [("PRWE pain", "20"), ("PRWE function", "10")]
    assert panel.is_marked


def test_turned_items_are_named() -> None:
    panel = why(ScoreEntry(ScoreId.OMPSQ_SHORT, (5,) * 10), of=ScoreId.OMPSQ_SHORT)
    assert panel.steps[0] == "Items 3, 4, 8 are turned round: 10 − answer"
    assert panel.is_marked


def test_a_change_shows_its_threshold_and_all_others() -> None:
    before = Assessment(date(2026, 3, 2), "T", scores=(ScoreEntry(ScoreId.BCTQ_SYMPTOM, total=2.5),))
    now = Assessment(ON, "T", scores=(ScoreEntry(ScoreId.BCTQ_SYMPTOM, total=2.0),))
    (change,) = changes_since(now, [before], RULES)
    panel = why_change(change, RULES)
    assert panel.result == "−0.5: within measurement error"
    assert panel.steps[1] == "0.5 is not more than 0.72: within measurement error"
    used = [c for c in panel.coefficients if c.meaning.endswith(", used here")]
    assert [(c.value, c.source) for c in used] == [("0.72 points (1-5)", "bctq_review")]
    assert {"1.05 points (1-5)", "1.45 to 1.55 points (1-5)"} <= {c.value for c in panel.coefficients}


def test_a_change_says_in_whom_its_error_was_found_or_that_another_figure_stands_in() -> None:
    entries = (ScoreEntry(ScoreId.PRWE, total=70.0), ScoreEntry(ScoreId.QUICKDASH, total=60.0))
    before = Assessment(date(2026, 3, 2), "T", scores=entries)
    now = Assessment(
        ON, "T", scores=tuple(ScoreEntry(e.score, total=40.0 if e.total == 70.0 else 20.0) for e in entries)
    )
    wrist, arm = (why_change(change, RULES) for change in reversed(changes_since(now, [before], RULES)))
    assert wrist.subject == "Change of PRWE"
    assert "The error was found in: thumb base osteoarthritis." in wrist.cautions
    assert STAND_IN not in wrist.cautions
    assert STAND_IN in arm.cautions
    assert not any("beyond measurement error" in each for each in (arm.result, *arm.steps))


@pytest.mark.parametrize("definition", RULES.definitions, ids=lambda d: d.id)
def test_no_panel_of_any_score_repeats_an_item_text(definition) -> None:  # type: ignore[no-untyped-def]
    count = definition.items.count if definition.items else 0
    low = definition.items.low if definition.items else 0
    entry = (
        ScoreEntry(definition.id, (low,) * count)
        if count
        else ScoreEntry(definition.id, total=definition.low)
    )
    panel = why(entry, of=definition.id)
    assert panel.coefficients
    assert any(caution.startswith("Rights: ") for caution in panel.cautions)
    assert score_words(definition, definition.high) == f"{definition.high:g}"
