"""Scores over the visits: what was entered where, each score's points in time, and its change."""

from collections.abc import Sequence
from dataclasses import dataclass

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.scores.change import ScoreChange, ScorePoint, change_of
from rtw.domain.scores.definition import ScoreDefinition, ScoreId, ScoreRules
from rtw.domain.scores.entry import ScoreEntry
from rtw.domain.scores.scoring import ScoreResult, scores_of


@dataclass(frozen=True, slots=True)
class ScoreCourse:
    """One score over the visits, oldest first; every point was taken at its visit, never copied."""

    definition: ScoreDefinition
    points: tuple[ScorePoint, ...]


def entries_of(visit: Assessment) -> tuple[ScoreEntry, ...]:
    """List the scores entered at a visit; pain is asked in a field of its own and is a score like others."""
    pain = (
        ScoreEntry(ScoreId.PAIN_REST, total=visit.pain_rest),
        ScoreEntry(ScoreId.PAIN_WORK, total=visit.pain_work),
    )
    return (*(entry for entry in pain if not entry.is_empty), *visit.scores)


def visit_scores(visit: Assessment, rules: ScoreRules) -> tuple[ScoreResult, ...]:
    """Work out every score of a visit."""
    return scores_of(entries_of(visit), rules)


def score_courses(visits: Sequence[Assessment], rules: ScoreRules) -> tuple[ScoreCourse, ...]:
    """Follow every score over the visits, in the order of the rules; scores never taken are left out."""
    points: dict[ScoreId, list[ScorePoint]] = {}
    for visit in sorted(visits, key=lambda each: each.on):
        for result in visit_scores(visit, rules):
            if result.value is not None:
                points.setdefault(result.score, []).append(ScorePoint(visit.on, result.value))
    found = ((definition, points.get(definition.id)) for definition in rules.definitions)
    return tuple(ScoreCourse(definition, tuple(each)) for definition, each in found if each)


def changes_since(
    visit: Assessment, earlier: Sequence[Assessment], rules: ScoreRules
) -> tuple[ScoreChange, ...]:
    """Compare each score of a visit with the last earlier one that has it."""
    last = {course.definition.id: course.points[-1] for course in score_courses(earlier, rules)}
    return tuple(
        change_of(result.score, last[result.score], ScorePoint(visit.on, result.value), rules)
        for result in visit_scores(visit, rules)
        if result.value is not None and result.score in last
    )
