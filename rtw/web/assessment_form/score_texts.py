"""Scores of questionnaires in the assessment form: one field an item, and one for the total.

Fields are named `score-quickdash-3` and `score-quickdash-total`.
"""

from rtw.domain.assessment.assessment import Assessment
from rtw.domain.scores.definition import PAIN_SCORES, ScoreDefinition
from rtw.domain.scores.entry import ScoreEntry
from rtw.knowledge.load import knowledge
from rtw.web.assessment_form.typed import Typed, shown


def asked_scores() -> tuple[ScoreDefinition, ...]:
    """List the scores the form has fields for."""
    return tuple(definition for definition in knowledge().scores if definition.id not in PAIN_SCORES)


def texts_of_scores(visit: Assessment) -> dict[str, str]:
    """Write the scores of a visit into their fields."""
    texts = {}
    for definition in asked_scores():
        entry = visit.score(definition.id)
        texts[f"score-{definition.id}-total"] = shown(entry.total, 2)
        for number in range(1, _count(definition) + 1):
            answer = entry.items[number - 1] if number <= len(entry.items) else None
            texts[f"score-{definition.id}-{number}"] = "" if answer is None else str(answer)
    return texts


def read_scores(typed: Typed) -> tuple[ScoreEntry, ...]:
    """Read the scores; those nothing was entered for are left out."""
    entries = (_read(typed, definition) for definition in asked_scores())
    return tuple(entry for entry in entries if not entry.is_empty)


def _read(typed: Typed, definition: ScoreDefinition) -> ScoreEntry:
    name, numbers = definition.name, range(1, _count(definition) + 1)
    items = tuple(typed.whole(f"score-{definition.id}-{n}", f"{name}, item {n}") for n in numbers)
    total = typed.number(f"score-{definition.id}-total", f"{name}, total")
    return ScoreEntry(definition.id, items if any(a is not None for a in items) else (), total)


def _count(definition: ScoreDefinition) -> int:
    return definition.items.count if definition.items else 0
