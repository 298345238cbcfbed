"""Questionnaire scores and pain of a case over its visits, each with its panel."""

from collections.abc import Sequence

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.measures.shown import ScoreCourseShown, ScoreRow, Shown
from rtw.domain.scores.change import change_of
from rtw.domain.scores.course import ScoreCourse, score_courses
from rtw.domain.scores.definition import ScoreRules
from rtw.domain.scores.why_score import why_change
from rtw.knowledge.for_scores import score_rules
from rtw.knowledge.load import knowledge
from rtw.services.score_figures import ScoreFigure, score_figures


def score_rows(visits: Sequence[Assessment]) -> tuple[ScoreCourseShown, ...]:
    """Show every score that was ever taken. `visits` are oldest first."""
    rules = score_rules(knowledge())
    figures = [(visit, score_figures(visit, visits[:place])) for place, visit in enumerate(visits)]
    return tuple(_course(course, figures, rules) for course in score_courses(visits, rules))


def _course(
    course: ScoreCourse, figures: Sequence[tuple[Assessment, tuple[ScoreFigure, ...]]], rules: ScoreRules
) -> ScoreCourseShown:
    own = [(v, f) for v, each in figures for f in each if f.definition is course.definition]
    threshold = rules.threshold(course.definition.id)
    rows = (_row(visit, figure) for visit, figure in own)
    return ScoreCourseShown(
        definition=course.definition,
        points=course.points,
        error=threshold.amount if threshold else None,
        rows=tuple(row for row in rows if row is not None),
        whole=_whole(course, rules),
        is_stand_in=threshold is not None and not threshold.is_error,
    )


def _whole(course: ScoreCourse, rules: ScoreRules) -> Shown | None:
    """Hold the last score against the first: small steps within the error may add up beyond it."""
    if len(course.points) < 3:
        return None
    change = change_of(course.definition.id, course.points[0], course.points[-1], rules)
    why = why_change(change, rules)
    return Shown(why.result, why)


def _row(visit: Assessment, figure: ScoreFigure) -> ScoreRow | None:
    if figure.result is None or figure.why is None:
        return None
    change = None
    if figure.change is not None and figure.why_change is not None:
        change = Shown(f"{figure.difference}: {figure.change.words}", figure.why_change)
    return ScoreRow(visit.on, Shown(figure.words, figure.why), change)
