"""Scores of questionnaires as lines: arithmetic, items, and what is done when answers are missing."""

from collections.abc import Iterator

from rtw.domain.scores.definition import ScoreDefinition
from rtw.services.evidence.line import Group, Line
from rtw.services.evidence.of_published import line_of_published


def score_group(definitions: tuple[ScoreDefinition, ...]) -> Group:
    """Make the group of all scores."""
    lines = (line for definition in definitions for line in _lines(definition))
    meaning = "How items make a score, and when too many are missing. No item text: it belongs to its authors"
    return Group("scores", "Scores of questionnaires", meaning, tuple(lines), in_words=True)


def _lines(definition: ScoreDefinition) -> Iterator[Line]:
    about, scoring = definition.name, definition.scoring
    span = f"runs from {definition.low:g} to {definition.high:g}, higher is {definition.higher_is}"
    arithmetic = line_of_published(scoring, about)
    yield Line(
        subject=arithmetic.subject,
        value=f"{scoring.formula}; {span}",
        unit="",
        population=scoring.population,
        source=scoring.source,
        verified=scoring.verified,
        where=scoring.where,
        note=scoring.note or definition.note,
    )
    items = definition.items
    if items is not None:
        turned = f"; turned round: {', '.join(map(str, items.reversed))}" if items.reversed else ""
        value = f"{items.count} items, each {items.low} to {items.high}{turned}"
        yield Line(f"{about}: items", value, "", "", items.source, items.verified, note=items.note)
    missing = definition.missing
    subject = f"{about}: missing answers"
    yield Line(subject, missing.rule, "", "", missing.source, missing.verified, note=missing.note)
