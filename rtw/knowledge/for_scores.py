"""From knowledge to the rules scores are worked out and judged by."""

from rtw.domain.scores.definition import ScoreRules
from rtw.knowledge.load import Knowledge


def score_rules(knowledge: Knowledge) -> ScoreRules:
    """Every score's definition, and what is published of its error and of change that matters."""
    measures = {definition.measure for definition in knowledge.scores}
    properties = (row for row in knowledge.measurement.rows if row.measure in measures)
    return ScoreRules(knowledge.scores, tuple(properties))
