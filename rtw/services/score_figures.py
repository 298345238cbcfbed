"""What is shown of the scores of a visit: value or why there is none, change since last time, and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.scores.change import ScoreChange
from rtw.domain.scores.course import changes_since, visit_scores
from rtw.domain.scores.definition import ScoreDefinition, ScoreId, ScoreRules
from rtw.domain.scores.scoring import ScoreBasis, ScoreResult
from rtw.domain.scores.why_score import score_words, signed, why_change, why_score
from rtw.domain.why import Why
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import knowledge
from rtw.services.case_record import CaseRecord
from rtw.services.visits import Visit


@dataclass(frozen=True, slots=True)
class ScoreFigure:
    """One score of a visit. `result` None: nothing was entered. `was_asked`: at an earlier visit."""

    definition: ScoreDefinition
    result: ScoreResult | None
    why: Why | None
    change: ScoreChange | None
    why_change: Why | None
    was_asked: bool = False

    @property
    def words(self) -> str:
        """The value as it is read on its scale; empty where nothing was entered."""
        return score_words(self.definition, self.result.value) if self.result else ""

    @property
    def words_or_reason(self) -> str:
        """The value, or why there is none."""
        reason = self.result.why_not if self.result and self.result.value is None else None
        return f"{self.words}: {reason}" if reason else self.words

    @property
    def made_of(self) -> str:
        """What the score was made from; how many items were answered shows what it rests on."""
        items, result = self.definition.items, self.result
        if result is None:
            return ""
        if items is None or result.basis is not ScoreBasis.ITEMS:
            return result.basis.label
        return f"from {result.entry.answered} of {items.count} items"

    @property
    def difference(self) -> str:
        """The change in points, with its sign."""
        return signed(self.change.difference) if self.change else ""


def score_figures(value: Assessment, earlier: Sequence[Assessment]) -> tuple[ScoreFigure, ...]:
    """Work out every score of `value` against the signed visits before it, in the order they are asked."""
    rules = score_rules(knowledge())
    results = visit_scores(value, rules)
    made = {result.score: result for result in results}
    changes = {change.score: change for change in changes_since(value, earlier, rules)}
    asked = {result.score for visit in earlier for result in visit_scores(visit, rules)}
    return tuple(
        _figure(definition, made.get(definition.id), changes.get(definition.id), results, asked, value, rules)
        for definition in rules.definitions
    )


def earlier_visits(record: CaseRecord, visit: Visit) -> tuple[Assessment, ...]:
    """List the signed visits before one, oldest first."""
    return tuple(other.assessment for other in record.signed_visits if other.number < visit.number)


def taken_scores(record: CaseRecord, visit: Visit) -> tuple[ScoreFigure, ...]:
    """List the scores that were taken at a visit, with their change since the visit that last had each."""
    figures = score_figures(visit.assessment, earlier_visits(record, visit))
    return tuple(figure for figure in figures if figure.result is not None)


def _figure(
    definition: ScoreDefinition,
    result: ScoreResult | None,
    change: ScoreChange | None,
    results: tuple[ScoreResult, ...],
    asked: set[ScoreId],
    value: Assessment,
    rules: ScoreRules,
) -> ScoreFigure:
    return ScoreFigure(
        definition=definition,
        result=result,
        why=why_score(result, results, rules, value.on) if result else None,
        change=change,
        why_change=why_change(change, rules) if change else None,
        was_asked=definition.id in asked,
    )
